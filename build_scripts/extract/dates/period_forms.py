"""Extract, dates: tokens in; parts of a year or month that is said, not given, out ("October last year").

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates import full_forms
from build_scripts.extract.dates.calendar_parts import month_at
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.turned_forms import turned
from build_scripts.extract.dates.values import Base, Found, Part, Shift, Turn, Value


def in_period(t: Tokens, at: int) -> Found | None:
    """ "October last year", "5 May this year", "October of that year", "the end of the month"."""
    found = full_forms.dated(t, at) or _named_month(t, at) or _named_season(t, at)
    if found is None or found.value.year:
        return (
            _day_of_turned_month(t, at) or _end_of_unit(t, at) or _later_in_unit(t, at) or _years_end(t, at)
        )
    after = t.skip_any(t.skip(found.end, ","), "of")
    year = turned(t, t.skip_any(after, "the")) if after < len(t) else None
    year = year or _year_before(t, after)
    if year is None or year.value.shift is None or year.value.shift.unit != "year":
        return None
    return Found(replace(found.value, shift=year.value.shift), at, year.end)


def _year_before(t: Tokens, at: int) -> Found | None:
    """ "in March of the year before", "in March the year before he had left"; not "… before he left"."""
    is_year = t.words.units.get(t.word(at + 1)) == "year" and t.word(at + 1) in t.words.singular
    sign = -1 if t.has("before_that", at + 2) else 1 if t.has("after_that", at + 2) else 0
    if not t.has("the", at) or not is_year or not sign:
        return None
    is_noun = t.is_word(at + 3) and not t.has("function_words", at + 3)
    is_clause = (is_noun or t.has("objects", at + 3)) and not t.has("pluperfect", at + 4)
    return None if is_clause else Found(Value(shift=Shift("year", sign, Base.REFERENCE)), at, at + 3)


def _day_of_turned_month(t: Tokens, at: int) -> Found | None:
    """ "the 29th of last month", "the 5th of this month"; not "the 29th of the line"."""
    day = t.ordinal(at)
    if day is None or not 1 <= day <= 31 or not t.has("of", at + 1):
        return None
    month = turned(t, t.skip_any(at + 2, "the")) if at + 2 < len(t) else None
    if month is None or month.value.shift is None or month.value.shift.unit != "month":
        return None
    return Found(Value(day=day, shift=month.value.shift), at, month.end)


def _named_month(t: Tokens, at: int) -> Found | None:
    month = month_at(t, at)
    return Found(Value(month=month[0]), at, month[1]) if month else None


def _named_season(t: Tokens, at: int) -> Found | None:
    """A season that a year has to follow: "the spring of last year"."""
    number = t.words.seasons.get(t.low[at])
    return Found(Value(season=number), at, at + 1) if number is not None and t.has("of", at + 1) else None


def _later_in_unit(t: Tokens, at: int) -> Found | None:
    """ "later in the year", "earlier in the week": of the one that the text speaks of."""
    unit = t.words.units.get(t.word(at + 1))
    is_led = t.has("within", at - 1) and (t.has("later", at - 2) or t.has("earlier", at - 2))
    if not t.has("the", at) or not is_led or t.word(at + 1) not in t.words.singular:
        return None
    if unit not in ("week", "month", "year") or t.is_apostrophe(at + 2):
        return None
    return Found(Value(shift=Shift(unit, 0, Base.NEAR), turn=Turn.THIS), at - 2, at + 2)


def _years_end(t: Tokens, at: int) -> Found | None:
    """ "by year's end", "at year-end"; not "the year's end-of-term parties"."""
    if t.words.units.get(t.low[at]) != "year" or t.low[at] not in t.words.singular:
        return None
    if t.is_capital(at) and t.is_capital(at - 1):
        return None  # "New Year's Eve"
    is_possessive = t.is_apostrophe(at + 1) and t.has("possessive", at + 2)
    here = at + 3 if is_possessive else at + 2 if t.is_dash(at + 1) else 0
    part = t.words.parts_of.get(t.word(here)) if here else None
    if part is None or t.is_dash(here + 1):
        return None
    start = at - t.has("the", at - 1)
    return Found(Value(part=Part(part), shift=Shift("year", 0, Base.PUBLISHED)), start, here + 1)


def _end_of_unit(t: Tokens, at: int) -> Found | None:
    """ "the end of the month", "the beginning of the year"; "the end of the war" is none."""
    part = t.words.parts_of.get(t.low[at])
    if part is None or not t.has("of", at + 1):
        return None
    here = t.skip_any(at + 2, "the")
    unit = t.words.units.get(t.word(here))
    if unit not in ("month", "year", "week") or t.word(here) not in t.words.singular:
        return None
    if here == at + 2 and (unit != "year" or (t.is_word(here + 1) and not t.has("function_words", here + 1))):
        return None  # "by the end of year" needs no article; "the end of year celebrations" are none
    turn = Turn.THIS if unit == "week" else Turn.NONE  # the week as a whole
    value = Value(part=Part(part), shift=Shift(unit, 0, Base.PUBLISHED), turn=turn)
    return Found(value, at - t.has("the", at - 1), here + 1)
