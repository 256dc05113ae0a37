"""Export: a table as an earlier run wrote it in; what it told there of each article, by key, out.

Of most articles a table has to tell what it told before: the rows are cut from the file. Nothing is stored
twice: a shelf has the lengths, and the digest without which a file is not the one that was written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from build_scripts import shelves
from build_scripts.shelves import Shelf

SHELF = "tables"


@dataclass(frozen=True, slots=True)
class Piece:
    """What the files of a table have of one article: lines of JSON and of CSV."""

    json: str
    csv: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier run left; without anything, all is told anew, and the texts are the same."""

    shelf: Shelf = field(default_factory=lambda: Shelf({}))
    data: Callable[[str], str] = lambda name: ""
    """The text of a file of docs/data/ as it stands; nothing if it cannot be read."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """For each article, by its id, what stands for all that was found in it (`remembered.keys`)."""

    def pieces(self, table: str, head: str) -> Mapping[str, Piece]:
        """What was told of each article, by key; `head` is the first line of the table as CSV."""
        try:
            json_digest, csv_digest, rows = self.shelf.known(table)
            json, csv = self.data(f"{table}.json"), self.data(f"{table}.csv")
            if (_digest(json), _digest(csv)) != (json_digest, csv_digest):
                return {}
            return _cut(json, csv, rows, head)
        except (TypeError, ValueError):
            return {}

    def script(self, table: str, key: str, name: str) -> str | None:
        """The script that was told of an article; None if it does not stand there as it was left."""
        text = self.data(name)
        return text if self.shelf.known(f"{table} {key}") == _digest(text) else None

    def keep(self, table: str, json: str, csv: str, rows: Sequence[tuple[str, int, int]]) -> None:
        """Note how a table was left: of each article its key, and how long it is as JSON and as CSV."""
        value = [_digest(json), _digest(csv), [[*row] for row in rows]]
        if self.shelf.known(table) != value:
            self.shelf.keep(table, value)

    def keep_script(self, table: str, key: str, script: str) -> None:
        """Note how an article's script was left."""
        told = _digest(script)
        if self.shelf.known(f"{table} {key}") != told:
            self.shelf.keep(f"{table} {key}", told)


def _cut(json: str, csv: str, rows: Any, head: str) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    at_json, at_csv = len("[\n"), len(head)
    for key, in_json, in_csv in rows:
        found[str(key)] = Piece(json[at_json : at_json + in_json], csv[at_csv : at_csv + in_csv])
        at_json += in_json + len(",\n") if in_json else 0
        at_csv += in_csv
    return found


def _digest(text: str) -> str:
    return shelves.key((text,))
