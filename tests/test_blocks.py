"""Blocks: what the build may renew, what people wrote, and what is refused."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts import blocks

CASES = Path(__file__).parent / "cases/blocks"
UPDATES = yaml.safe_load((CASES / "update.yml").read_text(encoding="utf-8"))
FAULTS = yaml.safe_load((CASES / "faults.yml").read_text(encoding="utf-8"))
PIECES = [
    "one\n",
    "\n",
    "\r\n",
    " ",
    "# A\n",
    "---\n",
    "title: A\n",
    "```\n",
    "~~~~",
    "new\n",
    "old\n",
    "mine\n",
]
PIECES += ["<!-- generated: a -->\n", "<!-- generated: b keep -->\r\n", "<!-- generated: a omit -->\n"]
PIECES += [
    "<!-- end generated: a cba06b57 -->\n",
    "<!-- end generated: b 11507a0e -->",
    "\ufeff",
    "<<<<<<<\n",
]
pages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


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


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_faults_name_their_line_and_leave_the_page_alone(case: dict[str, Any]) -> None:
    updated = blocks.update(case["text"], {"a": "new", "b": "new"})
    assert updated.text == case["text"]
    assert [fault.line for fault in updated.faults] == list(case["faults"])
    for fault in updated.faults:
        assert case["faults"][fault.line] in fault.what
        assert fault.mend.endswith(".")


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
        assert _without_line_ends(_prose(once.text)) == _without_line_ends(_prose(text))


@settings(max_examples=500, deadline=None)
@given(text=pages)
def test_emptied_blocks_come_back_as_the_build_writes_them(text: str) -> None:
    wanted = {"a": "new", "b": "old"}
    once = blocks.update(text, wanted)
    if not once.faults:
        emptied = blocks.emptied(once.text)
        assert _prose(emptied) == _prose(once.text)
        again = blocks.update(emptied, wanted)
        assert again.edited == ()
        assert {block.name: block.content for block in blocks.parse(again.text).blocks} == wanted


def test_prose_is_what_people_wrote_blocks_they_changed_included() -> None:
    text = (
        "---\ntitle: A\n---\none\n<!-- generated: a -->\nmine\n<!-- end generated: a cba06b57 -->\n"
        "<!-- generated: b -->\nold\n<!-- end generated: b cba06b57 -->\ntwo\n"
    )
    shown = [text[start:end].strip() for start, end in blocks.prose_ranges(text)]
    assert [part for part in shown if part] == ["one", "mine", "two"]


def test_a_block_whose_text_imitates_a_marker_is_a_defect_of_its_author() -> None:
    with pytest.raises(ValueError, match="marker"):
        blocks.update(
            "", {"a": "<!-- end generated: a -->\n<!-- generated: b -->\n<!-- end generated: b -->"}
        )


def _prose(text: str) -> str:
    parts = (part for part in blocks.parse(text).segments if isinstance(part, blocks.Prose))
    return "".join(text[part.start : part.end] for part in parts)


def _without_line_ends(text: str) -> str:
    """Adding a block parts prose and adds blank lines to it; nothing else."""
    return text.replace("\r", "").replace("\n", "")
