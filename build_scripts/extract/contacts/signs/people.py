"""Extract: the clauses around a sign of contact in, who takes part out: named there, or carried over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.company import has_company
from build_scripts.extract.contacts.draft import CROSSING
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.one_sided import (
    goes_to_them,
    is_among_themselves,
    is_of_one_body,
    is_some_event,
    may_meet,
)
from build_scripts.extract.contacts.signs.others import is_on_way, others_named
from build_scripts.extract.contacts.signs.words import Sign, Use, goes_back
from build_scripts.extract.contacts.told import Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ActorKind, ContactKind

_FAR = 6
"""Sentences, at most, to the contact last told of whose people a sign takes over."""
_LATELY = 12
"""Contacts, at most, among which a visit must have been told for "the visit" to be to the same people."""
_NEAR = 2
"""Sentences, at most, from the contact told to "It was held …"."""
_WHERE = ("at", "in", "near", "outside")
"""Before where it was: "at the residence of the Westish bishop" names no other party."""
_OWNED = 4
"""Words, at most, between an owner and what is his: "A's two oldest aides"."""


def people_around(sign: Sign, reading: Reading, around: Sequence[Clause]) -> tuple[Party, ...]:
    """Those who stand in the clauses, but for what they only speak about."""
    sentence = reading.sentence
    found = list(reading.subject)
    # "At a meeting of the League, A criticised B": B was not there.
    spoken = _is_occasion(sign, reading) or (
        bool(reading.own_subject) and sign.at in reading.own_subject[0].words
    )
    aside = spoken and (not reading.frames or reading.is_another_use) and not reading.is_in("takes_part")
    for clause in around:
        if _tells_something_else(clause, sign, reading):
            continue
        other = reading_of(clause, sentence)
        for phrase in (*other.before, *other.after):
            if sentence.has_preposition("not_taking_part", phrase) or (aside and phrase is other.object):
                continue
            place = sentence.has_preposition("place_prepositions", phrase) or (
                bool(phrase.words) and is_on_way(phrase.words[0], sentence)
            )
            found.extend(
                party
                for party in sentence.parties(phrase.words)
                if not (place and _is_ground(party, sentence))
            )
            found.extend(_owners(phrase.words, sentence))
    return tuple(dict.fromkeys(found))


def _tells_something_else(clause: Clause, sign: Sign, reading: Reading) -> bool:
    """ "The League met | after B rejected the truce", "… met | to discuss B's demands": B was not there.

    Near-misses: what the sign's own clause hangs on, and what describes those who met.
    """
    if any(one is clause for one in reading.clause.ancestry):
        return False
    if clause.parent is not None and _tells_something_else(clause.parent, sign, reading):
        return True
    if clause.kind is Kind.SUBORDINATE and clause.chain:
        return bool(reading_of(clause, reading.sentence).own_subject)
    if clause.kind is Kind.INFINITIVE and has_company(reading.clause, reading.sentence):
        return True
    return sign.use in (Use.TALK, Use.HOST) and clause.kind in (Kind.INFINITIVE, Kind.JOINED)


def _is_occasion(sign: Sign, reading: Reading) -> bool:
    """ "at the talks", "during a visit": where something else was done."""
    phrases = (*reading.before, *reading.after)
    return any(sign.at in phrase.words and bool(phrase.preposition) for phrase in phrases)


def _is_ground(party: Party, sentence: Sentence) -> bool:
    """ "in the Northern hills", "from the capital": a place; near-miss: "in talks with A"."""
    word = sentence.words[party.at] if party.at >= 0 else None
    return word is not None and (bool(word.home) or word.tag is Tag.SIDED or sentence.world.is_state(word))


def _owners(indices: Iterable[int], sentence: Sentence) -> Iterable[Party]:
    """ "A's office", "A's hand", "A's aides": A, or those of A; near-miss: "A's enemies"."""
    words, grammar = sentence.words, sentence.grammar
    owned = grammar.nouns("rooms", "staff", "groups", "belongings")
    sent = grammar.nouns("messages", "nouns_of_message")
    indices = tuple(indices)
    for each in indices:
        word = words[each]
        if word.tag is not Tag.ACTOR or word.home or each + 1 >= len(words) or word.mention is None:
            continue
        if words[each + 1].tag is not Tag.POSSESSIVE or not set(word.sides) & sentence.world.joined:
            continue
        lows = [words[other].low for other in indices if each + 1 < other < each + 2 + _OWNED]
        if any(low in owned or low in grammar.events or low in sent for low in lows):
            yield Party(word.mention.actor, word.sides[0], each, sentence.world.is_person(word))


def supplied(
    sign: Sign,
    reading: Reading,
    around: Sequence[Clause],
    sides: Collection[str],
    people: Sequence[Party],
    told: Sequence[Told],
    number: int,
) -> tuple[Party, ...]:
    """Those of the side that is not named, from what was told before; none where it may be others."""
    sentence = reading.sentence
    if not sides and sentence.carried.is_of_others:
        # "The League and Westland paused their talks. The sides resumed them on 6 May": those.
        return ()
    indices = [each for clause in around for each in clause.words]
    grounds = {
        each
        for clause in around
        for phrase in (*reading_of(clause, sentence).before, *reading_of(clause, sentence).after)
        if phrase.preposition in _WHERE
        or (
            phrase.preposition in ("by", "under")
            and sign.use is Use.EVENT
            and (reading.is_passive or reading_of(clause, sentence).is_passive)
        )
        for each in phrase.words
    }
    # "Telephone call to C": no place, as in "talks near C".
    goes = sign.use is Use.TRIP or sign.kind in (ContactKind.CALL, ContactKind.STATEMENT)
    if others_named((each for each in indices if each not in grounds), sentence, trip=goes):
        return ()
    handed = sign.use is Use.DEED and reading.is_passive
    idle = ("pronouns-first", "audiences") if handed else ("pronouns-first", "audiences", "bystanders")
    if any(sentence.has(kind, each) for each in indices for kind in idle):
        return ()
    if sign.use is Use.TALK and _is_someone_unknown(reading):
        return ()
    if sign.use is Use.TALK and not (reading.is_passive or reading.own_subject or reading.subject):
        # "In May in Westford the president met B": who he is, the words before the verb do not tell.
        return ()
    if sentence.carried.is_among_others and not sides:
        return ()
    whole = [each for each in told if len(each.sides) == 2]
    if sign.use in (Use.MOVE, Use.PRESENCE):
        return _hosts_before(reading, sides, people, whole, number) if len(sides) == 1 else ()
    answers = (
        bool(told) and told[-1].draft.kind is ContactKind.STATEMENT and number - told[-1].number <= _NEAR
    )
    writes = (
        bool(reading.own_subject) and not reading.is_passive and sign.at not in reading.own_subject[0].words
    )
    if sign.use is Use.MESSAGE and not (answers or ((sides or writes) and goes_to_them(sign, reading))):
        # "The strike was called off by a text message": whose?
        return ()
    if sign.use is Use.HOST or (sign.use is Use.DEED and not handed) or not may_meet(sign, reading):
        return ()
    speaker = sentence.carried.speaker(sentence.words[sign.at].start) if sign.is_past else ()
    if sides and any(party.side in sentence.world.joined - set(sides) for party in speaker):
        # "“After talks with B last night, we will sign,” A said": A's talks.
        return tuple(replace(party, at=-1) for party in speaker)
    if sign.use in (Use.EVENT, Use.TRIP) and not _is_of_both(sign, sentence):
        return ()
    if sign.use is Use.TALK and is_of_one_body(reading):
        return ()
    if sides and sign.use is Use.EVENT and is_some_event(sign, reading):
        return ()
    again = sentence.has_any("there_again", reading.clause.words)
    if (
        sign.use is Use.TRIP
        and not again
        and not any(one.draft.kind is ContactKind.VISIT for one in told[-_LATELY:])
    ):
        # "A's first visit abroad": not to those whom he met.
        return ()
    if not _is_occasion(sign, reading) and is_among_themselves(reading):
        return ()
    if not sides:
        return _those_before(sign, reading, whole, number)
    if sign.use is Use.EVENT and _is_told_by_another(reading):
        return ()
    (missing,) = sentence.world.joined - set(sides)
    return _of_side(missing, reading, told, number)


def _is_someone_unknown(reading: Reading) -> bool:
    """ "The mayor, J. Ash, was there. A telephoned him in May": him of whom nobody knows a side."""
    words = reading.object.words if reading.object is not None else ()
    pronoun = len(words) == 1 and reading.sentence.words[words[0]].tag is Tag.PRONOUN
    joined = reading.sentence.world.joined
    return pronoun and not any(party.side in joined for party in reading.object_parties)


def _is_told_by_another(reading: Reading) -> bool:
    """ "The mediator said after Monday's talks with B that …": the mediator's talks."""
    above = reading.clause.parent
    if above is None or reading.clause.chain or reading.clause.marker != "after":
        return False
    subject = reading_of(above, reading.sentence).own_subject[:1]
    return any(others_named(phrase.words, reading.sentence) for phrase in subject)


