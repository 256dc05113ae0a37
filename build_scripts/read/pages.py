"""Read: the pages of docs/ in; their exact texts, with the front matter of each, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import yaml

from build_scripts import blocks, markup
from build_scripts.errors import Faults
from build_scripts.models import Config, Page
from build_scripts.read.disk import files_below, read_text
from build_scripts.read.documents import Documents, none_known
from build_scripts.read.identity import address
from build_scripts.read.limits import page_fits
from build_scripts.read.records_yaml import load

_AS_MKDOCS = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader that MkDocs chooses."""
_KIND = "front matter"
_EXAMPLE = "Begin the page with a line ---, lines such as `title: A. Arden`, and another line ---."
# What MkDocs takes for metadata without any front matter, and does not show.
_OURS = frozenset({"print.md", "print.html"})
# Match: `Note: the talks` on the first line. Near-miss: `The talks: a note`.
_METADATA = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
# Match: `---`. Near-miss: `----`, `--- text`.
_RULE = re.compile(r"---[ \t]*\r?(?:\n|\Z)")


def load_pages(config: Config, faults: Faults, documents: Documents | None = None) -> tuple[Page, ...]:
    """Every Markdown page, sorted by path; everything wrong with their front matter is added to `faults`."""
    folder = Path(config.root) / config.docs
    files = files_below(folder, config.docs, faults)
    paths = [path for path in files if path.lower().endswith(".md")]
    check_paths(paths, config.docs, faults)
    for path in files:
        if path.lower() in _OURS:
            mend = "Rename it: the build writes its own page there, and this one would be lost."
            faults.add(f"{config.docs}/{path}", 0, "the address of the sheet for printing", mend)
    texts = {path: read_text(folder / path, f"{config.docs}/{path}", faults) for path in paths}
    documents = documents or none_known()
    pages = (
        page_of(text, path, f"{config.docs}/{path}", faults, documents)
        for path, text in texts.items()
        if text is not None
    )
    return tuple(page for page in pages if page)


def check_paths(paths: Iterable[str], docs: str, faults: Faults) -> None:
    """No two pages may come out at one address: the second would overwrite the first in silence."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        if (other := first.setdefault(address(path), path)) != path:
            mend = (
                "Rename one of the two; names that differ in case alone, or by /index, are the same address."
            )
            faults.add(f"{docs}/{path}", 0, f"the same address as {docs}/{other}", mend)


def page_of(
    text: str, path: str, name: str, faults: Faults, documents: Documents | None = None
) -> Page | None:
    """A page from its text; None, with a fault, where its front matter cannot be read."""
    return _page(text, path, name, faults, documents or none_known())


def _page(text: str, path: str, name: str, faults: Faults, documents: Documents) -> Page | None:
    # Marks that a merge left are named once, with those of the rest of the page; here they hide nothing.
    front = slice(*markup.front_matter(text)[:2])
    if not page_fits(text, text[front], name, faults):
        return None
    settled = blocks.settled(text)
    page = _read(settled, path, name, faults, documents)
    if page is None:
        for fault in blocks.parse(text).faults:
            faults.add(name, fault.line, fault.what, fault.mend)
        return None
    return page if settled == text else replace(page, text=text, body=markup.front_matter(text)[2])


def _read(text: str, path: str, name: str, faults: Faults, documents: Documents) -> Page | None:
    start, end, body = markup.front_matter(text)
    source = text[start:end]
    first_line = text.count("\n", 0, start) + 1
    if body <= start:
        _refuse_hidden_lines(text[start:], name, faults)
        return Page(path, text, {}, {}, body)
    if not source.strip():
        faults.add(name, 1, "the front matter is empty, and would be shown as text", _EXAMPLE)
        return None
    known = documents.known(_KIND, source, first_line)
    if known and isinstance(known.value, dict):
        return Page(path, text, known.value, known.lines, body)
    before = len(faults.found)
    loaded = load(source.replace("\r\n", "\n"), name, faults, first_line=first_line)
    if loaded is None:
        return None
    if not isinstance(loaded.value, dict):
        faults.add(name, first_line, "the front matter is not a mapping", _EXAMPLE)
        return None
    _check_as_mkdocs(source, loaded.lines, name, first_line, faults)
    if len(faults.found) == before:
        documents.keep(_KIND, source, first_line, loaded)
    return Page(path, text, loaded.value, loaded.lines, body)


def _refuse_hidden_lines(text: str, name: str, faults: Faults) -> None:
    """First lines that MkDocs would not show as the editor wrote them."""
    if _RULE.match(text):
        faults.add(name, 1, "the front matter is not closed", _EXAMPLE)
    elif _METADATA.match(text):
        what = "the first line would be taken for metadata and not be shown"
        faults.add(name, 1, what, f"Put an empty line before it. {_EXAMPLE}")


def _check_as_mkdocs(
    source: str, lines: Mapping[str, int], name: str, first_line: int, faults: Faults
) -> None:
    """MkDocs reads the front matter too, and shows as text what it cannot read."""
    try:
        values = yaml.load(source, _AS_MKDOCS)
    except (yaml.YAMLError, ValueError) as error:  # such as `date: 2024-02-30`
        what = f"MkDocs cannot read the front matter: {error}"
        faults.add(name, first_line, what, "Put dates and other doubtful texts in quotation marks.")
        return
    if values is None:
        faults.add(name, first_line, "the front matter is empty, and would be shown as text", _EXAMPLE)
        return
    for key in ("title", "description"):
        if key in values and not isinstance(values[key], str):
            mend = f'Put it between quotation marks: {key}: "…"'
            faults.add(name, lines.get(key, 0), f"{key} would not be taken for a text", mend)
