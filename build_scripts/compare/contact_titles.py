"""Compare: a contact without a page in, a neutral title and an id for its draft out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts import edtf
from build_scripts.models import Actor, ActorKind, Config, Contact, ContactKind
from build_scripts.text import slug

_MOST = 3
"""Names in a title; more are "and others"."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a draft is named after, the visiting side first."""

    visitors: tuple[str, ...]
    hosts: tuple[str, ...]


def title(contact: Contact, actors: Mapping[str, Actor], config: Config) -> str:
    """Names, place and date, and nothing that judges.

    "A. Arden in Eastville, March 2006"; "B. Birch and C. Cedar: meeting in Southport, May 2009".
    """
    named = _named(contact, actors, config)
    place = f" in {contact.place}" if contact.place else ""
    when = edtf.in_words(contact.date) if contact.date else "undated"
    often = ", repeatedly" if contact.repeated else ""
    if contact.kind is ContactKind.VISIT and contact.place:
        return f"{_listed(named.visitors)}{place}{often}, {when}"
    if len(named.visitors) + len(named.hosts) > _MOST and named.hosts and named.visitors:
        people = f"{_listed(named.visitors)} with {_listed(named.hosts)}"
    else:
        people = _listed((*named.visitors, *named.hosts))
    return f"{people}: {contact.kind.value}{place}{often}, {when}"


def identifier(contact: Contact, actors: Mapping[str, Actor], config: Config) -> str:
    """Date and names as an address: `2006-03-a-arden`, `2007-to-2011-a-arden`, `undated-a-arden`."""
    named = _named(contact, actors, config)
    names = named.visitors if contact.kind is ContactKind.VISIT else (*named.visitors[:2], *named.hosts[:1])
    when = (
        re.sub(r"[~?%]", "", contact.date).replace("/..", "-on").replace("../", "until-").replace("/", "-to-")
    )
    return slug("-".join((when or "undated", *names[:_MOST])))


def _named(contact: Contact, actors: Mapping[str, Actor], config: Config) -> Named:
    visiting, hosting = _order(contact, config)
    return Named(_of_side(contact, visiting, actors, config), _of_side(contact, hosting, actors, config))


def _order(contact: Contact, config: Config) -> tuple[str, str]:
    """The side that travels comes first: the one that is not at home where it was, or has no home."""
    one, other = config.contacts
    for host, guest in ((one, other), (other, one)):
        if contact.place in config.home.get(host, ()):
            return guest, host
    return (other, one) if one in config.home and other not in config.home else (one, other)


def _of_side(contact: Contact, side: str, actors: Mapping[str, Actor], config: Config) -> tuple[str, ...]:
    """Persons of a side, or its organisations, or the side as a whole where it is not merely the host."""
    ours = [actors[each] for each in contact.participants if each in actors and actors[each].side == side]
    persons = [actor.name for actor in ours if actor.kind is ActorKind.PERSON]
    groups = [actor.name for actor in ours if actor.kind is not ActorKind.PERSON]
    names = sorted(persons) or sorted(groups)
    if contact.kind is ContactKind.CONFERENCE and len(groups) != 1 and side not in config.home:
        names = []
    if not names and not (contact.presence and side in config.home and contact.place):
        return (config.sides[side],) if side in contact.sides else ()
    return tuple(names)


def _listed(names: Sequence[str]) -> str:
    if len(names) > _MOST:
        return f"{', '.join(names[: _MOST - 1])} and others"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
