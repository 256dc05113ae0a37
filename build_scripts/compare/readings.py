"""Compare: topics and alignments in, what each source says on each topic out, in order of publication.

The editor's readings come first in rank: an aligned counterpart never replaces or repeats one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.citations import Found, Resolver
from build_scripts.compare.align import counterparts
from build_scripts.compare.corpus import Fact, by_passage, publication_order
from build_scripts.compare.pairs import Pair, with_whole_quotes
from build_scripts.compare.tokens import tokens
from build_scripts.models import (
    Alignment,
    Citation,
    DateExpression,
    Figure,
    Match,
    Passage,
    Quotation,
    Reading,
    Ref,
    SourceFacts,
    Topic,
)


def find_readings(
    facts: Sequence[SourceFacts], topics: Sequence[Topic], alignments: Iterable[Alignment]
) -> dict[str, tuple[Reading, ...]]:
    """By topic id: the editor's readings and their counterparts, without those that the editor dropped.

    A citation that resolves to nothing is left out here; the build reports it where it stands.
    """
    texts = _Texts.of(*_asked_for(facts, topics, alignments))
    order = publication_order(facts)
    found = {}
    for topic in topics:
        chosen = [
            replace(reading, value=each.value)
            for each in topic.readings
            for reading in texts.cited(each.citation)
        ]
        dropped = [reading for citation in topic.dropped for reading in texts.cited(citation)]
        added = [reading for one in chosen for reading in texts.counterparts_of(one)]
        readings = _without_repeats(chosen, added, dropped)
        found[topic.id] = tuple(
            sorted(texts.valued(readings), key=lambda one: (order[one.source], one.start, one.end))
        )
    return found


def _asked_for(
    facts: Sequence[SourceFacts], topics: Iterable[Topic], alignments: Iterable[Alignment]
) -> tuple[list[SourceFacts], list[Alignment]]:
    """The articles that topics cite and those with their counterparts: few of many."""
    cited = {reading.citation.source for topic in topics for reading in topic.readings}
    cited |= {citation.source for topic in topics for citation in topic.dropped}
    shared = (
        [one for one in alignments if one.left.source in cited or one.right.source in cited] if cited else []
    )
    near = cited.union(*((one.left.source, one.right.source) for one in shared))
    return [found for found in facts if found.source.id in near], shared


def with_merged(topics: Iterable[Topic], merged: Sequence[Topic]) -> tuple[Topic, ...]:
    """Topics with the readings of those that are part of them, directly or through another."""
    return tuple(_with_parts(topic, merged) for topic in topics)


def _with_parts(topic: Topic, merged: Sequence[Topic]) -> Topic:
    parts = [_with_parts(one, merged) for one in merged if one.merge_into == topic.id]
    return replace(
        topic,
        readings=(*topic.readings, *(reading for part in parts for reading in part.readings)),
        dropped=(*topic.dropped, *(citation for part in parts for citation in part.dropped)),
    )


def _without_repeats(
    chosen: Iterable[Reading], added: Iterable[Reading], dropped: Sequence[Reading]
) -> list[Reading]:
    kept = list(dict.fromkeys(chosen))
    # The longest counterpart first: words that two of the editor's readings share stand once.
    for reading in sorted(added, key=lambda one: (one.start - one.end, one.source, one.start)):
        if not any(_is_overlapping(reading, other) for other in (*kept, *dropped)):
            kept.append(reading)
    return kept


def _are_alike(here: Passage, ours: tuple[int, int], there: Passage, theirs: tuple[int, int]) -> bool:
    """Whether a third of a reading's words stand in its counterpart; in another clause, none do."""
    said, other = (
        {token.stem for token in tokens(passage.text[start - passage.start : end - passage.start])}
        for passage, (start, end) in ((here, ours), (there, theirs))
    )
    return 3 * len(said & other) >= len(said)


def _is_overlapping(one: Reading, other: Reading) -> bool:
    return one.source == other.source and one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True)
