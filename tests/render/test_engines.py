"""Each engine builds the briefing; one that is not there is said, and no page depends on which it was."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from xml.etree.ElementTree import fromstring

import pytest
from markdown import Markdown
from markdown.preprocessors import Preprocessor

from build_scripts.__main__ import main
from build_scripts.render import engines
from build_scripts.render.faults import CannotRender
from build_scripts.render.hosts import make_relative, page_of, to_url
from tests.engines.sites import compare

PAGE = """<title>{title}</title><article><h1 id="a">A</h1><p id="{id}">They met{more}
<a href="{link}">there</a></p></article>"""
SAME = {"title": "T", "id": "b", "more": ".", "link": "x.html"}


@pytest.mark.parametrize("engine", engines.ENGINES[1:])
def test_an_engine_that_is_not_installed_is_said_with_how_to_install_it(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: None)
    with pytest.raises(CannotRender, match=f"{engine} is not installed\\n.*requirements-engines.txt"):
        engines.builder(engine)


def test_no_engine_takes_the_place_of_one_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda name: name)
    with pytest.raises(CannotRender, match="at work in this process"):
        engines.builder("properdocs")


def test_an_unknown_engine_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--engine", "pandoc"])
    assert ended.value.code == 2


class _Context(Preprocessor):
    """What Zensical tells a page's processors."""

    page = SimpleNamespace(path="actors/a-arden.md")
    config = MappingProxyType({"use_directory_urls": False})


@pytest.fixture
def hosted() -> Markdown:
    md = Markdown()
    md.preprocessors.register(_Context(md), "rendering_context", 0)
    return md


def test_links_from_the_root_become_relative_where_the_engine_leaves_them(hosted: Markdown) -> None:
    root = fromstring(
        '<p><a href="/sources/n1.md#p-0a1b2c3d">A</a><a href="b.md">B</a><a href="//c.org/d.md">C</a></p>'
    )
    make_relative(root, hosted)
    assert [link.get("href") for link in root] == ["../sources/n1.html#p-0a1b2c3d", "b.md", "//c.org/d.md"]
    assert to_url("/actors/b.md", hosted) == "b.html"
    assert page_of(hosted) == "actors/a-arden.md"


def test_without_an_engine_links_stay_as_they_are() -> None:
    assert (page_of(Markdown()), to_url("/actors/b.md", Markdown())) == ("", "/actors/b.md")


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({}, []),
        ({"link": "./x.html"}, []),
        ({"link": "y.html"}, ["links"]),
        ({"id": "c"}, ["ids"]),
        ({"title": "U"}, ["title"]),
        ({"more": "<span> </span>."}, ["words"]),
        ({"more": "<span>.</span>"}, []),
    ],
)
def test_the_comparison_of_two_sites_finds_what_a_reader_would(
    tmp_path: Path, changed: dict[str, str], what: list[str]
) -> None:
    for name, parts in (("one", SAME), ("other", {**SAME, **changed})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "p.html").write_text(PAGE.format(**parts), "utf-8")
    assert [found.what for found in compare(tmp_path / "one", tmp_path / "other")] == what


def test_a_page_that_one_site_lacks_is_a_difference(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "p.html").write_text("<article></article>", "utf-8")
    assert [found.what for found in compare(tmp_path / "one", tmp_path / "other")] == ["page"]
