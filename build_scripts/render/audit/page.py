"""Render, audit: one HTML or SVG text in; what is wrong with it, its ids and its links, out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from build_scripts.errors import Fault
from build_scripts.render.audit.addresses import Kind, kind_of, urls_in_style
from build_scripts.render.audit.plain import plain
from build_scripts.render.audit.scripts import DATA_TYPES, KnownScripts, policy_hash
from build_scripts.render.audit.tokens import MOST, Stray, Tag, alike, piece, tags

REFUSED = frozenset(
    {
        "animate",
        "animatemotion",
        "animatetransform",
        "applet",
        "base",
        "embed",
        "fencedframe",
        "foreignobject",
        "frame",
        "frameset",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "plaintext",
        "portal",
        "set",
        "xmp",
    }
)
"""Elements that run, fetch or swallow what a page of text never needs."""

LINKS = {"a": ("href", "xlink:href"), "area": ("href",)}
"""Where a reader may leave for another site; every other address is fetched, and only from this site."""

FETCHED = frozenset(
    {
        "action",
        "background",
        "cite",
        "data",
        "formaction",
        "href",
        "longdesc",
        "manifest",
        "poster",
        "profile",
        "src",
        "usemap",
        "xlink:href",
    }
)
REFUSED_ATTRIBUTES = frozenset(
    {"attributionsrc", "srcdoc", "ping", "formaction", "background", "manifest", "profile"}
)
STYLES = frozenset(
    {
        *("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"),
        *("marker", "marker-start", "marker-mid", "marker-end"),
    }
)
"""Attributes that are read as a style is, and may name an address."""
NAMED_ELSEWHERE = frozenset({"canonical", "alternate", "license", "author", "me"})
"""Relations of `<link>` that name an address without fetching it."""

REFRESH = re.compile(r"\s*\d+\s*;\s*url\s*=\s*(?P<url>\S+)\s*", re.IGNORECASE)
"""`0; url=new.html`; not `5`."""

MEND = (
    "Take it out of the page that holds it. What a script of your own needs is named in mkdocs.yml; "
    "text of an article that does this is a fault of the build: please report it."
)


@dataclass(slots=True)
class Found:
    """What one file of the site says."""

    faults: list[Fault] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    links: dict[str, None] = field(default_factory=dict)
    """Internal addresses."""
    scripts: dict[str, None] = field(default_factory=dict)
    """Addresses of script files."""
    hashes: dict[str, None] = field(default_factory=dict)
    """Inline scripts that run, as a policy names them."""
    has_head: bool = False
    """Whether it begins with its head, where a policy holds for all that follows."""

    def take(self, said: Said) -> None:
        """Add what a tag says; most say one thing."""
        self.ids.update(said.ids)
        for address in said.links:
            self.links[address] = None
        if said.scripts or said.hashes:
            self.scripts.update(dict.fromkeys(said.scripts))
            self.hashes.update(dict.fromkeys(said.hashes))


@dataclass(slots=True)
class Said:
    """What one tag says, wherever it stands."""

    faults: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)


_NOTHING = Said()
_SILENT: set[str] = set()
"""Plain tags without an id or an address, as they are written: `</td>`, `<span class="vh">`."""
_NO_SCRIPTS = KnownScripts((), frozenset())


def read_page(path: str, text: str, known: KnownScripts) -> Found:
    """Read a file of the built site; `path` is its name in faults."""
    return _read_alike(text, known) or _read_in_order(path, text, known)


def places(text: str, address: str, known: KnownScripts) -> Iterator[int]:
    """Where a file of the site names an address that it links to, or loads a script from."""
    for position, tag, content in tags(text):
        said = _said(tag, content, known)
        if address in said.links or address in said.scripts:
            yield position


def _read_alike(text: str, known: KnownScripts) -> Found | None:
    """What is written alike is read once; nothing where there may be a fault, which needs its place."""
    written = alike(text)
    if written is None:
        return None
    found = Found()
    for each in written[0] - _SILENT:
        if one := plain(each):
            name, address = one
            if name:
                found.ids.add(name)
            if address:
                found.links[address] = None
            elif not name and len(_SILENT) < MOST:
                _SILENT.add(each)
            continue
        is_piece, said = _as_written(each)
        if not is_piece or said.faults:
            return None
        if said is not _NOTHING:
            found.take(said)
    for tag, content in written[1]:
        said = _said_of(tag, content, known)
        if said.faults:
            return None
        found.take(said)
    return found


def _read_in_order(path: str, text: str, known: KnownScripts) -> Found:
    found = Found()
    for position, tag, content in tags(text):
        said = _said(tag, content, known)
        found.take(said)
        if said.faults:
            line = text.count("\n", 0, position) + 1
            found.faults += (Fault(path, line, what, MEND) for what in said.faults)
    return found


def _said(tag: Tag | Stray, content: str, known: KnownScripts) -> Said:
    if isinstance(tag, Stray):
        return Said([f"markup that browsers may read in their own way: {tag.text}"])
    return _said_of(tag, content, known)


@lru_cache(maxsize=MOST)
def _as_written(written: str) -> tuple[bool, Said]:
    """Whether this is a piece of markup, and what it says if it begins a tag."""
    is_piece, tag = piece(written)
    return is_piece, _said_of(tag, "", _NO_SCRIPTS) if tag else _NOTHING


def _said_of(tag: Tag, content: str, known: KnownScripts) -> Said:
    said = Said()
    if tag.name in REFUSED:
        said.faults.append(f"an element <{tag.name}>")
    if tag.name == "script":
        _script(tag, content, said, known)
    elif tag.name == "meta":
        _meta(tag, said)
    elif tag.name == "style":
        _style(content, tag, said)
    for name, value in tag.attributes.items():
        _attribute(tag, name, value, said)
    says = said.ids or said.links or said.faults or said.scripts or said.hashes
    return said if says else _NOTHING


def _script(tag: Tag, content: str, said: Said, known: KnownScripts) -> None:
    kind = tag.attributes.get("type", "").strip().lower()
    if kind in DATA_TYPES:
        try:
            json.loads(content)
        except ValueError:
            said.faults.append(f"data for scripts that is no JSON: {content.strip()[:80]}")
    elif "src" in tag.attributes:
        said.scripts.append(tag.attributes["src"])
    elif known.has_inline(content):
        said.hashes.append(policy_hash(content))
    else:
        said.faults.append(f"a script that the site does not ship: {content.strip()[:80]}")


def _meta(tag: Tag, said: Said) -> None:
    equivalent = tag.attributes.get("http-equiv", "").strip().lower()
    content = tag.attributes.get("content", "")
    if equivalent == "refresh":
        forward = REFRESH.fullmatch(content)
        if forward is None or kind_of(forward["url"]) is not Kind.INTERNAL:
            said.faults.append(f"a page that sends its reader elsewhere: {content[:80]}")
        else:
            said.links.append(forward["url"])
    elif equivalent and equivalent not in ("content-security-policy", "x-ua-compatible", "content-type"):
        said.faults.append(f"a <meta http-equiv> of an unknown kind: {equivalent[:40]}")


def _attribute(tag: Tag, name: str, value: str, said: Said) -> None:
    if name.startswith("on"):
        said.faults.append(f"an attribute that runs a script, {name}, in <{tag.name}>")
    elif name in REFUSED_ATTRIBUTES:
        said.faults.append(f"an attribute {name} in <{tag.name}>")
    elif name == "id" or (name == "name" and tag.name == "a"):
        said.ids.append(value)
    elif name in STYLES:
        _style(value, tag, said)
    elif name in ("srcset", "imagesrcset"):
        for one in value.split(","):
            _fetched(one.split()[0] if one.split() else "", tag, said)
    elif name in FETCHED and (tag.name, name) != ("script", "src"):
        _address(tag, name, value, said)


def _address(tag: Tag, name: str, value: str, said: Said) -> None:
    is_left_for = name in LINKS.get(tag.name, ())
    is_named = tag.name == "link" and tag.attributes.get("rel", "").lower() in NAMED_ELSEWHERE
    kind = kind_of(value)
    if kind is not Kind.EXTERNAL or not (is_left_for or is_named or name == "cite"):
        _of_kind(kind, value, tag, said)


def _fetched(value: str, tag: Tag, said: Said) -> None:
    _of_kind(kind_of(value), value, tag, said)


def _of_kind(kind: Kind, value: str, tag: Tag, said: Said) -> None:
    if kind is Kind.INTERNAL:
        said.links.append(value)
    elif kind is Kind.EXTERNAL:
        said.faults.append(f"a request to another host, {value[:80]}, in <{tag.name}>")
    elif kind is Kind.UNKNOWN or tag.name in LINKS:
        said.faults.append(f"an address of an unknown kind, {value[:80]}, in <{tag.name}>")


def _style(style: str, tag: Tag, said: Said) -> None:
    for url in urls_in_style(style):
        _fetched(url, tag, said)
