"""Compare: the reports of all sources in, groups of reports that tell of one contact out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from build_scripts import edtf
from build_scripts.compare.contact_company import Companies
from build_scripts.compare.contact_near import Near
from build_scripts.compare.same_contact import Comparer, Likeness
from build_scripts.compare.same_time import SLIP, is_wide, width
from build_scripts.models import ContactKind, Report


@dataclass(slots=True, eq=False)
class Group:
    """Reports of one contact."""

    reports: list[Report] = field(default_factory=list)
    slipped: bool = False
    """Some source gives another day."""

    @property
    def first(self) -> Report:
        return self.reports[0]

    @property
    def is_dated(self) -> bool:
        return any(report.date for report in self.reports)

    def of_source(self, source: str) -> list[Report]:
        """What one article says of it."""
        return [report for report in self.reports if report.source == source]


def group(reports: Iterable[Report], comparer: Comparer) -> tuple[Group, ...]:
    """Group reports, the most precise dates first, so that a vaguer one finds what lies inside it.

    A vaguer one that could be several contacts is a contact of its own.
    """
    ordered = sorted(
        dict.fromkeys(reports),
        key=lambda r: (r.repeated, width(r.date), -len(r.participants), r.source, r.start, r.end, r.kind),
    )
    groups: list[Group] = []
    near: Near[Group] = Near(Companies(comparer.actors.values(), comparer.joined))
    days = Days(ordered)
    for report in ordered:
        home = _home_of(report, near.of(report), comparer, days)
        if home is None:
            home = Group()
            groups.append(home)
        home.reports.append(report)
        near.add(report, home)
    return tuple(groups)


class Days:
    """On which days each article has the same people meet."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._told: dict[tuple[str, tuple[str, ...]], set[date]] = defaultdict(set)
        for report in reports:
            ends = edtf.bounds(report.date)
            if ends and ends[0] == ends[1]:
                self._told[report.source, report.participants].add(ends[0])

    def are_several(self, report: Report) -> bool:
        """Whether its article has them meet on another day near that of the report, too."""
        ends = edtf.bounds(report.date)
        told = self._told.get((report.source, report.participants), ())
        return ends is not None and sum(abs(day - ends[0]) <= SLIP for day in told) > 1


def _home_of(report: Report, candidates: list[Group], comparer: Comparer, days: Days) -> Group | None:
    fitting: list[tuple[Likeness, bool, Group]] = []
    for candidate in candidates:
        likeness = _likeness(report, candidate, comparer)
        if likeness in (Likeness.SLIPPED, Likeness.ELSEWHERE) and candidate.of_source(report.source):
            # The article tells of the other day, or place, itself: two contacts.
            continue
        if likeness is Likeness.SLIPPED and any(map(days.are_several, (report, *candidate.reports))):
            # They met on several of these days, as one article knows: no slip of one day.
            continue
        if likeness is not Likeness.DIFFERENT:
            fitting.append((likeness, _same_sort(report, candidate), candidate))
    if not fitting:
        return None
    top = max(each[:2] for each in fitting)
    alike = [each[2] for each in fitting if each[:2] == top]
    if is_wide(report.date) and not report.repeated and len(alike) > 1:
        # Several lie inside it: its own article decides which one it is, or no one does.
        own = [each for each in alike if each.of_source(report.source)]
        return own[0] if len(own) == 1 else None
    chosen = max(alike, key=lambda each: _shared(report, each))
    chosen.slipped = chosen.slipped or top[0] is Likeness.SLIPPED
    return chosen


def _shared(report: Report, candidate: Group) -> tuple[int, int]:
    """Participants in common: with what its own article says first, so that other articles do not decide."""
    people = set(report.participants)
    own = {person for each in candidate.of_source(report.source) for person in each.participants}
    return len(own & people), len({p for each in candidate.reports for p in each.participants} & people)


def _same_sort(report: Report, candidate: Group) -> bool:
    return (report.kind is ContactKind.VISIT) == (candidate.first.kind is ContactKind.VISIT)


def _likeness(report: Report, candidate: Group, comparer: Comparer) -> Likeness:
    """The best likeness to one of the group, if no other of the group speaks against it."""
    found = Likeness.DIFFERENT
    for other in candidate.reports:
        likeness = comparer.likeness(report, other)
        if likeness is Likeness.DIFFERENT and not comparer.places.may_be_one(report.place, other.place):
            return Likeness.DIFFERENT
        found = max(found, likeness)
    return found
