"""Extract: passages in; the days that they give, with what their verbs say of them, and the latest out.

Of what an article gives with its year, only what it tells as past says when it can have appeared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates.almanac import as_edtf
from build_scripts.extract.dates.governing import governing
from build_scripts.extract.dates.grammar import parse
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Bound, Expression, Value
from build_scripts.extract.dates.words import words_of
from build_scripts.models import Lexicon, Passage, PassageKind

_LEAD = 3
"""Sentences at the beginning that tell the news itself."""
_SINCE = 2
"""Tokens of "since 1985"."""
_PHRASE = 8
"""Tokens of "since the agreement on the railways of" before its year."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The latest date of an article, as far as it bounds the day on which the article appeared."""

    first: date
    """The first day on which it can have appeared."""
    words: str
    is_year: bool = False
    """A year and nothing else: the article may be of any of the years behind it."""
    is_since: bool = False
    """Only given as the beginning of what goes on ("since 1985"), which may be long ago."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text gives, what its verb says, and whether it stands in the lead or a dateline."""

    value: Value
    direction: int
    is_lead: bool
    is_dateline: bool
    is_first: bool
    """In the first sentence."""
    is_since: bool
    """Something goes on since then."""
    words: str


def days_told(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[list[Day], bool]:
    """Every date with its verb, in order; and whether something happened only hours ago."""
    words = words_of(lexicon)
    found: list[Day] = []
    sentences, has_hours = 0, False
    for passage in passages:
        sentences += passage.kind is PassageKind.SENTENCE
        tokens, dates = parse(passage.text, words)
        # "Were he to come in the spring of 1998": not yet.
        is_imagined = bool(tokens.low) and tokens.low[0] in words.publication["imagined"]
        for one in dates:
            shift = one.value.shift
            is_hours = shift is not None and tokens.has("ago", one.end - 1) and shift.unit == "day"
            has_hours = has_hours or (is_hours and shift is not None and shift.amount == 0)
            is_line = passage.kind is PassageKind.HEADING and not sentences
            is_dateline = passage.kind in (PassageKind.DATELINE, PassageKind.BYLINE) or is_line
            start, end = tokens.starts[one.start], tokens.ends[one.end - 1]
            is_lead = is_dateline or (passage.kind is PassageKind.SENTENCE and sentences <= _LEAD)
            verb = governing(tokens, one)
            for value in (one.value, one.last):
                if value is not None:
                    given = " ".join(passage.text[start:end].split())
                    is_first = is_lead and sentences <= 1 and not one.is_background
                    direction = 1 if is_imagined else 0 if verb.is_overtaken else verb.direction
                    is_since = one.bound is Bound.AFTER and _is_bare_since(tokens, one)
                    found.append(Day(value, direction, is_lead, is_dateline, is_first, is_since, given))
    return found, has_hours


def latest_of(days: list[Day], passages: tuple[Passage, ...], lexicon: Lexicon) -> Latest | None:
    """The latest date given with its year and not spoken of as still to come."""
    found = [
        Latest(bounds[0], edtf.in_words(given))
        for day in days
        if day.value.year and day.direction <= 0 and not day.value.ambiguous
        if (given := as_edtf(replace(day.value, approximate=False), day.value.year))
        if (bounds := edtf.bounds(given))
    ]
    found += _counted_years(passages, lexicon)
    latest = max(found, key=lambda one: one.first, default=None)
    of_year = [day for day in days if latest and day.value.year == latest.first.year]
    if latest is None or not of_year or not all(_is_year(day.value) for day in of_year):
        return latest
    is_past = any(day.direction < 0 for day in of_year)  # and the article of a later year
    is_since = all(day.is_since for day in of_year)
    return Latest(date(latest.first.year + is_past, 1, 1), latest.words, is_year=True, is_since=is_since)


def _is_bare_since(t: Tokens, date: Expression) -> bool:
    """ "has led it since 1985"; not "the first time since 1985", "since the vote of 1985", of late."""
    before = t.word(date.start - 1)
    return (
        date.end - date.start <= _SINCE
        and before not in t.words.ordinals
        and not t.has("time_word", date.start - 1)
    )


def _is_year(value: Value) -> bool:
    return bool(value.year) and not (value.day or value.has_month_or_season or value.span)


def _counted_years(passages: tuple[Passage, ...], lexicon: Lexicon) -> Iterator[Latest]:
    """ "In the seven years since the treaty of 1953", "the 7th anniversary of that of 1953": from 1960 on.

    Near-miss: "for seven years since May".
    """
    words = words_of(lexicon)
    for passage in passages:
        tokens, dates = parse(passage.text, words)
        for one in dates:
            number = _years_since(tokens, one.start) if _is_year(one.value) and one.last is None else 0
            if number:
                year = one.value.year + number
                yield Latest(date(year, 1, 1), f"{one.value.year}, {number} years before")


def _years_since(t: Tokens, year_at: int) -> int:
    """The number in "seven years since the agreement of", read back from its year; 0 where there is none.

    So in "the tenth anniversary of the strike of".
    """
    for at in range(year_at, max(year_at - _PHRASE, 1), -1):
        if t.is_stop(at) or t.word(at) == ",":
            return 0
        if t.word(at) in t.words.publication["anniversaries"]:
            return t.words.ordinals.get(t.word(at - 1)) or t.ordinal(at - 1) or 0
        if t.has("after_the_past", at):
            number = t.words.numbers.get(t.word(at - 2)) or t.number(at - 2) or 0
            return number if t.words.units.get(t.word(at - 1)) == "year" else 0
    return 0
