"""Extract, dates: a date without its year in; the year that the text or the day of publication gives out.

The order in which it is sought: the same day dated elsewhere in the text, the heading, the date before
it in the same paragraph, and last the weekday and the day of publication.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates import almanac
from build_scripts.extract.dates.context import NOTHING, Context, Place, Resolved, agreed, or_nothing
from build_scripts.extract.dates.values import Base, Resolution, Turn, Value

_NEAR = 30
"""Days around publication within which a day without a year is taken to be this year's."""
_FAR = 180
"""Days to publication beyond which a weekday that fits is less likely than one that was miswritten."""
_TURN = 5
"""Months over the turn of a year after which a story goes on."""
_AWAY = 300
"""Days ahead of publication beyond which a month without a year is not the coming one."""
_PASSAGES = 3
"""Sentences from one day of a story to the next."""
_RECENT = 62
"""Days from a date without a year to publication within which it hardly belongs to an old year."""
_MONTH = 31
"""Days of publication, if it is not known to the day, that still leave the year of a date beyond doubt."""


def year_omitted(value: Value, context: Context, place: Place) -> Resolved:
    if value.base is Base.REFERENCE and context.reference is not None:
        return _year_of_reference(value, context.reference)
    is_bare = not value.day and value.turn is Turn.NONE
    if place.is_attribute and is_bare and value.month in context.months:
        # "prepared the July meeting", of which it was said when.
        return Resolved(almanac.as_edtf(value, context.months[value.month]), Resolution.CONTEXT)
    known = context.days.get((value.month, value.day), 0) if value.day else 0
    if (
        known
        and not place.reports
        and known in almanac.years_for(value, known, 0)
        and not _is_near(value, context)
    ):
        return Resolved(almanac.as_edtf(value, known), Resolution.CONTEXT)
    if context.heading_year and context.heading_year in almanac.years_for(value, context.heading_year, 0):
        return Resolved(almanac.as_edtf(value, context.heading_year), Resolution.HEADING)
    year = _year_of_entry(value, context, place) or _year_of_context(value, context, place)
    if year:
        return Resolved(almanac.as_edtf(value, year), Resolution.CONTEXT)
    if context.published is None:
        return NOTHING
    if value.turn is Turn.NONE and (value.month, value.day) in context.again:
        # "will meet on 17 May. … to prepare the meeting on 17 May": the same day.
        year, how = context.again[value.month, value.day]
        if year in almanac.years_for(value, year, 0):
            return Resolved(almanac.as_edtf(value, year), how)
    direction = 0 if place.is_open else place.direction
    if place.is_listed and direction > 0 and almanac.days_ahead(value, context.published[1]) > _RECENT:
        direction = -1  # a plan of the year that the list tells
    is_month = not value.day and value.turn is Turn.NONE
    if place.is_open and (is_month or place.is_overtaken) and (past := _planned(value, context.published)):
        return Resolved(past, Resolution.PUBLICATION)
    return _year_of_publication(value, context, context.published, direction)


def _year_of_reference(value: Value, reference: tuple[date, date]) -> Resolved:
    """ "that autumn", "the following May", "the previous October"."""
    year = reference[0].year
    first, last = edtf.bounds(almanac.as_edtf(value, year)) or (date.max, date.min)
    if value.turn is Turn.NEXT and first <= reference[1]:
        year += 1
    elif value.turn is Turn.LAST and last >= reference[0]:
        year -= 1
    found = almanac.as_edtf(value, year)
    return Resolved(found, Resolution.REFERENCE) if found else NOTHING


def _year_of_context(value: Value, context: Context, place: Place) -> int:
    """The year of the date before, if the text gave it in words and goes on from there; else 0.

    A month before the reference's is the next year's when it follows within five months, else the
    same year's. Without a day of publication the last year that the text gave serves everywhere.
    """
    is_given = context.has_stated_year or (context.has_named_year and bool(value.day))
    if context.reference is None or not is_given or value.turn is not Turn.NONE:
        return 0
    is_headed = context.headed == place.paragraph
    is_soon = is_headed or place.passage - context.passage <= 3
    same_paragraph = (place.paragraph == context.paragraph and is_soon) or context.looks_back
    same_paragraph = same_paragraph or _goes_on(value, context, place)
    if place.reports or (not same_paragraph and context.published is not None):
        return 0
    reference = context.reference[0]
    if (context.reference[1] - reference).days > 366 or _is_of_now(value, context, place):
        return 0
    last = context.reference[1]
    if last.year - reference.year == 1 and value.month and value.month < reference.month:
        # "between July 1994 and March 1995. In February …": of the year that it went on into.
        reference = last if not place.is_earlier else reference
    year = reference.year
    if value.month and value.month < reference.month and value.month + 12 - reference.month <= _TURN:
        year += not place.is_earlier
    if context.published is not None:
        first, _ = edtf.bounds(almanac.as_edtf(value, year)) or (date.max, date.max)
        if first > context.published[1] and year > reference.year and place.direction <= 0:
            year = reference.year
    return year if year in almanac.years_for(value, year, 0) else 0


def _year_of_entry(value: Value, context: Context, place: Place) -> int:
    """The year of the entry before, or the one after it, in a list of what has been; else 0.

    "12 March 1996: …", "14 June: Arden goes to Southport"; near-miss: an entry for a day still to come.
    """
    year, month = context.entry
    if not place.is_entry or not year or not value.month or value.turn is not Turn.NONE:
        return 0
    year += value.month < month
    first, _ = edtf.bounds(almanac.as_edtf(value, year)) or (date.max, date.max)
    ahead = context.published is not None and first > context.published[1]
    return 0 if ahead else year if year in almanac.years_for(value, year, 0) else 0


