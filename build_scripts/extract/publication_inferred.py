"""Extract: passages without a stated day of publication in; the day or month that their dates allow, and why.

An article omits the year of its own days. Where such a day fits few years (29 February, or a weekday),
the first that is not before the latest date of the text is the article's year.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates.almanac import as_edtf, years_for
from build_scripts.extract.dates.values import Value
from build_scripts.extract.publication_days import Day, Latest, days_told, latest_of
from build_scripts.models import Lexicon, Passage

_HALF_A_WEEK = 3
_SOON_AFTER = 31
"""Days at most from what an article tells of to its dateline."""
_SOON, _LATER, _RARE = 3, 12, 20
"""Years: a fitting year must be this near the latest date of the text, or, if the next that fits is far off
(the third figure), this near (the second)."""
_YEARS_BEHIND = 5
"""Years from the latest date of a text in which it may have appeared."""
_NEAR = 60
"""Days from that date to a dateline whose lead may tell of half a week before."""
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def inferred(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[str, str]:
    """Publication as EDTF and the reason in one sentence; both empty where the text leaves it open.

    What goes on "since 1985" says little of the year: a day that rests on it alone is uncertain.
    """
    days, has_hours = days_told(passages, lexicon)
    latest = latest_of(days, passages, lexicon)
    given, why = _reasoned(days, latest, has_hours)
    is_rough = latest is not None and latest.is_since and given[-1:].isdecimal()
    return f"{given}?" if is_rough else given, why


def _reasoned(days: list[Day], latest: Latest | None, has_hours: bool) -> tuple[str, str]:
    """What a weekday or 29 February gives, else a dateline's after the latest date, or the lead's."""
    for day in sorted(days, key=_rank):
        if day.value.year or not day.value.day or latest is None:
            continue
        year = _year(day.value, latest.first)
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
            year = _first_year(day.value, latest.first)
            if year:
                why = f"the latest date in the text is {latest.words}"
                told = f"It is dated {day.words} without a year; {why}."
                return as_edtf(replace(day.value, approximate=False), year) + "?", told
    return _soon_after(days, latest) or _dated_lead(days, latest)


def _soon_after(days: list[Day], latest: Latest | None) -> tuple[str, str] | None:
    """ "They were there until June 8, 2003, and said on June 18 that": a first sentence of soon after."""
    for day in days:
        value = day.value
        is_told = day.is_first and day.direction < 0 and value.month and value.day and not value.year
        if latest is None or latest.is_year or not is_told or value.shift is not None:
            continue
        given = as_edtf(replace(value, approximate=True), latest.first.year)
        bounds = edtf.bounds(given)
        if bounds and 0 < (bounds[0] - latest.first).days <= _SOON_AFTER:
            return given, f"Its first sentence tells of {day.words}, soon after {latest.words}."
    return None


def _rank(day: Day) -> tuple[bool, bool]:
    """The dateline's day first, then the lead's, in the order of the text."""
    return not day.is_dateline, not (day.is_lead and day.direction < 0)


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


def _narrowed(day: Day, year: int, latest: Latest, has_hours: bool) -> tuple[str, str]:
    """The day itself if the lead tells it as past, else its month: planned days lie ahead."""
    given = edtf.in_words(as_edtf(replace(day.value, approximate=False), year))
    on = f" was a {_WEEKDAYS[day.value.weekday]}" if day.value.weekday >= 0 else " exists in leap years only"
    since = f"{year} is the first such year after {latest.words}, the latest date in the text"
    why = f"{given.rpartition(' ')[0]}{on}, and {since}"
    if day.is_dateline:
        return as_edtf(day.value, year), f"It is dated {day.words}: {why}."
    if day.is_lead and day.direction < 0:
        exact = as_edtf(replace(day.value, approximate=not has_hours), year)
        return exact, f"It reports {day.words} as just past: {why}."
    told = "as still to come" if day.direction > 0 else "without a year"
    return f"{year:04}-{day.value.month:02}~", f"It speaks of {day.words} {told}: {why}."


def _dateline_soon_after(days: list[Day], known: Day, year: int) -> tuple[str, str] | None:
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


def _told_on_its_day(days: list[Day], dated: Day, latest: Latest) -> tuple[str, str] | None:
    """A dateline without a year, and a lead that tells of a weekday: its own, or that of the day before."""
    lead = next((one for one in days if one.is_lead and one.direction < 0 and one.value.weekday >= 0), None)
    if lead is None or lead.is_dateline or not lead.value.is_relative or lead.value.shift:
        return None
    first = _first_year(dated.value, latest.first)
    for year in range(first, first + _YEARS_BEHIND):
        if not first or year not in years_for(dated.value, year, 0):
            return None
        day = date(year, dated.value.month, dated.value.day)
        away = (day.weekday() - lead.value.weekday) % 7
        is_near = not latest.is_year and (day - latest.first).days <= _NEAR
        if 1 < away <= _HALF_A_WEEK and is_near:
            return None  # as likely as a later year
        if away <= 1:
            told = (
                f"It is dated {dated.words} and tells of {_weekday(lead)}: {year} is the first year after "
                f"{latest.words}, the latest date in the text, in which the two agree."
            )
            return as_edtf(replace(dated.value, approximate=False), year), told
    return None


def _weekday(day: Day) -> str:
    return _WEEKDAYS[day.value.weekday]


def _dated_lead(days: list[Day], latest: Latest | None) -> tuple[str, str]:
    """A first sentence that tells of the latest day of the text was written then or soon after."""
    for day in days:
        value = day.value
        if not (day.is_first and day.direction < 0 and value.year and value.month and value.day):
            continue
        given = as_edtf(replace(value, approximate=True), value.year)
        bounds = edtf.bounds(given)
        if bounds and latest and bounds[0] == latest.first:
            return given, f"Its first sentence tells of {day.words}, the latest date in the text."
    return "", ""
