"""Pages: all actors in, their index out: by side, then persons, organisations, states."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.models import Actor, ActorKind, PagePlan
from build_scripts.pages import actors, drafts, markdown, met, readings, state
from build_scripts.pages.lookup import ACTORS, Lookup

KINDS = {ActorKind.PERSON: "Persons", ActorKind.ORGANISATION: "Organisations", ActorKind.STATE: "States"}


def write(lookup: Lookup) -> PagePlan:
    blocks = {"met": met.write(ACTORS, lookup), "actors": _actors(lookup), "scope": state.scope(lookup)}
    told = "Persons, organisations and states that the sources name, by side."
    return PagePlan(ACTORS, blocks, drafts.page("Actors", told), top=())


def _actors(lookup: Lookup) -> str:
    sides = lookup.briefing.config.sides
    parts: list[str] = []
    for side, title in (*sides.items(), ("", "Others")):
        group = [one for one in lookup.actor.values() if (one.side if one.side in sides else "") == side]
        if group:
            parts.append(markdown.heading(2, title, f"side-{side or 'others'}"))
            parts += _by_kind(group, side or "others", lookup)
    return markdown.sections(*parts) or "No actor yet."


def _by_kind(group: Sequence[Actor], side: str, lookup: Lookup) -> list[str]:
    parts = []
    for kind, title in KINDS.items():
        found = sorted((one for one in group if one.kind is kind), key=lambda one: (_sorting(one), one.id))
        if found:
            parts.append(markdown.heading(3, title, f"{side}-{kind.value}"))
            parts.append(_table(found, lookup))
    return parts


def _table(found: Sequence[Actor], lookup: Lookup) -> str:
    """Descriptions have a column only where there are any."""
    described = any(lookup.roles.get(one.id) for one in found)
    columns = ("Name", *(("As first described",) if described else ()), "Contacts", "Named in")
    return markdown.table(columns, (_row(one, described, lookup) for one in found))


def _row(actor: Actor, described: bool, lookup: Lookup) -> tuple[str, ...]:
    name = markdown.link(actor.name, actor.page, ACTORS) if actor.has_page else markdown.inline(actor.name)
    drafted = " (drafted)" if actor.has_page and state.is_drafted(actor.reviewed) else ""
    role = next(iter(lookup.roles.get(actor.id, ())), None)
    words = readings.quotation(actors.ref(role), role.text, lookup) if role else "–"
    count = len(lookup.contacts_of.get(actor.id, ()))
    naming = {mention.source for mention in lookup.mentions.get(actor.id, ())}
    named = lookup.witnesses(naming) if naming else "–"
    return (f"{name}{drafted}", *((words,) if described else ()), f"{count or '–'}", named)


def _sorting(actor: Actor) -> str:
    """Persons by the last word of their name, all others by its first letters."""
    name = actor.name.casefold()
    return name.rpartition(" ")[2] if actor.kind is ActorKind.PERSON else name
