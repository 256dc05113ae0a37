"""Export: the parts of which the schemas of records are made (JSON Schema, draft 7, which editors know)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = dict[str, Any]

_MONTH, _DAY = "0[1-9]|1[0-2]|2[1-4]|XX", "0[1-9]|[12][0-9]|3[01]|XX"
_POINT = rf"(?:[0-9]{{4}}|[0-9]{{3}}X|[0-9]{{2}}XX)(?:-(?:{_MONTH})(?:-(?:{_DAY}))?)?[~?%]?"
# match: "2024-02-29", "2006-03", "2023-10-07/.."   near-miss: "29/2/2024"
DATE = rf"^(?:{_POINT}|(?:{_POINT}|\.\.)?/(?:{_POINT}|\.\.)?)$"
DAY = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"
CITATION = r'^\s*\[@[^\s\[\]"“”„#|<>\\&]+(?:#[0-9a-f]{8}(?:-[1-9][0-9]*)?)?(?:\s+"[\s\S]+")?\s*\]\s*$'
IDENTIFIER = r"^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$"
KEY = r"^[a-z0-9][a-z0-9-]*$"
_SCALAR = ["string", "number", "boolean"]
"""What YAML makes of a text without quotation marks: the reader takes all of them for texts."""


def text(told: str, pattern: str = "") -> Schema:
    """One text; empty is as good as left out."""
    return {"description": told, "type": [*_SCALAR, "null"], **({"pattern": pattern} if pattern else {})}


def required(told: str, pattern: str = "") -> Schema:
    """One text that may not be empty."""
    return {"description": told, "type": _SCALAR, "minLength": 1, **({"pattern": pattern} if pattern else {})}


def texts(told: str, pattern: str = "") -> Schema:
    """A list of texts, or one text alone."""
    one = {"type": _SCALAR, "minLength": 1, **({"pattern": pattern} if pattern else {})}
    return {"description": told, "anyOf": [{"type": "null"}, one, {"type": "array", "items": one}]}


def choice(told: str, values: Iterable[str | None]) -> Schema:
    return {"description": told, "enum": [*values]}


def flag(told: str) -> Schema:
    return {"description": told, "enum": [True, False, "true", "false", "yes", "no", "on", "off"]}


def date(told: str) -> Schema:
    """A date in EDTF; a year alone is a number to YAML."""
    years = {"type": "integer", "minimum": 0, "maximum": 9999}
    return {"description": told, "anyOf": [{"type": "null"}, years, {"type": "string", "pattern": DATE}]}


def day(told: str) -> Schema:
    return {"description": told, "type": "string", "pattern": DAY}


def citations(told: str) -> Schema:
    return texts(told, CITATION)


def mapping(told: str, properties: Mapping[str, Schema], needed: Iterable[str] = (), **more: Any) -> Schema:
    """A mapping with these keys and no others."""
    return {
        "description": told,
        "type": "object",
        "properties": dict(properties),
        "required": [*needed],
        "additionalProperties": False,
        **more,
    }


def items(told: str, schema: Schema) -> Schema:
    return {"description": told, "type": "array", "items": schema}