class _Texts:
    """What readings are made from: passages, their counterparts, and the facts within them."""

    resolver: Resolver
    texts: Mapping[str, str]
    passages: Mapping[Ref, Passage]
    counterparts: Mapping[Ref, tuple[Alignment, ...]]
    dates: Mapping[Ref, tuple[DateExpression, ...]]
    figures: Mapping[Ref, tuple[Figure, ...]]
    quotations: Mapping[Ref, tuple[Quotation, ...]]

    @classmethod
    def of(cls, facts: Sequence[SourceFacts], alignments: Iterable[Alignment]) -> _Texts:
        return cls(
            resolver=Resolver(passage for found in facts for passage in found.passages),
            texts={found.source.id: found.source.text for found in facts},
            passages={passage.ref: passage for found in facts for passage in found.passages},
            counterparts=counterparts(alignments),
            dates=by_passage(date for found in facts for date in found.dates),
            figures=by_passage(figure for found in facts for figure in found.figures),
            quotations=by_passage(said for found in facts for said in found.quotations),
        )

    def cited(self, citation: Citation) -> tuple[Reading, ...]:
        """The words of a citation, from the first to the last of them; empty if there are none."""
        found = self.resolver.resolve(citation)
        if not isinstance(found, Found):
            return ()
        return (self._reading(found.passage, found.spans[0][0], found.spans[-1][1]),)

    def counterparts_of(self, reading: Reading) -> list[Reading]:
        """The same words in aligned passages, narrowed to those that stand for the reading's own."""
        ref = Ref(reading.source, reading.passage)
        here = self.passages[ref]
        is_whole = reading.start <= here.start and reading.end >= here.end
        found = []
        for alignment in self.counterparts.get(ref, ()):
            there = self.passages[alignment.right if alignment.left == ref else alignment.left]
            pair = Pair(here, there, alignment.match)
            facing = None if is_whole else pair.facing(reading.start, reading.end)
            if facing is not None and _are_alike(here, (reading.start, reading.end), there, facing):
                found.append(self._reading(there, *with_whole_quotes(there, *facing)))
            elif is_whole or alignment.match is Match.FULL:
                found.append(self._reading(there, there.start, there.end))
        return found

    def valued(self, readings: Sequence[Reading]) -> list[Reading]:
        """Readings with the value of the one date or figure in them, and with who says so.

        A topic asks for one kind, which half of its readings hold: dates, unless more of them hold a figure.
        """
        dates = [self._date(reading) for reading in readings]
        figures = [self._figure(reading) for reading in readings]
        values = figures if sum(map(bool, figures)) > sum(map(bool, dates)) else dates
        if 2 * sum(map(bool, values)) < len(values):
            values = ["" for _ in values]
        return [
            self._spoken(replace(reading, value=reading.value or value))
            for reading, value in zip(readings, values, strict=True)
        ]

    def _date(self, reading: Reading) -> str:
        values = {date.edtf for date in self._within(reading, self.dates) if date.edtf}
        return values.pop() if len(values) == 1 else ""

    def _figure(self, reading: Reading) -> str:
        figures = self._within(reading, self.figures)
        return figures[0].text if len(figures) == 1 else ""

    def _spoken(self, reading: Reading) -> Reading:
        said = [(each.speaker, each.via) for each in self._within(reading, self.quotations)]
        said += [(each.speaker, each.via) for each in self._within(reading, self.figures)]
        speaker, via = next((each for each in said if any(each)), ("", ""))
        return replace(reading, speaker=speaker, via=via)

    def _within(self, reading: Reading, facts: Mapping[Ref, tuple[Fact, ...]]) -> list[Fact]:
        of = facts.get(Ref(reading.source, reading.passage), ())
        return [fact for fact in of if fact.start < reading.end and reading.start < fact.end]

    def _reading(self, passage: Passage, start: int, end: int) -> Reading:
        return Reading(passage.source, passage.id, start, end, self.texts[passage.source][start:end])
