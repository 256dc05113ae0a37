"""Compare: the wordings of a corpus in their order in; those before each that it is scored with out.

An index of words finds them; never all pairs. What a wording meets there hangs on the words that it shares
with earlier ones and on nothing else, and `Index.key` stands for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.compare.bearing_out import FAINT
from build_scripts.compare.weighed import Weighed
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
_NOT_ASKED = b"\xff" * SIZE


class Index:
    """The wordings so far, by their words."""

    def __init__(self, wordings: Wordings, weighed: Weighed | None = None) -> None:
        """`weighed` stands for each wording; None where no `key` is asked for."""
        self._wordings = wordings
        self._weighed = weighed
        self._places: dict[str, list[int]] = defaultdict(list)
        self._met: dict[str, bytes] = {}
        """Stands for the places of a word, in their order."""
        self._last: tuple[int, list[str], bytes] = (-1, [], b"")

    def key(self, number: int) -> str:
        """Stands for a wording with its weights, and for all that it looks up in the index.

        Of its commoner words nothing is looked up: what articles add to these is no reason to score it anew.
        """
        met, (stems, own) = self._met, self._told(number)
        asked = {stem for stem, _ in self._looked_up(stems)}
        told = [met.get(stem, _NONE) if stem in asked else _NOT_ASKED for stem in stems]
        return digest(own + b"".join(told)).hex()

    def own(self, number: int) -> str:
        """Stands for a wording with its weights alone."""
        return self._told(number)[1].hex()

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
            if self._weighed:
                own = digest(self._weighed[number] + self._wordings.named(stems))
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
        looked_up = 0.0
        for stem, places in self._looked_up(wording.weights):
            weight = wording.weights[stem]
            looked_up += weight
            for other in places:
                shared[other] += weight
        least, total = _ENOUGH * FAINT / 2 * looked_up / max(wording.total, 0.05), wording.total
        totals = self._wordings.totals
        return {other: much for other, much in shared.items() if much >= least * (total + totals[other])}

    def _looked_up(self, stems: Iterable[str]) -> Iterator[tuple[str, Sequence[int]]]:
        """Of some stems those that are looked up, with their places, the rarest first."""
        known, left = self._places.get, _PLACES
        for stem, places in sorted([(stem, known(stem, ())) for stem in stems], key=_rarest):
            left -= len(places)
            if left < 0:
                break
            yield stem, places


def _rarest(one: tuple[str, Sequence[int]]) -> int:
    return len(one[1])
