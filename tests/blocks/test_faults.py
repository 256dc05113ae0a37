"""Blocks: markers that are broken and merges that are not settled are named, and the page is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts import blocks
from build_scripts.blocks.conflicts import MEND, conflicts

CASES = Path(__file__).parents[1] / "cases/blocks"
FAULTS = yaml.safe_load((CASES / "faults.yml").read_text(encoding="utf-8"))
CONFLICTS = yaml.safe_load((CASES / "conflicts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_faults_name_their_line_and_leave_the_page_alone(case: dict[str, Any]) -> None:
    updated = blocks.update(case["text"], {"a": "new", "b": "new"})
    assert updated.text == case["text"]
    assert [fault.line for fault in updated.faults] == list(case["faults"])
    for fault in updated.faults:
        assert case["faults"][fault.line] in fault.what
        assert fault.mend.endswith(".")


def test_a_block_twice_is_told_with_the_way_out() -> None:
    text = "<!-- generated: a -->\n<!-- end generated: a -->\n" * 2
    mend = "Delete one of the two, from its first marker to its last."
    assert blocks.parse(text).faults == (
        blocks.BlockFault(3, "the block a stands twice (first on line 1)", mend),
    )


def test_the_end_of_a_block_that_another_marker_ended_is_said_once() -> None:
    text = "<!-- generated: a -->\n<!-- end generated: b -->\n<!-- end generated: a -->\n"
    assert [(fault.line, fault.what) for fault in blocks.parse(text).faults] == [
        (2, "the block a (line 1) ends with a marker of b")
    ]


def test_a_marker_that_cannot_be_read_is_shown_as_far_as_a_line_holds() -> None:
    (fault,) = blocks.parse(f"<!-- generated: {'A' * 90} -->\n").faults
    assert fault.what == f"a marker that cannot be read: <!-- generated: {'A' * 64}"


@pytest.mark.parametrize("case", CONFLICTS, ids=lambda case: case["name"])
def test_what_a_merge_left_is_named_and_can_be_read_on(case: dict[str, Any]) -> None:
    found = conflicts(case["text"])
    assert [line for line, _, _ in found] == case["lines"]
    assert all((what, mend) == ("a merge conflict that is not settled", MEND) for _, what, mend in found)
    assert blocks.settled(case["text"]) == case.get("settled", case["text"])
