"""Foundation: what was found in an article, as text and back; and the key under which it is the same.

A key stands for everything that extraction depends on: the rules and their words, the article and its entry,
the actors, the configuration. Kept as JSON, not as a pickle or by `marshal`: a file that somebody else made
can then be wrong, but never run or crash anything, and reading it takes a small part of extracting anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from build_scripts.models import Actor, Config, Source, SourceFacts

_SETTINGS_ELSEWHERE = ("root", "file", "site", "site_url", "navigation")
"""Settings that say where things stand on a machine, on the web or in a menu: no article reads otherwise for
them."""
_ENTRY_ELSEWHERE = ("line", "lineage_with", "lineage_apart", "lineage_why")
"""What an entry of sources.yml says for other stages, and on which line: an entry added above moves it."""


def keys(
    sources: Iterable[Source], actors: tuple[Actor, ...], config: Config, rules: str
) -> Mapping[str, str]:
    """For each source, by its id, the key of what is found in it; `rules` stands for program and words."""
    settings = [_values(config, _SETTINGS_ELSEWHERE), [_values(actor, ()) for actor in actors]]
    common = _digest(f"{rules} {settings!r}")
    return {source.id: _digest(f"{common} {_values(source, _ENTRY_ELSEWHERE)!r}") for source in sources}


def as_text(key: str, found: SourceFacts, source: Source) -> str:
    """The facts of a source, with what was inferred about the source itself."""
    inferred = {
        name: getattr(found.source, name)
        for name in _names(Source)
        if getattr(found.source, name) != getattr(source, name)
    }
    rows = {
        name: [[getattr(fact, part) for part in _names(kind)] for fact in getattr(found, name)]
        for name, kind in _kinds().items()
    }
    told = json.dumps([inferred, rows])
    return f"{key} {_digest(told)}\n{told}"


def from_text(text: str, key: str, source: Source) -> SourceFacts | None:
    """What `as_text` made of these facts; None if it is anything else."""
    head, _, told = text.partition("\n")
    if head != f"{key} {_digest(told)}":
        return None
    try:
        inferred, rows = json.loads(told)
        known = {name: _turner(_hints(Source)[name])(value) for name, value in inferred.items()}
        facts = {name: tuple(map(_maker(kind), rows[name])) for name, kind in _kinds().items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return SourceFacts(replace(source, **known), **facts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _values(record: object, without: Iterable[str]) -> list[tuple[str, object]]:
    kind: Any = type(record)
    values = ((name, getattr(record, name)) for name in _names(kind) if name not in without)
    return [(name, list(value.items()) if isinstance(value, Mapping) else value) for name, value in values]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


@cache
def _kinds() -> Mapping[str, type]:
    """The kinds of facts of a source, by the field that holds them."""
    return {name: get_args(hint)[0] for name, hint in _hints(SourceFacts).items() if name != "source"}


@cache
def _maker(kind: Any) -> Callable[[list[Any]], Any]:
    """Makes a fact from its row; turns only values that JSON has no form for."""
    hints = _hints(kind)
    turners = [(at, _turner(hints[name])) for at, name in enumerate(_names(kind))]
    turned = [(at, turn) for at, turn in turners if turn is not _as_it_is]

    def make(row: list[Any]) -> Any:
        for at, turn in turned:
            row[at] = turn(row[at])
        return kind(*row)

    return make


def _turner(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) is tuple:
        return tuple
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum) else _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
