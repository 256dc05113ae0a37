"""`drafts: hold` leaves drafts out altogether, those that exist already too; front matter is in our voice."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from tests.conftest import OTHER

JUNE = "chronology/1996-06-tomas-verrin-ida-corran"
MARCH = "chronology/1998-03-02-tomas-verrin-ida-corran"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("holding") / "other"
    shutil.copytree(OTHER, root)
    config, docs = root / "mkdocs.yml", root / "docs"
    assert main(["generate", "-f", str(config)]) == Exit.DONE
    # A part of a draft's list is a draft as well, and one of what is reviewed is not.
    for part in ("tomas-verrin--mentions-1990s", "ida-corran--contacts-1996"):
        (docs / "actors" / f"{part}.md").write_text("---\ntitle: A part\n---\n", "utf-8")
    for path in ("actors/ida-corran.md", f"{JUNE}.md"):
        page = docs / path
        text = page.read_text("utf-8").replace("---\n", "---\nreviewed: 1998-05-01\n", 1)
        page.write_text(text + f"\nSee [March](../{MARCH}.md) and [June](../{JUNE}.md).\n", "utf-8")
    (docs / "comparisons" / "water.md").write_text(
        "---\ntitle: Water\nquestion: Whose is the water?\n"
        "readings: ['[@010 \"share of the water\"]']\n---\n",
        "utf-8",
    )
    config.write_text(config.read_text("utf-8") + "    drafts: hold\n", "utf-8")
    assert main(["build", "-f", str(config)]) == Exit.DONE
    return root


def test_only_reviewed_records_have_pages(held: Path) -> None:
    site = held / "site"
    pages = {path.relative_to(site).with_suffix("").as_posix() for path in site.rglob("*.html")}
    records = {page for page in pages if page.startswith(("chronology/", "actors/", "comparisons/"))}
    assert records == {f"{folder}/index" for folder in ("chronology", "actors", "comparisons")} | {
        "actors/ida-corran",
        "actors/ida-corran--contacts-1990s",
        "actors/ida-corran--contacts-1996",
        "comparisons/pair",
        JUNE,
    }


def test_a_draft_is_named_in_no_file_of_the_site(held: Path) -> None:
    for file in (held / "site").rglob("*"):
        if file.suffix in (".html", ".json", ".csv", ".svg", ".xml"):
            text = file.read_text("utf-8")
            assert MARCH not in text, file
            assert "water.html" not in text, file
            assert "Whose is the water" not in text, file


def test_links_to_drafts_are_words_and_others_stay_links(held: Path) -> None:
    html = (held / "site" / "actors" / "ida-corran.html").read_text("utf-8")
    assert "<span>March</span>" in html
    assert '1996-06-tomas-verrin-ida-corran.html">June</a>' in html
    june = (held / "site" / f"{JUNE}.html").read_text("utf-8")
    assert "Tomas Verrin" in june
    assert "tomas-verrin.html" not in june.replace("1996-06-tomas-verrin-ida-corran.html", "")


def test_data_has_no_draft_and_the_review_list_has_them_all(
    held: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads((held / "docs" / "data" / "contacts.json").read_text("utf-8"))
    assert {row["state"] for row in rows} == {"reviewed"}
    assert main(["review", "-f", str(held / "mkdocs.yml")]) == Exit.DONE
    assert f"docs/{MARCH}.md" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("path", "lines", "is_ours"),
    [
        ("actors/ida-corran.md", "description: The regime's minister", True),
        ("comparisons/x.md", "title: Water\nquestion: Does the regime give water?", True),
        ("comparisons/x.md", "title: Water\nquestion: Who calls it a “regime”?", False),
        ("actors/x.md", "title: Committee against the Regime\nkind: organisation", False),
        (
            "actors/ida-corran.md",
            "corrections: [{date: 1998-05-01, was: a regime, now: a state, why: Neutral.}]",
            False,
        ),
        (
            "actors/ida-corran.md",
            "corrections: [{date: 1998-05-01, was: state, now: a regime, why: Found.}]",
            True,
        ),
    ],
)
def test_front_matter_speaks_neutrally_too(
    path: str, lines: str, is_ours: bool, other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other.write_text(other.read_text("utf-8") + "    loaded: [regime]\n", "utf-8")
    page = other.parent / "docs" / path
    page.parent.mkdir(exist_ok=True)
    text = page.read_text("utf-8") if page.is_file() else "---\n---\n"
    page.write_text(text.replace("---\n", f"---\n{lines}\n", 1), "utf-8")
    code = main(["generate", "-f", str(other)])
    said = capsys.readouterr().err
    assert code == (Exit.INVALID_INPUT if is_ours else Exit.DONE), said
    if is_ours:
        assert f"docs/{path}:" in said
        assert "'regime' stands in our own voice" in said
