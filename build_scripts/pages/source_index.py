"""Pages: sources in, the index that lists them out; of very many, one page for each year."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import escape, naming, parts
from build_scripts.models import PagePlan, Source
from build_scripts.pages import drafts, further, lineages, markdown, source_map, sources, state, wording
from build_scripts.pages.lookup import SOURCES, Lookup
from build_scripts.parts import Part

MOST = 200
"""Articles on one page; of more, each year has one."""


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """The plan of the index and, where there are many sources, one for each year."""
    long = _long(lookup)
    found = further.divided(long, lookup)
    blocks = {
        "sources": _years(long, found) if found else _table(long.items, SOURCES, lookup),
        "map": source_map.write(SOURCES, lookup),
        "scope": state.scope(lookup),
    }
    told = "The articles, who published them and when, and how that is known."
    index = PagePlan(SOURCES, blocks, drafts.page("Sources", told), top=())
    texts = {
        part.name: _table(part.items, long.address(part), lookup)
        for part in further.leaves(found)
        if part.items
    }
    return (index, *further.pages(long, found, texts, lookup))


def _long(lookup: Lookup) -> further.Long[Source]:
    return further.Long(
        page=SOURCES,
        block="year",
        title="Sources",
        anchor="sources",
        items=(*lookup.sources, *lookup.briefing.withdrawn),
        named=lambda source: parts.dated(source.published),
        unit="article",
        most=MOST,
        decades=False,
        into="sources",
    )


def _years(long: further.Long[Source], found: Sequence[Part[Source]]) -> str:
    """How many there are of each year."""
    rows = (
        (markdown.link(long.called(part.name), long.address(part), SOURCES), str(len(part.items)))
        for part in found
    )
    told = f"{wording.sentence(long.count(long.items))}, by the year in which they were published."
    return markdown.sections(
        further.led(told, SOURCES, "all-sources"), markdown.table(("Year", "Articles"), rows)
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
