"""Compare: groups with their pages in, undated reports that a page's anchors cite moved to its group out.

An anchor is a decision: whatever further articles tell, the words that it cites stay with its contact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_scripts.compare.contact_decisions import span_of
from build_scripts.compare.contact_groups import Group
from build_scripts.compare.contact_pages import Anchors
from build_scripts.compare.same_contact import family
from build_scripts.models import ContactPage, Report, Status
from build_scripts.places import Places


def keep_anchored(
    groups: Sequence[Group], page_of: Mapping[int, ContactPage], anchors: Anchors, places: Places
) -> frozenset[int]:
    """Move them, in place; give the positions of groups that are empty now."""
    at: dict[tuple[str, str], list[tuple[int, Report]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for report in group.reports:
            at[report.source, report.passage].append((number, report))
    for home, page in sorted(page_of.items()):
        for citation in page.anchors:
            for passage in anchors.passages(citation):
                start, end, _ = span_of(passage, citation.words)
                for number, report in at[passage.source, passage.id]:
                    cited = report.start < end and start < report.end
                    if cited and number not in page_of and _fits(report, groups[home], places):
                        groups[number].reports.remove(report)
                        groups[home].reports.append(report)
    return frozenset(number for number, group in enumerate(groups) if not group.reports)


def split_off(
    groups: Sequence[Group],
    page_of: Mapping[int, ContactPage],
    pages: Iterable[ContactPage],
    anchors: Anchors,
) -> list[tuple[ContactPage, Group]]:
    """A group of its own for each page that has none, of the reports that its anchors cite; taken, in place,
    from a group that keeps others.

    What the rules take for one contact is two for whoever writes a second page.
    """
    found = []
    for page in sorted(pages, key=lambda one: one.id):
        own = Group()
        for number, group in enumerate(groups):
            home = page_of.get(number)
            cited = [report for report in group.reports if _is_cited(report, page, anchors)]
            taken = [report for report in cited if home is None or not _is_cited(report, home, anchors)]
            if taken and len(taken) < len(group.reports):
                own.reports.extend(taken)
                group.reports[:] = [report for report in group.reports if report not in taken]
        if own.reports:
            found.append((page, own))
    return found


def _is_cited(report: Report, page: ContactPage, anchors: Anchors) -> bool:
    for citation in page.anchors:
        for passage in anchors.passages(citation):
            if (passage.source, passage.id) == (report.source, report.passage):
                start, end, _ = span_of(passage, citation.words)
                if report.start < end and start < report.end:
                    return True
    return False


def _fits(report: Report, home: Group, places: Places) -> bool:
    """Whether an undated report can be of the group: of a kind that goes with it, there, and as real."""
    return (
        not report.date
        and not report.repeated
        and any(family(report.kind) == family(other.kind) for other in home.reports)
        and all(places.may_be_one(report.place, other.place) for other in home.reports)
        and (report.status is Status.DENIED) == any(o.status is Status.DENIED for o in home.reports)
    )
