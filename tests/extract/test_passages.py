"""Sentences, headlines, headings, bylines and datelines are found as what they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.extract.passages import find_passages
from build_scripts.text import passage_id
from tests.extract.cases import cases, english, source_of


@pytest.mark.parametrize("case", cases("passages"))
def test_passages(case: dict[str, Any]) -> None:
    """Each case: a text, and its passages as `kind: words` (sentences without a kind)."""
    found = find_passages(source_of(case["text"]), english())
    said = [f"{p.kind}: {p.text}" if p.kind != "sentence" else p.text for p in found]
    assert said == case["expect"]
    if "paragraphs" in case:
        assert [p.paragraph for p in found] == case["paragraphs"]


@given(st.text(alphabet="aB. \n\"“”'(’)[1]?!–,:", max_size=80))
def test_every_passage_is_its_words_in_the_text_and_nothing_is_lost(text: str) -> None:
    """Offsets are exact, in order, free of white space at the ends, and cover all but white space."""
    found = find_passages(source_of(text), english())
    at = 0
    for passage in found:
        assert text[at : passage.start].strip() == ""
        assert text[passage.start : passage.end] == passage.text == passage.text.strip()
        assert passage.text
        at = passage.end
    assert text[at:].strip() == ""


def test_the_same_words_again_get_a_suffix() -> None:
    """An id is that of the words; a repeat in the same source counts on."""
    found = find_passages(source_of("No comment. They left. No comment."), english())
    plain = passage_id("No comment.")
    assert [p.id for p in found] == [plain, passage_id("They left."), f"{plain}-2"]
    assert [p.number for p in found] == [1, 2, 3]
