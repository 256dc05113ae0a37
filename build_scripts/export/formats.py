"""Export: rows in; JSON, CSV and a Frictionless data package, as texts, out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from build_scripts.escape import csv_cell
from build_scripts.export.schema import SCHEMA


def as_json(rows: Iterable[Mapping[str, object]]) -> str:
    """An array with one object a line, so that a change of a row is a change of a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def as_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """RFC 4180, with lists and objects as JSON in their cell and an empty cell where nothing is known."""
    lines = [list(columns), *([_cell(row[name]) for name in columns] for row in rows)]
    return "".join(",".join(map(_in_marks, line)) + "\r\n" for line in lines)


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


def _cell(value: object) -> str:
    if value is None:
        return ""
    return csv_cell(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _in_marks(cell: str) -> str:
    if any(mark in cell for mark in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
