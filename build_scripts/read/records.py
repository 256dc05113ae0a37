"""Read: the pages, as read, in; the records that their front matter holds, checked against one another, out.

Pure: what is wrong goes to `faults`, with the file and the line at which it is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from build_scripts.errors import Faults
from build_scripts.models import Config, Page, Records
from build_scripts.read.actors import check_actors, read_actor
from build_scripts.read.contacts import check_contact_merges, read_contact
from build_scripts.read.events import read_event
from build_scripts.read.fields import Fields
from build_scripts.read.front import (
    COMMON,
    Identified,
    Role,
    corrections_of,
    fields_of,
    refuse_second_ids,
    role_of,
)
from build_scripts.read.identity import by_id, contact_by_ids, event_by_ids, moved_pages, other_names
from build_scripts.read.joining import joined_actors, joined_names
from build_scripts.read.merging import check_merges
from build_scripts.read.topics import read_topic

Record = TypeVar("Record", bound=Identified)


def read_records(pages: Iterable[Page], config: Config, faults: Faults) -> Records:
    """Actors, contacts, topics, events (each sorted by id) and corrections."""
    pages = sorted(pages, key=lambda page: page.path)
    fields = {page.path: fields_of(page, config, faults) for page in pages}
    roles = {page.path: role_of(page) for page in pages}

    def of(role: Role, read: Callable[[Page, Fields], Record]) -> tuple[Record, ...]:
        found = [read(page, fields[page.path]) for page in pages if roles[page.path] is role]
        refuse_second_ids(found, fields, role)
        return tuple(sorted(found, key=lambda record: record.id))

    moved = moved_pages(pages, fields)
    actors = of(Role.ACTOR, lambda page, given: read_actor(page, given, config.sides))
    names = other_names(actors, moved)
    actors = tuple(replace(one, member_of=by_id(one.member_of, names)) for one in actors)
    actors, joined, into = joined_actors(actors, names, fields)
    names = {**{name: into.get(id_, id_) for name, id_ in names.items()}, **into}
    actors = tuple(replace(one, member_of=by_id(one.member_of, names)) for one in actors)
    known = frozenset({*(actor.id for actor in actors), *names})
    contacts = of(Role.CONTACT, lambda page, given: read_contact(page, given, known))
    titles = other_names(contacts, moved)
    contacts = tuple(
        replace(contact_by_ids(one, names), merge_into=titles.get(one.merge_into, one.merge_into))
        for one in contacts
    )
    topics = of(Role.TOPIC, read_topic)
    questions = other_names(topics, moved)
    topics = tuple(replace(one, merge_into=questions.get(one.merge_into, one.merge_into)) for one in topics)
    events = of(Role.EVENT, lambda page, given: read_event(page, given, known))
    events = tuple(event_by_ids(one, names, titles) for one in events)
    check_actors(actors, fields)
    check_contact_merges(contacts, fields)
    check_merges(topics, fields, Role.TOPIC)
    for name in config.focus:
        if name not in known:
            mend = "Write the id of an actor (the name of its page in actors/ without .md), or add that page."
            faults.add(config.file, 0, f"extra.briefing.focus names {name}, which is no actor", mend)
    for page in pages:
        if roles[page.path] is Role.NONE:
            _check_plain(page, fields[page.path])
    corrections = [(page.path, one) for page in pages for one in corrections_of(fields[page.path])]
    merged = tuple(one for one in topics if one.merge_into)
    kept = tuple(one for one in topics if not one.merge_into)
    return Records(actors, contacts, kept, events, tuple(corrections), moved, joined, merged)


def followed(config: Config, records: Records) -> Config:
    """The configuration with actors that it calls by a former name under their ids."""
    names = other_names(records.actors, records.moved)
    return replace(config, focus=by_id(config.focus, {**names, **joined_names(records.joined)}))


def _check_plain(page: Page, fields: Fields) -> None:
    """A page without a record: nobody reads other keys, so an editor who wrote one expects too much."""
    if "kind" in fields.values:
        kind = fields.text("kind")
        mend = "Write one of: person, organisation, state, event; or delete the key."
        fields.fault("kind", f"unknown kind {kind}", mend)
    fields.refuse_unknown((*COMMON, "kind", "id", "formerly", "reviewed", "source"))
