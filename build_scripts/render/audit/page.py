"""Render, audit: one HTML or SVG text in; what is wrong with it, its ids and its links, out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache

from build_scripts.errors import Fault
from build_scripts.render.audit.addresses import Kind, kind_of, urls_in_style
from build_scripts.render.audit.scripts import DATA_TYPES, KnownScripts, policy_hash
from build_scripts.render.audit.tokens import MOST, Stray, Tag, tags

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
    links: list[tuple[str, int]] = field(default_factory=list)
    """Internal addresses, and where each stands in the text."""
    scripts: list[tuple[str, int]] = field(default_factory=list)
    """Addresses of script files."""
    hashes: dict[str, None] = field(default_factory=dict)
    """Inline scripts that run, as a policy names them."""


@dataclass(slots=True)
class Said:
    """What one tag says, wherever it stands."""

    faults: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)


_NOTHING = Said()
_NO_SCRIPTS = KnownScripts((), frozenset())


def read_page(path: str, text: str, known: KnownScripts) -> Found:
    """Read a file of the built site; `path` is its name in faults."""
    found = Found()
    for position, tag, content in tags(text):
        if isinstance(tag, Stray):
            said = Said([f"markup that browsers may read in their own way: {tag.text}"])
        elif tag.is_raw:
            said = _said_of(tag, content, known)
        else:
            said = _of_tag(tag)
        if said is _NOTHING:
            continue
        found.ids.update(said.ids)
        found.links += [(address, position) for address in said.links]
        found.scripts += [(address, position) for address in said.scripts]
        found.hashes |= dict.fromkeys(said.hashes)
        if said.faults:
            line = text.count("\n", 0, position) + 1
            found.faults += (Fault(path, line, what, MEND) for what in said.faults)
    return found


@lru_cache(maxsize=MOST)
def _of_tag(tag: Tag) -> Said:
    """Once for all tags that are written alike: the reader of tags hands out one and the same."""
    return _said_of(tag, "", _NO_SCRIPTS)


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
    return said if said != _NOTHING else _NOTHING


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
    if (is_left_for or is_named or name == "cite") and kind_of(value) is Kind.EXTERNAL:
        return
    _fetched(value, tag, said)


def _fetched(value: str, tag: Tag, said: Said) -> None:
    kind = kind_of(value)
    if kind is Kind.INTERNAL:
        said.links.append(value)
    elif kind is Kind.EXTERNAL:
        said.faults.append(f"a request to another host, {value[:80]}, in <{tag.name}>")
    elif kind is Kind.UNKNOWN or tag.name in LINKS:
        said.faults.append(f"an address of an unknown kind, {value[:80]}, in <{tag.name}>")


def _style(style: str, tag: Tag, said: Said) -> None:
    for url in urls_in_style(style):
        _fetched(url, tag, said)
