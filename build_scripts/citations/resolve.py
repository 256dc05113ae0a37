"""Foundation: citations in, the passages and exact ranges they name out, or why they name none.

Fails closed. Only typography is free (`text.fold`); a digit, a letter, its case, a sign more or less
is a different text, and part of a word or of a number is not what the source says.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from build_scripts.citations.wordings import marked
from build_scripts.models import Citation, Passage
from build_scripts.text import Folded, fold
from build_scripts.text import words as bare_words

# match: "[...]" (an ellipsis is folded to three points)   near-miss: "..."
_GAP = re.compile(r"\s*\[\.\.\.\]\s*")
_NUMBER_GOES_ON = re.compile(r"[.,:/]?[0-9]|\s?[%‰]")
_NUMBER_BEGAN = re.compile(r"(?:[0-9][.,:/]?|(?:^|[\s(])-)$")
# match: "didn" before "'t"   near-miss: "Arden" before "'s" (the name stands in full)
_WORD_GOES_ON = re.compile(r"'(?!s(?![^\W_]))[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Found:
    """The passage that a citation names, and the ranges of its words in the source's text."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """What a citation names and no source has; `mend` shows the nearest passage."""

    what: str
    mend: str


@dataclass(frozen=True, slots=True)
class _Entry:
    passage: Passage
    folded: Folded


class Resolver:
    """Resolves citations against passages, of which each source's stand in the order of its text."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._sources: dict[str, list[_Entry]] = {}
        for passage in sorted(passages, key=lambda each: (each.source, each.start)):
            self._sources.setdefault(passage.source, []).append(_Entry(passage, fold(passage.text)))

    def resolve(self, citation: Citation) -> Found | NotFound:
        """The passage and ranges (code points of the source's text) of a citation.

        Words are looked for within one passage; the first that has them counts.
        """
        entries = self._sources.get(citation.source)
        if entries is None:
            return NotFound(f'no source has the id "{citation.source}"', self._near_ids(citation.source))
        among = [entry for entry in entries if citation.passage in ("", entry.passage.id)]
        if not among:
            return NotFound(*_no_such_passage(citation, entries))
        if not citation.words:
            passage = among[0].passage
            return Found(passage, ((passage.start, passage.end),))
        words = fold(citation.words).text
        for entry in among:
            if spans := _places(words, entry.folded):
                begin = entry.passage.start
                return Found(entry.passage, tuple((begin + start, begin + end) for start, end in spans))
        what = f'source {citation.source} does not say "{citation.words}"'
        if citation.passage:
            what = f'passage {citation.source}#{citation.passage} does not say "{citation.words}"'
        return NotFound(what, _mend(words, among, entries))

    def _near_ids(self, wanted: str) -> str:
        near = get_close_matches(wanted, list(self._sources), n=5, cutoff=0.0)
        return f"The sources are called {', '.join(sorted(near))}." if near else "There are no sources yet."


def _places(words: str, folded: Folded) -> tuple[tuple[int, int], ...]:
    """Ranges of the words in the original of a folded text; none if any part of them is missing."""
    whole = _place(words, folded.text, 0)
    if whole is not None:
        return (folded.original(*whole),)
    parts = [part for part in _GAP.split(words) if part]
    if len(parts) < 2:
        return ()
    spans: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        place = _place(part, folded.text, at)
        if place is None:
            return ()
        spans.append(folded.original(*place))
        at = place[1]
    return tuple(spans)


def _place(words: str, text: str, at: int) -> tuple[int, int] | None:
    start = text.find(words, at)
    while start >= 0:
        end = start + len(words)
        if _is_whole(text, start, end):
            return start, end
        start = text.find(words, start + 1)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """No word or number is cut: "10,00" is not in "10,000", nor "did" in "didn't", nor "5" in "-5".

    >>> _is_whole("over 10,000 men", 5, 7), _is_whole("over 10,000 men", 5, 11)
    (False, True)
    """
    first, last = text[start], text[end - 1]
    if end < len(text):
        if unicodedata.combining(text[end]) or (_is_letter(last) and _is_letter(text[end])):
            return False
        if last.isalpha() and _WORD_GOES_ON.match(text, end):
            return False
        if last.isdigit() and _NUMBER_GOES_ON.match(text, end):
            return False
    if start:
        if unicodedata.combining(first) or (_is_letter(first) and _is_letter(text[start - 1])):
            return False
        if first.isdigit() and _NUMBER_BEGAN.search(text, max(0, start - 2), start):
            return False
    return True


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _no_such_passage(citation: Citation, entries: list[_Entry]) -> tuple[str, str]:
    what = f"source {citation.source} has no passage {citation.passage}"
    mend = "A passage's id changes with its words: look it up on the source's page."
    if citation.words:
        words = fold(citation.words).text
        having = [entry.passage.id for entry in entries if _places(words, entry.folded)]
        if having:
            mend = f"The words stand in passage {having[0]}: [@{citation.source}#{having[0]}]."
    return what, mend


def _mend(words: str, among: list[_Entry], entries: list[_Entry]) -> str:
    if any(_places(words, entry.folded) for entry in entries):
        having = next(entry.passage for entry in entries if _places(words, entry.folded))
        return f"They stand in passage {having.id}: [@{having.source}#{having.id}]."
    together = " ".join(entry.folded.text for entry in entries)
    if _GAP.search(words) is None and _place(words, together, 0):
        return "They run over more than one sentence: cite each sentence by itself."
    nearest = _nearest(words, among)
    if nearest is None:
        return "No sentence of it has these words: cite exactly what it says."
    cited, said = marked(words, nearest.folded.text)
    where = f"sentence {nearest.passage.number}, [@{nearest.passage.source}#{nearest.passage.id}]"
    return f"The nearest words there are: {said} ({where})\n    The citation has: {cited}"


def _nearest(words: str, among: list[_Entry]) -> _Entry | None:
    """The passage that shares the most words; the shorter, then the earlier, of equals."""
    wanted = Counter(word.lower() for word in bare_words(words))
    best: tuple[int, int, int] = (0, 0, 0)
    found: _Entry | None = None
    for order, entry in enumerate(among):
        there = [word.lower() for word in bare_words(entry.folded.text)]
        rank = ((wanted & Counter(there)).total(), -len(there), -order)
        if rank[0] and (found is None or rank > best):
            best, found = rank, entry
    return found
