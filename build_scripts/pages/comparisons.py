"""Pages: lineages, topics and differences in, the comparisons' index out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts import escape, naming
from build_scripts.models import PagePlan, Ref, Source, Topic, Verdict
from build_scripts.pages import (
    comparison_lists,
    differences,
    drafts,
    further,
    glance,
    lineages,
    long_lists,
    markdown,
    state,
    wording,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import COMPARISONS, Lookup

_GROUPS = (
    (Verdict.CONFLICTING, "Not compatible as worded"),
    (Verdict.UNSURE, "May or may not be compatible"),
    (Verdict.COMPATIBLE, "Differ in precision only, or not at all"),
)
_COVERAGE = "How many readings each article has of each question; a dash where it is silent."
MOST_COLUMNS = 12
"""With more sources than this, a table names them in a cell: a wider one cannot be read."""
MOST_NAMED = 24
"""Sources that such a cell names."""

_GRADES = {Verdict.CONFLICTING: "conflicting", Verdict.UNSURE: "unsure", Verdict.COMPATIBLE: "compatible"}


def write(lookup: Lookup, keys: Keys) -> tuple[PagePlan, ...]:
    """The plan of the index, and those of the further pages of its lists."""
    texts, of_texts = comparison_lists.texts(lookup)
    course, of_course = comparison_lists.course(lookup, keys)
    every, of_differences = comparison_lists.every_difference(lookup, keys)
    topics, of_topics = _topics(lookup)
    blocks = {
        "glance": glance.write(lookup),
        "lineages": texts,
        "topics": topics,
        "coverage": _coverage(lookup),
        "development": course,
        "differences": every,
        "scope": state.scope(lookup),
    }
    told = "Which articles rewrite one another, and where and how they differ."
    index = PagePlan(COMPARISONS, blocks, drafts.page("Comparisons", told), top=("glance",))
    return (index, *of_texts, *of_topics, *of_course, *of_differences)


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
    named = lookup.in_order(counts)
    first = named if len(named) <= MOST_NAMED + 1 else named[:MOST_NAMED]
    told = [f"{escape.cell(lineages.label(one, lookup))} ({counts[one]:d})" for one in first]
    left = len(named) - len(first)
    return ", ".join([*told, *([f"and {left} more articles"] if left else ())]) or "–"


def _topics(lookup: Lookup) -> tuple[str, tuple[PagePlan, ...]]:
    """Topics by the gravest difference between their readings, each with what moves most in it."""
    gravest = {topic.id: _gravest(topic, lookup) for topic in lookup.topics}
    long = long_lists.Long(
        page=COMPARISONS,
        block="topics",
        title="Questions",
        anchor="topics",
        items=tuple(glance.by_gravity(lookup)),
        named=lambda topic: _GRADES[gravest[topic.id]],
        unit="question",
        names={_GRADES[verdict]: told for verdict, told in _GROUPS},
    )
    title = markdown.heading(2, "Where they differ, question by question", "topics")
    found = long_lists.divided(long, lookup)
    told = {
        one.name: _with_coverage(one.items, long.address(one), lookup) for one in long_lists.leaves(found)
    }
    plans = tuple(further.pages(long, found, told, lookup))
    if found:
        return markdown.sections(title, further.shown(long, found)), plans
    if not lookup.topics:
        return markdown.sections(title, "No topic yet."), plans
    lines: list[str] = []
    for verdict, named in _GROUPS:
        entries = [_topic(one, COMPARISONS, lookup) for one in long.items if gravest[one.id] is verdict]
        if entries:
            line = f"**{named}** ({len(entries)})"
            is_open = named != _GROUPS[-1][1] or not lines
            lines.append(markdown.bullets([line]) if is_open else markdown.folded_item(line))
            lines.append(markdown.bullets(entries, 1))
    return markdown.sections(title, "\n".join(lines)), plans


def _gravest(topic: Topic, lookup: Lookup) -> Verdict:
    found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
    return found[0].verdict if found else Verdict.COMPATIBLE


def _with_coverage(topics: Sequence[Topic], page: str, lookup: Lookup) -> str:
    listed = markdown.bullets(_topic(topic, page, lookup) for topic in topics)
    return markdown.sections(listed, _speaking(topics, page, lookup)) if topics else ""


def _topic(topic: Topic, page: str, lookup: Lookup) -> str:
    """One line: the question, who answers it, and the gravest difference between the answers."""
    found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
    named = markdown.link(topic.question, topic.page, page)
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
    cited = markdown.cite_most(Ref(one.source, one.passage) for one in found[0].readings)
    return f"{named}{drafted} {differences.in_short(found[0], lookup)} {cited}{more}."


def _coverage(lookup: Lookup) -> str:
    """How many readings of each topic each source has: what a source is silent on is seen as well."""
    topics = glance.by_gravity(lookup)
    title = markdown.heading(2, "Which article speaks of what", "coverage")
    if len(topics) > long_lists.MOST:
        return markdown.sections(title, "It stands beside the questions, on their further pages.")
    return markdown.sections(
        title,
        markdown.folded(_COVERAGE) if topics else "",
        _speaking(topics, COMPARISONS, lookup) if topics else "No topic yet.",
    )


def _speaking(topics: Sequence[Topic], page: str, lookup: Lookup) -> str:
    names, rows = [], []
    for topic in topics:
        counts: dict[str, int] = {}
        for one in lookup.briefing.findings.readings.get(topic.id, ()):
            counts[one.source] = counts.get(one.source, 0) + 1
        names.append(markdown.link(topic.question, topic.page, page))
        rows.append(counts)
    return by_source("Topic", names, rows, page, lookup)
