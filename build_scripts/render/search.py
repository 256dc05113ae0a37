"""Render: the entries that the build wrote for the search in, the index of a built site out.

It takes the place of the engine's own, as JSON in the same form (`docs` with location, title and text, and
what else the search shows), and as a script that gives it a name: a page in a folder may load no JSON. A
large one is cut into several scripts: the first has what is found most, and answers before the others.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from build_scripts.escape import normalise
from build_scripts.render.processes import made_of

ENTRIES = "search.json"
INDEX = "search/search_index.json"
SCRIPT = "search/search_index.js"
NAME = "briefingSearch"
FURTHER, FURTHER_NAME = "search/search_index-{}.js", "briefingSearchMore"
MOST = 1_000_000
"""Characters of one script: on a slow line it takes about a second, packed."""

Entry = Mapping[str, Any]

# match: id="when"   near-miss: id=""
_ID = re.compile(r'id="([^"]+)"')


def put_index(site: Path, data: Path, *, use_directory_urls: bool) -> None:
    """Write the index of a site; each entry leads to a page, and a place, that is there."""
    file, entries = site / INDEX, data / ENTRIES
    if not entries.is_file():
        return
    found = json.loads(entries.read_text("utf-8"))
    index = json.loads(file.read_text("utf-8")) if file.is_file() else {}
    file.parent.mkdir(parents=True, exist_ok=True)
    index["docs"] = docs = list(_docs(site, found, use_directory_urls))
    file.write_text(_as_json(index), "utf-8")
    first, *others = _cut(docs)
    index |= {"docs": first} | ({"scripts": len(others)} if others else {})
    (site / SCRIPT).write_text(f"{NAME}={_as_json(index)};\n", "utf-8")
    for number, rows in enumerate(others, 1):
        (site / FURTHER.format(number)).write_text(f"{FURTHER_NAME}={_as_json(rows)};\n", "utf-8")


def _as_json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _cut(docs: list[dict[str, object]]) -> list[list[dict[str, object]]]:
    """The rows of each script, in their order: records come before sentences."""
    cut: list[list[dict[str, object]]] = [[]]
    size = 0
    for row in docs:
        length = len(_as_json(row)) + 1
        if cut[-1] and size + length > MOST:
            cut.append([])
            size = 0
        cut[-1].append(row)
        size += length
    return cut


def _docs(site: Path, entries: list[Entry], use_directory_urls: bool) -> Iterator[dict[str, object]]:
    names = list(dict.fromkeys(str(entry["page"]) for entry in entries))
    found = made_of(names, lambda page: _built(site, page, use_directory_urls))
    pages = dict(zip(names, found, strict=True))
    for entry in entries:
        url, anchors = pages[entry["page"]]
        if not url:
            continue
        # An extension may give headings other anchors than the usual: then the page has to do.
        location = f"{url}#{entry['anchor']}" if entry["anchor"] in anchors else url
        row: dict[str, object] = {"location": "" if location == "./" else location, "kind": entry["kind"]}
        row |= {key: _shown(entry[key]) for key in ("title", "text")}
        for key in ("names", "more"):
            if entry[key]:
                row[key] = [_shown(name) for name in entry[key]]
        yield row


def _shown(text: str) -> str:
    """A text as a result shows it: nothing in it is markup, or turns round what stands beside it."""
    return html.escape(normalise(text), quote=False)


def _built(site: Path, page: str, use_directory_urls: bool) -> tuple[str, frozenset[str]]:
    """A page's address in the site, and its anchors; no address if it was not built."""
    built = File(page, src_dir="", dest_dir=str(site), use_directory_urls=use_directory_urls)
    target = site / built.dest_uri
    text = target.read_text("utf-8") if target.is_file() else ""
    return (built.url, frozenset(_ID.findall(text))) if text else ("", frozenset())
