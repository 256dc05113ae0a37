"""Pages: text and front matter to the byte, and what MkDocs would get wrong in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .corpus import assert_faults, cases, read


@pytest.mark.parametrize(
    "case", [case for case in cases("pages") if "front" in case], ids=lambda case: case["name"]
)
def test_pages(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, {"docs/a.md": case["text"]})
    assert_faults(found.faults, [])
    page = next(page for page in found.pages if page.path == "a.md")
    assert page.text == case["text"]
    assert page.front == case["front"]
    assert page.text[page.body :] == case.get("body", case["text"])


@pytest.mark.parametrize(
    "case", [case for case in cases("pages") if "faults" in case], ids=lambda case: case["name"]
)
def test_faults_of_pages(case: dict[str, Any], tmp_path: Path) -> None:
    assert_faults(read(tmp_path, case["files"]).faults, case["faults"])


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    text = "---\ntitle: A\n\nhide:\n  - toc\n  - navigation\n---\n"
    page = read(tmp_path, {"docs/a.md": text}).pages[0]
    assert (page.lines["title"], page.lines["hide"], page.lines["hide.1"]) == (2, 4, 6)


def test_hidden_files_and_other_files_are_no_pages(tmp_path: Path) -> None:
    found = read(tmp_path, {"docs/.a.md": "A", "docs/.b/c.md": "A", "docs/a.txt": "A", "docs/sub/d.md": "A"})
    assert [page.path for page in found.pages] == ["actors/a-arden.md", "actors/b-birch.md", "sub/d.md"]


def test_a_page_that_is_not_utf8_is_named_with_the_byte(tmp_path: Path) -> None:
    assert_faults(
        read(tmp_path, {"docs/a.md": b"one\n\xe9"}).faults, ["docs/a.md:2: not UTF-8: byte 4 is 0xe9"]
    )


@pytest.mark.parametrize("name", ["a.md", "picture.svg", "folder"])
def test_links_are_refused(name: str, tmp_path: Path) -> None:
    """The target of any link below docs/ would be published."""
    read(tmp_path, {})
    (tmp_path / "docs" / name).symlink_to(tmp_path / "seeds")
    assert_faults(read(tmp_path, {}).faults, [f"docs/{name}:0: a symbolic link"])


def test_many_aliases_of_aliases_are_refused_at_once(tmp_path: Path) -> None:
    layers = "\n".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 30))
    found = read(tmp_path, {"docs/a.md": f"---\na0: &a0 x\n{layers}\n---\n"})
    assert found.faults
    assert all("refers to another place" in fault.what for fault in found.faults)
