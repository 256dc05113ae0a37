"""Extract: a clause with a noun that is a contact ("talks", "visit") in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dating import dates_behind, dates_of, precise, since_first
from build_scripts.extract.contacts.draft import (
    CROSSING,
    Draft,
    as_one,
    tells_repetition,
    used_words,
    with_length,
)
from build_scripts.extract.contacts.event_parties import (
    described_parties,
    parties_between,
    possessors,
    subject_joins,
    tellers,
)
from build_scripts.extract.contacts.event_standing import event_status, says_what_it_was, tells_event
from build_scripts.extract.contacts.event_words import (
    drops_plans,
    event_kind,
    is_by_wire,
    is_imagined,
    modifying_place,
    own_parties,
)
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event
from build_scripts.models import ContactKind

_DIRECTED = (ContactKind.VISIT, ContactKind.CALL, ContactKind.INVITATION, ContactKind.STATEMENT)
"""Kinds whose noun takes a person after "to"."""


def by_event(reading: Reading, opening: Sequence[Phrase], after: Sequence[Phrase]) -> Draft | None:
    """An event as subject ("talks took place"), object ("held talks") or occasion ("at talks with B")."""
    sentence = reading.sentence
    candidates: list[tuple[Event, Sequence[Phrase], str]] = []
    if reading.subject_event is not None and not (reading.is_passive and "follow" in reading.verbs):
        # "The trip was agreed in a call between A and B": they belong to the call.
        near = takewhile(lambda phrase: sentence.event(phrase) is None, after)
        rest = (*reading.own_subject[1:], *(near if tells_event(reading) else ()))
        candidates.append((reading.subject_event, rest, "subject"))
    else:
        for number, phrase in enumerate(reading.own_subject[1:], 1):
            event = sentence.event(phrase)
            if event is not None and _is_occasion(event, reading):
                candidates.append((event, (*reading.own_subject[number + 1 :], *after), "occasion"))
    regions: tuple[Sequence[Phrase], ...] = (after, opening)
    for region in regions:
        for number, phrase in enumerate(region):
            event = sentence.event(phrase)
            if event is None:
                continue
            # "were in Northtown for talks": where, stands before.
            where = [each for each in region[:number] if each.preposition in ("in", "at", "near", "outside")]
            others: tuple[Phrase, ...] = (
                *region[number + 1 :],
                *(where if region is after else ()),
                *(after if region is opening else opening),
            )
            plain = _is_object(phrase, reading)
            position = "object" if plain and region is after else "occasion"
            follows = phrase.preposition == "by" and "follow" in reading.verbs
            comes = phrase.preposition == "from" and _comes_from(reading, region is opening)
            if position == "occasion" and not (follows or comes or _is_occasion(event, reading)):
                continue
            candidates.append((event, others, position))
    if (event := _antecedent_event(reading)) is not None:
        candidates.append((event, after, "object"))
    # What was merely planned, asked for or spoken of gives way to where it was done.
    candidates.sort(key=lambda each: each[2] == "object" and not _is_done(reading))
    if reading.clause.marker == "since" and reading.is_in("happens"):
        # "the first meeting since the talks began a decade ago": only how long ago it was.
        return None
    drafts = [event_draft(event, around, position, reading) for event, around, position in candidates]
    told = [draft for draft in drafts if draft is not None]
    joined = sentence.world.joined
    # "The trip was agreed in a call between A and B": the call says whose it was.
    whole = [draft for draft in told if len(draft.sides(joined)) == 2 and draft.status is not None]
    return next(iter(whole or told), None)


def _is_occasion(event: Event, reading: Reading) -> bool:
    """ "at talks", "on a visit", "over lunch"; near-misses: "on talks", "over talks"."""
    preposition, sentence = event.phrase.preposition, reading.sentence
    if preposition == "on":
        return event_kind(event, sentence) is ContactKind.VISIT
    if preposition == "with":
        # "The strike ended with a meeting between A and B".
        return reading.is_in("happens") and reading.subject_event is None
    if preposition == "over":
        return sentence.has("hospitality", event.at)
    return sentence.grammar.has("occasions", preposition)


def _antecedent_event(reading: Reading) -> Event | None:
    """ "the talks that A held with B", "the letter A sent to B": what the relative clause is about."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent
    if clause.kind is not Kind.RELATIVE or clause.head < 0 or above is None or clause.marker == "whose":
        return None
    if not reading.own_subject or reading.object is not None or reading.is_passive:
        return None
    part = above.before if clause.head in above.before else above.after
    upto = [each for each in part if each <= clause.head]
    event = sentence.event(sentence.phrases(upto)[-1]) if upto and upto[-1] == clause.head else None
    return event if event is not None and event.at == clause.head else None


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
        or not tells_event(reading)
        or sentence.words[clause.head].low not in (sentence.grammar.events)
    ):
        return None
    for part in (above.before, above.after):
        upto = [each for each in part if each <= clause.head]
        if upto and upto[-1] == clause.head:
            event = sentence.event(sentence.phrases(upto)[-1])
            between = sentence.phrases([each for each in part if clause.head < each < clause.chain[0]])
            rest = (*between, *reading.after)
            told = event_draft(event, rest, "subject", reading) if event is not None else None
            # "the contacts that were announced by both": none in particular.
            vague = told is not None and not told.dates and sentence.has("loose", clause.head)
            return None if vague else told
    return None


