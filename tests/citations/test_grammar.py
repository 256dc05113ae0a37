"""Citations are found outside code, each with its place; what is no citation is told with the way out."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from build_scripts.citations import Malformed, find_citations, parse_one, used_source_ids
from build_scripts.models import Citation
from tests.citations.made import CASES, cases, shown


@pytest.mark.parametrize("case", cases("grammar"))
def test_grammar(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    assert [shown(citation) for citation in found] == case["expect"]
    wanted = case.get("malformed", [])
    assert len(malformed) == len(wanted)
    for fault, says in zip(malformed, wanted, strict=True):
        assert says in fault.what
        assert fault.mend


def test_offsets_and_lines_are_those_of_the_page() -> None:
    text = 'One.\r\n\r\nTwo [@n1 "a"]\r\nand [@n2 "b"].'
    found, _ = find_citations(text, start_line=5)
    assert [(citation.line, text[citation.start : citation.end]) for citation in found] == [
        (7, '[@n1 "a"]'),
        (8, '[@n2 "b"]'),
    ]


@pytest.mark.parametrize("case", yaml.safe_load((CASES / "exact.yml").read_text("utf-8")))
def test_each_is_told_with_its_place(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    told = [
        *(
            (one.start, f"{one.start}:{one.end} {one.line} {shown(one)}".replace("\n", r"\n"))
            for one in found
        ),
        *((one.start, f"{one.start} {one.line}: {one.what}") for one in malformed),
    ]
    assert [words for _, words in sorted(told)] == case["expect"]
    assert all(one.mend.endswith((".", '"].')) for one in malformed)


@pytest.mark.parametrize("case", cases("code"))
def test_code_and_comments_cite_nothing_and_hide_nothing_else(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    assert [citation.source for citation in found] == case["expect"]
    assert malformed == ()


def test_used_sources_are_sorted_and_stand_once() -> None:
    assert used_source_ids('[@b "x"] [@a "y"] [@b "z"] `[@c "w"]`') == ("a", "b")


@pytest.mark.parametrize(
    "text",
    ['[@a "' * 20_000, "`" * 60_000, "` `` " * 20_000, "<!--" * 20_000, "```\n" * 20_001, "[@" * 50_000],
)
def test_reading_is_linear(text: str) -> None:
    """Sixty thousand hostile characters are read in a moment; a quadratic reading would take minutes."""
    find_citations(text)


@pytest.mark.parametrize(
    "text", ["", "n1", '[@n1 "a"] [@n2 "b"]', '[@n1 "a"] more', 'see [@n1 "a"]', "[@n1]"]
)
def test_front_matter_holds_one_citation_and_nothing_else(text: str) -> None:
    assert isinstance(parse_one(text), Malformed)


def test_what_front_matter_holds_is_told_exactly() -> None:
    """So that an editor is led to the place, and shown what to write."""
    example = 'Write [@000 "exact words"] or [@000#a3f9c102].'
    assert parse_one(" n1 ") == Malformed(0, 1, "n1 is not a citation", example)
    assert parse_one("[@a#0a1b2c3d]") == Citation("a", "0a1b2c3d", "", 0, 13, 1)
    assert parse_one('[@a "x"]') == Citation("a", "", "x", 0, 8, 1)
    after = parse_one('[@a "x"] more')
    mend = 'Keep one citation and nothing else: [@000 "exact words"] or [@000#a3f9c102].'
    assert after == Malformed(8, 1, " more follows the citation", mend)
    heading = "Move it to the sentence below: headings also stand in menus, where it cannot be drawn."
    assert find_citations('# A [@a "x"]')[1] == (
        Malformed(4, 1, "a citation of a stands in a heading", heading),
    )
    digits = "A passage's id has eight hexadecimal digits: [@000#a3f9c102]."
    assert parse_one("[@a#1]") == Malformed(0, 1, "[@a#1] names no passage", digits)
    lines = [parse_one(text) for text in ("[@a]", '[@a ""]', '[@a "x', "[@ x]", "[@a#1]", "[@a x]")]
    assert [(one.start, one.line) for one in lines] == [(0, 1)] * 6
