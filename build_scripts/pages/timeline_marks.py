"""Pages: dates in, what a timeline draws for them out: shapes, short words, places on a scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from build_scripts import edtf, escape
from build_scripts.models import ContactKind

_LONG_MONTH = re.compile("|".join(month for month in edtf.MONTHS if len(month) > 3))
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST_LABELS = 11


class Shape(StrEnum):
    """How a date is drawn: as precisely as it is given."""

    DAY = "day"
    MONTH = "month"
    SPAN = "span"
    OPEN = "open"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class Mark:
    """One contact in the picture; `told` is what it says to those who do not see it."""

    shape: Shape
    date: str
    label: str
    text: str
    told: str
    href: str
    lineage: str
    kind: ContactKind
    whom: str = ""
    """Who took part for the other side, if that is one person."""
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the picture."""

    name: str
    place: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that the picture covers."""

    first: date
    last: date

    def at(self, day: date, length: float) -> float:
        """Where a day stands on a scale of some length; days outside stand at its ends."""
        inside = min(max(day, self.first), self.last + timedelta(days=1))
        days = (self.last - self.first).days + 1
        return length * (inside - self.first).days / days

    def span(self, edtf_date: str, length: float) -> tuple[float, float]:
        """Where a date begins and ends."""
        first, last = edtf.bounds(edtf_date) or (self.first, self.last)
        end = last if last == date.max else last + timedelta(days=1)
        return self.at(first, length), self.at(end, length)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Days with a line; those between two labels have none. Months where the scale is a year or two."""
        if self.last.year - self.first.year < 2:
            every = 1 if self.last.year == self.first.year else 3
            for year in range(self.first.year, self.last.year + 1):
                for month in range(1, 13):
                    named = edtf.MONTHS[month - 1][:3] + (f" {year}" if month == 1 else "")
                    yield date(year, month, 1), named if (month - 1) % every == 0 else ""
            return
        length = self.last.year - self.first.year + 1
        step = next((one for one in _STEPS if length / one <= _MOST_LABELS), _STEPS[-1])
        for year in range(self.first.year, self.last.year + 1):
            labelled = (year - self.first.year) % step == 0
            if labelled or length <= 60:
                yield date(year, 1, 1), f"{year}" if labelled else ""


def mark_shape(edtf_date: str) -> Shape:
    """The shape for a date; a few days are a point, since a bar of them would be no wider.

    >>> mark_shape("2006-03").value, mark_shape("2007/2011").value, mark_shape("2024-02-29/2024-03-02").value
    ('month', 'span', 'day')
    """
    first, last = edtf.bounds(edtf_date) or (date.min, date.max)
    if last == date.max:
        return Shape.OPEN
    if first == date.min:
        return Shape.SINCE
    if edtf.precision(edtf_date) == "month":
        return Shape.MONTH
    return Shape.DAY if (last - first).days < 15 else Shape.SPAN


def short_date(edtf_date: str) -> str:
    """A date for a label.

    >>> short_date("2006-03")
    'Mar 2006'
    """
    return _LONG_MONTH.sub(lambda match: match.group()[:3], edtf.in_words(edtf_date))


def classes(mark: Mark) -> str:
    """The classes of a mark: colours belong to the stylesheet."""
    soft = " soft" if mark.shape in (Shape.SPAN, Shape.OPEN, Shape.SINCE) else ""
    return f"m {mark.lineage}{soft}{' about' if mark.is_approximate else ''}"


def text(kind: str, x: float, y: float, words: str, anchor: str = "") -> str:
    """One line of text."""
    placed = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{escape.svg(kind)}" x="{x:.1f}" y="{y:.1f}"{placed}>{escape.svg(words)}</text>'


def rect(kind: str, x: float, y: float, width: float, height: float) -> str:
    """A bar, or the area of a link."""
    size = f'width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="{escape.svg(kind)}" x="{x:.1f}" y="{y:.1f}" {size}/>'


def opened(kind: str, width: int, height: float, name: str, title: str) -> str:
    """The opening of a drawing with its title."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl {kind}" viewBox="0 0 {width} {height:.0f}"'
        f' role="group" aria-labelledby="{name}"><title id="{name}">{escape.svg(title)}</title>'
    )


def link(mark: Mark, *parts: str) -> str:
    """A mark as a link to its contact's page."""
    return f'<a href="{escape.svg(mark.href)}" aria-label="{escape.svg(mark.told)}">{" ".join(parts)}</a>'
