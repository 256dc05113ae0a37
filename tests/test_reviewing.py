"""The review list says what waits for a person, and where to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.models import ReviewRow
from build_scripts.pipeline import build, read_inputs

ARTICLE = """Corran leaves for Port Ansel

Hill Gazette

June 5, 1998

Foreign Minister Ida Corran met Thomas Verin of the Upland League in Lakeside on 30 February 1998.

She told Halvar Brandt of the Northern Relief Council on Monday, June 3, 1998 that talks go on. Brandt left.
"""


@pytest.fixture
def rows(other: Path) -> dict[str, ReviewRow]:
    seeds = other.parent / "seeds"
    (seeds / "020_new.txt").write_text(ARTICLE, "utf-8")
    (seeds / "021_autre.txt").write_text("La ministre a rencontré Tomas Verrin.\n", "utf-8")
    (seeds / "sources.yml").write_text("- file: 021_autre.txt\n  language: fr\n", "utf-8")
    return {row.what: row for row in build(read_inputs(other)).review}


def row(rows: dict[str, ReviewRow], words: str) -> ReviewRow:
    found = [one for what, one in rows.items() if words in what]
    assert len(found) == 1, list(rows)
    return found[0]


def test_an_unknown_name_is_offered_with_its_count(rows: dict[str, ReviewRow]) -> None:
    assert row(rows, "unknown name: Halvar Brandt").file == "seeds/020_new.txt"


def test_a_day_that_does_not_exist_is_remarked_with_its_line(rows: dict[str, ReviewRow]) -> None:
    assert row(rows, "there is no such day").line == 7


def test_a_weekday_that_does_not_fit_its_date_is_remarked(rows: dict[str, ReviewRow]) -> None:
    assert row(rows, "the weekday does not fit the date").line == 9


def test_a_source_in_a_language_without_a_lexicon_is_not_compared(rows: dict[str, ReviewRow]) -> None:
    assert row(rows, "021_autre.txt is not compared: fr").file == "seeds/sources.yml"


def test_drafted_contacts_come_before_names(rows: dict[str, ReviewRow]) -> None:
    ranks = [one.rank for one in rows.values()]
    assert ranks == sorted(ranks)
    assert next(iter(rows.values())).rank < row(rows, "unknown name: Halvar Brandt").rank
