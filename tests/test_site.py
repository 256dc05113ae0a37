"""The built site: complete, linked without a gap, and silent towards other hosts."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from build_scripts.pipeline import Result


class Links(HTMLParser):
    """Ids, links and loaded addresses of one page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.add(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        if tag in {"script", "img", "iframe", "source"} and "src" in found:
            self.loads.append(found["src"])
        if tag == "link" and found.get("rel") not in {"canonical", "next", "prev"} and "href" in found:
            self.loads.append(found["href"])


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Links]:
    return {path: Links(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_every_page_is_built(site: Path, result: Result) -> None:
    for path in result.pages:
        assert (site / path).with_suffix(".html").is_file(), path


def test_every_internal_link_and_anchor_resolves(site: Path, pages: dict[Path, Links]) -> None:
    broken = []
    for page, links in pages.items():
        if page.name == "404.html":
            continue
        for href in links.links:
            address, fragment = urldefrag(href)
            if urlsplit(href).scheme:
                continue
            target = (page.parent / unquote(urlsplit(address).path)).resolve() if address else page
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                broken.append(f"{page.relative_to(site)}: {href}")
            elif fragment and target.suffix == ".html" and unquote(fragment) not in pages[target].ids:
                broken.append(f"{page.relative_to(site)}: {href} (no such anchor)")
    assert broken == []


def test_no_page_loads_anything_from_another_host(pages: dict[Path, Links]) -> None:
    assert [load for links in pages.values() for load in links.loads if urlsplit(load).netloc] == []


def test_a_page_carries_each_of_its_citations_as_a_link_to_the_passage(site: Path, result: Result) -> None:
    passages = {(row["source"], row["id"]) for row in json.loads(result.tables["passages.json"])}
    html = (site / "summit.html").read_text("utf-8")
    targets = re.findall(r'href="sources/([^"]+)\.html#p-([0-9a-f-]+)"', html)
    assert len(targets) > 20
    assert set(targets) <= passages


def test_citations_in_their_written_form_never_reach_a_reader(pages: dict[Path, Links], site: Path) -> None:
    code = re.compile(r"<code[^>]*>.*?</code>", re.DOTALL)
    assert [page for page in pages if "[@" in code.sub("", page.read_text("utf-8"))] == []


def test_drafted_pages_ask_not_to_be_indexed(site: Path, result: Result) -> None:
    drafted = [one.page for one in result.briefing.findings.contacts if one.state == "drafted" and one.page]
    for path in drafted:
        assert 'content="noindex' in (site / path).with_suffix(".html").read_text("utf-8"), path
    assert 'content="noindex' not in (site / "summit.html").read_text("utf-8")


def test_every_page_ends_with_what_the_sources_cover(result: Result) -> None:
    for path, text in result.pages.items():
        assert "Later events are not covered" in text[-400:], path


def test_evidence_stays_out_of_the_search_index(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    summit = " ".join(entry["text"] for entry in index["docs"] if entry["location"].startswith("summit.html"))
    assert summit
    assert "Read it in the article" not in summit
