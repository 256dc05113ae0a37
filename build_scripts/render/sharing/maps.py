"""Render, sharing: the pages of a site and its map in; what search engines are told of them out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import quote

from build_scripts.render.sharing.page import Built

_ENTRY = re.compile(r"[ \t]*<url>.*?</url>\s*", re.DOTALL)
_LOCATION = re.compile(r"<loc>(.*?)</loc>")


def site_map(text: str, pages: Iterable[Built], address: str) -> str:
    """The engine's map with the pages that ask to be found; drafts, notices and redirects do not."""
    found = {address + quote(place) for page in pages if page.is_indexed for place in _places(page.path)}

    def kept(match: re.Match[str]) -> str:
        location = _LOCATION.search(match[0])
        return match[0] if location and html.unescape(location[1]) in found else ""

    return _ENTRY.sub(kept, text)


def robots(address: str) -> str:
    """Nothing is closed: a page that may not be indexed says so itself, and must be read for that."""
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {address}sitemap.xml\n" if address else "")


def _places(path: str) -> tuple[str, ...]:
    """An index is named by its folder as well."""
    return (path, path.removesuffix("index.html")) if path.endswith("index.html") else (path,)
