"""Blocks: how a page is parted into blocks and prose, and what of it counts."""

from __future__ import annotations

import dataclasses

import pytest

from build_scripts import blocks
from build_scripts.blocks.parsing import core


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


def test_prose_is_what_people_wrote_blocks_they_changed_included() -> None:
    text = (
        "---\ntitle: A\n---\none\n<!-- generated: a -->\nmine\n<!-- end generated: a cba06b57 -->\n"
        "<!-- generated: b -->\nold\n<!-- end generated: b cba06b57 -->\ntwo\n"
    )
    shown = [text[start:end].strip() for start, end in blocks.prose_ranges(text)]
    assert [part for part in shown if part] == ["one", "mine", "two"]


def test_prose_begins_behind_the_front_matter_and_has_no_empty_range() -> None:
    sum_of_old = blocks.checksum("old")
    block = f"<!-- generated: a keep -->\nold\n<!-- end generated: a {sum_of_old} -->"
    text = f"---\ntitle: A\n---\n{block}"
    (only,) = blocks.prose_ranges(text)
    assert text[slice(*only)] == "old\n"
    assert blocks.prose_ranges(text.replace(" keep", "")) == ()


def test_a_block_of_what_cannot_be_seen_is_empty() -> None:
    text = "<!-- generated: a -->\n\u00a0\n<!-- end generated: a -->\n"
    (block,) = blocks.parse(text).blocks
    assert block.content == ""
    assert blocks.update(text, {"a": "new"}).edited == ()


def test_code_shows_markers_and_has_none() -> None:
    assert blocks.parse("\t<!-- generated: a -->\n").faults == ()
    assert blocks.parse("<!-`x`- generated: a -->\n").faults == ()
    assert len(blocks.parse("`x` <!-- generated: a -->\n").faults) == 1


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


def test_of_a_content_only_blanks_at_the_ends_of_lines_do_not_count() -> None:
    assert core("\naX\u00a0 \n\n b  c\t\r\n\n") == "aX\u00a0\n\n b  c"
    assert core("aX\u00a0\n b  c") == "aX\u00a0\n b  c"
    assert core("aX \nb") == "aX\nb"
