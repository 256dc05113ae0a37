"""Compare: what each source reports of contacts, and the pages of contacts in; contacts with evidence out.

Several reports of one contact are one, with each piece keeping its own date and status. A vaguer report
("on many occasions between 1990 and 1994") that could be several contacts is a contact of its own, and
`includes` links those that lie inside it; one that can only be a single contact joins it, marked vague.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.compare.contact_anchored import keep_anchored, split_off
from build_scripts.compare.contact_claims import Standing
from build_scripts.compare.contact_decisions import is_dismissed
from build_scripts.compare.contact_groups import Group, group
from build_scripts.compare.contact_inside import including
from build_scripts.compare.contact_made import Maker
from build_scripts.compare.contact_pages import Anchors, Assigned, assign
from build_scripts.compare.contact_retold import retold
from build_scripts.compare.contact_titles import identifier, title
from build_scripts.compare.contact_undated import attach_undated
from build_scripts.compare.same_contact import Comparer
from build_scripts.compare.same_time import width
from build_scripts.models import (
    Config,
    Contact,
    ContactPage,
    Lineage,
    Records,
    ReviewRow,
    SourceFacts,
)
from build_scripts.places import Places

_SLIPPED = 40


def merge(
    facts: Sequence[SourceFacts], records: Records, config: Config, lineages: Sequence[Lineage] = ()
) -> tuple[tuple[Contact, ...], tuple[ReviewRow, ...]]:
    """Contacts by date, and what a person should look at."""
    if len(config.contacts) != 2:
        return (), ()
    standing = Standing(
        {source: lineage.id for lineage in lineages for source in lineage.sources},
        {found.source.id: found.source.publisher for found in facts},
        {actor.id: actor.name for actor in records.actors},
        {found.source.id: found.source.published for found in facts},
    )
    merging = _Merging(facts, records, config, standing)
    return merging.contacts(), tuple(merging.review)


class _Merging:
    def __init__(
        self, facts: Sequence[SourceFacts], records: Records, config: Config, standing: Standing
    ) -> None:
        self.facts = facts
        self.records = records
        self.config = config
        self.anchors = Anchors(facts)
        self.maker = Maker(facts, records.actors, standing, self.anchors)
        self.places = Places.of(config.home)
        self.standing = standing
        self.review: list[ReviewRow] = []

    def contacts(self) -> tuple[Contact, ...]:
        comparer = Comparer(self.records.actors, self.config.contacts, self.places, self.standing)
        reports = [report for found in self.facts for report in found.reports]
        groups = retold(attach_undated(group(reports, comparer), comparer), comparer)
        groups = tuple(sorted(groups, key=_order))
        dates = [self.maker.date(each) for each in groups]
        assigned = assign(groups, dates, self.records.contacts, self.anchors)
        empty = keep_anchored(groups, assigned.page_of, self.anchors, self.places)
        groups = self._split(groups, assigned)
        self.review.extend(assigned.review)
        self.review.extend(
            _slip_row(each, assigned.page_of.get(number))
            for number, each in enumerate(groups)
            if each.slipped
        )
        groups, assigned = self._merged(groups, assigned, empty)
        found = [
            self.maker.with_page(self.maker.found(each), assigned.page_of.get(number))
            for number, each in enumerate(groups)
            if not is_dismissed(assigned.page_of.get(number))
        ]
        found.extend(
            self.maker.of_editor(page)
            for page in assigned.missing
            if not page.dismissed and not page.merge_into and self.maker.stands(page)
        )
        return tuple(sorted(including(self._named(found), self.places), key=_by_date))

    def _split(self, groups: tuple[Group, ...], assigned: Assigned) -> tuple[Group, ...]:
        """Give pages that found no group of their own the reports that their anchors cite."""
        alone = [page for page in assigned.missing if page.anchors and not page.merge_into]
        apart = split_off(groups, assigned.page_of, alone, self.anchors)
        for number, (page, _) in enumerate(apart, len(groups)):
            assigned.page_of[number] = page
            assigned.missing.remove(page)
        return (*groups, *(group for _, group in apart))

    def _merged(
        self, groups: tuple[Group, ...], assigned: Assigned, empty: frozenset[int]
    ) -> tuple[tuple[Group, ...], Assigned]:
        """Move the reports of pages that say `merge_into` to the page they name; drop empty groups."""
        number_of = {page.id: number for number, page in assigned.page_of.items()}
        pages = {page.id: page for page in self.records.contacts}
        moved = set(empty)
        for number, page in sorted(assigned.page_of.items()):
            remaining = _remaining(page, pages)
            if remaining is page:
                continue
            target = number_of.get(remaining.id)
            if target is None:  # nothing was found for it yet: what was found for this page is its evidence
                assigned.page_of[number] = remaining
                number_of[remaining.id] = number
                assigned.missing = [one for one in assigned.missing if one.id != remaining.id]
            elif target != number:
                groups[target].reports.extend(groups[number].reports)
                moved.add(number)
        kept = [number for number in range(len(groups)) if number not in moved]
        kept_pages = {new: assigned.page_of[old] for new, old in enumerate(kept) if old in assigned.page_of}
        return tuple(groups[old] for old in kept), Assigned(kept_pages, assigned.missing)

    def _named(self, contacts: Iterable[Contact]) -> list[Contact]:
        """Ids and titles for drafts; ids that are taken get a number."""
        contacts = list(contacts)
        taken = {contact.id for contact in contacts if contact.id} | {
            page.id for page in self.records.contacts
        }
        found: list[Contact] = []
        for contact in contacts:
            if contact.id:
                found.append(contact)
                continue
            base = name = identifier(contact, self.maker.actors, self.config)
            number = 2
            while name in taken:
                name, number = f"{base}-{number}", number + 1
            taken.add(name)
            found.append(replace(contact, id=name, title=title(contact, self.maker.actors, self.config)))
        named = Counter(contact.title for contact in found)
        kept = {contact.id for contact in contacts if contact.id}
        return [
            contact
            if contact.id in kept or contact.date or named[contact.title] < 2
            else self._told_when(contact)
            for contact in found
        ]

    def _told_when(self, contact: Contact) -> Contact:
        """With the day on which the first article tells it: two contacts of the same people have no date."""
        days = sorted(filter(None, (self.standing.published.get(source) for source in contact.sources)))
        when = f", told {edtf.in_words(days[0])}" if days else ""
        return replace(contact, title=f"{contact.title}{when}")


def _remaining(page: ContactPage, pages: Mapping[str, ContactPage]) -> ContactPage:
    """The page into which a page is merged in the end; itself if into none (circles are refused earlier)."""
    while page.merge_into and page.why and page.merge_into in pages:
        page = pages[page.merge_into]
    return page


def _order(each: Group) -> tuple[object, ...]:
    first = min(each.reports, key=lambda r: (width(r.date), r.source, r.start))
    return (*edtf.sort_key(first.date), first.source, first.start, first.participants)


def _by_date(contact: Contact) -> tuple[object, ...]:
    return (*edtf.sort_key(contact.date), contact.id)


def _slip_row(each: Group, page: ContactPage | None) -> ReviewRow:
    dates = ", ".join(sorted({report.date for report in each.reports if report.date}))
    return ReviewRow(
        _SLIPPED,
        f"Articles that agree in all else give different days for one contact: {dates}.",
        page.page if page else "chronology/index.md",
        1,
        "Check whether it is one contact; if not, set the date or participants of its page with a `why`.",
    )
