"""A navigation that is drawn once for a folder is what each page of it would have drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader, Environment

from build_scripts import commands
from build_scripts.render import framing
from build_scripts.render import mkdocs as engine


def built(config_file: Path) -> dict[str, bytes]:
    engine.build(config_file)
    site = config_file.parent / "site"
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*.html")}


def test_the_navigation_is_the_same_on_every_page(other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands.generate(other)
    once = built(other)
    monkeypatch.setattr(framing, "ALIKE", frozenset())
    anew = built(other)
    assert len(once) > 10
    assert [name for name in anew if anew[name] != once.get(name)] == []


class Page:
    def __init__(self, url: str) -> None:
        self.url = url


class Config:
    use_directory_urls = False


class Navigation:
    def __init__(self, *pages: Page) -> None:
        self.pages = pages


def test_it_is_drawn_for_each_folder_and_for_each_page_in_it_and_no_more() -> None:
    drawn: list[str] = []

    def draw(context: Any) -> Iterator[str]:
        drawn.append(context["page"].url)
        yield from ("a", context["base_url"])

    once = framing._once(draw)
    index = Page("actors/index.html")
    nav, config = Navigation(index), Config()
    for page in (Page("actors/a.html"), index, Page("actors/b.html"), Page("sources/c.html"), index):
        context: Any = {"page": page, "nav": nav, "config": config, "base_url": ".."}
        assert list(once(context)) == ["a", ".."]
    assert drawn == ["actors/a.html", "actors/index.html", "sources/c.html", "actors/index.html"]


def test_with_a_folder_for_each_page_it_is_drawn_on_every_page() -> None:
    context: Any = {"page": Page("actors/a/"), "nav": Navigation(), "config": Config(), "base_url": "../.."}
    context["config"].use_directory_urls = True
    drawn: list[str] = []

    def draw(_: Any) -> Iterator[str]:
        drawn.append("a")
        yield "a"

    once = framing._once(draw)
    assert [*once(context), *once(context)] == drawn == ["a", "a"]


def test_a_sites_own_part_is_left_as_it_is() -> None:
    environment = Environment(loader=DictLoader({"partials/nav.html": "{{ page }}"}))
    environment.template_class = framing._Framed
    part = environment.get_template("partials/nav.html")
    assert [part.render(page=page) for page in "ab"] == ["a", "b"]
