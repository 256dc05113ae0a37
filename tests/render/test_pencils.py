"""The pencil of a page that nobody has committed opens a new file with the page's text in it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_scripts.__main__ import Exit, main
from build_scripts.render.pencils import LONGEST, committed, new_files

FORM = "https://host.example/new/main?filename=docs/{path}&value={text}"
PROPOSE = "https://host.example/actions/propose"


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "actors").mkdir(parents=True)
    (folder / "index.md").write_text("Known.\n", "utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    return folder


def test_a_page_outside_every_commit_opens_a_new_file_with_its_text(docs: Path) -> None:
    text = "---\ntitle: “A” & b\n---\n100 % <i> #1\n"
    (docs / "actors" / "a.md").write_text(text, "utf-8")
    found = new_files({"new_file": FORM, "propose": PROPOSE}, docs, ["index.md", "actors/a.md"])
    assert list(found) == ["actors/a.md"]
    query = parse_qs(urlsplit(found["actors/a.md"]).query)
    assert query == {"filename": ["docs/actors/a.md"], "value": [text]}


def test_a_text_too_long_for_an_address_leads_to_the_workflow(docs: Path) -> None:
    (docs / "long.md").write_text("x" * LONGEST, "utf-8")
    assert new_files({"new_file": FORM, "propose": PROPOSE}, docs, ["long.md"]) == {"long.md": PROPOSE}
    assert new_files({"new_file": FORM}, docs, ["long.md"]) == {"long.md": ""}


def test_outside_a_repository_every_page_is_taken_as_committed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A\n", "utf-8")
    assert committed(tmp_path) is None
    assert new_files({"new_file": FORM}, tmp_path, ["a.md"]) == {}


def test_the_site_s_pencils_lead_there(other: Path) -> None:
    root = other.parent
    written = yaml.safe_load(other.read_text("utf-8"))
    written["extra"]["briefing"] |= {"new_file": FORM, "propose": PROPOSE}
    written["theme"] = {"name": "material", "features": ["content.action.edit"]}
    written["edit_uri_template"] = "https://host.example/edit/{path}"
    other.write_text(yaml.safe_dump(written), "utf-8")
    git(root, "init", "-q")
    git(root, "add", "docs/actors/ida-corran.md")
    assert main(["build", "-f", str(other)]) == Exit.DONE
    known = (root / "site" / "actors" / "ida-corran.html").read_text("utf-8")
    fresh = (root / "site" / "chronology" / "index.html").read_text("utf-8")
    assert "https://host.example/edit/actors/ida-corran.md" in known
    assert "host.example/new" not in known
    assert "https://host.example/edit/" not in fresh
    assert "https://host.example/new/main?filename=docs/chronology/index.md" in fresh or PROPOSE in fresh
