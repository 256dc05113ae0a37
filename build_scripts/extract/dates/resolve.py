"""Extract, dates: what a date's own words say in; its EDTF value and how it was reached out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from build_scripts import edtf
from build_scripts.extract.dates import almanac, counted
from build_scripts.extract.dates.context import NOTHING, Context, Place, Resolved, or_nothing
from build_scripts.extract.dates.values import Bound, Expression, Resolution, Turn, Value
from build_scripts.extract.dates.years import year_omitted

_WEEK = timedelta(weeks=1)
_SUNDAY = 6


def resolve(expression: Expression, context: Context, place: Place) -> Resolved:
    """The value of one expression: a date, a range of two, or an open bound."""
    found = _resolve(expression.value, context, place)
    if expression.last is not None:
        found = _range(expression.value, found, expression.last, context, place)
    if expression.is_week and edtf.precision(found.edtf) == "day":
        return replace(found, edtf=_week_of(found.edtf))
    if not found.edtf or expression.bound is Bound.NONE:
        return found
    first, _, last = found.edtf.partition("/")
    if expression.bound is Bound.AFTER:
        return replace(found, edtf=f"{first}/..")
    return replace(found, edtf=f"../{last or first}")


def _week_of(day: str) -> str:
    """From the Sunday or Monday that the day is, else from the Monday before it.

    >>> _week_of("1998-05-04"), _week_of("1998-05-06")
    ('1998-05-04/1998-05-10', '1998-05-04/1998-05-10')
    """
    given = date.fromisoformat(day.strip("~"))
    first = given if given.weekday() == _SUNDAY else given - timedelta(days=given.weekday())
    return f"{first.isoformat()}/{(first + _WEEK - timedelta(days=1)).isoformat()}"


def _resolve(value: Value, context: Context, place: Place) -> Resolved:
    if value.ambiguous:
        return NOTHING
    if value.year or value.span:
        return _stated(value)
    if value.anchor is not None:
        return _from_anchor(value, context, place)
    if value.nth or value.days:
        return counted.within_what_was_told(value, context, place)
    if value.shift is not None:
        return counted.shifted(value, value.shift, context, place)
    if value.has_month_or_season:
        return year_omitted(value, context, place)
    if value.is_weekend:
        return counted.weekend(value, context, place)
    if value.weekday >= 0:
        return counted.bare_weekday(value, context, place)
    return counted.day_of_month(value, context, place) if value.day else NOTHING


def _stated(value: Value) -> Resolved:
    """Year and all: only the calendar and the weekday can object."""
    found = almanac.as_edtf(value, value.year)
    if not found:
        return Resolved("", Resolution.IMPOSSIBLE)
    if (
        value.weekday >= 0
        and value.day
        and date(value.year, value.month, value.day).weekday() != value.weekday
    ):
        return Resolved(found, Resolution.CONTRADICTION)
    return Resolved(found, Resolution.LIST if value.filled else Resolution.STATED)


def _from_anchor(value: Value, context: Context, place: Place) -> Resolved:
    """ "two days after 5 May"."""
    assert value.anchor is not None
    assert value.shift is not None
    bounds = edtf.bounds(_resolve(value.anchor, context, replace(place, direction=0)).edtf)
    if bounds is None or value.shift.amount is None:
        return NOTHING
    how = Resolution.PUBLICATION if value.anchor.is_relative else Resolution.REFERENCE
    return or_nothing(almanac.shifted(bounds, value.shift.unit, value.shift.amount, value), how)


def _range(value: Value, first: Resolved, last: Value, context: Context, place: Place) -> Resolved:
    """From the one to the other; an end without a year lies behind its start."""
    if value.weekday >= 0 and value.is_relative and value.shift is None and last.shift is not None:
        # "from Wednesday to Friday last week": both of that week.
        first = _resolve(replace(value, shift=last.shift), context, place)
    start = edtf.bounds(first.edtf)
    if start is None:
        return first
    if last.weekday >= 0 and last.is_relative and last.shift is None:
        until = almanac.weekday_near(start[1], last.weekday, Turn.NEXT, 1)
        is_bare = value.weekday >= 0 and value.is_relative and value.shift is None
        if is_bare and place.direction < 0 and context.published and until > context.published[1] >= start[0]:
            # "They met from Monday to Wednesday", on a Tuesday: those of the week before.
            first = replace(first, edtf=almanac.day_edtf(start[0] - _WEEK))
            until -= _WEEK
        end = Resolved(almanac.day_edtf(until), first.how)
    elif last.has_month_or_season and not last.year and not last.shift:
        years = almanac.years_for(last, start[0].year, 1)
        ends = [almanac.as_edtf(last, year) for year in sorted(years)]
        later = [end for end in ends if (bounds := edtf.bounds(end)) and bounds[1] >= start[0]]
        end = or_nothing(later[0] if later else "", first.how)
    else:
        end = _resolve(last, context, place)
    joined = f"{first.edtf.partition('/')[0]}/{end.edtf.rpartition('/')[2]}"
    if first.edtf == end.edtf:
        return first
    if not end.edtf or not edtf.is_valid(joined):
        return NOTHING
    is_list = Resolution.LIST in (first.how, end.how)
    return Resolved(joined, Resolution.STATED if is_list and value.filled else first.how)
