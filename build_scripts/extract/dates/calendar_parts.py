"""Extract, dates: tokens in; the parts that dates are made of (a month, a day, a year) out."""

from __future__ import annotations

from build_scripts.extract.dates.tokens import Tokens

_FIRST_YEAR, _LAST_YEAR = 1500, 2150


def month_at(t: Tokens, at: int) -> tuple[int, int] | None:
    """The month named here, by its name or its abbreviation, and the place behind it."""
    number = t.words.months.get(t.word(at))
    if number is None or not t.is_capital(at):
        return None
    is_dotted = t.low[at] not in t.words.full_months or year_at(t, at + 4) is not None  # "July. 23, 2000"
    return number, (t.skip(at + 1, ".") if is_dotted else at + 1)


def day_at(t: Tokens, at: int) -> tuple[int, int] | None:
    """A day of the month in figures ("5", "5th") and the place behind it."""
    if not t.is_figure(at):
        return None
    day = t.number(at) or t.ordinal(at)
    return (day, at + 1) if day and day <= 31 and len(t.word(at)) <= 4 else None


def year_at(t: Tokens, at: int) -> int | None:
    """A year in four figures."""
    year = t.number(at)
    return year if year is not None and _FIRST_YEAR <= year <= _LAST_YEAR else None


def year_with_century(t: Tokens, at: int) -> tuple[int, int] | None:
    """A year in four figures, or in two behind an apostrophe ('98), and the place behind it."""
    year = year_at(t, at)
    if year is not None:
        return year, at + 1
    short = t.number(at + 1) if t.is_apostrophe(at) and t.is_glued(at + 1) else None
    if short is None or len(t.word(at + 1)) != 2:
        return None
    return (1900 if short > 30 else 2000) + short, at + 2


def is_counting(t: Tokens, after: int) -> bool:
    """Whether the number before this place counts what follows: "2006 soldiers", "May 5, 2000 people"."""
    return t.has("counted", after) and not t.has("the", after - 2)


def is_part_of_a_name(t: Tokens, after: int) -> bool:
    """ "14 March Street", "the 26 July Movement"."""
    return t.has("name_nouns", t.skip_any(after, "the") if t.is_dash(after) else after)


def is_given_name(t: Tokens, at: int) -> bool:
    """ "commissioner Sunday Adler", "with Friday Brook"; near-miss: "said Sunday President Adler"."""
    after = t.word(at + 1)
    if not t.is_capital(at + 1) or after in t.words.months or after in t.words.weekdays:
        return False
    if t.has("offices", at + 1) or t.is_glued(at + 1):
        return False
    if at == 0 or t.has("offices", at - 1):
        return True
    if t.has("before_names", at - 1):
        return t.word(at - 2) not in t.words.weekdays
    return t.word(at - 1) == "," and any(t.word(at + step) == "," for step in (2, 3))
