"""Compare: dates of aligned passages, of one contact and of one topic in, differences of date out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, permutations

from build_scripts.compare.corpus import Corpus, Draft, Key, facing, key
from build_scripts.compare.pairs import Pair
from build_scripts.compare.sayings import plain, quoted
from build_scripts.compare.words import words
from build_scripts.corroboration import joined
from build_scripts.edtf import bounds, contains, is_approximate, is_valid, overlaps, precision
from build_scripts.models import (
    Contact,
    DateExpression,
    DateRole,
    DifferenceType,
    Reading,
    Ref,
    Verdict,
)

_NEWS = ("publication", "tense")
"""How dates are resolved that count from the day of their article: "on Wednesday" in one of another month is
another Wednesday."""
_SLIP, _LATE = timedelta(days=3), timedelta(days=31)
"""By how much two such articles may differ on one event; and an article and its copy."""
_FEW_DAYS = 10
"""A span of days this short gives the days of one event; a longer one says no more than between when."""


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Dates of one thing whose values are not the same."""
    dates = {key(date): date for of in corpus.dates.values() for date in of if date.edtf}
    asked = _of_topics(corpus)
    chosen = {each: reading for of in asked.values() for each, reading in of}
    dated = {contact.id: (contact, _dating(contact, corpus)) for contact in corpus.contacts}
    ties = [*_aligned(corpus, dated.values()), *(tie for _, keys in dated.values() for tie in pairwise(keys))]
    ties += [tie for of in asked.values() for tie in pairwise(each for each, _ in of)]
    for group in joined(tuple(dates), [tie for tie in ties if tie[0] in dates and tie[1] in dates]):
        same = [chosen.get(each) or corpus.reading(dates[each], dates[each].edtf) for each in group]
        if (
            len({_anchor(reading.value) for reading in same}) < 2
            or len({plain(one.quote) for one in same}) < 2
        ):
            continue
        verdict = _verdict(same, words(corpus.lexicon, "periods"))
        readings = corpus.in_order(same)
        lead = (
            "The date is given more or less precisely"
            if verdict is Verdict.COMPATIBLE
            else "The dates differ"
        )
        yield Draft(DifferenceType.DATE, verdict, f"{lead}: {quoted(readings)}.", readings)


def _aligned(corpus: Corpus, dated: Iterable[tuple[Contact, Sequence[Key]]]) -> Iterator[tuple[Key, Key]]:
    met: dict[Key, list[Contact]] = defaultdict(list)
    for contact, keys in dated:
        for each in keys:
            met[each].append(contact)
    for pair, ours, theirs in facing(corpus.pairs, corpus.dates):
        is_one_text = corpus.is_one_text(pair.left.source, pair.right.source)
        news = {key(date) for date in (*ours, *theirs) if date.basis in _NEWS}
        values = {key(date): date.edtf for date in (*ours, *theirs)}
        for one, other in _facing(pair, ours, theirs):
            if not is_one_text and any(map(_is_background, (values[one], values[other]))):
                continue
            most = _LATE if is_one_text else _SLIP
            if not news.isdisjoint((one, other)) and not _are_near(values[one], values[other], most):
                continue
            if not _are_apart(met[one], met[other], is_one_text):
                yield one, other


def _is_background(when: str) -> bool:
    """Whether a date says since which year, or in which decade: texts by different hands look back on
    different things. Near-miss: "since 12 September"."""
    start, _, end = when.partition("/")
    return precision(start) == "decade" or (end == ".." and precision(start) == "year")


def _are_near(one: str, other: str, most: timedelta) -> bool:
    """Whether two articles that count from their own day can mean one day, and differ on it."""
    ours, theirs = bounds(one), bounds(other)
    if ours is None or theirs is None or overlaps(one, other):
        return True
    return min(abs(ours[0] - theirs[1]), abs(theirs[0] - ours[1])) <= most


def _are_apart(ours: Sequence[Contact], theirs: Sequence[Contact], is_one_text: bool) -> bool:
    """Whether dates are those of contacts that have no more in common than the form of a sentence.

    `A. Arden visited Northland in May 2003` and `A. Arden visited Northland in June 2005` say nothing against
    one another: she was there twice. Two texts on a meeting of the same people may mean one meeting, and so
    may a text and its copy; but not where one article tells of both.
    """
    return bool(ours and theirs) and not any(
        _may_be_one(one, other, is_one_text) for one in ours for other in theirs
    )


def _may_be_one(one: Contact, other: Contact, is_one_text: bool) -> bool:
    if one.id == other.id:
        return True
    if not set(one.sources).isdisjoint(other.sources):
        return False
    same = set(one.participants) == set(other.participants)
    return is_one_text or (same and len(one.participants) > 1)


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


def _dating(contact: Contact, corpus: Corpus) -> list[Key]:
    """The dates that the evidence of a contact gives, also within one source."""
    return [
        key(date)
        for piece in contact.evidence
        if piece.date and not piece.vague
        for date in corpus.dates.get(Ref(piece.source, piece.passage), ())
        if date.text == piece.date_words and date.edtf == piece.date
    ]


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


def _verdict(readings: Sequence[Reading], periods: frozenset[str]) -> Verdict:
    """The worst of what the passages say against one another; a list in one passage is no contradiction."""
    given: dict[Ref, set[str]] = {}
    wide: set[str] = set()
    for reading in readings:
        given.setdefault(Ref(reading.source, reading.passage), set()).add(_anchor(reading.value))
        if not periods.isdisjoint(plain(reading.quote).split()):
            wide.add(_anchor(reading.value))
    distinct = {frozenset(values) for values in given.values()}
    worst = Verdict.COMPATIBLE
    for ours, theirs in permutations(sorted(distinct, key=sorted), 2):
        for value in sorted(ours - theirs):
            verdict = _between(value, theirs, wide)
            if verdict is Verdict.CONFLICTING:
                return verdict
            worst = verdict if verdict is Verdict.UNSURE else worst
    return worst


def _between(value: str, others: frozenset[str], wide: Collection[str]) -> Verdict:
    """How a date stands to those that another passage gives: each of a list may be the one that is meant.

    `wide` are those within which it was: "last week", not "for a week".
    """
    near = [other for other in sorted(others) if overlaps(value, other)]
    if not near:
        is_vague = any(map(is_approximate, (value, *others)))
        return Verdict.UNSURE if is_vague else Verdict.CONFLICTING
    if any(_is_less_precise(value, other, wide) or _is_less_precise(other, value, wide) for other in near):
        return Verdict.COMPATIBLE
    return Verdict.UNSURE


def _is_less_precise(one: str, other: str, wide: Collection[str] = ()) -> bool:
    """Whether the first gives the second more vaguely: a month for its day, not two days for one.

    >>> _is_less_precise("2019-02", "2019-02-11"), _is_less_precise("2019-02-11/2019-02-12", "2019-02-11")
    (True, False)
    """
    span = bounds(one)
    if span is None or not contains(one, other):
        return False
    if precision(one) in ("day", "interval") and not is_approximate(one):
        return one in wide or (span[1] - span[0]).days > _FEW_DAYS
    return True
