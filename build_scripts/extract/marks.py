"""Extract: one paragraph in, the stretches between its quotation marks out (nested and unclosed too)."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_scripts.extract.kept import kept
from build_scripts.extract.names import with_wire_marks
from build_scripts.extract.records import record
from build_scripts.models import Passage, Source

_MARK = re.compile(r"[\"“”„‟«»＂'‘’‚]")
DEEPEST = 6
"""Quotations within quotations; what opens more is a text about marks, or none at all."""
_PARTNER = {"“": "”", "„": "“", "«": "»", "‘": "’", "‚": "‘", "'": "'", '"': '"', "＂": "＂", "‟": "”"}
_OPENING = '"“„«‟＂'
_SINGLE = "'‘’‚"
_BEFORE_OPENING = " \t\n\u00a0([{—–-/\"“„«'‘‚"
_AFTER_CLOSING = " \t\n\u00a0)]}—–-/\"”»'’.,;:!?…"
_CLOSING_SINGLE = re.compile(rf"(?<!\s)['’](?=$|[{re.escape(_AFTER_CLOSING)}])")  # "talks' "; not "Arden's"


@record
class Quoted:
    """Words between marks: `start:end` excludes the marks; `depth` is 0 for the outermost."""

    start: int
    end: int
    depth: int
    closed: bool
    single: bool


def quoted(text: str) -> tuple[Quoted, ...]:
    """Everything between quotation marks, straight, curly, low or angled, in order of start.

    An apostrophe is not a mark: `the parties' talks`, `Arden's`, `’90s`. What is not closed ends with
    the text.

    >>> [text_[q.start:q.end] for text_ in ['He said "no ‘deal’" and left'] for q in quoted(text_)]
    ['no ‘deal’', 'deal']
    """
    text = with_wire_marks(text, "\u200b“", "”\u200b")
    found: list[Quoted] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match.group(), match.start()
        opened = _open_partner(stack, mark)
        if opened is not None and _may_close(text, at, mark):
            for depth in range(len(stack) - 1, opened - 1, -1):
                if depth == opened:  # a single mark left open inside was an apostrophe
                    found.append(Quoted(stack[depth][1], at, depth, True, stack[depth][0] in _SINGLE))
            del stack[opened:]
        elif len(stack) < DEEPEST and _may_open(text, at, mark):
            stack.append((mark, at + 1))
    for depth, (mark, start) in enumerate(stack):
        if mark not in _SINGLE:
            found.append(Quoted(start, len(text), depth, False, False))
    return tuple(sorted((q for q in found if q.start < q.end), key=lambda q: (q.start, -q.end)))


def _open_partner(stack: list[tuple[str, int]], mark: str) -> int | None:
    """Index in the stack of the mark that this one can close; straight and curly are often mixed."""
    for index in range(len(stack) - 1, -1, -1):
        opener = stack[index][0]
        if _PARTNER[opener] == mark:
            return index
        both_double = opener not in _SINGLE and mark in '"”＂'
        if both_double or (opener in "'‘" and mark in "'’"):
            return index
    return None


def _may_close(text: str, at: int, mark: str) -> bool:
    """Whether the mark can end a quotation: `word” `; not the apostrophe of `Arden’s`."""
    after = text[at + 1] if at + 1 < len(text) else " "
    before = text[at - 1] if at else " "
    if mark in "”»":
        return True
    return (after in _AFTER_CLOSING or (mark not in _SINGLE and not after.isalnum())) and before not in " \n("


def _may_open(text: str, at: int, mark: str) -> bool:
    """Whether the mark can begin a quotation: ` “word`; not `6" shell`, not `’90s`, not `parties' talks`."""
    if mark in "”’»" or at + 1 >= len(text):
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1]
    if mark in _SINGLE:
        return before in _BEFORE_OPENING and after.isalpha() and _closes_later(text, at)
    if mark in "“„«‟":
        return True
    return before in _BEFORE_OPENING and not after.isspace()


def _closes_later(text: str, at: int) -> bool:
    """Whether a single mark that could close this one follows within a reasonable stretch.

    Bounded, so that a text of many apostrophes costs no more than its length.
    """
    return bool(_CLOSING_SINGLE.search(text, at + 2, at + 400))


@record
class Part:
    """What one passage holds of a quotation: bounds within the passage, marks outside.

    Parts of one quotation share `opened`, the offset in the source at which its words begin.
    """

    at: int
    """Index of the passage."""
    start: int
    end: int
    opened: int
    depth: int
    closed: bool


@kept()
def quoted_in(source: Source, passages: tuple[Passage, ...]) -> tuple[Part, ...]:
    """All that stands between quotation marks, passage by passage, in the order of the text.

    Marks are paired paragraph by paragraph. What is left open ends with its sentence, unless the next
    paragraph begins with a mark: so newspapers print a quotation of several paragraphs.
    """
    parts: list[Part] = []
    starts = [passage.start for passage in passages]
    for first, last in _paragraphs(passages):
        begin = passages[first].start
        follows = passages[last + 1].text[:1] if last + 1 < len(passages) else ""
        for found in quoted(source.text[begin : passages[last].end]):
            start, end = begin + found.start, begin + found.end
            at = max(first, bisect_right(starts, start) - 1)
            while at <= last and passages[at].start < end:
                left, right = max(start, passages[at].start), min(end, passages[at].end)
                if left < right:
                    bounds = left - passages[at].start, right - passages[at].start
                    parts.append(Part(at, *bounds, start, found.depth, found.closed))
                    if not found.closed and follows not in tuple(_OPENING):
                        break
                at += 1
    return tuple(sorted(parts, key=lambda part: (part.at, part.start, -part.end)))


def _paragraphs(passages: tuple[Passage, ...]) -> list[tuple[int, int]]:
    """First and last passage (inclusive) of each paragraph."""
    bounds: list[tuple[int, int]] = []
    for at, passage in enumerate(passages):
        if bounds and passages[bounds[-1][0]].paragraph == passage.paragraph:
            bounds[-1] = (bounds[-1][0], at)
        else:
            bounds.append((at, at))
    return bounds
