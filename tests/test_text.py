"""Folding makes typography not matter, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text import fold, folded, passage_id, slug, words

ODD = "“”\"'’–—- \u00a0\n\t…e\u0301é\u0308ax9.İß"


@given(st.text(alphabet=ODD, max_size=40) | st.text(max_size=40))
def test_the_short_way_and_the_way_with_offsets_agree(text: str) -> None:
    assert folded(text) == fold(text).text


@given(st.text(alphabet=ODD, max_size=40))
def test_offsets_lead_back_to_the_original(text: str) -> None:
    found = fold(text)
    assert len(found.text) == len(found.offsets)
    for at in range(len(found.text)):
        start, end = found.original(at, at + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=ODD, max_size=40))
def test_what_is_led_back_to_is_what_was_folded(text: str) -> None:
    """A letter with the marks that are written after it, not the letter alone."""
    found = fold(text)
    for at, char in enumerate(found.text):
        if char not in " .":  # a run of blanks is one, and an ellipsis three points
            assert fold(text[slice(*found.original(at, at + 1))]).text == char


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“quoted”", '"quoted"'),
        ("a – b", "a - b"),
        ("a\u00a0b", "a\n b"),
        ("wait…", "wait..."),
        ("e\u0301", "é"),
    ],
)
def test_typography_is_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert passage_id(one) == passage_id(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10,000", "12,000"),
        ("did", "did not"),
        ("Hall", "hall"),
        ("a b", "ab"),
        ("co-op", "coop"),
        ("а", "a"),
    ],
)
def test_letters_digits_signs_and_case_are_not(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    assert passage_id(one) != passage_id(other)


def test_words_keep_their_apostrophes() -> None:
    assert words("The envoy's “two-day” visit") == ("The", "envoy's", "two", "day", "visit")


def test_slugs_are_plain_ascii() -> None:
    assert slug("Órla Ní Bhrien – envoy") == "orla-ni-bhrien-envoy"
