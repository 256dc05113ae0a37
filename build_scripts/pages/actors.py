"""Pages: an actor in, its page out: offices as worded, spellings, contacts and where it is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from build_scripts import naming, parts, text
from build_scripts.models import Actor, Contact, Mention, PagePlan, Ref, Role, Status
from build_scripts.pages import (
    comparisons,
    contact_table,
    drafts,
    further,
    long_lists,
    markdown,
    readings,
    state,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import CHRONOLOGY, Lookup

MOST_CONTACTS = 80
"""Contacts in one table; of more, each decade or year has one."""
MOST_ARTICLES = 150
"""Articles that name an actor, on one page: each is one line."""


def write(lookup: Lookup, keys: Keys) -> tuple[PagePlan, ...]:
    """The plans of each actor that has a page: of that page, and of the further pages of its lists."""
    actors = sorted(lookup.actor.values(), key=lambda one: one.id)
    return tuple(
        plan
        for one in actors
        if one.has_page
        for plan in keys.standing.plans(partial(keys.of_actor, one), partial(_plans, one, lookup))
    )


def roles_by_wording(actor: Actor, lookup: Lookup) -> list[tuple[str, list[Role]]]:
    """Each wording of an office once, with the passages that have it."""
    groups: dict[str, list[Role]] = {}
    for role in lookup.roles.get(actor.id, ()):
        groups.setdefault(text.folded(role.text).casefold(), []).append(role)
    return [(group[0].text, group) for group in groups.values()]


def _plans(actor: Actor, lookup: Lookup) -> Iterator[PagePlan]:
    roles, contacts, mentions = _roles(actor, lookup), _contacts(actor, lookup), _mentions(actor, lookup)
    spellings = _spellings(actor, lookup)
    whole = {"roles": roles.every, "spellings": spellings, "contacts": contacts.every}
    told = state.of_record(actor.reviewed, whole)
    blocks = {
        "state": told,
        "roles": roles.shown,
        "spellings": spellings,
        "contacts": contacts.shown,
        "mentions": mentions.shown,
        "scope": state.scope(lookup),
    }
    yield PagePlan(actor.page, blocks, drafts.titled(actor.name))
    yield from further.of_record(told, roles, contacts, mentions)


def _roles(actor: Actor, lookup: Lookup) -> further.Block:
    """Each wording once, under the year in which it is first found."""
    groups = roles_by_wording(actor, lookup)
    long = long_lists.Long(
        page=actor.page,
        block="roles",
        title=f"{actor.name}: descriptions",
        anchor="roles",
        items=groups,
        named=lambda group: parts.dated(lookup.source[group[1][0].source].published),
        unit="description",
    )
    title = markdown.heading(2, "Described as", "roles")
    found = long_lists.divided(long, lookup)
    told = {one.name: _wordings(one.items, lookup) for one in long_lists.leaves(found)}
    whole = _wordings(groups, lookup)
    every = _wordings(groups, lookup, markdown.ALL) if markdown.is_cut(whole) else whole
    return further.block(
        long, found, title, markdown.sections(title, whole) if whole else "", told, lookup, every=every
    )


def _wordings(
    groups: Sequence[tuple[str, list[Role]]], lookup: Lookup, most: int = markdown.MOST_CITED
) -> str:
    """Each wording with where it stands; those whose words are not shown in one line, at the end."""
    is_shown = {words: any(lookup.is_shown(ref(role)) for role in group) for words, group in groups}
    shown = [(words, group) for words, group in groups if is_shown[words]]
    rest = [ref(role) for words, group in groups if not is_shown[words] for role in group]
    items = [
        f"{markdown.quoted(words)} {markdown.cite_most((ref(role) for role in group), most)}"
        for words, group in shown
    ]
    hidden = [f"{readings.NOT_SHOWN} {markdown.cite_most(rest, most)}"] if rest else []
    return markdown.bullets([*items, *hidden])


def _spellings(actor: Actor, lookup: Lookup) -> str:
    counted = naming.spellings(lookup.mentions.get(actor.id, ()))
    if not counted:
        return ""
    return markdown.sections(
        markdown.heading(2, "Spellings by source", "spellings"),
        *(
            f"Joined with the page of {markdown.inline(one.name)}: {markdown.inline(one.why)}"
            for one in lookup.briefing.records.joined
            if one.into == actor.id
        ),
        comparisons.by_source(
            "Spelling", [*map(markdown.quoted, counted)], [*counted.values()], actor.page, lookup
        ),
    )


def _contacts(actor: Actor, lookup: Lookup) -> further.Block:
    """Those that were held by date, then those that were not."""
    long = long_lists.Long(
        page=actor.page,
        block="contacts",
        title=f"{actor.name}: contacts",
        anchor="contacts",
        items=lookup.contacts_of.get(actor.id, ()),
        named=lambda one: parts.dated(one.date, "" if one.status is Status.HAPPENED else "not-held"),
        unit="contact",
        limit=MOST_CONTACTS,
        names={"not-held": "Not reported as held"},
    )
    title = markdown.heading(2, "Contacts", "contacts")
    found = long_lists.divided(long, lookup)
    told = {
        one.name: contact_table.rows(one.items, long.address(one), lookup)
        for one in long_lists.leaves(found)
        if one.items
    }
    whole = markdown.sections(title, _of_status(long.items, actor.page, lookup))
    every = _of_status(long.items, actor.page, lookup, markdown.ALL) if markdown.is_cut(whole) else whole
    asked = markdown.filtered(CHRONOLOGY, actor.page, "actor", actor.id)
    return further.block(
        long, found, title, whole, told, lookup, f"[Filter and sort these contacts]({asked})", every
    )


def _of_status(found: Sequence[Contact], page: str, lookup: Lookup, most: int = markdown.MOST_CITED) -> str:
    held = [one for one in found if one.status is Status.HAPPENED]
    apart = [one for one in found if one.status is not Status.HAPPENED]
    return markdown.sections(
        "" if held else f"No contact {'that was held ' if apart else ''}names this actor.",
        contact_table.rows(held, page, lookup, most) if held else "",
        markdown.heading(3, "Not reported as held", "not-held") if apart else "",
        contact_table.rows(apart, page, lookup, most) if apart else "",
    )


def _mentions(actor: Actor, lookup: Lookup) -> further.Block:
    """The sentences of each article that name the actor, under its date."""
    by_source: dict[str, list[Mention]] = {}
    for mention in lookup.mentions.get(actor.id, ()):
        by_source.setdefault(mention.source, []).append(mention)
    long = long_lists.Long(
        page=actor.page,
        block="mentions",
        title=f"{actor.name}: mentions",
        anchor="mentions",
        items=[*by_source.values()],
        named=lambda found: parts.dated(lookup.source[found[0].source].published),
        unit="article",
        limit=MOST_ARTICLES,
    )
    title = markdown.heading(2, "Mentions", "mentions")
    found = long_lists.divided(long, lookup)
    told = {one.name: _naming(one.items, long.address(one), lookup) for one in long_lists.leaves(found)}
    # Nothing rests on these: where they have further pages, nobody asks for the whole.
    whole = "" if found else _naming(long.items, actor.page, lookup) or "No source names this actor."
    return further.block(long, found, title, markdown.sections(title, whole), told, lookup)


def _naming(found: Sequence[list[Mention]], page: str, lookup: Lookup) -> str:
    return markdown.bullets(
        f"{readings.source_link(lookup.source[each[0].source], page, lookup)}: "
        f"{markdown.cite(Ref(one.source, one.passage) for one in each)}"
        for each in found
    )


def ref(role: Role) -> Ref:
    """The passage in which a description stands."""
    return Ref(role.source, role.passage)
