"""The engine builds a site from the least configuration, and a fault leaves the last good site as it was."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts.render import mkdocs
from build_scripts.render.faults import CannotRender

LEAST = (
    "site_name: The Northland talks\ntheme: material\nextra: {briefing: {sides: {north: Northern parties}}}\n"
)


@pytest.fixture
def config_file(data: Path, ids: dict[str, str]) -> Path:
    docs = data.parent
    written = {
        "index.md": '---\ntitle: Talks in the north\n---\nThey met [@n1 "met in May"] [@n2 "met in May"].\n',
        "actors/index.md": "---\ntitle: Actors\n---\n[Arden](arden.md)\n",
        "actors/arden.md": "---\ntitle: A. Arden\nkind: person\nside: north\n---\nA person.\n",
        "actors/bell.md": "---\ntitle: B. Bell\nkind: person\nreviewed: 2031-05-04\n---\nA person.\n",
        "sources/index.md": "---\ntitle: Sources\n---\n[A](n1.md)\n",
        "chronology/may.md": "---\ntitle: May\n---\nText.\n",
    }
    for identity, count in (("n1", 4), ("n2", 2), ("n3", 1)):
        marks = " ".join(f"[#{ids[f'{identity}.{number}']} {number}] […]" for number in range(1, count + 1))
        written[f"sources/{identity}.md"] = f"---\ntitle: {identity}\n---\n{marks}\n"
    for path, text in written.items():
        (docs / path).parent.mkdir(exist_ok=True)
        (docs / path).write_text(text, "utf-8")
    file = docs.parent / "mkdocs.yml"
    file.write_text(LEAST, "utf-8")
    return file


def page(config_file: Path, path: str) -> str:
    return (config_file.parent / "site" / path).read_text("utf-8")


def test_least_configuration_builds_with_our_parts_of_the_theme(config_file: Path) -> None:
    mkdocs.build(config_file)
    html = page(config_file, "index.html")
    assert "<h1>Talks in the north</h1>" in html
    assert 'href="sources/n1.html#p-' in html
    for asset in ("assets/briefing.css", "assets/blocks.css", "assets/briefing.js"):
        assert asset in html
        assert (config_file.parent / "site" / asset).is_file()


def test_nothing_is_loaded_from_elsewhere(config_file: Path) -> None:
    mkdocs.build(config_file)
    html = page(config_file, "index.html")
    assert not re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="(?:https?:)?//[^"]*"', html)


def test_kicker_says_where_a_leaf_page_stands(config_file: Path) -> None:
    mkdocs.build(config_file)
    kicker = re.search(r'<nav class="kicker".*?</nav>', page(config_file, "actors/arden.html"), re.DOTALL)
    assert kicker
    assert (
        re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", kicker.group())).strip()
        == "Actors Person Northern parties"
    )
    assert "kicker" not in page(config_file, "index.html")


@pytest.mark.parametrize(
    ("path", "is_kept_out"),
    [
        ("actors/arden.html", True),
        ("chronology/may.html", True),
        ("actors/bell.html", False),
        ("actors/index.html", False),
        ("sources/n1.html", False),
        ("index.html", False),
    ],
)
def test_drafts_stay_out_of_search_engines(config_file: Path, path: str, is_kept_out: bool) -> None:
    mkdocs.build(config_file)
    assert ('name="robots" content="noindex"' in page(config_file, path)) == is_kept_out


def test_what_citations_show_stays_out_of_the_search_index(config_file: Path) -> None:
    mkdocs.build(config_file)
    index = json.loads(page(config_file, "search/search_index.json"))
    texts = " ".join(entry["text"] for entry in index["docs"])
    assert "They met" in texts
    for hidden in ("Evidence on this page", "10,000", "2 articles", "sentence 1", "The Mail"):
        assert hidden not in texts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('They met [@n1 "met in June"].', ["index.md", "met in »June«", "met in »May«"]),
        ("[Nowhere](nowhere.md)", ["index.md", "nowhere.md"]),
        ("[Nowhere](actors/arden.md#none)", ["index.md", "#none"]),
    ],
)
def test_fault_stops_the_build_and_the_last_site_stays(config_file: Path, text: str, says: list[str]) -> None:
    mkdocs.build(config_file)
    before = page(config_file, "index.html")
    (config_file.parent / "docs" / "index.md").write_text(text, "utf-8")
    with pytest.raises(CannotRender) as stopped:
        mkdocs.build(config_file)
    for part in says:
        assert part in str(stopped.value)
    assert page(config_file, "index.html") == before
    assert [path.name for path in config_file.parent.iterdir() if path.name.startswith(".")] == []


def test_configuration_that_the_engine_refuses_says_why(config_file: Path) -> None:
    config_file.write_text(LEAST.replace("theme: material", "theme: no-such-theme"), "utf-8")
    with pytest.raises(CannotRender, match="no-such-theme"):
        mkdocs.build(config_file)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('<p onclick="x()">A</p>', "talks.html:"),
        ("<script>steal()</script>", "a script that the site does not ship: steal()"),
        ("[A](javascript:steal())", "an address of an unknown kind, javascript:steal()"),
        ("![A](https://example.org/a.png)", "a request to another host, https://example.org/a.png"),
    ],
)
def test_a_page_that_would_run_or_fetch_stops_the_build(config_file: Path, written: str, said: str) -> None:
    mkdocs.build(config_file)
    before = page(config_file, "index.html")
    (config_file.parent / "docs" / "talks.md").write_text(f"# Talks\n\n{written}\n", "utf-8")
    with pytest.raises(CannotRender, match=re.escape(said)):
        mkdocs.build(config_file)
    assert page(config_file, "index.html") == before
