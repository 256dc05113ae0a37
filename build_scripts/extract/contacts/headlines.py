"""Extract: a headline's report and those of the text below in, the report with the text's date out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.models import ContactKind, Report

_FEW = 3
"""Participants of a headline that may be states alone ("Westland and Southland are talking")."""
_PRESENCE = (ContactKind.VISIT, ContactKind.MEETING, ContactKind.CONFERENCE)


def dated_by_text(headline: Report, told: Sequence[Report], states: frozenset[str] = frozenset()) -> Report:
    """A headline has no date; the first contact below it that it can speak of has.

    "League and Southland end talks" above "A of the League and B ended two days of talks on Friday".
    """
    if headline.date or headline.repeated:
        return headline
    for report in told:
        if (
            report.start > headline.start
            and report.date
            and not report.repeated
            and _fits(headline, report, states)
        ):
            place = headline.place or report.place
            people = headline.participants
            if not set(people) & set(report.participants):
                # It names sides or states where the text names who took part.
                people = report.participants
            return replace(
                headline, date=report.date, date_words=report.date_words, place=place, participants=people
            )
    return headline


def _fits(headline: Report, report: Report, states: frozenset[str]) -> bool:
    alike = headline.kind is report.kind or (headline.kind in _PRESENCE and report.kind in _PRESENCE)
    there = not headline.place or not report.place or headline.place == report.place
    # A state in a headline is whoever acts for it in the text.
    people, others = set(headline.participants) - states, set(report.participants)
    shared = bool(people & others) or not people or not others
    return (
        alike
        and there
        and headline.status is report.status
        and (shared or (set(headline.sides) <= set(report.sides) and len(people) < _FEW))
    )
