"""Compare: passages in, their distinct wordings with the weight of each word out.

A word weighs by how rare it is in the passages of its own article, beside some imagined ones of ordinary
news; a name less than the words that say what its bearer did. Frequencies over the whole corpus were
tried and lost: what five articles taught was forgotten among five hundred on other matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from build_scripts.compare.said import Said, said
from build_scripts.compare.words import stems as stems_of
from build_scripts.models import Lexicon, Passage, Ref, SourceFacts
from build_scripts.shelves import Earlier

_BACKGROUND = 30
"""Passages of ordinary news that are imagined beside the corpus, so that the rarity of a word does not
hang on a handful of articles: a matter word stands in 2 % of them, a function word in half."""
_MATTER_RATE, _FUNCTION_RATE = 0.02, 0.5
_NAME_WEIGHT = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One distinct text of a passage, and what its words weigh."""

    number: int
    """Its place among all wordings."""
    weights: Mapping[str, float]
    """By stem, in the order of the stems: sums come out the same on any machine."""
    names: frozenset[str]
    """Stems of names and of words that carry no matter, in any wording."""
    total: float
    own: float
    """The weight of the words that are neither names nor carry no matter."""
    dates: tuple[str, ...]
    text: str
    read: Callable[[str], tuple[str, ...]]
    people: frozenset[str] = frozenset()
    """Actor ids of the persons whom it names."""

    @property
    def said(self) -> tuple[str, ...]:
        """The stems of its words, in the order of the text: of few they are asked for."""
        return self.read(self.text)

    def shared(self, other: Wording) -> float:
        """The weight of the stems that both have, as the mean of what they weigh in either."""
        theirs = other.weights
        return sum([(weight + theirs[stem]) / 2 for stem, weight in self.weights.items() if stem in theirs])

    def shared_matter(self, other: Wording) -> float:
        """The weight of those among them that are neither names nor empty words."""
        theirs, known = other.weights, self.names
        both = ((stem, weight) for stem, weight in self.weights.items() if stem in theirs)
        return sum([(weight + theirs[stem]) / 2 for stem, weight in both if stem not in known])


def common_runs(one: Wording, other: Wording, length: int) -> Iterator[tuple[str, ...]]:
    """The runs of so many words that stand in both.

    Sets of the runs of every wording would be made again and again, or fill the memory: texts are searched.
    """
    ours, known = one.said, other.weights
    # Each run has one of these words in it.
    if all(stem not in known for stem in ours[length - 1 :: length]):
        return
    theirs = f" {' '.join(other.said)} "
    for at in range(len(ours) - length + 1):
        run = ours[at : at + length]
        if f" {' '.join(run)} " in theirs:
            yield run


