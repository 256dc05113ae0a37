"""Pages: lineages, topics, articles and differences in, the lists of the comparisons' index out.

A list that is too long has further pages: texts and articles by year, questions by how grave their
differences are, differences by type and year.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import parts
from build_scripts.models import Difference, DifferenceType, Lineage, PagePlan, Verdict
from build_scripts.pages import development, differences, further, lineages, long_lists, markdown, wording
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import COMPARISONS, Lookup
from build_scripts.parts import Part

LISTED = 24
"""Differences of one type that the index lists; of more it has the gravest, and the pages of the others."""
GRAVEST = 4
CITED = 8
"""Passages behind each wording where there are that many differences."""


def texts(lookup: Lookup) -> tuple[str, tuple[PagePlan, ...]]:
    """Every article under its text, and how much of it stands in others."""
    long = long_lists.Long(
        page=COMPARISONS,
        block="texts",
        title="Texts and their articles",
        anchor="lineages",
        items=lineages.by_publication(lookup),
        named=lambda one: parts.dated(lookup.source[lookup.in_order(one.sources)[0]].published),
        unit="text",
        decades=False,
        into="lineages",
    )
    title = markdown.heading(2, "How many texts there are", "lineages")
    found = long_lists.divided(long, lookup)
    if not found:
        return markdown.sections(title, _texts(long.items, COMPARISONS, lookup)), ()
    told = {one.name: _texts(one.items, long.address(one), lookup) for one in long_lists.leaves(found)}
    shown = markdown.sections(title, further.shown(long, found), _largest(lookup))
    return shown, tuple(further.pages(long, found, told, lookup))


def _texts(found: Sequence[Lineage], page: str, lookup: Lookup) -> str:
    rows = [row for lineage in found for row in lineages.shares(lineage, lookup)]
    shares = [
        markdown.folded_item("How much of each article stands in others, in words"),
        markdown.bullets((f"{source_label(source, page, lookup)} {told}" for source, told in rows), 1),
    ]
    return markdown.sections(
        lineages.nested(page, lookup, found),
        "Who copied from whom, the texts do not say." if rows else "",
        "\n".join(shares) if rows else "",
    )


def _largest(lookup: Lookup) -> str:
    most = lineages.largest(lookup)
    return (
        markdown.sections("Those with most articles:", lineages.nested(COMPARISONS, lookup, most))
        if most
        else ""
    )


def source_label(source: str, page: str, lookup: Lookup) -> str:
    """The label of a source as a link to its page."""
    return markdown.link(lineages.label(source, lookup), f"sources/{source}.md", page)


def course(lookup: Lookup, keys: Keys) -> tuple[str, tuple[PagePlan, ...]]:
    """What each article added and changed, in order of publication."""
    long = long_lists.Long(
        page=COMPARISONS,
        block="development",
        title="How the story developed",
        anchor="development",
        items=tuple(one for one in lookup.sources if one.id in lookup.development),
        named=lambda source: parts.dated(source.published),
        unit="article",
        decades=False,
    )
    found = long_lists.divided(long, lookup)
    known = further.standing(long, found, keys.in_course, keys)
    told = {
        one.name: development.course(long.address(one), lookup, one.items)
        for one in long_lists.leaves(found)
        if not known[one.name].pages
    }
    plans = tuple(further.pages(long, found, told, lookup, known))
    if not long.items and not found:
        return "", plans
    how = (
        "Sentences are compared with the earlier articles of the same text; "
        "that one comes later does not say where its words were taken from."
    )
    whole = "" if found else development.course(COMPARISONS, lookup, long.items)
    shown = markdown.sections(
        markdown.heading(2, "How the story developed", "development"),
        "" if found else markdown.folded("What each article added and changed, in order of publication"),
        how,
        further.shown(long, found) if found else whole,
    )
    return shown, plans


def every_difference(lookup: Lookup, keys: Keys) -> tuple[str, tuple[PagePlan, ...]]:
    """Every difference, folded by type, in each type the gravest first."""
    every = lookup.briefing.findings.differences
    names = {one.value: differences.NAMES[one] for one in differences.TYPES}
    by_type = {kind: [one for one in every if one.type is kind] for kind in differences.TYPES}
    long = long_lists.Long(
        page=COMPARISONS,
        block="differences",
        title="Differences",
        anchor="differences",
        items=differences.by_gravity(every, lookup),
        named=lambda one: parts.dated(differences.first_published(one, lookup), one.type.value),
        unit="difference",
        decades=False,
        names=names,
    )
    title = markdown.heading(2, "Every difference, by type", "differences")
    is_long = max(map(len, by_type.values())) > LISTED
    found = long_lists.divided(long, lookup, is_long=is_long)
    known = further.standing(long, found, keys.differing, keys)
    told = {
        one.name: _entries(one.items, long.address(one), lookup, CITED)
        for one in long_lists.leaves(found)
        if not known[one.name].pages
    }
    plans = tuple(further.pages(long, found, told, lookup, known))
    if not every:
        return markdown.sections(title, "None was found."), plans
    said = (
        f"{wording.sentence(wording.counted(len(every), 'difference'))} between passages that speak of the "
        "same thing. Open a type, then a difference, for its wordings."
    )
    lines = [
        _of_type(
            kind, by_type[kind], next((one for one in found if one.name == kind.value), None), long, lookup
        )
        for kind in differences.TYPES
        if by_type[kind]
    ]
    return markdown.sections(title, said, "\n".join(lines)), plans


def _of_type(
    kind: DifferenceType,
    found: Sequence[Difference],
    part: Part[Difference] | None,
    long: long_lists.Long[Difference],
    lookup: Lookup,
) -> str:
    grave = sum(one.verdict is Verdict.CONFLICTING for one in found)
    aside = f"; {wording.number(grave)} not compatible as worded" if grave else ""
    head = markdown.folded_item(f"**{differences.NAMES[kind]}** ({len(found)}{aside})")
    ordered = differences.by_gravity(found, lookup)
    first = ordered if len(ordered) <= LISTED else ordered[:GRAVEST]
    most = CITED if len(first) < len(ordered) else markdown.MOST_CITED
    lines = [head, markdown.deeper(_entries(first, COMPARISONS, lookup, most))]
    if part and len(first) < len(ordered):
        lines.append(markdown.bullets([long_lists.line(long, part, COMPARISONS, f"All {len(ordered)}")], 1))
    return "\n".join(lines)


def _entries(found: Sequence[Difference], page: str, lookup: Lookup, most: int = markdown.MOST_CITED) -> str:
    return differences.entries(found, page, lookup, typed=False, folded=True, most=most)
