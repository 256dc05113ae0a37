"""Foundation: the text of a page in; where its front matter ends and which lines are fenced code out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# Match: `---` LF `title: x` LF `---` LF at the start, a byte-order mark before it or not.
# Near-miss: `---` alone (a rule), `----`.
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)")

# What a fence needs. Match: "```", "~~~". Near-miss: "``".
_MAY_FENCE = re.compile(r"`{3}|~{3}")

# Match: "```yaml", "~~~". Near-miss: "``code``", "```code``` in a sentence", four spaces before it.
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")


def front_matter(text: str) -> tuple[int, int, int]:
    """Bounds of the YAML between the two rules, and the offset at which the body begins.

    All three are the same (the text's start) where there is no front matter.

    >>> front_matter("---\\ntitle: A\\n---\\nText")
    (4, 13, 17)
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        start = len(text) - len(text.removeprefix("\ufeff"))
        return start, start, start
    return match.start("yaml"), match.end("yaml"), match.end()


def line_of_key(text: str, key: str) -> int:
    """The 1-based line of a key of the front matter, or of the rule that closes it; 1 where there is none.

    >>> line_of_key("---\\ntitle: A\\n---\\nText", "title"), line_of_key("---\\ntitle: A\\n---\\n", "side")
    (2, 3)
    """
    start, end, body = front_matter(text)
    if body == start:
        return 1
    match = re.compile(rf"^{re.escape(key)}\s*:", re.MULTILINE).search(text, start, end)
    return text.count("\n", 0, match.start() if match else end) + 1


def lines_with_offsets(text: str, start: int = 0) -> list[tuple[int, str]]:
    r"""The lines from an offset on, each with its own offset and without its line end (LF or CR LF).

    Only LF parts lines, as in Markdown: `str.splitlines` would also part them at U+2028 and others.
    """
    found = []
    at = start
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        found.append((at, text[at:end].removesuffix("\r")))
        at = end + 1
    return found


def comment_lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    r"""The lines from an offset on that hold `<!--`, but those of code: number (1-based), offset, text.

    >>> list(comment_lines("a\n<!-- b -->\n", 0))
    [(2, 2, '<!-- b -->')]
    """
    first = text.count("\n", 0, start) + 1
    if _MAY_FENCE.search(text, start):
        lines = lines_with_offsets(text, start)
        code = fenced([line for _, line in lines])
        found = ((first + at, *lines[at]) for at in range(len(lines)) if at not in code)
        yield from ((number, at, line) for number, at, line in found if _is_comment(line))
        return
    # Most pages have no fence: their other lines need not be looked at one by one.
    at = start
    while (comment := text.find("<!--", at)) >= 0:
        begin = max(text.rfind("\n", at, comment) + 1, at)
        first += text.count("\n", at, begin)
        end = text.find("\n", comment)
        end = len(text) if end < 0 else end
        line = text[begin:end].removesuffix("\r")
        if _is_comment(line):
            yield first, begin, line
        at, first = end + 1, first + 1


def _is_comment(line: str) -> bool:
    return "<!--" in line and not line.startswith(("    ", "\t"))


def fenced(lines: Sequence[str]) -> frozenset[int]:
    """Indexes of the lines of fenced code, fences included.

    A fence that is never closed is text: this is how it renders, and nothing after it is swallowed.
    """
    if not any("```" in line or "~~~" in line for line in lines):
        return frozenset()
    closings = [_closing(line) for line in lines]
    hopeless: dict[str, int] = {}  # by fence character: a fence of this length has no closing further on
    inside: set[int] = set()
    at = 0
    while at < len(lines):
        end = _end_of_fence(lines[at], at, closings, hopeless)
        inside.update(range(at, end))
        at = max(end, at + 1)
    return frozenset(inside)


def _end_of_fence(line: str, at: int, closings: Sequence[tuple[str, int]], hopeless: dict[str, int]) -> int:
    """Index after the last line of the fence that opens at `at`; `at` itself if none does."""
    match = _FENCE.fullmatch(line)
    if not match:
        return at
    mark, length = match["fence"][0], len(match["fence"])
    if length >= hopeless.get(mark, length + 1):
        return at
    for index in range(at + 1, len(closings)):
        if closings[index][0] == mark and closings[index][1] >= length:
            return index + 1
    hopeless[mark] = length
    return at


def _closing(line: str) -> tuple[str, int]:
    """Character and length of the fence that this line could close."""
    match = _FENCE.fullmatch(line)
    return (match["fence"][0], len(match["fence"])) if match and not match["info"].strip() else ("", 0)
