"""Compare: passages in, their distinct wordings with the weight of each word out.

A word weighs by how rare it is (inverse document frequency over distinct texts, so that copies do not
make it common), a name less than the words that say what its bearer did.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import stems as stems_of
from build_scripts.models import Lexicon, Passage, PassageKind, Ref, SourceFacts

SPEAKING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})
"""Passages that can say the same as others; bylines, datelines and headings do not."""

_BACKGROUND = 30
"""Passages of ordinary news that are imagined beside the corpus, so that the rarity of a word does not
hang on a handful of articles: a matter word stands in 2 % of them, a function word in half."""
_MATTER_RATE, _FUNCTION_RATE = 0.02, 0.5
_NAME_WEIGHT = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One distinct text of a passage, with the passages that have it."""

    members: tuple[Ref, ...]
    weights: Mapping[str, float]
    names: frozenset[str]
    total: float
    dates: tuple[str, ...]
    text: str

    def shared(self, other: Wording) -> float:
        """The weight of the stems that both have."""
        return weigh(self.weights, self.weights.keys() & other.weights.keys())


def weigh(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """The weight of some stems together, added in their order: the same on any machine."""
    return sum(weights[stem] for stem in sorted(stems))


def wordings(facts: Sequence[SourceFacts], lexicon: Lexicon) -> tuple[Wording, ...]:
    """Each distinct text of a passage once, in the order of the sources."""
    passages: dict[str, list[Passage]] = defaultdict(list)
    dates: dict[Ref, list[str]] = defaultdict(list)
    for source in facts:
        for passage in source.passages:
            if passage.kind in SPEAKING:
                passages[passage.id.partition("-")[0]].append(passage)
        for date in source.dates:
            if date.edtf:
                dates[Ref(date.source, date.passage)].append(date.edtf)
    function, office = stems_of(lexicon, "function_words"), stems_of(lexicon, "office_words")
    stems = {key: frozenset(token.stem for token in tokens(of[0].text)) for key, of in passages.items()}
    frequency = Counter(stem for of in stems.values() for stem in of)
    names = (_names(passages, _dating_stems(facts)) - function) | office

    def weight(stem: str) -> float:
        rate = _FUNCTION_RATE if stem in function else _MATTER_RATE
        rarity = log((len(stems) + _BACKGROUND) / (frequency[stem] + rate * _BACKGROUND))
        return max(rarity, 0.05) * (_NAME_WEIGHT if stem in names else 1.0)

    weights = {stem: weight(stem) for stem in frequency}
    return tuple(
        Wording(
            members=tuple(passage.ref for passage in of),
            weights={stem: weights[stem] for stem in sorted(stems[key])},
            names=(names | function) & stems[key],
            total=weigh(weights, stems[key]),
            dates=tuple(dates[of[0].ref]),
            text=of[0].text,
        )
        for key, of in passages.items()
    )


def _names(passages: Mapping[str, Sequence[Passage]], dating: frozenset[str]) -> frozenset[str]:
    """Stems that within sentences stand with a capital more often than without."""
    balance: Counter[str] = Counter()
    for of in passages.values():
        for at, token in enumerate(tokens(of[0].text)):
            if token.text[0].isupper():
                balance[token.stem] += at > 0
            else:
                balance[token.stem] -= 1
    return frozenset(stem for stem, more in balance.items() if more > 0) - dating


def _dating_stems(facts: Sequence[SourceFacts]) -> frozenset[str]:
    return frozenset(token.stem for source in facts for date in source.dates for token in tokens(date.text))
