"""Extract: a clause in which one event is followed or preceded by another in, each with its own days out.

"The talks in June had been preceded by a visit of B in May": the talks were in June, the visit in May.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.dates_in_phrases import of_phrases, precise
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.roles import Reading

BESIDE = frozenset({"follow", "precede"})
"""Verbs whose passive tells of two events."""


def tells_of_another(reading: Reading) -> bool:
    """ "were followed by a visit"; near-miss: "were followed by a strike"."""
    if not (reading.is_passive and reading.verbs & BESIDE):
        return False
    return any(
        phrase.preposition == "by" and reading.sentence.event(phrase) is not None for phrase in reading.after
    )


def one_beside_another(main: Draft, reading: Reading) -> tuple[Draft, ...]:
    """The event behind "by", which is the clause's main one, and the one that is its subject."""
    if not (reading.is_passive and reading.verbs & BESIDE):
        return (main,)
    sentence, own = reading.sentence, reading.subject_event
    if not tells_of_another(reading):
        return (replace(main, dates=precise(of_phrases(reading.own_subject, sentence, False))),)
    later = replace(main, dates=precise(of_phrases(reading.after, sentence, False)))
    first = event_draft(own, reading.own_subject[1:], "subject", reading) if own is not None else None
    dates = precise(of_phrases(reading.own_subject, sentence, False))
    return (replace(first, dates=dates), later) if first is not None and dates else (later,)
