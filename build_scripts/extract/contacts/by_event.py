"""Extract: a clause with a noun that is a contact ("talks", "visit") in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dating import When, dates_of, precise
from build_scripts.extract.contacts.draft import CROSSING, Draft, tells_repetition, used_words, with_length
from build_scripts.extract.contacts.event_words import (
    drops_plans,
    event_kind,
    is_by_wire,
    is_imagined,
    modifying_place,
    own_parties,
)
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, agents, reading_of
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.standing import is_hypothetical, is_negated, standing
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import ContactKind, Status

_DIRECTED = (ContactKind.VISIT, ContactKind.CALL, ContactKind.INVITATION)
"""Kinds whose noun takes a person after "to"."""


def by_event(reading: Reading, opening: Sequence[Phrase], after: Sequence[Phrase]) -> Draft | None:
    """An event as subject ("talks took place"), object ("held talks") or occasion ("at talks with B")."""
    sentence = reading.sentence
    candidates: list[tuple[Event, Sequence[Phrase], str]] = []
    if reading.subject_event is not None and not (reading.is_passive and "follow" in reading.verbs):
        # "The trip was agreed in a call between A and B": they belong to the call.
        near = takewhile(lambda phrase: sentence.event(phrase) is None, after)
        rest = (*reading.own_subject[1:], *(near if _tells_event(reading) else ()))
        candidates.append((reading.subject_event, rest, "subject"))
    else:
        for number, phrase in enumerate(reading.own_subject[1:], 1):
            event = sentence.event(phrase)
            if event is not None and sentence.grammar.has("occasions", phrase.preposition):
                candidates.append((event, (*reading.own_subject[number + 1 :], *after), "occasion"))
    regions: tuple[Sequence[Phrase], ...] = (after, opening)
    for region in regions:
        for number, phrase in enumerate(region):
            event = sentence.event(phrase)
            if event is None:
                continue
            others: tuple[Phrase, ...] = (*region[number + 1 :], *(after if region is opening else opening))
            plain = _is_object(phrase, reading)
            position = "object" if plain and region is after else "occasion"
            follows = phrase.preposition == "by" and "follow" in reading.verbs
            if (
                position == "occasion"
                and not follows
                and not sentence.grammar.has("occasions", phrase.preposition)
                and not (phrase.preposition == "on" and event_kind(event, sentence) is ContactKind.VISIT)
            ):
                continue
            candidates.append((event, others, position))
    # What was merely planned, asked for or spoken of gives way to where it was done.
    candidates.sort(key=lambda each: each[2] == "object" and not _is_done(reading))
    drafts = [event_draft(event, around, position, reading) for event, around, position in candidates]
    told = [draft for draft in drafts if draft is not None]
    joined = sentence.world.joined
    # "The trip was agreed in a call between A and B": the call says whose it was.
    whole = [draft for draft in told if len(draft.sides(joined)) == 2 and draft.status is not None]
    return next(iter(whole or told), None)


def _is_object(phrase: Phrase, reading: Reading) -> bool:
    """ "refrained from talks", "agreed to a meeting", "called for talks": what the verb is about."""
    if phrase.preposition == "from":
        return reading.is_in("refuses")
    if phrase.preposition in ("to", "for", "on"):
        governs = any(reading.is_in(kind) for kind in ("plans", "doubts")) and not reading.frames
        governs = governs or (phrase.preposition == "for" and "call" in reading.verbs)
        first = bool(reading.after) and reading.after[0] is phrase
        return governs and first and not reading.is_passive and "be" not in reading.verbs
    return not phrase.preposition


def by_description(reading: Reading) -> Draft | None:
    """ "the coming meeting scheduled for May": a participle that tells of the noun before it."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent
    if clause.kind not in (Kind.PARTICIPLE, Kind.RELATIVE) or clause.head < 0 or above is None:
        return None
    if (
        not reading.is_passive
        or not _tells_event(reading)
        or sentence.words[clause.head].low not in (sentence.grammar.events)
    ):
        return None
    for part in (above.before, above.after):
        upto = [each for each in part if each <= clause.head]
        if upto and upto[-1] == clause.head:
            event = sentence.event(sentence.phrases(upto)[-1])
            return event_draft(event, reading.after, "subject", reading) if event is not None else None
    return None


def _is_done(reading: Reading) -> bool:
    return reading.is_in("takes_part") or reading.is_in("organises")


def _tells_event(reading: Reading) -> bool:
    """Whether what follows the verb is about the event that is its subject ("talks took place with B")."""
    return (
        reading.is_passive
        or "be" in reading.verbs
        or any(reading.is_in(kind) for kind in ("happens", "plans", "cancels"))
    )


