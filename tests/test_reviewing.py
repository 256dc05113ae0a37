"""The review list says what waits for a person, and where to mend it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from build_scripts import edtf
from build_scripts.commands import generate, review
from build_scripts.inputs import read_inputs
from build_scripts.models import ReviewRow
from build_scripts.naming import contact_page
from build_scripts.pipeline import build
from build_scripts.reviewing import Rank

ARTICLE = """Corran leaves for Port Ansel

Hill Gazette

June 5, 1998

Foreign Minister Ida Corran met Thomas Verin of the Upland League in Lakeside on 30 February 1998.

She told Halvar Brandt of the Northern Relief Council on Monday, June 3, 1998 that talks go on. Brandt left.
"""

VERRIN_AGAIN = """Verrin in Lakeside

Hill Gazette

June 5, 1998

Tomas Verrin visited Lakeside in June 1996 and met with Ida Corran.
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
    one = row(rows, "unknown name: Halvar Brandt")
    assert one.file == "docs/actors/halvar-brandt.md"
    assert "seeds/020_new.txt:9" in one.how


def test_a_name_that_is_nobodys_is_listed_once_and_asked_no_more(other: Path) -> None:
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    config = other.read_text("utf-8")
    other.write_text(
        config.replace("  briefing:\n", "  briefing:\n    not_names: [HALVAR Brandt]\n"), "utf-8"
    )
    found = [one.what for one in build(read_inputs(other)).review if "unknown name" in one.what]
    assert found
    assert not [what for what in found if "Brandt" in what]


@pytest.mark.parametrize("path", ["actors/tomas-verrin.md", "chronology/1996-06-tomas-verrin-ida-corran.md"])
def test_a_review_without_a_code_is_offered_the_one_that_holds(other: Path, path: str) -> None:
    generate(other)
    page = other.parent / "docs" / path
    page.write_text(page.read_text("utf-8").replace("---\n", "---\nreviewed: 1998-06-01\n", 1), "utf-8")
    generate(other)
    rows = [one for one in review(other).rows or () if one.rank == Rank.UNCODED]
    assert [(one.file, one.line) for one in rows] == [(f"docs/{path}", 2)]
    line = re.search(r"`(reviewed: .+?)`", rows[0].how)
    assert line
    page.write_text(page.read_text("utf-8").replace("reviewed: 1998-06-01", line[1], 1), "utf-8")
    generate(other)
    today = edtf.in_words(date.today().isoformat())
    assert f"\n\nReviewed {today}." in page.read_text("utf-8")
    assert not [one for one in review(other).rows or () if one.rank in (Rank.UNCODED, Rank.CHANGED)]
    (other.parent / "seeds" / "020_new.txt").write_text(VERRIN_AGAIN, "utf-8")
    generate(other)
    assert "Changed since review" in page.read_text("utf-8")
    changed = [one for one in review(other).rows or () if one.rank == Rank.CHANGED]
    assert [one.file for one in changed] == [f"docs/{path}"]


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


def test_an_article_that_is_corrected_lists_every_citation_that_it_breaks(briefing: Path) -> None:
    article = next((briefing.parent / "seeds").glob("001_*.txt"))
    text = article.read_text("utf-8")
    article.write_text(text.replace("12,000", "11,000"), "utf-8")
    found = [one for one in review(briefing).rows or () if one.rank == Rank.BROKEN]
    pages = {
        path.name for path in (briefing.parent / "docs").rglob("*.md") if "12,000" in _cited(path, "001")
    }
    assert pages
    assert {Path(one.file).name for one in found} == pages
    assert all("»11,000«" in one.how for one in found)
    assert all(one.line > 1 for one in found)


def _cited(path: Path, source: str) -> str:
    cited = re.findall(rf'\[@{source} "(.*?)"\]', path.read_text("utf-8"), re.DOTALL)
    return " ".join(cited)


def test_a_broken_citation_stands_before_everything_else_and_hides_nothing(other: Path) -> None:
    before = review(other).rows or ()
    page = other.parent / "docs" / "actors" / "ida-corran.md"
    page.write_text(page.read_text("utf-8") + '\nShe left [@010 "words that nobody said"].\n', "utf-8")
    after = review(other).rows or ()
    assert after[0].rank == Rank.BROKEN
    assert (after[0].file, after[0].line) == (
        "docs/actors/ida-corran.md",
        page.read_text("utf-8").count("\n"),
    )
    assert {one.what for one in before} <= {one.what for one in after}


def test_a_record_that_cannot_be_read_is_listed_too(other: Path) -> None:
    (other.parent / "docs" / "actors" / "x.md").write_text("---\ntitle: X\nkind: planet\n---\n", "utf-8")
    outcome = review(other)
    assert [one.what for one in outcome.rows or ()] == ["unknown kind planet"]
    assert "follows when these are mended" in outcome.remarks[0]


def test_a_configuration_with_faults_is_listed_too(other: Path) -> None:
    other.write_text("site_name: X\n", "utf-8")
    assert [one.what for one in review(other).rows or ()] == ["no extra.briefing"]


def test_a_quotation_without_a_citation_is_listed_with_its_line(other: Path) -> None:
    page = other.parent / "docs" / "actors" / "ida-corran.md"
    page.write_text(page.read_text("utf-8") + "\nShe spoke of “open talks”.\n", "utf-8")
    found = [one for one in review(other).rows or () if one.rank == Rank.UNCITED]
    assert [(one.file, one.line) for one in found] == [
        ("docs/actors/ida-corran.md", page.read_text("utf-8").count("\n"))
    ]


def test_prose_that_does_not_cite_a_source_of_its_contact_is_older_than_its_evidence(other: Path) -> None:
    generated = build(read_inputs(other))
    contact = next(one for one in generated.briefing.findings.contacts if len(one.sources) > 1)
    cited = contact.evidence[0]
    path = contact_page(contact)
    page = other.parent / "docs" / path
    page.parent.mkdir(exist_ok=True)
    page.write_text(generated.pages[path] + f"\nTold [@{cited.source}#{cited.passage}].\n", "utf-8")
    found = [one for one in review(other).rows or () if one.rank == Rank.OLDER]
    assert [one.file for one in found] == [f"docs/{path}"]


def test_sources_that_cannot_all_be_right_are_named_with_what_they_give(tmp_path: Path, other: Path) -> None:
    (other.parent / "seeds" / "030_a.txt").write_text(DATED.format(day="4 May"), "utf-8")
    (other.parent / "seeds" / "031_b.txt").write_text(DATED.format(day="5 May"), "utf-8")
    found = [one for one in review(other).rows or () if one.rank in (Rank.DISAGREE, 40)]
    assert any("1994" in one.what for one in found), found


DATED = """Foreign Minister Ida Corran met Tomas Verrin of the Upland League in Lakeside on {day} 1994.

They spoke about timber, about the price of salt, and about the road from Lakeside to the northern hills.
"""
