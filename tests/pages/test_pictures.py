"""Who met whom, and the map of the articles: every mark a link, and nothing that the articles do not say."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from build_scripts.models import Briefing, Contact, ContactKind, Figure, State, Status
from build_scripts.pages import met, pictures, source_map
from build_scripts.pages.credits import outlets
from build_scripts.pages.lookup import ACTORS, SOURCES, Lookup
from tests.pages.invented import briefing, empty

NAMES = ("sources.svg", "sources-narrow.svg")
SVG = "{http://www.w3.org/2000/svg}"


def with_contacts(*made: Contact) -> Lookup:
    full = briefing()
    return Lookup(replace(full, findings=replace(full.findings, contacts=made)))


def contact(name: str, **known: Any) -> Contact:
    first = briefing().findings.contacts[0]
    usual = {
        "state": State.REVIEWED,
        "status": Status.HAPPENED,
        "kind": ContactKind.MEETING,
        "date": "1996-03",
    }
    return replace(first, id=name, page=f"chronology/{name}.md", **{**usual, **known})


def cells(lookup: Lookup) -> list[list[str]]:
    lines = [line for line in met.write(ACTORS, lookup).split("\n") if line.startswith("| ")]
    rows = [[cell.strip() for cell in line[2:-2].split(" | ")] for line in lines]
    return [[re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", cell) for cell in row] for row in rows[:1] + rows[2:]]


def test_those_who_met_have_their_date_where_row_and_column_cross() -> None:
    made = with_contacts(contact("a", participants=("tomas-verrin", "ida-corran")))
    assert cells(made) == [["Upland parties", "Ida Corran"], ["Tomas Verrin", "Mar 1996"]]


def test_visit_to_nobody_in_particular_says_that_no_one_is_named() -> None:
    assert cells(with_contacts(contact("a", participants=("tomas-verrin",))))[0][-1] == "no one named"


def test_organisation_steps_back_behind_its_own_people() -> None:
    made = with_contacts(contact("a", participants=("tomas-verrin", "upland-league", "ida-corran")))
    assert [row[0] for row in cells(made)[1:]] == ["Tomas Verrin"]


def test_call_is_told_apart_from_a_meeting() -> None:
    made = with_contacts(contact("a", kind=ContactKind.CALL, participants=("tomas-verrin", "ida-corran")))
    assert cells(made)[1][1] == "Mar 1996, call"


@pytest.mark.parametrize(
    "known",
    [{"state": State.DRAFTED}, {"status": Status.DENIED}, {"kind": ContactKind.STATEMENT}],
    ids=["drafted", "denied", "a statement"],
)
def test_what_brought_nobody_together_is_not_in_the_table(known: dict[str, Any]) -> None:
    made = with_contacts(contact("a", participants=("tomas-verrin", "ida-corran"), **known))
    assert met.write(ACTORS, made) == ""


def test_more_people_than_columns_are_joined_by_name() -> None:
    full = briefing()
    ida = next(one for one in full.records.actors if one.id == "ida-corran")
    many = tuple(replace(ida, id=f"p{at}", name=f"Person {at}", page=f"actors/p{at}.md") for at in range(9))
    records = replace(full.records, actors=(*full.records.actors, *many))
    found = tuple(contact(f"c{at}", participants=("tomas-verrin", f"p{at}")) for at in range(9))
    made = replace(full, records=records, findings=replace(full.findings, contacts=found))
    head, row = cells(Lookup(made))
    assert len(head) == 1 + met.MOST_COLUMNS
    assert head[-1] == "others"
    assert row[-1] == "Mar 1996 (Person 6), Mar 1996 (Person 7), Mar 1996 (Person 8)"


def drawing(of: Briefing, name: str) -> Element:
    return fromstring(pictures(of)[name])


@pytest.mark.parametrize("name", NAMES)
def test_every_article_is_a_link_that_says_what_it_shares(name: str) -> None:
    told = {
        link.get("href"): link.get("aria-label") or "" for link in drawing(briefing(), name).iter(f"{SVG}a")
    }
    assert {source.id for source in briefing().sources} <= {(href or "")[-6:-3] for href in told}
    assert any("one text with" in words or "stands in" in words for words in told.values())


@pytest.mark.parametrize("name", NAMES)
def test_map_of_nothing_is_still_a_drawing(name: str) -> None:
    assert not list(drawing(empty(), name).iter(f"{SVG}a"))
    assert source_map.write(SOURCES, Lookup(empty())) == ""


@pytest.mark.parametrize("name", NAMES)
def test_colours_of_the_map_belong_to_the_stylesheet(name: str) -> None:
    for node in drawing(briefing(), name).iter():
        assert not {"style", "fill", "stroke"} & set(node.attrib)


def crediting(speaker: str, via: str) -> Lookup:
    full = briefing()
    facts = full.facts[0]
    passage = facts.passages[0]
    figure = Figure(
        passage.source,
        passage.id,
        passage.start,
        passage.start + 3,
        "300",
        300,
        300,
        "=",
        "",
        "",
        speaker,
        via,
    )
    bare = [replace(one, figures=(), quotations=()) for one in full.facts]
    bare[0] = replace(bare[0], figures=(figure,))
    return Lookup(replace(full, facts=tuple(bare), findings=replace(full.findings, readings={})))


@pytest.mark.parametrize(
    ("speaker", "via", "names"),
    [
        ("tomas-verrin", "The Wire", ["The Wire"]),
        ("tomas-verrin", "", []),
        ("upland-league", "", []),
        ("", "", []),
    ],
    ids=["through an outlet", "a person", "one side's organisation", "nobody"],
)
def test_outlet_is_what_words_came_through(speaker: str, via: str, names: list[str]) -> None:
    assert [one.name for one in outlets(crediting(speaker, via))] == names


def test_table_beside_the_map_cites_each_credit() -> None:
    lookup = crediting("tomas-verrin", "The Wire")
    passage = lookup.briefing.facts[0].passages[0]
    assert f"The Wire [@{passage.ref}]" in source_map.write(SOURCES, lookup)


def test_nobody_credited_leaves_no_column_for_it() -> None:
    assert "Credits" not in source_map.write(SOURCES, crediting("tomas-verrin", ""))


def test_very_many_articles_are_no_picture() -> None:
    full = briefing()
    first = full.sources[0]
    many = tuple(replace(first, id=f"s{at}") for at in range(source_map.MOST_ARTICLES + 1))
    made = replace(full, sources=many, findings=replace(full.findings, lineages=(), contacts=()))
    assert source_map.write(SOURCES, Lookup(made)) == ""
    assert not list(fromstring(source_map.pictures(Lookup(made))["sources.svg"]).iter(f"{SVG}a"))
