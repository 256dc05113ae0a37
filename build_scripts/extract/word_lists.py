"""Extract: a section of the lexicon in; its lists, as sets to look words up in and as alternations, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.models import Lexicon


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of one section; one that a language does not have is empty, and its alternation matches
    nothing."""

    section: Mapping[str, Any]

    def entries(self, *lists: str) -> tuple[str, ...]:
        """Every entry of one or more lists; of a mapping, its keys."""
        return tuple(str(entry) for name in lists for entry in self.section.get(name, ()))

    def known(self, *lists: str) -> frozenset[str]:
        return frozenset(self.entries(*lists))

    def lowered(self, *lists: str) -> frozenset[str]:
        return frozenset(entry.lower() for entry in self.entries(*lists))

    def one_of(self, *lists: str) -> str:
        return one_of(self.entries(*lists))

    def word(self, name: str, otherwise: str) -> str:
        return str(self.section.get(name, otherwise))

    def mapping(self, name: str) -> dict[str, str]:
        return {str(word): str(meant) for word, meant in self.section.get(name, {}).items()}

    def values(self, name: str) -> dict[str, float]:
        """The numbers that a mapping gives to words."""
        return {str(word): float(value) for word, value in self.section.get(name, {}).items()}

    def by_word(self, groups: str) -> dict[str, str]:
        """The group of each word, in lower case.

        >>> WordLists({"units": {"year": ["year", "years"]}}).by_word("units")
        {'year': 'year', 'years': 'year'}
        """
        grouped = self.section.get(groups, {}).items()
        return {str(word).lower(): str(group) for group, words in grouped for word in words}


def word_lists(lexicon: Lexicon, section: str) -> WordLists:
    """The lists of a section; without it, a language has none."""
    return WordLists(lexicon.sections.get(section, {}))


def one_of(words: Iterable[object]) -> str:
    """An alternation, longest first; of nothing, a pattern that never matches.

    >>> one_of(["or", "or so"])
    'or\\\\ so|or'
    """
    ordered = sorted({str(word) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"


def any_case(pattern: str) -> re.Pattern[str]:
    """A pattern for folded text whose words may stand at the beginning of a sentence."""
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
