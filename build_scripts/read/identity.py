"""Read: pages and their records in; where they stood before, and what else their records are called, out."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from build_scripts.errors import Faults
from build_scripts.models import ContactPage, Event, Moved, Page
from build_scripts.read.fields import Fields
from build_scripts.read.front import Identified

_EXAMPLE = "Write the old name of the file without .md, `formerly: [old-name]`, or its path in docs/."


@lru_cache(maxsize=1 << 14)
def address(path: str) -> str:
    """Where a page comes out, as a file system without case sees it."""
    page = PurePosixPath(unicodedata.normalize("NFC", path).casefold()).with_suffix("")
    return (page.parent if page.name in ("index", "readme") else page).as_posix()


def moved_pages(pages: Sequence[Page], fields: Mapping[str, Fields]) -> tuple[Moved, ...]:
    """The former places of all pages, sorted; those that cannot be are faults.

    An `id` that is not the name of its file, and of no other, is where the page was drafted.
    """
    taken = {address(page.path): page.path for page in pages}
    found = {moved for page in pages for moved in _stated(page, fields[page.path], taken)}
    first: dict[str, Moved] = {}
    for moved in sorted(found, key=lambda one: (one.page, one.line, one.old)):
        other = first.setdefault(address(moved.old), moved)
        if other.page != moved.page:
            mend = "Keep it on the page to which the old address shall lead."
            what = f"formerly names {moved.old}, which {other.page} names too"
            fields[moved.page].faults.add(fields[moved.page].file, moved.line, what, mend)
    for page in pages:
        old = _drafted_as(page)
        if old and address(old) not in taken and address(old) not in first:
            first[address(old)] = Moved(old, page.path, fields[page.path].line("id"), is_stated=False)
    return tuple(sorted(first.values(), key=lambda one: (one.old, one.page)))


def check_moved(moved: Iterable[Moved], written: Iterable[str], docs: str, faults: Faults) -> None:
    """No page of this build comes out where another leaves a redirect."""
    taken = {address(path): path for path in written}
    for one in moved:
        if one.is_stated and (other := taken.get(address(one.old))):
            mend = "Delete it there, or give the page that is there now another name."
            what = f"formerly names {one.old}, where {docs}/{other} comes out"
            faults.add(f"{docs}/{one.page}", one.line, what, mend)


def other_names(records: Iterable[Identified], moved: Iterable[Moved]) -> Mapping[str, str]:
    """What people may still call a record, to its id: the names of its file, now and before."""
    records = tuple(records)
    ids = {record.id for record in records}
    id_of = {record.page: record.id for record in records}
    names = [(_stem(record.page), record.id) for record in records]
    names += [(_stem(one.old), id_of[one.page]) for one in moved if one.page in id_of]
    return {name: id_ for name, id_ in sorted(names, reverse=True) if name not in ids}


def by_id(names: Iterable[str], others: Mapping[str, str]) -> tuple[str, ...]:
    """Names with those that are another name of a record replaced by its id."""
    return tuple(dict.fromkeys(others.get(name, name) for name in names))


def contact_by_ids(contact: ContactPage, actors: Mapping[str, str]) -> ContactPage:
    """The same with its participants by their ids."""
    return replace(
        contact,
        participants=by_id(contact.participants, actors),
        found_participants=by_id(contact.found_participants, actors),
    )


def event_by_ids(event: Event, actors: Mapping[str, str], contacts: Mapping[str, str]) -> Event:
    """The same with all that it names by their ids."""
    return replace(
        event,
        participants=by_id(event.participants, actors),
        facets=tuple(replace(facet, actors=by_id(facet.actors, actors)) for facet in event.facets),
        contact=contacts.get(event.contact, event.contact),
    )


def _stated(page: Page, fields: Fields, taken: Mapping[str, str]) -> Iterator[Moved]:
    for at, (name, line) in enumerate(fields.raw_items("formerly")):
        key = f"formerly.{at}"
        old = _path(name, page.path)
        if not old:
            fields.fault(key, f"formerly names {name!r}, which is no page of docs/", _EXAMPLE)
        elif address(old) == address(page.path):
            fields.fault(key, f"formerly names {old}, the page's own address", "Delete it.")
        elif address(old) in taken:
            mend = "Delete it, or rename one of the two: an address leads to one page."
            fields.fault(key, f"formerly names {old}, where {taken[address(old)]} stands", mend)
        else:
            yield Moved(old, page.path, line)


def _path(name: str, page: str) -> str:
    """The path in docs/ that a name gives: in the page's own folder, unless it has folders itself."""
    if not name.isprintable() or "\\" in name or "#" in name or "?" in name:
        return ""
    path = PurePosixPath(name if name.endswith(".md") else f"{name}.md")
    if path.is_absolute() or not _are_plain(path.parts) or path.name == ".md":
        return ""
    return (path if len(path.parts) > 1 else PurePosixPath(page).parent / path).as_posix()


def _are_plain(parts: Collection[str]) -> bool:
    return bool(parts) and not any(part.startswith(".") or part != part.strip() for part in parts)


def _drafted_as(page: Page) -> str:
    given = page.front.get("id", "")
    path = PurePosixPath(page.path)
    if not isinstance(given, str) or not given.strip() or given.strip() == path.stem or path.stem == "index":
        return ""
    return _path(given.strip(), page.path)


def _stem(path: str) -> str:
    page = PurePosixPath(path)
    return page.parent.name if page.stem == "index" and page.parent.name else page.stem
