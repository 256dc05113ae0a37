"""Compare: the reports of all sources in, groups of reports that tell of one contact out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from build_scripts import edtf
from build_scripts.compare.same_contact import Comparer, Likeness, family, is_wide, width
from build_scripts.models import ContactKind, Report, Status

_ENOUGH = 3
"""So many shared participants identify a visit that one article dates and another does not."""


@dataclass(slots=True, eq=False)
class Group:
    """Reports of one contact."""

    reports: list[Report] = field(default_factory=list)
    slipped: bool = False
    """Some source gives another day."""

    @property
    def first(self) -> Report:
        return self.reports[0]


def group(reports: Iterable[Report], comparer: Comparer) -> tuple[Group, ...]:
    """Group reports, the most precise dates first, so that a vaguer one finds what lies inside it.

    A vaguer one that could be several contacts is a contact of its own.
    """
    ordered = sorted(
        dict.fromkeys(reports),
        key=lambda r: (r.repeated, width(r.date), -len(r.participants), r.source, r.start, r.end, r.kind),
    )
    groups: list[Group] = []
    near: dict[str, list[Group]] = defaultdict(list)
    for report in ordered:
        home = _home_of(report, _candidates(report, near), comparer)
        if home is None:
            home = Group()
            groups.append(home)
        home.reports.append(report)
        for key in _keys(report):
            if home not in near[key]:
                near[key].append(home)
    return tuple(groups)


def _keys(report: Report) -> Iterator[str]:
    """Buckets in which alike reports meet: by year for dated ones, else by participant."""
    ends = edtf.bounds(report.date)
    if ends is None:
        yield from (f"undated {family(report.kind)} {each}" for each in (*report.participants, *report.sides))
        return
    first = ends[0].year if ends[0].year > 1 else ends[1].year
    last = ends[1].year if ends[1].year < 9999 else first + 1
    yield from (str(year) for year in range(first, min(last, first + 200) + 1))


def _candidates(report: Report, near: dict[str, list[Group]]) -> list[Group]:
    found = dict.fromkeys(each for key in _keys(report) for each in near.get(key, ()))
    if not report.date:
        found.update(dict.fromkeys(each for each in near.get(f"source {report.source}", ())))
    return list(found)


def _home_of(report: Report, candidates: list[Group], comparer: Comparer) -> Group | None:
    fitting: list[tuple[Likeness, bool, int, Group]] = []
    for candidate in candidates:
        likeness = _likeness(report, candidate, comparer)
        if likeness is not Likeness.DIFFERENT:
            shared = len({p for r in candidate.reports for p in r.participants} & set(report.participants))
            fitting.append((likeness, _same_sort(report, candidate), shared, candidate))
    if not fitting:
        return None
    top = max(each[:2] for each in fitting)
    alike = [each for each in fitting if each[:2] == top]
    if is_wide(report.date) and not report.repeated and len(alike) > 1:
        return None
    chosen = max(alike, key=lambda each: each[2])[3]
    chosen.slipped = chosen.slipped or top[0] is Likeness.SLIPPED
    return chosen


def _same_sort(report: Report, candidate: Group) -> bool:
    return (report.kind is ContactKind.VISIT) == (candidate.first.kind is ContactKind.VISIT)


def _likeness(report: Report, candidate: Group, comparer: Comparer) -> Likeness:
    """The best likeness to one of the group, if no other of the group speaks against it."""
    found = Likeness.DIFFERENT
    for other in candidate.reports:
        if report.place and other.place and report.place != other.place:
            return Likeness.DIFFERENT
        found = max(found, comparer.likeness(report, other))
    return found


def attach_undated(groups: tuple[Group, ...], comparer: Comparer) -> tuple[Group, ...]:
    """Undated reports of "the meeting" join the one dated meeting there that their source tells of.

    A visit by three or more that one source dates and another does not is one, too.
    """
    dated = [each for each in groups if any(report.date for report in each.reports)]
    by_source: dict[str, list[Group]] = defaultdict(list)
    by_people: dict[tuple[str, ...], list[Group]] = defaultdict(list)
    for each in dated:
        for source in sorted({report.source for report in each.reports}):
            by_source[source].append(each)
        for people in sorted({report.participants for report in each.reports}):
            by_people[people].append(each)
    kept: list[Group] = []
    for each in groups:
        if any(report.date for report in each.reports):
            kept.append(each)
            continue
        left: list[Report] = []
        joined: list[Group] = []
        for report in each.reports:
            homes = _homes_of_undated(
                report, by_source[report.source], by_people.get(report.participants, []), comparer
            )
            if len(homes) == 1:
                homes[0].reports.append(report)
                joined.append(homes[0])
            else:
                left.append(report)
        if left and joined and all(report.kind is ContactKind.VISIT for report in left):
            joined[0].reports.extend(left)
        elif left:
            kept.append(Group(left, each.slipped))
    return tuple(kept)


def _homes_of_undated(
    report: Report, here: list[Group], same_people: list[Group], comparer: Comparer
) -> list[Group]:
    if report.repeated:
        return [
            each
            for each in same_people
            if each.first.repeated and report.participants and each.first.kind is report.kind
            and report.source not in {other.source for other in each.reports}
        ]  # fmt: skip
    if report.status is Status.DENIED or not report.place:
        return []
    if report.kind in (ContactKind.MEETING, ContactKind.CONFERENCE):
        return [each for each in here if _is_the_meeting(report, each, comparer)]
    if report.kind is ContactKind.VISIT and len(report.participants) >= _ENOUGH:
        return [
            each
            for each in same_people
            if each.first.kind is report.kind and each.first.place == report.place
        ]
    return []


def _is_the_meeting(report: Report, candidate: Group, comparer: Comparer) -> bool:
    """Whether an undated report fits a dated meeting at the same place with room for its people."""
    theirs = {person for each in candidate.reports for person in each.participants}
    persons = {person for side in comparer.joined for person in comparer.people(report, side).persons}
    same_status = any(
        each.status is report.status and each.source == report.source for each in candidate.reports
    )
    return (
        same_status
        and candidate.first.kind in (ContactKind.MEETING, ContactKind.CONFERENCE)
        and any(each.place == report.place for each in candidate.reports)
        and not any(each.repeated for each in candidate.reports)
        and (persons <= theirs or report.presence)
    )
