"""Foundation: results of a step, kept by what they were worked out from; as text and back.

A step over all articles asks part by part for what an earlier run made of the very same, and works out the
rest. A key stands for everything that a result depends on, so that nothing kept can be out of date; what a
run did not ask for is not kept any longer. Values are what JSON has a form for, and no more: a file that
somebody else made can be wrong, but never run anything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

SIZE = 16
"""Bytes of a digest."""


def digest(data: bytes) -> bytes:
    """What stands for some bytes, as bytes."""
    return hashlib.blake2b(data, digest_size=SIZE).digest()


def key(parts: Iterable[str]) -> str:
    """What stands for some texts in their order, each apart from the next."""
    told = [part.encode("utf-8", "surrogatepass") for part in parts]
    lengths = " ".join(str(len(one)) for one in told)
    return digest(b"\n".join((lengths.encode(), *told))).hex()


class Shelf:
    """The results of one step."""

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept = kept
        self._used: dict[str, Any] = {}

    def known(self, key: str) -> Any:
        """What was found earlier under a key; None if nothing was."""
        found = self._kept.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def keep(self, key: str, value: Any) -> None:
        """Keep what was found anew; not None, and changed by nobody afterwards."""
        self._used[key] = value

    @property
    def has_changed(self) -> bool:
        """Whether this run asked for something else than the one before."""
        return self._used.keys() != self._kept.keys() or any(
            self._kept[key] is not value for key, value in self._used.items()
        )

    def followed(self) -> Shelf:
        """The shelf as the next run finds it."""
        return Shelf(self._used)

    def as_text(self) -> str:
        """What this run used; `from_text` makes it the shelf of the next."""
        told = json.dumps(self._used, separators=(",", ":"))
        return f"{_seal(told)}\n{told}"


def from_text(text: str) -> Shelf:
    """What `as_text` told; an empty shelf if it is anything else."""
    head, _, told = text.partition("\n")
    if head != _seal(told):
        return Shelf({})
    try:
        kept = json.loads(told)
    except (ValueError, RecursionError):
        return Shelf({})
    return Shelf(kept if isinstance(kept, dict) else {})


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


def _seal(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass")).hex()
