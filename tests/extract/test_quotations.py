"""Quotations hold the exact words between the marks; speech has its speaker, a term has none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.extract.actors import find_mentions
from build_scripts.extract.marks import quoted
from build_scripts.extract.passages import find_passages
from build_scripts.extract.quotations import find_quotations
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("quotations"))
def test_quotations(case: dict[str, Any]) -> None:
    """Each case: a text, and its quotations as `kind speaker via: words`."""
    source, (actors, config) = source_of(case["text"]), cast()
    passages = find_passages(source, english())
    mentions = find_mentions(source, passages, actors, config, english())
    found = find_quotations(source, passages, mentions, english())
    assert all(source.text[q.start : q.end] == q.text for q in found)
    assert [f"{q.kind} {q.speaker or '-'} {q.via or '-'}: {q.text}" for q in found] == case["expect"]


@settings(deadline=None)
@given(st.text(alphabet="ab .,\"“”'‘’«»„", max_size=60))
def test_marks_are_never_part_of_the_outermost_ends(text: str) -> None:
    """Whatever stands in a text, bounds are in order and within it."""
    for found in quoted(text):
        assert 0 < found.start < found.end <= len(text)
        assert not found.closed or text[found.end] in "\"“”'‘’«»„"
