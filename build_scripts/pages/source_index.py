"""Pages: sources in, the index that lists them out; of very many, one page for each year."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import escape, naming, parts
from build_scripts.models import PagePlan, Source
from build_scripts.pages import drafts, further, lineages, long_lists, markdown, source_map, sources, state
from build_scripts.pages.lookup import SOURCES, Lookup

MOST = 200
"""Articles on one page; of more, each year has one."""


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """The plan of the index and, where there are many sources, one for each year."""
    long = _long(lookup)
    found = long_lists.divided(long, lookup)
    blocks = {
        "sources": further.shown(long, found, "all-sources")
        if found
        else _table(long.items, SOURCES, lookup),
        "map": source_map.write(SOURCES, lookup),
        "scope": state.scope(lookup),
    }
    told = "The articles, who published them and when, and how that is known."
    index = PagePlan(SOURCES, blocks, drafts.page("Sources", told), top=())
    texts = {
        part.name: _table(part.items, long.address(part), lookup)
        for part in long_lists.leaves(found)
        if part.items
    }
    return (index, *further.pages(long, found, texts, lookup))


def _long(lookup: Lookup) -> long_lists.Long[Source]:
    return long_lists.Long(
        page=SOURCES,
        block="year",
        title="Sources",
        anchor="sources",
        items=(*lookup.sources, *lookup.briefing.withdrawn),
        named=lambda source: parts.dated(source.published),
        unit="article",
        limit=MOST,
        decades=False,
        into="sources",
    )


def _table(found: Sequence[Source], page: str, lookup: Lookup) -> str:
    return markdown.table(
        ("Source", "Publisher", "Published", "Title", "Text"),
        (_row(source, page, lookup) for source in found),
    )


def _row(source: Source, page: str, lookup: Lookup) -> tuple[str, ...]:
    label = markdown.link(naming.source_label(source), naming.source_page(source.id), page)
    publisher = escape.cell(source.publisher) or "not known"
    known = (label, publisher, sources.published(source))
    if source.withdrawn:
        return (*known, sources.withdrawn_in_words(source), "not shown")
    return (*known, sources.title_in_words(source), _text_of(source, lookup))


def _text_of(source: Source, lookup: Lookup) -> str:
    others = [one for one in sources.family(source, lookup) if one != source.id]
    if not others:
        return "no other source shares it"
    return f"one text with {lineages.several(others, lookup)}"
