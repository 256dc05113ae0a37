"""Export: the briefing in, its tables as rows of plain values out, in a fixed order.

Words of passages that are not published are null, wherever they would stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from build_scripts.export import of_articles, of_comparison
from build_scripts.export.of_articles import Shared
from build_scripts.export.rows import Row, facts
from build_scripts.export.schema import SCHEMA
from build_scripts.models import Briefing, SourceFacts

Told = Iterator[Row] | Callable[[SourceFacts], Iterator[Row]]
"""The rows of a table; where they are articles' own, those of each."""


def tables(briefing: Briefing) -> Mapping[str, tuple[Row, ...]]:
    """Every table by its name."""
    return {name: tuple(_rows(of, briefing)) for name, of in told(briefing, Shared(briefing))}


def told(briefing: Briefing, shared: Shared) -> Iterator[tuple[str, Told]]:
    """The same row by row, or article by article."""
    for name in SCHEMA:
        if name == "passages":
            yield name, partial(of_articles.passages, briefing=briefing, shared=shared)
        elif name in _OF_EACH:
            yield name, _each(_OF_EACH[name], briefing)
        else:
            yield name, _TABLES[name](briefing)


def _each(rows: Callable[[SourceFacts, Briefing], Iterator[Row]], briefing: Briefing) -> Told:
    return lambda found: rows(found, briefing)


def _rows(of: Told, briefing: Briefing) -> Iterator[Row]:
    return (row for found in facts(briefing) for row in of(found)) if callable(of) else of


_TABLES: Mapping[str, Callable[[Briefing], Iterator[Row]]] = {
    "sources": of_articles.sources,
    "actors": of_articles.actors,
    "contacts": of_comparison.contacts,
    "lineages": of_comparison.lineages,
    "differences": of_comparison.differences,
    "readings": of_comparison.readings,
    "developments": of_comparison.developments,
}
_OF_EACH: Mapping[str, Callable[[SourceFacts, Briefing], Iterator[Row]]] = {
    "dates": of_articles.dates,
    "figures": of_articles.figures,
    "quotations": of_articles.quotations,
}
