"""Merging: reports of one contact become one, others stay apart; pages find their contacts again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.compare.contacts import merge
from build_scripts.models import (
    Actor,
    ActorKind,
    Citation,
    Config,
    Contact,
    ContactKind,
    ContactPage,
    Lineage,
    Passage,
    Records,
    Report,
    Review,
    ReviewRow,
    Source,
    SourceFacts,
    Status,
)

CASES = Path(__file__).parents[1] / "cases" / "merge"
CONFIG = Config(
    root=".",
    file="mkdocs.yml",
    site_name="Cases",
    sides={"north": "Northern factions", "south": "Southland"},
    contacts=("north", "south"),
    home={"south": ("Southport", "Southland")},
)
ACTORS = tuple(
    Actor(name.rpartition(" ")[2].lower(), name, ActorKind(kind), side, "", member_of=member_of)
    for name, kind, side, member_of in (
        ("Ada Arden", "person", "north", ("league",)),
        ("Ben Birch", "person", "north", ("union",)),
        ("League", "organisation", "north", ()),
        ("Union", "organisation", "north", ()),
        ("Front", "organisation", "north", ()),
        ("Carl Cedar", "person", "south", ()),
        ("Dora Dale", "person", "south", ()),
        ("Southland", "state", "south", ()),
    )
)
SIDES = {actor.id: actor.side for actor in ACTORS}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(CASES.glob("*.yml")):
        for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader):
            yield f"{file.stem}: {case['name']}", case


def facts(case: dict[str, Any]) -> tuple[SourceFacts, ...]:
    """A passage for each report: `000 2006-03 visit happened Southport: arden league repeatedly`."""
    found: dict[str, list[Report]] = {}
    for number, line in enumerate(case["reports"]):
        head, _, people = line.partition(":")
        source, date, kind, status, place = head.split()
        names = people.split()
        participants = tuple(sorted(name for name in names if name in SIDES))
        home = {"south"} if place in CONFIG.home["south"] else set()
        sides = {SIDES[name] for name in participants} | home | {"north", "south"}
        credited = tuple(name.removeprefix("via=") for name in names if name.startswith("via="))
        report = Report(
            source=source,
            passage=f"{number:08x}",
            start=number * 100,
            end=number * 100 + len(line),
            quote=line,
            date="" if date == "-" else date,
            date_words="" if date == "-" else date,
            kind=ContactKind(kind),
            status=Status(status),
            participants=participants,
            sides=tuple(sorted(sides)),
            place="" if place == "-" else place,
            repeated="repeatedly" in names,
            presence=bool(home) and not any(SIDES[name] == "south" for name in participants),
            credited=credited,
        )
        found.setdefault(source, []).append(report)
    return tuple(
        SourceFacts(
            source=Source(
                source,
                f"{source}.txt",
                source,
                "",
                "",
                publisher=case.get("publisher", {}).get(source, ""),
                published=case.get("published", {}).get(source, ""),
            ),
            passages=tuple(
                Passage(source, report.passage, 1, number, report.start, report.end, report.quote)
                for number, report in enumerate(reports, 1)
            ),
            reports=tuple(reports),
        )
        for source, reports in sorted(found.items())
    )


def page(given: dict[str, Any]) -> ContactPage:
    given = dict(given)
    anchors = tuple(Citation(source, "", words) for source, words in given.pop("anchors", {}).items())
    reviewed = Review("2026-11-21", given.pop("reviewed")) if "reviewed" in given else None
    for key in ("participants", "found_participants"):
        if key in given:
            given[key] = tuple(given[key].split())
    added = given.pop("added", "") == "true"
    name = given.pop("id")
    return ContactPage(
        id=name,
        title=f"Page {name}",
        page=f"chronology/{name}.md",
        anchors=anchors,
        added=added,
        reviewed=reviewed,
        **given,
    )


def merged(case: dict[str, Any]) -> tuple[tuple[Contact, ...], tuple[ReviewRow, ...]]:
    lineages = tuple(Lineage(each[:3], tuple(each.split())) for each in case.get("lineages", ()))
    records = Records(actors=ACTORS, contacts=tuple(page(each) for each in case.get("pages", ())))
    return merge(facts(case), records, CONFIG, lineages)


def in_words(contact: Contact) -> str:
    """`DATE KIND STATUS PLACE: participants (sources)`."""
    people = "".join(f" {each}" for each in contact.participants)
    place = contact.place or "-"
    sources = " ".join(contact.sources)
    return f"{contact.date or '-'} {contact.kind} {contact.status} {place}:{people} ({sources})"


@pytest.mark.parametrize("case", [case for _, case in cases()], ids=[name for name, _ in cases()])
def test_reports_come_to_these_contacts(case: dict[str, Any]) -> None:
    contacts, review = merged(case)
    assert [in_words(contact) for contact in contacts] == case["expect"]
    for key, read in READERS.items():
        if key in case:
            assert [read(contact) for contact in contacts] == case[key]
    assert len(review) == int(case.get("review", "0"))
    assert len({contact.id for contact in contacts}) == len(contacts)


def claims(contact: Contact) -> list[str]:
    return [f"{c.claim} {c.value}: {len(c.sources)} {c.witnesses}" for c in contact.claims]


READERS: dict[str, Callable[[Contact], Any]] = {
    "ids": lambda contact: contact.id,
    "titles": lambda contact: contact.title,
    "claims": claims,
    "vague": lambda contact: [piece.date for piece in contact.evidence if piece.vague],
    "includes": lambda contact: list(contact.includes),
    "quotes": lambda contact: [" ".join(piece.quote.split()[1:3]) for piece in contact.evidence],
    "states": lambda contact: str(contact.state),
    "origins": lambda contact: contact.origin,
    "found": lambda contact: f"{contact.found_date} {contact.found_status}",
}


def test_the_order_of_sources_does_not_matter() -> None:
    case = next(case for name, case in cases() if "three articles" in name)
    first = facts(case)
    records = Records(actors=ACTORS)
    assert merge(first, records, CONFIG) == merge(tuple(reversed(first)), records, CONFIG)
