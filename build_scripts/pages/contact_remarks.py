"""Pages: one contact in, what a reader should know beside its facts out: what people decided, and links."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts import edtf, escape
from build_scripts.models import Contact, ContactPage
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import CHRONOLOGY, Lookup

MOST = 24
"""Contacts that a remark names."""


def write(contact: Contact, page: ContactPage | None, path: str, lookup: Lookup) -> Iterator[str]:
    """A paragraph for each remark."""
    if contact.origin == "editor":
        yield "Added by an editor; the build did not find it in the texts."
    elif found := tuple(_overridden(contact, path, lookup)):
        yield f"Set by an editor. The build found: {'; '.join(found)}.{_why(page)}"
    for other in lookup.joined_with.get(contact.id, ()):
        if other.why:
            yield f"Joined by an editor with {markdown.link(other.title, other.page, path)}.{_why(other)}"
    if inside := [one for one in lookup.contacts if one.id in contact.includes] if contact.includes else []:
        yield f"Told less precisely than what lies inside it: {_links(inside, path, lookup)}."
    if around := lookup.told_within.get(contact.id, []):
        yield f"Told less precisely as well: {_links(around, path, lookup)}."


def actor_link(actor_id: str, page: str, lookup: Lookup) -> str:
    """An actor's name, linked where the actor has a page."""
    actor = lookup.actor.get(actor_id)
    if actor is None:
        return markdown.inline(actor_id)
    return markdown.link(actor.name, actor.page, page) if actor.has_page else markdown.inline(actor.name)


def actor_name(actor_id: str, lookup: Lookup) -> str:
    """The same without a link."""
    actor = lookup.actor.get(actor_id)
    return markdown.inline(actor.name if actor else actor_id)


def _overridden(contact: Contact, path: str, lookup: Lookup) -> Iterator[str]:
    """What the evidence gives where an editor decided otherwise."""
    if contact.found_date != contact.date:
        yield f"date {edtf.in_words(contact.found_date)}" if contact.found_date else "no date"
    if contact.found_kind != contact.kind.value:
        yield f"kind {contact.found_kind}"
    if contact.found_status != contact.status.value:
        yield f"status {contact.found_status}"
    if contact.found_place != contact.place:
        yield f"place {escape.cell(contact.found_place)}" if contact.found_place else "no place"
    if contact.found_participants != contact.participants:
        names = [actor_link(name, path, lookup) for name in contact.found_participants]
        yield f"participants {wording.listed(names)}" if names else "no participant by name"


def _why(page: ContactPage | None) -> str:
    return f" {escape.cell(page.why)}" if page and page.why else ""


def _links(contacts: list[Contact], path: str, lookup: Lookup) -> str:
    first = contacts if len(contacts) <= MOST else contacts[:MOST]
    links = [markdown.link(one.title, lookup.contact_path(one), path) for one in first]
    if len(first) < len(contacts):
        links.append(markdown.link(f"{len(contacts) - MOST} more in the chronology", CHRONOLOGY, path))
    return wording.listed(links)
