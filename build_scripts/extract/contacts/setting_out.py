"""Extract: a draft in its sentence and the day of publication in, whether people were only on their way out.

"left for Westford this morning to meet B", "arrived in Westford on Thursday for Friday's talks with B": what
they came for is still to come, if the article appeared no later. Years on, it is told as done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.models import ContactKind, Status

_FRESH = timedelta(days=2)
"""From the day of leaving to publication, within which nothing is known of the meeting."""


def still_to_come(draft: Draft, sentence: Sentence, published: str) -> Draft:
    """The draft as planned, with the day that is told of it, where its people had only left or arrived."""
    clause = draft.clause
    if draft.status is not Status.HAPPENED or len(published) < 10 or not _is_fresh(draft, published):
        return draft
    meets = (
        draft.kind is not ContactKind.VISIT and clause.kind is Kind.INFINITIVE and clause.parent is not None
    )
    going = clause.parent if meets else clause
    if going is None or not (meets or _is_for_partner(draft)):
        return draft
    if draft.event is not None and draft.event.phrase.preposition in ("after", "following"):
        # "left on Wednesday after talks with B".
        return draft
    reading = reading_of(going, sentence)
    if reading.is_in("sets_out") and not ("head" in reading.verbs and reading.object is not None):
        return replace(draft, status=Status.PLANNED)
    home = draft.place is not None and bool(draft.place.home)
    if meets or home or not reading.is_in("arrives_somewhere") or _event_ahead(reading) is None:
        return draft
    kind = ContactKind.MEETING if draft.kind is ContactKind.VISIT else draft.kind
    return replace(draft, kind=kind, status=Status.PLANNED, dates=_dates_ahead(going, sentence))


def _is_fresh(draft: Draft, published: str) -> bool:
    appeared = edtf.bounds(published)
    told = [edtf.bounds(when.edtf) for when in draft.dates]
    if appeared is None or not told:
        return False
    return all(one is not None and one[0] >= appeared[0] - _FRESH for one in told)


def _is_for_partner(draft: Draft) -> bool:
    """Whether both sides are named: it is not the place alone that makes it a contact."""
    return len({party.side for party in draft.parties}) > 1


def _event_ahead(reading: Reading) -> int | None:
    """ "for talks with B": where the event stands."""
    for phrase in reading.after:
        event = reading.sentence.event(phrase) if phrase.preposition == "for" else None
        if event is not None:
            return event.at
    return None


def _dates_ahead(going: Clause, sentence: Sentence) -> tuple[When, ...]:
    """ "for talks that are due to start on Saturday": Saturday; else none."""
    for other in sentence.clauses:
        below = other.kind in (Kind.RELATIVE, Kind.PARTICIPLE, Kind.INFINITIVE) and other.parent is going
        if below and {sense.name for sense in other.senses} & sentence.grammar.classes["happens"]:
            return dates_of(reading_of(other, sentence))
    return ()
