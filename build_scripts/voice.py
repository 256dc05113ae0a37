"""Foundation: what people wrote in; words that our own voice must not use, and uncited quotations, out.

The site's voice is neutral and attributes: a loaded word is always somebody's, so it stands between
quotation marks, and behind them the citation that says whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.citations import find_citations
from build_scripts.citations.prose import code_spans, prose

# Match: `“one two”`, `"one"`, `«one»`, `‘one’`. Near-miss: `one's`, `5"`.
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|‘[^‘’]*’|(?<!\w)\"[^\"]*\"")
# Where a link leads is not said. Match: `](page.md#one)`. Near-miss: `] (one)`.
_TARGET = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<https?://[^>\s]*>")


@dataclass(frozen=True, slots=True)
class _Said:
    """One stretch of prose: without code, citations and addresses; its quotations that nothing follows."""

    start: int
    own: str
    """As long as the stretch; what is not in our voice is blank."""
    uncited: tuple[tuple[int, str], ...]


def loaded_words(text: str, loaded: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Words of `loaded` outside quotations that have a citation, with the line (1-based) of each.

    >>> loaded_words('The regime, a “regime” [@000 "regime"].', ("regime",))
    ((1, 'regime'),)
    """
    pattern = _any_of(loaded)
    if pattern is None:
        return ()
    ends = _line_ends(text)
    return tuple(
        (bisect_left(ends, said.start + match.start()) + 1, match.group())
        for said in _stretches(text)
        for match in pattern.finditer(said.own)
    )


def loaded_in_line(text: str, loaded: tuple[str, ...], names: Iterable[str] = ()) -> tuple[str, ...]:
    """Words of `loaded` in a title or another line that has no place for a citation.

    Between quotation marks they are somebody's, and in a name they are what its bearer is called.

    >>> loaded_in_line("Who calls whom a “regime”, and the regime", ("regime",))
    ('regime',)
    """
    pattern = _any_of(loaded)
    if pattern is None or not pattern.search(text):
        return ()
    said = _blanked(text, [match.span() for match in _QUOTED.finditer(text)])
    for name in names:
        said = said.replace(name, " " * len(name)) if name else said
    return tuple(match.group() for match in pattern.finditer(said))


def uncited_quotations(text: str) -> tuple[tuple[int, str], ...]:
    """Quotations of two words or more that no citation follows in their paragraph, with their lines.

    >>> uncited_quotations("They spoke of “open talks”.")
    ((1, '“open talks”'),)
    """
    ends = _line_ends(text)
    return tuple(
        (bisect_left(ends, said.start + at) + 1, words)
        for said in _stretches(text)
        for at, words in said.uncited
        if len(words.split()) > 1
    )


def _stretches(text: str) -> Iterator[_Said]:
    citations = [(citation.start, citation.end) for citation in find_citations(text)[0]]
    for stretch in prose(text):
        start, end = stretch.start, stretch.end
        cited = citations[bisect_left(citations, (start, start)) : bisect_left(citations, (end, end))]
        unsaid = [*cited, *code_spans(text, start, end)]
        unsaid += [match.span() for match in _TARGET.finditer(text, start, end)]
        said = _blanked(text[start:end], [(first - start, last - start) for first, last in unsaid])
        last_citation = max((first for first, _ in cited), default=start) - start
        quoted = list(_QUOTED.finditer(said))
        own = _blanked(said, [match.span() for match in quoted if match.start() < last_citation])
        uncited = ((match.start(), match.group()) for match in quoted if match.start() >= last_citation)
        yield _Said(start, own, tuple(uncited))


def _blanked(text: str, ranges: list[tuple[int, int]]) -> str:
    parts = []
    at = 0
    for start, end in sorted(ranges):
        parts += [text[at:start], " " * (end - max(start, at))]
        at = max(at, end)
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=8)
def _any_of(loaded: tuple[str, ...]) -> re.Pattern[str] | None:
    """Whole words, whatever their case. Match: `Regime's`. Near-miss: `regimen`."""
    words = [r"\s+".join(map(re.escape, words.split())) for words in loaded if words.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE) if words else None


def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]
