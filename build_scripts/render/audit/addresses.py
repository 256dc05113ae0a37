"""Render, audit: an address as it stands in an attribute in; what kind it is, and where it leads, out."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from urllib.parse import unquote, urlsplit

SCHEME = re.compile(r"\s*(?P<scheme>[a-z][a-z0-9+.-]*):", re.IGNORECASE)
"""`https:`, `JavaScript:`; not `a/b:c`."""

IGNORED = re.compile(r"[\x00-\x1f\x7f]")
"""What browsers leave out of an address: `java\\nscript:` runs."""

PLAIN = re.compile(r"[\w.#][\w./#-]*")
"""An address of this site as most are written: `../sources/a.html#p-1`; not `//a`, `a:b`, `a\\b`."""

INLINE_IMAGE = re.compile(r"data:image/(?:png|gif|jpeg|webp|svg\+xml)[;,]", re.IGNORECASE)

URL_IN_STYLE = re.compile(
    r"""
      url\(\s*["']?(?P<url>[^"')]*)
    | @import\s*["'](?P<imported>[^"']*)
    | \b(?:image-set|image|src)\(\s*["'](?P<shown>[^"']*)
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""`url(a.png)`, `@import "b.css"`, `image-set("a.png" 1x)`; not `curl`."""

DISGUISED = re.compile(
    r"\\(?:(?P<code>[0-9a-f]{1,6})\s?|(?P<char>[^0-9a-f\n]))|/\*.*?\*/", re.IGNORECASE | re.DOTALL
)
"""What a browser reads as the letter that it stands for (`\\72`, `\\l`), and comments; not `/`."""

MOST = 1 << 16
"""Addresses whose targets are kept in mind: pages of one folder share most of theirs."""


class Kind(Enum):
    """Who answers for an address."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    INLINE_IMAGE = "inline image"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site, by its path there, and an id in it ('' for none)."""

    path: str
    fragment: str


def kind_of(address: str) -> Kind:
    """Who answers for an address: this site, another (http, https, mailto), the page itself, or nobody known.

    >>> kind_of("../a.html#b"), kind_of("HTTPS://example.org"), kind_of("java\\nscript:x()")
    (<Kind.INTERNAL: 'internal'>, <Kind.EXTERNAL: 'external'>, <Kind.UNKNOWN: 'unknown'>)
    """
    if PLAIN.fullmatch(address):
        return Kind.INTERNAL
    plain = IGNORED.sub("", address).strip()
    if plain.replace("\\", "/").startswith("//"):
        return Kind.UNKNOWN
    found = SCHEME.match(plain)
    if found is None:
        return Kind.INTERNAL
    if INLINE_IMAGE.match(plain):
        return Kind.INLINE_IMAGE
    return Kind.EXTERNAL if found["scheme"].lower() in ("http", "https", "mailto") else Kind.UNKNOWN


def target(address: str, page: str, base: str) -> Target:
    """Where an internal address on a page leads; `base` is the path at which the site stands (`/briefing/`).

    >>> target("../b/?q=1#c", "a/page.html", "/")
    Target(path='b/index.html', fragment='c')
    >>> target("#c", "a/page.html", "/")
    Target(path='a/page.html', fragment='c')
    >>> target("/.", "404.html", "/") == target("/b/", "404.html", "/b/") == Target("index.html", "")
    True
    """
    found = _from(address, posixpath.dirname(page), base)
    return found if found.path else Target(page, found.fragment)


@lru_cache(maxsize=MOST)
def _from(address: str, folder: str, base: str) -> Target:
    """Where an address leads from any page of a folder; without a path where it stays on the page."""
    parts = urlsplit(IGNORED.sub("", address).strip())
    path = unquote(parts.path)
    fragment = unquote(parts.fragment).split(":~:")[0]
    if not path:
        return Target("", fragment)
    whole = posixpath.normpath(path if path.startswith("/") else posixpath.join(folder, path))
    is_folder = path.endswith(("/", "/.", "/..")) or path in (".", "..")
    whole = f"{whole}/" if is_folder and whole != "/" else whole
    if path.startswith("/"):
        whole = whole.removeprefix(base) if whole.startswith(base) else whole.removeprefix("/")
    if whole in ("", "./") or whole.endswith("/"):
        whole = posixpath.normpath(f"{whole}/index.html").removeprefix("/")
    return Target(whole, fragment)


def urls_in_style(style: str) -> tuple[str, ...]:
    """Addresses that a style sheet or a style attribute makes the browser fetch.

    >>> urls_in_style("a { background: url('b.png') } @import 'c.css';")
    ('b.png', 'c.css')
    """
    # As it is written too: what looks like a comment may stand in quotation marks.
    ways = dict.fromkeys((style, DISGUISED.sub(_meant, style)))
    found = (one for way in ways for one in URL_IN_STYLE.finditer(way))
    return tuple(dict.fromkeys(one["url"] or one["imported"] or one["shown"] or "" for one in found))


def _meant(match: re.Match[str]) -> str:
    code = int(match["code"] or "0", 16)
    return chr(code) if 0 < code < 0x110000 else match["char"] or ""
