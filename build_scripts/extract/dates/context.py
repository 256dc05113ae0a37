"""Extract, dates: what an article has said so far, against which a date without all its parts is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates.values import Base, Resolution
from build_scripts.extract.records import record

_EARLIEST, _LATEST = 1000, 3000
_LONGEST_MONTH = 31


@record
class Resolved:
    """An EDTF value (empty where there is none) and how it was reached."""

    edtf: str
    how: Resolution


NOTHING = Resolved("", Resolution.UNRESOLVED)


@dataclass(slots=True)
class Context:
    """What the text has said so far; belongs to one run over one article, and changes as it goes."""

    published: tuple[date, date] | None
    is_about: bool = False
    """The day of publication is itself approximate."""
    days: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Years of the days (month, day) that the text dates in full, where it gives only one."""
    lists_past: bool = False
    """The article lists what has been, entry by entry."""
    looks_back: bool = False
    """Every date that the article gives in full is years old: it tells of those years."""
    heading_year: int = 0
    entry: tuple[int, int] = (0, 0)
    """Year and month of the entry of a list before, once one has given its year; else zeros."""
    headed: int = -1
    """The paragraph that begins with a date of its year, and tells what was then."""
    reference: tuple[date, date] | None = None
    """The last date given for an event."""
    has_stated_year: bool = False
    """The reference's year stands in the text, and is not taken from the day of publication."""
    has_named_year: bool = False
    """The reference's year is given from publication: "June of last year"."""
    report: tuple[date, date] | None = None
    """The last day on which something was said, and the passage in which that stands."""
    report_passage: int = -1
    again: dict[tuple[int, int], tuple[int, Resolution]] = field(default_factory=dict)
    """The year, and how it was reached, of each day (month, day) that the text has named without one."""
    months: dict[int, int] = field(default_factory=dict)
    """The year in which each month lay of which something was told last."""
    aside: tuple[date, date] | None = None
    """The last day that was only mentioned, and the passage in which that stands."""
    aside_passage: int = -1
    is_earlier: bool = False
    """The reference was told as earlier than the rest ("had met in March 1996")."""
    is_year: bool = False
    """The reference is a year and nothing else."""
    paragraph: int = 0
    """Where the reference stands."""
    passage: int = 0


@record
class Place:
    """Where a date stands and what its verb says."""

    paragraph: int
    passage: int
    direction: int
    reports: bool
    is_open: bool = False
    """The direction is that of then, and says nothing of the year."""
    is_overtaken: bool = False
    """A plan that is told of as over: its day may lie on either side."""
    is_earlier: bool = False
    """The verb steps back in time ("had met")."""
    is_present: bool = False
    """The verb speaks of now or of what is to come ("has met", "will meet")."""
    is_listed: bool = False
    """In an article that lists what has been."""
    is_entry: bool = False
    """The date opens an entry of a list: "14 June: Arden goes to Southport"."""
    is_attribute: bool = False
    """The date names a noun: "the July meeting"."""
    names_year: bool = False
    """The date gives its year in words: "June of last year"."""
    is_aside: bool = False
    """What follows is not told from this date."""


def remember(found: Resolved, context: Context, place: Place) -> None:
    """Make the date the reference of what follows."""
    bounds = edtf.bounds(found.edtf)
    if bounds is None or not is_near(bounds) or (place.is_aside and context.reference is not None):
        return
    if edtf.precision(found.edtf) in ("day", "month") and (bounds[1] - bounds[0]).days <= _LONGEST_MONTH:
        context.months[bounds[0].month] = bounds[0].year
    stated = (Resolution.STATED, Resolution.LIST, Resolution.CONTEXT, Resolution.HEADING)
    carried = found.how is Resolution.REFERENCE and context.has_stated_year
    context.reference, context.has_stated_year = bounds, found.how in stated or carried
    context.has_named_year = place.names_year
    if place.is_aside and context.published is not None:
        context.has_stated_year = context.has_named_year = False
    context.is_earlier, context.is_year = place.is_earlier, edtf.precision(found.edtf) == "year"
    context.paragraph, context.passage = place.paragraph, place.passage


def remember_entry(found: Resolved, context: Context, place: Place) -> None:
    """Keep the year of an entry that gives it, or that has it from the entry before."""
    bounds = edtf.bounds(found.edtf)
    given = found.how in (Resolution.STATED, Resolution.LIST) or bool(context.entry[0])
    if place.is_entry and given and bounds is not None and is_near(bounds):
        context.entry = bounds[0].year, bounds[0].month


def is_near(bounds: tuple[date, date]) -> bool:
    """Whether other dates can be counted from this one: no open end, no year far outside the news."""
    return bounds[0].year >= _EARLIEST and bounds[1].year <= _LATEST


def base_of(base: Base, context: Context) -> tuple[tuple[date, date] | None, Resolution]:
    """What to count from: publication; or the last date of the text, for want of one publication."""
    if base is Base.REFERENCE and context.reference is not None:
        return context.reference, Resolution.REFERENCE
    if base is Base.EVENT:
        return None, Resolution.UNRESOLVED
    return context.published, Resolution.PUBLICATION


def agreed(
    context: Context, bounds: tuple[date, date], on: Callable[[date], str], is_day_counted: bool = True
) -> str:
    """The value, if it is the same for the first and the last day on which the article can have appeared."""
    found = on(bounds[0])
    if bounds[0] != bounds[1] and on(bounds[1]) != found:
        return ""
    if (
        context.is_about
        and is_day_counted
        and edtf.precision(found) == "day"
        and not edtf.is_approximate(found)
    ):
        return f"{found}~"
    return found


def or_nothing(found: str, how: Resolution) -> Resolved:
    return Resolved(found, how) if found else NOTHING
