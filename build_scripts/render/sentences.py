"""Render: a paragraph of prose in, each of its sentences that cites a passage in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from build_scripts.render.elements import element, has_class, text_of

_Piece = Element | str
_GROUP = "\ue000"
"""Stands for a group of citations where a paragraph is read as text."""
_END = re.compile(
    rf"""
      (?P<word> \S* ) [.!?…]          # match: "came. Then"        near-miss: "3.5 million"
      (?P<closing> [”"’')\]]* )
      (?: \s* {_GROUP} [.,;:!?)\]”’]* )*   # match: "came. [@a] Then"   near-miss: "came [@a] and"
      (?P<space> \s+ )
      (?= [“"‘'(\[]* (?P<next> [^\W_] ) )
    """,
    re.VERBOSE,
)
# match: " ", "\n{ .fold }" at the end, which is read later   near-miss: "{fold} it"
_AFTER = re.compile(r"\s*(?:\{[^{}]*\}\s*)?\Z")


def cited_sentences(paragraph: Element) -> list[Element]:
    """Put each sentence that cites a passage into a span, and say which spans these are.

    Where it is not sure that a sentence ends, it goes on: an address may stand for two sentences, never for
    a part of one.
    """
    if not any(has_class(node, "ev") for node in paragraph.iter()):
        return []
    parts = _parts(list(_pieces(paragraph)))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.text = None
    made = []
    for part in parts:
        if not any(_cites(piece) for piece in part):
            _put(paragraph, part)
            continue
        last = part.pop() if isinstance(part[-1], str) else ""
        after = _AFTER.search(str(last))
        end = after.start() if after else 0
        span = element("span", "claim")
        _put(span, [*part, last[:end]] if isinstance(last, str) else part)
        _put(paragraph, [span, *([last[end:]] if isinstance(last, str) else [])])
        made.append(span)
    return made


def _parts(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The paragraph's sentences: text is cut where one ends, an element never."""
    begins = set(_begins("".join(map(_shown, pieces))))
    parts: list[list[_Piece]] = [[]]
    at = 0
    for piece in pieces:
        size = len(_shown(piece))
        inside = (
            sorted({at, *(each for each in begins if at < each < at + size)})
            if isinstance(piece, str)
            else [at]
        )
        for start, end in pairwise([*inside, at + size]):
            if start in begins:
                parts.append([])
            parts[-1].append(piece[start - at : end - at] if isinstance(piece, str) else piece)
        at += size
    return parts


def _pieces(paragraph: Element) -> Iterator[_Piece]:
    if paragraph.text:
        yield paragraph.text
    for child in paragraph:
        tail, child.tail = child.tail, None
        yield child
        if tail:
            yield tail


def _shown(piece: _Piece) -> str:
    if isinstance(piece, str):
        return piece
    if has_class(piece, "ev"):
        # A group may hold the full stop that would else begin a line.
        return _GROUP + ((piece[-1].tail if len(piece) else None) or "")
    return text_of(piece)


def _cites(piece: _Piece) -> bool:
    return isinstance(piece, Element) and any(has_class(node, "ev") for node in piece.iter())


def _begins(text: str) -> Iterator[int]:
    """Where a sentence begins behind another."""
    for found in _END.finditer(text):
        is_sure = bool(found["closing"]) or not _may_be_shortened(found["word"])
        is_sure = is_sure and not found["next"].islower()
        if is_sure or "\n" in found["space"]:
            yield found.end("space")


def _may_be_shortened(word: str) -> bool:
    """Whether its full stop may stand for letters left out.

    >>> [_may_be_shortened(word) for word in ("Dr", "A", "U.S", "cf", "it", "talks")]
    [True, True, True, True, False, False]
    """
    bare = word.lstrip("“\"‘'([")
    if _GROUP in bare or not bare[:1].isalpha():
        return False
    return "." in bare or (bare[0].isupper() and len(bare) <= 3) or not re.search("[aeiouyAEIOUY]", bare)


def _put(parent: Element, pieces: list[_Piece]) -> None:
    for piece in pieces:
        if isinstance(piece, Element):
            parent.append(piece)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + piece
        else:
            parent.text = (parent.text or "") + piece
