"""Read: records in, each of which may go into another; those that go nowhere, as faults, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from build_scripts.read.fields import Fields
from build_scripts.read.front import Identified, Role, folder_of


class Merging(Identified, Protocol):
    """A record that may go into another one of its kind."""

    @property
    def merge_into(self) -> str: ...


def check_merges(records: Sequence[Merging], given: Mapping[str, Fields], role: Role) -> None:
    """What is merged goes into another record that has a page, and not round in a circle."""
    known = {one.id for one in records}
    next_of = {one.id: one.merge_into for one in records if one.merge_into in known}
    for one in records:
        if one.merge_into and one.merge_into not in known:
            refuse_unknown(one, given[one.page], role)
        elif one.merge_into and end_of(one.id, next_of) == one.id:
            refuse_circle(one, given[one.page])


def refuse_unknown(record: Merging, given: Fields, role: Role) -> None:
    mend = f"Write the id of another {role}: the name of its page in {folder_of(role)}/ without .md."
    given.fault("merge_into", f"merge_into names {record.merge_into}, which is no {role}", mend)


def refuse_circle(record: Identified, given: Fields) -> None:
    what = f"merge_into leads from {record.id} back to {record.id}"
    given.fault("merge_into", what, "Delete it on the page that shall remain.")


def end_of(start: str, next_of: Mapping[str, str]) -> str:
    """Where the way ends; on a circle, an id that leads on: the first one again that it comes to.

    >>> end_of("a", {"a": "b", "b": "c"}), end_of("a", {"a": "b", "b": "a"})
    ('c', 'a')
    """
    at, seen = start, set[str]()
    while at in next_of and at not in seen:
        seen.add(at)
        at = next_of[at]
    return at
