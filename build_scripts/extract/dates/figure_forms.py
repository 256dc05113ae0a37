"""Extract, dates: tokens in; dates in figures alone out (ISO, "19.02.2024")."""

from __future__ import annotations

import re
from datetime import date

from build_scripts.extract.dates.calendar_parts import year_at
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Found, Value

# Match: "12T09". Near-miss: "12th".
_DAY_AND_TIME = re.compile(r"(\d{2})t(?:\d{2})?")


def iso(t: Tokens, at: int) -> Found | None:
    """ "2024-02-19", "2024/02/19", "2024-02-19T10:00:00Z", "2006-03"; not "1994-95"."""
    year, month = year_at(t, at), t.number(at + 2)
    is_joined = all(t.is_glued(at + step) for step in (1, 2))
    if year is None or month is None or not is_joined or len(t.word(at + 2)) != 2:
        return None
    if t.word(at + 1) not in "-‐‑/" or not 1 <= month <= 12:
        return None
    if t.word(at + 3) == t.word(at + 1) and t.is_glued(at + 3) and t.is_glued(at + 4):
        time = _DAY_AND_TIME.fullmatch(t.word(at + 4))
        day = int(time.group(1)) if time else t.number(at + 4)
        end = _end_of_time(t, at + 5) if time else at + 5
        return Found(Value(year=year, month=month, day=day), at, end) if day and day <= 31 else None
    if t.word(at + 1) == "/" or month == (year + 1) % 100:
        return None
    return Found(Value(year=year, month=month), at, at + 3)


def _end_of_time(t: Tokens, at: int) -> int:
    """The place behind the rest of a time of day: ":00:00Z", ":30+02:00"."""
    for _ in range(12):
        if not t.is_glued(at) or not (t.word(at) in (":", "+", "-", "z") or t.word(at)[0].isdecimal()):
            break
        at += 1
    return at


def _weekday(t: Tokens, at: int) -> int | None:
    """The day of the week right before the date at `at`: "Wed, 10/01/2014"."""
    return t.words.weekdays.get(t.word(at - 1 - (t.word(at - 1) == ","))) if at else None


def numeric(t: Tokens, at: int) -> Found | None:
    """ "19.02.2024", "19/02/2024", "02/19/2024"; "03/04/1998" is ambiguous without a weekday; not "9/11"."""
    one, two, year = t.number(at), t.number(at + 2), t.number(at + 4)
    sign = t.word(at + 1)
    if one is None or two is None or year is None or not sign or sign not in "./-" or t.word(at + 3) != sign:
        return None
    if not all(t.is_glued(at + step) for step in range(1, 5)) or len(t.word(at + 4)) not in (2, 4):
        return None
    if year < 100:
        year += 1900 if year > 30 else 2000
    if one > 31 or two > 31 or min(one, two) > 12 or not min(one, two):
        return None
    day, month = (two, one) if two > 12 else (one, two)
    if sign == "/" and one <= 12 and two <= 12 and one != two:
        orders = [
            (m, d) for m, d in ((one, two), (two, one)) if date(year, m, d).weekday() == _weekday(t, at)
        ]
        if len(orders) != 1:
            return Found(Value(year=year, month=one, day=two, ambiguous=True), at, at + 5)
        month, day = orders[0]  # "Wed, 10/01/2014": in October
    return Found(Value(year=year, month=month, day=day), at, at + 5)
