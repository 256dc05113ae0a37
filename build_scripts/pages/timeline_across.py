"""Pages: rows of marks in, the wide drawing of the timeline out: time runs across, a row for each name."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.models import ContactKind
from build_scripts.pages import timeline_shapes
from build_scripts.pages.timeline_labels import Label, labels
from build_scripts.pages.timeline_marks import Mark, Row, Scale, Shape, link, opened, rect, text

WIDTH = 1000
LEFT = 176
"""Where the scale begins: names stand before it."""
RIGHT = 984
TOP = 36
LETTER = 6.9
"""Width of a letter of a label, in units of the drawing, on the safe side."""
LINE = 28
"""Height of a line of labels: enough for a finger where the drawing is at its smallest."""
BASELINE = 20
NAME_LETTERS = 24


def draw(
    rows: Sequence[Row],
    scale: Scale,
    title: str,
    key: Sequence[tuple[str, str]],
    kinds: Sequence[ContactKind],
) -> str:
    """The drawing as SVG, with classes only: colours and fonts belong to the stylesheet."""
    parts: list[str] = []
    y: float = TOP
    for row in rows:
        drawing, height = _row(row, scale, y)
        parts += drawing
        y += height
    bottom = y + (28 if key else 4) + (24 if kinds else 0)
    return "\n".join(
        [
            opened("tl-w", WIDTH, bottom, "tl-w-title", title),
            *_grid(scale, y),
            *parts,
            *_key(key, kinds, y + 20),
            "</svg>\n",
        ]
    )


def _grid(scale: Scale, bottom: float) -> list[str]:
    lines = []
    for day, label in scale.ticks():
        x = LEFT + scale.at(day, RIGHT - LEFT)
        kind = "grid" if label else "grid min"
        lines.append(f'<path class="{kind}" d="M{x:.1f} {TOP}V{bottom:.1f}"/>')
        if label:
            lines.append(text("yr", x, 26, label, "" if x < LEFT + 10 else "middle"))
    return lines


def _row(row: Row, scale: Scale, y: float) -> tuple[list[str], float]:
    """One row and its height, which grows with the lines that its labels need."""
    marks = sorted(row.marks, key=lambda mark: (scale.span(mark.date, 1), mark.date))
    spans = [timeline_shapes.extent(mark, scale, LEFT, RIGHT - LEFT) for mark in marks]
    found = labels(spans, [timeline_shapes.SIGN + len(_words(mark)) * LETTER for mark in marks], LEFT, WIDTH)
    height = max(48.0, 4.0 + LINE * (1 + max((label.level for label in found), default=0)))
    lines = [
        f'<path class="row" d="M0 {y + height:.1f}H{WIDTH}"/>',
        text("who", 0, y + 20, _cut(row.name)),
        text("sub", 0, y + 36, _cut(row.place)) if row.place else "",
    ]
    # Spans first, so that a point within one lies on top of it.
    order = sorted(range(len(marks)), key=lambda at: (marks[at].shape in (Shape.DAY, Shape.MONTH), at))
    lines += [_mark(marks[at], spans[at], found[at], y) for at in order]
    return [line for line in lines if line], height


def _mark(mark: Mark, span: tuple[float, float], label: Label, y: float) -> str:
    """The mark, its label and the line between them; what is touched is the label's line, and the mark."""
    start, end = span
    top = y + LINE * label.level
    left, right = label.left - 3, label.right + 3
    if not label.level:
        left, right = (left, start) if label.right < start else (end, right)
    hit = rect("hit", left, top + 1, right - left, LINE)
    lead = (
        f'<path class="lead" d="M{label.lead:.1f} {y + 24:.1f}V{top + BASELINE:.1f}"/>' if label.level else ""
    )
    # The sign stands on the side of the mark: where words end on the other is only reckoned.
    is_end = label.is_end or (not label.level and label.right < start)
    x, anchor = (
        (label.right - timeline_shapes.SIGN, "end") if is_end else (label.left + timeline_shapes.SIGN, "")
    )
    sign = timeline_shapes.sign(mark.kind, label.right - 12 if is_end else label.left, top + BASELINE)
    words = text("dt", x, top + BASELINE, _words(mark), anchor)
    return link(mark, hit, lead, timeline_shapes.drawn(mark, start, end, y + 6), sign, words)


def _words(mark: Mark) -> str:
    """The date and, if one person is named for the other side, whom."""
    return f"{mark.label}, {mark.whom}" if mark.whom else mark.label


def _key(key: Sequence[tuple[str, str]], kinds: Sequence[ContactKind], y: float) -> list[str]:
    lines, x = [], float(LEFT)
    for kind, words in key:
        lines.append(rect(f"m {kind}", x, y - 10, 11, 11))
        lines.append(text("sub", x + timeline_shapes.SIGN, y, words))
        x += timeline_shapes.SIGN + len(words) * LETTER + 24
    x = float(LEFT)
    for each in kinds:
        lines.append(timeline_shapes.sign(each, x, y + 24))
        lines.append(text("sub", x + timeline_shapes.SIGN, y + 24, each.value))
        x += timeline_shapes.SIGN + len(each.value) * LETTER + 24
    return lines


def _cut(words: str) -> str:
    """A name that fits before the scale."""
    return words if len(words) <= NAME_LETTERS else f"{words[: NAME_LETTERS - 1].rstrip()}…"
