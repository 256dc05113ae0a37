"""What commands print: for people, for programs, for the summary of a run, and as annotations of its log."""

from __future__ import annotations

import json
import re
from pathlib import Path

import markdown
import pytest

from build_scripts import guide
from build_scripts.__main__ import Exit, main
from build_scripts.errors import Fault
from build_scripts.models import ReviewRow
from build_scripts.read import load_guide
from build_scripts.reporting import ENGINE, annotation, as_json, as_markdown, as_text, links_of
from tests.hostile.streams import stream

HOSTILE = ReviewRow(0, "a | <b> [x](y)\n::error::", "docs/a_b.md", 3, "mend `it` @someone")


def test_each_row_names_file_line_what_to_do_and_the_guide(other: Path) -> None:
    row = ReviewRow(50, "unknown name: A. Arden (once)", "docs/actors/a-arden.md", 1, "Add it.")
    links = links_of(other, {})
    (said,) = as_text([row], links)
    assert said.splitlines() == [
        "docs/actors/a-arden.md:1: unknown name: A. Arden (once)",
        "    Add it.",
        "    Guide: docs/guide.md#unknown-name",
    ]
    assert json.loads(as_json([row], links)) == [
        {
            "rank": 50,
            "kind": "unknown-name",
            "what": row.what,
            "file": row.file,
            "line": 1,
            "how": "Add it.",
            "guide": "docs/guide.md#unknown-name",
        }
    ]


def test_words_of_articles_are_no_markup_in_a_summary(other: Path) -> None:
    table = as_markdown([HOSTILE], links_of(other, {})).split("\n")
    assert len(table) == 5
    shown = stream(markdown.markdown("\n".join(table), extensions=["tables"]))
    assert ("text", "a | <b> [x](y) ::error::") in shown
    assert "@someone" not in table[-1]


def test_nothing_to_do_is_said_too(other: Path) -> None:
    assert "Nothing waits" in as_markdown([], links_of(other, {}))


def test_an_annotation_is_one_line_whatever_is_in_it() -> None:
    said = annotation("error", Fault("a,b:c.md", 2, "x\n::warning::y", "100%\r\nz"), "a,b:c.md", "")
    assert said == "::error file=a%2Cb%3Ac.md,line=2,title=x%0A\\x3a%3Awarning%3A%3Ay::100%25%0Az"


def test_on_the_code_host_the_guide_is_that_of_the_commit(tmp_path: Path) -> None:
    environment = {
        "GITHUB_SERVER_URL": "https://host.example",
        "GITHUB_REPOSITORY": "desk/briefing",
        "GITHUB_SHA": "0a1b",
        "GITHUB_WORKSPACE": str(tmp_path),
    }
    links = links_of(tmp_path / "talks" / "mkdocs.yml", environment)
    assert (
        links.to("unknown key x")
        == "https://host.example/desk/briefing/blob/0a1b/talks/docs/guide.md#unknown-key"
    )
    assert links.file("docs/a.md") == "talks/docs/a.md"


def test_with_an_address_of_the_site_the_guide_is_a_page_of_it(other: Path) -> None:
    other.write_text(other.read_text("utf-8") + "\nsite_url: https://example.org/talks/\n", "utf-8")
    assert links_of(other, {}).to("unknown key x") == "https://example.org/talks/guide.html#unknown-key"


def test_faults_are_annotations_in_ci_and_plain_everywhere(
    other: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (other.parent / "docs" / "actors" / "x.md").write_text("---\ntitle: X\nkind: planet\n---\n", "utf-8")
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert main(["check", "-f", str(other)]) == Exit.INVALID_INPUT
    printed = capsys.readouterr()
    assert "docs/actors/x.md:3: unknown kind planet" in printed.err
    assert "docs/guide.md#unknown-choice" in printed.err
    assert "::error" not in printed.out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(other.parent.parent))
    assert main(["check", "-f", str(other)]) == Exit.INVALID_INPUT
    said = capsys.readouterr().out
    assert f"::error file={other.parent.name}/docs/actors/x.md,line=3,title=unknown kind planet::" in said


def test_a_block_edited_by_hand_is_published_with_a_notice(
    other: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["generate", "-f", str(other)]) == Exit.DONE
    page = other.parent / "docs" / "actors" / "index.md"
    page.write_text(page.read_text("utf-8").replace("Ida Corran", "Minister Corran", 1), "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    capsys.readouterr()
    assert main(["generate", "-f", str(other)]) == Exit.DONE
    assert "::notice file=docs/actors/index.md,line=" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["json", "markdown"])
def test_review_prints_nothing_but_the_form_that_was_asked_for(
    form: str, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "--format", form, "-f", str(other)]) == Exit.DONE
    said = capsys.readouterr().out
    assert json.loads(said) if form == "json" else said.startswith("## To look at\n")


def test_what_cannot_be_read_leads_to_the_guide_and_is_annotated_without_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", "-f", str(tmp_path / "mkdocs.yml")]) == Exit.CANNOT_READ_OR_WRITE
    printed = capsys.readouterr()
    assert f"guide.md#{ENGINE}" in printed.err
    assert printed.out.startswith("::error title=")
    assert ENGINE in {anchor for _, anchor in guide.parse(load_guide("en")).messages}


def test_nothing_is_printed_past_what_makes_it_inert() -> None:
    """But annotations, which are commands to the log, and make their own words inert."""
    folder = Path(guide.__file__).parent
    printing = {
        (path.relative_to(folder).as_posix(), call)
        for path in folder.rglob("*.py")
        for call in re.findall(
            r"^ +(?:print|sys\.std\w+\.write)\(\w+(?:\.\w+)?\(?", path.read_text("utf-8"), re.M
        )
    }
    assert {(path, call.strip()) for path, call in printing} == {
        ("saying.py", "print(escape.console("),
        ("saying.py", "print(escape.json_text("),
        ("telling.py", "print(annotation("),
    }
