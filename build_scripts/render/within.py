"""Render: the text of a paragraph, an item or a cell in; what stands within it, out, in one go.

Python-Markdown looks for one pattern after the other, puts a sign in the place of each find, and looks for
the signs in the end. Nearly all that scripts write holds nothing but citations, plain links, references to
characters, sentence numbers and quotations: these are drawn here, the same to the letter. A text with any
other sign is left to the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from build_scripts.render.inline import QUOTED, SENTENCE, Chips, Quoted, SentenceNumber
from build_scripts.render.marks import RUN_TOKEN

# Match: what the token of a run stands for, `[A](../sources/000.md#text)`, `[#a3f9c102 13]`, `&#x5f;`, the
# token of a block. Near-miss: `[A](b "c")`, `[A][b]`, `[#a3f9c102 13](b)`, `& `.
_PIECE = re.compile(
    rf"""
      (?P<run> {RUN_TOKEN} )
    | \[ (?P<words> [^\[\]]* ) \] \( (?P<href> [^()\s"'<>{STX}]* ) \)
    | (?P<sentence> {SENTENCE} ) (?! \( )
    | (?P<entity> &(?: [#][0-9]+ | [#]x[0-9a-fA-F]+ | [a-zA-Z0-9]+ ); )
    | (?P<kept> {STX}[\w:-]*{ETX} | \[…\](?!\() )
    """,
    re.VERBOSE,
)
# Match: a sign of code, an escape, raw HTML, emphasis, a picture, a break of a line, an unknown bracket.
# Near-miss: `“`, `"`, `&`, `]`, ` \n`.
_OTHERWISE = re.compile(rf"[`\\<*_\[{STX}{ETX}]|[ ][ ]\n")
_ANYWHERE = re.compile(r"[`\\<]|!\[")
"""What the library finds before it looks for links, in their addresses too."""
_QUOTED = re.compile(QUOTED)


class NotPlain(Exception):
    """There may be something in a text that only the library knows."""


class Within:
    """Draws what stands within the texts of one page."""

    def __init__(self, chips: Chips, quoted: Quoted, numbers: SentenceNumber) -> None:
        self._chips, self._quoted, self._numbers = chips, quoted, numbers

    def put(self, text: str, into: Element) -> None:
        """Give an element its text, and before its children what stands within; or raise `NotPlain`."""
        if _ANYWHERE.search(text):
            raise NotPlain
        drawn = Element(into.tag)
        self._draw(text, drawn)
        into.text = drawn.text
        into[:0] = list(drawn)

    def _draw(self, text: str, into: Element) -> None:
        pieces: list[Element | str] = []
        plain: list[str] = []
        at, has_numbers = 0, False
        for match in _PIECE.finditer(text):
            plain.append(text[at : match.start()])
            at = match.end()
            pieces.append(self._piece(match))
            has_numbers = has_numbers or match["sentence"] is not None
        plain.append(text[at:])
        if any(map(_OTHERWISE.search, plain)):
            raise NotPlain
        marked = ETX.join(plain)
        # An article's own paragraphs are its words as a whole.
        if not has_numbers and ("“" in marked or '"' in marked):
            marked = self._with_quotations(marked, pieces)
        _fill(into, marked, pieces)

    def _piece(self, match: re.Match[str]) -> Element | str:
        if match["run"]:
            return self._chips.drawn(int(match["number"]))
        if match["href"] is not None:
            link = Element("a", {"href": match["href"]})
            self._draw(match["words"], link)
            return link
        if match["sentence"]:
            return self._numbers.drawn(match["passage"], match["place"])
        return self._chips.md.htmlStash.store(match["entity"]) if match["entity"] else match["kept"]

    def _with_quotations(self, marked: str, pieces: list[Element | str]) -> str:
        """The text with a sign for each quotation, and with the quotation among the pieces."""
        done, at = "", 0
        while match := _QUOTED.search(marked, at):
            drawn, _, end = self._quoted.handleMatch(match, marked)
            if drawn is None or end is None:
                done, at = done + marked[at : match.end()], match.end()
                continue
            before = done + marked[at : match.start()]
            first, many = before.count(ETX), marked.count(ETX, match.start(), end)
            _fill(drawn, drawn.text or "", pieces[first : first + many])
            pieces[first : first + many] = [drawn]
            done, at = before + ETX, end
        return done + marked[at:]


def _fill(into: Element, marked: str, pieces: Iterable[Element | str]) -> None:
    """Give an element its text, with each piece where a sign for it stands."""
    first, *others = marked.split(ETX)
    said, last = first, None
    into.text = None
    for piece, after in zip(pieces, others, strict=True):
        if isinstance(piece, str):
            said += piece + after
            continue
        _say(said, into, last)
        into.append(piece)
        said, last = after, piece
    _say(said, into, last)


def _say(said: str, into: Element, last: Element | None) -> None:
    if not said:
        return
    if last is None:
        into.text = said
    else:
        last.tail = said
