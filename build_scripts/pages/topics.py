"""Pages: a topic's readings in, its page out: readings side by side, by text, in order of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts import escape, parts, text
from build_scripts.models import PagePlan, Reading, Ref, Topic
from build_scripts.pages import (
    crediting,
    differences,
    drafts,
    further,
    lineages,
    long_lists,
    markdown,
    readings,
    state,
    wording,
)
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each topic, and a notice for each that is part of another."""
    merged = lookup.briefing.records.merged_topics
    return (
        *(plan for topic in lookup.topics for plan in _plans(topic, lookup)),
        *(_notice(topic, lookup) for topic in merged),
    )


def _plans(topic: Topic, lookup: Lookup) -> Iterator[PagePlan]:
    found = sorted(
        lookup.briefing.findings.readings.get(topic.id, ()),
        key=lambda one: (*lookup.order(_ref(one)), one.start),
    )
    given, apart = _readings(found, topic, lookup), _differences(topic, lookup)
    told = state.of_record(topic.reviewed, {"readings": given.every, "differences": apart.every})
    blocks = {
        "state": told,
        "readings": given.shown,
        "differences": apart.shown,
        "scope": state.scope(lookup),
    }
    yield PagePlan(topic.page, blocks, drafts.titled(topic.question))
    yield from further.of_record(told, given, apart)


MOST_VALUES = 60
"""Values that a table of support has, those that most passages give."""


def _notice(topic: Topic, lookup: Lookup) -> PagePlan:
    other = lookup.topic.get(topic.merge_into)
    where = (
        markdown.link(other.question, other.page, topic.page) if other else markdown.inline(topic.merge_into)
    )
    told = f"Part of another question: {where} {escape.cell(topic.why)}"
    blocks = {"state": told, "readings": "", "differences": "", "scope": state.scope(lookup)}
    return PagePlan(topic.page, blocks, drafts.titled(topic.question))


def _readings(found: Sequence[Reading], topic: Topic, lookup: Lookup) -> further.Block:
    """By text, in order of publication; where there are very many, by year."""
    long = long_lists.Long(
        page=topic.page,
        block="readings",
        title=f"{topic.question.rstrip('?')}: readings",
        anchor="readings",
        items=found,
        named=lambda one: parts.dated(lookup.source[one.source].published),
        unit="reading",
    )
    title = markdown.heading(2, "The readings, in order of publication", "readings")
    divided = long_lists.divided(long, lookup)
    told = {one.name: _by_text(one.items, long.address(one), lookup) for one in long_lists.leaves(divided)}
    support = _agreement(found)
    whole = (
        markdown.sections(title, _by_text(found, topic.page, lookup), support)
        if found
        else markdown.sections(title, "No reading has been chosen yet.")
    )
    return further.block(long, divided, title, whole, told, lookup, support)


def _by_text(found: Sequence[Reading], page: str, lookup: Lookup) -> str:
    """A table for each text, in the order in which the texts appeared."""
    groups: dict[str, list[Reading]] = {}
    for one in found:
        groups.setdefault(lookup.family[one.source].id, []).append(one)
    parted = []
    for lineage in lineages.by_publication(lookup):
        if lineage.id in groups:
            named, colour = lineages.named(lineage, lookup), lookup.lineage_classes[lineage.id]
            parted.append(markdown.heading(3, named, f"text-{lineage.id}", colour))
            parted.append(_table(groups[lineage.id], page, lookup))
    return markdown.sections(*parted)


def _table(within: Sequence[Reading], page: str, lookup: Lookup) -> str:
    valued = any(one.value for one in within)
    columns = ("Source", "Words", "Read as") if valued else ("Source", "Words")
    rows = []
    for one in within:
        source = readings.source_link(lookup.source[one.source], page, lookup)
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
    most = list(groups.values())
    if len(most) > MOST_VALUES:
        most = sorted(most, key=len, reverse=True)[:MOST_VALUES]
    rows = [(_value(group[0]), markdown.cite_most(_ref(one) for one in group)) for group in most]
    left = len(groups) - len(rows)
    return markdown.sections(
        markdown.heading(3, "How far each reading is supported", "support"),
        markdown.table(("Reading", "Evidence"), rows),
        f"and {left} more, each with fewer passages" if left else "",
    )


def _differences(topic: Topic, lookup: Lookup) -> further.Block:
    found = differences.by_gravity(lookup.differences.get(topic.id, ()), lookup)
    long = long_lists.Long(
        page=topic.page,
        block="differences",
        title=f"{topic.question.rstrip('?')}: differences",
        anchor="differences",
        items=found,
        named=lambda one: parts.dated(differences.first_published(one, lookup), one.type.value),
        unit="difference",
        names={one.value: differences.NAMES[one] for one in differences.TYPES},
    )
    title = markdown.heading(2, "In what they differ", "differences")
    divided = long_lists.divided(long, lookup)
    told = {
        one.name: differences.entries(one.items, long.address(one), lookup)
        for one in long_lists.leaves(divided)
    }
    whole = markdown.sections(title, differences.entries(found, topic.page, lookup)) if found else ""
    every = (
        differences.entries(found, topic.page, lookup, most=markdown.ALL) if markdown.is_cut(whole) else whole
    )
    return further.block(long, divided, title, whole, told, lookup, every=every)


def _ref(reading: Reading) -> Ref:
    return Ref(reading.source, reading.passage)
