"""Compare: two passages that say the same in, which words of one stand for which of the other out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from struct import Struct

from build_scripts.compare.tokens import Token, tokens
from build_scripts.models import Match, Passage, Ref
from build_scripts.text import QUOTES

_LONGEST = 300
"""Words compared of each passage: a sentence that never ends must not cost the square of its length."""
_CODE = Struct("<5H")
_TAGS = ("equal", "replace", "delete", "insert")


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the left passage that the right one replaces; either side may be empty."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two aligned passages, their words, and how the words of one become those of the other."""

    left: Passage
    right: Passage
    match: Match
    _told: list[bytes] = field(default_factory=list, repr=False, compare=False)
    """Its codes, once they were asked for: a tenth of the room that tuples take."""

    @property
    def codes(self) -> list[tuple[str, int, int, int, int]]:
        """As `difflib` gives them: tag, and ranges of words on the left and on the right.

        Stems are compared, so that an ending is no difference. Every comparator asks, but of few pairs.
        """
        if not self._told:
            found = opcodes(self.left.text, self.right.text)
            self._told.append(b"".join(_CODE.pack(_TAGS.index(tag), *ends) for tag, *ends in found))
        return [(_TAGS[tag], i1, i2, j1, j2) for tag, i1, i2, j1, j2 in _CODE.iter_unpack(self._told[0])]

    @property
    def left_words(self) -> tuple[Token, ...]:
        """Not kept: a passage stands in many pairs, and its words take more than all the rest of them."""
        return tokens(self.left.text, self.left.start)[:_LONGEST]

    @property
    def right_words(self) -> tuple[Token, ...]:
        return tokens(self.right.text, self.right.start)[:_LONGEST]

    @property
    def refs(self) -> tuple[Ref, Ref]:
        """Both passages."""
        return self.left.ref, self.right.ref

    def changes(self) -> Iterator[Change]:
        """What is replaced, left out or added, in the order of the left passage."""
        ours, theirs = self.left_words, self.right_words
        for tag, i1, i2, j1, j2 in self.codes:
            if tag != "equal":
                yield Change(ours[i1:i2], theirs[j1:j2])

    def facing(self, start: int, end: int, *, from_left: bool = True) -> tuple[int, int] | None:
        """Bounds of the words that stand for `start:end` of the other passage; None if none do."""
        ours, theirs = self.left_words, self.right_words
        codes = self.codes
        if not from_left:
            ours, theirs = theirs, ours
            codes = [(tag, j1, j2, i1, i2) for tag, i1, i2, j1, j2 in codes]
        inside = [at for at, word in enumerate(ours) if word.start < end and word.end > start]
        if not inside:
            return None
        first, last = inside[0], inside[-1] + 1
        found: list[int] = []
        for tag, i1, i2, j1, j2 in codes:
            low, high = max(i1, first), min(i2, last)
            if low >= high or j1 == j2:
                continue
            found += range(j1 + low - i1, j1 + high - i1) if tag == "equal" else range(j1, j2)
        return (theirs[found[0]].start, theirs[found[-1]].end) if found else None

    def are_facing(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether words of the left passage stand where words of the right one stand."""
        there = self.facing(*left)
        return there is not None and there[0] < right[1] and right[0] < there[1]


@lru_cache(maxsize=1 << 14)
def opcodes(left: str, right: str) -> tuple[tuple[str, int, int, int, int], ...]:
    """How the words of one text become those of another: once for all passages that have these texts."""
    ours, theirs = ([word.stem for word in tokens(text)[:_LONGEST]] for text in (left, right))
    return tuple(SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes())


def with_whole_quotes(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Bounds widened by a quotation mark, and what stands before it, where one of a pair is cut off.

    In `"old allies."`, the words `old allies` come back as they are, `"old allies` with the last mark.
    """
    begin, text = passage.start, passage.text
    words = text[start - begin : end - begin]
    if sum(words.count(mark) for mark in QUOTES) % 2 == 0:
        return start, end
    if start > begin and text[start - begin - 1] in QUOTES:
        return start - 1, end
    after = text[end - begin : end - begin + 4]
    for at, char in enumerate(after):
        if char in QUOTES:
            return start, end + at + 1
        if char.isalnum():
            break
    return start, end
