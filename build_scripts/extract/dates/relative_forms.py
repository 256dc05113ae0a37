"""Extract, dates: tokens in; dates that are said from another date out ("yesterday", "two days later").

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from build_scripts.extract.dates.calendar_parts import is_given_name, is_part_of_a_name
from build_scripts.extract.dates.counted_forms import counted
from build_scripts.extract.dates.letter_forms import week_behind
from build_scripts.extract.dates.period_forms import in_period
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.told_forms import before_it, new_year, nth_day
from build_scripts.extract.dates.turned_forms import turned
from build_scripts.extract.dates.values import Base, Found, Shift, Turn, Value


def relative(t: Tokens, at: int) -> Found | None:
    """The longest relative date that begins here."""
    forms = (
        _deictic(t, at),
        counted(t, at),
        week_behind(t, at),
        turned(t, at),
        _weekend(t, at),
        _weekday(t, at),
        in_period(t, at),
        nth_day(t, at),
        before_it(t, at),
        new_year(t, at),
    )
    return max((found for found in forms if found), key=lambda found: found.end, default=None)


def _deictic(t: Tokens, at: int) -> Found | None:
    """ "yesterday", "this morning", "the following evening", "the day before yesterday"; not "today's"."""
    if t.words.units.get(t.word(at + 1)) == "day" and t.has("the", at) and t.word(at + 3) in t.words.deictic:
        step = -1 if t.has("before", at + 2) else 1 if t.has("after_that", at + 2) else 0
        base = t.words.deictic[t.word(at + 3)]
        return _days(step + base, at, at + 4) if step and base else None
    if t.low[at] in t.words.deictic:
        is_address = t.word(at + 1) == "." and t.is_glued(at + 1) and t.is_glued(at + 2)
        is_of_event = t.is_apostrophe(at + 1) and t.has("own_dates", at + 3)
        if (t.is_apostrophe(at + 1) and not is_of_event) or t.is_dash(at + 1) or is_address:
            return None  # "today's politics"; not "yesterday's meeting"
        return _days(t.words.deictic[t.low[at]], at, t.skip_any(at + 1, "times_of_day"))
    if t.has("times_of_day", at + 1):
        if t.has("this", at):
            return _days(0, at, at + 2)
        if t.has("last", at) and not t.has("determiners", at - 1):
            return _days(-1, at, at + 2)
        if t.has("that", at) or t.has("same", at):
            return Found(Value(shift=Shift("day", 0, Base.REFERENCE)), at, at + 2)
        if t.has("the", at) and t.has("before_that", at + 2) and t.has("last", at + 3):
            return _days(-2, at, at + 4)
        for name, amount in (("following", 1), ("previous", -1)):
            if t.has(name, at) and (t.has("the", at - 1) or at == 0):
                start = at - t.has("the", at - 1)
                return Found(Value(shift=Shift("day", amount, Base.REFERENCE)), start, at + 2)
    return None


def _weekend(t: Tokens, at: int) -> Found | None:
    """ "the weekend", as in "over the weekend"; "a long weekend" is none."""
    is_past = t.has("past_turns", at + 1)
    here = at + 1 + is_past
    if not t.has("the", at) or t.words.units.get(t.word(here)) != "weekend":
        return None
    turn = Turn.LAST if is_past else Turn.NONE
    return (
        Found(Value(is_weekend=True, turn=turn), at, here + 1) if t.word(here) in t.words.singular else None
    )


def _weekday(t: Tokens, at: int) -> Found | None:
    """ "Friday", "Friday evening", "Friday last week"; not "every Friday", "Fridays", "Bloody Sunday"."""
    number = t.words.weekdays.get(t.low[at])
    if number is None or t.low[at] not in t.words.full_weekdays or not t.is_capital(at):
        return None
    if t.has("every", at - 1) or t.has("named_weekdays", at - 1) or is_part_of_a_name(t, at + 1):
        return None
    if t.has("the", at - 1) and t.is_capital(at + 1) and t.words.months.get(t.word(at + 1)) is None:
        return None  # a newspaper: "the Sunday Courier"
    if is_given_name(t, at):
        return None
    is_following = t.has("following", at + 1) and not t.has("next", at + 1)
    if t.has("the", at - 1) and (is_following or t.has("before_that", at + 1) or t.has("after_that", at + 1)):
        is_open = not t.is_word(at + 2) or t.has("function_words", at + 2)
        turn = Turn.LAST if t.has("before_that", at + 1) else Turn.NEXT
        # Not "the Friday before the vote", "the Friday before he left"; but "the Friday following he left".
        if is_open and not t.has("determiners" if is_following else "objects", at + 2):
            return Found(Value(weekday=number, turn=turn, base=Base.REFERENCE), at - 1, at + 2)
    after = t.skip_any(at + 1, "times_of_day")
    week = turned(t, after) if t.has("last", after) or t.has("this", after) or t.has("next", after) else None
    week = week or (turned(t, after + 1) if t.has("of", after) else None)
    if week and week.value.shift and week.value.shift.unit == "week":
        return Found(Value(weekday=number, shift=week.value.shift), at, week.end)
    return Found(Value(weekday=number), at, after)


def _days(amount: int, start: int, end: int) -> Found:
    return Found(Value(shift=Shift("day", amount, Base.PUBLISHED)), start, end)
