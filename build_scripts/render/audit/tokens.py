"""Render, audit: the text of an HTML or SVG file in, its tags with their attributes and places out.

Strict on purpose. A browser reads broken markup in ways of its own, and that is where scripts hide: what
is not written the way serialisers write is a finding, not something to guess at.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(
    r"""
    <!--(?!-?>) (?: (?!--!>) . )*? -->      # a comment; `<!-->` and `--!>` end it in a browser: none here
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

RAW_BEGINS = re.compile(rf"<(?:{'|'.join(sorted(RAW))})\b[^<>]*>", re.IGNORECASE)
"""`<script src="a.js">`, as one piece; not `<scripts>`."""

END = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in sorted(RAW)}


CLOSED = re.compile(r"<[^<>]*>")
"""What is one piece of markup, if it is one at all: no quoted value in it holds a bracket."""

MOST = 1 << 14
"""Tags kept in mind by how they are written: the same few stand on every page."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A start tag: name in small letters and decoded attributes; equal to itself alone: looked up fast."""

    name: str
    attributes: Mapping[str, str]
    is_raw: bool = False
    """Whether its content is text up to its end tag."""


@dataclass(frozen=True, slots=True)
class Stray:
    """The beginning of a tag that is not written as tags are."""

    text: str


Piece = tuple[int, Tag | Stray, str]
"""Where it stands, what it is, and what a raw element holds."""


def tags(text: str) -> Iterator[Piece]:
    """Every start tag in order, and every piece of markup that a browser might read otherwise.

    >>> [tag.name for _, tag, _ in tags('<p class="a">One<br></p>') if isinstance(tag, Tag)]
    ['p', 'br']
    >>> [found.text for _, found, _ in tags('<img src=a onerror="x"y>') if isinstance(found, Stray)]
    ['<img src=a onerror="x"y>']
    """
    at = text.find("<")
    while at >= 0:
        closed = CLOSED.match(text, at)
        is_piece, tag = piece(closed[0]) if closed else (False, None)
        end = closed.end() if closed else at
        if not is_piece:
            token = TOKEN.match(text, at)
            if token is None:
                if STRAY.match(text, at):
                    yield at, Stray(text[at : at + 80].split("\n")[0]), ""
                at = text.find("<", at + 1)
                continue
            end, tag = token.end(), _tag(token)
        if tag is not None:
            content = ""
            if tag.is_raw:
                last = END[tag.name].search(text, end)
                if last is None:
                    yield at, Stray(text[at:end][:80]), ""
                    return
                content, begin, end = text[end : last.start()], end, last.end()
                yield from _hidden(tag, content, begin)
            yield at, tag, content
        at = text.find("<", end)


def _hidden(tag: Tag, content: str, begin: int) -> Iterator[Piece]:
    """What may begin a tag in an element of text: `</style/>` ends one, and in a drawing it holds markup.

    A script that the site ships is known word by word.
    """
    if tag.name != "script" or content.lstrip()[:1] in ("{", "["):
        for found in STRAY.finditer(content):
            at = found.start()
            yield begin + at, Stray(content[at : at + 80].split("\n")[0]), ""


def alike(text: str) -> tuple[frozenset[str], tuple[tuple[Tag, str], ...]] | None:
    """The same without places: markup as it is written, each once, and raw elements with what they hold.

    None where `tags` has to look more closely: where a bracket stands elsewhere than around a tag. What is
    written need not be a tag: `piece` tells.

    >>> sorted(alike('<p><b>One</b><b>Two</b></p>')[0])
    ['</b>', '</p>', '<b>', '<p>']
    >>> alike('<p title="<b>">') is None
    True
    """
    pieces: list[str] = []
    raw: list[tuple[Tag, str]] = []
    at = 0
    while at < len(text):
        begin = RAW_BEGINS.search(text, at)
        stretch = text[at : begin.start()] if begin else text[at:]
        found = CLOSED.findall(stretch)
        if len(found) != stretch.count("<"):
            return None
        pieces += found
        if begin is None:
            break
        at, tag = begin.end(), piece(begin[0])[1]
        if tag is None or not tag.is_raw:
            pieces.append(begin[0])
            continue
        last = END[tag.name].search(text, at)
        if last is None or any(_hidden(tag, text[at : last.start()], at)):
            return None
        raw.append((tag, text[at : last.start()]))
        at = last.end()
    return frozenset(pieces), tuple(raw)


@lru_cache(maxsize=MOST)
def piece(written: str) -> tuple[bool, Tag | None]:
    """Whether this is a piece of markup as a whole, and the start tag that it is."""
    token = TOKEN.fullmatch(written)
    return token is not None, _tag(token) if token else None


def _tag(token: re.Match[str]) -> Tag | None:
    name = (token["name"] or "").lower()
    if not name or token["end"]:
        return None
    return Tag(name, _attributes(token["attributes"]), name in RAW and not token[0].endswith("/>"))


def _attributes(text: str) -> Mapping[str, str]:
    """The first of two attributes of one name counts, as in a browser."""
    found: dict[str, str] = {}
    for one in ATTRIBUTE.finditer(text) if text else ():
        value = one["double"] or one["single"] or one["bare"] or ""
        found.setdefault(one["name"].lower(), html.unescape(value) if "&" in value else value)
    return found