def event_draft(event: Event, rest: Sequence[Phrase], position: str, reading: Reading) -> Draft | None:
    """A contact told by a noun; nothing where its verb does not make it one."""
    sentence = reading.sentence
    takes_part = position == "object" and (reading.is_in("takes_part") or reading.is_in("organises"))
    takes_part = takes_part or (position == "object" and reading.is_in("refuses"))
    takes_part = takes_part or (event.phrase.preposition == "in" and "be" in reading.verbs)
    if is_imagined(event, sentence) and not drops_plans(event, reading):
        return None
    if position == "object" and _says_what_it_was(reading):
        return None
    kind = event_kind(event, sentence)
    people = own_parties(event, sentence) + _between(event, sentence)
    place = modifying_place(event, sentence)
    for phrase in rest:
        if phrase.preposition in ("with", "between", "among", "by", "including", "from", "through"):
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("for", "to") and sentence.has("hospitality", event.at):
            # "gave a dinner for B".
            people += sentence.parties(phrase.words)
        elif phrase.preposition == "in" and any(sentence.has("honoured", each) for each in phrase.words):
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("in", "at", "near", "to", "outside"):
            place = place or sentence.place(phrase)
            if phrase.preposition == "to" and place is None and kind in _DIRECTED:
                people += sentence.parties(phrase.words)
    if len({party.side for party in people} & sentence.world.joined) == 1:
        people += _tellers(reading, position)
    whole = len({party.side for party in people} & sentence.world.joined) == 2
    if sentence.has("loose", event.at) and not (takes_part or whole or is_by_wire(event, sentence)):
        return None
    named = (
        {each for phrase in reading.own_subject for each in phrase.words} if position == "subject" else set()
    )
    if position == "subject" and reading.is_in("involves"):
        people += reading.object_parties
    described, where, dates = _described(event, named | set(event.phrase.words), sentence)
    joins = _subject_joins(event, position, people, reading)
    people += described + (reading.subject if joins else ()) + _possessed(event, reading)
    negation = is_negated(reading.clause, sentence.words, sentence.grammar)
    own_dates = dates_of(reading, negation.asserts)
    if position == "subject" and reading.is_in("cancels"):
        # "planned for May, was called off after a raid in April": May.
        own_dates = dates or tuple(when for when in own_dates if "/" not in when.edtf)
    if kind is ContactKind.MEETING and (
        described or (reading.is_in("organises") and not reading.is_in("takes_part") and not whole)
    ):
        kind = ContactKind.CONFERENCE
    return Draft(
        clause=reading.clause,
        kind=kind,
        status=_event_status(event, position, reading),
        parties=tuple(dict.fromkeys(people)),
        place=place or where,
        dates=with_length(own_dates or precise(dates), event, reading),
        event=event,
        used=used_words(reading.clause, people),
        home_counts=kind not in CROSSING,
        is_occasion=position == "occasion",
        is_other=any(sentence.has("other_event", each) for each in event.modifiers),
        is_repeated=tells_repetition(reading.clause.words, sentence),
    )


