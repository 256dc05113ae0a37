"""Compare: the reports of one contact, or the page of one that no article reports, in; the contact out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from build_scripts.compare.contact_claims import Standing, claims
from build_scripts.compare.contact_decisions import overridden, span_of, state_of
from build_scripts.compare.contact_facts import code_of, date_of, evidence_of, kind_of, most_common, status_of
from build_scripts.compare.contact_groups import Group
from build_scripts.compare.contact_pages import Anchors
from build_scripts.models import (
    Actor,
    ActorKind,
    Contact,
    ContactKind,
    ContactPage,
    Evidence,
    Passage,
    Report,
    SourceFacts,
    Status,
)


class Maker:
    """Makes contacts out of what articles say and people decided."""

    def __init__(
        self, facts: Sequence[SourceFacts], actors: Iterable[Actor], standing: Standing, anchors: Anchors
    ) -> None:
        self.standing = standing
        self.anchors = anchors
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self._mentions: Mapping[tuple[str, str], set[str]] = _mentions(facts)

    def date(self, each: Group) -> str:
        """The date of a contact as its reports give it."""
        return date_of(each.reports, status_of(each.reports, kind_of(each.reports)))

    def found(self, each: Group) -> Contact:
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
        evidence = _once(evidence_of(report, when) for report in reports)
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

    def with_page(self, contact: Contact, page: ContactPage | None) -> Contact:
        """The contact as its page corrects it; without a page, as it was found."""
        if page is None:
            return contact
        changed = overridden(contact, page, self._mentions, self.standing)
        return replace(
            changed,
            id=page.id,
            title=page.title,
            page=page.page,
            state=state_of(page, contact.evidence_code),
        )

    def stands(self, page: ContactPage) -> bool:
        """Whether a contact that was not found rests on more than what the articles once said."""
        drafted = page.anchors or page.found_date or page.found_participants
        return page.added or not drafted or bool(self._anchored(page))

    def of_editor(self, page: ContactPage) -> Contact:
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

    def _anchored(self, page: ContactPage) -> list[tuple[Passage, str]]:
        """The passages that a page's anchors cite, with the words; none once their articles are gone."""
        return [
            (passage, citation.words)
            for citation in page.anchors
            for passage in self.anchors.passages(citation)
        ]

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


def _mentions(facts: Iterable[SourceFacts]) -> Mapping[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in facts:
        for mention in one.mentions:
            found[mention.source, mention.passage].add(mention.actor)
    return found


def _once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Without the pieces whose very words stand there already with a date: they were read as two events."""
    every = tuple(evidence)
    dated = {(each.source, each.start, each.end) for each in every if not each.vague}
    return tuple(each for each in every if not (each.vague and (each.source, each.start, each.end) in dated))
