"""Read: one page in; what every record has in common (its kind of page, id, review, citations) out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Protocol

from build_scripts.citations import Malformed, parse_one
from build_scripts.errors import Faults
from build_scripts.models import ActorKind, Citation, Config, Correction, Page, Review
from build_scripts.parts import owner_of
from build_scripts.read.fields import Fields

COMMON = ("title", "description", "hide", "search", "corrections")
"""Keys of every page: ours, and those of MkDocs that are harmless."""
RECORD = (*COMMON, "id", "formerly", "reviewed")

# Match: `a-arden`, `000`, `B_Arden`. Near-miss: `A. Arden`.
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_CODE = re.compile(r"[0-9a-f]{8}")


class Role(StrEnum):
    """What a page records."""

    ACTOR = "actor"
    CONTACT = "contact"
    TOPIC = "topic"
    EVENT = "event"
    NONE = ""


class Identified(Protocol):
    """A record with an id and a page."""

    @property
    def id(self) -> str: ...

    @property
    def page(self) -> str: ...


_INDEX = ("index", "README")
_TOOLS = frozenset({"comparisons/pair.md"})
"""Pages of a record's folder that hold no record, unless they ask a question of their own."""
_OF_A_RECORD = frozenset({"id", "kind", "anchors", "participants", "date", "found", "question"})
"""What no part of a long list says of itself."""
_FOLDERS = {"actors": Role.ACTOR, "chronology": Role.CONTACT, "comparisons": Role.TOPIC}


def role_of(page: Page) -> Role:
    """Actors, contacts and topics by folder (its index aside); events, and actors elsewhere, by `kind`."""
    path = PurePosixPath(page.path)
    kind = str(page.front.get("kind", "")).strip()
    if kind == Role.EVENT:
        return Role.EVENT
    is_index = len(path.parts) == 2 and path.stem in _INDEX
    is_tool = page.path in _TOOLS and "question" not in page.front
    is_tool = is_tool or (bool(owner_of(page.path)) and not _OF_A_RECORD.intersection(page.front))
    if len(path.parts) > 1 and path.parts[0] in _FOLDERS and not (is_index or is_tool):
        return _FOLDERS[path.parts[0]]
    return Role.ACTOR if kind in list(ActorKind) else Role.NONE


def folder_of(role: Role) -> str:
    return next(folder for folder, of in _FOLDERS.items() if of is role)


def fields_of(page: Page, config: Config, faults: Faults) -> Fields:
    """The front matter of a page; faults name its path from the folder of mkdocs.yml."""
    return Fields(page.front, page.lines, f"{config.docs}/{page.path}", faults)


def record_id(page: Page, fields: Fields) -> str:
    """The id given, else the stem of the file (for `x/index.md`, the name of its folder)."""
    path = PurePosixPath(page.path)
    stem = path.parent.name if path.stem in _INDEX and path.parent.name else path.stem
    found = fields.text("id") or stem
    if not _ID.fullmatch(found):
        fields.fault("id", f"{found} cannot be an id", "Use letters, digits and hyphens: `id: a-arden`.")
    return found


def review_of(fields: Fields) -> Review | None:
    """`reviewed: 2026-11-21`, or with the code of the evidence that was checked."""
    if not isinstance(fields.values.get("reviewed"), dict):
        day = fields.day("reviewed")
        return Review(day) if day else None
    given = fields.mapping("reviewed")
    assert given is not None
    given.refuse_unknown(("date", "evidence"))
    given.required("date", "date: 2026-11-21")
    evidence = given.text("evidence")
    if evidence and not _CODE.fullmatch(evidence):
        mend = "Copy the eight letters and digits that the page shows, or leave the key out."
        given.fault("evidence", f"{evidence} is not a code of evidence", mend)
    day = given.day("date")
    return Review(day, evidence) if day else None


def citations_of(fields: Fields, key: str) -> tuple[Citation, ...]:
    """The citations of a list, or the one citation."""
    found = (citation_in(fields, item, line) for item, line in fields.raw_items(key))
    return tuple(citation for citation in found if citation)


def citation_in(fields: Fields, item: str, line: int) -> Citation | None:
    """One text that is a citation and nothing else; its line is that of the front matter."""
    parsed = parse_one(item)
    if isinstance(parsed, Malformed):
        fields.faults.add(fields.file, line, parsed.what, parsed.mend)
        return None
    return Citation(parsed.source, parsed.passage, parsed.words, 0, 0, line)


def corrections_of(fields: Fields) -> tuple[Correction, ...]:
    """The corrections that a page lists."""
    found = []
    for given in fields.mappings("corrections"):
        given.refuse_unknown(("date", "was", "now", "why"))
        given.required("date", "date: 2026-11-21")
        was, now = given.required("was", "was: three"), given.required("now", "now: four")
        found.append(Correction(given.day("date"), was, now, given.required("why", "why: a misreading")))
    return tuple(found)


def refuse_second_ids(records: Iterable[Identified], fields: dict[str, Fields], what: str) -> None:
    """Two records of one kind may not share an id, nor differ in case alone."""
    first: dict[str, Identified] = {}
    for record in records:
        other = first.setdefault(record.id.casefold(), record)
        if other is not record:
            mend = f"Give one of the two another id: `id: {record.id}-2`."
            fields[record.page].fault("id", f"the {what} {record.id} has a page already: {other.page}", mend)


def refuse_unknown_actors(fields: Fields, key: str, names: Iterable[str], known: Collection[str]) -> None:
    """Whoever is named as participant or member has a page."""
    for at, name in enumerate(names):
        if name not in known:
            mend = "Write the id of an actor (the name of its page in actors/ without .md), or add that page."
            fields.fault(f"{key}.{at}", f"{key} names {name}, which is no actor", mend)
