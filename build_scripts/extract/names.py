"""Extract: how names are compared: words with their places, and an index of names, longest first.

Capitals: a name's words match as written, in capitals throughout, and, but for the first, also with
small letters ("Road committee" for "Road Committee"); a word of capitals only ("US") matches itself alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from build_scripts.extract.records import record
from build_scripts.models import How
from build_scripts.text import APOSTROPHES, DASHES, QUOTES, SPACES, fold

_TOKEN = re.compile(r"[^\W_]+")
_FAST = str.maketrans(
    {
        **dict.fromkeys(QUOTES, '"'),
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(SPACES, " "),
    }
)
"""Folding that keeps every offset; enough for all but decomposed letters."""


@lru_cache(maxsize=4096)
def straight(text: str) -> str:
    """The text with straight marks and plain hyphens and spaces, every offset kept.

    >>> straight("“yes – no”")
    '"yes - no"'
    """
    return with_wire_marks(text, ' "', '" ').translate(_FAST)


def with_wire_marks(text: str, opening: str, closing: str) -> str:
    """The text with marks of two characters for the ``marks'' of old wires, where it has them.

    >>> with_wire_marks("``Yes,'' he said.", ' "', '" ')
    ' "Yes,"  he said.'
    """
    return text.replace("``", opening).replace("''", closing) if "``" in text else text


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: folded, in lower case, and their bounds in the original."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    gaps: tuple[str, ...]
    """What stands before each word: after the previous one, or after the beginning."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]
    """Indices of the words that begin with a capital letter."""

    def gap_after(self, index: int) -> str:
        """What stands between this word and the next."""
        return self.gaps[index + 1] if index + 1 < len(self.words) else "\n"


@lru_cache(maxsize=4096)
def split_words(text: str) -> Words:
    """The words of a text, typography folded.

    >>> split_words("Arden’s al–Brook").words
    ('Arden', 's', 'al', 'Brook')
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        flat = straight(text)
        bounds = [match.span() for match in _TOKEN.finditer(flat)]
        originals = bounds
    else:
        folded = fold(text)
        flat = folded.text
        bounds = [match.span() for match in _TOKEN.finditer(flat)]
        originals = [folded.original(start, end) for start, end in bounds]
    words = tuple([flat[start:end] for start, end in bounds])
    behind = [0, *[end for _, end in bounds]]
    gaps = [flat[last:start] for last, (start, _) in zip(behind, bounds, strict=False)]
    return Words(
        text=text,
        words=words,
        lower=tuple([word.lower() for word in words]),
        gaps=tuple(gaps),
        starts=tuple([start for start, _ in originals]),
        ends=tuple([end for _, end in originals]),
        capitals=tuple([at for at, word in enumerate(words) if word[0].isupper()]),
    )


_DEFINITE = ("the",)
"""Before a name that is written small within a sentence: "the central government"."""


@record
class Name:
    """One name of an actor (or of a side: `actor` empty), ready to be compared."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    gaps: tuple[str, ...]
    """Between the words; one fewer than words."""
    actor: str
    side: str
    how: How
    dotted: bool = False
    """Ends with a full stop of its own: "R.U.F."."""


def name_of(text: str, actor: str, side: str, how: How) -> Name | None:
    """A name ready to be compared; None where the text has no word."""
    split = split_words(text)
    if not split.words:
        return None
    gaps = tuple(_joint(gap) for gap in split.gaps[1:])
    return Name(split.words, split.lower, gaps, actor, side, how, text.endswith("."))


@dataclass(slots=True)
class NameIndex:
    """Names by their first word; the longest that fits wins."""

    names: dict[str, list[Name]] = field(default_factory=dict)
    rivals: frozenset[str] = frozenset()
    """Words with which no name of it may end, in lower case."""

    @classmethod
    def of(cls, names: Iterable[Name | None]) -> NameIndex:
        index: dict[str, list[Name]] = {}
        for name in names:
            if name is not None:
                index.setdefault(name.lower[0], []).append(name)
        for same_start in index.values():
            same_start.sort(key=lambda name: (-len(name.words), name.how is How.DESCRIPTION, name.actor))
        return cls(index)

    def at(self, words: Words, index: int) -> Iterable[Name]:
        """The names that stand at this word, longest first."""
        for name in self.names.get(words.lower[index], ()):
            if name.lower[-1] not in self.rivals and _stands_at(name, words, index):
                yield name

    def without(self, rivals: frozenset[str]) -> NameIndex:
        """The same names, but for those that end with one of these words."""
        return NameIndex(self.names, rivals)


def _stands_at(name: Name, words: Words, index: int) -> bool:
    end = index + len(name.words)
    if end > len(words.words) or words.lower[index:end] != name.lower:
        return False
    if any(_joint(words.gaps[at]) != name.gaps[at - index - 1] for at in range(index + 1, end)):
        return False
    if words.words[index:end] == name.words:
        return True
    several = len(name.words) > 1
    if several and words.words[index].islower() and index and words.lower[index - 1] in _DEFINITE:
        return _is_small(name) and words.words[index:end] == name.lower
    return all(
        _same_case(name.words[at], words.words[index + at], first=at == 0, several=several)
        for at in range(len(name.words))
    )


def _is_small(name: Name) -> bool:
    """Whether only its beginning gives the name a capital: "Central government", not "Central Bank"."""
    return name.words[0].istitle() and all(word.islower() for word in name.words[1:])


def _same_case(name: str, word: str, first: bool, several: bool) -> bool:
    """Whether a word of the text can be this word of a name, the letters being the same but for case."""
    if name == word:
        return True
    if name.isupper() and len(name) > 1:
        return False
    if name[0].islower():
        return word == name.capitalize() or word.isupper()
    if word.isupper() and len(word) > 2:
        return True
    return several and not first and word.islower()


def _joint(gap: str) -> str:
    """What joins two words of a name: a hyphen, a space and the full stop of an initial are the same."""
    return " ".join(gap.replace("-", " ").replace(".", " ").split())
