"""Compare: the wordings of a corpus in; what earlier ones are to each, known or found now, out.

Three things may have stayed as they were since an earlier run: all that a wording meets in the index, then
its rows stand; which others are nearest to it but for a few, then it is scored with these alone; or neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from build_scripts.compare import before
from build_scripts.compare.before import Before, Kept, Row, Rows
from build_scripts.compare.candidates import Index, enough
from build_scripts.compare.since import Other, Since, walked
from build_scripts.compare.weights import Wording, Wordings
from build_scripts.shelves import Earlier, digest

_GONE = -1
"""The number of wordings that are there no longer."""
Score = Callable[[Wording, Wording], Row | None]
"""Of an earlier wording and a later one; None for what are no counterparts at all."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What wordings are to one another, and what of it is as in an earlier run."""

    rows: Sequence[Rows]
    """By the number of the later one."""
    before: Before | None = None
    doubtful: frozenset[int] = frozenset()
    """Wordings that may be others to all others than in that run."""
    otherwise: frozenset[tuple[int, int]] = frozenset()
    """Pairs of other wordings that are, the earlier one first."""


def scored(wordings: Wordings, score: Score, earlier: Earlier | None) -> Scored:
    """For each wording in turn, what earlier ones are to it."""
    if earlier:
        return _Scores(wordings, score, earlier).all()
    index, found = Index(wordings), []
    for number in range(len(wordings)):
        one = wordings[number]
        near = index.nearest(number).numbers
        found.append(_rows(score(wordings[other], one) for other in near))
        index.add(number, one.weights)
    return Scored(found)


class _Scores:
    """The rows of wordings, with the help of what an earlier run kept."""

    def __init__(self, wordings: Wordings, score: Score, earlier: Earlier) -> None:
        self._wordings, self._score = wordings, score
        self._shelf = earlier.shelves[before.SHELF]
        self._before = before.read(wordings, earlier)
        self._index = Index(wordings)
        self._since = Since(self._index)
        self._otherwise: set[tuple[int, int]] = set()
        self._number_of = {id: number for number, id in enumerate(wordings.ids)}
        self._had: dict[Other, float] = {}
        """What those weighed before that weigh otherwise now, or have gone."""
        before.keep_common(wordings, earlier)

    def all(self) -> Scored:
        """The rows of every wording."""
        wordings, known = self._wordings, self._before
        if known is None:
            return Scored([self._anew(number, wordings.stems(number)) for number in range(len(wordings))])
        went, came = walked(known.ids, wordings.ids)
        found = []
        for number in range(len(wordings)):
            for gone in went.get(number, ()):
                self._went(gone, known.stems.get(gone) or wordings.stems(self._number_of[gone]))
            stems = wordings.stems(number)
            found.append(self._later(number, stems, None if number in came else known.kept[number], known))
        return Scored(found, known, known.doubtful | came, frozenset(self._otherwise))

    def _went(self, id: str, stems: Sequence[str]) -> None:
        """Take note of a wording that stood here."""
        self._had[id] = self._before.totals[id] if self._before else 0.0
        self._since.went(id, stems)

    def _later(self, number: int, stems: Sequence[str], kept: Kept | None, known: Before) -> Rows:
        """The rows of a wording, and what it changes for those after it."""
        since, id = self._since, self._wordings.ids[number]
        is_doubtful = number in known.doubtful
        had = known.stems.get(id, stems) if is_doubtful else stems
        if kept is None or had != stems:
            if kept is not None:
                self._went(id, had)
            since.came(number, stems)
            return self._anew(number, stems)
        if is_doubtful and kept.own != self._own(number):
            self._had[number] = kept.total
            since.stayed(number, stems, weighs_otherwise=True)
            return self._anew(number, stems)
        rows = kept.rows
        if since.is_untouched(stems):
            self._wordings.totals[number] = kept.total
            self._shelf.known(id)
            self._index.add(number, stems)
            return rows
        found = self._partly(number, stems, kept, known)
        since.stayed(number, stems, weighs_otherwise=False)
        if found is None:
            found = self._anew(number, stems, kept.own)
            self._otherwise.update((other, number) for other, *_ in set(found) ^ set(rows))
            return found
        self._index.add(number, stems)
        if found == rows:
            self._shelf.known(id)
        else:
            before.keep(self._shelf, self._wordings, number, replace(kept, rows=found))
        return found

    def _anew(self, number: int, stems: Sequence[str], own: str = "") -> Rows:
        """The rows of a wording that is scored with all that are nearest; it is put into the index."""
        wordings = self._wordings
        one, near = wordings[number], self._index.nearest(number)
        rows = _rows(self._score(wordings[other], one) for other in near.numbers)
        self._index.add(number, stems)
        kept = Kept(own or self._own(number), wordings.totals[number], near.least, rows)
        before.keep(self._shelf, wordings, number, kept)
        return rows

    def _partly(self, number: int, stems: Sequence[str], kept: Kept, known: Before) -> Rows | None:
        """The rows of a wording if those nearest to it are the same: scored with those alone that weigh
        otherwise. None if others may be nearest."""
        self._wordings.totals[number] = kept.total
        asked = self._since.asked(stems)
        if asked is None:
            return None
        if self._since.is_untold(asked):
            return kept.rows
        wordings, totals = self._wordings, self._wordings.totals
        one, least = wordings[number], kept.least
        left: set[int] = {_GONE}
        entered: dict[int, Row | None] = {}
        share, more = enough(one, asked), 0
        for other, much in self._since.sharing(asked, one.weights).items():
            had, has = self._had.get(other), totals[other] if isinstance(other, int) else None
            was, now = (of is not None and much >= share * (one.total + of) for of in (had, has))
            id = other if isinstance(other, str) else wordings.ids[other]
            if (was or now) and least.is_reached(much, id):
                if was != now and (much, id) == least:
                    return None
                more += now - was
                left.add(self._number_of.get(id, _GONE))
                if now and isinstance(other, int):
                    entered[other] = self._score(wordings[other], one)
        # As many as before share so much, and the farthest is the same; or all do that share enough.
        if more > 0 or (more < 0 and least.id):
            return None
        rows = {row[0]: row for row in kept.rows if row[0] not in left} | entered
        return Rows.of([row for _, row in sorted(rows.items()) if row])

    def _own(self, number: int) -> str:
        """Stands for a wording with its weights."""
        wordings = self._wordings
        told = wordings.told(wordings.passages[number][0]).encode("utf-8", "surrogatepass")
        return digest(told + wordings.named(wordings.stems(number))).hex()


def _rows(found: Iterable[Row | None]) -> Rows:
    return Rows.of([row for row in found if row])
