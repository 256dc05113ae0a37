"""Citations are found outside code, and resolve only to what the source says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.citations import (
    Found,
    Malformed,
    NotFound,
    Resolver,
    find_citations,
    parse_one,
    used_source_ids,
)
from build_scripts.citations.wordings import marked
from build_scripts.models import Citation, Passage
from build_scripts.text import passage_id

CASES = Path(__file__).parent / "cases" / "citations"


def cases(kind: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"{kind}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]


def shown(citation: Citation) -> str:
    place = f"{citation.source}#{citation.passage}" if citation.passage else citation.source
    return f"{place} | {citation.words}" if citation.words else place


@pytest.mark.parametrize("case", cases("grammar"))
def test_grammar(case: dict[str, Any]) -> None:
    found, malformed = find_citations(case["text"])
    assert [shown(citation) for citation in found] == case["expect"]
    wanted = case.get("malformed", [])
    assert len(malformed) == len(wanted)
    for fault, says in zip(malformed, wanted, strict=True):
        assert says in fault.what
        assert fault.mend


def passages(sentences: list[str]) -> tuple[str, list[Passage]]:
    text = " ".join(sentences)
    at, found = 0, []
    for number, sentence in enumerate(sentences, 1):
        found.append(Passage("n1", passage_id(sentence), 1, number, at, at + len(sentence), sentence))
        at += len(sentence) + 1
    return text, found


@pytest.mark.parametrize("case", cases("resolve"))
def test_resolve(case: dict[str, Any]) -> None:
    text, known = passages(case["passages"])
    ids = [passage.id for passage in known]
    citation = parse_one(case["citation"].replace("{0}", ids[0]).replace("{1}", ids[-1]))
    assert isinstance(citation, Citation)
    result = Resolver(known).resolve(citation)
    if "expect" in case:
        assert isinstance(result, Found), result
        assert [text[start:end] for start, end in result.spans] == case["expect"]
        assert [start for start, _ in result.spans] == case.get("at", [start for start, _ in result.spans])
    else:
        assert isinstance(result, NotFound)
        for says in case["missing"]:
            assert says.replace("{0}", ids[0]).replace("{1}", ids[-1]) in f"{result.what} {result.mend}"


def test_offsets_and_lines_are_those_of_the_page() -> None:
    text = 'One.\r\n\r\nTwo [@n1 "a"]\r\nand [@n2 "b"].'
    found, _ = find_citations(text, start_line=5)
    assert [(citation.line, text[citation.start : citation.end]) for citation in found] == [
        (7, '[@n1 "a"]'),
        (8, '[@n2 "b"]'),
    ]


@pytest.mark.parametrize(
    "text", ["", "n1", '[@n1 "a"] [@n2 "b"]', '[@n1 "a"] more', 'see [@n1 "a"]', "[@n1]"]
)
def test_front_matter_holds_one_citation_and_nothing_else(text: str) -> None:
    assert isinstance(parse_one(text), Malformed)


def test_used_sources_are_sorted_and_stand_once() -> None:
    assert used_source_ids('[@b "x"] [@a "y"] [@b "z"] `[@c "w"]`') == ("a", "b")


@pytest.mark.parametrize(
    "text",
    ['[@a "' * 20_000, "`" * 60_000, "` `` " * 20_000, "<!--" * 20_000, "```\n" * 20_001, "[@" * 50_000],
)
def test_reading_is_linear(text: str) -> None:
    """Sixty thousand hostile characters are read in a moment; a quadratic reading would take minutes."""
    find_citations(text)


@pytest.mark.parametrize("case", cases("wordings"))
def test_what_differs_is_marked_and_what_is_far_away_left_out(case: dict[str, Any]) -> None:
    assert list(marked(case["cited"], case["said"])) == case["expect"]
