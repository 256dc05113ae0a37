"""Compare: what an earlier run kept of its alignment, and the wordings of now, in; what may still hold out.

All of it stands on one shelf, so that what is kept of articles, of wordings and of pairs is of one run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.compare import said
from build_scripts.compare.candidates import Least
from build_scripts.compare.weights import Wordings
from build_scripts.models import Match
from build_scripts.shelves import Earlier, Shelf

SHELF = "scores"
PAIRS = "="
"""Keys of the pairs of an article begin so (`settling.py`)."""
_ARTICLE = "@"
"""Keys of articles begin so; there stand their own keys (`remembered.keys`), and ids of their passages."""
_COMMON = ""
"""Here stand the program, and the words that weigh as names. All other keys are ids of wordings, in order."""

Row = tuple[int, float, Match, bool]
"""What an earlier wording is to a later one: number, score, degree; whether each covers the other whole."""
_CODES = {
    (match, is_whole): match[0].upper() if is_whole else match[0] for match in Match for is_whole in (0, 1)
}
_DEGREES = {code: (match, bool(is_whole)) for (match, is_whole), code in _CODES.items()}


@dataclass(frozen=True, slots=True)
class Rows:
    """What earlier wordings are to one: as columns, since most of them are only handed on."""

    numbers: Sequence[int]
    scores: Sequence[float]
    codes: str

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        codes = "".join([_CODES[match, is_whole] for _, _, match, is_whole in rows])
        return cls([row[0] for row in rows], [row[1] for row in rows], codes)

    def __iter__(self) -> Iterator[Row]:
        for number, score, code in zip(self.numbers, self.scores, self.codes, strict=True):
            yield number, score, *_DEGREES[code]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a wording."""

    own: str
    """Stands for its weights."""
    total: float
    least: Least
    """What others had to share to be scored with it."""
    rows: Rows


@dataclass(frozen=True, slots=True)
class Before:
    """What an earlier run knew, and where the articles of now are others than those of then."""

    ids: Sequence[str]
    """The wordings of then, in their order."""
    kept: Mapping[int, Kept]
    """What was known of those that are still there, by their numbers of now."""
    totals: Mapping[str, float]
    """What all of them weighed, by id."""
    stand: frozenset[str]
    """The articles that are as they were."""
    doubtful: frozenset[int]
    """Wordings of now that may weigh otherwise, or stand in other articles."""
    stems: Mapping[str, Sequence[str]]
    """What stems wordings had of which articles have changed, by id."""


def read(wordings: Wordings, earlier: Earlier) -> Before | None:
    """What may be used of what an earlier run kept; None if it was another program, had its articles in
    another order, or left anything else."""
    shelf = earlier.shelves[SHELF]
    try:
        rules, names = shelf.before(_COMMON)
        told = {key[1:]: shelf.before(key) for key in shelf if key.startswith(_ARTICLE)}
        keys, ids = (
            {one: key for one, (key, _) in told.items()},
            {one: of.split() for one, (_, of) in told.items()},
        )
        stand = [source for source in wordings.facts if keys.get(source) == earlier.keys[source]]
        if rules != earlier.rules or stand != [source for source in keys if source in set(stand)]:
            return None
        return _read(wordings, earlier, frozenset(stand), keys, ids, frozenset(names))
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _read(
    wordings: Wordings,
    earlier: Earlier,
    stand: frozenset[str],
    keys: Mapping[str, str],
    ids: Mapping[str, Sequence[str]],
    names: frozenset[str],
) -> Before:
    shelf, words = earlier.shelves[SHELF], earlier.shelves[said.SHELF]
    other = {id for source, of in ids.items() if source not in stand for id in of}
    other.update(id for source in wordings.facts if source not in stand for id in wordings.ids_of(source))
    first: dict[str, Sequence[str]] = {}
    for source, of in ids.items():
        if not other.isdisjoint(of):
            stems = words.before(keys[source])[0]
            for id, known in zip(of, stems, strict=True):
                if id in other:
                    first.setdefault(id, known.split())
    number_of = {id: number for number, id in enumerate(wordings.ids)}
    order = [key for key in shelf if key[:1] not in (_COMMON, _ARTICLE, PAIRS)]
    for id in order:
        if id not in first and (id in other or id not in number_of):
            raise LookupError(id)
    kept = {id: _kept(shelf.before(id), number_of) for id in order}
    doubtful = {number_of[id] for id in other if id in number_of}
    renamed = names ^ wordings.names
    if renamed:
        every = range(len(wordings))
        doubtful.update(number for number in every if not renamed.isdisjoint(wordings.stems(number)))
    return Before(
        ids=order,
        kept={number_of[id]: one for id, one in kept.items() if id in number_of},
        totals={id: one.total for id, one in kept.items()},
        stand=stand,
        doubtful=frozenset(doubtful),
        stems=first,
    )


def keep_common(wordings: Wordings, earlier: Earlier) -> None:
    """Keep for the next run what is of no one wording."""
    shelf = earlier.shelves[SHELF]
    _keep(shelf, _COMMON, [earlier.rules, sorted(wordings.names)])
    for source in wordings.facts:
        _keep(shelf, f"{_ARTICLE}{source}", [earlier.keys[source], " ".join(wordings.ids_of(source))])


def keep(shelf: Shelf, wordings: Wordings, number: int, found: Kept) -> None:
    """Keep what was found of a wording."""
    rows = found.rows
    others = " ".join([wordings.ids[other] for other in rows.numbers])
    shelf.keep(wordings.ids[number], [found.own, found.total, *found.least, others, rows.scores, rows.codes])


def _keep(shelf: Shelf, key: str, value: Any) -> None:
    if shelf.known(key) != value:
        shelf.keep(key, value)


def _kept(value: Any, number_of: Mapping[str, int]) -> Kept:
    own, total, much, last, others, scores, codes = value
    numbers = [number_of.get(id, -1) for id in others.split()]
    if not len(numbers) == len(scores) == len(codes) or not all(map(_DEGREES.__contains__, codes)):
        raise ValueError
    return Kept(
        str(own), float(total), Least(float(much), str(last)), Rows(numbers, list(map(float, scores)), codes)
    )
