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
from build_scripts.blocks.conflicts import MEND, conflicts
from build_scripts.blocks.parsing import core

CASES = Path(__file__).parent / "cases/blocks"
UPDATES = yaml.safe_load((CASES / "update.yml").read_text(encoding="utf-8"))
FAULTS = yaml.safe_load((CASES / "faults.yml").read_text(encoding="utf-8"))
CONFLICTS = yaml.safe_load((CASES / "conflicts.yml").read_text(encoding="utf-8"))
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
        assert _without_line_ends(_prose(once.text)) == _without_line_ends(_prose(text))


@pytest.mark.drawn
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


@pytest.mark.parametrize("case", CONFLICTS, ids=lambda case: case["name"])
def test_what_a_merge_left_is_named_and_can_be_read_on(case: dict[str, Any]) -> None:
    found = conflicts(case["text"])
    assert [line for line, _, _ in found] == case["lines"]
    assert all((what, mend) == ("a merge conflict that is not settled", MEND) for _, what, mend in found)
    assert blocks.settled(case["text"]) == case.get("settled", case["text"])


def test_of_named_blocks_only_those_are_emptied_and_their_options_with_them() -> None:
    kept = "<!-- generated: a keep -->\r\nold\r\n<!-- end generated: a -->\r\n"
    other = "<!-- generated: b -->\r\nmine\r\n<!-- end generated: b -->\r\n"
    empty = "<!-- generated: {0} -->\r\n\r\n<!-- end generated: {0} e3b0c442 -->\r\n"
    text = f"one\r\n{kept}{other}two"
    assert blocks.emptied(text, ["a"]) == f"one\r\n{empty.format('a')}{other}two"
    assert blocks.emptied(text, ["b", "c"]) == f"one\r\n{kept}{empty.format('b')}two"
    assert blocks.emptied(text) == f"one\r\n{empty.format('a')}{empty.format('b')}two"
    assert blocks.emptied(text, []) == text


def test_a_page_is_parted_into_prose_and_blocks_without_a_gap_or_an_empty_part() -> None:
    block = "<!-- generated: {0} -->\nold\n<!-- end generated: {0} cba06b57 -->"
    text = f"{block.format('a')}\n{block.format('b')}"
    first, between, second = blocks.parse(text).segments
    assert isinstance(first, blocks.Block)
    assert isinstance(second, blocks.Block)
    end = len(block.format("a"))
    inner = len("<!-- generated: a -->\n")
    given = dataclasses.astuple(first)
    assert given == ("a", "", "old", "cba06b57", 0, end, inner, inner + len("old\n"), 1)
    assert between == blocks.Prose(end, end + 1)
    assert (second.start, second.end, second.line) == (end + 1, len(text), 4)
    assert blocks.parse("").segments == ()


def test_prose_begins_behind_the_front_matter_and_has_no_empty_range() -> None:
    sum_of_old = blocks.checksum("old")
    block = f"<!-- generated: a keep -->\nold\n<!-- end generated: a {sum_of_old} -->"
    text = f"---\ntitle: A\n---\n{block}"
    (only,) = blocks.prose_ranges(text)
    assert text[slice(*only)] == "old\n"
    assert blocks.prose_ranges(text.replace(" keep", "")) == ()


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("a\r\nb ", "\na\nb\n", True),
        ("a\t", "a", True),
        ("a\u00a0", "a", False),
        ("aX", "a", False),
        ("Xa", "a", False),
        ("a b", "a  b", False),
    ],
)
def test_only_line_ends_and_trailing_spaces_do_not_count(one: str, other: str, is_same: bool) -> None:
    assert (blocks.checksum(one) == blocks.checksum(other)) is is_same


def test_code_shows_markers_and_has_none() -> None:
    assert blocks.parse("\t<!-- generated: a -->\n").faults == ()
    assert blocks.parse("<!-`x`- generated: a -->\n").faults == ()
    assert len(blocks.parse("`x` <!-- generated: a -->\n").faults) == 1


def test_a_marker_that_cannot_be_read_is_shown_as_far_as_a_line_holds() -> None:
    (fault,) = blocks.parse(f"<!-- generated: {'A' * 90} -->\n").faults
    assert fault.what == f"a marker that cannot be read: <!-- generated: {'A' * 64}"


def test_the_end_of_a_block_that_another_marker_ended_is_said_once() -> None:
    text = "<!-- generated: a -->\n<!-- end generated: b -->\n<!-- end generated: a -->\n"
    assert [(fault.line, fault.what) for fault in blocks.parse(text).faults] == [
        (2, "the block a (line 1) ends with a marker of b")
    ]


def test_a_block_of_what_cannot_be_seen_is_empty() -> None:
    text = "<!-- generated: a -->\n\u00a0\n<!-- end generated: a -->\n"
    (block,) = blocks.parse(text).blocks
    assert block.content == ""
    assert blocks.update(text, {"a": "new"}).edited == ()


def test_what_this_page_has_no_block_for_is_told_with_those_it_has() -> None:
    updated = blocks.update("<!-- generated: c -->\n<!-- end generated: c -->", {"a": "", "b": ""})
    mend = "Delete it, or name one of this page's blocks: a, b."
    assert updated.edited == ()
    assert updated.faults == (blocks.BlockFault(1, "this page has no block c", mend),)
    (fault,) = blocks.update("<!-- generated: c -->\n<!-- end generated: c -->", {}).faults
    assert fault.mend == "Delete it, or name one of this page's blocks: none."


def test_a_block_twice_is_told_with_the_way_out() -> None:
    text = "<!-- generated: a -->\n<!-- end generated: a -->\n" * 2
    mend = "Delete one of the two, from its first marker to its last."
    assert blocks.parse(text).faults == (
        blocks.BlockFault(3, "the block a stands twice (first on line 1)", mend),
    )


OMIT = "<!-- generated: a omit -->\n{}<!-- end generated: a {} -->\n"


def test_a_block_that_a_page_does_without_is_emptied_once_and_then_left_as_it_stands() -> None:
    full = OMIT.format("new\n", blocks.checksum("new"))
    assert blocks.update(full, {"a": "new"}).text == OMIT.format("\n", blocks.checksum(""))
    bare = OMIT.format("", blocks.checksum(""))
    assert blocks.update(bare, {"a": "new"}).text == bare


def test_words_in_a_block_that_a_page_does_without_are_kept() -> None:
    theirs = OMIT.format("new\n", blocks.checksum("old"))
    updated = blocks.update(theirs, {"a": "new"})
    assert updated.text == theirs
    assert [one.name for one in updated.edited] == ["a"]


NEW = "<!-- generated: a -->\n\nnew\n\n<!-- end generated: a 11507a0e -->\n"


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


def test_a_block_that_would_not_read_back_is_a_defect_of_its_author() -> None:
    with pytest.raises(ValueError, match="marker or an open fence"):
        blocks.update("", {"a": "<!-- generated: Two Words -->"})


def test_of_a_content_only_blanks_at_the_ends_of_lines_do_not_count() -> None:
    assert core("\naX\u00a0 \n\n b  c\t\r\n\n") == "aX\u00a0\n\n b  c"
    assert core("aX\u00a0\n b  c") == "aX\u00a0\n b  c"
    assert core("aX \nb") == "aX\nb"
