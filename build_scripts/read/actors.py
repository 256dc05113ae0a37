"""Read: the page of an actor in; the actor out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_scripts.models import Actor, ActorKind, Page
from build_scripts.read.fields import Fields
from build_scripts.read.front import RECORD, record_id, refuse_unknown_actors, review_of
from build_scripts.text import folded

KEYS = (*RECORD, "kind", "side", "member_of", "aliases", "titles", "page", "merge_into", "why")


def read_actor(page: Page, fields: Fields, sides: Mapping[str, str]) -> Actor:
    """The actor that a page records; what is wrong with it goes to the faults of `fields`."""
    fields.refuse_unknown(KEYS)
    fields.texts("formerly")
    fields.required("kind", "kind: person")
    kind = fields.choice("kind", ActorKind)
    side = fields.text("side")
    if side and side not in sides:
        mend = f"Write one of extra.briefing.sides ({', '.join(sides) or 'none yet'}), or delete the key."
        fields.fault("side", f"unknown side {side}", mend)
        side = ""
    merge_into, why = fields.text("merge_into"), fields.text("why")
    if merge_into and not why:
        fields.fault("merge_into", "merge_into without why", "Add a line `why: …` that readers can follow.")
    return Actor(
        id=record_id(page, fields),
        name=fields.required("title", "title: A. Arden"),
        kind=kind or ActorKind.PERSON,
        side=side,
        page=page.path,
        aliases=fields.texts("aliases"),
        member_of=fields.texts("member_of"),
        titles=fields.texts("titles"),
        reviewed=review_of(fields),
        has_page=fields.flag("page", default=True),
        merge_into=merge_into,
        why=why,
    )


def check_actors(actors: Sequence[Actor], fields: Mapping[str, Fields]) -> None:
    """No words name two actors, and whoever is named as a group has a page."""
    known = frozenset(actor.id for actor in actors)
    for actor in actors:
        given = fields[actor.page]
        refuse_unknown_actors(given, "member_of", actor.member_of, known)
        if actor.id in actor.member_of:
            given.fault(
                "member_of", f"{actor.id} is a member of itself", "Name the group, or delete the key."
            )
    claimed: dict[str, Actor] = {}
    for actor, key, words in _claims(actors):
        other = claimed.setdefault(folded(words).casefold(), actor)
        if other is not actor:
            mend = f"Keep it on one of the two pages ({other.page} has it too), or make it longer."
            fields[actor.page].fault(key, f"{words} names {other.id} already", mend)


def _claims(actors: Sequence[Actor]) -> Iterator[tuple[Actor, str, str]]:
    """Whatever names an actor wherever it stands, with its key; names first: an alias gives way to them."""
    for actor in actors:
        if actor.name:
            yield actor, "title", actor.name
    for actor in actors:
        for at, words in enumerate(actor.aliases):
            yield actor, f"aliases.{at}", words
        for at, words in enumerate(actor.titles):
            yield actor, f"titles.{at}", words
