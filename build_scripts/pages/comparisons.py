"""Pages: lineages, topics and differences in, the comparisons' index out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import escape, naming
from build_scripts.models import Difference, PagePlan, Source, Topic
from build_scripts.pages import differences, drafts, lineages, markdown, state, wording
from build_scripts.pages.lookup import COMPARISONS, Lookup

MOST_COLUMNS = 12
"""With more sources than this, a table names them in a cell: a wider one cannot be read."""


def write(lookup: Lookup) -> PagePlan:
    blocks = {
        "lineages": _lineages(lookup),
        "topics": _topics(lookup),
        "differences": _differences(lookup),
        "coverage": _coverage(lookup),
        "scope": state.scope(lookup),
    }
    told = "Which articles rewrite one another, and where and how they differ."
    return PagePlan(COMPARISONS, blocks, drafts.page("Comparisons", told), top=())


def by_source(first: str, rows: Sequence[tuple[str, dict[str, int]]], page: str, lookup: Lookup) -> str:
    """A table of counts: a column for each source, or one column that names the sources."""
    sources = lookup.sources
    if len(sources) > MOST_COLUMNS:
        listed = ((name, _named_counts(counts, lookup)) for name, counts in rows)
        return markdown.table((first, "Sources"), listed)
    columns = [_label(source, page, lookup) for source in sources]
    return markdown.table(
        (first, *columns),
        ((name, *(f"{counts.get(one.id) or '–'}" for one in sources)) for name, counts in rows),
    )


def _label(source: Source, page: str, lookup: Lookup) -> str:
    return markdown.link(naming.source_label(source), naming.source_page(source.id), page)


def _named_counts(counts: dict[str, int], lookup: Lookup) -> str:
    named = [one for one in lookup.sources if counts.get(one.id)]
    return ", ".join(f"{escape.cell(naming.source_label(one))} ({counts[one.id]})" for one in named) or "–"


def _lineages(lookup: Lookup) -> str:
    rows = [row for lineage in lineages.by_publication(lookup) for row in lineages.shares(lineage, lookup)]
    table = markdown.table(
        ("Article", "How much of it stands in others, reworded or not"),
        ((_label(lookup.source[source], COMPARISONS, lookup), told) for source, told in rows),
    )
    return markdown.sections(
        markdown.heading(2, "How many texts there are", "lineages"),
        f"{lineages.in_a_sentence(lookup)} {lineages.outlets_in_a_sentence(lookup)}",
        lineages.nested(COMPARISONS, lookup),
        "Who copied from whom, the texts do not say. Shares are counted in words." if rows else "",
        table if rows else "",
    )


def _topics(lookup: Lookup) -> str:
    rows = []
    for topic in _by_gravity(lookup):
        found = lookup.briefing.findings.readings.get(topic.id, ())
        named = markdown.link(topic.question, topic.page, COMPARISONS)
        drafted = " (drafted)" if state.is_drafted(topic.reviewed) else ""
        count = len({(one.source, one.passage, one.start) for one in found})
        sources = wording.sentence(lookup.witnesses(one.source for one in found))
        rows.append(
            (f"{named}{drafted}", str(count), sources, str(len(lookup.differences.get(topic.id, ()))))
        )
    return markdown.sections(
        markdown.heading(2, "Topics", "topics"),
        markdown.table(("Topic", "Readings", "Sources", "Differences"), rows) if rows else "No topic yet.",
    )


def _by_gravity(lookup: Lookup) -> list[Topic]:
    """Topics with the gravest difference first, those without any last."""
    ranked = differences.by_gravity(lookup.briefing.findings.differences, lookup)
    order = {one.topic: place for place, one in reversed(list(enumerate(ranked)))}
    return sorted(lookup.topics, key=lambda topic: (order.get(topic.id, len(ranked)), topic.id))


def _differences(lookup: Lookup) -> str:
    every = lookup.briefing.findings.differences
    if not every:
        return markdown.sections(markdown.heading(2, "Differences", "differences"), "None was found.")
    parts = [
        markdown.heading(2, "Differences, by type", "differences"),
        f"{wording.sentence(wording.counted(len(every), 'difference'))} between passages that speak of the "
        "same thing. Open one for its wordings.",
    ]
    for kind in differences.TYPES:
        found: list[Difference] = [one for one in every if one.type is kind]
        if found:
            title = f"{differences.NAMES[kind]} ({len(found)})"
            parts.append(markdown.heading(3, title, f"differences-{kind.value}"))
            ordered = differences.by_gravity(found, lookup)
            parts.append(differences.entries(ordered, COMPARISONS, lookup, typed=False, folded=True))
    return markdown.sections(*parts)


def _coverage(lookup: Lookup) -> str:
    """How many readings of each topic each source has: what a source is silent on is seen as well."""
    rows = []
    for topic in _by_gravity(lookup):
        counts: dict[str, int] = {}
        for one in lookup.briefing.findings.readings.get(topic.id, ()):
            counts[one.source] = counts.get(one.source, 0) + 1
        rows.append((markdown.link(topic.question, topic.page, COMPARISONS), counts))
    return markdown.sections(
        markdown.heading(2, "Which article speaks of what", "coverage"),
        "Number of readings; a dash where an article is silent." if rows else "",
        by_source("Topic", rows, COMPARISONS, lookup) if rows else "No topic yet.",
    )
