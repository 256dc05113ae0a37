"""Pages: the briefing in; for a record, or a part of a list, what stands for all that its pages tell, out.

An article is told from itself, from those with which it has something in common (named by the keys of what
they hold), and from what was found between them; a contact from its articles and what differs there; an actor
from its contacts and the articles that name it; a part of a list from the records that it lists, in order.
Whatever else a page comes to tell must come to stand in its key: tests change what a briefing holds in every
way, and compare the pages that stood with those that are told anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from build_scripts import shelves
from build_scripts.models import Actor, Contact, Difference, Match, Ref, Source
from build_scripts.pages import development, state
from build_scripts.pages.lookup import Lookup
from build_scripts.standing import Standing


class Keys:
    """The keys of the pages of records and of lists."""

    def __init__(self, lookup: Lookup, standing: Standing) -> None:
        self.standing = standing
        self._lookup = lookup
        self._differences: dict[str, str] = {}
        self._contacts: dict[str, str] = {}

    def of_source(self, source: Source) -> str:
        """Stands for all that an article's page tells."""
        lookup, id = self._lookup, source.id
        found, family = lookup.development.get(id), lookup.family[id]
        near = {id, *family.sources, *lookup.published_with(source), *self._aligned_with.get(id, ())}
        told = [self._common, "source", family.override, *self._between.get(id, ())]
        told += self._citing(source)
        told += (f"{one.source} {one.other} {one.share}" for one in family.shares)
        if found is not None:
            near.update(found.editions, (one.source for one in found.dropped))
            told += self._added(id)
        return shelves.key((*told, *self._of(near)))

    def of_contact(self, contact: Contact) -> str:
        """Stands for all that the pages of a contact tell."""
        lookup = self._lookup
        path, page = lookup.contact_path(contact), lookup.contact_page.get(contact.id)
        # What else people decided is in the contact, as it is in one that has no page yet.
        decided = (page.reviewed, page.why) if page else (None, "")
        refs = [Ref(one.source, one.passage) for one in contact.evidence]
        credits = lookup.briefing.findings.credits
        inside = [one for one in lookup.contacts if one.id in contact.includes] if contact.includes else []
        beside = (*inside, *lookup.told_within.get(contact.id, ()))
        differing = {one.id: one for ref in refs for one in lookup.differences_at.get(ref, ())}
        parts = lookup.parts.get((path, "evidence"), frozenset())
        near = {*contact.sources, *(source for one in contact.claims for source in one.sources)}
        return shelves.key(
            (
                self._common,
                *("contact", self.listed(contact), repr(decided), *sorted(parts)),
                *(repr(credits.get(ref)) for ref in refs),
                *("beside", *(f"{one.title} {lookup.contact_path(one)}" for one in beside)),
                *("joined", *map(repr, lookup.joined_with.get(contact.id, ()))),
                *("differing", *map(self.differing, differing.values())),
                *self._of(near),
            )
        )

    def of_actor(self, actor: Actor) -> str:
        """Stands for all that the pages of an actor tell.

        What its roles, spellings and mentions are, and their order, is in what the articles hold.
        """
        lookup = self._lookup
        roles, mentions = lookup.roles.get(actor.id, ()), lookup.mentions.get(actor.id, ())
        joined = [one for one in lookup.briefing.records.joined if one.into == actor.id]
        parts = (
            f"{block} {' '.join(sorted(lookup.parts.get((actor.page, block), ())))}"
            for block in ("roles", "contacts", "mentions")
        )
        shown = ["x" if lookup.is_shown(Ref(one.source, one.passage)) else "-" for one in roles]
        return shelves.key(
            (
                *(self._common, "actor", repr(actor), repr(joined), "".join(shown), *parts),
                *("contacts", *map(self.listed, lookup.contacts_of.get(actor.id, ()))),
                *("articles", *self._of({*(one.source for one in roles), *(one.source for one in mentions)})),
            )
        )

    def of_list(self, head: Iterable[str], items: Iterable[str]) -> str:
        """Stands for a page of a list: `head` for what it says of itself and of the pages beside it, `items`
        for what it lists."""
        return shelves.key((self._common, "list", *head, "items", *items))

    def in_course(self, source: Source) -> str:
        """Stands for an article as the course of the story has it."""
        found = self._lookup.development[source.id]
        told = (development.counts(found, self._lookup), *map(repr, found.turns))
        return shelves.key((self._stands_for[source.id], *told))

    def listed(self, contact: Contact) -> str:
        """Stands for a contact as lists have it: worked out once, since many may."""
        if contact.id not in self._contacts:
            path, near = self._lookup.contact_path(contact), {one.source for one in contact.evidence}
            told = (path, repr(replace(contact, page="")), *self._of(near))
            self._contacts[contact.id] = shelves.key(told)
        return self._contacts[contact.id]

    @cached_property
    def _common(self) -> str:
        """What every page tells: of a small briefing each article offers all the others."""
        lookup = self._lookup
        config = replace(lookup.briefing.config, root="", navigation=None)
        few = lookup.sources if len(lookup.sources) <= development.MOST_BESIDE + 1 else ()
        told = (self.standing.rules, repr(config), state.scope(lookup), f"{len(few)}")
        return shelves.key((*told, *self._of(one.id for one in few)))

    def _of(self, sources: Iterable[str]) -> Iterator[str]:
        """What stands for articles: what they hold, and which of them are one text."""
        return map(self._stands_for.__getitem__, sorted(set(sources)))

    @cached_property
    def _stands_for(self) -> dict[str, str]:
        family = self._lookup.family
        return {
            source: f"{source} {key} {family[source].id} {family[source].override}"
            for source, key in self.standing.keys.items()
        }

    @cached_property
    def _between(self) -> dict[str, list[str]]:
        """By article, what its passages have in common with others, and whether both are shown."""
        found: dict[str, list[str]] = defaultdict(list)
        shown = self._lookup.briefing.shown
        for left, right, score, match in self._lookup.briefing.findings.alignments:
            if match is not Match.REVIEW:
                told = f"{left[0]} {left[1]} {right[0]} {right[1]} {score} {left in shown}{right in shown}"
                found[left.source].append(told)
                found[right.source].append(told)
        return found

    @cached_property
    def _aligned_with(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for left, right, _, match in self._lookup.briefing.findings.alignments:
            if match is not Match.REVIEW:
                found[left.source].add(right.source)
                found[right.source].add(left.source)
        return found

    def _citing(self, source: Source) -> Iterator[str]:
        """Which of its passages are shown, and the pages that rest on each."""
        lookup = self._lookup
        shown, cited = lookup.briefing.shown, lookup.briefing.cited_by
        refs = [passage.ref for passage in lookup.facts[source.id].passages]
        yield "".join(["x" if ref in shown else "-" for ref in refs])
        for ref in refs:
            if ref in cited:
                yield f"{ref.passage} {' '.join(f'{path} {lookup.titles.get(path)}' for path in cited[ref])}"

    def _added(self, source: str) -> Iterator[str]:
        """What the article adds to those before it."""
        lookup, found = self._lookup, self._lookup.development[source]
        yield f"{bool(found.before)} {len(found.same)} {len(found.changed)} {len(found.changed_figures)}"
        yield f"{len(found.claims)}"
        yield " ".join(found.editions)
        yield " ".join(one.passage for one in found.added)
        yield " ".join([f"{' '.join(one.earlier)} {one.later.passage}" for one in found.confirmed])
        yield " ".join(one.later.passage for one in found.resumed)
        yield " ".join(f"{one} {lookup.is_shown(one):d}" for one in found.dropped)
        yield " ".join(f"{one.passage} {one.start} {one.end}" for one in found.new_figures)
        yield from map(repr, found.turns)
        for name, at in found.claims:
            contact = lookup.contact.get(name)
            if contact:
                claim = contact.claims[at]
                yield f"{contact.title} {lookup.contact_path(contact)} {claim.claim} {claim.value}"

    def differing(self, difference: Difference) -> str:
        """Stands for a difference as pages list it: worked out once, since many may list it."""
        if difference.id not in self._differences:
            topic = self._lookup.topic.get(difference.topic)
            asked = f"{topic.question} {topic.page}" if topic else ""
            near = self._of(one.source for one in difference.readings)
            self._differences[difference.id] = shelves.key((repr(difference), asked, *near))
        return self._differences[difference.id]
