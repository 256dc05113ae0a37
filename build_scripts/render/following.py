"""Render: the links of a page in; those to former addresses leading on, those to what is not built undone.

People's prose is never rewritten: a link to a page that was renamed since is mended where it is drawn.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from build_scripts.render.places import Places


def follow(root: Element, page: str, places: Places, withdrawn: Collection[str] = ()) -> None:
    """Mend the links of a page, whose path in docs/ is `page`.

    A link into the text of a withdrawn source leads to its notice: its sentences have no anchors any more.
    """
    for link in root.iter("a") if places.leading or places.left_out or withdrawn else ():
        href = link.get("href", "")
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
            continue
        path = _path(unquote(parts.path), page)
        to = places.leading.get(path, ("", ""))[0]
        if to:
            link.set("href", f"/{quote(to)}" + (f"#{parts.fragment}" if parts.fragment else ""))
        elif path in places.left_out:
            link.tag = "span"
            del link.attrib["href"]
        elif path in withdrawn and parts.fragment:
            link.set("href", href.partition("#")[0])


def _path(address: str, page: str) -> str:
    if address.startswith("/"):
        return address.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
