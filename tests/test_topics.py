"""Questions are an editor's: pages join, move, pin and drop, and nothing of what they cite is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from build_scripts.inputs import read_inputs
from build_scripts.pipeline import Result, build

FIRST, SECOND = "comparisons/meeting-length.md", "comparisons/meeting-dates.md"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The frozen briefing with its articles and pages, to edit."""
    shutil.copytree(Path(__file__).parent / "briefing", tmp_path / "briefing")
    return tmp_path / "briefing" / "mkdocs.yml"


def edit(config: Path, page: str, pattern: str, now: str) -> None:
    path = config.parent / "docs" / page
    text, count = re.subn(pattern, now, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, "utf-8")


def built(config: Path) -> Result:
    return build(read_inputs(config))


def readings(result: Result, topic: str) -> set[tuple[str, str]]:
    return {(one.source, one.passage) for one in result.briefing.findings.readings[topic]}


@pytest.fixture
def merged(config: Path) -> Path:
    into = "merge_into: meeting-dates\nwhy: Both ask when it was held.\nquestion:"
    edit(config, FIRST, r"^question:", into)
    return config


def test_a_merged_question_gives_its_readings_to_the_other(merged: Path, result: Result) -> None:
    now = built(merged)
    assert "meeting-length" not in now.briefing.findings.readings
    assert readings(now, "meeting-dates") >= {
        (one.source, one.passage)
        for topic in ("meeting-dates", "meeting-length")
        for one in result.briefing.findings.readings[topic]
    }


def test_its_page_says_where_it_went_and_no_list_names_it(merged: Path) -> None:
    now = built(merged)
    assert (
        "Part of another question: [When was the meeting to be held?](meeting-dates.md)" in now.pages[FIRST]
    )
    assert "Both ask when it was held." in now.pages[FIRST]
    assert "meeting-length.md" not in now.pages["comparisons/index.md"]


def test_its_address_leads_to_the_other(merged: Path) -> None:
    assert main(["build", "-f", str(merged)]) == Exit.DONE
    html = (merged.parent / "site" / FIRST).with_suffix(".html").read_text("utf-8")
    assert re.search(r'http-equiv="refresh"[^>]*url=meeting-dates\.html', html, re.IGNORECASE)


def test_a_merge_without_a_reason_or_a_target_names_the_page(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(config, FIRST, r"^question:", "merge_into: nothing-here\nquestion:")
    edit(config, SECOND, r"^question:", "merge_into: meeting-dates\nwhy: So.\nquestion:")
    assert main(["generate", "-f", str(config)]) == Exit.INVALID_INPUT
    said = capsys.readouterr().err
    assert "meeting-length.md:4: merge_into without why" in said
    assert "merge_into names nothing-here, which is no topic" in said
    assert "merge_into leads from meeting-dates back to meeting-dates" in said


def test_a_renamed_question_keeps_its_readings_and_its_old_address(config: Path, result: Result) -> None:
    docs = config.parent / "docs" / "comparisons"
    (docs / "meeting-length.md").rename(docs / "how-long.md")
    edit(config, "comparisons/how-long.md", r"^question:", "formerly: [meeting-length]\nquestion:")
    assert main(["build", "-f", str(config)]) == Exit.DONE
    html = (config.parent / "site" / FIRST).with_suffix(".html").read_text("utf-8")
    assert "how-long.html" in html
    assert readings(built(config), "meeting-length") == readings(result, "meeting-length")


def test_a_pinned_reading_stays_though_nothing_is_aligned_with_it(config: Path) -> None:
    words = "Over the weekend, Ukraine had to withdraw from a key town near Donetsk"
    edit(config, FIRST, r"^readings:\n", f"readings:\n  - '[@004 \"{words}\"]'\n")
    pinned = built(config)
    assert any(one.quote == words for one in pinned.briefing.findings.readings["meeting-length"])
    assert words in pinned.pages[FIRST]


def test_a_dropped_counterpart_is_gone_and_its_difference_with_it(config: Path) -> None:
    before = built(config)
    (added,) = (
        one for one in before.briefing.findings.readings["host"] if "The Russian side provided" in one.quote
    )
    edit(config, "comparisons/host.md", r"^  - '\[@001 .*\n", "")
    edit(config, "comparisons/host.md", r"^dropped:\n", f"dropped:\n  - '[@001#{added.passage}]'\n")
    after = built(config)
    assert ("001", added.passage) not in readings(after, "host")
    assert f"[@001#{added.passage}]" not in after.pages["comparisons/host.md"].split("generated: readings")[1]
