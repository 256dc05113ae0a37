"""Compare: groups of reports in; the same with undated reports beside the dated contact they tell of out.

An undated report belongs to the contact that its own article dates. What that article says decides, so
that one more article about another meeting in the same place takes nothing away from this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_scripts.compare.contact_groups import Group
from build_scripts.compare.contact_news import told_again
from build_scripts.compare.same_contact import Comparer
from build_scripts.models import ContactKind, Report, Status
from build_scripts.places import Places

_ENOUGH = 3
"""So many shared participants identify a visit that one article dates and another does not."""
_MEETINGS = (ContactKind.MEETING, ContactKind.CONFERENCE)
_NEIGHBOURHOOD = 600
"""Code points, a paragraph or two: where an article dates several contacts, the one told so near is meant."""


def attach_undated(groups: Sequence[Group], comparer: Comparer) -> tuple[Group, ...]:
    """Undated reports of "the meeting" join the one dated meeting there that their source tells of.

    A visit by three or more that one source dates and another does not is one, too.
    """
    dated = [each for each in groups if each.is_dated]
    by_source: dict[str, list[Group]] = defaultdict(list)
    by_people: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for each in dated:
        for source in sorted({report.source for report in each.reports}):
            by_source[source].append(each)
        for people in sorted({report.participants for report in each.reports}):
            by_people[people].append(each)
    kept = list(dated)
    for each in groups:
        if each.is_dated:
            continue
        left: list[Report] = []
        joined: list[Group] = []
        for report in each.reports:
            home = _home(report, by_source[report.source], by_people[report.participants], comparer)
            if home is None:
                left.append(report)
            else:
                home.reports.append(report)
                joined.append(home)
        if left and joined and all(report.kind is ContactKind.VISIT for report in left):
            joined[0].reports.extend(left)
        elif left:
            kept.append(Group(left, each.slipped))
    return tuple(kept)


def _home(report: Report, here: list[Group], same_people: list[Group], comparer: Comparer) -> Group | None:
    """The dated contact that an undated report tells of, None if there is none or it could be several."""
    if report.repeated:
        return _only(each for each in same_people if _is_the_series(report, each))
    return _at_its_place(report, here, same_people, comparer) or told_again(
        report, here, same_people, comparer
    )


def _at_its_place(
    report: Report, here: list[Group], same_people: list[Group], comparer: Comparer
) -> Group | None:
    """The dated contact at the place that it names."""
    if report.status is Status.DENIED or not report.place:
        return None
    if report.kind in _MEETINGS:
        return _nearest(report, [each for each in here if _is_the_meeting(report, each, comparer)])
    if report.kind is ContactKind.VISIT and len(report.participants) >= _ENOUGH:
        fitting = [each for each in same_people if _is_the_visit(report, each.reports, comparer.places)]
        own = [
            each for each in fitting if _is_the_visit(report, each.of_source(report.source), comparer.places)
        ]
        return _only(own or fitting)
    return None


def _only(fitting: Iterable[Group]) -> Group | None:
    found = list(fitting)
    return found[0] if len(found) == 1 else None


def _nearest(report: Report, fitting: list[Group]) -> Group | None:
    """The only one, or the one told nearest in the same article if that is in the neighbourhood."""
    if len(fitting) < 2:
        return _only(fitting)
    distances = [
        min(abs(each.start - report.start) for each in candidate.of_source(report.source) if each.date)
        for candidate in fitting
    ]
    nearest = min(distances)
    return fitting[distances.index(nearest)] if nearest <= _NEIGHBOURHOOD else None


def _is_the_series(report: Report, candidate: Group) -> bool:
    return (
        candidate.first.repeated
        and bool(report.participants)
        and candidate.first.kind is report.kind
        and not candidate.of_source(report.source)
    )


def _is_the_visit(report: Report, told: Iterable[Report], places: Places) -> bool:
    return any(
        bool(each.date)
        and each.kind is report.kind
        and places.is_one(each.place, report.place)
        and each.participants == report.participants
        for each in told
    )


def _is_the_meeting(report: Report, candidate: Group, comparer: Comparer) -> bool:
    """Whether an undated report fits a meeting that its source dates: at the same place, of the same
    status, with room for its people."""
    told = candidate.of_source(report.source)
    theirs = {person for each in candidate.reports for person in each.participants}
    persons = {person for side in comparer.joined for person in comparer.people(report, side).persons}
    return (
        any(each.status is report.status for each in told)
        and any(each.date and each.kind in _MEETINGS for each in told)
        and any(comparer.places.is_one(each.place, report.place) for each in candidate.reports)
        and not any(each.repeated for each in told)
        and (persons <= theirs or report.presence)
    )
