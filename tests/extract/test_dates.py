"""Dates have their exact words, an EDTF value, a role and a basis; names, counts and durations are none."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from build_scripts import edtf
from build_scripts.extract.dates import find_dates
from build_scripts.extract.passages import find_passages
from build_scripts.models import DateExpression
from tests.extract.cases import cases, english, source_of


def dates_in(text: str, published: str = "") -> tuple[DateExpression, ...]:
    source = replace(source_of(text), published=published)
    return find_dates(source, find_passages(source, english()), english())


@pytest.mark.parametrize("case", cases("dates"))
def test_dates(case: dict[str, Any]) -> None:
    """Each case: a text, perhaps its day of publication, and its dates: words, value, role, basis."""
    found = dates_in(case["text"], case.get("published", ""))
    assert [[one.text, one.edtf, one.role.value, one.basis] for one in found] == case["expect"]
    assert all(case["text"][one.start : one.end] == one.text for one in found)
    assert all(edtf.is_valid(one.edtf) for one in found if one.edtf)


REPEATED = ("5, ", "March and ", "two or three days ", "12.12.", "In May 1998, ", "of Friday ")


@pytest.mark.parametrize("words", REPEATED)
def test_time_grows_with_the_text_and_not_with_its_square(words: str) -> None:
    """Four times the text takes nowhere near sixteen times as long."""
    short, long = dates_seconds(words * 2_000), dates_seconds(words * 8_000)
    assert long < 9 * short + 0.1


def dates_seconds(text: str) -> float:
    start = process_time()
    dates_in(text)
    return process_time() - start


def test_nothing_is_found_in_nothing() -> None:
    assert dates_in("") == ()
    assert dates_in("…—«»“”") == ()
