"""Extract, dates: what one date expression says by itself, before anything around it is consulted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from build_scripts.extract.records import record


class Part(StrEnum):
    """Which part of a month, year or decade is meant."""

    WHOLE = ""
    EARLY = "early"
    MID = "mid"
    LATE = "late"


class Base(StrEnum):
    """What a relative date is counted from."""

    PUBLISHED = "published"
    REFERENCE = "reference"
    """The last date that the text gave for an event."""
    NEAR = "near"
    """The last date of the text where it is told of, else publication: "later in the year"."""
    EVENT = "event"
    """Something that is no date: "two days after the vote"."""


class Resolution(StrEnum):
    """How a date got its value; what `DateExpression.basis` says."""

    STATED = "stated"
    """Every part stands in its own words."""
    LIST = "list"
    """Month or year from a neighbour in the same list or range."""
    CONTEXT = "context"
    """Month or year from another date of the text."""
    HEADING = "heading"
    """Year from the heading above."""
    WEEKDAY = "weekday"
    """Year from the weekday, as the nearest to publication in which it fits."""
    PUBLICATION = "publication"
    """Counted from the day of publication, which way round needing no choice."""
    TENSE = "tense"
    """Counted from the day of publication, before or after it as the tense of the verb says."""
    REFERENCE = "reference"
    """Counted from another date of the text ("two days later")."""
    CONTRADICTION = "contradiction"
    """The weekday is not that of the date."""
    IMPOSSIBLE = "impossible"
    """There is no such day."""
    UNRESOLVED = "unresolved"


class Turn(StrEnum):
    """`last Friday`, `this Friday`, `next Friday`, or simply `Friday`."""

    NONE = ""
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Bound(StrEnum):
    """Whether the date is only where something begins or ends."""

    NONE = ""
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years from the base; without an amount it cannot be counted."""

    unit: str
    amount: int | None
    base: Base


@record
class Value:
    """The parts of one date that its own words give; zero and empty where they say nothing."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    """Monday is 0; -1 where none is given."""
    season: int = 0
    months: tuple[int, int] = (0, 0)
    """First and last month of a quarter or a half."""
    span: str = ""
    """A decade or century as EDTF."""
    part: Part = Part.WHOLE
    approximate: bool = False
    shift: Shift | None = None
    turn: Turn = Turn.NONE
    base: Base = Base.PUBLISHED
    is_weekend: bool = False
    is_ahead: bool = False
    """A date only if the verb looks ahead: "they meet in two weeks", but "built in two weeks"."""
    ambiguous: bool = False
    """Figures that read as two different dates, such as 03/04/1998."""
    anchor: Value | None = None
    """The date that a shift is counted from, where it stands beside it: "two days after 5 May"."""
    nth: int = 0
    """The second day of what was told last; of its last day -1."""
    days: int = 0
    """So many days behind what was told last: "the following two days"."""
    is_to_the_day: bool = False
    """So many months or years, to the day: "a year ago today"."""
    filled: bool = False
    """Month or year was taken from another date of the same list or range."""

    @property
    def has_month_or_season(self) -> bool:
        return bool(self.month or self.season or self.months[0])

    @property
    def is_relative(self) -> bool:
        """Whether nothing of the calendar is given but, perhaps, the weekday."""
        return not (self.year or self.has_month_or_season or self.span or self.day)


@record
class Found:
    """A value and the tokens that give it (half open)."""

    value: Value
    start: int
    end: int


@record
class Expression:
    """One date, or one range from `value` to `last`, as tokens `start:end` of its passage."""

    start: int
    end: int
    value: Value
    last: Value | None = None
    bound: Bound = Bound.NONE
    is_attribute: bool = False
    """The date stands before the noun that it dates: "the May 5 attack"."""
    is_background: bool = False
    """What it dates is another matter that this clause only refers to."""
    head: int = 0
    """First token of the list that the date belongs to, for finding its verb."""
    is_week: bool = False
    """The week that begins with the day, or has it: "the week of 4 May"."""
