"""Extract: an article's text in, the bounds of its paragraphs out (one a line, wrapped lines joined)."""

from __future__ import annotations

import re

WIDEST_WRAP = 100
"""Articles wrapped by hand or by an old mail program are narrower than this (code points)."""
NARROWEST_WRAP = 50

_LINE = re.compile(r"[^\n]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]*$")


def paragraph_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end (half open, no white space at either end) of each paragraph.

    A line is a paragraph, unless the article is wrapped: then a line goes on where the next line's
    first word would not have fitted any more.

    >>> paragraph_bounds(" One.\\nTwo.\\n\\nThree.")
    ((1, 5), (6, 10), (12, 18))
    """
    lines = _lines(text)
    width = max((end - start for start, end in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return lines
    bounds: list[tuple[int, int]] = []
    for block in _blocks(text, lines):
        bounds.extend(_unwrapped(text, block, width))
    return tuple(bounds)


def _lines(text: str) -> tuple[tuple[int, int], ...]:
    bounds = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            bounds.append((start, start + len(bare)))
    return tuple(bounds)


def _blocks(text: str, lines: tuple[tuple[int, int], ...]) -> list[list[tuple[int, int]]]:
    """Lines that no blank line parts."""
    blocks: list[list[tuple[int, int]]] = []
    for start, end in lines:
        if blocks and text.count("\n", blocks[-1][-1][1], start) == 1:
            blocks[-1].append((start, end))
        else:
            blocks.append([(start, end)])
    return blocks


def _unwrapped(text: str, block: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    if all(_ENDS_SENTENCE.search(text[start:end]) for start, end in block):
        return block  # a list of sentences, one a line
    joined = [block[0]]
    last = block[0]
    for start, end in block[1:]:
        first_word = text[start:end].split(None, 1)[0]
        if last[1] - last[0] + 1 + len(first_word) > width:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = (start, end)
    return joined
