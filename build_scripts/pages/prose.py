"""Pages: a page's Markdown in, its own words by section out: what people wrote, as plain text for the search.

Generated blocks are left out: what they list is found where it stands. So are citations: their words are
found in the article.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass

from build_scripts import blocks, markup
from build_scripts.citations import find_citations
from build_scripts.text import slug

# match: "## Who attends { #who }"   near-miss: "#hashtag"
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>[^\n]*?)[ \t]*(?:\{[^{}\n]*\})?[ \t]*")
# match: "{ #who }"   near-miss: "{ .fold }"
_ANCHOR = re.compile(r"\{(?=[^{}\n]*\}[ \t]*$)[^{}\n]*#(?P<anchor>[\w-]++)[^{}\n]*\}")
# match: "[a span](x.md)", "[he][one]", "![Map](map.svg)"   near-miss: "[A]", "(x.md)"
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|\[[^\[\]]*\])")
# match: "[one]: x.md" alone on its line   near-miss: "[one] says: no"
_TARGET = re.compile(r"^ {0,3}\[[^\[\]]+\]:[^\n]*$", re.MULTILINE)
# match: "<a href='x.html'>", "</a>"   near-miss: "3 < 4", "<3>"
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# match: "**", "`"   near-miss: "_"
_EMPHASIS = re.compile(r"\*+|`+")
# match: "- " and "> " before a line, "| --- |"   near-miss: "a-b", "3 > 2"
_MARKS = re.compile(r"^[ \t]*(?:[-+>]|\d+\.)[ \t]+|\|(?:[ \t]*:?-+:?[ \t]*\|)+|\|", re.MULTILINE)
# match: "title: Talks"   near-miss: "subtitle: Talks"
_TITLE = re.compile(r"^title:[ \t]*(?P<title>[^\n]*?)[ \t\r]*$", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n)+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[ \t]*[.#][^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A section of a page: its heading and anchor (both empty before the first heading), and its words."""

    title: str
    anchor: str
    text: str


def parts(page: str, with_blocks: Collection[str] = (), withdrawn: Collection[str] = ()) -> tuple[Part, ...]:
    """The sections of a page in order; of generated blocks only those that are asked for are read.

    Paragraphs that cite one of the `withdrawn` articles are left out.

    >>> parts("One *word*.\\n\\n## Two { #b }\\n\\nSee [three](c.md).\\n")[1]
    Part(title='Two', anchor='b', text='See three.')
    """
    found, title, anchor, lines = [], "", "", list[str]()
    for line in _own(page, with_blocks, withdrawn).split("\n"):
        heading = _HEADING.fullmatch(line)
        if heading is None:
            lines.append(line)
            continue
        found.append(Part(title, anchor, plain("\n".join(lines))))
        named = _ANCHOR.search(line)
        title, lines = plain(heading["title"]), []
        anchor = named["anchor"] if named else slug(title)
    found.append(Part(title, anchor, plain("\n".join(lines))))
    return tuple(part for part in found if part.title or part.text)


def title(page: str) -> str:
    """The title that a page's front matter gives, if it stands there on one line.

    >>> title('---\\ntitle: "Talks, 1998"\\n---\\n')
    'Talks, 1998'
    """
    start, end, _ = markup.front_matter(page)
    match = _TITLE.search(page, start, end)
    return html.unescape(match["title"].strip("\"'")) if match else ""


def plain(markdown: str) -> str:
    """Markdown as one line of text.

    >>> plain("- **Bold** and [a link](x.md)&#x2e;")
    'Bold and a link.'
    """
    text = _TAG.sub("", _TARGET.sub("", _COMMENT.sub(" ", markdown)))
    text = _LINK.sub(lambda match: match["words"], text)
    text = _EMPHASIS.sub("", _ATTRIBUTES.sub(" ", text))
    return " ".join(html.unescape(_MARKS.sub(" ", text)).split())


def _own(page: str, with_blocks: Collection[str], withdrawn: Collection[str]) -> str:
    """The body of a page without its front matter, its citations and the blocks that are not asked for."""
    body = page[markup.front_matter(page)[2] :].replace("\r\n", "\n")
    kept = []
    for segment in blocks.parse(body).segments:
        if isinstance(segment, blocks.Prose):
            kept.append(body[segment.start : segment.end])
        elif segment.name in with_blocks:
            kept.append(body[segment.inner_start : segment.inner_end])
    return "\n\n".join(_said(part, withdrawn) for part in _PARAGRAPH.split("\n".join(kept)))


def _said(paragraph: str, withdrawn: Collection[str]) -> str:
    """A paragraph without its citations; nothing where it cites a withdrawn article, as it may quote it."""
    cited = find_citations(paragraph)[0]
    if any(citation.source in withdrawn for citation in cited):
        return ""
    said, at = "", 0
    for citation in cited:
        said += paragraph[at : citation.start].rstrip(" ")
        at = citation.end
    return said + paragraph[at:]
