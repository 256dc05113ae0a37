"""Addresses are permanent: renamed and merged pages lead on, dismissed ones say why, links follow."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from tests.conftest import OTHER
from tests.front import prepend

MARSH = "chronology/undated-tomas-verrin-olen-marsh.md"
MAY = "chronology/1998-05-04-upland-league-lake-republic.md"
JUNE = "chronology/1996-06-tomas-verrin-ida-corran.md"
MARCH = "chronology/1998-03-02-tomas-verrin-ida-corran.md"


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus with a site_url after every edit at once, built: its folder."""
    root = tmp_path_factory.mktemp("identity") / "other"
    shutil.copytree(OTHER, root)
    config, docs = root / "mkdocs.yml", root / "docs"
    config.write_text(config.read_text("utf-8") + "site_url: https://example.org/talks/\n", "utf-8")
    assert main(["generate", "-f", str(config)]) == Exit.DONE
    # Its list of contacts has a page of its own; who renames the actor may not think of it.
    (docs / "actors" / "tomas-verrin--contacts-1996.md").write_text("---\ntitle: A part\n---\n", "utf-8")
    # And one of which only such a page is left.
    left = "---\ntitle: A part\n---\n[All](nobody.md#mentions)\n"
    (docs / "actors" / "nobody--mentions-1990s.md").write_text(left, "utf-8")
    assert main(["generate", "-f", str(config)]) == Exit.DONE
    (docs / "actors" / "tomas-verrin.md").rename(docs / "actors" / "t-verrin.md")
    prepend(docs / "actors" / "t-verrin.md", "formerly: [tomas-verrin, people/verrin]")
    (docs / MARCH).rename(docs / "chronology" / "march.md")  # and forgets to say so
    prepend(docs / MARSH, "dismissed: Somebody's wish is no contact.")
    prepend(docs / MAY, "merge_into: 1996-06-tomas-verrin-ida-corran\nwhy: One round of talks.")
    prepend(docs / "actors" / "olen-marsh.md", "page: false")
    with (docs / "about.md").open("a", encoding="utf-8") as about:
        about.write(
            f"\n[Verrin](actors/tomas-verrin.md), [March]({MARCH}#facts), [May]({MAY}), "
            '[Marsh](actors/olen-marsh.md), [he][one] and <a href="actors/tomas-verrin.html">he</a>.\n'
            "\n[one]: actors/tomas-verrin.md 'Verrin'\n"
        )
    assert main(["build", "-f", str(config)]) == Exit.DONE
    return root


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("actors/tomas-verrin.html", "t-verrin.html"),
        ("actors/tomas-verrin--contacts-1996.html", "t-verrin.html"),
        ("people/verrin.html", "../actors/t-verrin.html"),
        ("chronology/1998-03-02-tomas-verrin-ida-corran.html", "march.html"),
        (
            "chronology/1998-05-04-upland-league-lake-republic.html",
            "1996-06-tomas-verrin-ida-corran.html",
        ),
    ],
)
def test_a_redirect_stays_at_the_old_address(edited: Path, old: str, new: str) -> None:
    html = (edited / "site" / old).read_text("utf-8")
    assert f'<meta http-equiv="refresh" content="0; url={new}">' in html
    assert f'<a href="{new}">' in html
    assert '<meta name="robots" content="noindex">' in html
    address = re.search(r'rel="canonical" href="https://example.org/talks/([^"]+)"', html)
    assert address
    assert ((edited / "site" / old).parent / new).resolve() == edited / "site" / address[1]
    assert (edited / "site" / address[1]).is_file()


def test_links_in_prose_lead_to_the_new_address(edited: Path) -> None:
    html = (edited / "site" / "about.html").read_text("utf-8")
    for href, words in (
        ("actors/t-verrin.html", "Verrin"),
        ("chronology/march.html#facts", "March"),
        ("chronology/1996-06-tomas-verrin-ida-corran.html", "May"),
    ):
        assert f'<a href="{href}">{words}</a>' in html
    assert "<span>Marsh</span>" in html
    assert '<a href="actors/t-verrin.html" title="Verrin">he</a>' in html


def test_a_link_in_raw_html_which_follows_nothing_is_named(
    edited: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "-f", str(edited / "mkdocs.yml")]) == Exit.DONE
    said = [line for line in "".join(capsys.readouterr()).splitlines() if "raw HTML" in line]
    assert len(said) == 1
    assert re.match(r".*docs/about\.md:\d+: .*a link in raw HTML leads to actors/tomas-verrin\.html", said[0])