def _tellers(reading: Reading, position: str) -> tuple[Party, ...]:
    """ "A said no talks with B were held", "A denied that a meeting with B took place": A's talks."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent
    status = standing(clause, sentence.words, sentence.grammar)
    told = _tells_event(reading) or reading.is_in("organises")
    if clause.kind is not Kind.CONTENT or above is None or position == "occasion" or not told:
        return ()
    return reading_of(above, sentence).subject if status is Status.DENIED else ()


def _described(
    event: Event, named: set[int], sentence: Sentence
) -> tuple[tuple[Party, ...], Place | None, tuple[When, ...]]:
    """What a participle says of the event: "organised by the ministry in May", "held in Northtown".

    `named` are the words after which it may stand.
    """
    people: tuple[Party, ...] = ()
    place: Place | None = None
    dates: tuple[When, ...] = ()
    for other in sentence.clauses:
        if other.kind not in (Kind.PARTICIPLE, Kind.RELATIVE) or not other.chain:
            continue
        if other.head not in named and other.head != event.at:
            continue
        reading = reading_of(other, sentence)
        people += agents(other, sentence, "accompanying")
        dates += dates_of(reading)
        for phrase in reading.after:
            if phrase.preposition in ("in", "at"):
                place = place or sentence.place(phrase)
    return people, place, dates


def _between(event: Event, sentence: Sentence) -> tuple[Party, ...]:
    """ "a meeting planned for May between A and B": those who stand behind the participle."""
    people: tuple[Party, ...] = ()
    for other in sentence.clauses:
        if other.kind is Kind.PARTICIPLE and other.head == event.at:
            for phrase in sentence.phrases(other.after):
                if phrase.preposition in ("with", "between"):
                    people += sentence.parties(phrase.words)
    return people


def _possessed(event: Event, reading: Reading) -> tuple[Party, ...]:
    """ "their meeting" is of those just spoken of; "his talks with B" of him."""
    sentence = reading.sentence
    owned = any(sentence.has("possessives", each) for each in event.modifiers)
    clause = reading.clause
    if not owned and not _follows(clause, reading):
        return ()
    above = clause.parent
    if above is not None and above.chain:
        reader = reading_of(above, sentence)
        filled: tuple[Party, ...] = reader.subject + reader.object_parties
        for phrase in reader.after:
            if phrase.preposition in ("with", "by"):
                filled += sentence.parties(phrase.words)
        return filled
    people = sentence.carried.many or sentence.carried.one if owned else ()
    return tuple(replace(party, at=-1) for party in people)


def _follows(clause: Clause, reading: Reading) -> bool:
    """ "…, followed by a meeting in May": of the same people."""
    return clause.kind is Kind.PARTICIPLE and bool({"follow", "precede"} & reading.verbs)


def _subject_joins(event: Event, position: str, people: Iterable[Party], reading: Reading) -> bool:
    if position == "subject":
        return False
    sentence = reading.sentence
    owned = any(sentence.words[each].tag is Tag.POSSESSIVE for each in event.modifiers)
    whole = len({party.side for party in people} & sentence.world.joined) == 2
    if position == "object":
        return (
            reading.is_in("takes_part")
            or reading.is_in("organises")
            or reading.is_in("recalls")
            or (
                not owned and (reading.is_in("plans") or reading.is_in("cancels") or reading.is_in("refuses"))
            )
        )
    return not owned and not whole


def _is_announced(event: Event, reading: Reading) -> bool:
    """ "The meeting planned for May did not take place": it was to."""
    sentence = reading.sentence
    return any(sentence.has("planned_event", each) for each in event.modifiers) or any(
        _is_planned(sentence.words[each], sentence.grammar)
        for other in sentence.clauses
        if other.head == event.at and other.kind is Kind.PARTICIPLE
        for each in other.chain
    )


def _says_what_it_was(reading: Reading) -> bool:
    """ "It was their second meeting": of one just told, without telling another."""
    sentence = reading.sentence
    subject = reading.own_subject[0].words if reading.own_subject else ()
    said = len(subject) == 1 and sentence.has("taken_back", subject[0])
    return "be" in reading.verbs and said and not dates_of(reading)


def _is_by_another(position: str, reading: Reading) -> bool:
    """ "The meeting was arranged by a bishop": told of as held; "was arranged for May" looks ahead."""
    said_by = any(phrase.preposition == "by" for phrase in reading.after)
    return position == "subject" and said_by and reading.is_in("organises")


def _is_planned(word: Word, grammar: Grammar) -> bool:
    return any(sense.name in grammar.classes["plans"] for sense in grammar.senses.get(word.low, ()))


def _event_status(event: Event, position: str, reading: Reading) -> Status | None:
    sentence = reading.sentence
    status = standing(reading.clause, sentence.words, sentence.grammar)
    negated = is_negated(reading.clause, sentence.words, sentence.grammar).is_negated
    if any(sentence.has("cancelled_event", each) for each in event.modifiers):
        return Status.CANCELLED
    if position == "occasion" and drops_plans(event, reading):
        return Status.CANCELLED
    if any(sentence.has("earlier_event", each) for each in event.modifiers) and position != "object":
        return Status.HAPPENED
    would = any(sentence.grammar.has("modals-reported", sentence.words[e].low) for e in reading.clause.chain)
    if position == "subject" and would and "be" in reading.verbs and not dates_of(reading):
        # "A meeting would be useful".
        return None
    if position == "subject" and "be" in reading.verbs and reading.after:
        said = [sentence.words[each].low for each in reading.clause.after[:2]]
        if any(sentence.grammar.has("doubts", low) for low in said):
            return None
        if any(sentence.grammar.has("plans", low) for low in said):
            return Status.DENIED if negated else Status.PLANNED
    if position in ("object", "subject") and (position == "object" or reading.is_passive):
        if reading.is_in("cancels"):
            # "may cancel", "did not cancel": it is planned all the same.
            return Status.CANCELLED if status in (Status.HAPPENED, Status.PLANNED) else Status.PLANNED
        if reading.is_in("refuses") and not reading.is_in("takes_part"):
            return None if negated else Status.DENIED
        if reading.is_in("doubts"):
            return None
        if reading.is_in("reports") and status is not Status.HAPPENED:
            return None
        if event_kind(event, sentence) is ContactKind.INVITATION and "accept" in reading.verbs:
            return status
        if reading.is_in("plans") and not _is_by_another(position, reading):
            return Status.DENIED if negated else Status.PLANNED
        if (
            position == "object"
            and status is Status.DENIED
            and not (reading.is_in("takes_part") or reading.is_in("organises") or "be" in reading.verbs)
        ):
            return None
    if position == "subject" and reading.is_in("cancels") and reading.object is None:
        return Status.CANCELLED if status is Status.HAPPENED else Status.PLANNED
    if position == "subject" and status is Status.DENIED and _is_announced(event, reading):
        return Status.CANCELLED
    if position == "subject" and not _tells_event(reading) and status is not Status.HAPPENED:
        # "Talks with B would harm us": of no talks in particular.
        return None
    presupposes = position == "occasion" and sentence.grammar.has("presupposing", event.phrase.preposition)
    future = any(sentence.words[each].tag is Tag.MODAL for each in reading.clause.chain)
    if presupposes and not future and status is not Status.HAPPENED:
        # "At talks with B, A refused to …": what was done there does not touch the talks.
        return (
            Status.HAPPENED if not is_hypothetical(reading.clause, sentence.words, sentence.grammar) else None
        )
    if any(sentence.has("planned_event", each) for each in event.modifiers) and status is Status.HAPPENED:
        return Status.PLANNED
    return status
