"""Render: a built site whose long lists are divided in; for each, what browsers need of its parts, out.

One script has the rows of all parts of an index, for its filters; another where each address on a page has
moved to with a part of it. Scripts that give data a name, and not JSON: a page that is opened from a folder
may load no JSON. Both are read only when somebody filters, or comes by an address that is not on the page.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url

from build_scripts.parts import owner_of
from build_scripts.render.all_years import INDEX as CHRONOLOGY
from build_scripts.render.all_years import as_script
from build_scripts.render.sharing.page import in_words

ROWS, MOVED = "briefingRows", "briefingMoved"
INDEXES = {"actors/index.md": "data/all-actors.js", "sources/index.md": "data/all-sources.js"}

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
# match: id="claim-0a1b2c3d"   near-miss: id="ev-000-0a1b2c3d", data-id="a"
_ID = re.compile(r'(?<=\s)id="(?!ev-|__)([^"]+)"')
_TABLE = re.compile(r'<table\b[^>]*data-listing="(?P<names>[^"]*)".*?</table>', re.DOTALL)
_ROW = re.compile(r"<tr\b(?P<data>[^>]*)>(?P<cells>(?:(?!</tr>).)*<td\b.*?)</tr>", re.DOTALL)
_DATA = re.compile(r'(?<=\s)data-(?P<key>[a-z]+)="(?P<value>[^"]*)"')
_CELL = re.compile(r'<td\b[^>]*?data-h="(?P<head>[^"]*)"(?P<rest>[^>]*)>(?P<inner>.*?)</td>', re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*href="(?P<to>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
_UNSEEN = re.compile(r'<span class="vh".*?</span>', re.DOTALL)
Row = Mapping[str, str]


def put_further(site: Path, *, use_directory_urls: bool) -> None:
    """Write both scripts for each page of a site that has parts."""
    for owner, found in _parts(site).items():
        here = _built(owner, site, use_directory_urls)
        target = site / here.dest_uri
        if not target.is_file():
            continue
        pages = {_built(page, site, use_directory_urls).url: file.read_text("utf-8") for page, file in found}
        _put_moved(site, owner, here.url, target.read_text("utf-8"), pages)
        if owner in INDEXES:
            _put(site / INDEXES[owner], ROWS, _rows(pages))


def _parts(site: Path) -> Mapping[str, list[tuple[str, Path]]]:
    """By the page whose they are, the paths of parts in docs/ and their files in the site."""
    found: dict[str, list[tuple[str, Path]]] = {}
    for section in sorted({owner.split("/")[0] for owner in (*INDEXES, CHRONOLOGY, "comparisons/index.md")}):
        for file in sorted((site / section).rglob("*.html")):
            page = f"{file.relative_to(site).as_posix().removesuffix('.html').removesuffix('/index')}.md"
            owner = owner_of(page)
            if owner:
                found.setdefault(owner, []).append((page, file))
    return found


def _put_moved(site: Path, owner: str, here: str, whole: str, pages: Mapping[str, str]) -> None:
    """Which part of the page each address is in that is no longer on it."""
    there = set(_ID.findall(whole))
    urls = list(pages)
    moved: dict[str, int] = {}
    for place, text in enumerate(pages.values()):
        article = _ARTICLE.search(text)
        for name in _ID.findall(article[0]) if article else ():
            if name not in there:
                moved.setdefault(html.unescape(name), place)
    told = {"pages": [get_relative_url(url, here) for url in urls], "at": moved}
    _put(site / f"data/moved/{owner.removesuffix('.md')}.js", MOVED, told)


def _rows(pages: Mapping[str, str]) -> Mapping[str, object]:
    """The rows of all parts: what they show, where they lead, and what a filter asks of them."""
    names: dict[str, str] = {}
    rows: list[Row] = []
    for url, text in pages.items():
        for table in _TABLE.finditer(text):
            names |= json.loads(html.unescape(table["names"]))
            rows += [_row(row, url) for row in _ROW.finditer(table[0])]
    columns = list(dict.fromkeys(key for row in rows for key in row))
    return {
        "names": names,
        "columns": columns,
        "rows": [[row.get(key, "") for key in columns] for row in rows],
    }


def _row(row: re.Match[str], url: str) -> Row:
    """What is shown under the name of its column, data as `data-…`, and the link of the first cell."""
    told: dict[str, str] = {}
    for cell in _CELL.finditer(row["cells"]):
        inner = _UNSEEN.sub("", cell["inner"])
        link = _LINK.search(inner) if not told else None
        if link:
            told["link"] = posixpath.normpath(
                posixpath.join(posixpath.dirname(url), html.unescape(link["to"]))
            )
            told["words"], inner = in_words(link["words"]), inner[link.end() :]
        told[html.unescape(cell["head"])] = in_words(inner)
        weight = _DATA.search(cell["rest"])
        if weight and weight["key"] == "v":
            told["data-v"] = weight["value"]
    return told | {f"data-{one['key']}": html.unescape(one["value"]) for one in _DATA.finditer(row["data"])}


def _put(target: Path, name: str, told: object) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(as_script(name, told), "utf-8", newline="")


def _built(page: str, site: Path, use_directory_urls: bool) -> File:
    return File(page, src_dir="", dest_dir=str(site), use_directory_urls=use_directory_urls)
