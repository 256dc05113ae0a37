"""Pages: an actor in, its page out: offices as worded, spellings, contacts and where it is named."""

from __future__ import annotations

from build_scripts import naming, text
from build_scripts.models import Actor, Mention, PagePlan, Ref, Role, Status
from build_scripts.pages import comparisons, contact_table, drafts, markdown, readings, state
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each actor that has a page."""
    actors = sorted(lookup.actor.values(), key=lambda one: one.id)
    return tuple(_plan(actor, lookup) for actor in actors if actor.has_page)


def roles_by_wording(actor: Actor, lookup: Lookup) -> list[tuple[str, list[Role]]]:
    """Each wording of an office once, with the passages that have it."""
    groups: dict[str, list[Role]] = {}
    for role in lookup.roles.get(actor.id, ()):
        groups.setdefault(text.folded(role.text).casefold(), []).append(role)
    return [(group[0].text, group) for group in groups.values()]


def _plan(actor: Actor, lookup: Lookup) -> PagePlan:
    blocks = {
        "roles": _roles(actor, lookup),
        "spellings": _spellings(actor, lookup),
        "contacts": _contacts(actor, lookup),
        "mentions": _mentions(actor, lookup),
    }
    blocks = {
        "state": state.of_record(actor.reviewed, blocks),
        **blocks,
        "scope": state.scope(lookup),
    }
    return PagePlan(actor.page, blocks, drafts.titled(actor.name))


def _roles(actor: Actor, lookup: Lookup) -> str:
    items = []
    for words, group in roles_by_wording(actor, lookup):
        shown = any(lookup.is_shown(ref(role)) for role in group)
        told = markdown.quoted(words) if shown else "words not shown"
        items.append(f"{told} {markdown.cite(ref(role) for role in group)}")
    if not items:
        return ""
    return markdown.sections(
        markdown.heading(2, "Described as", "roles"),
        markdown.bullets(items),
    )


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


def _contacts(actor: Actor, lookup: Lookup) -> str:
    found = lookup.contacts_of.get(actor.id, ())
    held = [one for one in found if one.status is Status.HAPPENED]
    apart = [one for one in found if one.status is not Status.HAPPENED]
    return markdown.sections(
        markdown.heading(2, "Contacts", "contacts"),
        "" if held else f"No contact {'that was held ' if apart else ''}names this actor.",
        contact_table.rows(held, actor.page, lookup) if held else "",
        markdown.heading(3, "Not reported as held", "not-held") if apart else "",
        contact_table.rows(apart, actor.page, lookup) if apart else "",
    )


def _mentions(actor: Actor, lookup: Lookup) -> str:
    by_source: dict[str, list[Mention]] = {}
    for mention in lookup.mentions.get(actor.id, ()):
        by_source.setdefault(mention.source, []).append(mention)
    items = [
        f"{readings.source_link(lookup.source[source], actor.page, lookup)}: "
        f"{markdown.cite(Ref(one.source, one.passage) for one in found)}"
        for source, found in by_source.items()
    ]
    return markdown.sections(
        markdown.heading(2, "Mentions", "mentions"),
        markdown.bullets(items) if items else "No source names this actor.",
    )


def ref(role: Role) -> Ref:
    """The passage in which a description stands."""
    return Ref(role.source, role.passage)
