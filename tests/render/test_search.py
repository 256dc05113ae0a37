"""The index of a built site: what the build found, led to places that are there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_scripts.render import search
from build_scripts.render.search import put_index


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "search").mkdir(parents=True)
    (folder / "search" / "search_index.json").write_text('{"config": {}, "docs": [{"text": "old"}]}', "utf-8")
    (folder / "talks.html").write_text('<h2 id="when">When</h2>', "utf-8")
    rows = [
        {
            "page": "talks.md",
            "anchor": "when",
            "kind": "Page",
            "title": "<b>",
            "names": ["3 < 4"],
            "text": "&",
            "more": [],
        },
        {
            "page": "talks.md",
            "anchor": "nowhere",
            "kind": "Page",
            "title": "",
            "names": [],
            "text": "",
            "more": [],
        },
        {
            "page": "held.md",
            "anchor": "",
            "kind": "Page",
            "title": "Held",
            "names": [],
            "text": "",
            "more": [],
        },
    ]
    (tmp_path / "search.json").write_text(json.dumps(rows), "utf-8")
    put_index(folder, tmp_path, use_directory_urls=False)
    return folder


def test_index_leads_only_to_what_is_built(site: Path) -> None:
    docs = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"]
    assert [doc["location"] for doc in docs] == ["talks.html#when", "talks.html"]


def test_texts_of_the_index_are_no_markup(site: Path) -> None:
    first = json.loads((site / "search" / "search_index.json").read_text("utf-8"))["docs"][0]
    assert (first["title"], first["names"], first["text"]) == ("&lt;b&gt;", ["3 &lt; 4"], "&amp;")


def test_script_gives_the_same_index_a_name(site: Path) -> None:
    script = (site / "search" / "search_index.js").read_text("utf-8")
    index = (site / "search" / "search_index.json").read_text("utf-8")
    assert script == f"briefingSearch={index};\n"


def test_a_large_index_is_cut_into_scripts_that_hold_every_row_in_its_order(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "MOST", 100)
    put_index(site, tmp_path, use_directory_urls=False)
    whole = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    first = json.loads(script(site, "search_index").removeprefix("briefingSearch="))
    others = [
        json.loads(script(site, f"search_index-{number}").removeprefix("briefingSearchMore="))
        for number in range(1, first["scripts"] + 1)
    ]
    assert others
    assert [*first["docs"], *(row for rows in others for row in rows)] == whole["docs"]
    assert "scripts" not in whole


def script(site: Path, name: str) -> str:
    return (site / "search" / f"{name}.js").read_text("utf-8").removesuffix(";\n")
