"""Export: rows in; JSON, CSV and a Frictionless data package, as texts, out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from json.encoder import encode_basestring

from build_scripts.escape import csv_cell, csv_json
from build_scripts.export.rows import Row
from build_scripts.export.schema import SCHEMA

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
# What makes a cell stand between marks. Match: "a, b". Near-miss: "a; b".
_MARKED = re.compile(r'[,"\r\n]')


class Text:
    """A table being told, as JSON and as CSV: no row is kept, since a table can be larger than all else."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = tuple(columns)
        self._lines: list[str] = []
        self._csv = [_csv_line(self._columns)]

    @property
    def head(self) -> str:
        """The first line of the CSV."""
        return self._csv[0]

    def add(self, row: Row) -> dict[str, str]:
        """Add a row; each of its values as JSON, by name."""
        cells = {name: _as_json(value) for name, value in row.items()}
        self._lines.append(json_object(cells))
        self._csv.append(_csv_line([_cell(row[name], cells[name]) for name in self._columns]))
        return cells

    def piece(self, rows: int) -> tuple[str, str]:
        """The last so many rows, as lines of JSON and of CSV."""
        lines = len(self._lines) - rows
        return ",\n".join(self._lines[lines:]), "".join(self._csv[lines + 1 :])

    def add_told(self, json: str, csv: str) -> None:
        """Add rows that `piece` gave."""
        if json:
            self._lines.append(json)
            self._csv.append(csv)

    def json(self) -> str:
        """An array with one object a line, so that a change of a row is a change of a line."""
        lines = ",\n".join(self._lines)
        return f"[\n{lines}\n]\n" if lines else "[]\n"

    def csv(self) -> str:
        """RFC 4180, with lists and objects as JSON in their cell and an empty cell where nothing is known."""
        return "".join(self._csv)


def as_json(rows: Iterable[Row]) -> str:
    """Some rows as JSON."""
    return _told(rows, ()).json()


def as_csv(rows: Iterable[Row], columns: Sequence[str]) -> str:
    """Some rows as CSV."""
    return _told(rows, columns).csv()


def json_object(cells: Mapping[str, str]) -> str:
    """An object of values that are JSON already."""
    return "{" + ", ".join([f"{_as_json(name)}: {cell}" for name, cell in cells.items()]) + "}"


def _told(rows: Iterable[Row], columns: Sequence[str]) -> Text:
    text = Text(columns)
    for row in rows:
        text.add(row)
    return text


def datapackage(title: str) -> str:
    """What the CSV files hold (Frictionless, tabular data package)."""
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": key, "type": kind} for key, kind in fields.items()]},
        }
        for name, fields in sorted(SCHEMA.items())
    ]
    package = {
        "name": "briefing",
        "title": title,
        "profile": "tabular-data-package",
        "resources": resources,
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _as_json(value: object) -> str:
    # What most cells are, without the way through the encoder.
    if value is None:
        return "null"
    if type(value) is str:
        return encode_basestring(value)
    return str(value) if type(value) is int else _ENCODE(value)


def _cell(value: object, encoded: str) -> str:
    if value is None:
        return ""
    if type(value) is int:
        return encoded
    return csv_cell(value) if isinstance(value, str) else csv_json(encoded)


def _csv_line(cells: Iterable[str]) -> str:
    return ",".join(map(_in_marks, cells)) + "\r\n"


def _in_marks(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _MARKED.search(cell) else cell
