"""Extract: a clause whose verb may be one of contact in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import CROSSING, Draft, tells_repetition, used_words, with_length
from build_scripts.extract.contacts.event_words import event_kind, modifying_place, own_parties
from build_scripts.extract.contacts.grammar import Frame
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.standing import is_negated, standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status


@dataclass(slots=True)
class _Filled:
    """Who and what fills the roles of a verb's frame."""

    takers: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    place: Place | None = None
    event: Event | None = None
    roles: frozenset[str] = frozenset()


def by_verb(reading: Reading, parts: Sequence[Phrase]) -> Draft | None:
    waiting: Draft | None = None
    for frame in reading.frames:
        filled = _fill(frame, reading, parts)
        met = filled.roles & set(frame.needs)
        if frame.needs and not met:
            if frame.name == "travel" and _goes_there(reading) and filled.takers:
                # "went there again in May": where it was, an earlier sentence says.
                waiting = replace(_draft_of(frame, filled, reading), is_return=True)
            continue
        if met == {"delegation"} and any(reading.sentence.event(phrase) is not None for phrase in parts):
            continue
        if frame.name == "see" and not _is_seen_in_person(filled, reading):
            continue
        if frame.name == "bring" and not filled.roles & {"companion", "delegation"}:
            continue
        if frame.name in ("be there", "be awaited") and not _is_away(filled, reading):
            continue
        if frame.name == "be awaited" and not reading.is_passive:
            continue
        if frame.name == "call" and not reading.is_passive and not _is_telephoned(reading):
            continue
        if frame.name.startswith("spend") and not _spends_time(reading):
            continue
        if frame.name == "reach" and _is_of_someone(reading):
            continue
        if frame.name == "call on" and _is_appeal(reading.clause, reading.sentence):
            continue
        draft = _draft_of(frame, filled, reading)
        negation = is_negated(reading.clause, reading.sentence.words, reading.sentence.grammar)
        if negation.is_negated and reading.is_in("incidental"):
            continue
        if len(draft.sides(reading.sentence.world.joined)) == 2 and _crosses(draft, filled, reading):
            return draft
        if waiting is None and (filled.event is not None or frame.name == "return") and filled.takers:
            waiting = replace(draft, is_return=frame.name == "return")
    return waiting


def _fill(frame: Frame, reading: Reading, parts: Sequence[Phrase]) -> _Filled:
    filled = _Filled(takers=reading.subject)
    sentence = reading.sentence
    if len({party.side for party in filled.takers} & sentence.world.joined) == 2:
        filled.roles |= {"together"}
    if reading.is_passive and frame.object == "message":
        said = reading.own_subject[0].words if reading.own_subject else ()
        filled.roles |= {"message"} if any(sentence.has("messages", each) for each in said) else frozenset()
    elif reading.is_passive:
        filled.roles |= {frame.object}
    elif reading.object is not None:
        _fill_object(frame, reading.object, filled, sentence)
    elif (role := reading.relative_preposition) is not None:
        role = frame.roles.get(role, "") if role else frame.object
        met = reading.antecedent if role in ("partner", "guest") else ()
        filled.others += met
        filled.roles |= {role} if met else frozenset()
    if frame.object == "message":
        _fill_message(reading.own_subject[:1] if reading.is_passive else reading.after[:1], filled, sentence)
    if "delegation" in frame.needs and any(
        sentence.has("delegations", each) for each in reading.clause.words
    ):
        filled.roles |= {"delegation"}
    for phrase in parts:
        if not phrase.preposition:
            continue
        if phrase.preposition not in frame.roles and sentence.event(phrase) is not None:
            # "spoke of a meeting with B": B belongs to the meeting.
            break
        role = frame.roles.get(
            phrase.preposition, "place" if phrase.preposition in ("in", "at", "near") else ""
        )
        _fill_role(role, phrase, filled, sentence)
    return filled


