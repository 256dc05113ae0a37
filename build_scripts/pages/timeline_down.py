"""Pages: rows of marks in, the narrow drawing of the timeline out: a line a contact, each with its own scale.

One scale down the side was tried and lost: in a dense year a dozen lines of words hung on one spot, and no
eye could follow which was which.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from build_scripts.models import ContactKind
from build_scripts.pages import timeline_shapes
from build_scripts.pages.timeline_marks import Mark, Row, Scale, link, opened, rect, text

WIDTH = 340
LEFT, RIGHT = 4, 332
TOP = 26
LINE = 16
BAR = 24
"""Height of a contact's own scale."""
GAP = 12
LETTERS = 44
MOST_LINES = 3
MOST_YEARS = 5


def draw(
    rows: Sequence[Row],
    scale: Scale,
    title: str,
    key: Sequence[tuple[str, str]],
    kinds: Sequence[ContactKind],
) -> str:
    """The drawing as SVG, with classes only."""
    marks = sorted(
        (mark for row in rows for mark in row.marks),
        key=lambda mark: (scale.span(mark.date, 1)[0], mark.date, mark.href),
    )
    parts: list[str] = []
    y = float(TOP)
    for mark in marks:
        drawing, height = _entry(mark, scale, y)
        parts.append(drawing)
        y += height
    height = y + 8 + 20 * (len(key) + len(kinds))
    return "\n".join(
        [
            opened("tl-n", WIDTH, height, "tl-n-title", title),
            *_grid(scale, y),
            *parts,
            *_key(key, kinds, y + 18),
            "</svg>\n",
        ]
    )


def _grid(scale: Scale, bottom: float) -> list[str]:
    """Lines through all the scales; as many years are named as have room."""
    named = [(day, label) for day, label in scale.ticks() if label]
    step = -(-len(named) // MOST_YEARS)
    lines = []
    for place, (day, label) in enumerate(named):
        x = LEFT + scale.at(day, RIGHT - LEFT)
        lines.append(
            f'<path class="grid{" min" if place % step else ""}" d="M{x:.1f} {TOP - 6}V{bottom:.1f}"/>'
        )
        if place % step == 0:
            lines.append(text("yr", max(x, 0), 14, label, "" if x < 16 else "middle"))
    return lines


def _entry(mark: Mark, scale: Scale, y: float) -> tuple[str, float]:
    """A contact's date, words and scale; all of it is the link."""
    words = wrap(mark.text, LETTERS, max_lines=MOST_LINES, placeholder=" …")
    start, end = timeline_shapes.extent(mark, scale, LEFT, RIGHT - LEFT)
    foot = y + GAP + LINE * (1 + len(words))
    lines = [text("who", timeline_shapes.SIGN, y + GAP + LINE * at, part) for at, part in enumerate(words, 2)]
    height = GAP + LINE * (1 + len(words)) + BAR + 6
    when = text("dt b", timeline_shapes.SIGN, y + GAP + LINE - 3, f"{mark.label}, {mark.kind.value}")
    drawing = link(
        mark,
        rect("hit", -4, y + 3, WIDTH + 4, height - 3),
        f'<path class="row" d="M{LEFT} {foot + 13:.1f}H{RIGHT}"/>',
        timeline_shapes.drawn(mark, start, end, foot + 4),
        timeline_shapes.sign(mark.kind, 0, y + GAP + LINE - 3),
        when,
        *lines,
    )
    return drawing, height


def _key(key: Sequence[tuple[str, str]], kinds: Sequence[ContactKind], y: float) -> list[str]:
    lines = []
    for kind, words in key:
        lines += [rect(f"m {kind}", 0, y - 10, 11, 11), text("sub", timeline_shapes.SIGN, y, words)]
        y += 20
    for each in kinds:
        lines += [timeline_shapes.sign(each, 0, y), text("sub", timeline_shapes.SIGN, y, each.value)]
        y += 20
    return lines
