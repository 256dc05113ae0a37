"""Pages: words of any origin in, Markdown out that an editor is glad to open and that stays inert."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from build_scripts import escape
from build_scripts.models import Ref

PAIR = "comparisons/pair.md"
LONGEST = 1200
"""Code points of an article's words that are quoted at once; what follows is marked as left out."""
_MORE = "more passages"
ALL = 10**9
"""No bound: for what a code of evidence is made of, which stands for every passage."""
MOST_CITED = 24
"""Passages that stand one by one behind a statement."""

# Match: `Anna al-Arden's visit, 1998`, `Who leads?`. Near-miss: `a_b`, `- Anna`, `2nd visit`, `1. visit`.
_PLAIN = re.compile(
    r"""
    \(? [^\W_]+ (?: [-'’–] [^\W_]+ )*
    (?: \)? (?: (?<=[^\W\d_]) \. | [,;:] )? [ ] \(? [^\W_]+ (?: [-'’–] [^\W_]+ )* )*
    \)? [?.]?
    """,
    re.VERBOSE,
)
_TURNED_BY_TYPOGRAPHY = re.compile(r"\d(?:st|nd|rd|th)|\((?:c|r|tm)\)|[0-9a-f]{40}", re.IGNORECASE)
_MARKS = re.compile("[“”]")
_OWN_MARKS = frozenset('“”"')
_NARROW = "&#x202f;"
# Match: ` } ` and `=` of `a } b=c`, `_` of `_a`, which could begin an emphasis. Near-miss: `a-b.c`, `a_b`.
_NOT_IN_ANCHOR = re.compile(r"[^\w.-]+ | (?<![^\W_])_ | _(?![^\W_])", re.VERBOSE)
_SAFE_IN_ADDRESS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/#")


def inline(text: str) -> str:
    """One line of words for a heading or a link: as it is where nothing in it can act, else encoded.

    >>> inline("Anna al-Arden, 1998"), inline("a_b")
    ('Anna al-Arden, 1998', 'a&#x5f;b')
    """
    line = escape.one_line(text)
    if _PLAIN.fullmatch(line) and not _TURNED_BY_TYPOGRAPHY.search(line):
        return line
    return escape.strict(line)


def link(text: str, target: str, page: str) -> str:
    """A link from `page` to `target`, both paths in docs/; the target may end in an anchor.

    >>> link("Anna Arden", "actors/arden.md", "chronology/index.md")
    '[Anna Arden](../actors/arden.md)'
    """
    return f"[{inline(text)}]({address(target, page)})"


def address(target: str, page: str) -> str:
    """The relative address of `target` (a path in docs/, perhaps with an anchor) as seen from `page`."""
    path, mark, anchor = target.partition("#")
    here, there = page.split("/")[:-1], path.split("/")
    while here and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    relative = "/".join([".."] * len(here) + there)
    return _encoded(relative + mark + anchor)


def _encoded(text: str) -> str:
    return "".join(char if char in _SAFE_IN_ADDRESS else _percent_encoded(char) for char in text)


def _percent_encoded(char: str) -> str:
    """A name on a disk may hold what is no text at all."""
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def heading(level: int, text: str, anchor: str, of_class: str = "") -> str:
    """A heading with an anchor of its own: one made from its words could take a name that a page needs.

    >>> heading(2, "Results", "results", "l1")
    '## Results { #results .l1 }'
    """
    named = (f"#{_NOT_IN_ANCHOR.sub('-', anchor)}", f".{_NOT_IN_ANCHOR.sub('-', of_class)}")
    return f"{'#' * level} {inline(text)} {{ {' '.join(one for one in named if len(one) > 1)} }}"


def folded(line: str) -> str:
    """A first line under which the rest of its block is folded away until a reader opens it."""
    return f"{line}\n{{ .fold }}"


def folded_item(line: str) -> str:
    """An item of a list under which its own list is folded away until a reader opens it."""
    return f"- {line}\n    {{ .fold }}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown already."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def bullets(items: Iterable[str], level: int = 0) -> str:
    """A list; its items are Markdown on one line each."""
    return "\n".join(f"{' ' * 4 * level}- {item}" for item in items)


def deeper(lines: str) -> str:
    """A list as the list of an item above it."""
    return "\n".join(f"    {line}" if line else line for line in lines.split("\n"))


def sections(*parts: str) -> str:
    """Parts of a page with a blank line between them; empty ones do not count."""
    return "\n\n".join(part for part in parts if part)


def cite(refs: Iterable[Ref]) -> str:
    """A run of citations, each passage once: it is counted as one group.

    >>> cite([Ref("a", "0a1b2c3d"), Ref("b", "4e5f6a7b")])
    '[@a#0a1b2c3d] [@b#4e5f6a7b]'
    """
    return " ".join(f"[@{ref}]" for ref in dict.fromkeys(refs))


def cite_most(refs: Iterable[Ref], most: int = MOST_CITED) -> str:
    """The same where very many passages say one thing: the first of them, and how many more there are.

    >>> cite_most([Ref("a", "0a1b2c3d"), Ref("b", "4e5f6a7b"), Ref("c", "1a2b3c4d")], 1)
    '[@a#0a1b2c3d] and 2 more passages'
    """
    every = list(dict.fromkeys(refs))
    if len(every) <= most + 1:
        return cite(every)
    return f"{cite(every[:most])} and {len(every) - most} {_MORE}"


def is_cut(text: str) -> bool:
    """Whether passages may have been left out of a text in this way."""
    return _MORE in text


def words(text: str) -> str:
    """An article's words for a line or a table cell; only marks of ours are quotation marks there.

    >>> words("a “fair” share")
    'a &#x201c;fair&#x201d; share'
    """
    return _MARKS.sub(lambda match: f"&#x{ord(match.group()):x};", escape.cell(text))


def quoted(text: str) -> str:
    """An article's words between quotation marks, for a line or a table cell."""
    line = escape.one_line(text)
    if len(line) > LONGEST:
        line = f"{line[:LONGEST].rpartition(' ')[0]} […]"
    return between_marks(words(line), line)


def between_marks(shown: str, line: str) -> str:
    """The Markdown of some words between quotation marks; `line` is what the article has."""
    line = line.strip()
    # Two marks in a row read as one that is doubled: a narrow space parts ours from the article's.
    before = _NARROW if line[:1] in _OWN_MARKS else ""
    after = _NARROW if line[-1:] in _OWN_MARKS else ""
    return f"“{before}{shown}{after}”"


def beside(first: str, second: str, page: str) -> str:
    """The address of two sources side by side; without the second, a reader chooses it there."""
    chosen = [f"{key}={_encoded(source)}" for key, source in (("a", first), ("b", second)) if source]
    return f"{address(PAIR, page)}?{'&'.join(chosen)}"


def filtered(target: str, page: str, key: str, value: str) -> str:
    """The address of a list as seen from `page`, with what its filter is asked.

    >>> filtered("chronology/index.md", "actors/arden.md", "actor", "arden")
    '../chronology/index.md?actor=arden'
    """
    return f"{address(target, page)}?{key}={_encoded(value)}"
