"""Foundation: texts of withdrawn articles in; where a page still has their words, known by marks alone, out.

What is kept of such a text is a mark of every five words that no other article has: enough to know them
again, and no text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from build_scripts.citations import find_citations
from build_scripts.models import Citation

FILE = ".withdrawn.json"
"""In docs/data/; hidden, so that no engine publishes it."""
NOTICE = "[withdrawn]"
FEWEST = 5
"""Words that are somebody's own; fewer are anybody's."""

_WORD = re.compile(r"[^\W_]+")
# Words do not follow one another over these. Match: empty line, `|`, `](page.md)`. Near-miss: a line end.
_APART = re.compile(r"\n[ \t>]*\n|\||\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<!--|-->")
# Words between marks of other styles than “…” and "…", which are drawn as quotations.
# Match: `«a»`, `‹a›`, `„a“`, `‘a’`, `'a b'`. Near-miss: `it's A. Arden's`.
_QUOTED = re.compile(r"«[^«»]*»|‹[^‹›]*›|„[^„“”]*[“”]|(?<!\w)‘[^‘]*?’(?!\w)|(?<!\w)'[^'\n]*'(?!\w)")


@dataclass(frozen=True, slots=True)
class _Window:
    start: int
    end: int
    mark: str


def marks_of(withdrawn: Iterable[str], live: Iterable[str]) -> tuple[str, ...]:
    """Marks of every five words that stand in withdrawn texts and in no live one, sorted."""
    gone = {window.mark for text in withdrawn for window in _windows(text, 0, len(text))}
    for text in live if gone else ():
        gone -= {window.mark for window in _windows(text, 0, len(text))}
    return tuple(sorted(gone))


def as_text(marks: Iterable[str]) -> str:
    """The marks as JSON, for whoever builds the site."""
    return json.dumps([*marks], indent=0) + "\n"


def from_text(text: str) -> frozenset[str]:
    """The marks that `as_text` wrote."""
    return frozenset(json.loads(text))


def still_said(text: str, marks: Collection[str]) -> tuple[tuple[int, int], ...]:
    """Ranges of a page with five words or more in a row of a withdrawn article; not citations.

    >>> marks = marks_of(["The weir belongs to whoever mends it"], ["belongs to whoever mends it"])
    >>> still_said("He said the weir *belongs* to whoever mends it.", marks)
    ((8, 43),)
    """
    if not marks:
        return ()
    found: list[tuple[int, int]] = []
    at = 0
    for citation in [*find_citations(text)[0], None]:
        end = citation.start if citation else len(text)
        for window in _windows(text, at, end):
            if window.mark not in marks:
                continue
            if found and window.start <= found[-1][1]:
                found[-1] = (found[-1][0], window.end)
            else:
                found.append((window.start, window.end))
        at = citation.end if citation else end
    return tuple(found)


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


def _runs(text: str, citations: Iterable[Citation]) -> list[list[Citation]]:
    runs: list[list[Citation]] = []
    for citation in citations:
        if runs and not text[runs[-1][-1].end : citation.start].strip():
            runs[-1].append(citation)
        else:
            runs.append([citation])
    return runs


def _windows(text: str, start: int, end: int) -> Iterator[_Window]:
    for first, last in _stretches(text, start, end):
        words = [match.span() for match in _WORD.finditer(text, first, last)]
        plain = [text[begin:stop].casefold() for begin, stop in words]
        for at in range(len(words) - FEWEST + 1):
            mark = hashlib.sha256(" ".join(plain[at : at + FEWEST]).encode()).hexdigest()[:16]
            yield _Window(words[at][0], words[at + FEWEST - 1][1], mark)


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _APART.finditer(text, start, end):
        yield at, match.start()
        at = match.end()
    yield at, end
