"""Extract, dates: tokens in; dates that only what was told before gives out ("on the second day").

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Found, Part, Shift, Turn, Value

_MOST_DAYS = 14


def nth_day(t: Tokens, at: int) -> Found | None:
    """ "on the second day", "on the last day of the talks", "the following two days".

    Near-misses: "the second day in a row", "every second day", "the last days".
    """
    if not t.has("the", at):
        return None
    if t.has("following", at + 1):
        number = t.words.numbers.get(t.word(at + 2)) or t.number(at + 2) or 0
        if not 1 < number <= _MOST_DAYS or t.words.units.get(t.word(at + 3)) != "day":
            return None
        value = Value(shift=Shift("day", 1, Base.REFERENCE), days=number)
        return None if t.is_dash(at + 3) or t.is_apostrophe(at + 4) else Found(value, at, at + 4)
    number = -1 if t.has("last_days", at + 1) else t.words.ordinals.get(t.word(at + 1), 0)
    is_day = t.words.units.get(t.word(at + 2)) == "day" and t.word(at + 2) in t.words.singular
    is_counted = t.has("day_prepositions", at - 1) or (number < 0 and t.has("dating", at - 1))
    if not number or number > _MOST_DAYS or not is_day or not is_counted:
        return None
    is_noun = t.is_word(at + 3) and not t.has("function_words", at + 3)
    if is_noun or t.is_dash(at + 3) or t.is_apostrophe(at + 3) or t.word(at + 4) in t.words.months:
        return None
    if t.has("of", at + 3) and t.words.units.get(t.word(t.skip_any(at + 4, "the"))):
        return None  # "on the last day of the month"
    return Found(Value(shift=Shift("day", 0, Base.REFERENCE), nth=number), at, at + 3)


def new_year(t: Tokens, at: int) -> Found | None:
    """ "in the new year": its beginning; near-misses: "the New Year", "the new year's budget"."""
    is_year = t.words.units.get(t.word(at + 2)) == "year" and t.word(at + 2) in t.words.singular
    if not t.has("the", at) or not t.has("new", at + 1) or t.is_capital(at + 1) or not is_year:
        return None
    is_noun = t.is_word(at + 3) and not t.has("function_words", at + 3)
    if is_noun or t.is_apostrophe(at + 3) or t.is_dash(at + 3) or not t.has("dating", at - 1):
        return None
    return Found(Value(month=1, part=Part.EARLY), at, at + 3)


def before_it(t: Tokens, at: int) -> Found | None:
    """ "promised the autumn before", "the June after"; near-miss: "the autumn before the war"."""
    if not t.has("the", at):
        return None
    turn = Turn.LAST if t.has("before_that", at + 2) else Turn.NEXT if t.has("after_that", at + 2) else None
    if turn is None or t.has("objects", at + 3):
        return None
    if t.is_word(at + 3) and not t.has("function_words", at + 3):
        return None
    season = t.words.seasons.get(t.word(at + 1))
    if season is not None:
        return Found(Value(season=season, turn=turn, base=Base.REFERENCE), at, at + 3)
    month = t.words.months.get(t.word(at + 1)) if t.word(at + 1) in t.words.full_months else None
    if month is None or not t.is_capital(at + 1):
        return None
    return Found(Value(month=month, turn=turn, base=Base.REFERENCE), at, at + 3)
