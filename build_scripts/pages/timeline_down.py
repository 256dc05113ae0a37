"""Pages: rows of marks in, the narrow drawing of the timeline out: time runs down, a line a contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from build_scripts.pages.timeline_marks import Mark, Row, Scale, Shape, classes, link, opened, rect, text

WIDTH = 340
PITCH = 46
"""Least height of a contact, in units that are about one pixel on a phone: enough for a finger."""
LINE = 15
TOP = 14
AXIS = 42
WORDS = 84
LETTERS = 38
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A contact with its words as they are broken into lines, and where they stand."""

    mark: Mark
    words: tuple[str, ...]
    lane: int = 0
    """Spans that overlap stand beside one another: in lane 0 or 1."""
    top: float = 0.0

    @property
    def height(self) -> float:
        return float(max(PITCH, LINE * (len(self.words) + 1) + 4))

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw(rows: Sequence[Row], scale: Scale, title: str, key: Sequence[tuple[str, str]]) -> str:
    """The drawing as SVG, with classes only."""
    marks = sorted(
        (mark for row in rows for mark in row.marks),
        key=lambda mark: (scale.span(mark.date, 1)[0], mark.date, mark.href),
    )
    lanes = _lanes([(mark.shape, *scale.span(mark.date, 1)) for mark in marks])
    unplaced = [_Entry(mark, _broken(mark.text), lane) for mark, lane in zip(marks, lanes, strict=True)]
    length = max(sum(entry.height for entry in unplaced), 120.0)
    entries = _placed(unplaced, scale, length)
    bottom = max([TOP + length, *(entry.bottom for entry in entries)]) + 10
    height = bottom + 20 * len(key)
    return "\n".join(
        [
            opened("tl-n", WIDTH, height, "tl-n-title", title),
            *_grid(scale, length),
            *(_mark(entry, scale, length) for entry in entries),
            *_key(key, bottom + 12),
            "</svg>\n",
        ]
    )


def _broken(words: str) -> tuple[str, ...]:
    return tuple(wrap(words, LETTERS, max_lines=MOST_LINES, placeholder=" …"))


def _lanes(spans: Sequence[tuple[Shape, float, float]]) -> list[int]:
    """The lane of each mark; a span that overlaps the one before it takes the other lane."""
    lanes, lane, reach = [], 0, -1.0
    for shape, start, end in spans:
        if shape in (Shape.DAY, Shape.MONTH):
            lanes.append(0)
            continue
        lane = 1 - lane if start < reach else 0
        reach = max(reach, end)
        lanes.append(lane)
    return lanes


def _placed(entries: Sequence[_Entry], scale: Scale, length: float) -> list[_Entry]:
    """Each beside its mark where there is room, else below the one before; what would then stand past the
    end moves up again."""
    placed: list[_Entry] = []
    below = TOP - 8.0
    for entry in entries:
        ideal = TOP + scale.span(entry.mark.date, length)[0] - entry.height / 2
        placed.append(replace(entry, top=max(ideal, below)))
        below = placed[-1].bottom
    above = TOP + length
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = replace(placed[at], top=min(placed[at].top, above - placed[at].height))
        above = placed[at].top
    return placed


def _grid(scale: Scale, length: float) -> list[str]:
    lines = []
    for day, label in scale.ticks():
        y = TOP + scale.at(day, length)
        kind = "grid" if label else "grid min"
        lines.append(f'<path class="{kind}" d="M{AXIS - 4} {y:.1f}H{AXIS + 34}"/>')
        if label:
            lines.append(text("yr", 0, y + 5, label))
    return lines


def _mark(entry: _Entry, scale: Scale, length: float) -> str:
    mark = entry.mark
    start, end = (TOP + part for part in scale.span(mark.date, length))
    hit = rect("hit", WORDS - 6, entry.top, WIDTH - WORDS + 6, entry.height)
    middle, line = (start + min(end, start + 8)) / 2, entry.top + LINE - 4
    lead = f'<path class="lead" d="M{AXIS + 34} {middle:.1f}L{WORDS - 4} {line:.1f}"/>'
    words = [text("who", WORDS, entry.top + LINE * (at + 1), part) for at, part in enumerate(entry.words, 1)]
    date = text("dt b", WORDS, entry.top + LINE, mark.label)
    return link(mark, hit, lead, _shape(mark, start, end, entry.lane), date, *words)


def _shape(mark: Mark, start: float, end: float, lane: int) -> str:
    kind = classes(mark)
    bar = AXIS + (22 if not lane else 12)
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
