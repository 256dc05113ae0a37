"""Pages: the briefing in, answers to what every page asks of it out (who, where, in which order)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from build_scripts import edtf, naming, parts
from build_scripts.models import (
    Actor,
    ActorKind,
    Contact,
    ContactPage,
    Development,
    Difference,
    Event,
    Reading,
    Ref,
    Role,
    State,
    Status,
    Topic,
)
from build_scripts.pages import wording
from build_scripts.pages.source_lookup import SourceLookup

HOME = "index.md"
ACTORS = "actors/index.md"
CHRONOLOGY = "chronology/index.md"
COMPARISONS = "comparisons/index.md"
SOURCES = "sources/index.md"
ABOUT = "about.md"
METHOD = "method.md"
CORRECTIONS = "corrections.md"
_NAMES = {
    HOME: "Home",
    ACTORS: "Actors",
    CHRONOLOGY: "Chronology",
    COMPARISONS: "Comparisons",
    SOURCES: "Sources",
    ABOUT: "About",
    METHOD: "Method",
    CORRECTIONS: "Corrections",
}


@dataclass(frozen=True)
class Lookup(SourceLookup):
    """A briefing with its indexes: the articles, and what people recorded."""

    @cached_property
    def actor(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.briefing.records.actors}

    @cached_property
    def names(self) -> frozenset[str]:
        """What actors are called, as their pages have it."""
        return frozenset(actor.name for actor in self.briefing.records.actors)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(sorted(self.briefing.records.topics, key=lambda topic: topic.id))

    @cached_property
    def topic(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        return tuple(
            sorted(self.briefing.records.events, key=lambda event: (edtf.sort_key(event.date), event.id))
        )

    @cached_property
    def contact_page(self) -> dict[str, ContactPage]:
        return {page.id: page for page in self.briefing.records.contacts}

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact that pages may speak of, by date; drafts are left out where drafts are held."""
        held = self.briefing.config.drafts == "hold"
        listed = (one for one in self.briefing.findings.contacts if not (held and one.state is State.DRAFTED))
        return tuple(sorted(listed, key=lambda one: (edtf.sort_key(one.date), one.id)))

    @cached_property
    def contact(self) -> dict[str, Contact]:
        """The same by id."""
        return {one.id: one for one in self.contacts}

    @cached_property
    def told_within(self) -> dict[str, list[Contact]]:
        """By contact id, the contacts that tell it less precisely."""
        found: dict[str, list[Contact]] = defaultdict(list)
        for contact in self.contacts:
            for inside in dict.fromkeys(contact.includes):
                found[inside].append(contact)
        return found

    @cached_property
    def joined_with(self) -> dict[str, list[ContactPage]]:
        """By contact id, the pages that editors joined with it."""
        found: dict[str, list[ContactPage]] = defaultdict(list)
        for page in self.briefing.records.contacts:
            if page.merge_into:
                found[page.merge_into].append(page)
        return found

    @cached_property
    def coverage(self) -> tuple[str, int]:
        """The time that the sources cover, in words, and how many are not dated: every page says it."""
        dates = [source.published for source in self.sources]
        return wording.coverage(dates), sum(edtf.bounds(date) is None for date in dates)

    @cached_property
    def settled(self) -> tuple[Contact, ...]:
        """Contacts that happened and that a person has checked."""
        return tuple(
            one for one in self.contacts if one.status is Status.HAPPENED and one.state is not State.DRAFTED
        )

    def side_of(self, actor_id: str) -> str:
        """The side for which an actor acts; nothing for all others."""
        actor = self.actor.get(actor_id)
        return actor.side if actor and actor.side in self.briefing.config.sides else ""

    def rank(self, actor_id: str) -> tuple[bool, str]:
        """Sorts actors by name, persons after states and organisations."""
        actor = self.actor.get(actor_id)
        if actor is None:
            return False, actor_id
        return actor.kind is ActorKind.PERSON, actor.name.casefold()

    def contact_of(self, event: Event) -> Contact | None:
        """The contact that an event is: the one it names, else the one of its time and place that shares
        most of its participants."""
        named = next((one for one in self.contacts if one.id == event.contact), None)
        if named or not event.date:
            return named
        there = [
            (len(set(event.participants).intersection(one.participants)), one)
            for one in self.contacts
            if one.date and edtf.overlaps(one.date, event.date) and one.place in ("", event.place)
        ]
        most = max((shared for shared, _ in there), default=0)
        return next((one for shared, one in there if shared == most), None) if most > 1 else None

    def has_focus(self, contact: Contact) -> bool:
        """Whether one of the briefing's focus takes part, itself or through a member."""
        focus = frozenset(self.briefing.config.focus)
        return not focus or any(
            name in focus or focus.intersection(self.memberships(name)) for name in contact.participants
        )

    @cached_property
    def contacts_of(self) -> dict[str, tuple[Contact, ...]]:
        """By actor id, the contacts in which it takes part, itself or through a member, by date."""
        found: dict[str, dict[str, Contact]] = defaultdict(dict)
        for contact in self.contacts:
            for name in contact.participants:
                for actor in (name, *self.memberships(name)):
                    found[actor][contact.id] = contact
        return {actor: tuple(contacts.values()) for actor, contacts in found.items()}

    @cached_property
    def roles(self) -> dict[str, tuple[Role, ...]]:
        """By actor id, the descriptions that stand beside its name, in order of publication."""
        found: dict[str, list[Role]] = defaultdict(list)
        for source in self.sources:
            for role in self.facts[source.id].roles if source.id in self.facts else ():
                found[role.actor].append(role)
        return {actor: tuple(roles) for actor, roles in found.items()}

    def memberships(self, actor_id: str) -> frozenset[str]:
        """Everything that an actor belongs to, directly or through another."""
        found: set[str] = set()
        waiting = [actor_id]
        while waiting:
            actor = self.actor.get(waiting.pop())
            new = set(actor.member_of if actor else ()) - found
            found |= new
            waiting.extend(sorted(new))
        return frozenset(found)

    @cached_property
    def differences_at(self) -> dict[Ref, tuple[Difference, ...]]:
        """The differences that have a reading in a passage."""
        found: dict[Ref, dict[str, Difference]] = defaultdict(dict)
        for difference in self.briefing.findings.differences:
            for reading in difference.readings:
                found[Ref(reading.source, reading.passage)][difference.id] = difference
        return {ref: tuple(differences.values()) for ref, differences in found.items()}

    def readings_at(self, difference: Difference, ref: Ref) -> tuple[Reading, ...]:
        """The readings of a difference in one passage."""
        return tuple(self._readings_at.get((difference.id, ref), ()))

    @cached_property
    def _readings_at(self) -> dict[tuple[str, Ref], list[Reading]]:
        found: dict[tuple[str, Ref], list[Reading]] = defaultdict(list)
        for difference in self.briefing.findings.differences:
            for reading in difference.readings:
                found[difference.id, Ref(reading.source, reading.passage)].append(reading)
        return found

    @cached_property
    def wordings(self) -> dict[str, list[list[Reading]]]:
        """By the id of a difference, its readings by wording: kept here by whom it is asked for first."""
        return {}

    @cached_property
    def spread(self) -> dict[str, tuple[int, int]]:
        """By the id of a difference, between how many texts and sources it is; kept likewise."""
        return {}

    @cached_property
    def places_of_wordings(self) -> dict[str, dict[Ref, set[int]]]:
        """By the id of a difference, in which of its wordings each passage is; kept likewise."""
        return {}

    @cached_property
    def development(self) -> dict[str, Development]:
        """What each source adds and changes, by its id."""
        return {one.source: one for one in self.briefing.findings.developments}

    @cached_property
    def differences(self) -> dict[str, tuple[Difference, ...]]:
        """By topic id; those of no topic under the empty text."""
        found: dict[str, list[Difference]] = defaultdict(list)
        for difference in self.briefing.findings.differences:
            found[difference.topic].append(difference)
        return {topic: tuple(differences) for topic, differences in found.items()}

    # -- pages

    @cached_property
    def parts(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """By a page and a block of it, the parts of a long list that have a page already."""
        return parts.known(self.briefing.paths)

    def contact_path(self, contact: Contact) -> str:
        return naming.contact_page(contact)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every page that the briefing knows, by path."""
        records = self.briefing.records
        return {
            **_NAMES,
            **{actor.page: actor.name for actor in records.actors if actor.has_page},
            **{page.page: page.title for page in records.contacts},
            **{self.contact_path(one): one.title for one in self.briefing.findings.contacts},
            **{topic.page: topic.question for topic in (*records.topics, *records.merged_topics)},
            **{event.page: event.title for event in records.events},
        }
