"""Pages: all actors in, their index out: by side, then persons, organisations, states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts import parts
from build_scripts.models import Actor, ActorKind, PagePlan
from build_scripts.pages import actors, drafts, further, long_lists, markdown, met, readings, state, wording
from build_scripts.pages.lookup import ACTORS, Lookup
from build_scripts.parts import Part

KINDS = {ActorKind.PERSON: "Persons", ActorKind.ORGANISATION: "Organisations", ActorKind.STATE: "States"}


MOST = 200
"""Actors on one page; of more, each letter has one."""


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """The plan of the index and, where there are many actors, one for each letter."""
    long = _long(lookup)
    found = long_lists.divided(long, lookup)
    whole = _letters(long, found, lookup) if found else _actors(long.items, ACTORS, lookup)
    blocks = {
        "met": met.write(ACTORS, lookup),
        "actors": whole or "No actor yet.",
        "scope": state.scope(lookup),
    }
    told = "Persons, organisations and states that the sources name, by side."
    index = PagePlan(ACTORS, blocks, drafts.page("Actors", told), top=())
    texts = {part.name: _actors(part.items, long.address(part), lookup) for part in long_lists.leaves(found)}
    return (index, *further.pages(long, found, texts, lookup))


def _long(lookup: Lookup) -> long_lists.Long[Actor]:
    return long_lists.Long(
        page=ACTORS,
        block="letter",
        title="Actors",
        anchor="actors",
        items=tuple(lookup.actor.values()),
        named=lambda actor: parts.lettered(_sorting(actor)),
        unit="actor",
        limit=MOST,
        into="actors",
    )


def _actors(found: Sequence[Actor], page: str, lookup: Lookup) -> str:
    """Tables under headings: by side, then persons, organisations and states."""
    groups = _groups(found, lookup)
    return markdown.sections(
        *(part for one in groups for part in (one.head, _table(one.actors, page, lookup)))
    )


def _letters(long: long_lists.Long[Actor], found: Sequence[Part[Actor]], lookup: Lookup) -> str:
    """The same headings, each with the letters under which its actors stand."""
    told = f"{wording.sentence(long.count(long.items))}, persons by the last word of their names."
    return markdown.sections(
        long_lists.led(told, ACTORS, "all-actors"),
        *(part for one in _groups(long.items, lookup) for part in (one.head, _by_letter(long, found, one))),
    )


def _by_letter(long: long_lists.Long[Actor], found: Sequence[Part[Actor]], group: Group) -> str:
    """The letters of a group, each with a link to the group there, or to the letter if that is divided."""
    inside = {actor.id for actor in group.actors}
    return " · ".join(
        f"{markdown.link(long.called(part.name), _place(long, part, group.anchor), ACTORS)} ({count})"
        for part in found
        if (count := sum(actor.id in inside for actor in part.items))
    )


def _place(long: long_lists.Long[Actor], part: Part[Actor], anchor: str) -> str:
    return long.address(part) if part.parts else f"{long.address(part)}#{anchor}"


@dataclass(frozen=True, slots=True)
class Group:
    """Actors of one side and kind, under their headings; the anchor of the inner one."""

    head: str
    anchor: str
    actors: tuple[Actor, ...]


def _groups(found: Sequence[Actor], lookup: Lookup) -> Iterator[Group]:
    """By side, then by kind."""
    sides = lookup.briefing.config.sides
    for side, title in (*sides.items(), ("", "Others")):
        head = markdown.heading(2, title, f"side-{side or 'others'}")
        of_side = [one for one in found if (one.side if one.side in sides else "") == side]
        for kind, kinds in KINDS.items():
            group = tuple(sorted((one for one in of_side if one.kind is kind), key=_order))
            if group:
                anchor = f"{side or 'others'}-{kind.value}"
                yield Group(markdown.sections(head, markdown.heading(3, kinds, anchor)), anchor, group)
                head = ""


def _order(actor: Actor) -> tuple[str, str]:
    return _sorting(actor), actor.id


def _table(found: Sequence[Actor], page: str, lookup: Lookup) -> str:
    """Descriptions have a column only where there are any."""
    described = any(lookup.roles.get(one.id) for one in found)
    columns = ("Name", *(("As first described",) if described else ()), "Contacts", "Named in")
    return markdown.table(columns, (_row(one, described, page, lookup) for one in found))


def _row(actor: Actor, described: bool, page: str, lookup: Lookup) -> tuple[str, ...]:
    name = markdown.link(actor.name, actor.page, page) if actor.has_page else markdown.inline(actor.name)
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
