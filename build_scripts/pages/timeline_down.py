"""Pages: rows of marks in, the narrow drawing of the timeline out: time runs down, a line a contact."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from build_scripts.pages.timeline_marks import Mark, Row, Scale, Shape, classes, link, opened, rect, text

WIDTH = 340
PITCH = 46
"""Height of a line, in units that are about one pixel on a phone: enough for a finger."""
TOP = 14
AXIS = 42
WORDS = 84
LETTERS = 38


def draw(rows: Sequence[Row], scale: Scale, title: str, key: Sequence[tuple[str, str]]) -> str:
    """The drawing as SVG, with classes only."""
    marks = sorted(
        (mark for row in rows for mark in row.marks),
        key=lambda mark: (scale.span(mark.date, 1)[0], mark.date, mark.href),
    )
    length = float(max(PITCH * len(marks), 120))
    lines = _lines(marks, scale, length)
    bottom = max([TOP + length, *(line + PITCH / 2 for line in lines)]) + 10
    drawn = [_mark(mark, scale, length, line) for mark, line in zip(marks, lines, strict=True)]
    height = bottom + 20 * len(key)
    return "\n".join(
        [
            opened("tl-n", WIDTH, height, "tl-n-title", title),
            *_grid(scale, length),
            *drawn,
            *_key(key, bottom + 12),
            "</svg>\n",
        ]
    )


def _lines(marks: Sequence[Mark], scale: Scale, length: float) -> list[float]:
    """The middle of each line: at its mark where there is room, else below the one before."""
    lines: list[float] = []
    for mark in marks:
        ideal = TOP + scale.span(mark.date, length)[0]
        lines.append(max(ideal, lines[-1] + PITCH if lines else TOP + 8))
    # What was pushed past the end moves up again as far as there is room.
    limit = TOP + length
    for at in range(len(lines) - 1, -1, -1):
        lines[at] = min(lines[at], max(limit, TOP + 8))
        limit = lines[at] - PITCH
    return lines


def _grid(scale: Scale, length: float) -> list[str]:
    lines = []
    for day, label in scale.ticks():
        y = TOP + scale.at(day, length)
        kind = "grid" if label else "grid min"
        lines.append(f'<path class="{kind}" d="M{AXIS - 4} {y:.1f}H{AXIS + 34}"/>')
        if label:
            lines.append(text("yr", 0, y + 5, label))
    return lines


def _mark(mark: Mark, scale: Scale, length: float, line: float) -> str:
    start, end = (TOP + part for part in scale.span(mark.date, length))
    hit = rect("hit", WORDS - 6, line - PITCH / 2, WIDTH - WORDS + 6, PITCH)
    middle = (start + min(end, start + 8)) / 2
    lead = f'<path class="lead" d="M{AXIS + 34} {middle:.1f}L{WORDS - 4} {line:.1f}"/>'
    lines = wrap(mark.text, LETTERS, max_lines=2, placeholder=" …")
    first = line - (10 if len(lines) > 1 else 3)
    words = [text("who", WORDS, first + 15 * at, words) for at, words in enumerate(lines, 1)]
    return link(mark, hit, lead, _shape(mark, start, end), text("dt b", WORDS, first, mark.label), *words)


def _shape(mark: Mark, start: float, end: float) -> str:
    kind = classes(mark)
    bar = AXIS + 22
    match mark.shape:
        case Shape.DAY:
            return f'<circle class="{kind}" cx="{AXIS + 10}" cy="{start:.1f}" r="5"/>'
        case Shape.MONTH:
            height = max(end - start, 3.2)
            return rect(kind, AXIS, start, 20, height)
        case Shape.SPAN:
            return rect(kind, bar, start, 8, max(end - start, 4))
        case Shape.OPEN:
            tip = max(end, start + 18)
            return (
                f'<path class="{kind}" d="M{bar} {start:.1f}h8V{tip - 9:.1f}l-4 9l-4 -9z"/>'
                f'<path class="edge {mark.lineage}" d="M{bar - 3} {start:.1f}h14"/>'
            )
        case Shape.SINCE:
            tip = min(start, end - 18)
            return (
                f'<path class="{kind}" d="M{bar} {end:.1f}h8V{tip + 9:.1f}l-4 -9l-4 9z"/>'
                f'<path class="edge {mark.lineage}" d="M{bar - 3} {end:.1f}h14"/>'
            )


def _key(key: Sequence[tuple[str, str]], y: float) -> list[str]:
    lines = []
    for number, (kind, words) in enumerate(key):
        at = y + 20 * number
        lines.append(rect(f"m {kind}", 0, at - 10, 11, 11))
        lines.append(text("sub", 17, at, words))
    return lines
