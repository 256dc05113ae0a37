"""Compare: a source's facts in; its words outside quotation marks, how many and in which runs, out.

What is worked out of an article is kept for the next run, and what two articles share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from build_scripts import shelves
from build_scripts.compare.said import SPEAKING
from build_scripts.compare.tokens import stem, tokens, words
from build_scripts.models import Passage, Quotation, SourceFacts
from build_scripts.shelves import Earlier, Shelf

SHELF = "runs"
_RUN = 3
# Match: "Arden" in "the envoy Arden", "League" in "the Northern League". Near-miss: "The" after a full stop.
_NAME = re.compile(r"(?<=[^\W\d_,;] )[^\W\d_a-z][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many words of a source are its own."""

    lengths: Mapping[str, int]
    """By passage."""
    total: int
    """In all passages that can say the same as others."""
    words: int
    """The same with those within quotation marks."""


class OwnWords:
    """The words of sources that are their own, and the runs of them that two of them share."""

    def __init__(self, facts: Iterable[SourceFacts], earlier: Earlier | None) -> None:
        self._facts = {found.source.id: found for found in facts}
        self._shelf = earlier.shelves[SHELF] if earlier else Shelf({})
        self._keys = earlier.keys if earlier else {}
        self._counted: dict[str, Counted] = {}
        self._runs: dict[str, frozenset[tuple[str, ...]]] = {}

    def of(self, source: str) -> Counted:
        """How many words a source has."""
        if source not in self._counted:
            key = self._keys.get(source, source)
            passages = self._facts[source].passages
            found = _counted(self._shelf.known(key), passages)
            if found is None:
                found = _count(tuple(_own_words(self._facts[source])))
                self._shelf.keep(key, [[*found.lengths.values()], found.total, found.words])
            self._counted[source] = found
        return self._counted[source]

    def shared(self, one: str, other: str) -> tuple[float, int]:
        """Share of the first source's runs of words that stand in the second as well, and how many do."""
        key = shelves.key((self._keys.get(one, one), self._keys.get(other, other)))
        known = _shared(self._shelf.known(key))
        if known is None:
            ours = self._runs_of(one)
            count = len(ours & self._runs_of(other))
            known = count / max(len(ours), 1), count
            self._shelf.keep(key, [*known])
        return known

    def _runs_of(self, source: str) -> frozenset[tuple[str, ...]]:
        if source not in self._runs:
            found = self._facts[source]
            self._runs[source] = _runs(_own_words(found), _named(found))
        return self._runs[source]


def _counted(kept: Any, passages: Sequence[Passage]) -> Counted | None:
    """What is kept of a source; None if it is anything else."""
    try:
        lengths, total, words = kept
        told = dict(zip((one.id for one in passages), map(int, lengths), strict=True))
        return Counted(told, int(total), int(words))
    except (TypeError, ValueError):
        return None


def _shared(kept: Any) -> tuple[float, int] | None:
    """Likewise of two."""
    try:
        share, count = kept
        return float(share), int(count)
    except (TypeError, ValueError):
        return None


def _count(own: Sequence[_Own]) -> Counted:
    speaking = [one for one in own if one.passage.kind in SPEAKING]
    return Counted(
        {one.passage.id: len(one.stems) for one in own},
        sum(len(one.stems) for one in speaking),
        sum(one.words for one in speaking),
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """A passage, the stems of its words outside quotation marks, and how many words it has with these."""

    passage: Passage
    stems: tuple[str, ...]
    words: int


def _own_words(found: SourceFacts) -> Iterator[_Own]:
    """For each passage, its words that do not stand within quotation marks.

    An article that quotes more than it writes counts whole: of a printed speech nothing else is left.
    """
    said: dict[str, list[Quotation]] = {}
    if not is_mostly_quoted(found):
        for each in found.quotations:
            said.setdefault(each.passage, []).append(each)
    for passage in found.passages:
        quoted = said.get(passage.id)
        if quoted is None:
            plain = tuple(map(stem, words(passage.text)))
            yield _Own(passage, plain, len(plain))
            continue
        every = tokens(passage.text, passage.start)
        stems = tuple(
            word.stem for word in every if not any(each.start <= word.start < each.end for each in quoted)
        )
        yield _Own(passage, stems, len(every))


def is_mostly_quoted(found: SourceFacts) -> bool:
    """Whether more than half of an article stands within quotation marks."""
    quoted = sum(each.end - each.start for each in found.quotations)
    return 2 * quoted > sum(passage.end - passage.start for passage in found.passages)


def _named(found: SourceFacts) -> frozenset[str]:
    """Stems of the words that name or describe somebody in an article: they are nobody's text."""
    names = [name for passage in found.passages for name in _NAME.findall(passage.text)]
    names += [word for role in found.roles for word in words(role.text)]
    return frozenset(map(stem, names))


def _runs(of: Iterable[_Own], names: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Runs of three words in each sentence; all names and figures beside one another are one empty word."""
    sentences = [
        [
            word
            for word, _ in groupby("" if word in names or word[0].isdecimal() else word for word in one.stems)
        ]
        for one in of
        if one.passage.kind in SPEAKING
    ]
    return frozenset(
        run
        for stems in sentences
        for run in zip(*(stems[at:] for at in range(_RUN)), strict=False)
        if run.count("") < 2
    )
