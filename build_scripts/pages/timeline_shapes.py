"""Pages: a mark of the timeline in, what is drawn for it out: how precise its date is, and its kind."""

from __future__ import annotations

from collections.abc import Mapping

from build_scripts.models import ContactKind
from build_scripts.pages.timeline_marks import Mark, Scale, Shape, classes, rect

NARROWEST = 3.6
SIGN = 18
"""Width of a sign with the space behind it."""
_SIGNS: Mapping[ContactKind, str] = {
    ContactKind.VISIT: "M0.5 6H8M5 2.5L8.5 6L5 9.5M11.5 1V11",
    ContactKind.MEETING: "M1 6a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M5 6a3 3 0 1 0 6 0a3 3 0 1 0 -6 0",
    ContactKind.CONFERENCE: (
        "M4.2 2.6a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0M.6 9.2a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0"
        "M7.8 9.2a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0"
    ),
    ContactKind.CALL: "M1 4.5C1 1 11 1 11 4.5V6.5H8V5H4V6.5H1zM6 8V11M3.5 9.5L6 11.5L8.5 9.5",
    ContactKind.STATEMENT: "M.8 1.5H11.2V8.2H6L3.2 11V8.2H.8z",
    ContactKind.INVITATION: "M.8 2.2H11.2V9.8H.8zM.8 2.6L6 6.6L11.2 2.6",
}


def extent(mark: Mark, scale: Scale, left: float, length: float) -> tuple[float, float]:
    """Where a mark begins and ends on a scale; a few days are a point, which has a size of its own."""
    start, end = (left + part for part in scale.span(mark.date, length))
    if mark.shape is Shape.DAY:
        middle = (start + end) / 2
        return middle - 6, middle + 6
    return start, max(end, start + NARROWEST)


def drawn(mark: Mark, start: float, end: float, y: float) -> str:
    """A point, a bar, a span or an open end, within 18 units of height from `y` on."""
    kind = classes(mark)
    edge = f'<path class="edge {mark.lineage}" d="M{{x:.1f}} {y:.1f}v18"/>'
    match mark.shape:
        case Shape.DAY:
            return f'<circle class="{kind}" cx="{(start + end) / 2:.1f}" cy="{y + 9:.1f}" r="6"/>'
        case Shape.MONTH:
            return rect(kind, start, y, end - start, 18)
        case Shape.SPAN:
            return rect(kind, start, y + 4, end - start, 10)
        case Shape.OPEN:
            tip = max(end, start + 20)
            arrow = f"M{start:.1f} {y + 4:.1f}H{tip - 9:.1f}l9 5-9 5H{start:.1f}z"
            return f'<path class="{kind}" d="{arrow}"/>{edge.format(x=start)}'
        case Shape.SINCE:
            tip = min(start, end - 20)
            arrow = f"M{end:.1f} {y + 4:.1f}H{tip + 9:.1f}l-9 5 9 5H{end:.1f}z"
            return f'<path class="{kind}" d="{arrow}"/>{edge.format(x=end)}'


def sign(kind: ContactKind, x: float, y: float) -> str:
    """The sign of a kind of contact, twelve units wide, on a line of text whose foot is at `y`."""
    return f'<path class="k" transform="translate({x:.1f} {y - 11:.1f})" d="{_SIGNS[kind]}"/>'
