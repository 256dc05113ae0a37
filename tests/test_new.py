"""`briefing new` writes a record with what is known, and the build fills it."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main

ARTICLE = """Hills quiet after talks

Hill Gazette

June 5, 1998

Halvar Brandt of the Relief Board said on Friday that the talks go on. H. Brandt left Lakeside.
"""


@pytest.fixture
def config(other: Path) -> Path:
    (other.parent / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    assert main(["generate", "-f", str(other)]) == Exit.DONE
    return other


def new(config: Path, *arguments: str) -> int:
    return main(["new", *arguments, "-f", str(config)])


def test_a_new_actor_has_the_spellings_that_were_found(config: Path) -> None:
    assert new(config, "actor", "Halvar K. Brandt", "--kind", "person", "--side", "upland") == Exit.DONE
    page = (config.parent / "docs" / "actors" / "halvar-k-brandt.md").read_text("utf-8")
    assert "Halvar Brandt" in page
    assert "side: " in page
    assert "<!-- generated: spellings -->" in page
    assert "[@020#" in page


def test_a_new_topic_asks_its_question(config: Path) -> None:
    assert new(config, "topic", "How many families left?") == Exit.DONE
    page = (config.parent / "docs" / "comparisons" / "how-many-families-left.md").read_text("utf-8")
    assert "How many families left?" in page
    assert "<!-- generated: readings -->" in page


def test_a_new_contact_is_an_editor_s_and_says_so(config: Path) -> None:
    arguments = ("--date", "1997-03", "--with", "tomas-verrin,ida-corran", "--place", "Port Ansel")
    assert new(config, "contact", "Verrin and Corran", *arguments) == Exit.DONE
    page = (config.parent / "docs" / "chronology" / "verrin-and-corran.md").read_text("utf-8")
    assert "Added by an editor; the build did not find it in the texts." in page


def test_a_new_source_gets_what_its_text_states(config: Path) -> None:
    assert new(config, "source", "020_new.txt") == Exit.DONE
    listed = (config.parent / "seeds" / "sources.yml").read_text("utf-8")
    assert "Hill Gazette" in listed
    assert "1998-06-05" in listed
    assert "published_basis: stated" in listed
    assert new(config, "source", "020_new.txt") == Exit.INVALID_INPUT


def test_what_is_no_valid_record_is_not_written(config: Path) -> None:
    assert new(config, "actor", "Somebody", "--side", "nowhere") == Exit.INVALID_INPUT
    assert not (config.parent / "docs" / "actors" / "somebody.md").exists()


def test_a_page_that_is_there_is_not_overwritten(config: Path) -> None:
    page = config.parent / "docs" / "actors" / "ida-corran.md"
    before = page.read_bytes()
    assert new(config, "actor", "Ida Corran") == Exit.INVALID_INPUT
    assert page.read_bytes() == before


def test_an_article_that_is_not_there_is_named(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new(config, "source", "missing.txt") == Exit.INVALID_INPUT
    assert "missing.txt" in capsys.readouterr().err
