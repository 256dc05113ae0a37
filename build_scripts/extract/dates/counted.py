"""Extract, dates: a date said from another ("two days ago", "Friday", "the weekend") in; its value out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from build_scripts.extract.dates import almanac
from build_scripts.extract.dates.context import NOTHING, Context, Place, Resolved, agreed, base_of, or_nothing
from build_scripts.extract.dates.values import Base, Part, Resolution, Shift, Turn, Value

_HALF_A_WEEK = 3
_LONGEST_EVENT = 20
"""Days; what is longer is a month, or no one event."""
_SOON = 3
"""Sentences within which "the second day" is that of days told before."""
_WEEK = 7
_SOON_AHEAD = 14
"""Days after publication within which a bare weekday may be counted from the date before it."""
_OLD_STORY = 200
"""Days before publication after which a bare weekday belongs to the full date before it: news of May that
tells of 3 February, and then of Monday, means its own week."""


def shifted(value: Value, shift: Shift, context: Context, place: Place) -> Resolved:
    """ "two days ago", "last year", "October last year", "Friday last week", "the same day"."""
    amount = shift.amount
    if amount is None:
        return NOTHING

    def from_day(first: date, last: date) -> str:
        if value.weekday >= 0 and not value.month and not value.day:
            return almanac.day_edtf(almanac.week(first, amount)[0] + timedelta(days=value.weekday))
        # "last week" is a week, "a week ago" a day.
        if shift.unit == "week" and value.turn is not Turn.NONE and first == last:
            return almanac.span_edtf(*almanac.week(first, amount))
        return almanac.shifted((first, last), shift.unit, amount, value)

    base = _base(value, shift, context, place)
    bounds, how = base_of(base, context)
    if base is Base.REFERENCE and _counts_from_report(shift, context, place):
        bounds, how = context.report, Resolution.REFERENCE
    if bounds is None:
        return NOTHING
    if base is Base.REFERENCE and context.reference is None and context.aside is not None:
        bounds, how = context.aside, Resolution.REFERENCE
    is_unfounded = base is Base.REFERENCE and how is not Resolution.REFERENCE
    if is_unfounded and amount > 0 and place.direction < 0:
        return NOTHING  # "two years later he returned", and nothing to count from
    if base is Base.PUBLISHED:
        return or_nothing(agreed(context, bounds, lambda day: from_day(day, day)), how)
    found = from_day(*bounds)
    if not found and context.aside is not None and 0 <= place.passage - context.aside_passage <= 1:
        found = from_day(*context.aside)  # "after the fire of 5 May. … two days later"
    return or_nothing(found, how)


def within_what_was_told(value: Value, context: Context, place: Place) -> Resolved:
    """ "on the second day" of days told just before, or counted from one; "the following two days"."""
    if context.reference is None or place.paragraph != context.paragraph:
        return NOTHING
    first, last = context.reference
    length, apart = (last - first).days + 1, place.passage - context.passage
    if length > _LONGEST_EVENT or apart > (_SOON if length > 1 else 1):
        return NOTHING
    if value.days:
        span = last + timedelta(days=1), last + timedelta(days=value.days)
        return Resolved(almanac.span_edtf(*span), Resolution.REFERENCE)
    if value.nth < 0:
        return or_nothing(almanac.day_edtf(last) if length > 1 else "", Resolution.REFERENCE)
    if value.nth > length > 1 or (length == 1 and value.nth == 1):
        return NOTHING
    return Resolved(almanac.day_edtf(first + timedelta(days=value.nth - 1)), Resolution.REFERENCE)


def _counts_from_report(shift: Shift, context: Context, place: Place) -> bool:
    """ "The radio said on 9 March that he had come the day before": before it was said."""
    is_told_since = context.reference is not None and context.passage == place.passage
    return shift.unit == "day" and context.report_passage == place.passage and not is_told_since


def _base(value: Value, shift: Shift, context: Context, place: Place) -> Base:
    """What is counted from, where the words leave it to the text."""
    if shift.base is Base.NEAR:
        is_told = context.heading_year or (context.has_stated_year and place.direction <= 0)
        return Base.REFERENCE if context.reference is not None and is_told else Base.PUBLISHED
    return Base.REFERENCE if _ends_what_was_told(value, shift, context, place) else shift.base


def _ends_what_was_told(value: Value, shift: Shift, context: Context, place: Place) -> bool:
    """ "They met in March 1996. At the end of the year they parted": of the year that the text speaks of."""
    if value.part is Part.WHOLE or value.turn is not Turn.NONE or shift.amount != 0:
        return False
    if context.reference is None or shift.unit not in ("month", "year"):
        return False
    near = place.paragraph == context.paragraph and place.passage - context.passage <= 2
    if shift.unit == "month" and context.passage == place.passage and place.direction < 0:
        return True  # "expected in July, he came at the end of the month"
    return bool(context.heading_year) or (near and context.has_stated_year and place.direction < 0)


def bare_weekday(value: Value, context: Context, place: Place) -> Resolved:
    """A bare weekday: from publication, unless the text is telling of days long past."""
    reference = context.reference
    is_past = (
        reference is not None
        and reference[0] == reference[1]
        and context.has_stated_year
        and place.direction <= 0
        and not place.reports
        and value.turn is Turn.NONE
        and place.paragraph == context.paragraph
        and place.passage - context.passage <= 1
        and (context.published is None or (context.published[0] - reference[0]).days > _OLD_STORY)
    )
    is_of_then = is_past or (value.turn is Turn.NONE and _is_of_that_week(context, place))
    if is_of_then and reference is not None:
        day = almanac.weekday_near(reference[0], value.weekday, Turn.NEXT, 1)
        return Resolved(almanac.day_edtf(day, value.approximate), Resolution.REFERENCE)

    is_next = (
        reference is not None
        and reference[0] == reference[1]
        and context.passage == place.passage
        and place.direction > 0
        and context.published is not None
        and 0 <= (reference[0] - context.published[1]).days <= _SOON_AHEAD
    )

    def on(today: date) -> str:
        direction = place.direction
        if is_next and reference is not None:
            # "He comes on Saturday and is to leave on Monday".
            # Near-miss: "is to fly on on Friday, after talks on Thursday".
            near = almanac.weekday_near(reference[0], value.weekday, Turn.NEXT, 1) - reference[0]
            today = max(today, reference[0]) if near.days <= _HALF_A_WEEK else today
        if place.is_overtaken:
            # "Talks set for Monday were put off": the Monday that is nearer, on whichever side.
            direction = 1 if (value.weekday - today.weekday()) % 7 <= _HALF_A_WEEK else -1
        return almanac.day_edtf(almanac.weekday_near(today, value.weekday, value.turn, direction))

    return _from_base(value, context, on, place)


def _is_of_that_week(context: Context, place: Place) -> bool:
    """ "sat down on Sunday, 12 July, and rose on Monday", told weeks later: the day after."""
    if context.reference is None or context.published is None or context.passage != place.passage:
        return False
    first, last = context.reference
    apart = (context.published[0] - last).days
    return first == last and apart >= _WEEK and place.direction <= 0 and not place.reports


def weekend(value: Value, context: Context, place: Place) -> Resolved:
    """ "over the weekend", "last weekend"."""

    def on(today: date) -> str:
        return almanac.span_edtf(*almanac.weekend_near(today, value.turn, place.direction))

    return _from_base(value, context, on, place)


def day_of_month(value: Value, context: Context, place: Place) -> Resolved:
    """ "on the 19th": of the month that the text spoke of last; what has been lies before publication."""
    bounds, how = base_of(Base.REFERENCE, context)
    if bounds is None or (bounds[0].year, bounds[0].month) != (bounds[1].year, bounds[1].month):
        return NOTHING
    found = almanac.as_edtf(replace(value, month=bounds[0].month), bounds[0].year)
    today = context.published[1] if context.published is not None else date.max
    if place.direction < 0 and found > today.isoformat() and bounds[0].month > 1:
        # "presented her letters on the 30th", said on the 20th.
        found = almanac.as_edtf(replace(value, month=bounds[0].month - 1), bounds[0].year)
    return or_nothing(found, Resolution.CONTEXT if how is Resolution.REFERENCE else how)


def _from_base(value: Value, context: Context, on: Callable[[date], str], place: Place) -> Resolved:
    """A weekday or weekend counted from publication, or from the last date of the text."""
    bounds, how = base_of(value.base, context)
    if bounds is None:
        return NOTHING
    if value.base is Base.REFERENCE:
        return or_nothing(on(bounds[0]) if bounds[0] == bounds[1] else "", how)
    if how is Resolution.PUBLICATION and place.direction and value.turn is Turn.NONE:
        how = Resolution.TENSE
    return or_nothing(agreed(context, bounds, on), how)
