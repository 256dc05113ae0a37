"""What a mkdocs.yml states stays; what it leaves out is supplied."""

from __future__ import annotations

from typing import Any

from build_scripts.render.supplied import EXTENSION, STYLES, navigation, supplied

PAGES = ("index.md", "talks.md", "actors/index.md", "actors/a-arden.md", "about.md", "method.md")


def options(**given: Any) -> dict[str, Any]:
    return supplied({"site_name": "The Northland talks", **given}, "/theme", "/docs/data", PAGES)


def test_the_least_configuration_gets_everything() -> None:
    added = options(theme="material")
    assert added["use_directory_urls"] is False
    assert added["validation"]["absolute_links"] == "relative_to_docs"
    assert added["theme"]["name"] == "material"
    assert added["theme"]["custom_dir"] == "/theme"
    assert added["extra_css"] == list(STYLES)
    assert added["markdown_extensions"] == [
        "attr_list",
        "tables",
        {"toc": {"title": "On this page", "permalink": True}},
        {EXTENSION: {"data": "/docs/data"}},
    ]


def test_what_is_stated_stays() -> None:
    own = {"name": "material", "custom_dir": "own", "palette": {"scheme": "slate"}}
    added = options(
        theme=own, nav=["index.md"], use_directory_urls=True, extra={"generator": True, "briefing": {}}
    )
    assert added["theme"] == {**added["theme"], **own}
    assert not {"nav", "use_directory_urls"} & set(added)
    assert added["extra"] == {"generator": True, "briefing": {}}


def test_fonts_are_never_fetched() -> None:
    assert options(theme={"name": "material", "font": {"text": "Roboto"}})["theme"]["font"] is False


def test_stated_extensions_come_first_and_ours_once() -> None:
    names = [{"toc": {"permalink": False}}, "briefing", "footnotes"]
    added = options(theme="material", markdown_extensions=names)["markdown_extensions"]
    assert added == [
        {"toc": {"permalink": False}},
        "footnotes",
        "attr_list",
        "tables",
        {EXTENSION: {"data": "/docs/data"}},
    ]


def test_stated_stylesheets_come_last_so_that_they_win() -> None:
    added = options(theme="material", extra_css=["own.css", "assets/briefing.css"])
    assert added["extra_css"] == ["assets/blocks.css", "assets/tools.css", "own.css", "assets/briefing.css"]


def test_leaf_pages_stay_out_of_the_navigation() -> None:
    assert navigation(PAGES) == [
        {"Home": "index.md"},
        "talks.md",
        "actors/index.md",
        {"About": ["about.md", "method.md"]},
    ]
    assert "/actors/*.md" in options(theme="material")["not_in_nav"]
