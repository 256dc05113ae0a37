"""Extract, dates: tokens in; a day of a month, with the year and the weekday that stand beside it, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates.calendar_parts import (
    day_at,
    is_counting,
    is_part_of_a_name,
    month_at,
    year_at,
    year_with_century,
)
from build_scripts.extract.dates.figure_forms import iso, numeric
from build_scripts.extract.dates.letter_forms import of_its_month
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Found, Value


def dated(t: Tokens, at: int) -> Found | None:
    """The longest date with figures that begins here: ISO, numeric, or day, month and perhaps year.

    Remembered: the forms of a list, of an interval and of a period each begin with one.
    """
    if at not in t.dated:
        t.dated[at] = _dated(t, at)
    return t.dated[at]


def _dated(t: Tokens, at: int) -> Found | None:
    token = t.word(at)
    if token[:1].isdecimal():
        forms = (iso(t, at), numeric(t, at), _day_first(t, at))
        return max((found for found in forms if found), key=lambda found: found.end, default=None)
    if token in t.words.months:
        return _month_first(t, at)
    if token in t.words.weekdays:
        return _weekday_first(t, at)
    return _day_first(t, at) if token in t.words.ordinals else None


def _weekday_first(t: Tokens, at: int) -> Found | None:
    """ "Thursday, February 29", "Friday morning, 4 May", "Tuesday (May 5)"; not "Thursday" alone."""
    weekday = t.words.weekdays.get(t.low[at])
    if weekday is None or not t.is_capital(at):
        return None
    is_short = t.low[at] not in t.words.full_weekdays
    named = t.skip(at + 1, ".") if is_short else t.skip_any(at + 1, "times_of_day")
    is_bracketed = t.word(named) == "("
    after = named + 1 if is_bracketed else t.skip(named, ",")
    found = _day_first(t, t.skip_any(after, "the")) or _month_first(t, after)
    if found is None or (is_bracketed and t.word(found.end) != ")"):
        return None
    return Found(replace(found.value, weekday=weekday), at, found.end + is_bracketed)


def _day_first(t: Tokens, at: int) -> Found | None:
    """ "19 February 2024", "19th of Feb.", "the first of May 1998"; not "155mm", "the first May talks"."""
    day = day_at(t, at)
    if day is None and t.has("of", at + 1):
        named = t.words.ordinals.get(t.word(at))
        day = (named, at + 1) if named else None
    if day is None:
        return None
    if (whole := _with_signs(t, at, day[0]) or of_its_month(t, at)) is not None:
        return whole
    month = month_at(t, t.skip_any(day[1], "of"))
    if month is None:
        return None
    return with_year(t, Found(Value(month=month[0], day=day[0]), at, month[1]))


def _with_signs(t: Tokens, at: int, day: int) -> Found | None:
    """ "12/May/2011", "12-May-2011"; not "12 - May 2011"."""
    sign = t.word(at + 1)
    month, year = month_at(t, at + 2), year_at(t, at + 4)
    if not sign or sign not in "/-" or t.word(at + 3) != sign or month is None or year is None:
        return None
    glued = month[1] == at + 3 and all(t.is_glued(at + step) for step in range(1, 5))
    return Found(Value(year=year, month=month[0], day=day), at, at + 5) if glued else None


def _month_first(t: Tokens, at: int) -> Found | None:
    """ "February 19, 2024", "Feb. 19th"; not "March 5,000 soldiers", "May 2024"."""
    month = month_at(t, at)
    if month is None:
        return None
    day = day_at(t, t.skip_any(month[1], "the"))
    if day is None:
        return None
    return with_year(t, Found(Value(month=month[0], day=day[0]), at, day[1]))


def with_year(t: Tokens, found: Found) -> Found | None:
    """The same date with the year behind it, if there is one; nothing if it is part of a name."""
    year = year_with_century(t, t.skip_any(t.skip(found.end, ","), "of"))
    if year is not None and not is_counting(t, year[1]):
        return Found(replace(found.value, year=year[0]), found.start, year[1])
    short = t.number(found.end)
    if short is not None and len(t.word(found.end)) == 2 and _is_short_year(t, found.end):
        return Found(
            replace(found.value, year=(1900 if short > 30 else 2000) + short), found.start, found.end + 1
        )
    return None if is_part_of_a_name(t, found.end) else found


def _is_short_year(t: Tokens, at: int) -> bool:
    """ "5 Jun 98", "5 June 02"; not "5 June 12 people", "June 5, 98 people", "5 June 14"."""
    digits = t.word(at)
    is_year = int(digits) > 31 or digits[0] == "0"
    return (
        is_year
        and t.is_word(at - 1)
        and not (t.is_word(at + 1) or (t.is_glued(at + 1) and t.word(at + 1) in ":-"))
    )
