"""Pages: lineages, topics and differences in, the comparisons' index out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts import escape, naming
from build_scripts.models import Difference, PagePlan, Ref, Source, Topic, Verdict
from build_scripts.pages import development, differences, drafts, glance, lineages, markdown, state, wording
from build_scripts.pages.lookup import COMPARISONS, Lookup

_GROUPS = (
    (Verdict.CONFLICTING, "Not compatible as worded"),
    (Verdict.UNSURE, "May or may not be compatible"),
    (Verdict.COMPATIBLE, "Differ in precision only, or not at all"),
)
_COVERAGE = "How many readings each article has of each question; a dash where it is silent."
MOST_COLUMNS = 12
"""With more sources than this, a table names them in a cell: a wider one cannot be read."""

LISTED = 24
"""Differences of one type that the index shows, the gravest."""


def write(lookup: Lookup) -> PagePlan:
    blocks = {
        "glance": glance.write(lookup),
        "lineages": _lineages(lookup),
        "topics": _topics(lookup),
        "coverage": _coverage(lookup),
        "development": development.course(lookup),
        "differences": _differences(lookup),
        "scope": state.scope(lookup),
    }
    told = "Which articles rewrite one another, and where and how they differ."
    return PagePlan(COMPARISONS, blocks, drafts.page("Comparisons", told), top=("glance",))


def by_source(
    first: str, names: Sequence[str], counts: Sequence[Mapping[str, int]], page: str, lookup: Lookup
) -> str:
    """A table of counts: a column for each source, or one column that names the sources.

    The names of its rows are Markdown; by row, the counts are those of each source's id.
    """
    sources = lookup.sources
    if len(sources) > MOST_COLUMNS:
        named = [_named_counts(row, lookup) for row in counts]
        return markdown.table((first, "Sources"), zip(names, named, strict=True))
    columns = [_label(source, page, lookup) for source in sources]
    cells = [[_count(row.get(one.id, 0)) for one in sources] for row in counts]
    rows = ((name, *told) for name, told in zip(names, cells, strict=True))
    return markdown.table((first, *columns), rows)


def _count(count: int) -> str:
    return f"{count}" if count else "–"


def _label(source: Source, page: str, lookup: Lookup) -> str:
    return markdown.link(naming.source_label(source), naming.source_page(source.id), page)


def _named_counts(counts: Mapping[str, int], lookup: Lookup) -> str:
    named = [one for one in lookup.sources if counts.get(one.id)]
    return ", ".join(f"{escape.cell(naming.source_label(one))} ({counts[one.id]:d})" for one in named) or "–"


def _lineages(lookup: Lookup) -> str:
    rows = [row for lineage in lineages.by_publication(lookup) for row in lineages.shares(lineage, lookup)]
    shares = [
        markdown.folded_item("How much of each article stands in others, in words"),
        markdown.bullets(
            (f"{_label(lookup.source[source], COMPARISONS, lookup)} {told}" for source, told in rows), 1
        ),
    ]
    return markdown.sections(
        markdown.heading(2, "How many texts there are", "lineages"),
        lineages.nested(COMPARISONS, lookup),
        "Who copied from whom, the texts do not say." if rows else "",
        "\n".join(shares) if rows else "",
    )


def _topics(lookup: Lookup) -> str:
    """Topics by the gravest difference between their readings, each with what moves most in it."""
    groups: dict[str, list[str]] = {told: [] for _, told in _GROUPS}
    for topic in glance.by_gravity(lookup):
        found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
        gravest = found[0].verdict if found else Verdict.COMPATIBLE
        groups[dict(_GROUPS)[gravest]].append(_topic(topic, found, lookup))
    parts = [markdown.heading(2, "Where they differ, question by question", "topics")]
    if not lookup.topics:
        return markdown.sections(*parts, "No topic yet.")
    lines: list[str] = []
    for told, entries in groups.items():
        if entries:
            line = f"**{told}** ({len(entries)})"
            is_open = told != _GROUPS[-1][1] or not lines
            lines.append(markdown.bullets([line]) if is_open else markdown.folded_item(line))
            lines.append(markdown.bullets(entries, 1))
    return markdown.sections(*parts, "\n".join(lines))


def _topic(topic: Topic, found: Sequence[Difference], lookup: Lookup) -> str:
    """One line: the question, who answers it, and the gravest difference between the answers."""
    named = markdown.link(topic.question, topic.page, COMPARISONS)
    drafted = " (drafted)" if state.is_drafted(topic.reviewed) else ""
    readings = lookup.briefing.findings.readings.get(topic.id, ())
    told = (
        wording.sentence(lookup.witnesses_at(Ref(one.source, one.passage) for one in readings))
        if readings
        else "No reading yet"
    )
    if not found:
        return f"{named}{drafted} {told}."
    more = f" and {wording.counted(len(found) - 1, 'other difference')}" if len(found) > 1 else ""
    cited = markdown.cite(Ref(one.source, one.passage) for one in found[0].readings)
    return f"{named}{drafted} {differences.in_short(found[0], lookup)} {cited}{more}."


def _differences(lookup: Lookup) -> str:
    """Every difference, folded by type, in each type the gravest first."""
    every = lookup.briefing.findings.differences
    title = markdown.heading(2, "Every difference, by type", "differences")
    if not every:
        return markdown.sections(title, "None was found.")
    told = (
        f"{wording.sentence(wording.counted(len(every), 'difference'))} between passages that speak of the "
        "same thing. Open a type, then a difference, for its wordings."
    )
    lines = []
    for kind in differences.TYPES:
        found = [one for one in every if one.type is kind]
        if found:
            grave = sum(one.verdict is Verdict.CONFLICTING for one in found)
            aside = f"; {wording.number(grave)} not compatible as worded" if grave else ""
            lines.append(markdown.folded_item(f"**{differences.NAMES[kind]}** ({len(found)}{aside})"))
            ordered = differences.by_gravity(found, lookup)
            inner = differences.entries(ordered[:LISTED], COMPARISONS, lookup, typed=False, folded=True)
            lines.append(markdown.deeper(inner))
            if len(found) > LISTED:
                more = f"and {len(found) - LISTED} more, less grave: they stand in the data of this page"
                lines.append(markdown.bullets([more], 1))
    return markdown.sections(title, told, "\n".join(lines))


def _coverage(lookup: Lookup) -> str:
    """How many readings of each topic each source has: what a source is silent on is seen as well."""
    names, rows = [], []
    for topic in glance.by_gravity(lookup):
        counts: dict[str, int] = {}
        for one in lookup.briefing.findings.readings.get(topic.id, ()):
            counts[one.source] = counts.get(one.source, 0) + 1
        names.append(markdown.link(topic.question, topic.page, COMPARISONS))
        rows.append(counts)
    return markdown.sections(
        markdown.heading(2, "Which article speaks of what", "coverage"),
        markdown.folded(_COVERAGE) if rows else "",
        by_source("Topic", names, rows, COMPARISONS, lookup) if rows else "No topic yet.",
    )
