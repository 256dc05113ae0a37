"""An article that says `show: full`, and what allows it, is published whole; all others only as cited."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from build_scripts.__main__ import Exit, main
from build_scripts.text import fold

TEXT = """The Weir at Lakeside

Lakeside Courier

March 9, 1998

Tomas Verrin met Ida Corran in Lakeside on March 2, 1998, the ministry said.

Eleven herons were counted at the weir that week. Nobody fished.
"""
UNCITED = ("Eleven herons were counted at the weir that week.", "Nobody fished.")
"""Sentences that nothing cites and no other article has."""


def built(config: Path, **entry: str) -> Path:
    """The site with one article more, whose entry says this; the folder of its configuration."""
    root = config.parent
    (root / "seeds" / "013_weir.txt").write_text(TEXT, "utf-8")
    if entry:
        listed = yaml.safe_dump([{"file": "013_weir.txt", **entry}])
        (root / "seeds" / "sources.yml").write_text(listed, "utf-8")
    assert main(["build", "-f", str(config)]) == Exit.DONE
    return root


def words(file: Path) -> str:
    return fold(unescape(re.sub(r"<[^>]+>", "", file.read_text("utf-8")))).text


@pytest.fixture
def full(other: Path) -> Path:
    return built(other, show="full", rights="CC BY 4.0")


@pytest.mark.parametrize("sentence", UNCITED)
def test_every_sentence_stands_on_its_page_in_search_in_the_data_and_in_print(
    full: Path, sentence: str
) -> None:
    assert sentence in words(full / "site" / "sources" / "013.html")
    index = json.loads((full / "site" / "search" / "search_index.json").read_text("utf-8"))
    assert [one["location"] for one in index["docs"] if sentence in unescape(one["text"])]
    rows = json.loads((full / "site" / "data" / "passages.json").read_text("utf-8"))
    (row,) = [row for row in rows if row["text"] == sentence]
    assert row["source"] == "013"
    assert sentence in words(full / "site" / "print.html")


def test_no_word_of_it_is_left_out(full: Path) -> None:
    assert "[…]" not in (full / "docs" / "sources" / "013.md").read_text("utf-8")
    said = words(full / "site" / "sources" / "013.html")
    assert [word for word in fold(TEXT).text.split() if word not in said] == []
    assert "CC BY 4.0" in said


def test_the_figures_and_quotations_in_it_are_published_with_it(full: Path) -> None:
    rows = json.loads((full / "site" / "data" / "figures.json").read_text("utf-8"))
    assert [row["counted"] for row in rows if row["source"] == "013"] == ["herons"]


def test_the_other_articles_are_shown_as_far_as_they_are_cited(full: Path) -> None:
    rows = json.loads((full / "site" / "data" / "passages.json").read_text("utf-8"))
    assert [row["source"] for row in rows if row["text"] is None]
    assert not [row for row in rows if row["text"] is None and row["source"] == "013"]


def test_without_it_nothing_of_them_is_published(other: Path) -> None:
    root = built(other)
    for file in (root / "site").rglob("*"):
        if file.is_file() and file.suffix in (".html", ".json", ".js", ".csv", ".xml", ".md"):
            assert not [one for one in UNCITED if one in fold(file.read_text("utf-8")).text], file


def test_show_full_without_rights_stops_the_build(other: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (other.parent / "seeds" / "013_weir.txt").write_text(TEXT, "utf-8")
    (other.parent / "seeds" / "sources.yml").write_text("- file: 013_weir.txt\n  show: full\n", "utf-8")
    assert main(["build", "-f", str(other)]) == Exit.INVALID_INPUT
    assert "seeds/sources.yml:2: show: full without rights" in capsys.readouterr().err
