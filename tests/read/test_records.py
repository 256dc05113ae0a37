"""Records: what the front matter of pages says, and what is wrong with it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from .corpus import assert_faults, cases, read


@pytest.mark.parametrize(
    "case", [case for case in cases("records") if "expect" in case], ids=lambda case: case["name"]
)
def test_records(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, case["files"])
    assert_faults(found.faults, [])
    for kind, expected in case["expect"].items():
        records = {record.id: dataclasses.asdict(record) for record in getattr(found.records, kind)}
        assert set(expected) <= set(records)
        for name, values in expected.items():
            given = json.loads(json.dumps(records[name]))
            assert {key: given[key] for key in values} == values


@pytest.mark.parametrize(
    "case", [case for case in cases("records") if "faults" in case], ids=lambda case: case["name"]
)
def test_faults_of_records(case: dict[str, Any], tmp_path: Path) -> None:
    assert_faults(read(tmp_path, case["files"]).faults, case["faults"])


def test_corrections_are_read_from_any_page_in_the_order_of_pages(tmp_path: Path) -> None:
    one = "---\ntitle: C\ncorrections:\n  - {date: 2026-11-21, was: three, now: four, why: misread}\n---\n"
    found = read(tmp_path, {"docs/b.md": one, "docs/a.md": one})
    assert [path for path, _ in found.records.corrections] == ["a.md", "b.md"]
    assert found.records.corrections[0][1].now == "four"


def test_records_do_not_depend_on_the_order_of_pages(tmp_path: Path) -> None:
    found = read(tmp_path, {"docs/actors/0.md": "---\ntitle: Z\nkind: state\nid: z\n---\n"})
    assert [actor.id for actor in found.records.actors] == ["a-arden", "b-birch", "z"]
