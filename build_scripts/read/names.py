"""Read: the files of a corpus and the ids and labels that editors gave in; one of each for every file out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import PurePosixPath
from string import ascii_uppercase

from build_scripts.errors import Faults
from build_scripts.read.entries import Entry
from build_scripts.text import slug

# It stands in citations and in addresses. Match: `000`, `times-2`, `a.b`. Near-miss: `a b`, `.a`, `a/b`.
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TAKEN = frozenset(("index",))
"""Addresses of the sources' own pages."""


def source_ids(entries: Sequence[Entry], name: str, faults: Faults) -> tuple[str, ...]:
    """The id of each file: as given, else its name up to the first `_`, else its stem.

    Names that would collide, by case too, because some file systems know no case, fall back to stems.
    """
    given = Counter(entry.id.lower() for entry in entries if entry.id)
    short = {entry.file: _short(entry.file) for entry in entries if not entry.id}
    shared = Counter(id_.lower() for id_ in short.values())
    shared.update(given)
    ids = [
        entry.id or (_id(_stem(entry.file)) if shared[short[entry.file].lower()] > 1 else short[entry.file])
        for entry in entries
    ]
    _check_ids(entries, ids, name, faults)
    return tuple(ids)


def source_labels(entries: Sequence[Entry], name: str, faults: Faults) -> tuple[str, ...]:
    """The label of each file: as given, else the next letter that nobody was given."""
    given = {entry.label for entry in entries if entry.label}
    letters = (label for label in _letters() if label not in given)
    labels = [entry.label or next(letters) for entry in entries]
    first: dict[str, str] = {}
    for entry, label in zip(entries, labels, strict=True):
        if (other := first.setdefault(label, entry.file)) != entry.file:
            mend = "Give each source a label of its own; a label is never used again for another source."
            faults.add(name, entry.line, f"the label {label} is that of {other} already", mend)
    return tuple(labels)


def _check_ids(entries: Sequence[Entry], ids: Sequence[str], name: str, faults: Faults) -> None:
    first: dict[str, str] = {}
    for entry, id_ in zip(entries, ids, strict=True):
        line = entry.id_line or entry.line
        mend = f"Give {entry.file} an id of its own in {name}: `id: times-2`."
        if not _ID.fullmatch(id_) or id_.lower() in _TAKEN:
            what = f"{id_ or 'the name of ' + entry.file} cannot be an id"
            faults.add(name, line, what, f"{mend} Letters, digits, `.`, `_` and `-`; not index.")
        elif (other := first.setdefault(id_.lower(), entry.file)) != entry.file:
            faults.add(name, line, f"the id {id_} is that of {other} already", mend)


def _stem(file: str) -> str:
    return PurePosixPath(file).stem


def _short(file: str) -> str:
    return _id(_stem(file).split("_", 1)[0] or _stem(file))


def _id(stem: str) -> str:
    """The stem if it can stand in an address, else what of it can."""
    return stem if _ID.fullmatch(stem) else slug(stem)


def _letters() -> Iterator[str]:
    """A to Z, then AA, AB …"""
    for number in count(1):
        label = ""
        while number:
            number, letter = divmod(number - 1, 26)
            label = ascii_uppercase[letter] + label
        yield label
