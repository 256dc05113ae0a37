"""Extract, dates: tokens in; dates that are said from another date out ("yesterday", "two days later").

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates import calendar_forms
from build_scripts.extract.dates.calendar_parts import is_part_of_a_name, month_at
from build_scripts.extract.dates.counted_forms import counted
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Found, Part, Shift, Turn, Value

_TURNS = {"last": Turn.LAST, "this": Turn.THIS, "next": Turn.NEXT, "coming": Turn.NEXT}
_TURNS_IN_TEXT = {"previous": Turn.LAST, "following": Turn.NEXT, "same": Turn.THIS, "that": Turn.THIS}
_AMOUNT = {Turn.LAST: -1, Turn.THIS: 0, Turn.NEXT: 1}


def relative(t: Tokens, at: int) -> Found | None:
    """The longest relative date that begins here."""
    forms = (
        _deictic(t, at),
        counted(t, at),
        _turned(t, at),
        _weekend(t, at),
        _weekday(t, at),
        _in_period(t, at),
    )
    return max((found for found in forms if found), key=lambda found: found.end, default=None)


def _deictic(t: Tokens, at: int) -> Found | None:
    """ "yesterday", "this morning", "the following evening", "the day before yesterday"; not "today's"."""
    if t.words.units.get(t.word(at + 1)) == "day" and t.has("the", at) and t.word(at + 3) in t.words.deictic:
        step = -1 if t.has("before", at + 2) else 1 if t.has("after_that", at + 2) else 0
        base = t.words.deictic[t.word(at + 3)]
        return _days(step + base, at, at + 4) if step and base else None
    if t.low[at] in t.words.deictic:
        if t.is_apostrophe(at + 1) or t.is_dash(at + 1):
            return None
        return _days(t.words.deictic[t.low[at]], at, at + 1)
    if t.has("times_of_day", at + 1):
        if t.has("this", at):
            return _days(0, at, at + 2)
        if t.has("last", at) and not t.has("the", at - 1):
            return _days(-1, at, at + 2)
        if t.has("that", at) or t.has("same", at):
            return Found(Value(shift=Shift("day", 0, Base.REFERENCE)), at, at + 2)
        for name, amount in (("following", 1), ("previous", -1)):
            if t.has(name, at) and t.has("the", at - 1):
                return Found(Value(shift=Shift("day", amount, Base.REFERENCE)), at - 1, at + 2)
    return None


def _turned(t: Tokens, at: int) -> Found | None:
    """ "last year", "next Monday", "this month", "last October", "the following day", "the same year"."""
    for name, turn in _TURNS.items():
        if t.has(name, at):
            is_next_day = turn is Turn.NEXT and t.words.units.get(t.word(at + 1)) == "day"
            is_told = is_next_day or (turn is Turn.NEXT and _goes_on(t, at))
            if t.has("the", at - 1) and not is_told:
                return None
            is_counted = t.has("the", at - 1) or (at == 0 and is_next_day)
            base = Base.REFERENCE if is_counted else Base.PUBLISHED
            return _turned_to(t, at, at + 1, turn, base)
    for name, turn in _TURNS_IN_TEXT.items():
        # "said that Friday": a conjunction.
        is_open = t.has("that", at) and not t.has("reporting", at - 1)
        if t.has(name, at) and (is_open or t.has("the", at - 1) or (at == 0 and turn is not Turn.LAST)):
            return _turned_to(t, at, at + 1, turn, Base.REFERENCE)
    return None


def _goes_on(t: Tokens, at: int) -> bool:
    """ "The next year they met": told in order, at the head of a sentence; not "over the next year"."""
    is_ahead = any(t.has(name, at + 2) for name in ("future", "present", "perfect", "of"))
    return at == 1 and t.has("the", 0) and not is_ahead and not t.is_apostrophe(at + 2)


def _turned_to(t: Tokens, start: int, at: int, turn: Turn, base: Base) -> Found | None:
    """What is last, this or next: a unit, a weekday, a month, a season or the weekend."""
    start -= t.has("the", start - 1)
    token = t.word(at)
    unit = t.words.units.get(token)
    if unit in ("day", "week", "month", "year", "weekend"):
        # "to this day", "last day": no date. Plurals count a duration: "the previous years".
        is_prefix = t.is_dash(at + 1) and not t.opens_entry(at + 1)
        if token not in t.words.singular or (unit == "day" and base is Base.PUBLISHED) or is_prefix:
            return None
        if unit == "weekend":
            return Found(Value(is_weekend=True, turn=turn, base=base), start, at + 1)
        return Found(Value(shift=Shift(unit, _AMOUNT[turn], base), turn=turn), start, at + 1)
    if token in t.words.seasons and not (t.is_word(at + 1) and not t.has("function_words", at + 1)):
        return Found(Value(season=t.words.seasons[token], turn=turn, base=base), start, at + 1)
    if not t.is_capital(at):
        return None
    if token in t.words.full_weekdays:
        return Found(Value(weekday=t.words.weekdays[token], turn=turn, base=base), start, at + 1)
    if token in t.words.full_months:
        if t.number(at + 1) is not None:
            dated = calendar_forms.dated(t, at)
            return Found(replace(dated.value, turn=turn, base=base), start, dated.end) if dated else None
        return Found(Value(month=t.words.months[token], turn=turn, base=base), start, at + 1)
    return None


def _weekend(t: Tokens, at: int) -> Found | None:
    """ "the weekend", as in "over the weekend"; "a long weekend" is none."""
    if (
        t.has("the", at)
        and t.words.units.get(t.word(at + 1)) == "weekend"
        and t.word(at + 1) in t.words.singular
    ):
        return Found(Value(is_weekend=True), at, at + 2)
    return None


def _weekday(t: Tokens, at: int) -> Found | None:
    """ "Friday", "Friday evening", "Friday last week"; not "every Friday", "Fridays", "Bloody Sunday"."""
    number = t.words.weekdays.get(t.low[at])
    if number is None or t.low[at] not in t.words.full_weekdays or not t.is_capital(at):
        return None
    if t.has("every", at - 1) or t.has("named_weekdays", at - 1) or is_part_of_a_name(t, at + 1):
        return None
    after = t.skip_any(at + 1, "times_of_day")
    week = _turned(t, after) if t.has("last", after) or t.has("this", after) or t.has("next", after) else None
    week = week or (_turned(t, after + 1) if t.has("of", after) else None)
    if week and week.value.shift and week.value.shift.unit == "week":
        return Found(Value(weekday=number, shift=week.value.shift), at, week.end)
    return Found(Value(weekday=number), at, after)


def _in_period(t: Tokens, at: int) -> Found | None:
    """ "October last year", "5 May this year", "October of that year", "the end of the month"."""
    found = calendar_forms.dated(t, at) or _named_month(t, at)
    if found is None or found.value.year:
        return _day_of_turned_month(t, at) or _end_of_unit(t, at)
    after = t.skip_any(t.skip(found.end, ","), "of")
    year = _turned(t, t.skip_any(after, "the")) if after < len(t) else None
    if year is None or year.value.shift is None or year.value.shift.unit != "year":
        return None
    return Found(replace(found.value, shift=year.value.shift), at, year.end)


def _day_of_turned_month(t: Tokens, at: int) -> Found | None:
    """ "the 29th of last month", "the 5th of this month"; not "the 29th of the line"."""
    day = t.ordinal(at)
    if day is None or not 1 <= day <= 31 or not t.has("of", at + 1):
        return None
    month = _turned(t, t.skip_any(at + 2, "the")) if at + 2 < len(t) else None
    if month is None or month.value.shift is None or month.value.shift.unit != "month":
        return None
    return Found(Value(day=day, shift=month.value.shift), at, month.end)


def _named_month(t: Tokens, at: int) -> Found | None:
    month = month_at(t, at)
    return Found(Value(month=month[0]), at, month[1]) if month else None


def _end_of_unit(t: Tokens, at: int) -> Found | None:
    """ "the end of the month", "the beginning of the year"; "the end of the war" is none."""
    part = t.words.parts_of.get(t.low[at])
    if part is None or not t.has("of", at + 1) or not t.has("the", at + 2):
        return None
    unit = t.words.units.get(t.word(at + 3))
    if unit not in ("month", "year", "week") or t.word(at + 3) not in t.words.singular:
        return None
    return Found(
        Value(part=Part(part), shift=Shift(unit, 0, Base.PUBLISHED)), at - t.has("the", at - 1), at + 4
    )


def _days(amount: int, start: int, end: int) -> Found:
    return Found(Value(shift=Shift("day", amount, Base.PUBLISHED)), start, end)
