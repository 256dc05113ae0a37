"""Compare: dates of aligned passages, of one contact and of one topic in, differences of date out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, permutations

from build_scripts.compare.corpus import Corpus, Draft, Key, facing, key
from build_scripts.compare.pairs import Pair
from build_scripts.compare.sayings import plain, quoted
from build_scripts.corroboration import joined
from build_scripts.edtf import bounds, contains, is_approximate, is_valid, overlaps, precision
from build_scripts.models import (
    DateExpression,
    DateRole,
    DifferenceType,
    Reading,
    Ref,
    Verdict,
)

_FEW_DAYS = 10
"""A span of days this short gives the days of one event; a longer one says no more than between when."""


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Dates of one thing whose values are not the same."""
    dates = {key(date): date for of in corpus.dates.values() for date in of if date.edtf}
    asked = _of_topics(corpus)
    chosen = {each: reading for of in asked.values() for each, reading in of}
    ties = [*_aligned(corpus), *_of_contacts(corpus)]
    ties += [tie for of in asked.values() for tie in pairwise(each for each, _ in of)]
    for group in joined(tuple(dates), [tie for tie in ties if tie[0] in dates and tie[1] in dates]):
        same = [chosen.get(each) or corpus.reading(dates[each], dates[each].edtf) for each in group]
        if (
            len({_anchor(reading.value) for reading in same}) < 2
            or len({plain(one.quote) for one in same}) < 2
        ):
            continue
        verdict = _verdict(same)
        readings = corpus.in_order(same)
        lead = (
            "The date is given more or less precisely"
            if verdict is Verdict.COMPATIBLE
            else "The dates differ"
        )
        yield Draft(DifferenceType.DATE, verdict, f"{lead}: {quoted(readings)}.", readings)


def _aligned(corpus: Corpus) -> Iterator[tuple[Key, Key]]:
    for pair, ours, theirs in facing(corpus.pairs, corpus.dates):
        yield from _facing(pair, ours, theirs)


def _facing(
    pair: Pair, ours: Sequence[DateExpression], theirs: Sequence[DateExpression]
) -> Iterator[tuple[Key, Key]]:
    """Dates that both passages give are of the same things; of those left over, a date may have changed."""
    left = [date for date in ours if _is_of_event(date)]
    right = [date for date in theirs if _is_of_event(date)]
    values = {date.edtf for date in left} & {date.edtf for date in right}
    for one in left:
        for other in right:
            if one.edtf == other.edtf:
                yield key(one), key(other)
    left = [date for date in left if date.edtf not in values]
    right = [date for date in right if date.edtf not in values]
    for one in left:
        for other in right:
            is_alone = len(left) == len(right) == 1 and not values
            spans = (one.start, one.end), (other.start, other.end)
            if overlaps(one.edtf, other.edtf) or is_alone or pair.are_facing(*spans):
                yield key(one), key(other)


def _of_contacts(corpus: Corpus) -> Iterator[tuple[Key, Key]]:
    """Dates that the evidence of one contact gives, also within one source."""
    for contact in corpus.contacts:
        keys = [
            key(date)
            for piece in contact.evidence
            if piece.date and not piece.vague
            for date in corpus.dates.get(Ref(piece.source, piece.passage), ())
            if date.text == piece.date_words and date.edtf == piece.date
        ]
        yield from pairwise(keys)


def _of_topics(corpus: Corpus) -> dict[str, list[tuple[Key, Reading]]]:
    """By topic, the dates of readings that have one date, with the reading that stands for each.

    Where an editor gives a reading another value than its date has (a first day and a length), the
    reading as a whole stands for the date.
    """
    found: dict[str, list[tuple[Key, Reading]]] = {}
    for topic, readings in corpus.readings.items():
        for reading in readings:
            within = [
                date
                for date in corpus.dates.get(Ref(reading.source, reading.passage), ())
                if date.start >= reading.start and date.end <= reading.end and _is_of_event(date)
            ]
            if len(within) == 1 and is_valid(reading.value):
                date = within[0]
                plain = corpus.reading(date, date.edtf)
                stands = plain if reading.value == date.edtf else replace(reading, speaker="", via="")
                found.setdefault(topic, []).append((key(date), stands))
    return found


def _is_of_event(date: DateExpression) -> bool:
    return bool(date.edtf) and date.role is not DateRole.REPORT


def _anchor(edtf: str) -> str:
    """The day, month or year that a date hangs on: `since 7 May` and `on 7 May` name one day."""
    return edtf.removesuffix("/..").removeprefix("../")


def _verdict(readings: Sequence[Reading]) -> Verdict:
    """The worst of what the passages say against one another; a list in one passage is no contradiction."""
    given: dict[Ref, set[str]] = {}
    for reading in readings:
        given.setdefault(Ref(reading.source, reading.passage), set()).add(_anchor(reading.value))
    distinct = {frozenset(values) for values in given.values()}
    worst = Verdict.COMPATIBLE
    for ours, theirs in permutations(sorted(distinct, key=sorted), 2):
        for value in sorted(ours - theirs):
            verdict = _between(value, theirs)
            if verdict is Verdict.CONFLICTING:
                return verdict
            worst = verdict if verdict is Verdict.UNSURE else worst
    return worst


def _between(value: str, others: frozenset[str]) -> Verdict:
    """How a date stands to those that another passage gives: each of a list may be the one that is meant."""
    near = [other for other in sorted(others) if overlaps(value, other)]
    if not near:
        is_vague = any(map(is_approximate, (value, *others)))
        return Verdict.UNSURE if is_vague else Verdict.CONFLICTING
    if any(_is_less_precise(value, other) or _is_less_precise(other, value) for other in near):
        return Verdict.COMPATIBLE
    return Verdict.UNSURE


def _is_less_precise(one: str, other: str) -> bool:
    """Whether the first gives the second more vaguely: a month for its day, not two days for one.

    >>> _is_less_precise("2019-02", "2019-02-11"), _is_less_precise("2019-02-11/2019-02-12", "2019-02-11")
    (True, False)
    """
    span = bounds(one)
    if span is None or not contains(one, other):
        return False
    if precision(one) in ("day", "interval") and not is_approximate(one):
        return (span[1] - span[0]).days > _FEW_DAYS
    return True
