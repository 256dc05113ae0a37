"""Extract: passages without a stated day of publication in; the day or month that their dates allow, and why.

An article omits the year of its own days. Where such a day fits few years (29 February, or a weekday),
the first that is not before the latest date of the text is the article's year.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates.almanac import as_edtf, years_for
from build_scripts.extract.dates.governing import governing
from build_scripts.extract.dates.grammar import parse
from build_scripts.extract.dates.values import Value
from build_scripts.extract.dates.words import words_of
from build_scripts.models import Lexicon, Passage, PassageKind

_LEAD = 3
"""Sentences at the beginning that tell the news itself."""
_HALF_A_WEEK = 3
_SOON_AFTER = 31
"""Days at most from what an article tells of to its dateline."""
_SOON, _LATER, _RARE = 3, 12, 20
"""Years: a fitting year must be this near the latest date of the text, or, if the next that fits is far off
(the third figure), this near (the second)."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the text gives, what its verb says, and whether it stands in the lead or a dateline."""

    value: Value
    direction: int
    is_lead: bool
    is_dateline: bool
    is_first: bool
    """In the first sentence."""
    words: str


def inferred(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[str, str]:
    """Publication as EDTF and the reason in one sentence; both empty where the text leaves it open."""
    days, has_hours = _days(passages, lexicon)
    latest = _latest(days)
    for day in sorted(days, key=_rank):
        if day.value.year or not day.value.day or latest is None:
            continue
        year = _year(day.value, latest[0])
        dated = _dateline_soon_after(days, day, year) if year else None
        if dated is not None:
            return dated
        if year:
            return _narrowed(day, year, latest, has_hours)
    for day in days:
        if day.is_dateline and day.value.day and not day.value.year and latest:
            agreed = _told_on_its_day(days, day, latest)
            if agreed is not None:
                return agreed
            year = _first_year(day.value, latest[0])
            if year:
                told = f"It is dated {day.words} without a year; the latest date in the text is {latest[1]}."
                return as_edtf(replace(day.value, approximate=False), year) + "?", told
    return _soon_after(days, latest) or _dated_lead(days, latest)


def _soon_after(days: list[_Day], latest: tuple[date, str] | None) -> tuple[str, str] | None:
    """ "They were there until June 8, 2003, and said on June 18 that": a first sentence of soon after."""
    for day in days:
        value = day.value
        is_told = day.is_first and day.direction < 0 and value.month and value.day and not value.year
        if latest is None or not is_told or value.shift is not None:
            continue
        given = as_edtf(replace(value, approximate=True), latest[0].year)
        bounds = edtf.bounds(given)
        if bounds and 0 < (bounds[0] - latest[0]).days <= _SOON_AFTER:
            return given, f"Its first sentence tells of {day.words}, soon after {latest[1]}."
    return None


def _days(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[list[_Day], bool]:
    """Every date with its verb, in order; and whether something happened only hours ago."""
    words = words_of(lexicon)
    found: list[_Day] = []
    sentences, has_hours = 0, False
    for passage in passages:
        sentences += passage.kind is PassageKind.SENTENCE
        tokens, dates = parse(passage.text, words)
        # "Were he to come in the spring of 1998": not yet.
        is_imagined = bool(tokens.low) and tokens.low[0] in words.publication["imagined"]
        for one in dates:
            shift = one.value.shift
            is_hours = shift is not None and tokens.has("ago", one.end - 1) and shift.unit == "day"
            has_hours = has_hours or (is_hours and shift is not None and shift.amount == 0)
            is_line = passage.kind is PassageKind.HEADING and not sentences
            is_dateline = passage.kind in (PassageKind.DATELINE, PassageKind.BYLINE) or is_line
            start, end = tokens.starts[one.start], tokens.ends[one.end - 1]
            is_lead = is_dateline or (passage.kind is PassageKind.SENTENCE and sentences <= _LEAD)
            verb = governing(tokens, one)
            for value in (one.value, one.last):
                if value is not None:
                    given = " ".join(passage.text[start:end].split())
                    is_first = is_lead and sentences <= 1 and not one.is_background
                    direction = 1 if is_imagined else 0 if verb.is_overtaken else verb.direction
                    found.append(_Day(value, direction, is_lead, is_dateline, is_first, given))
    return found, has_hours


def _rank(day: _Day) -> tuple[bool, bool]:
    """The dateline's day first, then the lead's, in the order of the text."""
    return not day.is_dateline, not (day.is_lead and day.direction < 0)


def _latest(days: list[_Day]) -> tuple[date, str] | None:
    """First day of the latest date given with its year and not spoken of as still to come; and its words."""
    found = [
        (bounds[0], edtf.in_words(given))
        for day in days
        if day.value.year and day.direction <= 0 and not day.value.ambiguous
        if (given := as_edtf(replace(day.value, approximate=False), day.value.year))
        if (bounds := edtf.bounds(given))
    ]
    return max(found, default=None)


def _year(value: Value, latest: date) -> int:
    """The one year that a weekday or 29 February leaves; 0 where others are as likely."""
    is_leap_day = (value.month, value.day) == (2, 29)
    if value.weekday < 0 and not is_leap_day:
        return 0
    years = [
        year for year in sorted(years_for(value, latest.year, 60)) if _is_not_before(value, year, latest)
    ]
    if not years:
        return 0
    following = years[1] if len(years) > 1 else years[0] + _RARE + 1
    is_rare = following - years[0] > _RARE
    return years[0] if years[0] - latest.year <= (_LATER if is_rare else _SOON) else 0


def _first_year(value: Value, latest: date) -> int:
    years = sorted(years_for(value, latest.year, 8))
    return next((year for year in years if _is_not_before(value, year, latest)), 0)


def _is_not_before(value: Value, year: int, latest: date) -> bool:
    return date(year, value.month, value.day) >= latest


def _narrowed(day: _Day, year: int, latest: tuple[date, str], has_hours: bool) -> tuple[str, str]:
    """The day itself if the lead tells it as past, else its month: planned days lie ahead."""
    given = edtf.in_words(as_edtf(replace(day.value, approximate=False), year))
    on = f" was a {_WEEKDAYS[day.value.weekday]}" if day.value.weekday >= 0 else " exists in leap years only"
    since = f"{year} is the first such year after {latest[1]}, the latest date in the text"
    why = f"{given.rpartition(' ')[0]}{on}, and {since}"
    if day.is_dateline:
        return as_edtf(day.value, year), f"It is dated {day.words}: {why}."
    if day.is_lead and day.direction < 0:
        exact = as_edtf(replace(day.value, approximate=not has_hours), year)
        return exact, f"It reports {day.words} as just past: {why}."
    told = "as still to come" if day.direction > 0 else "without a year"
    return f"{year:04}-{day.value.month:02}~", f"It speaks of {day.words} {told}: {why}."


def _dateline_soon_after(days: list[_Day], known: _Day, year: int) -> tuple[str, str] | None:
    """A dateline without a year soon after a day whose year its weekday gives."""
    day = next((one for one in days if one.is_dateline and one.value.day and not one.value.year), None)
    if day is None or day is known:
        return None
    first, then = (
        edtf.bounds(as_edtf(replace(each.value, approximate=False), year)) for each in (known, day)
    )
    if first is None or then is None:
        return None
    away = (then[0] - first[0]).days if known.direction <= 0 else (first[0] - then[0]).days
    if not 0 <= away <= _SOON_AFTER:
        return None
    told = f"It is dated {day.words}; {known.words}, which it tells of, was a {_weekday(known)} in {year}."
    return as_edtf(replace(day.value, approximate=False), year), told


def _told_on_its_day(days: list[_Day], dated: _Day, latest: tuple[date, str]) -> tuple[str, str] | None:
    """A dateline without a year, and a lead that tells of a weekday: its own, or that of the day before."""
    lead = next((one for one in days if one.is_lead and one.direction < 0 and one.value.weekday >= 0), None)
    if lead is None or lead.is_dateline or not lead.value.is_relative or lead.value.shift:
        return None
    first = _first_year(dated.value, latest[0])
    for year in (first, first + 1):
        if not first or year not in years_for(dated.value, year, 0):
            return None
        day = date(year, dated.value.month, dated.value.day)
        away = (day.weekday() - lead.value.weekday) % 7
        if 1 < away <= _HALF_A_WEEK:
            return None  # as likely as a later year
        if away <= 1:
            told = (
                f"It is dated {dated.words} and tells of {_weekday(lead)}: {year} is the first year after "
                f"{latest[1]}, the latest date in the text, in which the two agree."
            )
            return as_edtf(replace(dated.value, approximate=False), year), told
    return None


def _weekday(day: _Day) -> str:
    return _WEEKDAYS[day.value.weekday]


def _dated_lead(days: list[_Day], latest: tuple[date, str] | None) -> tuple[str, str]:
    """A first sentence that tells of the latest day of the text was written then or soon after."""
    for day in days:
        value = day.value
        if not (day.is_first and day.direction < 0 and value.year and value.month and value.day):
            continue
        given = as_edtf(replace(value, approximate=True), value.year)
        bounds = edtf.bounds(given)
        if bounds and latest and bounds[0] == latest[0]:
            return given, f"Its first sentence tells of {day.words}, the latest date in the text."
    return "", ""
