"""Pages: the articles in, the two drawings of their map out: when they appeared, which share text, whom they
credit. Time runs down, so that it grows with the articles and fits a phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts import edtf, escape, naming
from build_scripts.models import Source
from build_scripts.pages import lineages, markdown, wording
from build_scripts.pages.credits import Outlet, outlets
from build_scripts.pages.lookup import Lookup
from build_scripts.pages.timeline_marks import rect, short_date, text

TITLE = "When the articles appeared, which of them share text, and whom they credit"
MOST_ARTICLES = 150
"""More would be a picture of nothing but its length."""
MOST_ARCS_OF = 7
"""Of a text with more articles, only the closest earlier one of each is joined to it."""
_ARCS = (
    "A line joins articles of one text; the figure on it says how much of the later article stands in the "
    "earlier one. It does not say which was written first."
)
_CREDITED = "Credited are the agencies and outlets that an article names as the origin of words or figures."
_ROUND = {"l1": 13, "l2": 2, "l3": 8, "l4": 5}


@dataclass(frozen=True, slots=True)
class Form:
    """Where things stand, across and down, in one of the two drawings."""

    kind: str
    width: int
    tile: int
    words: int
    pitch: int
    arc: tuple[int, int, int]
    """Depth of an arc to the next row, what each further row adds, and the most it may be."""
    outlets: int = 0
    """Where the outlets stand; nothing where they are named in the row."""


WIDE = Form("sm-w", 1000, 330, 362, 62, (64, 50, 235), 730)
NARROW = Form("sm-n", 340, 112, 138, 78, (34, 24, 100))


@dataclass(frozen=True, slots=True)
class Row:
    """One article and where it stands."""

    source: Source
    y: float
    lineage: str


def pictures(lookup: Lookup) -> Mapping[str, str]:
    """The drawings by file name; they are there even when there is no article."""
    found = outlets(lookup) if len(lookup.sources) <= MOST_ARTICLES else ()
    return {
        "sources.svg": _draw(WIDE, found, lookup),
        "sources-narrow.svg": _draw(NARROW, found, lookup),
    }


def write(page: str, lookup: Lookup) -> str:
    """The picture on a page, and what it shows as a table; nothing for one article, or for very many."""
    if not 2 <= len(lookup.sources) <= MOST_ARTICLES:
        return ""
    found = outlets(lookup)
    shares = {source: told for one in lookup.lineages for source, told in lineages.shares(one, lookup)}
    rows = [
        (
            markdown.link(naming.source_label(source), naming.source_page(source.id), page),
            shares.get(source.id, "–"),
            *((_credited(source, found, page, lookup) or "–",) if found else ()),
        )
        for source in lookup.sources
    ]
    return markdown.sections(
        markdown.heading(2, "Map of the articles", "map"),
        f"![{TITLE}]({markdown.address('data/sources.svg', page)})",
        " ".join((_ARCS, _CREDITED) if found else (_ARCS,)),
        markdown.table(("Source", "Its text stands in", *(("Credits",) if found else ())), rows),
    )


def _credited(source: Source, found: Sequence[Outlet], page: str, lookup: Lookup) -> str:
    """Every outlet that it credits, with the passages."""
    parts = []
    for outlet in found:
        refs = [ref for ref in outlet.passages.get(source.id, ()) if lookup.is_shown(ref)]
        if source.id in outlet.passages:
            name = (
                markdown.link(outlet.name, outlet.page, page) if outlet.page else markdown.inline(outlet.name)
            )
            parts.append(f"{name} {markdown.cite(refs)}".strip())
    return "; ".join(parts)


def _draw(form: Form, found: Sequence[Outlet], lookup: Lookup) -> str:
    rows = _rows(form, lookup)
    nodes = _placed(found, rows) if form.outlets else []
    bottom = max([40.0, *(row.y for row in rows), *(y for _, y in nodes)]) + form.pitch * 0.7
    name = f"{form.kind}-title"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="tl sm {form.kind}" role="group"'
            f' viewBox="0 0 {form.width} {bottom:.0f}" aria-labelledby="{name}">'
            f'<title id="{name}">{TITLE}</title>',
            *_heads(form, found),
            *_gaps(form, rows),
            *_lines(form, rows, nodes),
            *_arcs(form, rows, lookup),
            *(_article(form, row, found, lookup) for row in rows),
            *(_outlet(form, outlet, y) for outlet, y in nodes),
            "</svg>\n",
        ]
    )


def _rows(form: Form, lookup: Lookup) -> tuple[Row, ...]:
    """A row an article, further apart where more days lie between."""
    classes = lookup.lineage_classes
    rows: list[Row] = []
    y, before = 56.0 if form.outlets else 30.0, None
    for source in lookup.sources if len(lookup.sources) <= MOST_ARTICLES else ():
        bounds = edtf.bounds(source.published) if source.published else None
        if rows:
            days = (bounds[0] - before).days if bounds and before else 0
            y += form.pitch + min(36, max(0, days) * 5)
        rows.append(Row(source, y, classes[lookup.lineage_of[source.id]]))
        before = bounds[0] if bounds else before
    return tuple(rows)


def _heads(form: Form, found: Sequence[Outlet]) -> list[str]:
    if not form.outlets:
        return []
    heads = [text("sub", 0, 16, "Published"), text("sub", form.tile - 22, 16, "Shared text", "end")]
    heads += [text("sub", form.words, 16, "Article")]
    return [*heads, text("sub", form.outlets, 16, "Credited by name")] if found else heads


def _gaps(form: Form, rows: Sequence[Row]) -> list[str]:
    """The line of time, and how long it is between two articles."""
    lines = []
    for above, below in pairwise(rows):
        lines.append(f'<path class="grid" d="M{form.tile} {above.y:.1f}V{below.y:.1f}"/>')
    return lines


def _arcs(form: Form, rows: Sequence[Row], lookup: Lookup) -> list[str]:
    """A line between two articles of one text, as thick as the share of the later one."""
    parts = []
    for at, row in enumerate(rows):
        family = lookup.family[row.source.id]
        share = {one.other: one.share for one in family.shares if one.source == row.source.id}
        earlier = [(place, rows[place]) for place in range(at) if rows[place].source.id in share]
        if len(family.sources) > MOST_ARCS_OF and earlier:
            earlier = [max(earlier, key=lambda pair: share[pair[1].source.id])]
        for place, other in earlier:
            parts.append(_arc(form, row, other, at - place, share[other.source.id]))
    return parts


def _arc(form: Form, row: Row, other: Row, distance: int, share: float) -> str:
    first, each, most = form.arc
    depth = min(first + each * (distance - 1), most)
    x, middle = form.tile - 15, (row.y + other.y) / 2
    apex = x - depth * 0.75
    told = f"{wording.percentage(share)} of the text of {naming.source_label(row.source)} stands in "
    told += naming.source_label(other.source)
    curve = f"M{x} {other.y:.1f}C{x - depth:.1f} {other.y:.1f} {x - depth:.1f} {row.y:.1f} {x} {row.y:.1f}"
    words = wording.percentage(share)
    half = len(words) * 4 + 3
    return _link(
        naming.source_page(row.source.id),
        told,
        rect("hit", apex - half - 3, middle - 13, half * 2 + 6, 26),
        f'<path class="arc {row.lineage}" stroke-width="{1 + share * 5:.1f}" d="{curve}"/>',
        rect("back", apex - half, middle - 9, half * 2, 18),
        text("dt", apex, middle + 4.5, words, "middle"),
    )


def _article(form: Form, row: Row, found: Sequence[Outlet], lookup: Lookup) -> str:
    source, label = row.source, naming.source_label(row.source)
    day = short_date(source.published) if source.published else "date not known"
    publisher = source.publisher or "publisher not known"
    credited = [outlet.name for outlet in found if source.id in outlet.passages]
    shared = _shared(source, lookup)
    told = f"{label}: {publisher}, {day}; {shared}" + (f"; credits {', '.join(credited)}" if credited else "")
    half = max(13.0, len(label) * 4.5 + 5)
    lines = [text("who", form.words, row.y - 2, _cut(publisher, form))]
    if form.outlets:
        lines += [text("dt", 0, row.y + 5, day), text("sub", form.words, row.y + 16, _cut(shared, form))]
    else:
        lines += [text("dt", form.words, row.y - 20, day)]
        lines += [text("sub", form.words, row.y + 15, _cut(shared, form))]
        lines += (
            [text("sub", form.words, row.y + 31, _cut(f"credits {', '.join(credited)}", form))]
            if credited
            else []
        )
    right = form.outlets - 154 if form.outlets else form.width
    top = row.y - (26 if form.outlets else 36)
    tile = (
        f'<rect class="tile-s {row.lineage}" x="{form.tile - half:.1f}" y="{row.y - 13:.1f}"'
        f' width="{half * 2:.1f}" height="26" rx="{_ROUND.get(row.lineage, 0)}"/>'
    )
    letter = text(f"letter {row.lineage}", form.tile, row.y + 4.5, label, "middle")
    hit = rect("hit", form.words - 8, top, right - form.words + 8, 54 if form.outlets else 72)
    return _link(naming.source_page(source.id), told, hit, tile, letter, *lines)


def _shared(source: Source, lookup: Lookup) -> str:
    family = lookup.in_order(lookup.family[source.id].sources)
    others = [lineages.label(one, lookup) for one in family if one != source.id]
    return f"one text with {wording.listed(others)}" if others else "no other source shares its text"


def _placed(found: Sequence[Outlet], rows: Sequence[Row]) -> list[tuple[Outlet, float]]:
    """Each outlet at the middle of the articles that credit it, or below the one before."""
    y_of = {row.source.id: row.y for row in rows}
    ideal = [
        (sum(ys) / len(ys), one) for one in found if (ys := [y_of[s] for s in one.passages if s in y_of])
    ]
    placed: list[tuple[Outlet, float]] = []
    below = 40.0
    for y, outlet in sorted(ideal, key=lambda pair: (pair[0], pair[1].name)):
        placed.append((outlet, max(y, below)))
        below = placed[-1][1] + 54
    return placed


def _lines(form: Form, rows: Sequence[Row], nodes: Sequence[tuple[Outlet, float]]) -> list[str]:
    lines = []
    for outlet, y in nodes:
        for row in rows:
            if row.source.id in outlet.passages:
                left, right = form.outlets - 150, form.outlets - 8
                curve = f"C{left + 70} {row.y:.1f} {right - 70} {y:.1f} {right} {y:.1f}"
                lines.append(f'<path class="credit" d="M{left} {row.y:.1f}{curve}"/>')
                lines.append(f'<circle class="dot" cx="{left}" cy="{row.y:.1f}" r="2.5"/>')
    return lines


def _outlet(form: Form, outlet: Outlet, y: float) -> str:
    sentences = wording.counted(sum(map(len, outlet.passages.values())), "sentence")
    articles = wording.counted(len(outlet.passages), "article")
    first = next(iter(outlet.passages.items()))
    target = outlet.page or f"{naming.source_page(first[0])}#p-{first[1][0].passage}"
    name = _cut(outlet.name, form)
    return _link(
        target,
        f"{outlet.name}: credited in {sentences} of {articles}",
        rect("hit box", form.outlets - 8, y - 24, form.width - form.outlets + 7, 48),
        text("who", form.outlets + 6, y - 2, name),
        text("sub", form.outlets + 6, y + 15, f"in {sentences} of {articles}"),
    )


def _cut(words: str, form: Form) -> str:
    """As many letters as the column has room for."""
    most = 36 if form.outlets else 34
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _link(target: str, told: str, *parts: str) -> str:
    href = "/" + markdown.address(target, "")
    return f'<a href="{escape.svg(href)}" aria-label="{escape.svg(told)}">{" ".join(parts)}</a>'
