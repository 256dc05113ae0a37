"""An editor's walk through the first briefing: after each edit the pages show it, and at the end the site."""

from __future__ import annotations

import re
import shutil

import pytest

from build_scripts import commands
from build_scripts.pipeline import Result
from tests.conftest import FROZEN
from tests.walking import ARTICLE, Walk, site

CORRECTED = "chronology/2007-02-khaled-mashal-moscow.md"
DISMISSED = "chronology/2010-02-khaled-mashal-moscow.md"
EDITED = "actors/fatah.md"
RENAMED = "actors/osama-hamdan.md"
TOPIC = """---
title: What the guests were called
question: What are the guests called?
readings:
  - '[@000 "Khaled Mashal, who chaired the Hamas politburo for many years"]'
  - '[@002 "Khalid Meshal, who led the Hamas politburo for many years"]'
---
"""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, result: Result) -> Walk:
    """Every step in order, each with a build; what each is to show is kept. Then the site."""
    root = tmp_path_factory.mktemp("walk") / "briefing"
    shutil.copytree(FROZEN, root, ignore=shutil.ignore_patterns("site", "data"))
    unknown = next(name.text for facts in result.briefing.facts for name in facts.unknown_names)
    one = Walk(root, unknown)
    one.build()
    one.front("actors/hamas.md", f'aliases: ["{unknown}"]')
    one.seen["alias"] = one.read("actors/hamas.md").partition("generated: spellings")[2]
    one.front(CORRECTED, 'place: ""\nwhy: The editor found no place.')
    one.seen["corrected"] = one.read(CORRECTED)
    one.front(DISMISSED, "dismissed: The editor takes it for another journey.")
    one.seen["dismissed"] = one.read(DISMISSED)
    one.seen["contacts"] = one.read("data/contacts.json")
    (one.docs / "comparisons" / "guests.md").write_text(TOPIC, "utf-8")
    one.build()
    one.seen["topic"] = one.read("comparisons/guests.md")
    edited = one.read(EDITED).replace("## Spellings by source", "## Spellings, source by source", 1)
    (one.docs / EDITED).write_text(edited, "utf-8")
    one.build()
    one.seen["edited"], one.seen["remarks"] = one.read(EDITED), "\n".join(one.remarks)
    article = root / "seeds" / "005_new.txt"
    article.write_text(ARTICLE, "utf-8")
    one.build()
    one.seen["dropped in"] = new = _new_contact(one)
    article.write_text(ARTICLE.replace("arrived in Moscow on Monday", "came to Moscow on Monday"), "utf-8")
    one.build()
    one.seen["article corrected"], one.seen["before"] = _new_contact(one), new
    renamed = one.docs / "actors" / "o-hamdan.md"
    (one.docs / RENAMED).rename(renamed)
    one.front("actors/o-hamdan.md", "formerly: [osama-hamdan]")
    commands.build_site(root / "mkdocs.yml")
    return one


def _new_contact(walk: Walk) -> str:
    found = [row["page"] for row in walk.data("contacts") if row["date"] == "2024-06-24"]
    assert len(found) == 1
    return f"{found[0]}\n{walk.read(found[0])}"


def test_an_alias_added_is_counted_as_a_spelling(walk: Walk) -> None:
    assert walk.unknown in walk.seen["alias"]
    assert walk.unknown in site(walk, "actors/hamas.md")


def test_a_contact_corrected_shows_both_what_holds_and_what_the_sources_say(walk: Walk) -> None:
    for text in (walk.seen["corrected"], re.sub(r"<[^>]+>", "", site(walk, CORRECTED))):
        assert "Set by an editor. The build found: place Moscow. The editor found no place." in text
    assert "| Where | not stated |" in walk.seen["corrected"]


def test_a_contact_dismissed_leaves_its_reason_and_no_row(walk: Walk) -> None:
    assert (
        "Dismissed, and counted nowhere: The editor takes it for another journey." in walk.seen["dismissed"]
    )
    assert f'"{DISMISSED}"' not in walk.seen["contacts"]
    assert "The editor takes it for another journey." in site(walk, DISMISSED)
    assert '"2010-02-khaled-mashal-moscow.html' not in site(walk, "chronology/index.md")


def test_a_topic_written_gets_its_readings_and_their_counterparts(walk: Walk) -> None:
    assert "[@001#" in walk.seen["topic"]
    assert "What are the guests called?" in site(walk, "comparisons/index.md")
    assert "chaired the Hamas politburo" in site(walk, "comparisons/guests.md")


def test_a_block_edited_is_kept_reported_once_and_marked_for_readers(walk: Walk) -> None:
    assert "## Spellings, source by source" in walk.seen["edited"]
    assert walk.seen["remarks"].count("is edited by hand and was kept") == 1
    assert "This part is edited by hand and not updated by the build." in site(walk, EDITED)
    assert "This part is edited by hand" not in site(walk, "actors/hamas.md")


def test_an_article_dropped_in_has_its_page_and_contact(walk: Walk) -> None:
    assert "arrived in Moscow on Monday" in walk.seen["dropped in"]
    assert "Volga Courier, 24 June 2024" in site(walk, "sources/005.md")


def test_an_article_corrected_keeps_its_contact_and_its_page(walk: Walk) -> None:
    before, after = walk.seen["before"], walk.seen["article corrected"]
    assert before.partition("\n")[0] == after.partition("\n")[0]
    block = after.partition("generated: evidence")[2]
    assert "came to Moscow on Monday" in block
    assert "arrived in Moscow on Monday" not in block
    assert "came to Moscow on Monday" in site(walk, after.partition("\n")[0])


def test_a_page_renamed_leads_on_and_is_linked_at_its_new_address(walk: Walk) -> None:
    assert 'content="0; url=o-hamdan.html"' in site(walk, RENAMED)
    assert "o-hamdan.html" in site(walk, "actors/index.md")
    assert "osama-hamdan.html" not in site(walk, "actors/index.md")
