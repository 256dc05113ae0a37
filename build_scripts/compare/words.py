"""Compare: the lexicon's section on comparison in, its word lists as sets and phrases out.

Each is made once for a lexicon, which compares by identity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts.compare.tokens import stem
from build_scripts.models import Lexicon

_RUN = re.compile(r"\w+")
_ALIKE = {0x130: "i", 0x131: "i"}
"""Letters that a pattern for any case takes for an i, and casefolding does not."""


@lru_cache(maxsize=64)
def words(lexicon: Lexicon, name: str) -> frozenset[str]:
    """A list of words, written with spaces between them."""
    return frozenset(str(lexicon["comparison"][name]).split())


@lru_cache(maxsize=64)
def stems(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The stems of a list of words."""
    return frozenset(stem(word) for word in words(lexicon, name))


@dataclass(frozen=True, slots=True)
class Kinds:
    """Named lists of phrases, each as one pattern; and the words with which they begin."""

    patterns: Mapping[str, re.Pattern[str]]
    openings: frozenset[str]
    """Empty where a phrase begins with no word."""

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has a word with which a phrase begins: what has none is looked at no further."""
        return not (self.openings and self.openings.isdisjoint(_runs(text)))

    def __getitem__(self, kind: str) -> re.Pattern[str]:
        return self.patterns[kind]


def kinds_of(lists: Mapping[str, tuple[str, ...]]) -> Kinds:
    """Lists of phrases by their names, ready to be looked for."""
    first = [_runs(phrase)[:1] for of in lists.values() for phrase in of]
    openings = frozenset(run for runs in first for run in runs) if all(first) else frozenset()
    return Kinds({kind: phrases(of) for kind, of in lists.items()}, openings)


@lru_cache(maxsize=1 << 14)
def _runs(text: str) -> tuple[str, ...]:
    """Its runs of letters and digits, in one case; those of a phrase that stands in a text are among them."""
    return tuple([run.casefold() for run in _RUN.findall(text.translate(_ALIKE))])


@lru_cache(maxsize=64)
def kinds(lexicon: Lexicon, name: str) -> Kinds:
    """Named lists of phrases (`status`, `terms/attack`), each list as one pattern for whole words, any case.

    A phrase `takes credit` matches "Takes  credit", and not "mistakes credit".
    """
    lists: Mapping[str, Any] = lexicon["comparison"]
    for part in name.split("/"):
        lists = lists[part]
    return kinds_of({kind: tuple(of) for kind, of in lists.items()})


@lru_cache(maxsize=256)
def phrases(of: tuple[str, ...]) -> re.Pattern[str]:
    """Phrases as one pattern, the longest first."""
    longest_first = sorted(of, key=lambda phrase: (-len(phrase), phrase))
    spelt = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{spelt})(?![\w-])", re.IGNORECASE)
