"""Extract, dates: tokens in; what is last, this, next or that out ("last year", "that May")."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates import full_forms
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Found, Shift, Turn, Value

_TURNS = {"last": Turn.LAST, "this": Turn.THIS, "next": Turn.NEXT, "coming": Turn.NEXT}
_TURNS_IN_TEXT = {"previous": Turn.LAST, "following": Turn.NEXT, "same": Turn.THIS, "that": Turn.THIS}
_AMOUNT = {Turn.LAST: -1, Turn.THIS: 0, Turn.NEXT: 1}


def turned(t: Tokens, at: int) -> Found | None:
    """ "last year", "next Monday", "this month", "last October", "the following day", "the same year"."""
    if t.word(at) not in t.words.turns:
        return None
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
        is_open = t.has("that", at) and not t.has("reporting", at - 1) and not _is_verb(t, at + 2)
        if t.has(name, at) and (is_open or t.has("the", at - 1) or (at == 0 and turn is not Turn.LAST)):
            return _turned_to(t, at, at + 1, turn, Base.REFERENCE)
    return None


def _is_verb(t: Tokens, at: int) -> bool:
    """Whether what stands here can be nothing but a verb: "said that May would", "last summer pleaded"."""
    sets = ("future", "present", "perfect", "past", "auxiliary", "scheduled")
    return t.is_past(at) or any(t.has(name, at) for name in sets)


def _goes_on(t: Tokens, at: int) -> bool:
    """ "The next year they met": told in order, at the head of a sentence; not "over the next year"."""
    is_ahead = any(t.has(name, at + 2) for name in ("future", "present", "perfect", "of"))
    return at == 1 and t.has("the", 0) and not is_ahead and not t.is_apostrophe(at + 2)


def _turned_to(t: Tokens, start: int, at: int, turn: Turn, base: Base) -> Found | None:
    """What is last, this or next: a unit, a weekday, a month, a season or the weekend."""
    start -= t.has("the", start - 1)
    token = t.word(at)
    if t.has("other_years", at) and t.has("year_word", at + 1):
        # "this fiscal year": mostly the calendar's, and some months of its neighbour.
        value = Value(shift=Shift("year", _AMOUNT[turn], base), turn=turn, approximate=True)
        return Found(value, start, at + 2)
    unit = t.words.units.get(token)
    if unit in ("week", "month", "year") and t.is_capital(at) and t.is_capital(at - 1):
        return None  # "Lakeside This Week"
    if unit in ("day", "week", "month", "year", "weekend"):
        # "to this day", "last day": no date. Plurals count a duration: "the previous years".
        is_prefix = t.is_dash(at + 1) and not t.opens_entry(at + 1)
        if token not in t.words.singular or (unit == "day" and base is Base.PUBLISHED) or is_prefix:
            return None
        if unit == "weekend":
            # "had been discussed for this weekend": the coming one.
            is_meant = turn is Turn.THIS and base is Base.PUBLISHED and t.has("meant_for", start - 1)
            turn = Turn.NEXT if is_meant and not t.is_apostrophe(at + 1) else turn
            return Found(Value(is_weekend=True, turn=turn, base=base), start, at + 1)
        if unit == "day" or not (t.has("later", start - 1) or t.has("earlier", start - 1)):
            return _day_of_week(t, start, at + 1, Value(shift=Shift(unit, _AMOUNT[turn], base), turn=turn))
        return Found(Value(shift=Shift(unit, _AMOUNT[turn], base), turn=turn), start - 1, at + 1)
    is_noun = t.is_word(at + 1) and not t.has("function_words", at + 1) and not _is_verb(t, at + 1)
    if token in t.words.seasons and not is_noun:
        return Found(Value(season=t.words.seasons[token], turn=turn, base=base), start, at + 1)
    if not t.is_capital(at):
        return None
    if token in t.words.full_weekdays:
        return Found(Value(weekday=t.words.weekdays[token], turn=turn, base=base), start, at + 1)
    if token in t.words.full_months:
        if t.number(at + 1) is not None:
            dated = full_forms.dated(t, at)
            return Found(replace(dated.value, turn=turn, base=base), start, dated.end) if dated else None
        return Found(Value(month=t.words.months[token], turn=turn, base=base), start, at + 1)
    return None


def _day_of_week(t: Tokens, start: int, end: int, value: Value) -> Found:
    """ "next week, on Tuesday": the Tuesday of that week; else the week itself."""
    at = t.skip_any(t.skip(end, ","), "day_prepositions")
    number = t.words.weekdays.get(t.word(at))
    is_day = t.word(at) in t.words.full_weekdays and t.is_capital(at) and t.word(at - 1) != ","
    if number is None or not is_day or value.shift is None or value.shift.unit != "week" or at == end:
        return Found(value, start, end)
    return Found(Value(weekday=number, shift=value.shift), start, at + 1)
