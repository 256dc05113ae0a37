"""Blocks: a page is brought up to date, and what people wrote stands where it stood."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from build_scripts import blocks
from tests.blocks.pieces import pages, prose, without_line_ends

CASES = Path(__file__).parents[1] / "cases/blocks"
UPDATES = yaml.safe_load((CASES / "update.yml").read_text(encoding="utf-8"))
NEW = "<!-- generated: a -->\n\nnew\n\n<!-- end generated: a 11507a0e -->\n"


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case["name"])
def test_update(case: dict[str, Any]) -> None:
    updated = blocks.update(case["text"], case["blocks"], tuple(case.get("top", ())))
    assert updated.faults == ()
    assert updated.text == case.get("expect", case["text"])
    assert [dataclasses.asdict(block) for block in updated.edited] == case.get("edited", [])


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case["name"])
def test_updating_twice_changes_nothing_more(case: dict[str, Any]) -> None:
    top = tuple(case.get("top", ()))
    once = blocks.update(case["text"], case["blocks"], top)
    assert blocks.update(once.text, case["blocks"], top).text == once.text


@pytest.mark.drawn
@settings(max_examples=500, deadline=None)
@given(text=pages)
def test_any_page_is_refused_or_settled_at_once_with_all_prose_in_place(text: str) -> None:
    wanted = {"a": "new", "b": "old\nlines"}
    once = blocks.update(text, wanted, ("a",))
    if once.faults:
        assert once.text == text
    else:
        assert blocks.update(once.text, wanted, ("a",)) == once
        assert {"a", "b"} == set(blocks.names(once.text))
        assert without_line_ends(prose(once.text)) == without_line_ends(prose(text))


@pytest.mark.parametrize(
    ("text", "top", "expect"),
    [
        ("# A\nText\n", ("a",), f"# A\n\n{NEW}\nText\n"),
        ("# A\n \t\nText\n", ("a",), f"# A\n\n{NEW} \t\nText\n"),
        ("X\nText\n", ("a",), f"{NEW}\nX\nText\n"),
        ("\ufeff", (), f"\ufeff{NEW}"),
        ("\ufeffa", (), f"\ufeffa\n\n{NEW}"),
        ("a\n\u00a0\n", (), f"a\n\u00a0\n\n{NEW}"),
        ("a\nX\n", (), f"a\nX\n\n{NEW}"),
        ("a\n \n", (), f"a\n \n{NEW}"),
    ],
)
def test_a_block_that_is_added_has_a_blank_line_around_it(
    text: str, top: tuple[str, ...], expect: str
) -> None:
    assert blocks.checksum("new") in NEW
    assert blocks.update(text, {"a": "new"}, top).text == expect


def test_a_block_whose_text_imitates_a_marker_is_a_defect_of_its_author() -> None:
    with pytest.raises(ValueError, match="marker"):
        blocks.update(
            "", {"a": "<!-- end generated: a -->\n<!-- generated: b -->\n<!-- end generated: b -->"}
        )


def test_a_block_that_would_not_read_back_is_a_defect_of_its_author() -> None:
    with pytest.raises(ValueError, match="marker or an open fence"):
        blocks.update("", {"a": "<!-- generated: Two Words -->"})


def test_what_this_page_has_no_block_for_is_told_with_those_it_has() -> None:
    updated = blocks.update("<!-- generated: c -->\n<!-- end generated: c -->", {"a": "", "b": ""})
    mend = "Delete it, or name one of this page's blocks: a, b."
    assert updated.edited == ()
    assert updated.faults == (blocks.BlockFault(1, "this page has no block c", mend),)
    (fault,) = blocks.update("<!-- generated: c -->\n<!-- end generated: c -->", {}).faults
    assert fault.mend == "Delete it, or name one of this page's blocks: none."
