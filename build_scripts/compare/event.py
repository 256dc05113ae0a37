"""Compare: reports of contacts in aligned passages in, differences in what took place out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from build_scripts.compare.corpus import Corpus, Draft, Key, facing, key
from build_scripts.compare.same_time import is_wide
from build_scripts.compare.sayings import listed, quoted
from build_scripts.corroboration import joined
from build_scripts.edtf import overlaps
from build_scripts.models import ContactKind, DifferenceType, Report, Verdict

_MEETING = (ContactKind.MEETING, ContactKind.CONFERENCE)


def compare(corpus: Corpus) -> Iterator[Draft]:
    """One contact told as a visit by one and as a meeting by another."""
    reports = {key(report): report for of in corpus.reports.values() for report in of}
    ties: list[tuple[Key, Key]] = [
        (key(left), key(right))
        for pair, ours, theirs in facing(corpus.pairs, corpus.reports)
        for left in ours
        for right in theirs
        if _is_one_contact(left, right)
    ]
    for group in joined(tuple(reports), ties):
        same = [reports[each] for each in group]
        if _is_told_apart(same):
            kinds = {_kind(report) for report in same}
            readings = corpus.in_order(corpus.reading(report, report.kind.value) for report in _widest(same))
            told = listed(f"as a {kind}" for kind in sorted(kinds))
            says = f"What took place is told {told}: {quoted(readings)}."
            yield Draft(DifferenceType.WORDING, Verdict.UNSURE, says, readings)


def _is_told_apart(reports: Sequence[Report]) -> bool:
    """Whether two articles have no kind in common: one that tells of a visit and of a meeting during it
    agrees with one that tells of either."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        kinds[report.source].add(_kind(report))
    distinct = {frozenset(of) for of in kinds.values()}
    return any(one.isdisjoint(other) for one, other in combinations(distinct, 2))


def _widest(reports: Sequence[Report]) -> list[Report]:
    """Reports whose words are not part of another's."""
    return [one for one in reports if not any(_is_part(one, other) for other in reports)]


def _is_part(one: Report, other: Report) -> bool:
    is_within = other.start <= one.start and one.end <= other.end
    return one.source == other.source and is_within and key(one) != key(other)


def _kind(report: Report) -> str:
    return ContactKind.MEETING.value if report.kind in _MEETING else report.kind.value


def _is_one_contact(left: Report, right: Report) -> bool:
    is_dated = bool(left.date and right.date) and overlaps(left.date, right.date)
    # "a series of meetings during 2018" is none of them.
    is_dated = is_dated and is_wide(left.date) == is_wide(right.date)
    return is_dated and not set(left.participants).isdisjoint(right.participants)
