"""Render: the contacts and a built site in; where the chronology is split, a script for all its years out.

A script that gives data a name, and not JSON: a page that is opened from a folder may load no JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from build_scripts import edtf
from build_scripts.escape import normalise
from build_scripts.render.corpus import Corpus, load

SCRIPT = "data/all-years.js"
NAME = "briefingContacts"
INDEX = "chronology/index.md"
MARK = 'class="all-years"'
KEYS = ("actor", "kind", "status", "from", "to", "texts", "articles", "state")
"""What a filter asks of each row, in the order in which the script has it, behind what the row shows."""
# match: the escape of a form feed, "\\f"   near-miss: "\\n", "\\t"
_CONTROL = re.compile(r"\\[bfru]")
_ENDS_A_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def put_all_years(site: Path, data: Path, *, use_directory_urls: bool) -> None:
    """Write the script if the built chronology has asked for it."""
    index = site / _built(INDEX, site, use_directory_urls).dest_uri
    if not index.is_file() or MARK not in index.read_text("utf-8"):
        return
    corpus = load(data)
    contacts = json.loads((data / "contacts.json").read_text("utf-8"))
    contacts.sort(key=lambda row: (edtf.sort_key(str(row.get("date") or "")), row["id"]))
    rows = list(_rows(site, contacts, corpus, use_directory_urls))
    used = {name for row in rows for name in str(row[5]).split()}
    names: dict[str, str] = {}
    for entry in corpus.listed.values():
        names |= {name: words for name, words in entry.names.items() if name in used}
    target = site / SCRIPT
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(as_script(NAME, {"names": names, "keys": KEYS, "rows": rows}), "utf-8", newline="")


def as_script(name: str, told: object) -> str:
    """A script that gives data a name, and does nothing else; texts in it are as pages have them.

    >>> as_script("briefingRows", ["</script>"])
    'briefingRows=["\\\\u003c/script\\\\u003e"];\\n'
    """
    written = _written(told)
    # Hardly ever: what was read is normalised. Controls stand in JSON as escapes.
    if normalise(written) != written or _CONTROL.search(written):
        written = _written(_shown(told))
    for sign, escape in _ENDS_A_SCRIPT.items():
        written = written.replace(sign, escape)
    return f"{name}={written};\n"


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _shown(told: object) -> object:
    """The same, and nothing in a text turns round what stands beside it."""
    if isinstance(told, str):
        return normalise(told)
    if isinstance(told, Mapping):
        return {key: _shown(value) for key, value in told.items()}
    return [_shown(value) for value in told] if isinstance(told, list | tuple) else told


def _rows(
    site: Path, contacts: list[dict[str, Any]], corpus: Corpus, use_directory_urls: bool
) -> Iterator[list[str]]:
    """When, what, where it is told, where it was, who says so; then the values of `KEYS`."""
    for row in contacts:
        page = str(row.get("page") or "")
        entry = corpus.listed.get(page)
        built = _built(page, site, use_directory_urls) if entry else None
        if entry is None or built is None or not (site / built.dest_uri).is_file():
            continue
        date = str(row.get("date") or "")
        shown = [
            edtf.in_words(date) if date else "",
            str(row["title"]),
            built.url,
            str(row.get("place") or ""),
            corpus.count_in_words(row["sources"]),
        ]
        yield shown + [entry.data.get(key, "") for key in KEYS]


def _built(page: str, site: Path, use_directory_urls: bool) -> File:
    return File(page, src_dir="", dest_dir=str(site), use_directory_urls=use_directory_urls)
