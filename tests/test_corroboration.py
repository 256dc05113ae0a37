"""Copies are not corroboration: what counts once together, and how readers are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.corroboration import in_words, witnesses

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "corroboration" / "witnesses.yml").read_text(encoding="utf-8")
)


Credits = dict[str, str | tuple[str, ...]]


def _maps(case: dict[str, Any]) -> tuple[dict[str, str], dict[str, str], Credits]:
    rows = case["sources"].items()
    lineage = {source: row[0] for source, row in rows}
    credited: Credits = {
        source: tuple(row[2]) if isinstance(row[2], list) else row[2] for source, row in rows
    }
    return lineage, {source: row[1] for source, row in rows}, credited


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives the groups, the words and the reason that it states."""
    found = witnesses(case["sources"], *_maps(case))
    assert [list(group) for group in found.groups] == case["expect"]["groups"]
    assert found.count == len(found.groups)
    assert found.why == case["expect"]["why"]
    assert in_words(case["sources"], *_maps(case)) == case["expect"]["words"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_never_called_independent(case: dict[str, Any]) -> None:
    """What is merely not copied is never called independent."""
    told = witnesses(case["sources"], *_maps(case)).why + in_words(case["sources"], *_maps(case))
    assert "independent" not in told


def test_order_and_repeats_do_not_matter() -> None:
    """The same sources in any order, however often, are the same witnesses."""
    lineage = {"a": "a", "b": "a", "c": "c"}
    assert witnesses(["c", "b", "a", "b"], lineage, {}) == witnesses(["a", "b", "c"], lineage, {})
