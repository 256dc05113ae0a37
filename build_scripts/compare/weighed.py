"""Compare: wordings in; what stands for each with the weights of its words, kept article by article, out.

Weights hang on how often an article has its words. Who exchanges one of them changes what a few of its
sentences weigh, and no others; what stands for the whole article would have all of them scored anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_scripts.compare.said import SPEAKING
from build_scripts.compare.weights import Wordings
from build_scripts.shelves import Earlier, digest

SHELF = "weights"


class Weighed:
    """What stands for wordings: their words, and the weights, dates and people that go into their scores.

    Which words are names is told apart (`Wordings.named`): all articles together decide that.
    """

    def __init__(self, wordings: Wordings, earlier: Earlier) -> None:
        self._wordings = wordings
        self._earlier = earlier
        self._of: dict[str, Mapping[str, bytes]] = {}

    def __getitem__(self, number: int) -> bytes:
        source, passage = self._wordings.passages[number][0].ref
        if source not in self._of:
            self._of[source] = self._of_source(source)
        return self._of[source][passage]

    def _of_source(self, source: str) -> Mapping[str, bytes]:
        shelf, key = self._earlier.shelves[SHELF], self._earlier.keys[source]
        speaking = [one for one in self._wordings.facts[source].passages if one.kind in SPEAKING]
        known = _known(shelf.known(key), len(speaking))
        told = known or [digest(self._wordings.told(one).encode()) for one in speaking]
        if known is None:
            shelf.keep(key, " ".join(one.hex() for one in told))
        return {one.id: each for one, each in zip(speaking, told, strict=True)}


def _known(kept: Any, count: int) -> list[bytes] | None:
    """What is kept of an article; None if it is anything else."""
    try:
        told = list(map(bytes.fromhex, kept.split()))
    except (AttributeError, TypeError, ValueError):
        return None
    return told if len(told) == count and all(told) else None
