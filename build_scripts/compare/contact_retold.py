"""Compare: groups of reports in; the same out, with what one article tells twice without a date as one.

"An envoy has met the leader of the front", "A held two hours of talks with B", "They also met C": a report
of one meeting names its people one after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts.compare.contact_groups import Group
from build_scripts.compare.same_contact import Comparer
from build_scripts.models import ContactKind, Report, Status

_NEAR = 1500
"""Code points, some five paragraphs: what stands further apart may be another meeting."""
_MEETINGS = (ContactKind.MEETING, ContactKind.CONFERENCE)


def retold(groups: Sequence[Group], comparer: Comparer) -> tuple[Group, ...]:
    """Undated meetings of one article join where the people of either side may be the same."""
    kept: list[Group] = []
    open_groups: dict[str, list[Group]] = defaultdict(list)
    for each in groups:
        source = _source_of(each)
        if each.is_dated or not source:
            kept.append(each)
            continue
        home = next((one for one in open_groups[source] if _is_retold(one, each, comparer)), None)
        if home is None:
            open_groups[source].append(each)
            kept.append(each)
        else:
            home.reports.extend(each.reports)
    return tuple(kept)


def _source_of(each: Group) -> str:
    """The one article that tells of it; "" if there are several, or if it is no single meeting held."""
    plain = all(
        report.kind in _MEETINGS and report.status is Status.HAPPENED and not report.repeated
        for report in each.reports
    )
    sources = {report.source for report in each.reports}
    return next(iter(sources)) if plain and len(sources) == 1 else ""


def _is_retold(told: Group, again: Group, comparer: Comparer) -> bool:
    return any(
        abs(one.start - other.start) <= _NEAR
        and comparer.places.may_be_one(one.place, other.place)
        and _may_be_the_same(one, other, comparer)
        for one in told.reports
        for other in again.reports
    )


def _may_be_the_same(one: Report, other: Report, comparer: Comparer) -> bool:
    """On either side a person in common, or one of the two names no person there; and not on both sides."""
    shared = False
    for side in comparer.joined:
        here, there = comparer.people(one, side), comparer.people(other, side)
        if here.persons and there.persons:
            if not here.persons & there.persons:
                return False
            shared = True
        elif here.everyone & there.everyone:
            shared = True
        elif here.groups and there.groups:
            return False
    return shared
