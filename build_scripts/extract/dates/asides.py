"""Extract, dates: tokens and a date among them in; whether the text only mentions it in passing out.

What follows is not told from such a date: "Relations, broken off in 1980, were restored in November".
"""

from __future__ import annotations

from build_scripts.extract.dates.tenses import Governing
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Expression, Value

_REACH_BACK = 30
"""Tokens from a date back to the relative word of a clause that has a long subject."""
_REACH = 12
"""Tokens from a date back to the comma that opens its clause, and ahead to the one that closes it."""


def is_aside(t: Tokens, date: Expression, verb: Governing) -> bool:
    """Whether the date stands in brackets, in a clause between commas, or names the noun before it.

    Or is recalled: "She remembered the round of 4 May 1979".
    """
    return (
        t.has("recalling", verb.at) or date.is_background or _names_a_thing(t, date) or _is_embedded(t, date)
    )


def is_side_story(t: Tokens, date: Expression) -> bool:
    """Whether a sentence that has a date of its own gives this one in a clause of older matters.

    "They met on Wednesday, the first time since the embassy was stormed on 4 May 1979"; "came on 2 August
    to return the visit that Birch had paid in June".
    """
    is_earlier = False
    for at in range(date.head - 1, max(date.head - 1 - _REACH_BACK, 0), -1):
        if t.is_stop(at):
            return False
        is_earlier = is_earlier or t.has("pluperfect", at)
        if is_earlier and t.has("describing", at) and not t.has("reporting", at - 1):
            return True
        if date.head - at <= _REACH and t.has("subordinating", at):
            return any(t.has("past", step) or t.is_past(step) for step in range(at + 1, date.head))
    return False


def _names_a_thing(t: Tokens, date: Expression) -> bool:
    """ "the Northtown Accord of 1971"; not "the truce of 5 May 1971", which begins a story."""
    before = date.start - 1
    if date.last is not None or not is_bare_year(date.value) or not t.has("of", before):
        return False
    noun = t.word(before - 1)
    return t.is_word(before - 1) and not t.has("own_dates", before - 1) and noun not in t.words.openers


def _is_embedded(t: Tokens, date: Expression) -> bool:
    """ "(born in 1950)", ", who left in 1990,", "since leaving in 1991"; not ", met in 1990,"."""
    for at in range(date.head - 1, max(date.head - 1 - _REACH, -1), -1):
        if t.is_stop(at) or t.word(at) == ")":
            return False
        if t.word(at) == "(":
            return True
        if (t.has("after", at) or t.has("before", at)) and t.word(at + 1).endswith(
            t.words.endings["participle"]
        ):
            return True
        if t.word(at) == ",":
            return _opens_a_clause(t, at + 1) and not _ends_a_title(t, at) and _is_closed(t, date.end)
    return False


def _ends_a_title(t: Tokens, comma: int) -> bool:
    """Whether words between commas end here: "Arden, the chair, met on Friday, …" goes on with its verb."""
    for at in range(comma - 1, max(comma - 1 - _REACH, 0), -1):
        if t.word(at) == ",":
            return not t.has("relative_words", comma + 1)
        if t.is_stop(at) or t.has("past", at) or t.is_past(at):
            return False
    return False


def _opens_a_clause(t: Tokens, at: int) -> bool:
    """Whether a relative clause or a participle stands here, the noun that it describes before the comma."""
    if t.has("relative_words", at):
        return True
    at += t.word(at).endswith("ly")
    is_regular = t.word(at).endswith(t.words.endings["past"]) and not t.has("not_past", at)
    is_past = t.has("past", at) or is_regular
    return is_past and not t.is_capital(at) and not t.has("perfect", at) and not t.has("auxiliary", at)


def _is_closed(t: Tokens, end: int) -> bool:
    """Whether a comma follows in the same sentence, and more than the rest of a list behind it."""
    for at in range(end, min(end + _REACH, len(t))):
        if t.is_stop(at) or t.word(at) == ")":
            return False
        if t.word(at) == ",":
            return not (t.has("and", at + 1) or t.number(at + 1) is not None)
    return False


def is_bare_year(value: Value) -> bool:
    return bool(value.year) and not (value.has_month_or_season or value.day)
