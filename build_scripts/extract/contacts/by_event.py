"""Extract: a clause with a noun that is a contact ("talks", "visit") in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.draft import (
    Draft,
)
from build_scripts.extract.contacts.event_drafts import event_draft, is_done
from build_scripts.extract.contacts.event_standing import tells_event
from build_scripts.extract.contacts.event_words import event_kind, is_since_of_another
from build_scripts.extract.contacts.one_beside_another import BESIDE, tells_of_another
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event
from build_scripts.models import ContactKind


def by_event(reading: Reading, opening: Sequence[Phrase], after: Sequence[Phrase]) -> Draft | None:
    """An event as subject ("talks took place"), object ("held talks") or occasion ("at talks with B")."""
    sentence = reading.sentence
    if reading.subject_event is not None and is_since_of_another(reading.subject_event.at, reading):
        return None
    candidates: list[tuple[Event, Sequence[Phrase], str]] = []
    if reading.subject_event is not None and not tells_of_another(reading):
        # "The trip was agreed in a call between A and B": they belong to the call.
        # "was put off because of the fighting in the north": where the fighting was.
        near = takewhile(lambda part: sentence.event(part) is None and not _is_reason(part, reading), after)
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
            follows = phrase.preposition == "by" and bool(reading.verbs & BESIDE)
            comes = phrase.preposition == "from" and _comes_from(reading, region is opening)
            if position == "occasion" and not (follows or comes or _is_occasion(event, reading)):
                continue
            candidates.append((event, others, position))
    if (event := _antecedent_event(reading)) is not None:
        candidates.append((event, after, "object"))
    # What was merely planned, asked for or spoken of gives way to where it was done.
    candidates.sort(key=lambda each: each[2] == "object" and not is_done(reading))
    if reading.clause.marker == "since" and reading.is_in("happens"):
        # "the first meeting since the talks began a decade ago": only how long ago it was.
        return None
    drafts = [event_draft(event, around, position, reading) for event, around, position in candidates]
    told = [draft for draft in drafts if draft is not None]
    joined = sentence.world.joined
    # "The trip was agreed in a call between A and B": the call says whose it was.
    whole = [draft for draft in told if len(draft.sides(joined)) == 2 and draft.status is not None]
    return next(iter(whole or told), None)


def _is_reason(phrase: Phrase, reading: Reading) -> bool:
    return reading.sentence.has_preposition("reasons", phrase)


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
        ahead = reading.after[: 2 if reading.object is not None and reading.is_in("doubts") else 1]
        # "asked for talks", "asked the envoy for talks".
        first = any(each is phrase for each in ahead)
        return governs and first and not reading.is_passive and "be" not in reading.verbs
    return not phrase.preposition


def by_description(reading: Reading) -> Draft | None:
    """ "the coming meeting scheduled for May": a participle that tells of the noun before it."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent
    if clause.kind not in (Kind.PARTICIPLE, Kind.RELATIVE) or clause.head < 0 or above is None:
        return None
    takes_place = clause.kind is Kind.RELATIVE and reading.is_in("takes_place")
    if (
        not (reading.is_passive or takes_place)
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
