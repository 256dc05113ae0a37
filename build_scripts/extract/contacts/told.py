"""Extract: a contact that was told, for what later sentences say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.records import record
from build_scripts.models import ContactKind, Status

_STAY = timedelta(days=7)
"""Days, at most, of a journey from which one comes back."""
NEAR = 3
"""Sentences within which "the meeting" takes over who takes part in it."""

TOGETHER = (ContactKind.MEETING, ContactKind.CONFERENCE)


@record
class Told:
    """A report that was made, for what later sentences say of it."""

    reports: tuple[int, ...]
    draft: Draft
    parties: tuple[Party, ...]
    sides: frozenset[str]
    number: int
    noun: str = ""
    """The event's noun as it stands there, in lower case."""
    is_attributed: bool = False
    """Whether the sentence says on whose word: "a paper said", "according to officials"."""


def dates_from(told: Draft, kind: ContactKind) -> tuple[When, ...]:
    """Dates for "the meeting"; one that people had only arrived for took place then or later."""
    taken = tuple(replace(when, at=-1) for when in told.dates)
    if (
        told.kind is not ContactKind.VISIT
        or kind is ContactKind.VISIT
        or len(taken) != 1
        or "/" in taken[0].edtf
    ):
        return taken
    return (replace(taken[0], edtf=f"{taken[0].edtf}/.."),)


def disagree(draft: Draft, told: Draft) -> bool:
    """Whether two cannot be the same meeting: other days, or one held and one to come."""
    if draft.dates and told.dates and told.kind is not ContactKind.VISIT:
        return not any(edtf.overlaps(one.edtf, other.edtf) for one in draft.dates for other in told.dates)
    if told.kind is ContactKind.VISIT or draft.is_occasion:
        return False
    return (
        draft.status is Status.PLANNED and told.status is Status.HAPPENED and bool(draft.dates or told.dates)
    )


def up_to_end(dates: Sequence[When], told: Draft) -> tuple[When, ...]:
    """ "A arrived on Monday. The visit ended on Thursday": one stay, from Monday to Thursday.

    Near-miss: "They met in March. The talks ended on 12 May".
    """
    begun = [edtf.bounds(when.edtf) for when in told.dates]
    ended = [edtf.bounds(when.edtf) for when in dates]
    if len(begun) != 1 or len(ended) != 1 or begun[0] is None or ended[0] is None:
        return tuple(dates)
    days = begun[0][0] == begun[0][1] and ended[0][0] == ended[0][1]
    if not days or not timedelta(0) < ended[0][0] - begun[0][0] <= _STAY:
        return tuple(dates)
    return (replace(dates[0], edtf=f"{told.dates[0].edtf}/{dates[0].edtf}"),)


def is_way_back(dates: Sequence[When], told: Told) -> bool:
    """ "A went to the capital on Monday. She returned on Thursday": home; not "She returned in June"."""
    gone = [edtf.bounds(when.edtf) for when in told.draft.dates]
    back = [edtf.bounds(when.edtf) for when in dates]
    if len(gone) != 1 or len(back) != 1 or gone[0] is None or back[0] is None:
        return False
    day = edtf.precision(dates[0].edtf) == "day"
    return day and timedelta(0) <= back[0][0] - gone[0][0] <= _STAY
