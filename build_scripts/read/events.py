"""Read: the page of an event in; its date, place and participants, and its facets, out."""

from __future__ import annotations

import re
from collections.abc import Collection

from build_scripts.models import Event, Facet, Page
from build_scripts.read.fields import Fields
from build_scripts.read.front import RECORD, record_id, refuse_unknown_actors, review_of

KEYS = (*RECORD, "kind", "date", "place", "participants", "contact", "facets")
FACET_KEYS = ("id", "question", "words", "actors", "having", "without")
HAVING = ("date", "figure", "quotation", "actor")
_TAKEN = ("state", "scope")
"""Blocks of every page; a facet's block is named by its id."""
# Match: `heads-of-delegation`. Near-miss: `Heads of delegation`.
_BLOCK = re.compile(r"[a-z0-9][a-z0-9-]*")


def read_event(page: Page, fields: Fields, known: Collection[str]) -> Event:
    """The event that a page records; `known` are the ids of actors."""
    fields.refuse_unknown(KEYS)
    fields.texts("formerly")
    participants = fields.texts("participants")
    refuse_unknown_actors(fields, "participants", participants, known)
    facets = tuple(_facet(given, known) for given in fields.mappings("facets"))
    for at, facet in enumerate(facets):
        if facet.id in [earlier.id for earlier in facets[:at]]:
            fields.fault(
                f"facets.{at}.id", f"the facet {facet.id} stands twice", "Give each an id of its own."
            )
    return Event(
        id=record_id(page, fields),
        title=fields.required("title", "title: The Northland talks"),
        page=page.path,
        date=fields.date("date"),
        place=fields.text("place"),
        participants=participants,
        facets=facets,
        contact=fields.text("contact"),
        reviewed=review_of(fields),
    )


def _facet(given: Fields, known: Collection[str]) -> Facet:
    given.refuse_unknown(FACET_KEYS)
    name = given.required("id", "id: heads")
    if name and (name in _TAKEN or not _BLOCK.fullmatch(name)):
        mend = f"Use small letters, digits and hyphens: `id: heads`; not {' or '.join(_TAKEN)}."
        given.fault("id", f"{name} cannot be the id of a facet", mend)
    having = given.text("having")
    if having and having not in HAVING:
        given.fault("having", f"unknown having {having}", f"Write one of: {', '.join(HAVING)}.")
    actors = given.texts("actors")
    refuse_unknown_actors(given, "actors", actors, known)
    if not (given.texts("words") or actors or having):
        mend = "Add `words: [delegation led]`, `actors: [a-arden]` or `having: date`."
        given.fault("", f"nothing by which the passages of the facet {name} are found", mend)
    question = given.required("question", "question: Who leads the delegations?")
    return Facet(name, question, given.texts("words"), actors, having, given.texts("without"))
