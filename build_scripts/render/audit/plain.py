"""Render, audit: a piece of markup in; the id and the link that it says, if it is one that says no more, out.

Most of a page is written like this, and most of it stands nowhere else: to take each tag apart took a
twentieth of a build. What is not known here word by word is left to those who look closely.
"""

from __future__ import annotations

import re

ELEMENTS = (
    *("a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del"),
    *("details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5"),
    *("h6", "header", "hr", "i", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s"),
    *("section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "time", "tr", "u", "ul"),
)
"""Elements that hold text, and neither run nor fetch."""

# Match: `<td role="cell" data-h="When">`, `<a class="cite l1" href="a.html#p-1" id="b">`, `</td>`.
# Near-miss: `<a href="a:b">`, `<p onclick="x">`, `<p style="x">`, `<br/>`, `<B>`, `<td role=cell>`.
_PLAIN = re.compile(
    rf"""
    <(?: / [a-z][a-z0-9]*
       | (?: {"|".join(sorted(ELEMENTS, key=len, reverse=True))} )
         (?: [ ] (?: (?: class | role | lang | dir | title | scope | open | data-[a-z]+ | aria-[a-z]+ )
                     = "[^"<>]*"
                   | id = "(?P<id> [^"&<>]+ )"
                   | href = "(?P<href> [\w.\#] [\w./\#-]* )"
                 )
         )*
     )>
    """,
    re.VERBOSE,
)


def plain(written: str) -> tuple[str | None, str | None] | None:
    """The id of a tag, and its address, of this site; nothing where it has to be looked at more closely.

    >>> plain('<li id="a" class="b">'), plain('<li id="a" onclick="b">'), plain('<a id="a" id="b">')
    (('a', None), None, None)
    """
    # Of two attributes of one name the first counts; the pattern keeps the last.
    found = _PLAIN.fullmatch(written)
    if found is None or written.count(' id="') > 1 or written.count(' href="') > 1:
        return None
    return found["id"], found["href"]
