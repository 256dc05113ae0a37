"""Compare: the days that two reports of contacts give in; whether they may be of one time, out."""

from __future__ import annotations

from datetime import date, timedelta

from build_scripts import edtf
from build_scripts.models import ContactKind, Report

_WIDE = timedelta(days=45)
"""A date that covers more says in which period, not when: it joins only a single contact inside it."""
_NEAR_OPEN = timedelta(days=31)
SLIP = timedelta(days=3)
"""Sources that agree in all else may differ by this much on the day."""


def is_wide(when: str) -> bool:
    """Whether a date covers more than some six weeks."""
    ends = edtf.bounds(when)
    return ends is not None and (ends[1] == date.max or ends[0] == date.min or ends[1] - ends[0] > _WIDE)


def width(when: str) -> int:
    """Days that a date covers; an open or missing date covers more than any other."""
    ends = edtf.bounds(when)
    return (ends[1] - ends[0]).days if ends else date.max.toordinal() + 1


def is_beside_a_stay(stay: Report, other: Report) -> bool:
    """ "received her on 8 March; she had been there since 3 March", in one article: two contacts.

    So are "9-24 March: A goes there" and "They are received on the 11th".
    """
    if stay.kind is not ContactKind.VISIT or other.source != stay.source or other.kind is ContactKind.VISIT:
        return False
    first, last = stay.date.partition("/")[::2]
    of_days = edtf.precision(first) == edtf.precision(last) == "day" if last else False
    if of_days and edtf.precision(other.date) == "day":
        return True
    return (
        stay.date.endswith("/..")
        and not other.date.endswith("/..")
        and stay.date.removesuffix("/..") != other.date
    )


def start_together(one: str, other: str) -> bool:
    """An open date ("from 28 May on") goes with what begins within a month of it."""
    first, second = edtf.bounds(one), edtf.bounds(other)
    if first is None or second is None:
        return False
    if date.max not in (first[1], second[1]):
        return True
    return abs((first[0] - second[0]).days) <= _NEAR_OPEN.days


def slipped(one: Report, other: Report, is_there: bool) -> bool:
    """Whether two reports, `is_there` at one place, may give one contact two days by a slip."""
    first, second = edtf.bounds(one.date), edtf.bounds(other.date)
    if (
        first is None
        or second is None
        or (ContactKind.VISIT in (one.kind, other.kind) and one.kind != other.kind)
    ):
        return False
    if edtf.precision(one.date) != "day" or edtf.precision(other.date) != "day":
        return False
    # Where one does not say where it was, they must be as near as a day is to the next.
    apart = SLIP if is_there and one.kind == other.kind else timedelta(days=1)
    return abs((first[0] - second[0]).days) <= apart.days
