"""Extract, dates: tokens in; years, decades, centuries and the quarters and halves of a year out.

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

import re

from build_scripts.extract.dates.calendar_parts import is_counting, year_at, year_with_century
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Found, Value

_ADJECTIVES = 3
"""Words between "the" and the year of a noun."""


def share_of_year(t: Tokens, at: int) -> Found | None:
    """ "third quarter of 1998", "the first half of 2003"; not "the first half"."""
    number = t.words.ordinals.get(t.low[at])
    quarter, half = t.has("quarters", at + 1), t.has("halves", at + 1)
    if number is None or not ((quarter and number <= 4) or (half and number <= 2)):
        return None
    length = 3 if quarter else 6
    year = year_with_century(t, t.skip_any(t.skip(at + 2, ","), "of"))
    if year is None:
        months = (number * length - length + 1, number * length)
        return Found(Value(months=months), at, at + 2) if quarter and not t.has("of", at + 2) else None
    return Found(Value(year=year[0], months=(number * length - length + 1, number * length)), at, year[1])


def bare_year(t: Tokens, at: int) -> Found | None:
    """ "in 1998", "(1998)", "the 1993 accords"; not "2006 soldiers", "Resolution 1701"."""
    year = year_at(t, at)
    is_prefix = t.is_glued(at + 1) and t.is_dash(at + 1) and t.number(at + 2) is None
    if year is None or is_counting(t, at + 1) or is_prefix:
        return None
    if t.has("eras", at + 1):
        return None
    before = at - 1 - t.is_dash(at - 1)
    if t.has("other_years", before - t.has("year_word", before)):
        # "in fiscal 1997": mostly that year, and some months of its neighbour.
        return Found(Value(year=year, approximate=True), at, at + 1)
    if t.has("prepositions", before) or t.has("year_word", before):
        return Found(Value(year=year), at, at + 1)
    if t.word(at - 1) == "(" and t.word(at + 1) and t.word(at + 1) in "),–-":
        return Found(Value(year=year), at, at + 1)
    is_dated = _dates_a_noun(t, at, year, is_prefix) or _stands_alone(t, at)
    return Found(Value(year=year), at, at + 1) if is_dated else None


def short_year(t: Tokens, at: int) -> Found | None:
    """ "in '88"; not "the '88 vote", "in '90s style"."""
    if not t.is_apostrophe(at) or not t.has("prepositions", at - 1):
        return None
    year = year_with_century(t, at)
    return Found(Value(year=year[0]), at, year[1]) if year is not None else None


def decade_or_century(t: Tokens, at: int) -> Found | None:
    """ "the 1990s", "the '90s", "the nineties", "the 19th century"; not "his 90s"."""
    token = t.low[at]
    if token[:4].isdecimal() and token[4:] == "s" and token[3] == "0":
        return Found(Value(span=f"{token[:3]}X"), at, at + 1)
    if not t.has("the", at - 1 - (t.low[at - 1] in t.words.parts if at else False)):
        return None
    if t.is_apostrophe(at) and re.fullmatch(r"\d0s", t.word(at + 1)):
        return Found(Value(span=f"19{t.low[at + 1][0]}X"), at, at + 2)
    if token in t.words.decades:
        return Found(Value(span=f"19{t.words.decades[token] // 10}X"), at, at + 1)
    number = t.ordinal(at) or t.words.ordinals.get(token)
    if number and number > 10 and t.has("centuries", at + 1):
        return Found(Value(span=f"{number - 1}XX"), at, at + 2)
    return None


def _dates_a_noun(t: Tokens, at: int, year: int, is_prefix: bool) -> bool:
    """ "the 1993 accords", "its 1990 invasion"; not "a 1500 metre race", "his 2000 sheets"."""
    noun = t.word(at + 1)
    if not (t.is_word(at + 1) or (t.is_dash(at + 1) and not is_prefix)) or t.has("name_nouns", at + 1):
        return False
    if t.has("the", at - 1):
        return True
    is_round = year % 100 == 0 and noun.endswith("s")
    if _is_described(t, at) and not is_round:
        return True
    is_owned = t.has("determiners", at - 1) or (t.has("possessive", at - 1) and t.is_apostrophe(at - 2))
    if not is_owned or f"{noun}s" in t.words.sets["counted"] or t.has("function_words", at + 1):
        return False
    return 1900 < year < 2100 and not is_round


def _is_described(t: Tokens, at: int) -> bool:
    """ "his unsuccessful 1996 campaign", "the much disputed 2009 vote"; not "the first 1960 copies"."""
    for here in range(at - 1, max(at - 1 - _ADJECTIVES, -1), -1):
        word = t.word(here)
        if t.has("determiners", here):
            return here < at - 1
        is_counting = word in t.words.ordinals or word in t.words.numbers or t.has("vague_numbers", here)
        if not t.is_word(here) or t.is_capital(here) or is_counting or t.has("about", here):
            return False
        if t.has("function_words", here) or t.has("last", here) or t.has("next", here):
            return False
    return False


def _stands_alone(t: Tokens, at: int) -> bool:
    """Whether the passage is nothing but the year, or begins with it as a heading: "1998", "1998: talks"."""
    if at == 0 and (t.word(1) == ":" or t.is_dash(1)):
        return True
    return at == 0 and all(t.word(step) in ".:–—-" for step in range(1, len(t)))
