"""Foundation: results of a step, kept by what they were worked out from; as text and back.

A step over all articles asks part by part for what an earlier run made of the very same, and works out the
rest. A key stands for everything that a result depends on, so that nothing kept can be out of date; what a
run did not ask for is not kept any longer. Values are what JSON has a form for, and no more: a file that
somebody else made can be wrong, but never run anything. Each stands on a line of its own: it is read when it
is asked for, and what has not changed is written as it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring_ascii as _quoted
from typing import Any

SIZE = 16
"""Bytes of a digest."""
_ENCODE = json.JSONEncoder(separators=(",", ":")).encode


def digest(data: bytes) -> bytes:
    """What stands for some bytes, as bytes."""
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def key(parts: Iterable[str]) -> str:
    """What stands for some texts in their order, each apart from the next."""
    told = list(parts)
    lengths = " ".join([str(len(one)) for one in told])
    return digest("\n".join((lengths, *told)).encode("utf-8", "surrogatepass")).hex()


class Shelf:
    """The results of one step, in the order in which they were asked for."""

    def __init__(self, kept: Mapping[str, Any], told: Mapping[str, str] | None = None) -> None:
        """`told` are values as JSON, `kept` values as they are; both by key."""
        self._kept = dict(kept)
        self._told = dict(told or {})
        self._used: dict[str, None] = {}
        self._anew: dict[str, Any] = {}

    def __iter__(self) -> Iterator[str]:
        """The keys of what an earlier run kept, in its order."""
        return iter(self._told if len(self._told) >= len(self._kept) else self._kept)

    def before(self, key: str) -> Any:
        """What was found earlier under a key, which is not kept any longer for that; None if nothing was."""
        found = self._kept.get(key)
        if found is None and key in self._told:
            try:
                found = self._kept[key] = json.loads(self._told[key])
            except (ValueError, RecursionError):
                return None
        return found

    def known(self, key: str) -> Any:
        """What was found earlier under a key, kept for the next run as well; None if nothing was."""
        found = self.before(key)
        if found is not None:
            self._used[key] = None
        return found

    def keep(self, key: str, value: Any) -> None:
        """Keep what was found anew; not None, and changed by nobody afterwards."""
        self._used[key] = None
        self._anew[key] = value

    @property
    def has_changed(self) -> bool:
        """Whether this run asked for something else than the one before."""
        return bool(self._anew) or self._used.keys() != (self._told.keys() | self._kept.keys())

    def followed(self) -> Shelf:
        """The shelf as the next run finds it."""
        kept = {key: self._anew[key] if key in self._anew else self.before(key) for key in self._used}
        told = {key: self._told[key] for key in kept if key in self._told and key not in self._anew}
        return Shelf(kept, told)

    def as_text(self) -> str:
        """What this run used; `from_text` makes it the shelf of the next."""
        told = "\n".join([f"{_quoted(key)}\t{self._as_json(key)}" for key in self._used])
        return f"{_seal(told)}\n{told}"

    def _as_json(self, key: str) -> str:
        if key in self._anew:
            return _ENCODE(self._anew[key])
        return self._told[key] if key in self._told else _ENCODE(self._kept[key])


def from_text(text: str) -> Shelf:
    """What `as_text` told; an empty shelf if it is anything else."""
    head, _, told = text.partition("\n")
    if not told or head != _seal(told):
        return Shelf({})
    found: dict[str, str] = {}
    for line in told.split("\n"):
        key, _, value = line.partition("\t")
        try:
            found[key[1:-1] if "\\" not in key else str(json.loads(key))] = value
        except (ValueError, RecursionError):
            return Shelf({})
    return Shelf({}, found)


class Shelves:
    """The shelves of all steps by their names; each is read when it is first asked for."""

    def __init__(self, recall: Callable[[str], str] = lambda name: "") -> None:
        self._recall = recall
        self._shelves: dict[str, Shelf] = {}

    def __getitem__(self, name: str) -> Shelf:
        if name not in self._shelves:
            self._shelves[name] = from_text(self._recall(name))
        return self._shelves[name]

    def changed(self) -> Mapping[str, Callable[[], str]]:
        """The texts of those that are to be kept anew, each made only where it is wanted."""
        return {name: shelf.as_text for name, shelf in self._shelves.items() if shelf.has_changed}

    def followed(self) -> Shelves:
        """The shelves as the next run of this process finds them."""
        after = Shelves(self._recall)
        after._shelves = {name: shelf.followed() for name, shelf in self._shelves.items()}
        return after


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier run made of the same, and the keys (`remembered.keys`) of what each source holds."""

    keys: Mapping[str, str]
    shelves: Shelves
    rules: str = ""
    """Stands for the program and its words, for what no key of a source goes into."""


def _seal(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass")).hex()
