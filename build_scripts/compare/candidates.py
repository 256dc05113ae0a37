"""Compare: the wordings of a corpus in their order in; those before each that it is scored with out.

An index of words finds them; never all pairs. What a wording meets there hangs on the words that it shares
with earlier ones and on nothing else (`since.py` tells what of it is as it was in an earlier run).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_scripts.compare.bearing_out import FAINT
from build_scripts.compare.weights import Wording, Wordings

POSTINGS = 200
"""Wordings kept for each word of the index; commoner words tell nothing about who copied whom."""
_PLACES = 300
"""Places of the index that are looked up for one wording, those of its rarest words first: with 600, no more
counterparts were found of 173 articles among 500 others, and a tenth more pairs on different matters."""
_LOOKED_AT = 40
"""Wordings with which each is scored; beyond these, others of the same text stand for it."""
_ENOUGH = 0.5
"""Share of the least score that a pair must reach by its rarer words to be looked at."""


class Least(NamedTuple):
    """What the farthest of those has that are near enough to be scored, if there are more; else nothing."""

    much: float = 0.0
    id: str = ""

    def is_reached(self, much: float, id: str) -> bool:
        """Whether one that shares so much is near enough. Of those that share as much, the words decide and
        not the order of the articles."""
        return much > self.much or (much == self.much and id <= self.id)


class Near(NamedTuple):
    """The earlier wordings with which one is scored."""

    numbers: Sequence[int]
    """In their order."""
    least: Least


class Index:
    """The wordings so far, by their words."""

    def __init__(self, wordings: Wordings) -> None:
        self._wordings = wordings
        self.places: dict[str, list[int]] = defaultdict(list)

    def add(self, number: int, stems: Iterable[str]) -> None:
        """Put a wording into the index, for those that come after it."""
        for stem in stems:
            places = self.places[stem]
            if len(places) < POSTINGS:
                places.append(number)

    def nearest(self, number: int) -> Near:
        """The earlier wordings that share most."""
        shared = self._sharing(self._wordings[number])
        if len(shared) < _LOOKED_AT:
            return Near(sorted(shared), Least())
        ids = self._wordings.ids
        much = sorted(shared.values(), reverse=True)[_LOOKED_AT - 1]
        more = [other for other, of in shared.items() if of > much]
        as_much = sorted((other for other, of in shared.items() if of == much), key=ids.__getitem__)
        more += as_much[: _LOOKED_AT - len(more)]
        return Near(sorted(more), Least(much, ids[more[-1]]))

    def _sharing(self, wording: Wording) -> dict[int, float]:
        """The earlier wordings that share enough of one's rarer words, with the weight of these."""
        shared: dict[int, float] = defaultdict(float)
        asked = self.asked(wording.weights)
        for stem in asked:
            weight = wording.weights[stem]
            for other in self.places[stem]:
                shared[other] += weight
        least, total, totals = enough(wording, asked), wording.total, self._wordings.totals
        return {other: much for other, much in shared.items() if much >= least * (total + totals[other])}

    def asked(self, stems: Iterable[str], sizes: Mapping[str, int] | None = None) -> list[str]:
        """Of some stems those that are looked up, the rarest first; `sizes` are other numbers of places."""
        known, left = self.places.get, _PLACES
        counted = [(len(known(stem, ())), stem) for stem in stems]
        if sizes:
            counted = [(sizes.get(stem, count), stem) for count, stem in counted]
        asked = []
        for count, stem in sorted(counted):
            left -= count
            if left < 0:
                break
            asked.append(stem)
        return asked


def enough(wording: Wording, asked: Iterable[str]) -> float:
    """The share of what two wordings weigh together that one must have in common with another to be near,
    by the words that are looked up."""
    looked_up = 0.0
    for stem in asked:
        looked_up += wording.weights[stem]
    return _ENOUGH * FAINT / 2 * looked_up / max(wording.total, 0.05)
