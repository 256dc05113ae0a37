"""Export: words of passages in; a row of plain values out, with null for words that are not published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from build_scripts.models import Briefing, Lineage, Ref, SourceFacts

Row = Mapping[str, object]


class InPassage(Protocol):
    """Anything that stands in a passage."""

    @property
    def source(self) -> str: ...

    @property
    def passage(self) -> str: ...


class Words(InPassage, Protocol):
    """Words of a passage."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def text(self) -> str: ...


def place(one: Words, briefing: Briefing) -> Row:
    return {
        "source": one.source,
        "passage": one.passage,
        "start": one.start,
        "end": one.end,
        "text": one.text if is_shown(one, briefing) else None,
    }


def is_shown(one: InPassage, briefing: Briefing) -> bool:
    return Ref(one.source, one.passage) in briefing.shown


def facts(briefing: Briefing) -> Iterable[SourceFacts]:
    return sorted(briefing.facts, key=lambda facts: facts.source.id)


def lineages_of(briefing: Briefing) -> tuple[Lineage, ...]:
    """Every source stands in one lineage, alone if in no other."""
    named = {source for lineage in briefing.findings.lineages for source in lineage.sources}
    alone = (Lineage(one.id, (one.id,)) for one in briefing.sources if one.id not in named)
    return (*briefing.findings.lineages, *alone)


def lineage_of(briefing: Briefing) -> dict[str, str]:
    return {source: one.id for one in lineages_of(briefing) for source in one.sources}
