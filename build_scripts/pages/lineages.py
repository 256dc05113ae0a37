"""Pages: lineages in, the words and lists that say which articles are one text out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts import escape, naming
from build_scripts.models import Lineage, Share
from build_scripts.pages import markdown, readings, wording
from build_scripts.pages.lookup import Lookup

MOST_LABELS = 12
"""More than these no sentence names one by one."""
MOST_ARTICLES = 60
"""Articles of one text that a list names."""


def by_publication(lookup: Lookup) -> tuple[Lineage, ...]:
    """Lineages in order of their first article."""
    return tuple(
        sorted(lookup.lineages, key=lambda one: min(lookup.position.get(source, 0) for source in one.sources))
    )


def largest(lookup: Lookup) -> tuple[Lineage, ...]:
    """Of very many lineages those with most articles, in order of publication."""
    first = set(lookup.lineages[:MOST_LABELS])
    return tuple(one for one in by_publication(lookup) if one in first and len(one.sources) > 1)


def named(lineage: Lineage, lookup: Lookup) -> str:
    """A lineage as a heading names it."""
    count = len(lineage.sources)
    labels = labelled(lineage, lookup)
    return (
        f"One text, {wording.counted(count, 'article')}: {labels}" if count > 1 else f"One article: {labels}"
    )


def label(source_id: str, lookup: Lookup) -> str:
    """The shortest name of a source."""
    source = lookup.source.get(source_id)
    return (source.label if source else "") or source_id


def labelled(lineage: Lineage, lookup: Lookup) -> str:
    """The labels of a lineage's sources, in their own order: `A, B and C`; of very many, the first."""
    labels = sorted(label(source, lookup) for source in lineage.sources)
    if len(labels) > MOST_LABELS:
        labels = [*labels[: MOST_LABELS - 1], f"{len(labels) - MOST_LABELS + 1} more"]
    return wording.listed(labels)


def several(sources: Sequence[str], lookup: Lookup, page: str = "") -> str:
    """The labels of sources in their order, as links from a page if one is given; of very many, the first."""

    first = sources if len(sources) <= MOST_LABELS else sources[: MOST_LABELS - 1]
    left = len(sources) - len(first)
    labels = [
        markdown.link(label(one, lookup), naming.source_page(one), page)
        if page
        else escape.cell(label(one, lookup))
        for one in first
    ]
    return wording.listed([*labels, *([f"{left} more"] if left else ())])


def in_a_sentence(lookup: Lookup) -> str:
    """How many of the articles rewrite one text, and how many stand alone."""
    total = len(lookup.sources)
    if total < 2:
        return f"{wording.sentence(wording.counted(total, 'article'))}."
    told = []
    rewritten = [one for one in by_publication(lookup) if len(one.sources) > 1]
    if len(rewritten) > MOST_LABELS:
        inside = sum(len(one.sources) for one in rewritten)
        told.append(
            f"{inside} of the {total} articles rewrite one another: they are {len(rewritten)} texts, and the "
            "articles of one text count as one witness."
        )
    else:
        for lineage in rewritten:
            count = len(lineage.sources)
            labels = escape.cell(labelled(lineage, lookup))
            what = (
                ("Both" if total == 2 else f"All {wording.number(total)}")
                if count == total
                else f"{_number(count)} of the {wording.number(total)}"
            )
            told.append(f"{what} articles rewrite one text ({labels}): they count as one witness.")
    alone = [label(one.sources[0], lookup) for one in by_publication(lookup) if len(one.sources) == 1]
    if alone and len(alone) == total:
        neither = "Neither of the two articles rewrites the other."
        none = f"None of the {wording.number(total)} articles rewrites another."
        told.append(neither if total == 2 else none)
    elif len(alone) > MOST_LABELS:
        told.append(f"{len(alone)} share no text with the others.")
    elif alone:
        verb = "shares" if len(alone) == 1 else "share"
        told.append(f"{escape.cell(wording.listed(alone))} {verb} no text with the others.")
    return " ".join(told)


def outlets_in_a_sentence(lookup: Lookup) -> str:
    """How many outlets the articles come from, as far as that is known."""
    known = {source.publisher for source in lookup.sources if source.publisher}
    unknown = sum(not source.publisher for source in lookup.sources)
    if not known:
        return "The outlets are not known."
    if not unknown:
        return f"The articles come from {wording.counted(len(known), 'outlet')}."
    is_known = wording.sentence(wording.counted(len(known), "outlet is known", "outlets are known"))
    return f"{is_known}; of {wording.counted(unknown, 'article')} the outlet is not known."


def nested(page: str, lookup: Lookup, some: Iterable[Lineage] | None = None) -> str:
    """Every article under its lineage, in order of publication; or those of some lineages."""
    classes = lookup.lineage_classes
    lines = []
    for lineage in by_publication(lookup) if some is None else some:
        articles = lookup.in_order(lineage.sources)
        # The class gives the list the lineage's colour; it is all that stands here for the eye alone.
        told = _size(lineage, lookup) + _order(lineage, lookup) + _override(lineage)
        lines.append(markdown.bullets([told]))
        lines.append(f"    {{ .{classes[lineage.id]} }}")
        lines.append(markdown.bullets((_article(one, page, lookup) for one in articles[:MOST_ARTICLES]), 1))
        if len(articles) > MOST_ARTICLES:
            lines.append(markdown.bullets([f"and {len(articles) - MOST_ARTICLES} more articles"], 1))
    return "\n".join(lines)


def _size(lineage: Lineage, lookup: Lookup) -> str:
    """How many articles and outlets a lineage is."""
    count = len(lineage.sources)
    if count == 1:
        return "One article, a text of its own"
    outlets = {lookup.source[one].publisher for one in lineage.sources} - {""}
    where = f", {wording.counted(len(outlets), 'outlet')}" if outlets else ""
    return f"One text, {wording.counted(count, 'article')}{where}"


def _order(lineage: Lineage, lookup: Lookup) -> str:
    """Which were likely earlier, by their dates alone."""
    if len(lineage.sources) > MOST_ARTICLES:
        return ""
    days = [wording.listed(sorted(label(source, lookup) for source in day)) for day in lineage.order]
    return f"; likely order, by date: {escape.cell(', then '.join(days))}" if days else ""


def _article(source_id: str, page: str, lookup: Lookup) -> str:
    source = lookup.source[source_id]
    inferred = " (date inferred)" if source.published and source.published_basis.value == "inferred" else ""
    return f"{readings.source_link(source, page, lookup)}{inferred}"


def _override(lineage: Lineage) -> str:
    return f" (set by an editor: {escape.cell(lineage.override)})" if lineage.override else ""


def shares(lineage: Lineage, lookup: Lookup) -> list[tuple[str, str]]:
    """For each article of a lineage, how much of its text stands in which others, most first."""
    by_source: dict[str, list[Share]] = {}
    for share in lineage.shares:
        by_source.setdefault(share.source, []).append(share)
    return [
        (source, _shared(by_source[source], lookup))
        for source in lookup.in_order(lineage.sources)
        if source in by_source
    ]


def _shared(shares: Iterable[Share], lookup: Lookup) -> str:
    found = sorted(shares, key=lambda share: (-share.share, lookup.position.get(share.other, 0)))
    most = found if len(found) <= MOST_ARTICLES else found[:MOST_LABELS]
    others = [f"{escape.cell(label(one.other, lookup))} {wording.percentage(one.share)}" for one in most]
    return ", ".join([*others, *([f"and {len(found) - len(most)} more"] if len(most) < len(found) else ())])


def _number(count: int) -> str:
    return wording.sentence(wording.number(count))
