"""Pages: a topic's readings in, its page out: readings side by side, by text, in order of publication."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import escape, naming, text
from build_scripts.models import PagePlan, Reading, Ref, Topic
from build_scripts.pages import crediting, differences, drafts, lineages, markdown, readings, state, wording
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each topic, and a notice for each that is part of another."""
    merged = lookup.briefing.records.merged_topics
    return (
        *(_plan(topic, lookup) for topic in lookup.topics),
        *(_notice(topic, lookup) for topic in merged),
    )


def _plan(topic: Topic, lookup: Lookup) -> PagePlan:
    found = sorted(
        lookup.briefing.findings.readings.get(topic.id, ()),
        key=lambda one: (*lookup.order(_ref(one)), one.start),
    )
    blocks = {
        "readings": _readings(found, topic, lookup),
        "differences": _differences(topic, lookup),
    }
    blocks = {
        "state": state.of_record(topic.reviewed, blocks),
        **blocks,
        "scope": state.scope(lookup),
    }
    return PagePlan(topic.page, blocks, drafts.titled(topic.question))


def _notice(topic: Topic, lookup: Lookup) -> PagePlan:
    other = lookup.topic.get(topic.merge_into)
    where = (
        markdown.link(other.question, other.page, topic.page) if other else markdown.inline(topic.merge_into)
    )
    told = f"Part of another question: {where} {escape.cell(topic.why)}"
    blocks = {"state": told, "readings": "", "differences": "", "scope": state.scope(lookup)}
    return PagePlan(topic.page, blocks, drafts.titled(topic.question))


def _readings(found: Sequence[Reading], topic: Topic, lookup: Lookup) -> str:
    title = markdown.heading(2, "The readings, in order of publication", "readings")
    if not found:
        return markdown.sections(title, "No reading has been chosen yet.")
    classes = naming.lineage_classes(lookup.lineages)
    parts = [title]
    for lineage in lineages.by_publication(lookup):
        within = [one for one in found if one.source in lineage.sources]
        if not within:
            continue
        named = lineages.named(lineage, lookup)
        parts.append(markdown.heading(3, named, f"text-{lineage.id}", classes[lineage.id]))
        parts.append(_table(within, topic, lookup))
    return markdown.sections(*parts, _agreement(found))


def _table(within: Sequence[Reading], topic: Topic, lookup: Lookup) -> str:
    valued = any(one.value for one in within)
    columns = ("Source", "Words", "Read as") if valued else ("Source", "Words")
    rows = []
    for one in within:
        source = readings.source_link(lookup.source[one.source], topic.page, lookup)
        words = readings.quotation(_ref(one), one.quote, lookup)
        cells = [source, f"{words}{_credited(one, lookup)}", _value(one)]
        rows.append(cells[: len(columns)])
    return markdown.table(columns, rows)


def _value(reading: Reading) -> str:
    """A date in our words; an article's own words stay a quotation, for they may judge."""
    said = wording.value(reading.value)
    is_theirs = said == reading.value and text.folded(said) in text.folded(reading.quote)
    return markdown.quoted(said) if said and is_theirs else escape.cell(said)


def _credited(reading: Reading, lookup: Lookup) -> str:
    """On whose word, and through whom, where the source gives it as someone's."""
    credited = crediting.of_reading(reading, lookup)
    return f" attributed to {credited}" if credited else ""


def _agreement(found: Sequence[Reading]) -> str:
    """How far each value is supported: the count stands with the citations."""
    groups: dict[str, list[Reading]] = {}
    for one in found:
        if one.value:
            groups.setdefault(one.value, []).append(one)
    if not groups:
        return ""
    rows = [(_value(group[0]), markdown.cite(_ref(one) for one in group)) for group in groups.values()]
    return markdown.sections(
        markdown.heading(3, "How far each reading is supported", "support"),
        markdown.table(("Reading", "Evidence"), rows),
    )


def _differences(topic: Topic, lookup: Lookup) -> str:
    found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
    if not found:
        return ""
    return markdown.sections(
        markdown.heading(2, "In what they differ", "differences"),
        differences.entries(found, topic.page, lookup),
    )


def _ref(reading: Reading) -> Ref:
    return Ref(reading.source, reading.passage)
