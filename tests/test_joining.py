"""Two pages for one actor become one, one page for two becomes two, each by an edit that can be undone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from tests.conftest import OTHER
from tests.front import prepend

ARTICLE = """Verin in Lakeside

Hill Gazette

June 5, 1998

Thomas Verin met Ida Corran in Lakeside on June 3, 1998.
"""
SECOND = "---\ntitle: Thomas Verin\nkind: person\nside: upland\ntitles: [the bearded envoy]\n---\nBy hand.\n"
JOIN = "merge_into: tomas-verrin\nwhy: Another spelling."


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("joining") / "other"
    shutil.copytree(OTHER, root)
    (root / "seeds" / "020_new.txt").write_text(ARTICLE, "utf-8")
    (root / "docs" / "actors" / "thomas-verin.md").write_text(SECOND, "utf-8")
    (root / "docs" / "note.md").write_text("[Verin](actors/thomas-verin.md)\n", "utf-8")
    assert generate(root) == Exit.DONE
    return root


@pytest.fixture(scope="module")
def joined(apart: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("joining") / "joined"
    shutil.copytree(apart, root)
    prepend(root / "docs" / "actors" / "thomas-verin.md", JOIN)
    assert main(["build", "-f", str(root / "mkdocs.yml")]) == Exit.DONE
    return root


def generate(root: Path) -> int:
    return main(["generate", "-f", str(root / "mkdocs.yml")])


def participants(root: Path) -> set[str]:
    rows = json.loads((root / "docs" / "data" / "contacts.json").read_text("utf-8"))
    return {name for row in rows if "020" in row["sources"] for name in row["participants"]}


def test_apart_each_has_mentions_and_contacts_of_its_own(apart: Path) -> None:
    assert participants(apart) == {"ida-corran", "thomas-verin"}


def test_joined_the_one_who_remains_has_all(joined: Path) -> None:
    assert participants(joined) == {"ida-corran", "tomas-verrin"}
    actors = json.loads((joined / "docs" / "data" / "actors.json").read_text("utf-8"))
    assert "thomas-verin" not in {one["id"] for one in actors}
    page = (joined / "docs" / "actors" / "tomas-verrin.md").read_text("utf-8")
    assert "| “Thomas Verin” |" in page
    assert "Joined with the page of Thomas Verin: Another spelling." in page


def test_joined_the_address_and_links_lead_to_the_one_who_remains(joined: Path) -> None:
    old = (joined / "site" / "actors" / "thomas-verin.html").read_text("utf-8")
    assert 'content="0; url=tomas-verrin.html"' in old
    assert '<a href="actors/tomas-verrin.html">Verin</a>' in (joined / "site" / "note.html").read_text(
        "utf-8"
    )
    assert "actors/thomas-verin" not in (joined / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "thomas-verin" not in (joined / "docs" / "actors" / "index.md").read_text("utf-8")


def test_what_was_joined_is_kept_when_articles_change(joined: Path, apart: Path, tmp_path: Path) -> None:
    root = tmp_path / "changed"
    shutil.copytree(joined, root)
    page = root / "docs" / "actors" / "thomas-verin.md"
    before = page.read_text("utf-8")
    (root / "seeds" / "020_new.txt").write_text(ARTICLE.replace("met Ida", "again met Ida"), "utf-8")
    assert generate(root) == Exit.DONE
    assert page.read_text("utf-8") == before


def test_undone_all_is_as_it_was(joined: Path, apart: Path, tmp_path: Path) -> None:
    root = tmp_path / "undone"
    shutil.copytree(joined, root, ignore=shutil.ignore_patterns("site"))
    page = root / "docs" / "actors" / "thomas-verin.md"
    page.write_text(page.read_text("utf-8").replace(f"{JOIN}\n", ""), "utf-8")
    assert generate(root) == Exit.DONE
    for file in (one for one in (apart / "docs").rglob("*") if one.is_file()):
        assert (root / "docs" / file.relative_to(apart / "docs")).read_bytes() == file.read_bytes(), file


def test_names_that_others_call_the_joined_one_by_are_found(joined: Path, tmp_path: Path) -> None:
    root = tmp_path / "named"
    shutil.copytree(joined, root, ignore=shutil.ignore_patterns("site"))
    contact = next((root / "docs" / "chronology").glob("1998-06-03*.md"))
    prepend(contact, "participants: [thomas-verin, ida-corran]\nwhy: Named so.")
    assert generate(root) == Exit.DONE
    assert participants(root) == {"ida-corran", "tomas-verrin"}


def test_split_the_names_go_with_the_page_that_lists_them(apart: Path, tmp_path: Path) -> None:
    root = tmp_path / "split"
    shutil.copytree(apart, root)
    first, second = (root / "docs" / "actors" / f"{name}.md" for name in ("tomas-verrin", "thomas-verin"))
    second.unlink()
    (root / "docs" / "note.md").unlink()
    text = first.read_text("utf-8")
    first.write_text(text.replace("side:", "aliases: [Thomas Verin]\nside:", 1), "utf-8")
    assert generate(root) == Exit.DONE
    assert participants(root) == {"ida-corran", "tomas-verrin"}
    first.write_text(first.read_text("utf-8").replace("aliases: [Thomas Verin]\n", "", 1), "utf-8")
    second.write_text(SECOND, "utf-8")
    assert generate(root) == Exit.DONE
    assert participants(root) == {"ida-corran", "thomas-verin"}


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ({"thomas-verin": "merge_into: tomas-verrin"}, "thomas-verin.md:2: merge_into without why"),
        ({"thomas-verin": "merge_into: nobody\nwhy: x"}, "merge_into names nobody, which is no actor"),
        (
            {"thomas-verin": JOIN, "tomas-verrin": "merge_into: thomas-verin\nwhy: x"},
            "merge_into leads from thomas-verin back to thomas-verin",
        ),
        (
            {"thomas-verin": "merge_into: thomas-verin\nwhy: x"},
            "merge_into leads from thomas-verin back to thomas-verin",
        ),
    ],
)
def test_what_cannot_be_joined_is_an_error(
    lines: dict[str, str], says: str, apart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "wrong"
    shutil.copytree(apart, root)
    for name, given in lines.items():
        prepend(root / "docs" / "actors" / f"{name}.md", given)
    assert generate(root) == Exit.INVALID_INPUT
    assert says in capsys.readouterr().err
