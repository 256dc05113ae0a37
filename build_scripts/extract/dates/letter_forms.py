"""Extract, dates: tokens in; dates as letters, minutes and older papers give them out ("the 4th inst.").

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates.calendar_parts import day_at
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Found, Shift, Turn, Value

_DAYS = {"week": 7, "fortnight": 14}


def of_its_month(t: Tokens, at: int) -> Found | None:
    """ "4th inst.", "25th ultimo", "6 prox."; not "5 instant replies"."""
    day = day_at(t, at)
    amount = t.words.letter_months.get(t.word(day[1])) if day else None
    if day is None or amount is None:
        return None
    end = day[1] + 1
    is_short = t.has("short_months", day[1])
    if not is_short and t.ordinal(at) is None:
        return None
    is_short = is_short and t.word(end) == "." and t.is_glued(end)
    return Found(Value(day=day[0], shift=Shift("month", amount, Base.PUBLISHED)), at, end + is_short)


def week_behind(t: Tokens, at: int) -> Found | None:
    """ "Tuesday week", "last Tuesday week", "this day fortnight"; not "Tuesday week-long"."""
    is_this_day = t.has("this", at) and t.words.units.get(t.word(at + 1)) == "day"
    is_last = t.has("last", at) and _weekday(t, at + 1) is not None
    last = at + 1 if is_this_day or is_last else at
    days = _DAYS.get(t.words.units.get(t.word(last + 1), ""), 0)
    is_led_on = t.is_dash(last + 2) or t.is_apostrophe(last + 2)
    if not days or is_led_on or t.word(last + 1) not in t.words.singular:
        return None
    today = 0 if is_this_day else t.words.deictic.get(t.low[at])
    if today is not None:
        away = today - days if today < 0 else today + days
        return Found(Value(shift=Shift("day", away, Base.PUBLISHED)), at, last + 2)
    weekday = _weekday(t, last)
    if weekday is None:
        return None
    turn = Turn.LAST if is_last else Turn.NEXT
    return _from_weekday(weekday, turn, -days if is_last else days, at, last + 2)


def counted_to_a_day(t: Tokens, at: int, after: int, unit: str, number: int | None) -> Found | None:
    """ "a month ago to-day", "a week ago Friday", "a fortnight on Saturday"; not "a week ago Friday's"."""
    is_ago = t.has("ago", after)
    if number is None or not (is_ago or t.has("day_prepositions", after)):
        return None
    sign, end = -1 if is_ago else 1, after + 2
    today = t.words.deictic.get(t.word(after + 1))
    days = _DAYS.get(unit, 0) * number * sign
    if is_ago and today is not None:
        if days:
            return Found(Value(shift=Shift("day", days + today, Base.PUBLISHED)), at, end)
        shift = Shift(unit, -number, Base.PUBLISHED)
        return Found(Value(shift=shift, is_to_the_day=not today), at, end)
    weekday = _weekday(t, after + 1)
    if weekday is None or not days or t.is_apostrophe(end):
        return None
    return _from_weekday(weekday, Turn.LAST if is_ago else Turn.NEXT, days, at, end)


def turned_behind(t: Tokens, found: Found) -> Found:
    """ "Friday last", "August 3 last", "Monday next": the turn behind its day; not "May last week"."""
    value, end = found.value, found.end
    is_open = value.turn is Turn.NONE and not value.year and value.shift is None
    turn = Turn.LAST if t.has("last", end) else Turn.NEXT if t.has("next", end) else None
    is_noun = t.is_word(end + 1) and not t.has("function_words", end + 1)
    if not is_open or turn is None or is_noun or t.has("infinitive", end + 1) or t.is_capital(end):
        return found
    if not (value.weekday >= 0 or value.month):
        return found
    return Found(replace(value, turn=turn), found.start, end + 1)


def _weekday(t: Tokens, at: int) -> int | None:
    is_named = t.word(at) in t.words.full_weekdays and t.is_capital(at)
    return t.words.weekdays[t.word(at)] if is_named else None


def _from_weekday(weekday: int, turn: Turn, days: int, start: int, end: int) -> Found:
    """So many days from the last or the coming day of that name."""
    anchor = Value(weekday=weekday, turn=turn)
    return Found(Value(shift=Shift("day", days, Base.PUBLISHED), anchor=anchor), start, end)
