"""Foundation: dates as EDTF text (ISO 8601-2, levels 0 and 1) in, bounds, order and words for readers out.

Read here: days, months, years, seasons (`2022-21` to `2022-24`), decades (`199X`), centuries (`18XX`),
unspecified parts (`2004-XX`), qualifiers (`~ ? %`) and intervals, open (`..`) or unknown (empty) at an end.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}

# Match: "2024-02-29", "2006-03", "199X", "2022-21", "2024-03~", "2004-XX". Near-miss: "2024-2-9", "02-29".
_POINT = re.compile(
    r"""
    (?P<year> \d{4} | \d{3}X | \d{2}XX )
    (?: - (?P<month> \d{2} | XX ) (?: - (?P<day> \d{2} | XX ) )? )?
    (?P<qualifier> [~?%] )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Point:
    """One date: its first and last day, how precisely it is given, and its qualifier."""

    first: date
    last: date
    precision: str
    qualifier: str
    season: int = 0


_OPEN = _Point(date.min, date.max, "open", "")


def is_valid(edtf: str) -> bool:
    """Whether the text is a date or an interval that this project reads; the empty text is not.

    >>> is_valid("2024-02-29"), is_valid("2023-02-29"), is_valid("")
    (True, False, False)
    """
    return _parse(edtf) is not None


def bounds(edtf: str) -> tuple[date, date] | None:
    """First and last day that the date covers; an open end is `date.min` or `date.max`.

    Nothing for an empty or unreadable text. A qualifier (`~`) does not widen the bounds.

    >>> bounds("2006-03")
    (datetime.date(2006, 3, 1), datetime.date(2006, 3, 31))
    """
    ends = _parse(edtf)
    return None if ends is None else (ends[0].first, ends[-1].last)


def precision(edtf: str) -> str:
    """`day`, `month`, `season`, `year`, `decade`, `century` or `interval`; empty where there is no date."""
    ends = _parse(edtf)
    if ends is None:
        return ""
    return "interval" if len(ends) == 2 else ends[0].precision


def is_approximate(edtf: str) -> bool:
    """Whether any part of the date is marked as approximate or uncertain."""
    return any(end.qualifier for end in _parse(edtf) or ())


def overlaps(a: str, b: str) -> bool:
    """Whether the two dates have a day in common; false where either is empty."""
    one, two = bounds(a), bounds(b)
    return one is not None and two is not None and one[0] <= two[1] and two[0] <= one[1]


def contains(a: str, b: str) -> bool:
    """Whether `b` lies within `a`; false where either is empty.

    >>> contains("2006-03", "2006-03-04"), contains("2006-03-04", "2006-03")
    (True, False)
    """
    one, two = bounds(a), bounds(b)
    return one is not None and two is not None and one[0] <= two[0] and two[1] <= one[1]


def sort_key(edtf: str) -> tuple[date, date, str]:
    """Orders by first day, then last day, then text; an empty or unreadable date comes last."""
    first, last = bounds(edtf) or (date.max, date.max)
    return (first, last, edtf)


def in_words(edtf: str) -> str:
    """The date as a British reader would write it; an unreadable text comes back unchanged.

    >>> in_words("2024-02-28/2024-02-29"), in_words("2023-10-07/.."), in_words("2007/2011")
    ('28–29 February 2024', 'after 7 October 2023', '2007 to 2011')
    """
    ends = _parse(edtf)
    if ends is None:
        return edtf
    if len(ends) == 1:
        return _qualified(ends[0], _point_in_words(ends[0]))
    start, end = ends
    if start.precision == "open" and end.precision == "open":
        return "undated"
    if start.precision == "open":
        return f"by {_qualified(end, _point_in_words(end))}"
    if end.precision == "open":
        return f"after {_qualified(start, _point_in_words(start))}"
    return _qualified(start if start.qualifier else end, _interval_in_words(start, end))


@lru_cache(maxsize=4096)
def _parse(edtf: str) -> tuple[_Point, ...] | None:
    """The one or two ends of a date; nothing if it cannot be read or its ends are out of order."""
    parts = edtf.split("/")
    if len(parts) > 2 or parts == [""]:
        return None
    points = tuple(_OPEN if len(parts) == 2 and part in ("", "..") else _point(part) for part in parts)
    ends = tuple(point for point in points if point is not None)
    if len(ends) < len(points) or ends[0].first > ends[-1].last:
        return None
    return ends


def _point(text: str) -> _Point | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day, qualifier = match.group("year", "month", "day", "qualifier")
    try:
        if "X" in year:
            return None if month else _span_of_years(year, qualifier or "")
        if month is None or month == "XX":
            return _Point(date(int(year), 1, 1), date(int(year), 12, 31), "year", qualifier or "")
        if int(month) in SEASONS:
            return None if day else _season(int(year), int(month), qualifier or "")
        if day is None or day == "XX":
            first = date(int(year), int(month), 1)
            return _Point(first, _month_end(first), "month", qualifier or "")
        only = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return _Point(only, only, "day", qualifier or "")


def _span_of_years(year: str, qualifier: str) -> _Point:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    precision_ = "century" if year.endswith("XX") else "decade"
    return _Point(date(max(first, 1), 1, 1), date(last, 12, 31), precision_, qualifier)


def _season(year: int, season: int, qualifier: str) -> _Point:
    """A northern season; winter runs from December into February of the next year."""
    first = date(year, _FIRST_MONTH[season], 1)
    last = _month_end(first + timedelta(days=62))
    return _Point(first, last, "season", qualifier, season)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _qualified(point: _Point, words: str) -> str:
    before = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
    return before.get(point.qualifier, "") + words


def _point_in_words(point: _Point) -> str:
    first = point.first
    match point.precision:
        case "day":
            return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
        case "month":
            return f"{MONTHS[first.month - 1]} {first.year}"
        case "season":
            year = f"{first.year}–{point.last.year % 100:02}" if point.season == 24 else f"{first.year}"
            return f"{SEASONS[point.season]} {year}"
        case "decade":
            return f"the {first.year}s"
        case "century":
            return f"the {_ordinal(point.last.year // 100 + 1)} century"
        case _:
            return f"{first.year}"


def _interval_in_words(start: _Point, end: _Point) -> str:
    """Two closed ends; what they share is said once."""
    last = _point_in_words(end)
    same_year = start.first.year == end.first.year
    if start.precision == end.precision == "day" and same_year:
        if start.first.month == end.first.month:
            return f"{start.first.day}–{last}"
        return f"{start.first.day} {MONTHS[start.first.month - 1]} to {last}"
    if start.precision == end.precision == "month" and same_year:
        return f"{MONTHS[start.first.month - 1]} to {last}"
    return f"{_point_in_words(start)} to {last}"


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
