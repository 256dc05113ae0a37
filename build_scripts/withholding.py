"""Foundation: texts of withdrawn articles in; where a page still has their words, known by marks alone, out.

What is kept of such a text is a mark of every five words that no other article has, and for quotations of
fewer words a mark of every two, three and four: enough to know them again, and no text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_scripts.citations import find_citations
from build_scripts.models import Citation

FILE = ".withdrawn.json"
"""In docs/data/; hidden, so that no engine publishes it."""
NOTICE = "[withdrawn]"
FEWEST = 5
"""Words that are somebody's own; fewer are anybody's, unless they are given as a quotation."""
FEWEST_QUOTED = 2
"""One word is a word of the language, whoever used it."""
KEPT = frozenset({"id", "formerly", "merge_into", "participants", "member_of"})
"""Keys of front matter that hold ids."""

_WORD = re.compile(r"[^\W_]+")
# Words do not follow one another over these. Match: empty line, `|`, `](page.md)`. Near-miss: a line end.
_APART = re.compile(r"\n[ \t>]*\n|\||\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<!--|-->")
# Words between marks of other styles than “…” and "…", which are drawn as quotations.
# Match: `«a»`, `‹a›`, `„a“`, `‘a’`, `'a b'`. Near-miss: `it's A. Arden's`.
_QUOTED = re.compile(r"«[^«»]*»|‹[^‹›]*›|„[^„“”]*[“”]|(?<!\w)‘[^‘]*?’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")
# Words that somebody is said to have used, in marks of any style. Match: `“a b”`, `"a b"`. Near-miss: `it's`.
_GIVEN_AS_QUOTED = re.compile(rf'“[^“”]*”|"[^"\n]*"|{_QUOTED.pattern}')


@dataclass(frozen=True, slots=True)
class _Window:
    start: int
    end: int
    mark: str


def marks_of(withdrawn: Iterable[str], live: Iterable[str]) -> tuple[str, ...]:
    """Marks of every two to five words that stand in withdrawn texts and in no live one, sorted.

    What is live are the other articles, and what the briefing says without them: names, its guide.
    """
    gone = {mark for text in withdrawn for mark in _all_marks(text)}
    for text in live if gone else ():
        gone.difference_update(_all_marks(text))
    return tuple(sorted(gone))


def as_text(marks: Iterable[str]) -> str:
    """The marks as JSON, for whoever builds the site."""
    return json.dumps([*marks], indent=0) + "\n"


def from_text(text: str) -> frozenset[str]:
    """The marks that `as_text` wrote."""
    return frozenset(json.loads(text))


def still_said(text: str, marks: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Ranges of a page with five words or more in a row of a withdrawn article, or two to four that are given
    as a quotation; not citations, and sorted.

    >>> marks = marks_of(["The weir belongs to whoever mends it"], ["belongs to whoever mends it"])
    >>> still_said("He said the weir *belongs* to whoever mends it.", marks)
    ((8, 43),)
    >>> still_said("Here the weir, there “the weir”, and “belongs to”.", marks)
    ((22, 30),)
    """
    if not marks:
        return ()
    found: list[tuple[int, int]] = []
    at = 0
    for citation in [*find_citations(text)[0], None]:
        end = citation.start if citation else len(text)
        found += [(one.start, one.end) for one in _windows(text, at, end) if one.mark in marks]
        found += _short_quotations(text, at, end, marks)
        at = citation.end if citation else end
    return tuple(_joined(found))


def cleaned(value: object, marks: Collection[str]) -> object:
    """A value of front matter with a notice in the place of words of withdrawn articles; ids and citations
    stay as they are.

    >>> marks = marks_of(["It belongs to whoever mends it"], ())
    >>> cleaned({"id": "whoever-mends-it", "why": ["Said: “whoever mends it”"]}, marks)
    {'id': 'whoever-mends-it', 'why': ['Said: “[withdrawn]”']}
    """
    if isinstance(value, str):
        return without(value, still_said(value, marks))
    if isinstance(value, Mapping):
        return {key: one if key in KEPT else cleaned(one, marks) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(cleaned(one, marks) for one in value)
    return value


def is_free_of(text: str, withdrawn: Collection[str], marks: Collection[str]) -> bool:
    """Nothing of a withdrawn article stands in the text of a page, in no citation of it either."""
    return not still_said(text, marks) and all(one.source not in withdrawn for one in find_citations(text)[0])


def quoted_otherwise(text: str, withdrawn: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Quotations in «…» or ‘…’ whose citations, behind them in the paragraph, all name withdrawn sources.

    >>> quoted_otherwise("A «b» [@013 \\"b\\"], ‘c’ [@010 \\"c\\"].", {"013"})
    ((2, 5),)
    """
    found: list[tuple[int, int]] = []
    at = 0
    for run in _runs(text, find_citations(text)[0]):
        start = max(at, text.rfind("\n\n", at, run[0].start))
        if all(one.source in withdrawn for one in run):
            found += [match.span() for match in _QUOTED.finditer(text, start, run[0].start)]
        at = run[-1].end
    return tuple(found)


def without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    """The text with a notice in the place of each range; ranges may overlap."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(ranges):
        if start >= at:
            parts += [text[at:start], NOTICE]
        at = max(at, end)
    return "".join([*parts, text[at:]])


def _joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _runs(text: str, citations: Iterable[Citation]) -> list[list[Citation]]:
    runs: list[list[Citation]] = []
    for citation in citations:
        if runs and not text[runs[-1][-1].end : citation.start].strip():
            runs[-1].append(citation)
        else:
            runs.append([citation])
    return runs


def _all_marks(text: str) -> Iterator[str]:
    for count in range(FEWEST_QUOTED, FEWEST + 1):
        yield from (window.mark for window in _windows(text, 0, len(text), count))


def _short_quotations(text: str, start: int, end: int, marks: Collection[str]) -> Iterator[tuple[int, int]]:
    """The words between quotation marks that are too few to be known without them."""
    for quoted in _GIVEN_AS_QUOTED.finditer(text, start, end):
        first, last = quoted.start() + 1, quoted.end() - 1
        count = sum(1 for _ in _WORD.finditer(text, first, last))
        if FEWEST_QUOTED <= count < FEWEST:
            for window in _windows(text, first, last, count):
                if window.mark in marks:
                    yield window.start, window.end


def _windows(text: str, start: int, end: int, count: int = FEWEST) -> Iterator[_Window]:
    for first, last in _stretches(text, start, end):
        words = [match.span() for match in _WORD.finditer(text, first, last)]
        plain = [text[begin:stop].casefold() for begin, stop in words]
        for at in range(len(words) - count + 1):
            mark = hashlib.sha256(" ".join(plain[at : at + count]).encode()).hexdigest()[:16]
            yield _Window(words[at][0], words[at + count - 1][1], mark)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _APART.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end
