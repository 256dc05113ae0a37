"""Compare: the facts of all sources in; the stems of their texts, and which stems are those of names, out.

What is read in an article's words is kept for the next run: only texts that are scored are read again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.compare.tokens import stem, tokens, words
from build_scripts.models import How, Passage, PassageKind, SourceFacts
from build_scripts.shelves import Earlier, Shelf

SPEAKING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})
"""Passages that can say the same as others; bylines, datelines and headings do not."""
SHELF = "words"

_PARTICLE = 3


@dataclass(frozen=True, slots=True)
class Read:
    """What is read in the words of an article."""

    ids: tuple[str, ...]
    """Of the passages that can say the same as others, without the suffix of a repeat."""
    stems: tuple[str, ...]
    """The stems of each of these, sorted, each once, with spaces between."""
    balance: Mapping[str, int]
    """By stem, how much more often it stands with a capital within a sentence than without one."""
    particles: tuple[str, ...]
    """Stems of small words within the names of known actors (`al`, `bin`, `de`)."""
    dating: tuple[str, ...]
    """Stems of words that give dates."""


class Said:
    """The passages that can say the same: by their words, and the stems of each."""

    def __init__(self, facts: Sequence[SourceFacts], earlier: Earlier | None = None) -> None:
        self.passages: dict[str, list[Passage]] = defaultdict(list)
        """By their ids without the suffix of a repeat: one wording each."""
        self.stems: list[str] = []
        """Of each wording, as `Read.stems` has them."""
        self.read: dict[str, Read] = {}
        """By article."""
        self._balance: Counter[str] = Counter()
        self._particles: set[str] = set()
        self._dating: set[str] = set()
        shelf = earlier.shelves[SHELF] if earlier else Shelf({})
        for source in facts:
            key = earlier.keys[source.source.id] if earlier else ""
            speaking = [one for one in source.passages if one.kind in SPEAKING]
            read = _known(shelf.known(key), speaking)
            if read is None:
                read = _read(source, speaking)
                shelf.keep(key, [read.stems, read.balance, read.particles, read.dating])
            self.read[source.source.id] = read
            self._add(speaking, read)

    def _add(self, speaking: Sequence[Passage], read: Read) -> None:
        for name, more in read.balance.items():
            self._balance[name] += more
        self._particles.update(read.particles)
        self._dating.update(read.dating)
        for passage, id, stems in zip(speaking, read.ids, read.stems, strict=True):
            alike = self.passages[id]
            alike.append(passage)
            if len(alike) == 1:
                self.stems.append(stems)
            else:  # each wording counts once
                self._balance.subtract(_balance((passage,)))

    def names(self) -> frozenset[str]:
        """Stems that within sentences stand with a capital more often than without, and of no dates."""
        return frozenset(stem for stem, more in self._balance.items() if more > 0) - self._dating

    @property
    def particles(self) -> frozenset[str]:
        """Small words within the names of known actors."""
        return frozenset(self._particles)


def said(text: str) -> tuple[str, ...]:
    """The stems of the words of a text, in its order."""
    return tuple(map(stem, words(text)))


def _read(found: SourceFacts, speaking: Sequence[Passage]) -> Read:
    named = [token for one in found.mentions if one.how is How.ALIAS for token in tokens(one.text)]
    return Read(
        ids=_ids(speaking),
        stems=tuple(" ".join(sorted(set(said(one.text)))) for one in speaking),
        balance=_balance(speaking),
        particles=_once(one.stem for one in named if one.text.islower() and len(one.text) <= _PARTICLE),
        dating=_once(token.stem for date in found.dates for token in tokens(date.text)),
    )


def _ids(speaking: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(one.id.partition("-")[0] for one in speaking)


def _once(stems: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(stems)))


def _balance(passages: Iterable[Passage]) -> Counter[str]:
    found: Counter[str] = Counter()
    for passage in passages:
        for at, word in enumerate(words(passage.text)):
            found[stem(word)] += (at > 0) if word[0].isupper() else -1
    return found


def _known(kept: Any, speaking: Sequence[Passage]) -> Read | None:
    """What is kept of an article; None if it is anything else."""
    try:
        stems, balance, particles, dating = kept
        told = tuple(map(str, stems)), {str(one): int(more) for one, more in balance.items()}
        read = Read(_ids(speaking), *told, tuple(map(str, particles)), tuple(map(str, dating)))
    except (AttributeError, TypeError, ValueError):
        return None
    return read if len(read.stems) == len(speaking) else None
