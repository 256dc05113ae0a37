"""Foundation: citations in, the passages and exact ranges they name out, or why they name none.

Fails closed. Only typography is free (`text.fold`); a digit, a letter, its case, a sign more or less
is a different text, part of a word or of a number is not what the source says (`whole`), and words that
stand in two passages name neither.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from build_scripts.citations.whole import is_whole, joins_alike
from build_scripts.citations.wordings import marked
from build_scripts.models import Citation, Passage
from build_scripts.text import Folded, fold
from build_scripts.text import words as bare_words

# match: "[...]" (an ellipsis is folded to three points)   near-miss: "..."
_GAP = re.compile(r"\s*\[\.\.\.\]\s*")
_CUT = (
    "It has these letters only as part of a longer word, number or sign, or with another dash: cite whole "
    "words, with the sign, the digits and the hyphens that belong to them."
)
LISTED = 4
"""So many passages are named where words stand in several."""


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
    is_ambiguous: bool = False
    """The words stand in more than one passage: enough to find something again, not to cite it."""


@dataclass(frozen=True)
class _Entry:
    """A passage; folded when somebody cites its source by words, which nobody does of most."""

    passage: Passage

    @cached_property
    def folded(self) -> Folded:
        return fold(self.passage.text)


class Resolver:
    """Resolves citations against passages, of which each source's stand in the order of its text.

    Nothing is found in a source that is withdrawn; `withdrawn` tells that from one that there never was.
    """

    def __init__(self, passages: Iterable[Passage], withdrawn: Iterable[str] = ()) -> None:
        self.withdrawn = frozenset(withdrawn)
        self._sources: dict[str, list[_Entry]] = {}
        self._known: dict[tuple[str, str, str], Found | NotFound] = {}
        self._named: dict[tuple[str, str], list[_Entry]] = {}
        for passage in sorted(passages, key=lambda each: (each.source, each.start)):
            entry = _Entry(passage)
            self._sources.setdefault(passage.source, []).append(entry)
            self._named.setdefault((passage.source, passage.id), []).append(entry)

    def resolve(self, citation: Citation) -> Found | NotFound:
        """The passage and ranges (code points of the source's text) of a citation.

        Words stand within one passage, and in no other passage of the source unless the citation names it.
        """
        return self.asked((citation.source, citation.passage, citation.words))

    def asked(self, asked: tuple[str, str, str]) -> Found | NotFound:
        """The same for a citation's source, passage and words."""
        # One citation stands on several pages, each of which is looked at for what it rests on and shows.
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = self._whole(asked) or self._resolved(Citation(*asked))
        return known

    def _whole(self, asked: tuple[str, str, str]) -> Found | None:
        """A passage that is named, without words: nearly all that pages cite."""
        source, passage, words = asked
        among = self._named.get((source, passage)) if passage and not words else None
        if not among or source in self.withdrawn:
            return None
        there = among[0].passage
        return Found(there, ((there.start, there.end),))

    def _resolved(self, citation: Citation) -> Found | NotFound:
        entries = self._sources.get(citation.source)
        if citation.source in self.withdrawn:
            return NotFound(f"source {citation.source} is withdrawn", "Cite another source.")
        if entries is None:
            return NotFound(f'no source has the id "{citation.source}"', self._near_ids(citation.source))
        # By its id: a page of an article cites each of its passages, and may have many thousands.
        among = self._named.get((citation.source, citation.passage)) if citation.passage else entries
        if not among:
            return NotFound(*_no_such_passage(citation, entries))
        if not citation.words:
            passage = among[0].passage
            return Found(passage, ((passage.start, passage.end),))
        words = fold(citation.words)
        there = among if _GAP.search(words.text) else [one for one in among if words.text in one.folded.text]
        found = [(entry, spans) for entry in there if (spans := _places(words, citation.words, entry))]
        if len(found) > 1:
            return _ambiguous(citation, [entry.passage for entry, _ in found])
        if found:
            entry, spans = found[0]
            begin = entry.passage.start
            return Found(entry.passage, tuple((begin + start, begin + end) for start, end in spans))
        what = f'source {citation.source} does not say "{citation.words}"'
        if citation.passage:
            what = f'passage {citation.source}#{citation.passage} does not say "{citation.words}"'
        return NotFound(what, _mend(words, citation.words, among, entries))

    def _near_ids(self, wanted: str) -> str:
        near = get_close_matches(wanted, list(self._sources), n=5, cutoff=0.0)
        return f"The sources are called {', '.join(sorted(near))}." if near else "There are no sources yet."


def _ambiguous(citation: Citation, passages: list[Passage]) -> NotFound:
    what = f'source {citation.source} says "{citation.words}" in {len(passages)} passages'
    told = ", ".join(f"[@{one.source}#{one.id}] (sentence {one.number})" for one in passages[:LISTED])
    mend = f"Cite more of the words around them, or name the passage: {told}."
    return NotFound(what, mend, is_ambiguous=True)


def _places(words: Folded, typed: str, entry: _Entry) -> tuple[tuple[int, int], ...]:
    """Ranges of the words in the text of a passage; none if any part of them is missing."""
    there = entry.folded
    whole = _place(words, typed, (0, len(words.text)), entry, 0)
    if whole is not None:
        return (there.original(*whole),)
    parts = _parts(words.text)
    if len(parts) < 2:
        return ()
    spans: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        place = _place(words, typed, part, entry, at)
        if place is None:
            return ()
        spans.append(there.original(*place))
        at = place[1]
    return tuple(spans)


def _parts(words: str) -> list[tuple[int, int]]:
    """Ranges of what stands between the gaps."""
    starts = [0, *(gap.end() for gap in _GAP.finditer(words))]
    ends = [*(gap.start() for gap in _GAP.finditer(words)), len(words)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _place(
    words: Folded, typed: str, part: tuple[int, int], entry: _Entry, at: int
) -> tuple[int, int] | None:
    """Where one part of the words stands whole in a passage, from `at` on, with the same joins."""
    text, said = entry.folded.text, entry.passage.text
    wanted = words.text[part[0] : part[1]]
    if not wanted:
        return None
    start = text.find(wanted, at)
    while start >= 0:
        end = start + len(wanted)
        if is_whole(entry.folded, said, start, end) and joins_alike(
            (typed, words.offsets[part[0] : part[1]]), (said, entry.folded.offsets[start:end])
        ):
            return start, end
        start = text.find(wanted, start + 1)
    return None


def _no_such_passage(citation: Citation, entries: list[_Entry]) -> tuple[str, str]:
    what = f"source {citation.source} has no passage {citation.passage}"
    mend = "A passage's id changes with its words: look it up on the source's page."
    if citation.words:
        words = fold(citation.words)
        having = [entry.passage.id for entry in entries if _places(words, citation.words, entry)]
        if having:
            mend = f"The words stand in passage {having[0]}: [@{citation.source}#{having[0]}]."
    return what, mend


def _mend(words: Folded, typed: str, among: list[_Entry], entries: list[_Entry]) -> str:
    having = next((entry.passage for entry in entries if _places(words, typed, entry)), None)
    if having:
        return f"They stand in passage {having.id}: [@{having.source}#{having.id}]."
    if any(words.text in entry.folded.text for entry in entries):
        return _CUT
    together = " ".join(entry.folded.text for entry in entries)
    if _GAP.search(words.text) is None and words.text in together:
        return "They run over more than one sentence: cite each sentence by itself."
    nearest = _nearest(words.text, among)
    if nearest is None:
        return "No sentence of it has these words: cite exactly what it says."
    cited, said = marked(words.text, nearest.folded.text)
    if "»" not in cited + said:
        return _CUT
    where = f"sentence {nearest.passage.number}, [@{nearest.passage.source}#{nearest.passage.id}]"
    return f"The nearest words there are: {said} ({where})\n    The citation has: {cited}"


def _nearest(words: str, among: list[_Entry]) -> _Entry | None:
    """The passage that shares the most words; the shorter, then the earlier, of equals."""
    wanted = Counter(word.lower() for word in bare_words(words))
    ranks = []
    for order, entry in enumerate(among):
        there = [word.lower() for word in bare_words(entry.folded.text)]
        ranks.append(((wanted & Counter(there)).total(), -len(there), -order))
    shared, _, order = max(ranks)
    return among[-order] if shared else None
