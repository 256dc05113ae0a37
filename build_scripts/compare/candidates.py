"""Compare: the wordings of a corpus in their order in; those before each that it is scored with out.

An index of words finds them; never all pairs. What a wording meets there hangs on the words that it shares
with earlier ones and on nothing else, and `Index.key` stands for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from build_scripts.compare.bearing_out import FAINT
from build_scripts.compare.weights import Wordings
from build_scripts.shelves import SIZE, digest

_POSTINGS = 200
"""Wordings kept for each word of the index; commoner words tell nothing about who copied whom."""
_PLACES = 600
"""Places of the index that are looked up for one wording, those of its rarest words first."""
_LOOKED_AT = 40
"""Wordings with which each is scored; beyond these, others of the same text stand for it."""
_ENOUGH = 0.5
"""Share of the least score that a pair must reach by its rarer words to be looked at."""
_NONE = bytes(SIZE)


class Index:
    """The wordings so far, by their words."""

    def __init__(self, wordings: Wordings, keys: Mapping[str, str]) -> None:
        """`keys` stand for what each source holds (`remembered.keys`); none where no `key` is asked for."""
        self._wordings = wordings
        self._keys = keys
        self._places: dict[str, list[int]] = defaultdict(list)
        self._met: dict[str, bytes] = {}
        """Stands for the places of a word, in their order."""
        self._last: tuple[int, list[str], bytes] = (-1, [], b"")

    def key(self, number: int) -> str:
        """Stands for a wording with its weights, and for all that stands in the index under its words."""
        met, (stems, own) = self._met, self._told(number)
        return digest(own + b"".join([met.get(stem, _NONE) for stem in stems])).hex()

    def add(self, number: int) -> None:
        """Put a wording into the index, for those that come after it."""
        stems, own = self._told(number)
        for stem in stems:
            places = self._places[stem]
            if len(places) < _POSTINGS:
                places.append(number)
                if own:
                    self._met[stem] = digest(self._met.get(stem, _NONE) + own)

    def _told(self, number: int) -> tuple[list[str], bytes]:
        """The stems of a wording, and what stands for it with its weights."""
        if self._last[0] != number:
            stems = self._wordings.stems(number)
            own = b""
            if self._keys:
                first = self._wordings.passages[number][0]
                named = self._wordings.named(stems)
                own = digest(f"{self._keys[first.source]} {first.id} ".encode() + named)
            self._last = number, stems, own
        return self._last[1:]

    def nearest(self, number: int) -> list[int]:
        """The earlier wordings that share most, in their order."""
        shared = self._sharing(number)
        if len(shared) <= _LOOKED_AT:
            return sorted(shared)
        least = sorted(shared.values(), reverse=True)[_LOOKED_AT - 1]
        more = [other for other, much in shared.items() if much > least]
        # Of those that share as much, the words decide and not the order of the articles.
        as_much = (other for other, much in shared.items() if much == least)
        more += sorted(as_much, key=self._wordings.ids.__getitem__)[: _LOOKED_AT - len(more)]
        return sorted(more)

    def _sharing(self, number: int) -> dict[int, float]:
        """The earlier wordings that share enough of one's rarer words, with the weight of these."""
        wording = self._wordings[number]
        shared: dict[int, float] = defaultdict(float)
        left, looked_up = _PLACES, 0.0
        for weight, places in sorted(
            ((weight, self._places[word]) for word, weight in wording.weights.items()),
            key=lambda one: len(one[1]),
        ):
            if left < len(places):
                break
            left -= len(places)
            looked_up += weight
            for other in places:
                shared[other] += weight
        least, total = _ENOUGH * FAINT / 2 * looked_up / max(wording.total, 0.05), wording.total
        totals = self._wordings.totals
        return {other: much for other, much in shared.items() if much >= least * (total + totals[other])}
