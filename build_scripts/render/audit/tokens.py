"""Render, audit: the text of an HTML or SVG file in, its tags with their attributes and lines out.

Strict on purpose. A browser reads broken markup in ways of its own, and that is where scripts hide: what
is not written the way serialisers write is a finding, not something to guess at.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    <!--(?!-?>) .*? -->                     # a comment; `<!-->` ends at once in a browser and is none here
  | <!doctype [^<>]* >
  | <\?xml [^<>]* \?>
  | < (?P<end>/?) (?P<name>[a-z][a-z0-9:-]*)
      (?P<attributes>
          (?: \s+ [^\s"'<>/=]+ (?: \s* = \s* (?: "[^"]*" | '[^']*' | [^\s"'=<>`]+ ) )? )*
      )
      \s* /? >
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""One piece of markup: `<a href="b.html">`, `</a>`; not `<a href="b.html"title>` and not `< a>`."""

ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s"'<>/=]+ )
    (?: \s* = \s* (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s"'=<>`]+) ) )?
    """,
    re.VERBOSE,
)
"""`href="b.html"`, `hidden`; not a stray `=`."""

STRAY = re.compile(r"<(?=[a-z/!?])", re.IGNORECASE)
"""Where a browser begins a tag: `<b`, `</`, `<!`; not the sign in `3 < 5`."""

RAW = frozenset({"script", "style", "textarea", "title"})
"""Elements whose content is text up to their end tag, whatever stands in it."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag: name in small letters, decoded attributes, where it stands, what a raw element holds."""

    name: str
    attributes: Mapping[str, str]
    position: int
    content: str = ""


@dataclass(frozen=True, slots=True)
class Stray:
    """The beginning of a tag that is not written as tags are."""

    position: int
    text: str


def tags(text: str) -> Iterator[Tag | Stray]:
    """Every start tag in order, and every piece of markup that a browser might read otherwise.

    >>> [tag.name for tag in tags('<p class="a">One<br></p>') if isinstance(tag, Tag)]
    ['p', 'br']
    >>> [found.text for found in tags('<img src=a onerror="x"y>') if isinstance(found, Stray)]
    ['<img src=a onerror="x"y>']
    """
    at = 0
    while token := TOKEN.search(text, at):
        yield from _strays(text, at, token.start())
        at = token.end()
        name = (token["name"] or "").lower()
        if not name or token["end"]:
            continue
        content = ""
        if name in RAW and not token[0].endswith("/>"):
            end = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, at)
            if end is None:
                yield Stray(token.start(), token[0][:80])
                return
            content, at = text[at : end.start()], end.end()
        yield Tag(name, _attributes(token["attributes"]), token.start(), content)
    yield from _strays(text, at, len(text))


def _attributes(text: str) -> Mapping[str, str]:
    """The first of two attributes of one name counts, as in a browser."""
    found: dict[str, str] = {}
    for one in ATTRIBUTE.finditer(text) if text else ():
        value = one["double"] or one["single"] or one["bare"] or ""
        found.setdefault(one["name"].lower(), html.unescape(value) if "&" in value else value)
    return found


def _strays(text: str, start: int, end: int) -> Iterator[Stray]:
    for found in STRAY.finditer(text, start, end):
        yield Stray(found.start(), text[found.start() : found.start() + 80].split("\n")[0])
