"""Extract, dates: the dates of an article in; whether it lists what has been, entry by entry, out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from build_scripts.extract.dates import almanac
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Expression

_FEWEST = 3
"""Entries that make a list."""
_SOON = 92
"""Days: a list whose entries all lie so near ahead is a programme."""


def is_entry(t: Tokens, date: Expression) -> bool:
    """Whether the date opens an entry of a list: "12 March: Arden visits Northtown", "• 12 March - …"."""
    listed = date.start == 0 or (date.start == 1 and not t.is_word(0) and t.number(0) is None)
    return listed and t.opens_entry(date.end)


def heads_entry(t: Tokens, dates: tuple[Expression, ...]) -> bool:
    """Whether a date with its year is all of a sentence, or opens an entry: "January 2007. Arden goes …"."""
    if not dates or dates[0].start > 1 or not (dates[0].value.year or (dates[0].last and dates[0].last.year)):
        return False
    return dates[0].end >= len(t) - 1 or is_entry(t, dates[0])


def lists_the_past(
    dated: Iterable[tuple[Tokens, tuple[Expression, ...]]], published: tuple[date, date] | None
) -> bool:
    """Whether days and months without a year head the entries of a list that looks back.

    A year in review looks back from its end; a programme for the coming weeks does not.
    """
    if published is None:
        return False
    heads = [found[0].value for tokens, found in dated if found and is_entry(tokens, found[0])]
    heads = [value for value in heads if value.month and not value.year and value.shift is None]
    return len(heads) >= _FEWEST and max(almanac.days_ahead(value, published[1]) for value in heads) > _SOON
