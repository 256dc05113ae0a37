"""Blocks: those that are emptied, or that a page does without, and how they come back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from build_scripts import blocks
from tests.blocks.pieces import pages, prose

OMIT = "<!-- generated: a omit -->\n{}<!-- end generated: a {} -->\n"


@pytest.mark.drawn
@settings(max_examples=500, deadline=None)
@given(text=pages)
def test_emptied_blocks_come_back_as_the_build_writes_them(text: str) -> None:
    wanted = {"a": "new", "b": "old"}
    once = blocks.update(text, wanted)
    if not once.faults:
        emptied = blocks.emptied(once.text)
        assert prose(emptied) == prose(once.text)
        again = blocks.update(emptied, wanted)
        assert again.edited == ()
        assert {block.name: block.content for block in blocks.parse(again.text).blocks} == wanted


def test_of_named_blocks_only_those_are_emptied_and_their_options_with_them() -> None:
    kept = "<!-- generated: a keep -->\r\nold\r\n<!-- end generated: a -->\r\n"
    other = "<!-- generated: b -->\r\nmine\r\n<!-- end generated: b -->\r\n"
    empty = "<!-- generated: {0} -->\r\n\r\n<!-- end generated: {0} e3b0c442 -->\r\n"
    text = f"one\r\n{kept}{other}two"
    assert blocks.emptied(text, ["a"]) == f"one\r\n{empty.format('a')}{other}two"
    assert blocks.emptied(text, ["b", "c"]) == f"one\r\n{kept}{empty.format('b')}two"
    assert blocks.emptied(text) == f"one\r\n{empty.format('a')}{empty.format('b')}two"
    assert blocks.emptied(text, []) == text


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
