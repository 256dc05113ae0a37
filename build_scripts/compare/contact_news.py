"""Compare: an undated report and dated contacts in; the contact of these days that it tells of again out.

An article that reports a contact of the past days gives its day once: "B received C on Monday. … The two
discussed the border." Another one, of the day itself, gives none: "The talks of B and C have opened."
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from build_scripts import edtf
from build_scripts.compare.contact_groups import Group
from build_scripts.compare.same_contact import Comparer, family
from build_scripts.models import ContactKind, Report, Status
from build_scripts.places import Places

_RECENT = timedelta(days=10)
"""What an article dates so long before it was published is its news; what is older it looks back on."""
_LONGEST = timedelta(days=10)
_ON_THE_DAY = timedelta(days=1)


def told_again(
    report: Report, here: Iterable[Group], same_people: Iterable[Group], comparer: Comparer
) -> Group | None:
    """The only contact of these days that it can be: of its own article, else of one of the same day.

    `here` are the contacts that its article dates, `same_people` those of the same participants.
    """
    published = edtf.bounds(comparer.standing.published.get(report.source, ""))
    if published is None or report.status is not Status.HAPPENED or report.repeated:
        return None
    news = [each for each in here if _is_news_of(report.source, each, published)]
    own = [each for each in news if _fits(report, each.of_source(report.source), comparer)]
    if any(_shares(report, each) for each in news):
        return own[0] if len(own) == 1 else None
    others = [
        each
        for each in same_people
        if _fits(report, each.reports, comparer)
        and _is_of_day(each, published)
        and not _is_planned_here(report.source, each)
    ]
    return others[0] if len(others) == 1 else None


def _shares(report: Report, candidate: Group) -> bool:
    """Whether someone takes part in both: its article has news of them, with a day."""
    return any(set(report.participants) & set(each.participants) for each in candidate.reports)


def _fits(report: Report, told: Iterable[Report], comparer: Comparer) -> bool:
    """Whether what is told there with a date leaves room for its people, and for its place."""
    dated = [each for each in told if each.date and not each.repeated and each.status is not Status.DENIED]
    people = {person for each in dated for person in each.participants}
    return (
        bool(report.participants)
        and set(report.participants) <= people
        and set(report.sides) <= {side for each in dated for side in each.sides}
        and any(family(each.kind) == family(report.kind) for each in dated)
        and _is_there(report, dated, comparer.places)
    )


def _is_there(report: Report, dated: Iterable[Report], places: Places) -> bool:
    """Whether it may be at the same place; a visit that names one is to no other: a day has several."""
    if report.place and report.kind is ContactKind.VISIT:
        return any(places.is_one(each.place, report.place) for each in dated)
    return all(places.may_be_one(each.place, report.place) for each in dated)


def _is_news_of(source: str, candidate: Group, published: tuple[date, date]) -> bool:
    """Whether its article reports it as held, a few days before it was published at most."""
    return any(
        each.status is Status.HAPPENED
        and (ends := _short(each.date)) is not None
        and published[0] - _RECENT <= ends[1]
        and ends[0] <= published[1]
        for each in candidate.of_source(source)
    )


def _is_of_day(candidate: Group, published: tuple[date, date]) -> bool:
    """Whether another article gives it the day of publication, or the day before."""
    return any(
        (ends := _short(each.date)) is not None
        and ends[0] <= published[1]
        and published[0] - _ON_THE_DAY <= ends[1]
        for each in candidate.reports
    )


def _is_planned_here(source: str, candidate: Group) -> bool:
    """ "They met. They are to meet again on Friday": the one told without a day is not the one to come."""
    return any(each.status is Status.PLANNED for each in candidate.of_source(source))


def _short(when: str) -> tuple[date, date] | None:
    """First and last day of a date of some days; None for what is longer, open or not given."""
    ends = edtf.bounds(when)
    return ends if ends and ends[1] - ends[0] <= _LONGEST else None