def _is_of_both(sign: Sign, sentence: Sentence) -> bool:
    """ "The talks", "A second round"; near-misses: "had tea", "followed meetings with B"."""
    if sentence.has("nouns_of_stay", sign.at):
        return False
    before = range(max(sign.at - 2, 0), sign.at)
    known = any(sentence.has("definite", at) or sentence.has("one_more", at) for at in before)
    low = sentence.words[sign.at].low
    several = low.endswith("s") and low != "talks"
    partnered = several and [word.low for word in sentence.words[sign.at + 1 : sign.at + 2]] == ["with"]
    return known or not (partnered or sentence.has("loose", sign.at))


def _those_before(sign: Sign, reading: Reading, told: Sequence[Told], number: int) -> tuple[Party, ...]:
    """Those of the contact last told of, soon after it, or the two sides that the article is about.

    "Negotiators met in May", "the delegations sat until dawn" are theirs, wherever it stands.
    """
    sentence = reading.sentence
    joined, carried = sentence.world.joined, sentence.carried
    subject = reading.own_subject[0].words if reading.own_subject else ()
    theirs = sentence.has_any("both_sides", subject)
    if sign.use is Use.TALK and carried.recent[:1] and carried.recent[0].side not in joined and not theirs:
        # "A met B. … C spoke. The two men met again": who did?
        return ()
    far = _NEAR if sentence.words[sign.at].tag is Tag.PRONOUN else _FAR
    event = next((p for p in (*reading.before, *reading.after) if sign.at in p.words), None)
    joint = event is not None and sentence.has_any("standing_bodies", event.words)
    # "A rang B. Formal talks took place in July": who came to these, nobody says.
    bare = sign.at in subject and not any(sentence.has("definite", each) for each in subject)
    after_call = bare and sign.use is Use.EVENT and bool(told) and told[-1].draft.kind in CROSSING
    of_bodies = theirs or joint or after_call or sentence.has("series_events", sign.at)
    if of_bodies and (found := bodies(told[-1].parties if told else (), sentence)):
        return found
    if sentence.has_any("lower_ranks", subject):
        return ()
    if told and (theirs or number - told[-1].number <= far):
        return tuple(replace(party, at=-1) for party in told[-1].parties if party.side in joined)
    if sign.use is Use.TALK and not theirs:
        return ()
    whole = {side: whole_of(side, sentence) for side in sorted(joined)}
    return (
        tuple(Party(body, side, -1, is_many=True) for side, body in whole.items())
        if all(whole.values())
        else ()
    )


