"""The files of docs/data/ keep the contract that others rely on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from build_scripts import edtf
from build_scripts.inputs import Inputs
from build_scripts.pipeline import Result, build
from tests.contract import KEYS, NESTED, VALUES

Tables = Mapping[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def tables(result: Result) -> Tables:
    return {name: json.loads(result.tables[f"{name}.json"]) for name in KEYS}


@pytest.mark.parametrize("name", KEYS)
def test_every_row_has_the_keys_of_the_contract(tables: Tables, name: str) -> None:
    assert tables[name]
    for row in tables[name]:
        assert set(KEYS[name].split()) <= set(row)


@pytest.mark.parametrize(("name", "key"), NESTED)
def test_nested_rows_have_their_keys(tables: Tables, name: str, key: str) -> None:
    nested = [inner for row in tables[name] for inner in row[key]]
    assert nested
    for inner in nested:
        assert set(NESTED[name, key].split()) <= set(inner)


@pytest.mark.parametrize(("name", "key"), VALUES)
def test_values_come_from_the_lists_of_the_contract(tables: Tables, name: str, key: str) -> None:
    assert {row[key] for row in tables[name]} <= VALUES[name, key]


@pytest.mark.parametrize("name", ["passages", "dates", "figures", "quotations"])
def test_text_is_what_stands_at_its_offsets(tables: Tables, inputs: Inputs, name: str) -> None:
    texts = {source.id: source.text for source in inputs.sources}
    given = [row for row in tables[name] if row["text"] is not None]
    assert given
    for row in given:
        assert row["text"] == texts[row["source"]][row["start"] : row["end"]]


def test_words_that_are_not_shown_are_null_everywhere(tables: Tables, inputs: Inputs) -> None:
    hidden = {(row["source"], row["id"]) for row in tables["passages"] if row["text"] is None}
    for name in ("dates", "figures", "quotations"):
        assert all(row["text"] is None for row in tables[name] if (row["source"], row["passage"]) in hidden)
    for name, nested in (("contacts", "evidence"), ("differences", "readings")):
        for row in tables[name]:
            assert not [one for one in row[nested] if (one["source"], one["passage"]) in hidden]


def test_passages_that_rows_name_exist(tables: Tables) -> None:
    known = {(row["source"], row["id"]) for row in tables["passages"]}
    named = {
        (row["source"], row["passage"]) for name in ("dates", "figures", "quotations") for row in tables[name]
    }
    named |= {(one["source"], one["passage"]) for row in tables["contacts"] for one in row["evidence"]}
    assert named <= known


def test_every_date_is_edtf(tables: Tables) -> None:
    dates = [row["edtf"] for row in tables["dates"]] + [row["date"] for row in tables["contacts"]]
    assert all(edtf.is_valid(date) for date in dates if date)


def test_two_builds_give_the_same_bytes(inputs: Inputs, result: Result) -> None:
    again = build(inputs)
    assert again.tables == result.tables
    assert again.pages == result.pages
