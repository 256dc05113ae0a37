"""Extract: a clause in, what it tells of a series out without naming the event: "A second followed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_FEW = 2
"""Words of "A second", "The next"."""
_SERIES = frozenset({"follow", "take place", "come", "occur"})
_ORDINAL = re.compile(r"[0-9]+(st|nd|rd|th)")
"""Match: "10th". Near-miss: "10"."""


def bare_series(reading: Reading) -> Draft | None:
    """ "A second took place in May", "B followed in June"; kind and people are for the article to say.

    Near-miss: "A second followed" without a date, "Elections followed in May".
    """
    sentence, clause = reading.sentence, reading.clause
    if not reading.own_subject or reading.object is not None:
        return None
    words = [each for each in reading.own_subject[0].words if sentence.words[each].tag is not Tag.COMMA]
    one = len(words) == 1 and sentence.words[words[0]].low == "one"
    another, it = one or _is_another(words, sentence), _is_it(words, sentence)
    if not (another or it or "follow" in reading.verbs):
        return None
    status = _status(reading)
    if status is None or ((one or it) and status is Status.HAPPENED):
        return None
    people = reading.subject if "follow" in reading.verbs and status is Status.HAPPENED else ()
    named = len(words) == 1 and len(people) == 1 and people[0].at == words[0]
    if not (named or another or it):
        return None
    dates = dates_of(reading) or (_of_plan(reading) if status is Status.CANCELLED else ())
    if not dates or any(not when.edtf for when in dates):
        return None
    if len(dates) > 1 and status is Status.HAPPENED:
        return None
    return Draft(
        clause=clause,
        kind=ContactKind.MEETING,
        status=status,
        parties=people if named else (),
        place=None,
        dates=dates,
        used=used_words(clause, people if named else ()),
        is_other=another,
    )


def _status(reading: Reading) -> Status | None:
    """Held, planned or called off, where the verb says no more of an event than that."""
    sentence, clause = reading.sentence, reading.clause
    told = standing(clause, sentence.words, sentence.grammar)
    if is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return None
    if reading.is_passive:
        if reading.is_in("cancels"):
            return Status.CANCELLED if told is Status.HAPPENED else None
        arranged = bool(reading.verbs & sentence.grammar.classes["arranges"])
        resumed = reading.is_in("resumes") and told is Status.PLANNED
        return Status.PLANNED if (arranged and told is Status.HAPPENED) or resumed else None
    if told in (Status.PLANNED, Status.CANCELLED):
        begins = reading.is_in("happens") or reading.is_in("resumes")
        return told if begins or reading.verbs & _SERIES else None
    return told if told is Status.HAPPENED and reading.verbs & _SERIES else None


def _is_another(words: Sequence[int], sentence: Sentence) -> bool:
    """ "A second", "The next", "The 10th"; near-miss: "The second man"."""
    low = sentence.words[words[-1]].low if 0 < len(words) <= _FEW else ""
    return sentence.grammar.has("follow_up", low) or _ORDINAL.fullmatch(low) is not None


def _is_it(words: Sequence[int], sentence: Sentence) -> bool:
    """ "It was planned for April", "They are to be resumed in May": of what was just told, not held."""
    return len(words) == 1 and sentence.has("event_pronouns", words[0])


def _of_plan(reading: Reading) -> tuple[When, ...]:
    """ "One scheduled for Monday was called off": of the plan."""
    sentence = reading.sentence
    for other in sentence.clauses:
        if other.kind is Kind.PARTICIPLE and other.parent is reading.clause:
            below = reading_of(other, sentence)
            return dates_of(below) if below.is_in("plans") else ()
    return ()
