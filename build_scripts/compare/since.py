"""Compare: wordings of now and of an earlier run in; which of them others meet otherwise in the index, out.

Most wordings meet in the index what they met there before. Those that have come, gone, or weigh otherwise
change what is found under their words, for the wordings after them that look these up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from build_scripts.compare.candidates import POSTINGS, Index

Other = int | str
"""A wording that has come, or weighs otherwise, by its number; one that has gone, by its id."""


class Since:
    """What has changed in the index up to the wording that is looked at."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._others: dict[str, list[Other]] = {}
        """By word, those that stand under it now or stood there."""
        self._sizes: dict[str, int] = {}
        """Of words under which some have come or gone, how many stood there before."""
        self._odd: set[str] = set()
        """Words under which something else stands because there is room for it now, or was before."""

    def is_untouched(self, stems: Iterable[str]) -> bool:
        """Whether all that stands under some words is as it was."""
        return self._others.keys().isdisjoint(stems)

    def came(self, number: int, stems: Iterable[str]) -> None:
        """A wording that was not there is about to be added."""
        for stem in stems:
            count = self._count(stem)
            if count < POSTINGS:
                self._sizes.setdefault(stem, count)
                self._others.setdefault(stem, []).append(number)

    def went(self, id: str, stems: Iterable[str]) -> None:
        """Here stood a wording that is there no longer."""
        for stem in stems:
            had = self._had(stem)
            if had < POSTINGS:
                self._sizes[stem] = had + 1
                self._others.setdefault(stem, []).append(id)

    def stayed(self, number: int, stems: Iterable[str], *, weighs_otherwise: bool) -> None:
        """A wording that was there is about to be added."""
        for stem in stems if weighs_otherwise else self._sizes.keys() & stems:
            count, had = self._count(stem), self._had(stem)
            if (count < POSTINGS) != (had < POSTINGS):
                self._odd.add(stem)
            if stem in self._sizes and had < POSTINGS:
                self._sizes[stem] = had + 1
            if weighs_otherwise and count < POSTINGS:
                self._others.setdefault(stem, []).append(number)

    def asked(self, stems: Collection[str]) -> list[str] | None:
        """Of some words those that are looked up; None if they are not those of before, in their order."""
        now = self._index.asked(stems)
        if self._sizes.keys().isdisjoint(stems):
            return now
        is_same = self._odd.isdisjoint(now) and now == self._index.asked(stems, self._sizes)
        return now if is_same else None

    def is_untold(self, asked: Iterable[str]) -> bool:
        """Whether none of the others stands under some words."""
        return self._others.keys().isdisjoint(asked)

    def sharing(self, asked: Iterable[str], weights: Mapping[str, float]) -> Mapping[Other, float]:
        """The others that stand under some words, with what these weigh."""
        shared: dict[Other, float] = defaultdict(float)
        for stem in asked:
            for other in self._others.get(stem, ()):
                shared[other] += weights[stem]
        return shared

    def _count(self, stem: str) -> int:
        return len(self._index.places.get(stem, ()))

    def _had(self, stem: str) -> int:
        return self._sizes.get(stem, self._count(stem))


def walked(before: Sequence[str], now: Sequence[str]) -> tuple[Mapping[int, list[str]], frozenset[int]]:
    """Two orders of ids, each without repeats: by place in the second what has gone from before it, and the
    places of what has come; what has moved has gone and come.

    >>> walked(["a", "b", "c", "d"], ["b", "x", "d", "a"])
    ({0: ['a'], 2: ['c']}, frozenset({1, 3}))
    """
    was_at, is_at = ({id: at for at, id in enumerate(order)} for order in (before, now))
    stay = _rising([was_at[id] for id in now if id in was_at])
    went: dict[int, list[str]] = {}
    waiting: list[str] = []
    for at, id in enumerate(before):
        if at not in stay:
            waiting.append(id)
        elif waiting:
            went[is_at[id]], waiting = waiting, []
    return went, frozenset(at for at, id in enumerate(now) if was_at.get(id) not in stay)


def _rising(numbers: Sequence[int]) -> frozenset[int]:
    """A longest choice of some numbers, none twice, that rise in their order.

    >>> sorted(_rising([3, 0, 1, 4, 2]))
    [0, 1, 2]
    """
    lasts: list[int] = []
    """The least number with which a choice of each length ends."""
    before: dict[int, int] = {}
    for number in numbers:
        at = bisect_left(lasts, number)
        before[number] = lasts[at - 1] if at else -1
        if at == len(lasts):
            lasts.append(number)
        else:
            lasts[at] = number
    ends: list[int] = []
    last = lasts[-1] if lasts else -1
    while last >= 0:
        ends.append(last)
        last = before[last]
    return frozenset(ends)
