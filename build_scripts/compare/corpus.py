"""Compare: everything that comparators look at in, indexed by passage and as aligned pairs, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from build_scripts.compare.pairs import Pair
from build_scripts.edtf import sort_key
from build_scripts.models import (
    Alignment,
    Config,
    Contact,
    DateExpression,
    DifferenceType,
    Figure,
    Lexicon,
    Lineage,
    Match,
    Mention,
    Passage,
    Quotation,
    Reading,
    Records,
    Ref,
    Report,
    Role,
    SourceFacts,
    Verdict,
)

_NEAREST = 12
"""Other wordings with which each is compared word by word."""


class InPassage(Protocol):
    """A fact of one passage: exact words with their place."""

    @property
    def source(self) -> str: ...
    @property
    def passage(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Fact = TypeVar("Fact", bound=InPassage)
Key = tuple[str, int, int]
"""Source, start, end: what tells the facts of one kind apart, and their order."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A difference before it has its id and topic."""

    type: DifferenceType
    verdict: Verdict
    says: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The facts of all sources by passage, and the pairs of passages that say the same."""

    facts: tuple[SourceFacts, ...]
    records: Records
    config: Config
    lexicon: Lexicon
    lineages: tuple[Lineage, ...]
    contacts: tuple[Contact, ...]
    alignments: tuple[Alignment, ...]
    pairs: tuple[Pair, ...]
    """The alignments that are shown as fact, as texts; without those of the same words."""
    compared: tuple[Ref, ...] = ()
    """The passages of the pairs, each once."""
    readings: Mapping[str, tuple[Reading, ...]] = field(default_factory=dict)
    passages: Mapping[Ref, Passage] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    """Place of each source in the order of publication."""
    text_of: Mapping[str, str] = field(default_factory=dict)
    """The id of the lineage of each source."""
    dates: Mapping[Ref, tuple[DateExpression, ...]] = field(default_factory=dict)
    figures: Mapping[Ref, tuple[Figure, ...]] = field(default_factory=dict)
    mentions: Mapping[Ref, tuple[Mention, ...]] = field(default_factory=dict)
    quotations: Mapping[Ref, tuple[Quotation, ...]] = field(default_factory=dict)
    reports: Mapping[Ref, tuple[Report, ...]] = field(default_factory=dict)
    roles: Mapping[Ref, tuple[Role, ...]] = field(default_factory=dict)

    def reading(self, fact: InPassage, value: str = "") -> Reading:
        """The words of a fact as a reading."""
        passage = self.passages[Ref(fact.source, fact.passage)]
        quote = passage.text[fact.start - passage.start : fact.end - passage.start]
        return Reading(fact.source, fact.passage, fact.start, fact.end, quote, value)

    def is_one_text(self, one: str, other: str) -> bool:
        """Whether one of two sources rewrites the other, or both a third."""
        return self.text_of.get(one, one) == self.text_of.get(other, other)

    def in_order(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """Readings by publication of their source, then by place in it, each once."""
        return tuple(
            sorted(
                dict.fromkeys(readings),
                key=lambda one: (self.order.get(one.source, 0), one.source, one.start, one.end, one.value),
            )
        )


def gather(
    facts: tuple[SourceFacts, ...],
    records: Records,
    config: Config,
    lexicon: Lexicon,
    alignments: tuple[Alignment, ...],
    lineages: tuple[Lineage, ...],
    contacts: tuple[Contact, ...] = (),
    readings: Mapping[str, tuple[Reading, ...]] | None = None,
) -> Corpus:
    """Index the facts, and compare the words of aligned passages."""
    passages = {passage.ref: passage for found in facts for passage in found.passages}
    pairs = tuple(
        Pair(passages[found.left], passages[found.right], found.match)
        for found in worth_comparing(alignments)
    )
    return Corpus(
        facts=facts,
        records=records,
        config=config,
        lexicon=lexicon,
        lineages=lineages,
        contacts=contacts,
        alignments=alignments,
        pairs=pairs,
        compared=tuple(dict.fromkeys(ref for pair in pairs for ref in pair.refs)),
        readings=readings or {},
        passages=passages,
        order=publication_order(facts),
        text_of={source: lineage.id for lineage in lineages for source in lineage.sources},
        dates=by_passage(date for found in facts for date in found.dates),
        figures=by_passage(figure for found in facts for figure in found.figures),
        mentions=by_passage(mention for found in facts for mention in found.mentions),
        quotations=by_passage(quotation for found in facts for quotation in found.quotations),
        reports=by_passage(report for found in facts for report in found.reports),
        roles=by_passage(role for found in facts for role in found.roles),
    )


def publication_order(facts: Iterable[SourceFacts]) -> dict[str, int]:
    """Place of each source in the order of publication; undated ones last, then by id."""
    ordered = sorted((sort_key(found.source.published), found.source.id) for found in facts)
    return {source: place for place, (_, source) in enumerate(ordered)}


def key(fact: InPassage) -> Key:
    """What tells facts of one kind apart."""
    return fact.source, fact.start, fact.end


def facing(
    pairs: Iterable[Pair], found: Mapping[Ref, tuple[Fact, ...]]
) -> Iterator[tuple[Pair, tuple[Fact, ...], tuple[Fact, ...]]]:
    """Pairs with the facts of one kind on both sides, where there are any on either."""
    for pair in pairs:
        left, right = found.get(pair.left.ref, ()), found.get(pair.right.ref, ())
        if left or right:
            yield pair, left, right


def by_passage(facts: Iterable[Fact]) -> dict[Ref, tuple[Fact, ...]]:
    """Facts of one kind by passage, in the order of the text."""
    found: dict[Ref, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[Ref(fact.source, fact.passage)].append(fact)
    return {ref: tuple(sorted(of, key=key) if len(of) > 1 else of) for ref, of in found.items()}


def worth_comparing(alignments: Iterable[Alignment]) -> tuple[Alignment, ...]:
    """Alignments of different words that are shown: of each wording those with its nearest others.

    What a wording differs in from a hundred others is told by a few of them, for readings that hang
    together are gathered; a text rewritten a thousand times must not cost a million comparisons.
    """
    near: dict[str, dict[str, float]] = defaultdict(dict)
    told: list[tuple[Alignment, str, str]] = []
    for found in alignments:
        if found.match is not Match.REVIEW:
            one, other = _wording(found.left), _wording(found.right)
            if one != other:
                near[one][other] = near[other][one] = found.score
                told.append((found, one, other))
    kept = {
        (one, other)
        for one, others in near.items()
        for other in sorted(others, key=lambda each: (-others[each], each))[:_NEAREST]
    }
    return tuple(found for found, one, other in told if (one, other) in kept or (other, one) in kept)


def _wording(ref: Ref) -> str:
    """The id of a passage without its suffix: the same for all that have its words."""
    return ref.passage.partition("-")[0]
