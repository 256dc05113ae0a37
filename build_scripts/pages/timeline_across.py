"""Pages: rows of marks in, the wide drawing of the timeline out: time runs across, a row for each name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.pages.timeline_marks import Mark, Row, Scale, Shape, classes, link, opened, rect, text

WIDTH = 1000
LEFT = 176
"""Where the scale begins: names stand before it."""
RIGHT = 984
TOP = 36
LETTER = 6.9
"""Width of a letter of a label, in units of the drawing, on the safe side."""
GAP = 7
LINE = 15
NARROWEST = 3.6
NAME_LETTERS = 24


@dataclass(frozen=True, slots=True)
class _Label:
    x: float
    level: int
    """0: beside the mark; 1 and more: a line beneath it."""


def draw(rows: Sequence[Row], scale: Scale, title: str, key: Sequence[tuple[str, str]]) -> str:
    """The drawing as SVG, with classes only: colours and fonts belong to the stylesheet."""
    parts: list[str] = []
    y: float = TOP
    for row in rows:
        drawing, height = _row(row, scale, y)
        parts += drawing
        y += height
    bottom = y + (28 if key else 4)
    return "\n".join(
        [
            opened("tl-w", WIDTH, bottom, "tl-w-title", title),
            *_grid(scale, y),
            *parts,
            *_key(key, y + 20),
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
    spans = [_extent(mark, scale) for mark in marks]
    labels = _labels(marks, spans)
    height = max(48.0, 32.0 + LINE * max((label.level for label in labels), default=0))
    lines = [
        f'<path class="row" d="M0 {y + height:.1f}H{WIDTH}"/>',
        text("who", 0, y + 20, _cut(row.name)),
        text("sub", 0, y + 36, _cut(row.place)) if row.place else "",
    ]
    # Spans first, so that a point within one lies on top of it.
    order = sorted(range(len(marks)), key=lambda at: (marks[at].shape in (Shape.DAY, Shape.MONTH), at))
    lines += [_mark(marks[at], spans[at], labels[at], y, height) for at in order]
    return [line for line in lines if line], height


def _extent(mark: Mark, scale: Scale) -> tuple[float, float]:
    start, end = (LEFT + part for part in scale.span(mark.date, RIGHT - LEFT))
    if mark.shape is Shape.DAY:
        return start - 6, start + 6
    return start, max(end, start + NARROWEST)


def _labels(marks: Sequence[Mark], spans: Sequence[tuple[float, float]]) -> list[_Label]:
    """Beside the mark where there is room (right, then left), else on the first free line beneath."""
    beside, beneath = 0.0, [0.0]
    labels = []
    for at, (mark, (start, end)) in enumerate(zip(marks, spans, strict=True)):
        width = len(mark.label) * LETTER
        upcoming = spans[at + 1][0] if at + 1 < len(spans) else WIDTH
        taken = max([beside, *(other[1] for other in spans[:at])])
        if end >= taken and end + GAP + width < upcoming and end + GAP + width <= WIDTH:
            labels.append(_Label(end + GAP, 0))
            beside = end + GAP + width
        elif start - GAP - width > max(taken, LEFT):
            labels.append(_Label(start - GAP - width, 0))
        else:
            x = max(LEFT, min(start, WIDTH - width))
            level = next((one for one, free in enumerate(beneath) if free <= x), len(beneath))
            if level == len(beneath):
                beneath.append(0.0)
            beneath[level] = x + width + GAP
            labels.append(_Label(x, level + 1))
    return labels


def _mark(mark: Mark, span: tuple[float, float], label: _Label, y: float, height: float) -> str:
    start, end = span
    width = len(mark.label) * LETTER
    left, right = min(start - 4, label.x - 2), max(end + 4, label.x + width)
    hit = rect("hit", left, y + 2, right - left, height - 4)
    words = text("dt", label.x, y + 20 + LINE * label.level, mark.label)
    return link(mark, hit, _shape(mark, start, end, y), words)


def _shape(mark: Mark, start: float, end: float, y: float) -> str:
    kind = classes(mark)
    match mark.shape:
        case Shape.DAY:
            return f'<circle class="{kind}" cx="{(start + end) / 2:.1f}" cy="{y + 15:.1f}" r="6"/>'
        case Shape.MONTH:
            return rect(kind, start, y + 6, end - start, 18)
        case Shape.SPAN:
            return rect(kind, start, y + 10, end - start, 10)
        case Shape.OPEN:
            tip = max(end, start + 20)
            arrow = f"M{start:.1f} {y + 10:.1f}H{tip - 9:.1f}l9 5-9 5H{start:.1f}z"
            edge = f'<path class="edge {mark.lineage}" d="M{start:.1f} {y + 6:.1f}v18"/>'
            return f'<path class="{kind}" d="{arrow}"/>{edge}'
        case Shape.SINCE:
            tip = min(start, end - 20)
            arrow = f"M{end:.1f} {y + 10:.1f}H{tip + 9:.1f}l-9 5 9 5H{end:.1f}z"
            edge = f'<path class="edge {mark.lineage}" d="M{end:.1f} {y + 6:.1f}v18"/>'
            return f'<path class="{kind}" d="{arrow}"/>{edge}'


def _key(key: Sequence[tuple[str, str]], y: float) -> list[str]:
    lines, x = [], float(LEFT)
    for kind, words in key:
        lines.append(rect(f"m {kind}", x, y - 10, 11, 11))
        lines.append(text("sub", x + 17, y, words))
        x += 17 + len(words) * LETTER + 24
    return lines


def _cut(words: str) -> str:
    """A name that fits before the scale."""
    return words if len(words) <= NAME_LETTERS else f"{words[: NAME_LETTERS - 1].rstrip()}…"