def _goes_on(value: Value, context: Context, place: Place) -> bool:
    """ "On 6 August 1996 the town fell", and a paragraph further "On 12 August A went there": of 1996, too.

    Near-misses: "On 6 August 1996 the town fell", and further on "On 12 August A will go there", "In May".
    """
    if not value.day or context.reference is None or place.direction > 0 or place.is_present:
        return False
    first, last = context.reference
    near = place.paragraph - context.paragraph == 1 and place.passage - context.passage <= _PASSAGES
    day = edtf.bounds(almanac.as_edtf(value, last.year))
    return near and first == last and day is not None and 0 < (day[0] - last).days <= _NEAR


def _is_of_now(value: Value, context: Context, place: Place) -> bool:
    """Whether the text has come back from the old year that it gave last.

    "They will meet again in May"; "They had last met in 1996. In May they spoke", said in June.
    """
    if context.published is None or context.reference is None or context.headed == place.paragraph:
        return False
    today = context.published[0]
    if context.reference[0].year > context.published[1].year:
        return place.is_present and place.passage != context.passage
    if context.reference[0].year == today.year:
        return False
    if place.is_present:
        return True
    is_back = context.is_earlier and not place.is_earlier
    if not is_back and not (context.is_year and place.passage != context.passage):
        return False
    recent = [edtf.bounds(almanac.as_edtf(value, year)) for year in (today.year, today.year - 1)]
    return any(days and (today - days[0]).days >= 0 and (today - days[1]).days <= _RECENT for days in recent)


def _year_of_publication(
    value: Value, context: Context, published: tuple[date, date], direction: int
) -> Resolved:
    if value.turn is Turn.LAST:
        direction = -1
    elif value.turn is Turn.NEXT:
        direction = 1
    elif value.turn is Turn.THIS and published[0].year == published[1].year and value.weekday < 0:
        return or_nothing(almanac.as_edtf(value, _this_year(value, published[0])), Resolution.PUBLICATION)

    def on(first: date, last: date) -> str:
        years = almanac.years_for(value, first.year, 30 if value.weekday >= 0 else 8)
        return (
            almanac.as_edtf(value, almanac.year_near(value, years, (first, last), direction)) if years else ""
        )

    if (published[1] - published[0]).days <= _MONTH:
        found = on(*published)
    else:
        found = agreed(context, published, lambda day: on(day, day), is_day_counted=False)
    nearer = _just_past(value, found, published, on_side=direction) if found else ""
    if nearer:
        return Resolved(nearer, Resolution.PUBLICATION)
    if not found:
        return (
            NOTHING
            if almanac.years_for(replace(value, weekday=-1), published[0].year, 8)
            else Resolved("", Resolution.IMPOSSIBLE)
        )
    if value.weekday >= 0:
        if _is_contradicted(value, found, published[0]):
            return Resolved("", Resolution.CONTRADICTION)
        return Resolved(found, Resolution.WEEKDAY)
    return Resolved(found, Resolution.TENSE if direction else Resolution.PUBLICATION)


def _planned(value: Value, published: tuple[date, date]) -> str:
    """ "It was planned for April", said in October: the last one, unless the next is nearer by a fifth."""
    first, last = published
    days = [edtf.bounds(almanac.as_edtf(value, first.year + step)) for step in (-1, 0, 1)]
    back = min(((first - one[1]).days for one in days if one and one[1] < first), default=0)
    ahead = min(((one[0] - last).days for one in days if one and one[0] > last), default=0)
    if not back or not ahead or back * 4 > ahead * 5:
        return ""
    year = next(one[0].year for one in days if one and (first - one[1]).days == back)
    return almanac.as_edtf(value, year)


def _this_year(value: Value, today: date) -> int:
    """ "this May", "this summer": the current year's; "this winter", said in February, began last year."""
    first, _ = edtf.bounds(almanac.as_edtf(value, today.year)) or (today, today)
    is_winter_begun = bool(value.season) and first.month == 12 and today.month <= 3
    return today.year - is_winter_begun


def _just_past(value: Value, found: str, published: tuple[date, date], on_side: int) -> str:
    """ "planned for late May", said in June: the May just past, where the next is most of a year away."""
    bounds = edtf.bounds(found)
    if on_side <= 0 or value.day or value.turn is not Turn.NONE or bounds is None:
        return ""
    if (bounds[0] - published[1]).days <= _AWAY:
        return ""
    last = almanac.as_edtf(value, bounds[0].year - 1)
    ends = edtf.bounds(last)
    return last if ends and 0 <= (published[0] - ends[1]).days <= _NEAR else ""


def _is_contradicted(value: Value, found: str, published: date) -> bool:
    """Whether the weekday leads years away from a date that without it would lie about publication."""
    bounds = edtf.bounds(found)
    return bounds is not None and abs((bounds[0] - published).days) > _FAR and _near(value, published)


def _is_near(value: Value, context: Context) -> bool:
    return context.published is not None and _near(value, context.published[0])


def _near(value: Value, published: date) -> bool:
    years = [published.year + step for step in (-1, 0, 1)]
    real = [
        date(year, value.month, value.day) for year in years if almanac.is_day(year, value.month, value.day)
    ]
    return any(abs((day - published).days) <= _NEAR for day in real)