def whole_of(side: str, sentence: Sentence) -> str:
    """The only organisation or state of a side that the article names, or that has a page."""
    if named := sentence.carried.whole.get(side, ""):
        return named
    actors = sentence.world.actors.values()
    known = [one.id for one in actors if one.side == side and one.kind is not ActorKind.PERSON]
    return known[0] if len(known) == 1 else ""


def bodies(people: Sequence[Party], sentence: Sentence) -> tuple[Party, ...]:
    """The organisations and states whose sessions and negotiators they are, where each side has one."""
    world = sentence.world
    found: list[Party] = []
    for side in sorted(world.joined):
        theirs = [party.actor for party in people if party.side == side and party.actor in world.actors]
        named = [one for one in theirs if world.actors[one].kind is not ActorKind.PERSON]
        above = {body for one in theirs for body in world.actors[one].member_of}
        body = (
            next(iter(named), "")
            or whole_of(side, sentence)
            or (next(iter(above)) if len(above) == 1 else "")
        )
        found.extend([Party(body, side, -1, is_many=True)] if body in world.actors else [])
    return tuple(found) if len(found) == len(world.joined) else ()


def _of_side(side: str, reading: Reading, told: Sequence[Told], number: int) -> tuple[Party, ...]:
    """Those of a side who were last told of, else he who was last spoken of, else the side's organisation.

    "a meeting between A and a committee of ministers": people of the side, without a name.
    """
    sentence = reading.sentence
    for before in reversed(told):
        found = tuple(replace(party, at=-1) for party in before.parties if party.side == side)
        if found and number - before.number <= _FAR:
            return found
    carried = sentence.carried
    if carried.one and carried.one[0].side == side:
        return (replace(carried.one[0], at=-1),)
    if whole := whole_of(side, sentence):
        return (Party(whole, side, -1, is_many=True),)
    between = (phrase for phrase in (*reading.before, *reading.after) if phrase.preposition == "between")
    some = any(sentence.has("both_sides", phrase.words[-1]) for phrase in between if phrase.words)
    return (Party("", side, -1, is_many=True),) if some else ()


def _hosts_before(
    reading: Reading, sides: Collection[str], people: Sequence[Party], told: Sequence[Told], number: int
) -> tuple[Party, ...]:
    """ "He was back a week later", "She went there again": with those whom he met before."""
    if not goes_back(reading):
        return ()
    if any(reading.sentence.words[each].home in sides for each in reading.clause.words):
        # "A is to return to his own capital".
        return ()
    (missing,) = reading.sentence.world.joined - set(sides)
    who = {party.actor for party in people if party.side in sides}
    for before in reversed(told):
        place = before.draft.place
        home = place.home if place is not None else ""
        same = "" in who or bool(who & {party.actor for party in before.parties})
        if number - before.number <= _FAR and same and home in ("", missing):
            found = tuple(replace(party, at=-1) for party in before.parties if party.side == missing)
            whole = reading.sentence.carried.whole.get(missing, "")
            return found or (Party(whole, missing, -1, is_many=True),)
    return ()
