"""Render: the Markdown processor at work in; which page an engine has it render, and its links there, out.

MkDocs and ProperDocs tell the page to the processor that makes links relative; it mends what the extension
emits. Zensical tells it to a processor of its own, and mends only what stands in the text.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from mkdocs.structure.files import File
from mkdocs.utils import get_relative_url


def page_of(md: Markdown) -> str:
    """The path in docs/ of the page at hand; nothing where pages are rendered without an engine."""
    if "relpath" in md.treeprocessors:
        return str(getattr(getattr(md.treeprocessors["relpath"], "file", None), "src_uri", ""))
    host = _zensical(md)
    return str(host.page.path) if host else ""


def to_url(page: str, md: Markdown) -> str:
    """The address of a page of docs/, given from its root (`/sources/000.md`), on the page at hand."""
    if "relpath" in md.treeprocessors:
        # The engine's own processor: the checker knows only what all of them have.
        return str(md.treeprocessors["relpath"].path_to_url(page))  # type: ignore[attr-defined]
    host = _zensical(md)
    return _relative(page, host) if host else page


def make_relative(root: Element, md: Markdown) -> None:
    """Mend the links of a page that the engine leaves as they are."""
    host = _zensical(md)
    for link in root.iter("a") if host else ():
        address = link.get("href", "")
        if address.startswith("/") and not address.startswith("//"):
            link.set("href", _relative(address, host))


def _zensical(md: Markdown) -> Any:
    known = "rendering_context" in md.preprocessors
    return md.preprocessors["rendering_context"] if known else None


def _relative(address: str, host: Any) -> str:
    parts = urlsplit(address)
    if not parts.path.endswith(".md"):
        return address
    here, there = (
        File(path, "", "", bool(host.config.get("use_directory_urls"))).url
        for path in (host.page.path, parts.path.lstrip("/"))
    )
    return urlunsplit(("", "", get_relative_url(there, here), parts.query, parts.fragment))
