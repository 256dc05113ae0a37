"""Extract, dates: tokens in; one date with the words that narrow it out ("about", "early", "the end of")."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from build_scripts.extract.dates import calendar_forms, full_forms, told_forms, year_forms
from build_scripts.extract.dates.calendar_parts import (
    day_at,
    is_counting,
    month_at,
    year_at,
    year_with_century,
)
from build_scripts.extract.dates.letter_forms import turned_behind
from build_scripts.extract.dates.relative_forms import relative
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.turned_forms import turned
from build_scripts.extract.dates.values import Base, Found, Shift, Value

_OF_FIGURES = (
    full_forms.dated,
    year_forms.decade_or_century,
    year_forms.bare_year,
    calendar_forms.day_of_month,
    relative,
)
_OF_MONTHS = (full_forms.dated, calendar_forms.month_of_year, calendar_forms.bare_month, relative)
_OF_DAYS = (full_forms.dated, year_forms.share_of_year, year_forms.decade_or_century, relative)
"""Behind a weekday or an ordinal in letters: "first of May", "first quarter"."""
_OTHERS = (
    calendar_forms.season,
    calendar_forms.holiday,
    year_forms.decade_or_century,
    year_forms.short_year,
    relative,
)


def item(t: Tokens, at: int) -> Found | None:
    """The longest single date that begins here."""
    if at >= len(t.low) or not (
        t.low[at] in t.words.openers or t.low[at][0].isdecimal() or t.is_apostrophe(at)
    ):
        return None
    return _about(t, at) or _part(t, at) or _plain(t, at)


def day_after(t: Tokens, at: int, before: Value) -> Found | None:
    """The "29" of "February 28-29", with a year if one stands behind it; not of "March 5 and 12 people".

    "the March 5 to 7 talks", "the March 5 and 12 meetings": of these, days.
    """
    day = day_at(t, at)
    is_ordinal = day is not None and t.ordinal(at) is not None
    if day is None or not before.day or not (before.month or is_ordinal):
        return None
    if (of_year := turned(t, day[1])) and of_year.value.shift and of_year.value.shift.unit == "year":
        # "January 6 to 9 next year": both are of it.
        value = Value(day=day[0], month=before.month, shift=of_year.value.shift, filled=True)
        return Found(value, at, of_year.end)
    # "During March 6-10 Northtown was"; near-miss: "on March 6-10 people".
    is_before_name = t.is_dash(at - 1) and t.is_glued(at) and t.is_capital(day[1])
    is_free = t.has("function_words", day[1]) or t.has("own_dates", day[1]) or is_before_name
    if t.is_word(day[1]) and not is_free:
        return None
    year = year_with_century(t, t.skip(day[1], ",")) if t.word(day[1]) == "," else None
    value = Value(day=day[0], month=before.month, filled=True)
    return Found(value, at, day[1]) if year is None else Found(replace(value, year=year[0]), at, year[1])


def year_after(t: Tokens, at: int, before: Value, is_range: bool) -> Found | None:
    """The "2007" of "2006, 2007 and 2010", the "96" of "1994-96"; not of "in 1998 and 2000 people"."""
    if not before.year or before.day:
        return None
    year = year_at(t, at)
    if year is None and is_range and not t.is_word(at - 1) and len(t.word(at)) == 2:
        short = t.number(at)
        if short is not None and short > before.year % 100:
            year = before.year - before.year % 100 + short
    if year is None or is_counting(t, at + 1):
        return None
    return Found(Value(year=year), at, at + 1)


def _plain(t: Tokens, at: int) -> Found | None:
    best: Found | None = None
    for form in _forms(t, t.low[at]):
        found = form(t, at)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return turned_behind(t, best) if best else None


def _forms(t: Tokens, token: str) -> tuple[Callable[[Tokens, int], Found | None], ...]:
    """The forms that can begin with a token."""
    if token[0].isdecimal():
        return _OF_FIGURES
    if token in t.words.months:
        return _OF_MONTHS
    return _OF_DAYS if token in t.words.weekdays or token in t.words.ordinals else _OTHERS


def _about(t: Tokens, at: int) -> Found | None:
    """ "about March 2006", "some two weeks ago", "c. 1995"; not "talked about March"."""
    if not t.has("about", at):
        return None
    inner = t.skip_any(t.skip(at + 1, "."), "the")
    found = (_part(t, inner) or _plain(t, inner)) if inner < len(t) else None
    if found is None or (found.value.weekday >= 0 and not found.value.day):
        return None
    return Found(replace(found.value, approximate=True), at, found.end)


def _part(t: Tokens, at: int) -> Found | None:
    """ "early 1997", "late in October 2003", "mid-June", "the end of February", "the first days of May"."""
    inner, part = at + 1, t.words.parts.get(t.low[at])
    if part:
        inner += 1 if t.is_dash(inner) or t.has("dating", inner) else 0
    else:
        inner = at + t.has("the", at)
        part = t.words.parts_of.get(t.word(inner))
        is_first = t.has("first_days", inner)
        if part is None and t.has("days_of_part", inner + 1) and (is_first or t.has("last_days", inner)):
            part = "early" if is_first else "late"
            inner += 1
        if part is None and t.has("halves", inner + 1) and t.words.ordinals.get(t.word(inner), 3) < 3:
            part = "early" if t.words.ordinals[t.word(inner)] == 1 else "late"  # "the first half of May"
            inner += 1
            if month_at(t, t.skip_any(inner + 1, "of")) is None:
                part = None
        if part is None or not (t.has("of", inner + 1) or t.is_dash(inner + 1)):
            return None
        inner = t.skip_any(inner + 2, "the")
    if inner >= len(t):
        return None
    found = (
        _plain(t, inner) or _month(t, inner) or _year_at_hand(t, inner) or told_forms.new_year(t, inner - 1)
    )
    if found is None or found.value.day or found.value.weekday >= 0 or found.value.is_weekend:
        return None
    is_noun = t.is_word(found.end) and not t.has("function_words", found.end)
    if t.has("the", inner - 1) and found.value.year and not found.value.has_month_or_season and is_noun:
        return None  # "the opening of the 2000 games"
    unit = found.value.shift.unit if found.value.shift else ""
    if unit in ("day", "week") and not found.value.has_month_or_season:
        return None
    return calendar_forms.with_part(found, part, at)


def _year_at_hand(t: Tokens, at: int) -> Found | None:
    """ "Early in the year": the one that the text speaks of."""
    year = t.word(at + 1)
    if t.has("the", at) and t.words.units.get(year) == "year" and year in t.words.singular:
        return Found(Value(shift=Shift("year", 0, Base.REFERENCE)), at, at + 2)
    return None


def _month(t: Tokens, at: int) -> Found | None:
    """A month behind "the end of" needs no preposition of its own."""
    month = month_at(t, at)
    return Found(Value(month=month[0]), at, month[1]) if month else None
