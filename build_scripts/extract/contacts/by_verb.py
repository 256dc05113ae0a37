"""Extract: a clause whose verb may be one of contact in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import (
    CROSSING,
    Draft,
    as_one_stay,
    of_words,
    tells_repetition,
    used_words,
    with_length,
)
from build_scripts.extract.contacts.event_words import event_kind
from build_scripts.extract.contacts.grammar import Frame
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.verb_roles import Filled, fill
from build_scripts.extract.contacts.verb_uses import tells_contact
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status


def by_verb(reading: Reading, parts: Sequence[Phrase]) -> Draft | None:
    waiting: Draft | None = None
    for frame in reading.frames:
        filled = fill(frame, reading, parts)
        met = filled.roles & set(frame.needs)
        if frame.needs and not met:
            awaited = frame.name == "be awaited" and reading.is_passive
            there = frame.name in ("travel", "be there", "spend there") or awaited
            if there and _goes_there(reading) and filled.takers:
                # "went there again in May": where it was, an earlier sentence says.
                waiting = replace(_draft_of(frame, filled, reading), is_return=True)
            if reading.is_in("replies") and reading.object is None and frame.kind is ContactKind.STATEMENT:
                # "B replied in May", to the letter just told of.
                waiting = _draft_of(frame, filled, reading)
            continue
        if not tells_contact(frame, filled, reading, parts):
            reading.is_another_use = True
            continue
        draft = _draft_of(frame, filled, reading)
        both = len(draft.sides(reading.sentence.world.joined)) == 2
        if both and _crosses(draft, filled, reading) and not _is_round_trip(frame, filled, reading):
            return draft
        hostless = frame.name == "invite" and reading.is_passive
        known = filled.event is not None or frame.name == "return" or hostless
        if waiting is None and known and filled.takers:
            waiting = replace(draft, is_return=frame.name == "return")
    return waiting


def _goes_there(reading: Reading) -> bool:
    verb = reading.clause.chain[0] if reading.clause.chain else -1
    words = (*reading.clause.chain, *reading.clause.after)
    return any(reading.sentence.words[each].low == "there" for each in words if each > verb)


def _draft_of(frame: Frame, filled: Filled, reading: Reading) -> Draft:
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
    if frame.name == "be there" and sentence.has_any("under_way", clause.after):
        # "is on her way to the capital".
        status = Status.PLANNED if status is Status.HAPPENED else status
    if frame.name == "write" and clause.kind is Kind.PARTICIPLE and _is_said_now(clause, sentence):
        # "A, replying to B, proposes talks": the reply is given.
        status = Status.HAPPENED
    if frame.name == "keep out" and status is Status.HAPPENED:
        status = Status.DENIED
    dates = tuple(when for when in dates_of(reading, negation.asserts) if not _is_of_topic(when, reading))
    if filled.event is not None and (of_event := _day_of_event(filled.event, sentence)) is not None:
        # "arrived on Saturday for Monday's talks with B": the talks are on Monday, and yet to come.
        dates = tuple(when for when in dates if when.at == of_event) if len(dates) > 1 else dates
        status = Status.PLANNED if status is Status.HAPPENED else status
    if kind in CROSSING and status is Status.HAPPENED:
        # "A, since June the chairman, received a letter from B": not since June.
        dates = tuple(when for when in of_words(dates, reading) if not when.edtf.endswith("/.."))
    draft = Draft(
        clause=clause,
        kind=kind,
        status=status,
        parties=tuple(dict.fromkeys((*filled.takers, *filled.others))),
        place=place,
        dates=with_length(dates, filled.event, reading),
        event=filled.event,
        used=used_words(clause, filled.takers),
        home_counts=kind not in CROSSING or frame.kind is ContactKind.INVITATION,
        is_repeated=tells_repetition(clause.words, sentence),
    )
    return as_one_stay(draft)


def _is_of_topic(when: When, reading: Reading) -> bool:
    """ "briefed B on Monday's talks", "rang B about last week's visit": another event's day."""
    words = reading.sentence.words
    owns = 0 <= when.at < len(words) - 1 and words[when.at + 1].tag is Tag.POSSESSIVE
    return owns and any(
        when.at in phrase.words and reading.sentence.has_preposition("of_topics", phrase)
        for phrase in reading.after
    )


def _is_said_now(clause: Clause, sentence: Sentence) -> bool:
    """Whether the clause above asks or agrees; near-misses: "will ask", "did not ask"."""
    above = clause.parent
    chain = above.chain if above is not None else []
    tags = [sentence.words[each].tag for each in chain]
    return bool(tags) and tags[0] is Tag.VERB and Tag.NOT not in tags and Tag.MODAL not in tags