def weigh(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    """The weight of some stems together, added in their order: the same on any machine."""
    return sum(weights[stem] for stem in sorted(stems))


class Wordings:
    """Each distinct text of a passage once, in the order of the sources; weighed when it is asked for."""

    def __init__(
        self, facts: Sequence[SourceFacts], lexicon: Lexicon, earlier: Earlier | None = None
    ) -> None:
        read = Said(facts, earlier)
        function, office = stems_of(lexicon, "function_words"), stems_of(lexicon, "office_words")
        self.facts = {found.source.id: found for found in facts}
        self._stems = read.stems
        self._read = read.read
        self._texts = _Texts()
        self._function = function
        self.names = (read.names() - function) | office | read.particles
        """The stems that weigh as names: what all articles together decide about the weights of a text."""
        self._no_matter = self.names | function
        self._rare: dict[str, dict[str, float]] = {}
        self._made: dict[int, Wording] = {}
        self.totals = _Totals(self)
        self.ids = tuple(read.passages)
        """What tells them apart: the ids of their passages, without the suffix of a repeat."""
        self.passages: tuple[Sequence[Passage], ...] = tuple(read.passages.values())
        self._dates, self._people = _dates(facts), _people(facts)

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: int) -> Wording:
        if number not in self._made:
            self._made[number] = self._weighed(number)
        return self._made[number]

    def dates(self, number: int) -> Sequence[str]:
        """The dates that a wording gives."""
        return self._dates.get(self.passages[number][0].ref, ())

    def stems(self, number: int) -> list[str]:
        """The stems of a wording, sorted, each once."""
        return self._stems[number].split()

    def ids_of(self, source: str) -> tuple[str, ...]:
        """The wordings of an article, in the order of its text."""
        return self._read[source].ids

    def told(self, passage: Passage) -> str:
        """All that its own article decides about the weights of a passage, and about its scores."""
        stems, rare = self._texts[passage.text], self._rarity(passage.source)
        weights = [rare[stem] for stem in sorted(set(stems))]
        return repr(
            (passage.text, weights, self._dates.get(passage.ref), sorted(self._people.get(passage.ref, ())))
        )

    def named(self, stems: Iterable[str]) -> bytes:
        """Which of some stems weigh as names."""
        return bytes(map(self.names.__contains__, stems))

    def _weighed(self, number: int) -> Wording:
        of = self.passages[number]
        source, first = of[0].source, of[0].ref
        rare, names, no_matter = self._rarity(source), self.names, self._no_matter
        stems = self.stems(number)
        weights = {stem: rare[stem] * _NAME_WEIGHT if stem in names else rare[stem] for stem in stems}
        return Wording(
            number=number,
            weights=weights,
            names=no_matter,
            total=sum(weights.values()),
            own=sum(weight for stem, weight in weights.items() if stem not in no_matter),
            dates=tuple(self.dates(number)),
            text=of[0].text,
            read=self._texts.__getitem__,
            people=frozenset(self._people.get(first, ())),
        )

    def _rarity(self, source: str) -> dict[str, float]:
        if source not in self._rare:
            self._rare[source] = _rarity(self._read[source].stems, self._function)
        return self._rare[source]


class _Texts(dict[str, tuple[str, ...]]):
    """The stems of texts in their order, by text; read when they are asked for."""

    def __missing__(self, text: str) -> tuple[str, ...]:
        stems = self[text] = said(text)
        return stems


class _Totals(dict[int, float]):
    """What all words of a wording weigh, by its number: known from an earlier run, or weighed when asked for.

    They are asked for by the hundred for each wording, where its weights are asked for by few.
    """

    def __init__(self, wordings: Wordings) -> None:
        super().__init__()
        self._wordings = wordings

    def __missing__(self, number: int) -> float:
        total = self[number] = self._wordings[number].total
        return total


class ByRef:
    """Wordings by the passages that have them."""

    def __init__(self, wordings: Wordings, numbers: Mapping[Ref, int]) -> None:
        self._wordings, self._numbers = wordings, numbers

    def __getitem__(self, ref: Ref) -> Wording:
        return self._wordings[self._numbers[ref]]

    def number(self, ref: Ref) -> int:
        return self._numbers[ref]

    def total(self, ref: Ref) -> float:
        return self._wordings.totals[self._numbers[ref]]

    def dates(self, ref: Ref) -> Sequence[str]:
        return self._wordings.dates(self._numbers[ref])


def _dates(facts: Iterable[SourceFacts]) -> dict[Ref, list[str]]:
    found: dict[Ref, list[str]] = defaultdict(list)
    for source in facts:
        for date in source.dates:
            if date.edtf:
                found[Ref(date.source, date.passage)].append(date.edtf)
    return found


def _people(facts: Iterable[SourceFacts]) -> dict[Ref, set[str]]:
    found: dict[Ref, set[str]] = defaultdict(set)
    for source in facts:
        for mention in source.mentions:
            if mention.actor and mention.is_person:
                found[Ref(mention.source, mention.passage)].add(mention.actor)
    return found


def _rarity(passages: Iterable[str], function: frozenset[str]) -> dict[str, float]:
    """Inverse document frequency of each stem in one article's passages, which are given by their stems."""
    stems = [one.split() for one in passages]
    frequency = Counter(stem for of in stems for stem in of)

    def of(stem: str) -> float:
        rate = _FUNCTION_RATE if stem in function else _MATTER_RATE
        return max(log((len(stems) + _BACKGROUND) / (frequency[stem] + rate * _BACKGROUND)), 0.05)

    return {stem: of(stem) for stem in frequency}
