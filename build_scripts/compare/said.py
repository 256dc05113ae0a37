"""Compare: the facts of all sources in; the stems of their texts, and which stems are those of names, out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from build_scripts.compare.tokens import stem, tokens, words
from build_scripts.models import How, Passage, PassageKind, SourceFacts

SPEAKING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})
"""Passages that can say the same as others; bylines, datelines and headings do not."""

_PARTICLE = 3


class Said:
    """The passages that can say the same, read once: by their words, and the stems of each text."""

    def __init__(self, facts: Sequence[SourceFacts]) -> None:
        self.passages: dict[str, list[Passage]] = defaultdict(list)
        self.stems: dict[str, tuple[str, ...]] = {}
        self._balance: Counter[str] = Counter()
        for source in facts:
            for passage in source.passages:
                if passage.kind in SPEAKING:
                    self._read(passage)

    def _read(self, passage: Passage) -> None:
        alike = self.passages[passage.id.partition("-")[0]]
        alike.append(passage)
        if len(alike) > 1 and passage.text in self.stems:
            return
        said = words(passage.text)
        stems = self.stems[passage.text] = tuple(map(stem, said))
        if len(alike) == 1:
            for at, word in enumerate(said):
                self._balance[stems[at]] += (at > 0) if word[0].isupper() else -1

    def names(self) -> frozenset[str]:
        """Stems that within sentences stand with a capital more often than without."""
        return frozenset(stem for stem, more in self._balance.items() if more > 0)


def particles(facts: Sequence[SourceFacts]) -> frozenset[str]:
    """Small words within the names of known actors (`al`, `bin`, `de`)."""
    return frozenset(
        token.stem
        for found in facts
        for mention in found.mentions
        if mention.how is How.ALIAS
        for token in tokens(mention.text)
        if token.text.islower() and len(token.text) <= _PARTICLE
    )


def dating_stems(facts: Sequence[SourceFacts]) -> frozenset[str]:
    """The stems of words that give dates."""
    return frozenset(token.stem for source in facts for date in source.dates for token in tokens(date.text))
