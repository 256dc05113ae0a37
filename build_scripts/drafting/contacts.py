"""Drafting: what an editor knows of a contact in, its page with passages that may speak of it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts import edtf
from build_scripts.drafting.actors import Draft
from build_scripts.drafting.front import front, in_single_marks
from build_scripts.models import Briefing, Passage, SourceFacts
from build_scripts.naming import stem

_WORD = re.compile(r"[^\W_]+")
MOST = 8
"""Passages that a page proposes at most."""


def contact(
    title: str,
    date: str,
    kind: str,
    participants: Sequence[str],
    place: str,
    status: str,
    briefing: Briefing,
) -> Draft:
    """The page of a contact that the build did not find, anchored in the passages that may speak of it.

    Who takes part is read from the title, unless it is given. The passages name two of them (or the one),
    give the date if one is given, and are not yet evidence of another contact.
    """
    name = stem(title)
    participants = participants or _named_in(title, briefing)
    found = tuple(f"[@{one.source}#{one.id}]" for one in _passages(date, participants, briefing))[:MOST]
    fields = {
        "title": title,
        "id": name,
        "added": "true",
        "date": date,
        "kind": kind or "meeting",
        "participants": list(participants),
        "place": place,
        "status": status or "happened",
        "anchors": tuple(in_single_marks(one) for one in found),
    }
    told = f"\nIt may be told in these passages: {' '.join(found)}.\n" if found else ""
    return f"chronology/{name}.md", front(fields) + told


def _named_in(title: str, briefing: Briefing) -> tuple[str, ...]:
    """Actors whose name or alias stands in the title, in its order."""
    said = f" {' '.join(_WORD.findall(title.casefold()))} "
    found = {
        actor.id: said.find(f" {' '.join(_WORD.findall(name.casefold()))} ")
        for actor in briefing.records.actors
        for name in actor.names
        if f" {' '.join(_WORD.findall(name.casefold()))} " in said
    }
    return tuple(sorted(found, key=lambda one: (found[one], one)))


def _passages(date: str, participants: Sequence[str], briefing: Briefing) -> Iterator[Passage]:
    taken = {(piece.source, piece.passage) for one in briefing.findings.contacts for piece in one.evidence}
    wanted = set(participants)
    for found in briefing.facts:
        for passage in found.passages:
            named = _named(found, passage) & wanted
            if (
                (passage.source, passage.id) not in taken
                and named
                and len(named) >= min(2, len(wanted))
                and (not date or _gives(found, passage, date))
            ):
                yield passage


def _named(found: SourceFacts, passage: Passage) -> set[str]:
    return {mention.actor for mention in found.mentions if mention.passage == passage.id}


def _gives(found: SourceFacts, passage: Passage, date: str) -> bool:
    return any(
        one.passage == passage.id and one.edtf and edtf.overlaps(one.edtf, date) for one in found.dates
    )
