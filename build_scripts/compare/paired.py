"""Compare: what wordings are to one another in; the pairs of passages that have these words, out.

A wording can stand in many articles: what it is to another one holds for the passages of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from build_scripts.compare.bearing_out import Pairs
from build_scripts.compare.before import Row, Rows
from build_scripts.compare.weights import Wordings
from build_scripts.models import Alignment, Match, Ref

_COPIES = 20
"""Counterparts kept of one wording: a sentence that a thousand sources copy is tied to the first of
them, not to all."""

Articles = tuple[str, str]
"""Two articles, in the order of their ids."""


class Paired:
    """The pairs of passages, as far as they are asked for."""

    def __init__(self, wordings: Wordings, rows: Sequence[Rows]) -> None:
        self._rows = rows
        self._members = [tuple(passage.ref for passage in of) for of in wordings.passages]
        self.number_of = {ref: number for number, of in enumerate(self._members) for ref in of}
        """The wording of each passage."""
        self.whole: set[tuple[int, int]] = set()
        """Of the wordings of the pairs that were asked for, those of which each covers the other whole."""

    def all(self) -> Pairs:
        """Every pair."""
        return {
            key: pair
            for number in range(len(self._rows))
            for key, pair in self._of(number, self._rows[number])
        }

    def of(self, numbers: Collection[int], within: Collection[Articles] | None = None) -> Pairs:
        """The pairs of passages of some wordings; perhaps only those of some two articles."""
        found: Pairs = {}
        for number, rows in enumerate(self._rows):
            if number in numbers:
                told: Iterable[Row] = rows
            elif any(map(numbers.__contains__, rows.numbers)):
                told = (row for row in rows if row[0] in numbers)
            else:
                continue
            for key, pair in self._of(number, told, itself=number in numbers):
                if within is None or (key[0].source, key[1].source) in within:
                    found[key] = pair
        return found

    def between(self, within: Collection[Articles]) -> Pairs:
        """The pairs of some two articles each."""
        busy = Counter(source for articles in within for source in articles)
        sources = {max(articles, key=lambda one: (busy[one], one)) for articles in within}
        return self.of({number for ref, number in self.number_of.items() if ref.source in sources}, within)

    def refs(self, one: int, other: int) -> Iterator[tuple[Ref, Ref]]:
        """The pairs of passages of two wordings, in different articles."""
        return _members(self._members[one], self._members[other])

    def _of(
        self, number: int, rows: Iterable[Row], *, itself: bool = True
    ) -> Iterator[tuple[tuple[Ref, Ref], Alignment]]:
        members = self._members
        if itself and len(members[number]) > 1:
            rows = [(number, 1.0, Match.FULL, True), *rows]
        for other, score, match, is_whole in rows:
            if is_whole:
                self.whole.add((other, number))
            for left, right in _members(members[other], members[number]):
                yield (left, right), Alignment(left, right, score, match)


def _members(one: Sequence[Ref], other: Sequence[Ref]) -> Iterator[tuple[Ref, Ref]]:
    if len(one) == len(other) == 1:  # as nearly always
        (left,), (right,) = one, other
        if left.source != right.source:
            yield (left, right) if left < right else (right, left)
        return
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            if left.source == right.source or min(i, j) >= _COPIES:
                continue
            yield (left, right) if left < right else (right, left)
