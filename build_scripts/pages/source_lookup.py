"""Pages: the briefing in, its articles and passages in the order in which pages speak of them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from build_scripts import corroboration, edtf, escape, naming
from build_scripts.models import (
    Briefing,
    Evidence,
    Lineage,
    Match,
    Mention,
    Passage,
    Reading,
    Ref,
    Report,
    Source,
    SourceFacts,
)


@dataclass(frozen=True)
class SourceLookup:
    """What the briefing's articles hold; each index is made once, when it is first asked for."""

    briefing: Briefing

    # -- sources

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """In order of publication; what has no date comes last."""
        return tuple(sorted(self.briefing.sources, key=lambda one: (edtf.sort_key(one.published), one.id)))

    @cached_property
    def source(self) -> dict[str, Source]:
        return {source.id: source for source in self.briefing.sources}

    @cached_property
    def position(self) -> dict[str, int]:
        """Place of a source in the order of publication."""
        return {source.id: number for number, source in enumerate(self.sources)}

    @cached_property
    def facts(self) -> dict[str, SourceFacts]:
        return {found.source.id: found for found in self.briefing.facts}

    @cached_property
    def lineages(self) -> tuple[Lineage, ...]:
        """Most sources first, then by id; a source that no lineage names stands alone."""
        named = {source for lineage in self.briefing.findings.lineages for source in lineage.sources}
        alone = (Lineage(one.id, (one.id,)) for one in self.briefing.sources if one.id not in named)
        every = (*self.briefing.findings.lineages, *alone)
        return naming.by_size(every)

    @cached_property
    def lineage_classes(self) -> dict[str, str]:
        """The class by which each lineage has its colour."""
        return naming.lineage_classes(self.lineages)

    @cached_property
    def lineage_of(self) -> dict[str, str]:
        return {source: lineage.id for lineage in self.lineages for source in lineage.sources}

    @cached_property
    def family(self) -> dict[str, Lineage]:
        """The lineage of each source."""
        return {source: lineage for lineage in self.lineages for source in lineage.sources}

    @cached_property
    def publisher_of(self) -> dict[str, str]:
        return {source.id: source.publisher for source in self.briefing.sources}

    def in_order(self, sources: Iterable[str]) -> tuple[str, ...]:
        """Source ids in order of publication, each once."""
        return tuple(sorted(set(sources), key=lambda one: (self.position.get(one, len(self.position)), one)))

    def witnesses(self, sources: Iterable[str]) -> str:
        """`4 articles from one text`, and the like, as Markdown: it may name whom they credit."""
        return escape.cell(corroboration.in_words(sources, self.lineage_of, self.publisher_of))

    def witnesses_at(self, refs: Iterable[Ref]) -> str:
        """The same for passages that make one statement: those who credit one origin for it count once."""
        return escape.cell(self.witnesses_in_words(refs))

    def witnesses_in_words(self, refs: Iterable[Ref]) -> str:
        """The same as plain text."""
        cited = tuple(refs)
        credited = self.briefing.findings.credits
        said = corroboration.origins((ref.source, credited.get(ref, ())) for ref in cited)
        sources = (ref.source for ref in cited)
        return corroboration.in_words(sources, self.lineage_of, self.publisher_of, said)

    # -- passages

    @cached_property
    def passage(self) -> dict[Ref, Passage]:
        return {passage.ref: passage for found in self.briefing.facts for passage in found.passages}

    def order(self, ref: Ref) -> tuple[int, int]:
        """Sorts passages by publication, then by place in the text."""
        passage = self.passage.get(ref)
        return (self.position.get(ref.source, len(self.position)), passage.number if passage else 0)

    def is_shown(self, ref: Ref) -> bool:
        return ref in self.briefing.shown

    @cached_property
    def counterparts(self) -> dict[Ref, tuple[Ref, ...]]:
        """The passages that say the same in other sources, in order of publication."""
        found: dict[Ref, set[Ref]] = defaultdict(set)
        for left, right, _, match in self.briefing.findings.alignments:
            if match is not Match.REVIEW:
                found[left].add(right)
                found[right].add(left)
        place = {ref: self.order(ref) for ref in found}
        return {ref: tuple(sorted(refs, key=place.__getitem__)) for ref, refs in found.items()}

    def nearest(self, ref: Ref, most: int) -> tuple[Ref, ...]:
        """Of the passages that say the same, so many that say it most alike, in order of publication."""
        others = self.counterparts.get(ref, ())
        if len(others) <= most:
            return others
        alike = sorted(others, key=lambda other: -self._scores[min(ref, other), max(ref, other)])
        return tuple(sorted(alike[:most], key=self.order))

    @cached_property
    def _scores(self) -> dict[tuple[Ref, Ref], float]:
        return {
            (left, right) if left < right else (right, left): score
            for left, right, score, _ in self.briefing.findings.alignments
        }

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """By actor id, in order of publication and of the text."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for source in self.sources:
            for mention in self.facts[source.id].mentions if source.id in self.facts else ():
                if mention.actor:
                    found[mention.actor].append(mention)
        return {actor: tuple(mentions) for actor, mentions in found.items()}

    @cached_property
    def mentions_in(self) -> dict[tuple[str, str], list[Mention]]:
        """The same by actor id and source."""
        found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
        for actor, mentions in self.mentions.items():
            for mention in mentions:
                found[actor, mention.source].append(mention)
        return found

    def published_with(self, source: Source) -> frozenset[str]:
        """Sources whose day of publication may be that of this one, itself among them."""
        near = {other for month in _months(source.published) for other in self._by_month.get(month, ())}
        return frozenset(
            other for other in near if edtf.overlaps(self.source[other].published, source.published)
        )

    @cached_property
    def _by_month(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        for source in self.sources:
            for month in _months(source.published):
                found[month].append(source.id)
        return found

    @cached_property
    def actors_in(self) -> dict[Ref, frozenset[str]]:
        """The actors that each passage names."""
        found: dict[Ref, set[str]] = defaultdict(set)
        for actor, mentions in self.mentions.items():
            for mention in mentions:
                found[Ref(mention.source, mention.passage)].add(actor)
        return {ref: frozenset(actors) for ref, actors in found.items()}

    @cached_property
    def _reports(self) -> dict[Ref, tuple[Report, ...]]:
        found: dict[Ref, list[Report]] = defaultdict(list)
        for facts in self.briefing.facts:
            for report in facts.reports:
                found[Ref(report.source, report.passage)].append(report)
        return {ref: tuple(reports) for ref, reports in found.items()}

    def reports(self, piece: Evidence | Reading) -> tuple[Report, ...]:
        """What was read from the words of a piece of evidence, or of a reading."""
        return tuple(
            report
            for report in self._reports.get(Ref(piece.source, piece.passage), ())
            if report.start < piece.end and piece.start < report.end
        )


def _months(when: str) -> range:
    """The months of a date, counted from the year 0; those of before 1800 and after 2200 as one each."""
    ends = edtf.bounds(when)
    if ends is None:
        return range(0)
    first, last = (min(max(12 * end.year + end.month, 12 * 1800), 12 * 2200) for end in ends)
    return range(first, last + 1)
