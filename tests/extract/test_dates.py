"""Dates have their exact words, an EDTF value, a role and a basis; names, counts and durations are none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_scripts import edtf
from build_scripts.extract.dates import find_dates
from build_scripts.extract.passages import find_passages
from build_scripts.models import DateExpression
from tests.extract.cases import cases, english, source_of
from tests.extract.counting import lines_run


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
    """Four times the text is about four times the work, nowhere near sixteen times."""
    dates_in(words)  # what is made once is made
    short, long = (lines_run(lambda times=times: dates_in(words * times)) for times in (200, 800))
    assert 3 * short < long < 5 * short


def test_work_that_grows_with_the_square_is_told_by_counting() -> None:
    def pairs(count: int) -> None:
        for one in range(count):
            for other in range(count):
                max(one, other)

    assert lines_run(lambda: pairs(80)) > 12 * lines_run(lambda: pairs(20))


def test_nothing_is_found_in_nothing() -> None:
    assert dates_in("") == ()
    assert dates_in("…—«»“”") == ()
