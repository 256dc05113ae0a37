"""Pages: the places of marks on one row of the timeline in, the places of their labels out.

A label stands beside its mark where there is room, else on a line beneath, to which a thin line leads down.
Going from right to left, each goes one line deeper than what it would cover: a staircase, in which no line
crosses a label. Labels that the right edge would cut off end at their mark, in a staircase of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

GAP = 7
EDGE = 3.0
"""Between a label and the line that leads to it."""

WIDEST_POINT = 12.0
"""What is wider is no point, and not labelled at its middle."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """Where a label stands, from `left` to `right`, and the place of the line that leads to it."""

    left: float
    right: float
    level: int
    """0: beside the mark; 1 and more: so many lines beneath it."""
    lead: float = 0.0
    is_end: bool = False
    """Whether its words end at the mark and do not begin there."""


def labels(spans: Sequence[Span], widths: Sequence[float], first: float, last: float) -> list[Label]:
    """A label for each mark, in their order; marks come from left to right, `first` and `last` are the ends
    of the row."""
    found = _beside(spans, widths, first, last)
    rest = [at for at in range(len(spans)) if at not in found]
    leads = {at: _middle(*spans[at]) for at in rest}
    ending = _ending(rest, leads, widths, first, last)
    for at in (at for at in reversed(rest) if at not in ending):
        left = min(leads[at] + EDGE, last - widths[at])
        found[at] = _beneath(left, left + widths[at], leads[at], False, list(found.values()))
    for at in (at for at in rest if at in ending):
        right = leads[at] - EDGE
        found[at] = _beneath(right - widths[at], right, leads[at], True, list(found.values()))
    return [found[at] for at in range(len(spans))]


def _middle(start: float, end: float) -> float:
    """Where the line to a label begins: the middle of a point, the beginning of what is longer."""
    return (start + end) / 2 if end - start <= WIDEST_POINT else start + 2


def _ending(
    rest: Sequence[int], leads: Mapping[int, float], widths: Sequence[float], first: float, last: float
) -> frozenset[int]:
    """Marks whose labels end at them: those that the right edge would cut off, and those these would meet."""
    found: set[int] = set()
    reach = last
    for at in reversed(rest):
        left = leads[at] - EDGE - widths[at]
        if leads[at] + EDGE + widths[at] > reach and left > first:
            found.add(at)
            reach = min(reach, left)
    return frozenset(found)


def _beside(spans: Sequence[Span], widths: Sequence[float], first: float, last: float) -> dict[int, Label]:
    """Right of the mark if nothing comes until the next one, else left of it if that is free."""
    found: dict[int, Label] = {}
    taken = first
    for at, ((start, end), width) in enumerate(zip(spans, widths, strict=True)):
        upcoming = spans[at + 1][0] if at + 1 < len(spans) else last + GAP
        if end >= taken and end + GAP + width + GAP <= upcoming:
            found[at] = Label(end + GAP, end + GAP + width, 0)
            taken = found[at].right
        elif start - GAP - width > taken:
            found[at] = Label(start - GAP - width, start - GAP, 0)
        taken = max(taken, end)
    return found


def _beneath(left: float, right: float, lead: float, is_end: bool, others: Sequence[Label]) -> Label:
    """On the first line where it covers no label and no line that leads further down."""
    lowest, deepest, limit = 1, 0, float("inf")
    taken = set()
    for other in others:
        if not other.level:
            continue
        deepest = max(deepest, other.level)
        if other.left - GAP < right and left < other.right + GAP:
            taken.add(other.level)
        if left < other.lead < right:
            lowest = max(lowest, other.level)
        if other.left < lead < other.right:
            limit = min(limit, other.level)
    level = next(one for one in range(lowest, deepest + 2) if one not in taken)
    return Label(left, right, level if level <= limit else deepest + 1, lead, is_end)
