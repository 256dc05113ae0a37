"""`briefing new` writes a record with what is known, and the build fills it."""

from __future__ import annotations

import hashlib
import re
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


def test_a_topic_from_a_difference_that_is_not_there_says_what_is(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(config, "topic", "How many left?", "--from", "0badc0de,") == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "there is no difference 0badc0de" in said
    assert "There are: " in said or "There is none" in said
    assert not (config.parent / "docs" / "comparisons" / "how-many-left.md").exists()


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
    assert "- file: 020_new.txt\n" in listed
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


def test_a_new_actor_has_counts_descriptions_and_what_follows_from_them(other: Path) -> None:
    said = "The deputy chair of the Upland League, Halvar Brandt, said on Friday that talks go on."
    text = f"Port Ansel, June 8, 1998\n\n{said}\n"
    (other.parent / "seeds" / "020_new.txt").write_text(text, "utf-8")
    assert new(other, "actor", "Halvar Brandt") == Exit.DONE
    page = (other.parent / "docs" / "actors" / "halvar-brandt.md").read_text("utf-8")
    head = page.split("---")[1]
    assert "# found: Halvar Brandt (once in 020)" in head
    assert "# called: The deputy chair of the Upland League" in head
    assert '# member_of: ["upland-league"]' in head
    assert "# side: upland" in head


def test_a_new_contact_is_anchored_in_passages_that_may_speak_of_it(other: Path) -> None:
    text = "A ledger of March 1997 from Port Ansel lists Tomas Verrin and, three lines below, Ida Corran.\n"
    (other.parent / "seeds" / "020_new.txt").write_text(text, "utf-8")
    arguments = ("--date", "1997-03", "--with", "tomas-verrin,ida-corran")
    assert new(other, "contact", "A table in Port Ansel", *arguments) == Exit.DONE
    page = (other.parent / "docs" / "chronology" / "a-table-in-port-ansel.md").read_text("utf-8")
    assert "anchors:\n  - '[@020#" in page
    assert "It may be told in these passages: [@020#" in page


def test_a_new_topic_has_the_readings_of_the_difference_that_it_asks_about(briefing: Path) -> None:
    question = "Has the Foreign Ministry organized or initiated the meeting?"
    assert new(briefing, "topic", question) == Exit.DONE
    pages = briefing.parent / "docs" / "comparisons"
    page = (pages / "has-the-foreign-ministry-organized-or-initiated-the-meeting.md").read_text("utf-8")
    readings = re.findall(r"^  - '\[@.*Ministry.*\]'$", page.split("---")[1], re.MULTILINE)
    assert len(readings) == 3


@pytest.mark.parametrize("what", ["barges", "cranes", "wagons", "ferries"])
def test_the_difference_that_a_question_asks_about_is_preferred_to_others_of_the_passages(
    what: str, other: Path
) -> None:
    """Two articles differ in a number and in who gives it; asked is how many."""
    seeds = other.parent / "seeds"
    first, second = (
        f"Brandt said 14 {what} had been released.",
        f"Twelve {what} were released, according to Brandt.",
    )
    (seeds / "020_one.txt").write_text(f"Port Ansel, June 8, 1998\n\n{first}\n", "utf-8")
    (seeds / "021_two.txt").write_text(f"June 9, 1998\n\n{second}\n", "utf-8")
    assert new(other, "topic", f"How many {what} were released?") == Exit.DONE
    page = (other.parent / "docs" / "comparisons" / f"how-many-{what}-were-released.md").read_text("utf-8")
    readings = re.findall(r"^  - '\[@(?:020|021)#.* \"(.*)\"\]'$", page.split("---")[1], re.MULTILINE)
    assert readings == [f"14 {what}", f"Twelve {what}"]


def test_a_question_that_no_difference_answers_has_no_readings(briefing: Path) -> None:
    assert new(briefing, "topic", "How deep is the lake?") == Exit.DONE
    page = (briefing.parent / "docs" / "comparisons" / "how-deep-is-the-lake.md").read_text("utf-8")
    assert "readings:" not in page.split("---")[1]


def test_a_new_list_of_sources_names_its_schema_and_the_file_s_checksum(config: Path) -> None:
    listed = config.parent / "seeds" / "sources.yml"
    assert not listed.exists()
    assert new(config, "source", "020_new.txt") == Exit.DONE
    text = listed.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    digest = hashlib.sha256((config.parent / "seeds" / "020_new.txt").read_bytes()).hexdigest()
    assert f"# sha256 of the file: {digest}" in text


def test_what_is_inferred_is_a_comment_with_its_reason(other: Path) -> None:
    assert new(other, "source", "011_second.txt") == Exit.DONE
    text = (other.parent / "seeds" / "sources.yml").read_text("utf-8")
    assert re.search(r"^  # published: ", text, re.MULTILINE)
    assert "published:" not in text.replace("# published:", "")


def test_who_takes_part_is_read_from_the_title_unless_it_is_given(other: Path) -> None:
    """Names stand in it as whole words: "Corrandale" names nobody."""
    assert new(other, "contact", "Ida Corran receives Tomas Verrin at Corrandale") == Exit.DONE
    page = other.parent / "docs" / "chronology" / "ida-corran-receives-tomas-verrin-at-corrandale.md"
    assert 'participants: ["ida-corran", "tomas-verrin"]' in page.read_text("utf-8")