def _day_of_event(event: Event, sentence: Sentence) -> int | None:
    """Where the day of an event stands that is its owner ("Monday's talks")."""
    for each in event.modifiers:
        owns = each + 1 < len(sentence.words) and sentence.words[each + 1].tag is Tag.POSSESSIVE
        if sentence.words[each].tag is Tag.DATE and owns:
            return each
    return None


def _home_of_host(reading: Reading) -> Place | None:
    """ "Northtown hosted …": the host is named by its home, so that is where."""
    for party in reading.subject:
        word = reading.sentence.words[party.at]
        if word.home:
            return Place(reading.sentence.world.home_name(word), word.home, party.at)
    return None


def _kind(frame: Frame, filled: Filled, reading: Reading) -> ContactKind:
    sentence = reading.sentence
    lows = {sentence.words[each].low for each in reading.clause.words}
    over_line = any(
        p.preposition == "over" and sentence.has("lines", p.words[-1]) for p in reading.after if p.words
    )
    above = reading.clause.parent if reading.clause.kind is Kind.INFINITIVE else None
    if above is not None and frame.kind is ContactKind.STATEMENT and _is_call(above, sentence):
        # "telephoned to congratulate B".
        return ContactKind.CALL
    wired = over_line or bool(lows & sentence.grammar.classes["by_wire"])
    if frame.name in ("talk", "discuss", "address") and wired:
        return ContactKind.CALL
    if "exchange" in reading.verbs and lows & sentence.grammar.classes["messages"]:
        return ContactKind.STATEMENT
    if filled.event is not None and frame.name == "travel" and filled.event.phrase.preposition == "into":
        # "went into a meeting that lasted four hours".
        return event_kind(filled.event, sentence)
    if filled.event is not None and frame.name in ("attend", "gather", "talk", "host"):
        kind = event_kind(filled.event, sentence)
        # "received B in audience", "entertained B to dinner": two at a table are no conference.
        is_of_few = sentence.has("hospitality", filled.event.at)
        several = frame.name in ("gather", "host") and kind is ContactKind.MEETING and not is_of_few
        return ContactKind.CONFERENCE if several else kind
    if (
        filled.event is not None
        and standing(reading.clause, sentence.words, sentence.grammar) is Status.DENIED
    ):
        # "did not show up for a meeting with B".
        return frame.kind if filled.place is not None else event_kind(filled.event, sentence)
    if frame.name == "host" and _is_received(filled, reading):
        return ContactKind.MEETING
    return frame.kind


def _is_call(clause: Clause, sentence: Sentence) -> bool:
    frames = (frame for sense in clause.senses for frame in sentence.grammar.frames.get(sense.name, ()))
    return any(frame.kind is ContactKind.CALL for frame in frames)


def _is_received(filled: Filled, reading: Reading) -> bool:
    """ "The minister received a delegation" and met it; near-miss: "Northland received a delegation"."""
    people = {party.side for party in (*filled.takers, *filled.others) if party.is_person}
    if len(people) > 1 or "receive" not in reading.verbs:
        return len(people) > 1
    hosts = filled.others if reading.is_passive else filled.takers
    by = [phrase for phrase in reading.after if phrase.preposition == "by"]
    phrases = by if reading.is_passive else reading.own_subject
    in_office = any(reading.sentence.has_any("offices", phrase.words) for phrase in phrases)
    return bool(hosts) and (in_office or any(party.is_person for party in hosts))


def _is_round_trip(frame: Frame, filled: Filled, reading: Reading) -> bool:
    """ "The mediator visited both Northland and Southland": nobody of the one was with the other."""
    joined = reading.sentence.world.joined
    travels = frame.kind is ContactKind.VISIT and frame.object in ("goal", "place") and not reading.is_passive
    return travels and bool(filled.takers) and not any(party.side in joined for party in filled.takers)


def _crosses(draft: Draft, filled: Filled, reading: Reading) -> bool:
    """Words, calls and hospitality go from one side to the other, not to a third."""
    joined = reading.sentence.world.joined
    if draft.kind not in (*CROSSING, ContactKind.VISIT) or draft.event is not None:
        return True
    if draft.kind is ContactKind.VISIT or (draft.kind is ContactKind.INVITATION and draft.place is not None):
        travellers = {party.side for party in filled.takers}
        home = draft.place.home if draft.place else ""
        if not travellers and not home and not reading.is_passive:
            # "The lift stops at both".
            return False
        hosted = {party.side for party in filled.others}
        return bool((travellers | hosted) & joined - {home}) if home else True
    # "A and B spoke by telephone", "a letter from A was handed to B": among those of one role.
    from_sides = any(party.side in joined for party in filled.takers)
    givers = filled.takers if from_sides else filled.others
    takers = filled.others or (filled.takers if "together" in filled.roles else ())
    return any(
        one.side in joined and other.side in joined and one.side != other.side
        for one in givers
        for other in takers
    )
