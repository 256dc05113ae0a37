"""Extract, dates: the text of one passage in, its date expressions out, in order and not yet resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from build_scripts.extract.dates.chains import chain
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Bound, Expression, Turn, Value
from build_scripts.extract.dates.words import Words

_LONGEST_START = 7
"""Tokens of "the last two and a half" before "years", at most."""
_PHRASE = 10
"""How many tokens a phrase such as "after the tragic events of" may have."""


@lru_cache(maxsize=4096)
def parse(text: str, words: Words) -> tuple[Tokens, tuple[Expression, ...]]:
    """The passage's tokens and its date expressions, longest match first.

    A list gives one expression for each of its dates, a range one for both its ends. Remembered: the day of
    publication is sought in the same passages as the dates.
    """
    t = Tokens(text, words)
    found: list[Expression] = []
    at = 0
    if not t.has_trigger():
        return t, ()
    near = _near_triggers(t)
    while at < len(near):
        dates = chain(t, at) if near[at] else ()
        if not dates:
            at += 1
            continue
        for date in _of_year_before(t, found, dates):
            _add(found, t, date)
        at = dates[-1].end
    return t, tuple(found)


def _of_year_before(
    t: Tokens, found: list[Expression], dates: tuple[Expression, ...]
) -> Iterator[Expression]:
    """ "They met three times last year, in May, June and July": all of that year."""
    shift = found[-1].value.shift if found and found[-1].last is None else None
    gap = range(found[-1].end, dates[0].head) if found and dates else range(0)
    is_list = 0 < len(gap) <= 3 and all(
        t.word(at) in (",", ":") or t.has("dating", at) or t.word(at) in t.words.parts for at in gap
    )
    year = found[-1].value if is_list and shift is not None and shift.unit == "year" else None
    if year is None or year.turn is Turn.NONE or year.has_month_or_season:
        yield from dates
        return
    for date in dates:
        value, last = (_in_year(one, year) for one in (date.value, date.last))
        yield replace(date, value=value or date.value, last=last)


def _in_year(value: Value | None, year: Value) -> Value | None:
    if value is None or value.year or value.shift or not value.has_month_or_season:
        return value
    return replace(value, shift=year.shift)


def _near_triggers(t: Tokens) -> list[bool]:
    """By token, whether a word that makes a date (or a figure) follows soon enough for one to begin here."""
    near = [False] * len(t)
    left = 0
    for at in range(len(t) - 1, -1, -1):
        left = _LONGEST_START if t.triggers[at] else left - 1
        near[at] = left >= 0
    return near


def _add(found: list[Expression], t: Tokens, date: Expression) -> None:
    """Add the date; a count such as "two days after" before it is a count from it: "the vote on 5 May"."""
    placed = _placed(t, date)
    if found and placed.start < found[-1].end:
        shift = found[-1].value.shift
        if shift is not None and shift.base is Base.EVENT:
            found[-1] = replace(found[-1], value=replace(found[-1].value, anchor=date.value))
        placed = replace(date, is_background=True)
    found.append(placed)


def _placed(t: Tokens, date: Expression) -> Expression:
    """The same expression with what the words around it make of it: a bound, an attribute, background."""
    is_attribute, is_own = _attribute(t, date)
    if is_attribute:
        date = replace(date, is_attribute=True, is_background=not is_own)
    if date.last is not None:
        return date
    if (
        date.value.day
        and t.has("of_week", date.start - 1)
        and t.words.units.get(t.word(date.start - 2)) == "week"
    ):
        return replace(date, is_week=True)
    if t.is_dash(date.start - 1) and t.has("after", date.start - 2) and t.is_glued(date.start):
        return replace(date, start=date.start - 2, bound=Bound.AFTER)
    if not is_attribute and (bounded := _direct_bound(t, date)):
        return bounded
    return date if is_own else _phrase_bound(t, date)


def _attribute(t: Tokens, date: Expression) -> tuple[bool, bool]:
    """Whether the date stands before the noun that it dates, and whether it is that noun's own date.

    "the October meeting" took place in October; "the October attack" is only referred to.
    """
    after, before = date.end, date.start - 1
    is_possessive = t.is_apostrophe(after) and t.has("possessive", after + 1)
    after += 2 if is_possessive else 0
    is_prefixed = t.is_dash(before) and t.has("after", before - 1)
    has_determiner = any(t.has("determiners", at) for at in (before, date.start)) or is_prefixed
    has_determiner = has_determiner or (t.has("possessive", before) and t.is_apostrophe(before - 1))
    if not (is_possessive or (has_determiner and t.is_word(after))) or t.has("function_words", after):
        return False, False
    if date.value.day and not date.value.month and not is_possessive:
        return False, False  # "On the 24th everybody was back"
    is_span = date.value.season or date.value.months[0]
    if (date.value.is_relative or is_span) and not is_possessive:
        return False, False
    for step in range(after, after + 6):
        if t.has("own_dates", step):
            return True, True
        if t.has("function_words", step) or t.is_stop(step) or t.word(step) in (",", ""):
            break
    return True, is_possessive


def _direct_bound(t: Tokens, date: Expression) -> Expression | None:
    """ "since October 7", "until June 1998", "from May 5 onwards"; not "did not travel until June 1998"."""
    before = date.start - 1
    if t.has("onwards", date.end) and t.has("from", before):
        return replace(date, start=before, end=date.end + 1, bound=Bound.AFTER, is_background=True)
    the = t.has("the", before) or t.is_dash(before)
    start = before - the
    if t.has("after", start):
        return replace(date, start=start, bound=Bound.AFTER, is_background=True)
    if t.has("before_tails", start) and t.has("before_heads", start - 1):
        start -= 1
    elif not t.has("before", start):
        return None
    if any(t.has("not", start - step) for step in range(1, _PHRASE)):
        return None
    return replace(date, start=start, bound=Bound.BEFORE, is_background=not t.has("by", start))


def _phrase_bound(t: Tokens, date: Expression) -> Expression:
    """ "After the events on October 7", "despite the vote of May 5"; not "after the talks on May 5"."""
    step = date.start - 1
    if t.has("determiners", step):
        step -= 1
    elif not (t.has("dating", step) or date.is_attribute):
        return date
    step -= t.has("dating", step)
    for at in range(step, max(step - _PHRASE, -1), -1):
        is_in_wake = t.has("aftermath", at) and t.has("of", at + 1)
        if t.has("after", at) and t.has("indefinite", at + 1):
            return date
        if t.has("aside", at):
            return replace(date, is_background=True)
        if is_in_wake or t.has("after", at):
            start = date.start if date.is_attribute else at
            return replace(date, start=start, bound=Bound.AFTER, is_background=True)
        if t.has("own_dates", at) or _is_clause_mark(t, at):
            return date
    return date


def _is_clause_mark(t: Tokens, at: int) -> bool:
    """Whether a phrase cannot reach back over this token: a verb, a conjunction, a stop or a comma."""
    token = t.word(at)
    if t.is_stop(at) or token in (",", "(", ")") or t.is_dash(at):
        return True
    endings = t.words.endings["past"] + t.words.endings["participle"]
    if token.endswith(endings) and not t.is_capital(at) and not t.has("not_past", at):
        return True
    return t.has("clause_words", at) or t.has("past", at) or t.has("present", at) or t.has("perfect", at)
