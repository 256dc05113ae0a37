"""Read: actors in, two of whom may be one; those who remain, with the names of both, out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from build_scripts.models import Actor, Joined
from build_scripts.read.fields import Fields
from build_scripts.read.front import Role
from build_scripts.read.merging import end_of, refuse_circle, refuse_unknown

Into = Mapping[str, str]
"""The id of an actor who is another one, to the id of that one."""


def joined_actors(
    actors: Sequence[Actor], names: Mapping[str, str], fields: Mapping[str, Fields]
) -> tuple[tuple[Actor, ...], tuple[Joined, ...], Into]:
    """Give what `merge_into` joins one record: the names of all, and the rest of who remains.

    Names are aliases, descriptions and groups too. Merging into nobody, or in a circle, is a fault.
    """
    by_id = {actor.id: actor for actor in actors}
    next_of = {
        one.id: names.get(one.merge_into, one.merge_into)
        for one in actors
        if one.merge_into and names.get(one.merge_into, one.merge_into) in by_id
    }
    for one in actors:
        if one.merge_into and one.id not in next_of:
            refuse_unknown(one, fields[one.page], Role.ACTOR)
    into = {id_: end_of(id_, next_of) for id_ in next_of}
    for id_ in [id_ for id_, end in into.items() if end in next_of]:
        refuse_circle(by_id[id_], fields[by_id[id_].page])
        del into[id_]
    remaining = tuple(
        _with(one, [by_id[id_] for id_, end in sorted(into.items()) if end == one.id])
        for one in actors
        if one.id not in into
    )
    joined = tuple(
        Joined(id_, by_id[id_].page, end, by_id[id_].name, by_id[id_].why) for id_, end in into.items()
    )
    return remaining, tuple(sorted(joined, key=lambda one: one.page)), into


def joined_names(joined: Iterable[Joined]) -> Into:
    """What people may still call an actor who is another one, by id and by file."""
    return {name: one.into for one in joined for name in (PurePosixPath(one.page).stem, one.id)}


def _with(actor: Actor, others: Sequence[Actor]) -> Actor:
    if not others:
        return actor
    names = [name for one in others for name in one.names]
    groups = [group for one in others for group in one.member_of]
    titles = [title for one in others for title in one.titles]
    return replace(
        actor,
        aliases=tuple(dict.fromkeys([*actor.aliases, *(name for name in names if name != actor.name)])),
        member_of=tuple(dict.fromkeys([*actor.member_of, *(group for group in groups if group != actor.id)])),
        titles=tuple(dict.fromkeys([*actor.titles, *titles])),
    )
