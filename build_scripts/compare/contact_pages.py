"""Compare: groups of reports and the pages of contacts in, which page is which group's out, with doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from build_scripts import edtf
from build_scripts.compare.contact_groups import Group
from build_scripts.models import Citation, ContactPage, Passage, ReviewRow, SourceFacts
from build_scripts.text import folded

_DOUBT, _GONE = 25, 26
"""Ranks in the review list."""


@dataclass(slots=True)
class Assigned:
    """Pages by group, groups that need one, and pages for which nothing was found."""

    page_of: dict[int, ContactPage] = field(default_factory=dict)
    """By position of the group."""
    missing: list[ContactPage] = field(default_factory=list)
    review: list[ReviewRow] = field(default_factory=list)


class Anchors:
    """Finds the passages that citations name."""

    def __init__(self, facts: Sequence[SourceFacts]) -> None:
        self._facts = {found.source.id: found for found in facts}
        self._passages: dict[str, list[tuple[Passage, str]]] = {}
        self._found: dict[tuple[str, str, str], tuple[Passage, ...]] = {}

    def passages(self, citation: Citation) -> tuple[Passage, ...]:
        """Passages of the cited source that have the id, or the words in this order."""
        asked = citation.source, citation.passage, citation.words
        if asked not in self._found:
            self._found[asked] = self._having(citation)
        return self._found[asked]

    def _having(self, citation: Citation) -> tuple[Passage, ...]:
        parts = [folded(part).strip() for part in citation.words.split("[…]")]
        return tuple(
            passage
            for passage, text in self._of(citation.source)
            if (not citation.passage or passage.id == citation.passage) and _has_in_order(text, parts)
        )

    def _of(self, source: str) -> list[tuple[Passage, str]]:
        """The passages of a source with their folded words; of most sources nobody asks."""
        if source not in self._passages:
            found = self._facts[source].passages if source in self._facts else ()
            self._passages[source] = [(passage, folded(passage.text)) for passage in found]
        return self._passages[source]

    def broken(self, page: ContactPage) -> list[ReviewRow]:
        """A row for each anchor whose words no longer stand in its article."""
        how = "Replace it by words that the article has now; until then people and dates find the contact."
        return [
            ReviewRow(
                _DOUBT,
                f"an anchor of “{page.title}” no longer stands in source {citation.source}",
                page.page,
                citation.line,
                how,
            )
            for citation in page.anchors
            if citation.source in self._facts and not self.passages(citation)
        ]


def _has_in_order(text: str, parts: Sequence[str]) -> bool:
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


_ERA = 1900, 2100


def assign(
    groups: Sequence[Group], dates: Sequence[str], pages: Sequence[ContactPage], anchors: Anchors
) -> Assigned:
    """Give each page its group: by anchor and date, else by participants and overlapping dates.

    `dates` are the dates of the groups. Two groups that fit a page equally well are a matter for review.
    """
    assigned = Assigned()
    near = _by_person_and_year(groups, dates)
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for report in group.reports:
            if number not in at[report.source, report.passage]:
                at[report.source, report.passage].append(number)
    for page in sorted(pages, key=lambda page: page.id):
        if page.added and not page.anchors:
            assigned.missing.append(page)
            continue
        scores = _scores(page, groups, dates, at, near, anchors)
        free = {number: score for number, score in scores.items() if number not in assigned.page_of}
        if not free:
            assigned.missing.append(page)
            if not page.added and not page.dismissed and not page.merge_into:
                assigned.review.append(_gone(page))
            continue
        if not page.added:
            assigned.review.extend(anchors.broken(page))
        best = max(free.values())
        chosen = sorted(number for number, score in free.items() if score == best)
        assigned.page_of[chosen[0]] = page
        if len(chosen) > 1:
            assigned.review.append(_doubt(page, len(chosen)))
    return assigned


def _scores(
    page: ContactPage,
    groups: Sequence[Group],
    dates: Sequence[str],
    at: Mapping[tuple[str, str], Sequence[int]],
    near: Mapping[tuple[str, int], Sequence[int]],
    anchors: Anchors,
) -> dict[int, tuple[int, int, int]]:
    """By group: evidence in common, agreement of dates (2 equal, 1 overlapping), participants in common."""
    evidence: dict[int, int] = defaultdict(int)
    for citation in page.anchors:
        for passage in anchors.passages(citation):
            for number in at.get((passage.source, passage.id), ()):
                evidence[number] += 1
    wanted = page.found_date or page.date
    people = set(page.found_participants or page.participants)
    found: dict[int, tuple[int, int, int]] = {}
    years = _years(wanted)
    alike = {number for person in people for year in years for number in near.get((person, year), ())}
    for number in sorted(alike | evidence.keys()):
        group, when = groups[number], dates[number]
        agree = 2 if when == wanted else 1 if edtf.overlaps(when, wanted) else 0
        shared = len(people & {each for report in group.reports for each in report.participants})
        anchored = evidence.get(number, 0)
        if (anchored and (agree or not wanted or not when)) or (
            agree and shared and shared * 2 >= len(people)
        ):
            found[number] = (min(anchored, 1), agree, shared)
    return found


def _by_person_and_year(groups: Sequence[Group], dates: Sequence[str]) -> dict[tuple[str, int], list[int]]:
    """Groups that a page can be about without an anchor: it shares somebody with them, and a day."""
    near: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for person in sorted({each for report in group.reports for each in report.participants}):
            for year in _years(dates[number]):
                near[person, year].append(number)
    return near


def _years(when: str) -> range:
    """The years of a date, all before and after those of `_ERA` as its first and last; 0 for no date."""
    ends = edtf.bounds(when)
    if ends is None:
        return range(1)
    first, last = (min(max(end.year, _ERA[0]), _ERA[1]) for end in ends)
    return range(first, last + 1)


def _doubt(page: ContactPage, number: int) -> ReviewRow:
    return ReviewRow(
        _DOUBT,
        f"{number} contacts in the articles fit the page “{page.title}” equally well.",
        page.page,
        1,
        "Give the page an anchor whose words only one of them has, or the date under `found`.",
    )


def _gone(page: ContactPage) -> ReviewRow:
    return ReviewRow(
        _GONE,
        f"The articles no longer give the contact “{page.title}” by the rules.",
        page.page,
        1,
        "Check its anchors; keep it with `added: true`, or set `dismissed` with a reason.",
    )
