"""Compare: the wordings of a corpus in; what earlier ones are to each, known or found now, out.

Three things may have stayed as they were since: all that a wording meets in the index, then its rows stand;
which others are nearest to it, then it is scored with those alone that weigh otherwise now; or neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.compare.candidates import Index
from build_scripts.compare.weighed import Weighed
from build_scripts.compare.weights import Wording, Wordings
from build_scripts.models import Match
from build_scripts.shelves import Earlier, Shelf, digest

SHELF = "scores"

Row = tuple[int, float, Match, bool]
"""What an earlier wording is to a later one: number, score, degree; whether each covers the other whole."""
Score = Callable[[Wording, Wording], Row | None]
"""Of an earlier wording and a later one; None for what are no counterparts at all."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What an earlier run knew of a wording."""

    key: str
    own: str
    """Stands for the wording and its weights."""
    nearest: str
    """Stands for those with which it was scored."""
    total: float
    rows: list[Row]


def scored(wordings: Wordings, score: Score, earlier: Earlier | None) -> Iterator[list[Row]]:
    """For each wording in turn, what earlier ones are to it."""
    index = Index(wordings, Weighed(wordings, earlier) if earlier else None)
    scores = _Scores(wordings, index, score, earlier.shelves[SHELF]) if earlier else None
    for number in range(len(wordings)):
        if scores:
            found = scores.of(number)
        else:
            one = wordings[number]
            found = _rows(score(wordings[other], one) for other in index.nearest(number))
        index.add(number)
        yield found


class _Scores:
    """The rows of wordings, with the help of what an earlier run kept."""

    def __init__(self, wordings: Wordings, index: Index, score: Score, shelf: Shelf) -> None:
        self._wordings, self._index, self._score, self._shelf = wordings, index, score, shelf
        self._number_of = {id: number for number, id in enumerate(wordings.ids)}
        self._changed: set[int] = set()
        """Those that are new, or weigh otherwise than in that run."""

    def of(self, number: int) -> list[Row]:
        """What earlier wordings are to one; asked of one after the other."""
        id, key, own = self._wordings.ids[number], self._index.key(number), self._index.own(number)
        kept = _known(self._shelf.known(id), self._number_of)
        if kept is None or kept.own != own:
            self._changed.add(number)
        elif kept.key == key:
            self._wordings.totals[number] = kept.total
            return kept.rows
        ids = self._wordings.ids
        near = self._index.nearest(number)
        nearest = digest(" ".join([ids[other] for other in near]).encode()).hex()
        is_same = kept is not None and (kept.own, kept.nearest) == (own, nearest)
        found = self._partly(number, near, kept if is_same else None)
        rows = [[ids[other], *told] for other, *told in found]
        self._shelf.keep(id, [key, own, nearest, self._wordings.totals[number], rows])
        return found

    def _partly(self, number: int, near: Sequence[int], kept: _Kept | None) -> list[Row]:
        """The rows of those nearest, which are `kept` but for those that have changed."""
        wordings, score = self._wordings, self._score
        if kept is None:
            return _rows(score(wordings[other], wordings[number]) for other in near)
        known = {row[0]: row for row in kept.rows}
        return _rows(
            score(wordings[other], wordings[number]) if other in self._changed else known.get(other)
            for other in near
        )


def _rows(found: Iterator[Row | None]) -> list[Row]:
    return [row for row in found if row]


def _known(value: Any, number_of: Mapping[str, int]) -> _Kept | None:
    """What is kept of a wording, its rows with the numbers of now; None if it is anything else."""
    try:
        key, own, nearest, total, rows = value
        told = [(number_of[id], float(b), Match(c), bool(d)) for id, b, c, d in rows]
        return _Kept(key, own, nearest, float(total), told)
    except (LookupError, ValueError, TypeError):
        return None
