"""Render: tables that list contacts, actors or sources in, the same rows with what a filter asks of them out.

A table in Markdown holds what a person reads; who took part, which years and how many texts stand in the
data, and are joined to the row here by the page that it links to.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from build_scripts.render.elements import plain, text_of
from build_scripts.render.records import Listed

SECTIONS = {
    "contacts": "chronology",
    "others": "chronology",
    "undated": "chronology",
    "not-held": "chronology",
    "actors": "actors",
    "sources": "sources",
}
"""Blocks with such a table, and the folder of the pages that its rows link to."""
WEIGHED = ("Evidence", "Named in")
"""Columns that sort by the number of texts, then of articles."""


def put_data_on_rows(root: Element, listed: Mapping[str, Listed]) -> None:
    """Mark the rows of each listing with the data of the record that they link to."""
    for section in root.findall("section"):
        block = section.get("class", "").rpartition("block-")[2]
        if block not in SECTIONS:
            continue
        for table in section.iter("table"):
            _mark(table, SECTIONS[block], listed)


def _mark(table: Element, folder: str, listed: Mapping[str, Listed]) -> None:
    names: dict[str, str] = {}
    is_listing = False
    for row in table.findall("tbody/tr"):
        record = next((listed[page] for page in _pages(row, folder) if page in listed), None)
        if record is None:
            continue
        is_listing = True
        for key, value in record.data.items():
            row.set(f"data-{key}", plain(value))
        names |= record.names
        for cell in row:
            if cell.get("data-h") in WEIGHED:
                cell.set("data-v", f"{record.weight}")
    if is_listing:
        table.set("data-listing", plain(json.dumps(names, ensure_ascii=False, sort_keys=True)))


def _pages(row: Element, folder: str) -> Iterator[str]:
    """Pages of the folder that a row may link to, whether it says `x.md` or `chronology/x.md`."""
    for link in row.iter("a"):
        path = link.get("href", "").partition("#")[0]
        if path.endswith(".md") and text_of(link):
            yield f"{folder}/{posixpath.basename(path)}"
