"""Extract: a clause with a noun that stands over an event ("reports of talks") in, the contact out.

What is done with the noun says what became of the event: reports are denied or confirmed, plans dropped,
ideas and offers rejected, invitations accepted; a cancellation says it by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When, precise
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_OVER = ("hearsay", "cancelling_nouns", "plan_nouns", "invitation_nouns", "imagined")
_LINKS = ("of", "about", "on", "for", "to", "concerning", "regarding", "with")


def under_noun(reading: Reading) -> Draft | None:
    """ "denied reports of a meeting with B", "has no plans for talks with B"; None where it says nothing."""
    if reading.sentence.lows.isdisjoint(reading.sentence.grammar.nouns(*_OVER)):
        return None
    for parts in (reading.own_subject, reading.after):
        for number, phrase in enumerate(parts):
            found = _event_under(phrase, parts[number + 1 :], reading.sentence)
            if found is None:
                continue
            noun, kind, indices = found
            status = _status(noun, kind, reading)
            if status is None and kind != "hearsay":
                return None
            draft = _draft(indices, noun, status, reading)
            return replace(draft, is_rumour=True) if draft is not None and status is None else draft
    return None


def _event_under(
    phrase: Phrase, later: Sequence[Phrase], sentence: Sentence
) -> tuple[int, str, list[int]] | None:
    """The noun, its sort, and the words from the event on; the noun heads its phrase."""
    words = phrase.words
    for position, each in enumerate(words):
        if sentence.words[each].tag is not Tag.NOUN:
            continue
        kind = next((name for name in _OVER if sentence.has(name, each)), "")
        rest = words[position + 1 :]
        if not kind:
            if sentence.words[each].low in sentence.grammar.events:
                return None
            continue
        flat = [one for part in later for one in _with_preposition(part, sentence)]
        linked = bool(rest) and sentence.words[rest[0]].low in _LINKS
        if not rest and later and later[0].preposition in _LINKS:
            rest, linked, flat = (*later[0].words,), True, flat[1 + len(later[0].words) :]
            indices = [*rest, *flat]
        else:
            indices = [*rest[1:], *flat]
        parts = sentence.phrases(indices) if linked and indices else ()
        if parts and not parts[0].preposition and sentence.event(parts[0]) is not None:
            return each, kind, indices
        return None
    return None


def _with_preposition(phrase: Phrase, sentence: Sentence) -> tuple[int, ...]:
    first = phrase.words[0] - 1 if phrase.words else -1
    return (first, *phrase.words) if phrase.preposition and first >= 0 else phrase.words


def _status(noun: int, kind: str, reading: Reading) -> Status | None:
    """What the clause says of the event under the noun."""
    sentence, clause = reading.sentence, reading.clause
    negated = is_negated(clause, sentence.words, sentence.grammar).is_negated
    refuses = reading.is_in("refuses") or reading.is_in("denies")
    if kind == "cancelling_nouns":
        return None if negated else Status.CANCELLED
    if kind == "plan_nouns":
        if reading.is_in("cancels") and not negated:
            return Status.CANCELLED
        if _has_plans(reading) and not negated and not refuses:
            return Status.PLANNED
        return Status.DENIED if negated != refuses and (refuses or _has_plans(reading)) else None
    if kind == "hearsay":
        untrue = sentence.has_any("untrue", clause.words)
        if refuses or untrue or (_tells_of_truth(reading) and negated):
            return None if negated and not _tells_of_truth(reading) else Status.DENIED
        confirms = sentence.has_any("confirming", clause.chain) and not negated
        return Status.HAPPENED if confirms else None
    if kind == "invitation_nouns" and "accept" in reading.verbs and not negated:
        return Status.PLANNED
    return Status.DENIED if refuses and not negated else None


def _has_plans(reading: Reading) -> bool:
    """ "has no plans for talks", "there are no plans for talks", "made no arrangements"."""
    return bool(reading.verbs & {"have", "be", "make", "exist"})


def _tells_of_truth(reading: Reading) -> bool:
    return reading.sentence.has_any("truth", reading.clause.words)


def _draft(indices: Sequence[int], noun: int, status: Status | None, reading: Reading) -> Draft | None:
    sentence = reading.sentence
    parts = sentence.phrases(indices)
    event = sentence.event(parts[0])
    draft = event_draft(event, parts[1:], "hearsay", reading) if event is not None else None
    if draft is None:
        return None
    dates = tuple(
        When(date.edtf, date.text, each)
        for part in parts
        for each in part.words
        if (date := sentence.words[each].date) is not None and date.edtf
    )
    before = [each for each in reading.clause.words if each < noun and _is_of_owner(each, noun, sentence)]
    people = (*draft.parties, *sentence.parties(before))
    joined = sentence.world.joined
    if len({party.side for party in people} & joined) == 1:
        people += _teller(reading.clause, sentence)
    people = tuple(dict.fromkeys(people))
    return replace(draft, parties=people, dates=precise(dates), status=status, is_occasion=False)


def _is_of_owner(each: int, noun: int, sentence: Sentence) -> bool:
    """ "A's offer of talks": the words of the owner."""
    owned = noun > 1 and sentence.words[noun - 1].tag is Tag.POSSESSIVE
    return owned and each == noun - 2


def _teller(clause: Clause, sentence: Sentence) -> tuple[Party, ...]:
    above = clause.parent
    if clause.kind is not Kind.CONTENT or above is None:
        return ()
    return reading_of(above, sentence).subject