def _fill_object(frame: Frame, phrase: Phrase, filled: _Filled, sentence: Sentence) -> None:
    if frame.object == "message":
        if any(sentence.has("messages", each) for each in phrase.words):
            filled.roles |= {"message"}
        return
    if frame.name == "name" and _is_vocative(phrase, sentence):
        filled.roles |= {"vocative"}
    if frame.object in ("guest", "") and sentence.event(phrase) is not None:
        _fill_role("event", phrase, filled, sentence)
    else:
        _fill_role(frame.object, phrase, filled, sentence)


def _fill_message(phrases: Sequence[Phrase], filled: _Filled, sentence: Sentence) -> None:
    """ "A's letter", "sent B a letter": who stands before the message sent or got it."""
    for phrase in phrases:
        at = next((n for n, each in enumerate(phrase.words) if sentence.has("messages", each)), 0)
        before = phrase.words[:at]
        if before and sentence.words[before[-1]].tag is Tag.POSSESSIVE:
            before = before[:-1]
        filled.others += sentence.parties(before) if not phrase.preposition else ()


def _is_telephoned(reading: Reading) -> bool:
    """ "called B in May"; near-misses: "called B a liar", "called B to account", "called B 'friend'"."""
    sentence, clause = reading.sentence, reading.clause
    if "call" not in reading.verbs:
        return True
    if reading.object is None or len(reading.object_parties) != 1 or not reading.object_parties[0].is_person:
        return False
    last = [each for each in reading.object.words if sentence.words[each].tag is not Tag.CLOSE]
    ends = bool(last) and sentence.words[last[-1]].tag in (Tag.ACTOR, Tag.DATE, Tag.ADVERB)
    if any(phrase.preposition == "to" for phrase in reading.after):
        return False
    quoted = any(
        sentence.words[each].tag is Tag.QUOTE for each in range(clause.words[0], clause.words[-1] + 1)
    )
    return ends and not quoted and not _is_appeal(clause, sentence)


def _spends_time(reading: Reading) -> bool:
    """ "spent two days there"; near-misses: "spent a fortune there", "spent three years there"."""
    words = reading.object.words if reading.object is not None else ()
    sentence = reading.sentence
    return any(sentence.has("stretches", each) for each in words)


def _is_of_someone(reading: Reading) -> bool:
    """ "News of A reached the capital": A did not; near-miss: "a delegation of A reached …"."""
    people = reading.sentence.grammar.nouns("groups", "offices")
    words = [reading.sentence.words[each] for each in reading.clause.before]
    if any(word.low in people for word in words):
        return False
    lead = next((word for word in words if word.low == "of" or word.tag is Tag.ACTOR), None)
    return lead is not None and lead.low == "of"


def _goes_there(reading: Reading) -> bool:
    return any(reading.sentence.words[each].low == "there" for each in reading.clause.words)


def as_guest(reading: Reading) -> Draft | None:
    """ "was the guest of B", "had been B's guest"."""
    sentence = reading.sentence
    if "be" not in reading.verbs or reading.object is None:
        return None
    hosts = _hosts(reading.object, sentence)
    if not hosts:
        return None
    place = next((found for phrase in reading.after if phrase.preposition in ("in", "at") and (
        found := sentence.place(phrase)) is not None), None)  # fmt: skip
    clause = reading.clause
    return Draft(
        clause=clause,
        kind=ContactKind.VISIT,
        status=standing(clause, sentence.words, sentence.grammar),
        parties=(*reading.subject, *hosts),
        place=place,
        dates=dates_of(reading),
        used=used_words(clause, reading.subject),
    )


def hosts_named(reading: Reading) -> tuple[Party, ...]:
    """ "came to the capital as the guest of B"."""
    found: tuple[Party, ...] = ()
    for phrase in reading.after:
        if phrase.preposition == "as":
            found += _hosts(phrase, reading.sentence)
    return found


