"""Extract, dates: the arithmetic of the calendar; parts of a date in, EDTF out. Knows nothing of texts."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from build_scripts import edtf
from build_scripts.extract.dates.values import Part, Turn, Value

_THIRDS = {Part.EARLY: (1, 4), Part.MID: (5, 8), Part.LATE: (9, 12)}
_TWO_DAYS = 1
"""Days between the first and the last of two: "three days later" is counted from the last."""
_FEW_DAYS = 3
"""The longest event from which days are counted; about so many, from its near end."""
_SOME_WEEKS = 4
"""Weeks, at most, that are counted from a month as a whole."""
_DECADE = {Part.EARLY: (0, 3), Part.MID: (4, 6), Part.LATE: (7, 9)}


def as_edtf(value: Value, year: int) -> str:
    """The date in that year, with the precision that its parts give; empty if there is no such day."""
    mark = "~" if value.approximate else ""
    if value.span:
        return _decade(value) + mark if len(value.span) == 4 else value.span + mark
    if value.months[0]:
        return f"{year:04}-{value.months[0]:02}/{year:04}-{value.months[1]:02}"
    if value.season:
        return f"{year:04}-{value.season}{'~' if mark or value.part else ''}"
    if value.day:
        return (
            f"{year:04}-{value.month:02}-{value.day:02}{mark}" if is_day(year, value.month, value.day) else ""
        )
    if value.month:
        return f"{year:04}-{value.month:02}{'~' if mark or value.part else ''}"
    if value.part:
        first, last = _THIRDS[value.part]
        return f"{year:04}-{first:02}{mark}/{year:04}-{last:02}{mark}"
    return f"{year:04}{mark}"


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and day >= 1 and (day <= 28 or day <= monthrange(year, month)[1])


def day_edtf(day: date, approximate: bool = False) -> str:
    return day.isoformat() + ("~" if approximate else "")


def span_edtf(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def shifted(base: tuple[date, date], unit: str, amount: int, value: Value) -> str:
    """So many units from the base; as precise as the unit, and never more so than the base.

    Counting forward starts at the base's last day, counting back at its first.
    """
    start = base[1] if amount > 0 else base[0]
    if unit == "year":
        year = start.year + amount
        if value.is_to_the_day:
            value = replace(value, month=start.month, day=start.day)
        return as_edtf(replace(value, shift=None), year) if 1 <= year <= 9999 else ""
    if unit == "month":
        months = start.year * 12 + start.month - 1 + amount
        within_one = (base[0].year, base[0].month) == (base[1].year, base[1].month)
        if not within_one or not 12 <= months < 120_000:
            return ""
        month = months % 12 + 1
        within = start.day if value.is_to_the_day else value.day
        found = Value(month=month, day=within, part=value.part, approximate=value.approximate)
        return as_edtf(found, months // 12)
    away = (base[1] - base[0]).days
    if abs(amount) > 40_000:
        return ""
    if away > _FEW_DAYS:
        return _about_month(base, amount) if unit == "week" else ""
    try:
        day = start + timedelta(days=amount * (7 if unit == "week" else 1))
        return day_edtf(day, value.approximate or away > _TWO_DAYS)
    except OverflowError:
        return ""


def _about_month(base: tuple[date, date], weeks: int) -> str:
    """ "In January he came; three weeks later …": the month around so many weeks from the middle of it."""
    first, last = base
    is_month = first.day == 1 and last.day == monthrange(first.year, first.month)[1]
    if (
        not is_month
        or (first.year, first.month) != (last.year, last.month)
        or not 0 < abs(weeks) <= _SOME_WEEKS
    ):
        return ""
    day = first + timedelta(days=14 + 7 * weeks)
    return f"{day.year:04}-{day.month:02}~"


def week(day: date, amount: int) -> tuple[date, date]:
    """Monday and Sunday of the week so many weeks from the one that holds the day."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=amount)
    return monday, monday + timedelta(days=6)


def weekday_near(today: date, weekday: int, turn: Turn, direction: int) -> date:
    """The day of that name: before or on the day itself, or after or on it when the direction is ahead."""
    back = (today.weekday() - weekday) % 7
    ahead = (weekday - today.weekday()) % 7
    if turn is Turn.LAST:
        return today - timedelta(days=back or 7)
    if turn is Turn.NEXT:
        return today + timedelta(days=ahead or 7)
    if turn is Turn.THIS:
        return week(today, 0)[0] + timedelta(days=weekday)
    return today + timedelta(days=ahead) if direction > 0 else today - timedelta(days=back)


def weekend_near(today: date, turn: Turn, direction: int) -> tuple[date, date]:
    """Saturday and Sunday of the weekend before (or on) the day, or after it."""
    saturday = weekday_near(today, 5, Turn.NONE, direction)
    if turn is Turn.LAST and today.weekday() >= 5:
        saturday -= timedelta(weeks=1)
    if turn is Turn.NEXT:
        saturday = weekday_near(today, 5, Turn.NEXT, 1)
    if turn is Turn.THIS and direction >= 0:
        saturday = week(today, 0)[0] + timedelta(days=5)
    return saturday, saturday + timedelta(days=1)


def years_for(value: Value, near: int, reach: int) -> list[int]:
    """The years within reach in which the day exists and falls on its weekday, nearest first."""
    years = sorted(range(max(near - reach, 1), near + reach + 1), key=lambda year: (abs(year - near), -year))
    if not value.day:
        return years
    real = [year for year in years if is_day(year, value.month, value.day)]
    if value.weekday < 0:
        return real
    return [year for year in real if date(year, value.month, value.day).weekday() == value.weekday]


_WRONG, _LATE = 400, 330


def year_near(value: Value, years: list[int], near: tuple[date, date], direction: int) -> int:
    """The year that brings the date nearest to these days, on the side that the tense or "last" asks.

    The wrong side is not forbidden but costs 400 days: a tense can be misread, a date two weeks off rarely.
    A day of the month costs less: "will come on March 2", printed two days late, is of this year.
    """

    def cost(year: int) -> tuple[int, int]:
        first, last = edtf.bounds(as_edtf(value, year)) or (date.min, date.min)
        away = max((near[0] - last).days, (first - near[1]).days, 0)
        side = -1 if last < near[0] else 1 if first > near[1] else 0
        is_wrong = side * direction < 0 or (value.turn in (Turn.LAST, Turn.NEXT) and not side)
        return away + (_LATE if value.day and direction > 0 else _WRONG) * is_wrong, year

    return min(years, key=cost)


def days_ahead(value: Value, today: date) -> int:
    """Days until the next such day or month; 0 where the calendar has none."""
    found = (edtf.bounds(as_edtf(value, today.year + step)) for step in (0, 1))
    return next(((one[0] - today).days for one in found if one is not None and one[0] > today), 0)


def _decade(value: Value) -> str:
    """A decade, or its early, middle or late years."""
    if value.part is Part.WHOLE or value.span.endswith("XX"):
        return value.span
    first, last = _DECADE[value.part]
    return f"{value.span[:3]}{first}/{value.span[:3]}{last}"
