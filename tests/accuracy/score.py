"""Counts for one kind of fact, with what was missed and what was wrong; scores of several texts add up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """What was found, missed and said wrongly of one kind of fact."""

    kind: str
    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    right: int | None = None
    """How many of the things said are right, where that is not how many of those wanted were found."""

    @property
    def said_rightly(self) -> int:
        return self.found if self.right is None else self.right

    @property
    def precision(self) -> float:
        said = self.said_rightly + len(self.wrong)
        return self.said_rightly / said if said else 1.0

    @property
    def recall(self) -> float:
        wanted = self.found + len(self.missed)
        return self.found / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        wanted, said = self.found + len(self.missed), self.said_rightly + len(self.wrong)
        return (
            f"{self.kind:<34} precision {self.precision:.2f} ({self.said_rightly}/{said})  "
            f"recall {self.recall:.2f} ({self.found}/{wanted})  F1 {self.f1:.2f}"
        )


@dataclass(frozen=True)
class Share:
    """How many of the listed things came out right, where nothing beyond the list can be wrong."""

    kind: str
    found: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    def __str__(self) -> str:
        wanted = self.found + len(self.missed)
        return f"{self.kind:<34} {self.found}/{wanted}"


@dataclass(frozen=True)
class Traps:
    """How many traps there are, and those fallen into."""

    kind: str
    total: int
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def __str__(self) -> str:
        share = len(self.wrong) / self.total if self.total else 0.0
        return f"{self.kind:<34} {len(self.wrong)} of {self.total} ({share:.0%})"


Measure = Score | Share | Traps


def added(measures: Iterable[Measure]) -> Measure:
    """One measure of the same kind over several texts."""
    parts = tuple(measures)
    first = parts[0]
    missed = tuple(one for part in parts for one in part.missed)
    wrong = tuple(one for part in parts for one in part.wrong)
    if isinstance(first, Traps):
        return Traps(first.kind, sum(part.total for part in parts if isinstance(part, Traps)), wrong)
    found = sum(part.found for part in parts if not isinstance(part, Traps))
    if isinstance(first, Share):
        return Share(first.kind, found, missed, wrong)
    right = sum(part.said_rightly for part in parts if isinstance(part, Score))
    return Score(first.kind, found, missed, wrong, right)
