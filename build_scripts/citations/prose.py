"""Foundation: Markdown in, the stretches of it in which a citation can stand out.

Code shows what is typed, comments show nothing: neither cites. Where this reading and a renderer's
could differ (an unclosed fence, code inside a list) the text counts as prose, so that it is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.markup import fenced

# match: "## Who attends"   near-miss: "No. #3"
_HEADING = re.compile(r" {0,3}#{1,6}")
# match: "-----"   near-miss: "--|--" (the second line of a table)
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\r?\n?$")
# match: "- item", "12. item", "[^1]: note", "!!! note"   near-miss: "-item", "1984"
_HOLDER = re.compile(r" {0,3}(?:(?:[-+*]|\d+[.)]|:)[ \t]|\[\^[^\]]+\]:|(?:!!!|\?\?\?\+?)[ \t])")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)")
_COMMENT_OPENS = re.compile(r" {0,3}<!--")
_BACKTICKS = re.compile(r"`+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of the text, half open, without blank lines; `heading` if it is one."""

    start: int
    end: int
    heading: bool


def prose(text: str) -> tuple[Stretch, ...]:
    """The paragraphs, list items, table rows and headings of a page, without code and comments.

    >>> [text[s.start : s.end] for text in ["one\\n\\n    code\\n\\n# two"] for s in prose(text)]
    ['one\\n', '# two']
    """
    return tuple(_joined(_lines(text)))


def code_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The inline code and the one-paragraph comments of a stretch, in order."""
    runs = [match.span() for match in _BACKTICKS.finditer(text, start, end)]
    by_length: dict[int, list[int]] = {}
    for at, stop in reversed(runs):
        by_length.setdefault(stop - at, []).append(at)
    spans: list[tuple[int, int]] = []
    done = start
    for at, stop in runs:
        same = by_length[stop - at]
        while same and same[-1] <= at:
            same.pop()
        if at >= done and same and not _is_escaped(text, at):
            done = same.pop() + stop - at
            spans.append((at, done))
    return tuple(sorted(spans + _comments(text, start, end, spans)))


def _comments(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    covered = iter([*taken, (end, end)])
    code = next(covered)
    at = text.find("<!--", start, end)
    while at >= 0:
        while code[1] <= at:
            code = next(covered)
        close = text.find("-->", at + 4, end)
        if close < 0:
            break
        if not code[0] <= at < code[1]:
            found.append((at, close + 3))
        at = text.find("<!--", close + 3, end)
    return found


def _is_escaped(text: str, at: int) -> bool:
    before = at
    while before and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """Each line with its kind: `prose`, `heading`, `blank` or `code` (comments and fences too)."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    in_fence = fenced([line.rstrip("\r\n") for line in lines])
    comment_ends = _next_with("-->", lines)
    at, skip_to, was_blank, is_held = 0, 0, True, False
    for index, line in enumerate(lines):
        kind = "prose"
        if index < skip_to or index in in_fence:
            kind = "code"
        elif not line.strip():
            kind = "blank"
        elif _COMMENT_OPENS.match(line) and comment_ends[index] is not None:
            close = comment_ends[index] or 0
            if lines[close].rstrip().endswith("-->"):
                kind, skip_to = "code", close + 1
        elif _INDENTED.match(line):
            kind = "code" if was_blank and not is_held else "prose"
        elif _HOLDER.match(line):
            is_held = True
        elif was_blank:
            is_held = False
        if kind == "prose" and (_HEADING.match(line) or _is_underlined(lines, index)):
            kind = "heading"
        yield at, at + len(line), kind
        # code after code needs no blank line between
        was_blank = kind in ("blank", "code", "heading")
        at += len(line)


def _is_underlined(lines: list[str], index: int) -> bool:
    if index + 1 >= len(lines) or _UNDERLINE.match(lines[index]):
        return False
    return bool(_UNDERLINE.match(lines[index + 1]))


def _next_with(sign: str, lines: list[str]) -> list[int | None]:
    """For each line, the first line from it on that holds the sign."""
    found: list[int | None] = [None] * len(lines)
    last: int | None = None
    for index in range(len(lines) - 1, -1, -1):
        if sign in lines[index]:
            last = index
        found[index] = last
    return found


def _joined(lines: Iterator[tuple[int, int, str]]) -> Iterator[Stretch]:
    start = end = -1
    for at, stop, kind in lines:
        if kind != "prose" and start >= 0:
            yield Stretch(start, end, False)
            start = -1
        if kind == "heading":
            yield Stretch(at, stop, True)
        elif kind == "prose":
            start, end = (at if start < 0 else start), stop
    if start >= 0:
        yield Stretch(start, end, False)
