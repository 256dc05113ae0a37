"""Pages: settled contacts in, the two drawings of the timeline out (across, and down for a phone)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from build_scripts import edtf
from build_scripts.models import ActorKind, Contact, ContactKind
from build_scripts.pages import claims, lineages, markdown, timeline_across, timeline_down, wording
from build_scripts.pages.lookup import Lookup
from build_scripts.pages.timeline_marks import Mark, Row, Scale, mark_shape, short_date

MOST = 300
"""Contacts of one picture; the page holds it twice, across and down."""


def pictures(lookup: Lookup) -> Mapping[str, str]:
    """The drawings by file name; both are there even when nothing is dated, or too much."""
    contacts = drawn(lookup)
    contacts = () if is_too_long(contacts) else contacts
    rows, scale = _rows(contacts, lookup), scale_of(contacts)
    title = f"Contacts, {years(contacts)}" if contacts else "No dated contact has been reviewed yet"
    key = _key(rows, lookup)
    used = {mark.kind for row in rows for mark in row.marks}
    kinds = tuple(kind for kind in ContactKind if kind in used)
    return {
        "timeline.svg": timeline_across.draw(rows, scale, title, key, kinds),
        "timeline-narrow.svg": timeline_down.draw(rows, scale, title, key, kinds),
    }


def drawn(lookup: Lookup) -> tuple[Contact, ...]:
    """The contacts of the preset list that have a date and that a person has checked, by date."""
    return tuple(one for one in lookup.settled if edtf.bounds(one.date) is not None and lookup.has_focus(one))


def is_too_long(contacts: Sequence[Contact]) -> bool:
    """Whether a picture of these would show nothing but that they are many."""
    return len(contacts) > MOST


def years(contacts: Sequence[Contact]) -> str:
    """`2006 to 2024`: the years from the first to the last contact."""
    scale = scale_of(contacts)
    first, last = scale.first.year, scale.last.year
    return f"{first}" if first == last else f"{first} to {last}"


def scale_of(contacts: Sequence[Contact]) -> Scale:
    """Whole years, from the first day given to the last; an open end does not stretch it."""
    spans = [span for one in contacts if (span := edtf.bounds(one.date)) is not None]
    days = sorted(day for span in spans for day in span if day not in (date.min, date.max))
    if not days:
        return Scale(date(2000, 1, 1), date(2000, 12, 31))
    return Scale(date(days[0].year, 1, 1), date(days[-1].year, 12, 31))


def _rows(contacts: Sequence[Contact], lookup: Lookup) -> tuple[Row, ...]:
    """A row for each person or organisation of the focus's side; the earliest contact comes first."""
    groups: dict[str, list[Contact]] = {}
    for contact in contacts:
        groups.setdefault(_row_name(contact, lookup), []).append(contact)
    return tuple(
        Row(name, _place(found), tuple(_mark(contact, name, lookup) for contact in found))
        for name, found in groups.items()
    )


def _row_name(contact: Contact, lookup: Lookup) -> str:
    """One organisation or person by name; several organisations by the name of their side."""
    side = _side(lookup)
    there = [lookup.actor[name] for name in contact.participants if name in lookup.actor]
    ours = [actor for actor in there if actor.side == side]
    people = [actor for actor in ours if actor.kind is ActorKind.PERSON]
    bodies = [actor for actor in ours if actor.kind is not ActorKind.PERSON]
    whole = lookup.briefing.config.sides.get(side, "") or "Contacts"
    if len(bodies) > 1:
        return whole
    if len(people) == 1:
        return people[0].name
    if bodies:
        return bodies[0].name
    shared = frozenset.intersection(*(frozenset(one.member_of) for one in people)) if people else frozenset()
    names = sorted(lookup.actor[name].name for name in shared if name in lookup.actor)
    return names[0] if names else whole


def _place(contacts: Sequence[Contact]) -> str:
    """The place that all contacts of a row have in common."""
    places = {contact.place for contact in contacts}
    only = next(iter(places)) if len(places) == 1 else ""
    return f"in {only}" if only else ""


def _mark(contact: Contact, row: str, lookup: Lookup) -> Mark:
    place = f", {contact.place}" if contact.place and contact.place not in contact.title else ""
    title = wording.without_date(contact.title, contact.date)
    # As it is drawn, so that who speaks to the screen finds it by the words that stand there.
    count = lookup.witnesses_in_words(map(claims.ref, contact.evidence))
    told = f"{short_date(contact.date)}: {title}{place}. {count}."
    return Mark(
        shape=mark_shape(contact.date),
        date=contact.date,
        label=short_date(contact.date),
        text=title,
        told=told,
        href="/" + markdown.address(lookup.contact_path(contact), ""),
        lineage=_lineage_class(contact.sources, lookup),
        kind=contact.kind,
        whom=_whom(contact, row, lookup),
        is_approximate=edtf.is_approximate(contact.date),
    )


def _whom(contact: Contact, row: str, lookup: Lookup) -> str:
    """The one person who took part and is neither the row nor of its side; nobody where there are several."""
    there = [lookup.actor[name] for name in contact.participants if name in lookup.actor]
    sides = {actor.side for actor in there if actor.name == row} or {_side(lookup)}
    people = [one for one in there if one.kind is ActorKind.PERSON and one.side and one.side not in sides]
    return people[0].name if len(people) == 1 else ""


def _side(lookup: Lookup) -> str:
    """The side of the focus: its people and organisations are the rows."""
    config = lookup.briefing.config
    sides = [lookup.actor[name].side for name in config.focus if name in lookup.actor]
    return next((one for one in sides if one), next(iter(config.contacts), ""))


def _lineage_class(sources: Sequence[str], lookup: Lookup) -> str:
    """`l1`, `l2` … where one lineage reports it, `both` where several do."""
    found = {lookup.lineage_of.get(source, source) for source in sources}
    if len(found) != 1:
        return "both"
    return lookup.lineage_classes[next(iter(found))]


def _key(rows: Sequence[Row], lookup: Lookup) -> tuple[tuple[str, str], ...]:
    """What each colour in the picture stands for."""
    used = {mark.lineage for row in rows for mark in row.marks}
    found = []
    for number, lineage in enumerate(lookup.lineages, 1):
        if f"l{number}" in used:
            found.append((f"l{number}", f"{lineages.labelled(lineage, lookup)} only"))
    return (*found, *((("both", "several texts"),) if "both" in used else ()))
