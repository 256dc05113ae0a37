"""Extract: the end of a number in a folded text in; the noun phrase behind it, which it counts, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.numbers import number_words
from build_scripts.extract.word_lists import word_lists
from build_scripts.models import Lexicon

LONGEST_COUNTED = 4
"""Words of a noun phrase behind a number."""

_WORD = re.compile(r"\s(?:of\s)?(?:the\s)?([^\W\d_][\w'-]*)")
_AND_ONE = re.compile(r"\sand\s([a-z][\w-]*)\b")  # "and soldiers"; not "and Brook"
_AND_TWO = re.compile(r"\sand\s([a-z][\w-]*\s[a-z][\w-]*)\b")  # "and military personnel"
# "3,000 of our people", "four of them women": what is counted stands behind it.
OF_OWN = re.compile(r"\sof\s(?:our|your|my|them|us|you)\b")
_OWNING = re.compile(r"'s?\s\d")


@dataclass(frozen=True, slots=True, eq=False)
class CountedNouns:
    """What the lexicon says of words behind a number, in lower case."""

    stops: frozenset[str]
    """Words that are no part of what is counted."""
    people: frozenset[str]
    """Nouns that are plural as they stand: "people"."""
    quantities: frozenset[str]
    """All words of numbers."""

    def phrase(self, text: str, at: int) -> tuple[str, int]:
        """The noun phrase behind a number, without "of", and where it ends; empty if there is none."""
        own = OF_OWN.match(text, at)
        begin = end = at = own.end() if own else at
        kept: list[str] = []
        while len(kept) < LONGEST_COUNTED:
            match = _WORD.match(text, end)
            if match is None or self._ends_phrase(match, kept):
                break
            if not kept:
                begin = match.start(1)
            kept.append(match.group(1))
            end = match.end()
        while kept and kept[-1].endswith("ed"):  # a verb, where no noun follows
            end -= len(kept.pop()) + 1
        if not kept or _OWNING.match(text, end):
            return "", at  # "200 of the movement's 1,400 fighters"
        if self.is_plural(kept[-1]):
            end = self._another_kind(text, end)
        end -= len("'s") if text[:end].endswith("'s") else 0
        return text[begin:end], end

    def _ends_phrase(self, match: re.Match[str], kept: list[str]) -> bool:
        word = match.group(1)
        lower = word.lower()
        joined = match.group()[: match.start(1) - match.start()]
        if kept and "of" in joined.split():
            return True
        if "the" in joined.split() and "of" not in joined.split():
            return True
        if lower in self.stops or lower in self.quantities:
            return True
        if not kept:
            return False
        return lower.endswith(("ed", "ly")) or (lower.endswith("ing") and self.is_plural(kept[-1]))

    def _another_kind(self, text: str, end: int) -> int:
        """Where the phrase ends that "and" adds: "and soldiers", "and military personnel"."""
        for pattern in (_AND_ONE, _AND_TWO):
            match = pattern.match(text, end)
            if match and self._is_noun(match.group(1)):
                return match.end()
        return end

    def _is_noun(self, phrase: str) -> bool:
        parts = phrase.lower().split()
        return self.is_plural(parts[-1]) and not any(
            part.endswith("ing") or part in self.stops or part in self.quantities for part in parts
        )

    def is_plural(self, word: str) -> bool:
        lower = word.lower()
        return (lower.endswith("s") and not lower.endswith("ss")) or lower in self.people


@lru_cache(maxsize=16)
def counted_nouns(lexicon: Lexicon) -> CountedNouns:
    figures, speech = word_lists(lexicon, "figures"), word_lists(lexicon, "quotations")
    passages, actors = word_lists(lexicon, "passages"), word_lists(lexicon, "actors")
    return CountedNouns(
        stops=figures.lowered("stops")
        | speech.lowered("said")
        | passages.lowered("openers")
        | actors.lowered("calendar"),
        people=figures.known("people"),
        quantities=number_words(lexicon).known,
    )
