"""Render, audit: one HTML or SVG text in; what is wrong with it, its ids and its links, out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from build_scripts.errors import Fault
from build_scripts.render.audit.addresses import Kind, kind_of, urls_in_style
from build_scripts.render.audit.scripts import DATA_TYPES, KnownScripts, policy_hash
from build_scripts.render.audit.tokens import Stray, Tag, tags

REFUSED = frozenset(
    {
        "applet",
        "base",
        "embed",
        "fencedframe",
        "foreignobject",
        "frame",
        "frameset",
        "iframe",
        "object",
        "plaintext",
        "portal",
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
REFUSED_ATTRIBUTES = frozenset({"srcdoc", "ping", "formaction", "background", "manifest", "profile"})
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


def read_page(path: str, text: str, known: KnownScripts) -> Found:
    """Read a file of the built site; `path` is its name in faults."""
    found = Found()
    for tag in tags(text):
        said = (
            [f"markup that browsers may read in their own way: {tag.text}"] if isinstance(tag, Stray) else []
        )
        if isinstance(tag, Tag):
            said = [*_said_of(tag, found, known)]
        found.faults += (Fault(path, text.count("\n", 0, tag.position) + 1, what, MEND) for what in said)
    return found


def _said_of(tag: Tag, found: Found, known: KnownScripts) -> Iterator[str]:
    if tag.name in REFUSED:
        yield f"an element <{tag.name}>"
    if tag.name == "script":
        yield from _script(tag, found, known)
    elif tag.name == "meta":
        yield from _meta(tag, found)
    if tag.name == "style":
        yield from _style(tag.content, tag, found)
    for name, value in tag.attributes.items():
        yield from _attribute(tag, name, value, found)


def _script(tag: Tag, found: Found, known: KnownScripts) -> Iterator[str]:
    kind = tag.attributes.get("type", "").strip().lower()
    if kind in DATA_TYPES:
        try:
            json.loads(tag.content)
        except ValueError:
            yield f"data for scripts that is no JSON: {tag.content.strip()[:80]}"
    elif "src" in tag.attributes:
        found.scripts.append((tag.attributes["src"], tag.position))
    elif known.has_inline(tag.content):
        found.hashes[policy_hash(tag.content)] = None
    else:
        yield f"a script that the site does not ship: {tag.content.strip()[:80]}"


def _meta(tag: Tag, found: Found) -> Iterator[str]:
    equivalent = tag.attributes.get("http-equiv", "").strip().lower()
    content = tag.attributes.get("content", "")
    if equivalent == "refresh":
        forward = REFRESH.fullmatch(content)
        if forward is None or kind_of(forward["url"]) is not Kind.INTERNAL:
            yield f"a page that sends its reader elsewhere: {content[:80]}"
        else:
            found.links.append((forward["url"], tag.position))
    elif equivalent and equivalent not in ("content-security-policy", "x-ua-compatible", "content-type"):
        yield f"a <meta http-equiv> of an unknown kind: {equivalent[:40]}"


def _attribute(tag: Tag, name: str, value: str, found: Found) -> Iterator[str]:
    if name.startswith("on"):
        yield f"an attribute that runs a script, {name}, in <{tag.name}>"
    elif name in REFUSED_ATTRIBUTES:
        yield f"an attribute {name} in <{tag.name}>"
    elif name == "id" or (name == "name" and tag.name == "a"):
        found.ids.add(value)
    elif name == "style":
        yield from _style(value, tag, found)
    elif name in ("srcset", "imagesrcset"):
        for one in value.split(","):
            yield from _fetched(one.split()[0] if one.split() else "", tag, found)
    elif name in FETCHED and (tag.name, name) != ("script", "src"):
        yield from _address(tag, name, value, found)


def _address(tag: Tag, name: str, value: str, found: Found) -> Iterator[str]:
    is_left_for = name in LINKS.get(tag.name, ())
    is_named = tag.name == "link" and tag.attributes.get("rel", "").lower() in NAMED_ELSEWHERE
    if (is_left_for or is_named or name == "cite") and kind_of(value) is Kind.EXTERNAL:
        return
    yield from _fetched(value, tag, found)


def _fetched(value: str, tag: Tag, found: Found) -> Iterator[str]:
    kind = kind_of(value)
    if kind is Kind.INTERNAL:
        found.links.append((value, tag.position))
    elif kind is Kind.EXTERNAL:
        yield f"a request to another host, {value[:80]}, in <{tag.name}>"
    elif kind is Kind.UNKNOWN or tag.name in LINKS:
        yield f"an address of an unknown kind, {value[:80]}, in <{tag.name}>"


def _style(style: str, tag: Tag, found: Found) -> Iterator[str]:
    for url in urls_in_style(style):
        yield from _fetched(url, tag, found)
