"""Compare: what each source reports of contacts, and the pages of contacts in; contacts with evidence out.

Several reports of one contact are one, with each piece keeping its own date and status. A vaguer report
("on many occasions between 1990 and 1994") that could be several contacts is a contact of its own, and
`includes` links those that lie inside it; one that can only be a single contact joins it, marked vague.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.compare.contact_anchored import keep_anchored, split_off
from build_scripts.compare.contact_claims import Standing, claims
from build_scripts.compare.contact_decisions import is_dismissed, overridden, span_of, state_of
from build_scripts.compare.contact_facts import code_of, date_of, evidence_of, kind_of, most_common, status_of
from build_scripts.compare.contact_groups import Group, group
from build_scripts.compare.contact_pages import Anchors, Assigned, assign
from build_scripts.compare.contact_retold import retold
from build_scripts.compare.contact_titles import identifier, title
from build_scripts.compare.contact_undated import attach_undated
from build_scripts.compare.same_contact import Comparer, family, is_wide, width
from build_scripts.models import (
    Actor,
    ActorKind,
    Config,
    Contact,
    ContactKind,
    ContactPage,
    Evidence,
    Lineage,
    Passage,
    Records,
    Report,
    ReviewRow,
    SourceFacts,
    Status,
)

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
        self.standing = standing
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in records.actors}
        self.anchors = Anchors(facts)
        self.mentions: Mapping[tuple[str, str], set[str]] = _mentions(facts)
        self.review: list[ReviewRow] = []

    def contacts(self) -> tuple[Contact, ...]:
        comparer = Comparer(self.records.actors, self.config.contacts)
        reports = [report for found in self.facts for report in found.reports]
        groups = retold(attach_undated(group(reports, comparer), comparer), comparer)
        groups = tuple(sorted(groups, key=_order))
        drafts = [self._contact(each) for each in groups]
        assigned = assign(groups, [draft.date for draft in drafts], self.records.contacts, self.anchors)
        empty = keep_anchored(groups, assigned.page_of, self.anchors)
        groups = self._split(groups, assigned)
        self.review.extend(assigned.review)
        self.review.extend(
            _slip_row(each, assigned.page_of.get(number))
            for number, each in enumerate(groups)
            if each.slipped
        )
        groups, assigned = self._merged(groups, assigned, empty)
        found = [
            self._with_page(self._contact(each), assigned.page_of.get(number), each)
            for number, each in enumerate(groups)
            if not is_dismissed(assigned.page_of.get(number))
        ]
        found.extend(
            self._of_editor(page)
            for page in assigned.missing
            if not page.dismissed and not page.merge_into and self._stands(page)
        )
        named = self._named(found)
        return tuple(sorted((_including(each, named) for each in named), key=_by_date))

    # ---- one contact ----------------------------------------------------------------------------

    def _contact(self, each: Group) -> Contact:
        """The contact as its reports give it, without id and title."""
        reports = sorted(each.reports, key=lambda r: (r.source, r.start, r.end, r.date))
        kind = kind_of(reports)
        status = status_of(reports, kind)
        when = date_of(reports, status)
        participants = self._participants(reports)
        by_people = {self.actors[p].side for p in participants if p in self.actors}
        found_sides = {side for report in reports for side in report.sides}
        # Where somebody is invited to is not where the invitation was given.
        invited = kind is ContactKind.INVITATION
        place = "" if invited else most_common(report.place for report in reports)
        evidence = tuple(evidence_of(report, when) for report in reports)
        return Contact(
            id="",
            title="",
            date=when,
            kind=kind,
            status=status,
            place=place,
            participants=participants,
            sides=tuple(sorted(found_sides | (by_people - {""}))),
            evidence=evidence,
            claims=claims(reports, participants, self.standing, when),
            repeated=any(report.repeated for report in reports),
            presence=all(report.presence for report in reports),
            found_date=when,
            found_participants=participants,
            found_status=status.value,
            found_kind=kind.value,
            found_place=place,
            evidence_code=code_of(evidence),
        )

    def _participants(self, reports: Sequence[Report]) -> tuple[str, ...]:
        """All who are named; a state only where no one else of its side is."""
        named = {person for report in reports for person in report.participants}
        sides = {
            self.actors[each].side
            for each in named
            if each in self.actors and self.actors[each].kind is not ActorKind.STATE
        }
        return tuple(
            sorted(
                each
                for each in named
                if each not in self.actors
                or self.actors[each].kind is not ActorKind.STATE
                or self.actors[each].side not in sides
            )
        )

    # ---- pages ----------------------------------------------------------------------------------

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

    def _with_page(self, contact: Contact, page: ContactPage | None, each: Group) -> Contact:
        if page is None:
            return contact
        changed = overridden(contact, page, self.mentions, self.standing)
        return replace(
            changed,
            id=page.id,
            title=page.title,
            page=page.page,
            state=state_of(page, contact.evidence_code),
        )

    def _stands(self, page: ContactPage) -> bool:
        """Whether a contact that was not found rests on more than what the articles once said."""
        drafted = page.anchors or page.found_date or page.found_participants
        return page.added or not drafted or bool(self._anchored(page))

    def _anchored(self, page: ContactPage) -> list[tuple[Passage, str]]:
        """The passages that a page's anchors cite, with the words; none once their articles are gone."""
        return [
            (passage, citation.words)
            for citation in page.anchors
            for passage in self.anchors.passages(citation)
        ]

    def _of_editor(self, page: ContactPage) -> Contact:
        """A contact that only its page knows: its evidence is what its anchors cite."""
        passages = self._anchored(page)
        status = Status(page.status) if page.status else Status.HAPPENED
        evidence = tuple(
            Evidence(passage.source, passage.id, *span_of(passage, words), page.date, "", status)
            for passage, words in passages
        )
        sides = {self.actors[each].side for each in page.participants if each in self.actors}
        reports = [
            Report(
                piece.source, piece.passage, piece.start, piece.end, piece.quote, page.date, "",
                ContactKind(page.kind or ContactKind.MEETING), status, page.participants, (), page.place,
            )
            for piece in evidence
        ]  # fmt: skip
        return Contact(
            id=page.id,
            title=page.title,
            date=page.date,
            kind=ContactKind(page.kind) if page.kind else ContactKind.MEETING,
            status=status,
            place=page.place,
            participants=tuple(sorted(page.participants)),
            sides=tuple(sorted(sides - {""})),
            evidence=evidence,
            claims=claims(reports, page.participants, self.standing, page.date),
            origin="editor",
            state=state_of(page, code_of(evidence)),
            page=page.page,
            evidence_code=code_of(evidence),
        )

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
            base = name = identifier(contact, self.actors, self.config)
            number = 2
            while name in taken:
                name, number = f"{base}-{number}", number + 1
            taken.add(name)
            found.append(replace(contact, id=name, title=title(contact, self.actors, self.config)))
        return found


def _remaining(page: ContactPage, pages: Mapping[str, ContactPage]) -> ContactPage:
    """The page into which a page is merged in the end; itself if into none (circles are refused earlier)."""
    while page.merge_into and page.why and page.merge_into in pages:
        page = pages[page.merge_into]
    return page


def _mentions(facts: Iterable[SourceFacts]) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in facts:
        for mention in one.mentions:
            found[mention.source, mention.passage].add(mention.actor)
    return found


def _including(contact: Contact, others: Sequence[Contact]) -> Contact:
    """A repeated or vaguely dated contact with those of the same people that lie inside it.

    What is open at one end has no inside: everything later would lie in it.
    """
    if not is_wide(contact.date) or ".." in contact.date:
        return contact
    inside = [
        other.id
        for other in others
        if other.id != contact.id
        and other.status is contact.status
        and not is_wide(other.date)
        and edtf.contains(contact.date, other.date)
        and family(other.kind) == family(contact.kind)
        and set(other.participants) & set(contact.participants)
        and not (contact.place and other.place and contact.place != other.place)
    ]
    return replace(contact, includes=tuple(sorted(inside)))


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
