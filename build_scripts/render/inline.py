"""Render: within a paragraph: chips, an article's words between quotation marks, numbers of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from build_scripts.render.chips import group
from build_scripts.render.corpus import Corpus
from build_scripts.render.elements import UNSEARCHED, element
from build_scripts.render.marks import RUN_TOKEN, PageMarks

# match: “so, "so"” (its end is found by counting), "so"   near-miss: 5" pipes, class="x"
QUOTED = r'“|(?<![\w=])"([^"\s](?:[^"]*[^"\s])?)"(?!\w)'
# match: [#a3f9c102 13]   near-miss: [#13], [#a3f9c102]
SENTENCE = r"\[[#](?P<passage>[0-9a-f]{8}(?:-[1-9][0-9]*)?)[ ](?P<place>[1-9][0-9]*)\]"

_Drawn = tuple[Element | None, int | None, int | None]
"""An element and the bounds of the text that it stands for; nothing where the text is left alone."""

# Python-Markdown gave inline processors another signature than the patterns that they derive from: hence the
# ignored overrides below, here as in its own types.


class Chips(InlineProcessor):
    """Draws the run of citations that a token stands for."""

    def __init__(self, md: Markdown, marks: PageMarks, corpus: Callable[[], Corpus]) -> None:
        super().__init__(RUN_TOKEN, md)
        self.marks = marks
        self.corpus = corpus

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        return self.drawn(int(m["number"])), m.start(), m.end()

    def drawn(self, number: int) -> Element:
        """The group of chips for a run of the page, by its number."""
        return group(self.corpus(), self.marks.runs[number], self.md.htmlStash.store)


class Quoted(InlineProcessor):
    """Sets words between double quotation marks as an article's words; what is inside is read on.

    Not in an article's own paragraphs: they are its words as a whole, and a quotation runs over sentences.
    """

    def handleMatch(self, m: re.Match[str], data: str) -> _Drawn:  # type: ignore[override]
        end = m.end() if m[1] else _closing(data, m.start())
        if end is None or re.search(SENTENCE, data):
            return None, None, None
        made = Element("span", {"class": "q"})
        made.text = f"“{data[m.start() + 1 : end - 1]}”"
        return made, m.start(), end


def _closing(text: str, start: int) -> int | None:
    """Where the quotation that opens at `start` ends; an article's own marks inside need not be in pairs.

    >>> [_closing(text, 0) for text in ("“a “b” c” d", "“a “b c” d", "“a")]
    [9, 8, None]
    """
    depth = 0
    for at in range(start, len(text)):
        depth += {"“": 1, "”": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    return text.rfind("”", start) + 1 or None


class SentenceNumber(InlineProcessor):
    """Numbers a sentence of an article; the page's layout turns what follows into that sentence."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        return self.drawn(m["passage"], m["place"]), m.start(), m.end()

    def drawn(self, passage: str, place: str) -> Element:
        """The number of a sentence, which leads to it."""
        number = element("a", "sn", place, href=f"#p-{passage}")
        number.set("aria-label", f"Link to sentence {place}")
        number.attrib.update(UNSEARCHED)
        return number