def test_other_pages_and_data_speak_of_a_renamed_actor_by_its_new_address(edited: Path) -> None:
    june = (edited / "docs" / JUNE).read_text("utf-8")
    assert "[Tomas Verrin](../actors/t-verrin.md)" in june
    assert 'participants: ["ida-corran", "tomas-verrin"]' in june  # as it was written
    contacts = json.loads((edited / "docs" / "data" / "contacts.json").read_text("utf-8"))
    assert {one["id"] for one in contacts if "t-verrin" in one["participants"]} == {
        "1996-06-tomas-verrin-ida-corran",
        "1998-03-02-tomas-verrin-ida-corran",
    }


def test_a_rename_that_forgot_formerly_is_reported(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "-f", str(edited / "mkdocs.yml")]) == Exit.DONE
    said = capsys.readouterr().out
    assert "docs/chronology/march.md:" in said
    assert "`formerly: [1998-03-02-tomas-verrin-ida-corran]`" in said
    assert "t-verrin.md" not in "".join(line for line in said.splitlines() if "formerly" in line)


def test_a_dismissed_contact_leaves_its_notice_and_nothing_else(edited: Path) -> None:
    html = (edited / "site" / MARSH).with_suffix(".html").read_text("utf-8")
    assert "Dismissed, and counted nowhere: Somebody’s wish is no contact." in html.replace(
        "&rsquo;", "’"
    ).replace("'", "’")
    assert 'name="robots" content="noindex"' in html


@pytest.mark.parametrize(
    "words",
    ["undated-tomas-verrin-olen-marsh", "1998-05-04-upland-league", "actors/tomas-verrin", "olen-marsh"],
)
def test_what_is_dismissed_merged_or_moved_is_in_no_index_search_map_or_data(
    edited: Path, words: str
) -> None:
    site = edited / "site"
    files = [site / "search" / "search_index.json", site / "sitemap.xml", site / "chronology" / "index.html"]
    files += [site / "index.html", site / "actors" / "index.html", edited / "docs" / "data" / "timeline.svg"]
    files += sorted((site / "data").glob("contacts.*"))
    for file in files:
        if file.name.startswith("contacts") and words == "olen-marsh":
            continue  # he may take part; he has no page
        assert words not in file.read_text("utf-8"), file


def test_a_person_without_a_page_is_named_without_a_link(edited: Path) -> None:
    assert not (edited / "site" / "actors" / "olen-marsh.html").exists()
    index = (edited / "docs" / "actors" / "index.md").read_text("utf-8")
    assert "| Olen Marsh |" in index
    actors = json.loads((edited / "docs" / "data" / "actors.json").read_text("utf-8"))
    assert [one["page"] for one in actors if one["id"] == "olen-marsh"] == [None]


def test_a_part_of_a_page_that_is_gone_is_not_built(edited: Path) -> None:
    assert not (edited / "site" / "actors" / "nobody--mentions-1990s.html").exists()


def test_undoing_the_edits_undoes_everything(edited: Path, tmp_path: Path) -> None:
    root = tmp_path / "undone"
    shutil.copytree(edited, root, ignore=shutil.ignore_patterns("site", "data"))
    docs = root / "docs"
    (docs / "actors" / "t-verrin.md").rename(docs / "actors" / "tomas-verrin.md")
    (docs / "chronology" / "march.md").rename(docs / MARCH)
    for part in (docs / "actors").glob("*--*.md"):
        part.unlink()
    for path in ("actors/tomas-verrin.md", MARSH, MAY, "actors/olen-marsh.md"):
        page = docs / path
        taken = r"(?m)^(?:formerly|dismissed|merge_into|why|page): .*\n"
        page.write_text(re.sub(taken, "", page.read_text("utf-8")), "utf-8")
    about = docs / "about.md"
    about.write_text(re.sub(r"\n\[Verrin\].*\n\n\[one\].*\n", "", about.read_text("utf-8")), "utf-8")
    assert main(["generate", "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    fresh = tmp_path / "fresh"
    shutil.copytree(OTHER, fresh)
    assert main(["generate", "-f", str(fresh / "mkdocs.yml")]) == Exit.DONE
    for page in sorted((fresh / "docs").rglob("*.md")):
        path = page.relative_to(fresh / "docs")
        assert (docs / path).read_text("utf-8").strip() == page.read_text("utf-8").strip(), path