def _hosts(phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    words = phrase.words
    at = next((n for n, each in enumerate(words) if sentence.has("guesthood", each)), -1)
    if at < 0:
        return ()
    if at + 1 < len(words) and sentence.words[words[at + 1]].low == "of":
        return sentence.parties(words[at + 1 :])
    owner = next((n for n in range(at) if sentence.words[words[n]].tag is Tag.POSSESSIVE), -1)
    return sentence.parties(words[:owner]) if owner > 0 else ()


def _is_away(filled: _Filled, reading: Reading) -> bool:
    """ "A was in the capital": people, at the home of others. Near-miss: "is in the capital's debt"."""
    sentence = reading.sentence
    words = sentence.words
    place = filled.place
    if place is None or not place.home or reading.object is not None:
        return False
    owns = place.at + 1 < len(words) and words[place.at + 1].tag is Tag.POSSESSIVE
    group = any(sentence.has("delegations", each) for each in reading.clause.before)
    people = [party for party in filled.takers if party.is_person or party.actor == "" or group]
    return not owns and bool(people) and all(party.side != place.home for party in filled.takers)


def _is_appeal(clause: Clause, sentence: Sentence) -> bool:
    """ "called on B to withdraw" is no visit."""
    return any(other.parent is clause and other.kind is Kind.INFINITIVE for other in sentence.clauses)


def _is_seen_in_person(filled: _Filled, reading: Reading) -> bool:
    """ "saw B in May" is a meeting; "saw B as a rival" is none."""
    compared = any(phrase.preposition == "as" for phrase in reading.after)
    return not compared and any(party.is_person for party in filled.others)


def comes_to_nothing(clause: Clause, sentence: Sentence) -> bool:
    """ "came to meet B, but B did not show up"."""
    later = sentence.clauses[sentence.clauses.index(clause) + 1 :] if clause in sentence.clauses else ()
    return any(
        sentence.words[max(other.words[0] - 1, 0)].low == "but" or sentence.words[other.words[0]].low == "but"
        for other in later
        if other.words and is_negated(other, sentence.words, sentence.grammar).is_negated
    )


def is_dropped_plan(draft: Draft, sentence: Sentence) -> bool:
    """ "was to meet B but cancelled", "had planned to go, but stayed"; near-miss: "plans to"."""
    clause, grammar = draft.clause, sentence.grammar
    helpers = {sentence.words[each].low for each in clause.chain}
    if draft.status is not Status.PLANNED or not helpers & grammar.classes["past_helpers"]:
        return False
    later = sentence.clauses[sentence.clauses.index(clause) + 1 :] if clause in sentence.clauses else ()
    for other in later:
        near = {other.words[0] - 1, other.words[0]} if other.words and other.chain else set()
        if not any(each >= 0 and sentence.words[each].low == "but" for each in near):
            continue
        names = {sense.name for sense in other.senses}
        dropped = names & (
            grammar.classes["cancels"] | grammar.classes["refuses"] | grammar.classes["keeps_away"]
        )
        if dropped or is_negated(other, sentence.words, grammar).is_negated:
            return True
    return False


def _is_vocative(phrase: Phrase, sentence: Sentence) -> bool:
    """ "called them 'dear guests'" speaks to them; "called them 'rebels'" speaks about them."""
    return any(sentence.words[each].quoted and sentence.has("vocatives", each) for each in phrase.words)


def _fill_role(role: str, phrase: Phrase, filled: _Filled, sentence: Sentence) -> None:
    event = sentence.event(phrase) if role in ("event", "goal-or-event", "place", "goal", "partner") else None
    if event is not None:
        filled.roles |= {"event"}
        filled.event = event
        filled.others += own_parties(event, sentence)
        filled.place = filled.place or modifying_place(event, sentence)
        return
    if role == "place" and any(sentence.has("witnessed", each) for each in phrase.words):
        # "in the presence of B".
        filled.others += sentence.parties(phrase.words)
        return
    if role in ("place", "goal", "goal-or-event"):
        place = sentence.place(phrase)
        if place is not None:
            filled.roles |= {role, "goal"} if role != "place" else {"place"}
            filled.place = filled.place or place
        if role == "goal":
            people = tuple(p for p in sentence.parties(phrase.words) if not _is_place_word(p, sentence))
            filled.others += people
            filled.roles |= {"goal"} if people else frozenset()
        return
    if role == "event":
        filled.place = filled.place or sentence.place(phrase)
    elif role:
        people = sentence.parties(phrase.words)
        if phrase.preposition == "to":
            people = tuple(party for party in people if party.actor not in sentence.media)
        filled.others += people
        filled.roles |= {role} if people else frozenset()


def _is_place_word(party: Party, sentence: Sentence) -> bool:
    word = sentence.words[party.at]
    return bool(word.home)


def _draft_of(frame: Frame, filled: _Filled, reading: Reading) -> Draft:
    sentence = reading.sentence
    clause = reading.clause
    negation = is_negated(clause, sentence.words, sentence.grammar)
    place = filled.place
    if frame.name == "host" and not reading.is_passive:
        place = place or _home_of_host(reading)
    kind = _kind(frame, filled, reading)
    status = standing(clause, sentence.words, sentence.grammar)
    if frame.name == "be awaited" and status is Status.HAPPENED:
        # "is expected in the capital on Friday".
        status = Status.PLANNED
    return Draft(
        clause=clause,
        kind=kind,
        status=status,
        parties=tuple(dict.fromkeys((*filled.takers, *filled.others))),
        place=place,
        dates=with_length(dates_of(reading, negation.asserts), filled.event, reading),
        event=filled.event,
        used=used_words(clause, filled.takers),
        home_counts=kind not in CROSSING or frame.kind is ContactKind.INVITATION,
        is_repeated=tells_repetition(clause.words, sentence),
    )


def _home_of_host(reading: Reading) -> Place | None:
    """ "Northtown hosted …": the host is named by its home, so that is where."""
    for party in reading.subject:
        word = reading.sentence.words[party.at]
        if word.home:
            return Place(reading.sentence.world.place_names[word.home], word.home, party.at)
    return None


def _kind(frame: Frame, filled: _Filled, reading: Reading) -> ContactKind:
    sentence = reading.sentence
    lows = {sentence.words[each].low for each in reading.clause.words}
    if frame.name in ("talk", "address") and lows & sentence.grammar.classes["by_wire"]:
        return ContactKind.CALL
    if "exchange" in reading.verbs and lows & sentence.grammar.classes["messages"]:
        return ContactKind.STATEMENT
    if filled.event is not None and frame.name in ("attend", "gather", "talk", "host"):
        kind = event_kind(filled.event, sentence)
        several = frame.name in ("gather", "host") and kind is ContactKind.MEETING
        return ContactKind.CONFERENCE if several else kind
    persons = [party for party in (*filled.takers, *filled.others) if party.is_person]
    if frame.name == "host" and len({party.side for party in persons}) > 1:
        return ContactKind.MEETING
    return frame.kind


def _crosses(draft: Draft, filled: _Filled, reading: Reading) -> bool:
    """Words, calls and hospitality go from one side to the other, not to a third."""
    joined = reading.sentence.world.joined
    if draft.kind not in (*CROSSING, ContactKind.VISIT) or draft.event is not None:
        return True
    if draft.kind is ContactKind.VISIT or (draft.kind is ContactKind.INVITATION and draft.place is not None):
        travellers = {party.side for party in filled.takers}
        home = draft.place.home if draft.place else ""
        hosted = {party.side for party in filled.others}
        return bool((travellers | hosted) & joined - {home}) if home else True
    # "A and B spoke by telephone", "a letter from A was handed to B": among those of one role.
    givers = filled.takers or filled.others
    takers = filled.others or (filled.takers if "together" in filled.roles else ())
    return any(
        one.side in joined and other.side in joined and one.side != other.side
        for one in givers
        for other in takers
    )
