"""Render: the tables of contacts, actors and sources in, what a filter asks of each of them by page out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from build_scripts import edtf
from build_scripts.escape import normalise

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """One record: its data, the names of the ids in it, and how much stands behind it, for sorting."""

    data: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    weight: int = 0


def listed(sources: Iterable[Row], contacts: Iterable[Row], actors: Iterable[Row]) -> Mapping[str, Listed]:
    """Every record that has a page, by the path of that page."""
    people = {row["id"]: row for row in actors}
    lineage_of = {row["id"]: str(row.get("lineage") or row["id"]) for row in sources}
    found: dict[str, Listed] = {}
    for row in contacts:
        found[str(row.get("page") or "")] = _contact(row, people)
    for row in people.values():
        found[str(row.get("page") or "")] = _actor(row, lineage_of)
    for row in sources:
        found[str(row.get("page") or "")] = _source(row)
    found.pop("", None)
    return found


def _contact(row: Row, people: Mapping[str, Row]) -> Listed:
    """Who takes part: those named, and what they belong to."""
    there = {one for name in row["participants"] for one in (name, *_memberships(name, people))}
    names = {one: normalise(str(people[one]["name"])) for one in sorted(there) if one in people}
    texts, articles = len(row["lineages"]), len(row["sources"])
    data = {
        "actor": " ".join(names),
        "kind": row["kind"],
        "status": row["status"],
        "place": normalise(str(row.get("place") or "")),
        "texts": str(texts),
        "articles": str(articles),
        "state": row["state"],
        **_years(row.get("date")),
    }
    return Listed(data, names, texts * 1000 + articles)


def _actor(row: Row, lineage_of: Mapping[str, str]) -> Listed:
    naming = {source for counts in row["spellings"].values() for source in counts}
    texts = len({lineage_of.get(source, source) for source in naming})
    side = str(row.get("side") or "")
    names = {side: normalise(str(row.get("side_name") or side))} if side else {}
    data = {"kind": row["kind"], "side": side, "texts": str(texts), "articles": str(len(naming))}
    return Listed(data, names, texts * 1000 + len(naming))


def _source(row: Row) -> Listed:
    lineage = str(row.get("lineage_class") or "")
    publisher = normalise(str(row.get("publisher") or ""))
    return Listed({"publisher": publisher, "lineage": lineage, **_years(row.get("published"))})


def _memberships(name: str, people: Mapping[str, Row]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = set(people.get(waiting.pop(), {}).get("member_of") or ()) - found
        found |= new
        waiting.extend(sorted(new))
    return frozenset(found)


def _years(given: object) -> dict[str, str]:
    """The first and the last year of a date; an open end has none.

    >>> _years("2007/2011"), _years("2023-10-07/..")
    ({'from': '2007', 'to': '2011'}, {'from': '2023', 'to': ''})
    """
    bounds = edtf.bounds(str(given)) if given else None
    if bounds is None:
        return {}
    first, last = bounds
    return {
        "from": "" if first == date.min else str(first.year),
        "to": "" if last == date.max else str(last.year),
    }
