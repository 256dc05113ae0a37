"""Extract, dates: tokens in; dates counted in days, weeks, months or years out ("two days ago")."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates import calendar_forms, full_forms
from build_scripts.extract.dates.letter_forms import counted_to_a_day
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Found, Shift, Turn, Value

_FIRST_IN = 14
"""Tokens of "the first visit to the northern island by a minister of the south in two years"."""


def counted(t: Tokens, at: int) -> Found | None:
    """ "two days ago", "a week later", "the day before", "three days after May 5"; not "for two days"."""
    if t.has("halves", at):
        return _half_a_year(t, at)
    amount = _amount(t, at)
    if amount is None and t.has("the", at):
        amount = (1, at + 1)
    if amount is None:
        return None
    number, unit_at = amount
    unit = t.words.units.get(t.word(unit_at))
    if unit is None or unit == "weekend" or (number == 1 and t.has("halves", at - 1)):
        return None
    after = unit_at + 1
    if number is not None and unit == "year" and _is_and_a_half(t, after):
        return _counted_from(t, at, after + 3, "month", number * 12 + 6)
    return _counted_from(t, at, after, unit, number)


def _is_and_a_half(t: Tokens, at: int) -> bool:
    return t.has("and", at) and t.has("articles", at + 1) and t.has("halves", at + 2)


def _counted_from(t: Tokens, at: int, after: int, unit: str, number: int | None) -> Found | None:
    """The date that so many units make with the words behind them (or the "in" before them)."""
    if (exact := counted_to_a_day(t, at, after, unit, number)) is not None:
        return exact
    if t.has("the", at):
        return _before_or_after(t, at, after, unit, number)
    if t.has("ago", after):
        is_month = t.has("this", after + 1) and t.words.units.get(t.word(after + 2)) == "month"
        if unit == "year" and number is not None and is_month:
            return Found(Value(shift=Shift("month", -12 * number, Base.PUBLISHED)), at, after + 3)
        is_today = t.words.deictic.get(t.word(after + 1)) == 0
        return Found(Value(shift=_ago(unit, number)), at, after + 1 + is_today)
    if unit == "hour":
        return None
    if t.has("later", after):
        return Found(Value(shift=_shift(unit, number, 1)), at, after + 1)
    if t.has("earlier", after):
        return Found(Value(shift=_shift(unit, number, -1)), at, after + 1)
    if t.has("on_since", after) and (t.word(after + 1) in (",", "") or t.is_stop(after + 1)):
        return Found(Value(shift=_shift(unit, number, 1)), at, after + 1)  # "two years on, he returned"
    return _ahead(t, at, after, unit, number) or _before_or_after(t, at, after, unit, number)


def _ahead(t: Tokens, at: int, after: int, unit: str, number: int | None) -> Found | None:
    """ "in two weeks' time", "a month from now", "in two weeks"; not "the first visit in two years"."""
    if number is None:
        return None
    shift = replace(_shift(unit, number, 1), base=Base.PUBLISHED)
    start = at - t.has("within", at - 1)
    if t.has("from", after) and t.has("now", after + 1):
        return Found(Value(shift=shift), start, after + 2)
    if start == at:
        return None
    time = after + t.is_apostrophe(after)
    time += t.has("possessive", time) and time > after
    if t.has("time_word", time):
        return Found(Value(shift=shift), start, time + 1)
    is_noun = t.is_word(after) and not t.has("function_words", after)
    is_span = is_noun or t.has("of", after) or t.is_apostrophe(after) or t.is_dash(after)
    if is_span or _is_first_in(t, start):
        return None
    return Found(Value(shift=shift, is_ahead=True), start, after)


def _is_first_in(t: Tokens, at: int) -> bool:
    """ "the first visit in two years"; not "the first group will leave in two weeks"."""
    for here in range(at - 1, max(at - _FIRST_IN, -1), -1):
        if t.has("future", here) or t.word(here) in (".", ";"):
            return False
        if t.word(here) in t.words.ordinals:
            return True
    return False


def _half_a_year(t: Tokens, at: int) -> Found | None:
    """ "half a year later", "half a year ago"; not "half a day later"."""
    if not t.has("articles", at + 1) or t.words.units.get(t.word(at + 2)) != "year":
        return None
    for name, sign in (("ago", -1), ("later", 1), ("earlier", -1)):
        if t.has(name, at + 3):
            base = Base.PUBLISHED if name == "ago" else Base.REFERENCE
            return Found(Value(shift=Shift("month", 6 * sign, base)), at, at + 4)
    return None


def _before_or_after(t: Tokens, start: int, at: int, unit: str, number: int | None) -> Found | None:
    """ "the day before", "two weeks after that", "a month after May 5, 1998", "two days after the vote"."""
    sign = 1 if t.has("after_that", at) else -1 if t.has("before_that", at) else 0
    if not sign or unit == "hour":
        return None
    end = at + 1
    if sign < 0 and t.has("last", end) and t.has("the", start) and unit in ("week", "month", "year"):
        # "the week before last"
        return Found(Value(shift=Shift(unit, -2, Base.PUBLISHED), turn=Turn.LAST), start, end + 1)
    anchor = full_forms.dated(t, end) or calendar_forms.month_of_year(t, end) if end < len(t) else None
    if anchor:
        return Found(Value(shift=_shift(unit, number, sign), anchor=anchor.value), start, anchor.end)
    if t.has("that", end) and not (t.is_word(end + 1) and not t.has("function_words", end + 1)):
        return Found(Value(shift=_shift(unit, number, sign)), start, end + 1)
    if t.has("objects", end) or (t.is_word(end) and not t.has("function_words", end)):
        # Counted from something that is not a date: the words stand, without a value.
        return Found(Value(shift=replace(_shift(unit, number, sign), base=Base.EVENT)), start, end)
    return Found(Value(shift=_shift(unit, number, sign)), start, end)


def _amount(t: Tokens, at: int) -> tuple[int | None, int] | None:
    """A number in figures or words and the place behind it; None where it is too vague to count."""
    if t.has("vague_numbers", at):
        is_about = t.has("about", at) and _number(t, at + 1) is not None
        return _amount_in_numbers(t, at + 1) if is_about else (None, t.skip_any(at + 1, "of"))
    return _amount_in_numbers(t, at)


def _amount_in_numbers(t: Tokens, at: int) -> tuple[int | None, int] | None:
    """ "two", "45", "twenty-one"; "a few", "two or three" have no value."""
    number = _number(t, at)
    if number is None:
        return None
    if number == 1 and t.has("vague_numbers", at + 1):
        return None, t.skip_any(at + 2, "of")
    if t.has("or", at + 1) and _number(t, at + 2) is not None:
        return None, at + 3
    if t.is_dash(at + 1) and number >= 20 and t.words.numbers.get(t.word(at + 2), 10) < 10:
        return number + t.words.numbers[t.word(at + 2)], at + 3
    return number, at + 1


def _number(t: Tokens, at: int) -> int | None:
    number = t.number(at)
    return t.words.numbers.get(t.word(at)) if number is None else number


def _ago(unit: str, number: int | None) -> Shift:
    """So many units before publication; hours ago is the same day."""
    if unit == "hour":
        return Shift("day", 0 if number is None or number <= 12 else None, Base.PUBLISHED)
    return replace(_shift(unit, number, -1), base=Base.PUBLISHED)


def _shift(unit: str, number: int | None, sign: int) -> Shift:
    """So many units from the last date; a fortnight is two weeks, a decade ten years."""
    unit, times = {"fortnight": ("week", 2), "decade": ("year", 10)}.get(unit, (unit, 1))
    return Shift(unit, None if number is None else sign * number * times, Base.REFERENCE)
