"""Export: the briefing in, its tables as rows of plain values out, in a fixed order.

Words of passages that are not published are null, wherever they would stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from build_scripts.export import of_articles, of_comparison
from build_scripts.export.rows import Row
from build_scripts.models import Briefing


def tables(briefing: Briefing) -> Mapping[str, tuple[Row, ...]]:
    """Every table by its name."""
    return {name: tuple(rows) for name, rows in told(briefing)}


def told(briefing: Briefing) -> Iterator[tuple[str, Iterator[Row]]]:
    """The same row by row."""
    return ((name, rows(briefing)) for name, rows in _TABLES.items())


_TABLES: Mapping[str, Callable[[Briefing], Iterator[Row]]] = {
    "sources": of_articles.sources,
    "passages": of_articles.passages,
    "actors": of_articles.actors,
    "dates": of_articles.dates,
    "figures": of_articles.figures,
    "quotations": of_articles.quotations,
    "contacts": of_comparison.contacts,
    "lineages": of_comparison.lineages,
    "differences": of_comparison.differences,
    "readings": of_comparison.readings,
    "developments": of_comparison.developments,
}
