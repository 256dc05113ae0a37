"""Render: the entries that the build wrote for the search in, the index of a built site out.

It takes the place of the engine's own, as JSON in the same form (`docs` with location, title and text, and
what else the search shows), and as a script that gives it a name: a page in a folder may load no JSON.
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
    index["docs"] = list(_docs(site, found, use_directory_urls))
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    file.write_text(text, "utf-8")
    (site / SCRIPT).write_text(f"{NAME}={text};\n", "utf-8")


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
