"""What a filter asks of a row comes from the record that the row links to."""

from __future__ import annotations

from typing import Any

from build_scripts.render.records import listed

ACTORS: list[dict[str, Any]] = [
    {
        "id": "league",
        "name": "League",
        "kind": "organisation",
        "side": "upland",
        "spellings": {},
        "page": None,
    },
    {
        "id": "arden",
        "name": "A. Arden",
        "kind": "person",
        "side": "upland",
        "side_name": "Upland parties",
        "member_of": ["league"],
        "spellings": {"Arden": {"n1": 2, "n2": 1}},
        "page": "actors/arden.md",
    },
]
CONTACT: dict[str, Any] = {
    "participants": ["arden", "nobody"],
    "kind": "visit",
    "status": "happened",
    "place": None,
    "state": "reviewed",
    "date": "2031-03/..",
    "sources": ["n1", "n2"],
    "lineages": ["n1"],
    "page": "chronology/visit.md",
}
SOURCES = [{"id": one, "lineage": "n1", "page": f"sources/{one}.md"} for one in ("n1", "n2")]


def test_contact_counts_for_what_a_participant_belongs_to() -> None:
    row = listed(SOURCES, [CONTACT], ACTORS)["chronology/visit.md"]
    assert row.data["actor"] == "arden league"
    assert row.names == {"arden": "A. Arden", "league": "League"}


def test_open_end_has_no_last_year() -> None:
    data = listed(SOURCES, [CONTACT], ACTORS)["chronology/visit.md"].data
    assert (data["from"], data["to"]) == ("2031", "")


def test_contact_without_a_date_has_no_years() -> None:
    data = listed(SOURCES, [{**CONTACT, "date": None}], ACTORS)["chronology/visit.md"].data
    assert "from" not in data


def test_actor_named_in_copies_of_one_text_rests_on_one_text() -> None:
    data = listed(SOURCES, [], ACTORS)["actors/arden.md"].data
    assert (data["texts"], data["articles"]) == ("1", "2")


def test_actor_without_a_page_is_in_no_listing() -> None:
    assert set(listed([], [], ACTORS)) == {"actors/arden.md"}
