"""A text in a page's Markdown: in paragraphs, quotations, cells, lists, headings, links and anchors."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import markdown

from build_scripts import escape
from build_scripts.pages import markdown as writing
from tests.hostile.streams import Stream, stream, unwrapped, with_text
from tests.hostile.strings import MARKER

LONG_CELL = "Arden and Corran and Verrin and Marsh, and all who came with them. " * 3
"""A table of short cells is drawn as narrow as it can be: here the text is not to decide that."""


def pages(text: str) -> None:
    plain = escape.one_line(text)
    if plain:
        assert _without_marks(stream(_rendered(text))) == _without_marks(
            with_text(_harmless(), MARKER, plain)
        )


def paragraphs(text: str) -> None:
    """Lines and paragraphs of the text may part it; no element but a paragraph appears."""
    found = stream(markdown.markdown(escape.readable(text), extensions=["attr_list", "tables", "toc"]))
    assert {parts for parts in found if parts[0] != "text"} <= {("element", "p"), ("end", "p")}
    shown = "".join(parts[1] for parts in found if parts[0] == "text")
    assert shown.replace(" ", "") == escape.one_line(text).replace(" ", "")


def anchors(text: str) -> None:
    """The place that a heading names: nothing but a name and classes, whatever a record is called."""
    found = stream(
        markdown.markdown(writing.heading(2, "A", f"a{text}", f"b{text}"), extensions=["attr_list"])
    )
    names = {part.partition("=")[0] for parts in found for part in parts[2:] if parts[0] == "element"}
    assert names <= {"id", "class"}
    assert ("text", "A") in found


def _page(text: str) -> str:
    """A page with the text in every place that a page has for it, one below another.

    No page puts a text into an attribute list: there the reader's quotation marks would end it.
    """
    words, inline = writing.words(text), writing.inline(text)
    return "\n\n".join(
        (
            writing.heading(2, text, "h"),
            words,
            f"Arden said: {words} and left.",
            f"{writing.quoted(text)} is what Arden said.",
            writing.table(
                ["One", inline], [[words, writing.quoted(text)], [inline, _linked(text)], ["", LONG_CELL]]
            ),
            writing.bullets([words, f"Arden: {writing.quoted(text)}", writing.bullets([words], 1).strip()]),
            f"[{escape.strict(text)}](https://example.org/ '{escape.strict(text)}')",
            f"[#0a1b2c3d 7] Arden said: {words}",
            "The last line, which must still be there.",
        )
    )


def _linked(text: str) -> str:
    return writing.link(text, "a.md", "b.md")


def _rendered(text: str) -> str:
    page = markdown.Markdown(
        extensions=["attr_list", "tables", "toc", "build_scripts.render.extension"],
        extension_configs={"build_scripts.render.extension": {"data": str(_data())}},
    )
    return page.convert(_page(text))


@cache
def _data() -> Path:
    return Path(__file__).parents[1] / "data"


@cache
def _harmless() -> Stream:
    return stream(_rendered(MARKER))


def _without_marks(found: Stream) -> Stream:
    """Without the narrow space that parts our quotation marks from the article's, and without the face of
    words in quotation marks: a name or a title may hold such marks, and looks as it does in prose."""
    bare = [tuple(part.replace("\u202f", "") for part in parts) for parts in found]
    return unwrapped(bare, "class=q")
