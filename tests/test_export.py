"""The tables: every key of the contract, the same rows as JSON and CSV, no word that is not published."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from build_scripts.export import files, tables
from build_scripts.export.schema import SCHEMA
from tests.contract import KEYS, NESTED
from tests.pages.invented import briefing, empty


@pytest.mark.parametrize("name", KEYS)
def test_every_key_of_the_contract_is_there(name: str) -> None:
    rows = json.loads(files(briefing())[f"{name}.json"])
    assert rows or name == "quotations"
    for row in rows:
        assert set(KEYS[name].split()) <= set(row)
        assert list(row) == list(SCHEMA[name])


@pytest.mark.parametrize(("name", "key"), NESTED)
def test_every_key_of_the_lists_within_is_there(name: str, key: str) -> None:
    made: Mapping[str, Any] = tables(briefing())
    inner = [one for row in made[name] for one in row[key]]
    assert inner
    assert all(set(NESTED[name, key].split()) <= set(one) for one in inner)


def test_words_stand_where_they_are_said_to() -> None:
    made = briefing()
    texts = {source.id: source.text for source in made.sources}
    found: Mapping[str, Any] = tables(made)
    for name in ("passages", "dates", "figures"):
        for row in found[name]:
            if row["text"] is not None:
                assert row["text"] == texts[row["source"]][row["start"] : row["end"]]


def test_words_of_passages_that_are_not_published_are_null_everywhere() -> None:
    hidden = replace(briefing(), shown=frozenset())
    text = "".join(text for name, text in files(hidden).items() if name != "datapackage.json")
    for words in ("Envoy Tomas", "300 families", "4-5 May", "began on May", "400 families", "300 or 400"):
        assert words not in text
    for name, key in (("passages", "text"), ("dates", "text"), ("figures", "counted"), ("readings", "quote")):
        assert {row[key] for row in tables(hidden)[name]} == {None}


def test_a_title_that_was_rebuilt_does_not_leave_as_a_headline() -> None:
    titles = {row["id"]: row["title"] for row in tables(briefing())["sources"]}
    assert titles == {"010": "Envoy visits <Lakeside>", "011": None, "012": None}


def test_csv_holds_the_same_rows() -> None:
    made = files(briefing())
    for name in KEYS:
        rows = list(csv.DictReader(io.StringIO(made[f"{name}.csv"], newline="")))
        wanted = json.loads(made[f"{name}.json"])
        assert len(rows) == len(wanted)
        for row, other in zip(rows, wanted, strict=True):
            for key, value in other.items():
                if value is None:
                    assert row[key] == ""
                elif isinstance(value, str):
                    assert row[key].removeprefix("'") == value
                else:
                    assert json.loads(row[key]) == value


def test_the_package_describes_the_columns_of_every_csv_file() -> None:
    made = files(briefing())
    for resource in json.loads(made["datapackage.json"])["resources"]:
        header = made[resource["path"]].split("\r\n")[0]
        assert header == ",".join(field["name"] for field in resource["schema"]["fields"])


def test_rows_stand_in_a_fixed_order() -> None:
    made = briefing()
    turned = replace(made, facts=made.facts[::-1], sources=made.sources[::-1])
    assert files(turned) == files(made)


def test_an_empty_briefing_has_empty_tables() -> None:
    made = files(empty())
    assert made["contacts.json"] == "[]\n"
    assert made["contacts.csv"].count("\r\n") == 1
