"""The preview draws only what changed, and its site is the one that is drawn from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from mkdocs.structure.pages import Page

from build_scripts import commands
from build_scripts.render import mkdocs as engine
from build_scripts.render.remembering import Remembered


def drawn(config_file: Path, site: Path, remembered: Remembered) -> dict[str, bytes]:
    """The files of the site, without the map of the site, in which the time of day stands."""
    commands.generate(config_file)
    shutil.rmtree(site, ignore_errors=True)
    with engine.at_home(config_file):
        config = engine.configuration(config_file, strict=False)
        with remembered.at_work(Path(config.docs_dir) / "data", config_file):
            engine.build_into(site, config, "serve")
    files = {str(file.relative_to(site)): file for file in site.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in files.items() if not name.startswith("sitemap")}


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), "utf-8")

    return edit


def a_page(root: Path) -> None:
    (root / "docs" / "talks.md").write_text("---\ntitle: Talks\n---\n[A](about.md#what)\n", "utf-8")


EDITS = (
    replaced("docs/about.md", "---\n", "---\nsearch: {boost: 2}\n"),
    replaced("docs/actors/ida-corran.md", "title: Ida Corran", "title: Ida M. Corran"),
    replaced("docs/chronology/index.md", "title: ", "title: Every "),
    a_page,
    replaced("mkdocs.yml", "The Lakeside talks", "Talks at Lakeside"),
    replaced("seeds/011_second.txt", ".", ", it was said."),
    lambda root: (root / "docs" / "talks.md").unlink(),
)


def test_after_each_edit_the_site_is_the_same_as_without_memory(other: Path, tmp_path: Path) -> None:
    remembered = Remembered()
    drawn(other, tmp_path / "kept", remembered)
    for edit in EDITS:
        edit(other.parent)
        kept = drawn(other, tmp_path / "kept", remembered)
        fresh = drawn(other, tmp_path / "fresh", Remembered())
        assert [name for name in {*kept, *fresh} if kept.get(name) != fresh.get(name)] == []


def test_a_page_that_is_the_same_is_not_set_again(other: Path, tmp_path: Path) -> None:
    remembered = Remembered()
    drawn(other, tmp_path / "kept", remembered)
    before = dict(remembered._themed)
    replaced("docs/about.md", "---\n", "---\nsearch: {boost: 2}\n")(other.parent)
    drawn(other, tmp_path / "kept", remembered)
    assert [url for url, one in remembered._themed.items() if one is not before[url]] == ["about.html"]


def test_the_engine_is_as_it_was_afterwards(other: Path, tmp_path: Path) -> None:
    before = Page.render
    drawn(other, tmp_path / "kept", Remembered())
    assert Page.render is before
