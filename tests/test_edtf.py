"""Dates as EDTF: what they cover, how they compare, how a reader says them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts import edtf

CASES = Path(__file__).parent / "cases" / "edtf"


def cases(name: str) -> list[Any]:
    read = yaml.load((CASES / name).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    return [pytest.param(case, id=case["name"]) for case in read]


@pytest.mark.parametrize("case", cases("dates.yml"))
def test_a_date_covers_its_days_and_reads_well(case: dict[str, Any]) -> None:
    bounds = edtf.bounds(case["edtf"])
    found = (None, None) if bounds is None else (bounds[0].isoformat(), bounds[1].isoformat())
    assert found == (case["first"], case["last"])
    assert edtf.precision(case["edtf"]) == case["precision"]
    assert edtf.in_words(case["edtf"]) == case["words"]
    assert edtf.is_valid(case["edtf"]) == (bounds is not None)


@pytest.mark.parametrize("case", cases("pairs.yml"))
def test_two_dates_compare(case: dict[str, Any]) -> None:
    assert edtf.contains(case["a"], case["b"]) is case["contains"]
    assert edtf.overlaps(case["a"], case["b"]) is case["overlaps"]
    assert min((case["a"], case["b"]), key=edtf.sort_key) == case[case["first"]]


def test_approximate_is_said_of_either_end() -> None:
    assert edtf.is_approximate("2024-02~/2024-03")
    assert edtf.is_approximate("2024-03?")
    assert not edtf.is_approximate("2024-03")
    assert not edtf.is_approximate("")
