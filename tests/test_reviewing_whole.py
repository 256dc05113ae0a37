"""The first briefing in a mess: the review list has every kind of row, the most important first."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main

ARTICLE = """Visits

Khaled Mashal, who led the Hamas politburo, visited Moscow in March 2006, and met with Gregor Antipov of the \
Baltic Institute on Tuesday, March 3, 2006.
Ismail Haniye met with Sergey Lavrov in Moscow in March 2020.
"""
ORDER = (
    "source 000 does not say",
    "block spellings is edited by hand",
    "drafted contact: Khaled Mashal in Moscow, February 2007",
    "the sources of ",
    "unknown name: Gregor Antipov",
    "Ismail Haniye is counted as a spelling of Ismail Haniyeh",
    "005_new.txt has no date that is stated or looked up",
    "quoted without a citation: “open talks about peace”",
    "the prose of chronology/2020-03-haniyeh-lavrov.md is older than its evidence",
)


@pytest.fixture
def messed_up(briefing: Path) -> Path:
    docs = briefing.parent / "docs"
    with (docs / "about.md").open("a", encoding="utf-8") as about:
        about.write('\nForged [@000 "a share of the moon"].\n\nHe spoke of “open talks about peace”.\n')
    edited, drafted = docs / "actors" / "fatah.md", docs / "chronology" / "2007-02-khaled-mashal-moscow.md"
    text = edited.read_text("utf-8")
    assert "## Spellings by source" in text
    edited.write_text(text.replace("## Spellings by source", "## Spellings, by hand"), "utf-8")
    drafted.write_text(re.sub(r"(?m)^reviewed: .*\n", "", drafted.read_text("utf-8")), "utf-8")
    (briefing.parent / "seeds" / "005_new.txt").write_text(ARTICLE, "utf-8")
    return briefing


def listed(config: Path, capsys: pytest.CaptureFixture[str], form: str) -> str:
    capsys.readouterr()
    assert main(["review", "-f", str(config), "--format", form]) == Exit.DONE
    return capsys.readouterr().out


def test_every_kind_of_row_stands_in_its_order_with_a_line_that_there_is(
    messed_up: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(listed(messed_up, capsys, "json"))
    places = [next(at for at, row in enumerate(rows) if row["what"].startswith(words)) for words in ORDER]
    assert places == sorted(places)
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    for row in rows:
        file = messed_up.parent / row["file"]
        lines = file.read_text("utf-8").splitlines() if file.is_file() else [""]
        assert 1 <= row["line"] <= len(lines), row
        assert row["how"], row
        assert row["guide"].partition("#")[2], row
    line = {row["what"][:20]: (row["file"], row["line"]) for row in rows}
    about = (messed_up.parent / "docs" / "about.md").read_text("utf-8").splitlines()
    file, at = line["source 000 does not "]
    assert (file, about[at - 1][:6]) == ("docs/about.md", "Forged")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_people_read_the_same_rows(messed_up: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    told = unescape(listed(messed_up, capsys, form))
    places = [told.find(words.partition(":")[0]) for words in ORDER if "“" not in words and "_" not in words]
    assert -1 not in places
    assert "docs/about.md:" in told