def _comes_from(reading: Reading, opens: bool) -> bool:
    """ "Emerging from talks with B", "Fresh from a meeting with B"; near-miss: "barred from talks"."""
    first = reading.clause.before[0] if reading.clause.before else -1
    return reading.is_in("departs") or (opens and first >= 0 and reading.sentence.has("fresh", first))


def _is_first(event: Event, position: str, reading: Reading) -> bool:
    """ "their first meeting since May", "The meeting, A's first with B since May, …"."""
    aside = {each for phrase in reading.own_subject for each in phrase.words} if position == "subject" else ()
    return any(reading.sentence.has("first_event", each) for each in (*event.modifiers, *aside))


def _sends(event: Event, reading: Reading) -> bool:
    """ "the letter that A sent": the verb is one that takes a message."""
    messages = event_kind(event, reading.sentence) is ContactKind.STATEMENT
    return messages and any(frame.object == "message" for frame in reading.frames)


def _is_done(reading: Reading) -> bool:
    return reading.is_in("takes_part") or reading.is_in("organises")


def event_draft(event: Event, rest: Sequence[Phrase], position: str, reading: Reading) -> Draft | None:
    """A contact told by a noun; nothing where its verb does not make it one."""
    sentence = reading.sentence
    takes_part = position == "object" and (reading.is_in("takes_part") or reading.is_in("organises"))
    takes_part = takes_part or (position == "object" and reading.is_in("refuses"))
    takes_part = takes_part or (position == "object" and _sends(event, reading))
    at_talks = event.phrase.preposition == "at" and not sentence.has("loose", event.at)
    in_talks = event.phrase.preposition == "in" and not (
        sentence.has("loose", event.at) and reading.object is not None
    )
    takes_part = takes_part or ((in_talks or at_talks) and "be" in reading.verbs)
    told_of = position == "hearsay"
    absent = position == "occasion" and "be" in reading.verbs and event.phrase.preposition == "at"
    if absent and is_negated(reading.clause, sentence.words, sentence.grammar).is_negated:
        # "B was not at the meeting".
        return None
    if is_imagined(event, sentence) and not (told_of or drops_plans(event, reading)):
        return None
    if position == "object" and says_what_it_was(reading):
        return None
    if position == "subject" and sentence.has("loose", event.at) and reading.is_in("lapses"):
        # "Contacts with B broke down in May"; near-miss: "talks with B broke down in May".
        return None
    kind = event_kind(event, sentence)
    people = own_parties(event, sentence) + parties_between(event, sentence)
    own = len(people)
    place = modifying_place(event, sentence)
    for phrase in rest:
        if phrase.preposition in ("with", "between", "among", "by", "including", "from", "through"):
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("on", "upon") and kind is ContactKind.CALL and "pay" in reading.verbs:
            # "paid a courtesy call on B".
            kind = ContactKind.MEETING
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("for", "to") and sentence.has("hospitality", event.at):
            # "gave a dinner for B".
            people += sentence.parties(phrase.words)
        elif phrase.preposition == "in" and any(sentence.has("honoured", each) for each in phrase.words):
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("in", "at", "near", "to", "outside"):
            place = place or sentence.place(phrase)
            # "a trip to Southland", to no place of its home.
            abroad = place is None or not place.home
            if phrase.preposition == "to" and abroad and kind in _DIRECTED:
                people += sentence.parties(phrase.words)
    named = (
        {each for phrase in reading.own_subject for each in phrase.words} if position == "subject" else set()
    )
    described, where, dates = described_parties(event, named | set(event.phrase.words), sentence)
    if kind in (ContactKind.STATEMENT, ContactKind.CALL) and position == "subject":
        # "A letter from A reached B".
        people += reading.object_parties if reading.is_in("arrives") else ()
    if len({party.side for party in people} & sentence.world.joined) == 1:
        people += tellers(reading, position)
    whole = len({party.side for party in people} & sentence.world.joined) == 2
    others = people[own:]
    if not whole and position == "occasion":
        # "At a dinner given by B, A …", "In a letter to B, A …": A was there, A wrote it.
        told_to = reading.object_parties if kind is ContactKind.CALL else ()
        people += told_to
        shown = {party.side for party in (*others, *described, *reading.subject, *told_to)}
        shown &= sentence.world.joined
        apart = not {party.side for party in reading.subject} >= shown
        whole = len(shown) == 2 and (apart or sentence.has("hospitality", event.at))
    takes_part = takes_part or told_of
    shown = {party.side for party in (*people, *described)} & sentence.world.joined
    there = place or where
    visits = kind is ContactKind.VISIT and there is not None and bool(there.home) and bool(shown)
    known = takes_part or whole or visits or len(shown) == 2 or is_by_wire(event, sentence)
    if sentence.has("loose", event.at) and not known:
        return None
    if position == "subject" and reading.is_in("involves"):
        people += reading.object_parties
    joins = subject_joins(event, position, people, reading)
    if joins and position == "occasion" and reading.is_passive:
        # "was agreed by A and B during talks".
        for phrase in reading.after:
            people += sentence.parties(phrase.words) if phrase.preposition == "by" else ()
    people += described + (reading.subject if joins else ()) + possessors(event, reading)
    negation = is_negated(reading.clause, sentence.words, sentence.grammar)
    own_dates = dates_of(reading, negation.asserts)
    confirming = any(sentence.has("confirming", each) for each in reading.clause.chain)
    if (position == "subject" and reading.is_passive and confirming) or (
        kind is ContactKind.INVITATION and position == "object" and reading.is_in("refuses")
    ):
        # The day is that of the refusal, or of the words.
        own_dates = ()
    if _is_first(event, position, reading):
        own_dates = since_first(own_dates, (*reading.after, *reading.own_subject), sentence)
        if not own_dates and says_what_it_was(reading, dated=False):
            return None
    if position == "object" and reading.is_in("cancels"):
        # "postponed until September a visit planned for May": May.
        own_dates = tuple(when for when in own_dates if not when.edtf.startswith("../"))
    if position == "subject" and reading.is_in("cancels"):
        # "planned for May, was called off after a raid in April": May.
        own_dates = dates or tuple(when for when in own_dates if "/" not in when.edtf)
    if position in ("object", "subject") and not (own_dates or dates):
        dates = dates_behind(event.at, reading)
    if kind is ContactKind.MEETING and (
        described or (reading.is_in("organises") and not reading.is_in("takes_part") and not whole)
    ):
        kind = ContactKind.CONFERENCE
    return Draft(
        clause=reading.clause,
        kind=kind,
        status=event_status(event, position, reading),
        parties=tuple(dict.fromkeys(people)),
        place=place or where,
        dates=with_length(as_one(own_dates or precise(dates), event, sentence), event, reading),
        event=event,
        used=used_words(reading.clause, people),
        home_counts=kind not in CROSSING,
        is_occasion=position == "occasion",
        is_other=any(sentence.has("other_event", each) for each in event.modifiers),
        is_repeated=tells_repetition(reading.clause.words, sentence),
    )
