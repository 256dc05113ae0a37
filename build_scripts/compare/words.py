"""Compare: the lexicon's section on comparison in, its word lists as sets and phrases out.

Each is made once for a lexicon, which compares by identity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from build_scripts.compare.tokens import stem
from build_scripts.models import Lexicon


@lru_cache(maxsize=64)
def words(lexicon: Lexicon, name: str) -> frozenset[str]:
    """A list of words, written with spaces between them."""
    return frozenset(str(lexicon["comparison"][name]).split())


@lru_cache(maxsize=64)
def stems(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The stems of a list of words."""
    return frozenset(stem(word) for word in words(lexicon, name))


@lru_cache(maxsize=64)
def kinds(lexicon: Lexicon, name: str) -> Mapping[str, re.Pattern[str]]:
    """Named lists of phrases (`status`, `terms/attack`), each list as one pattern for whole words, any case.

    A phrase `takes credit` matches "Takes  credit", and not "mistakes credit".
    """
    lists: Mapping[str, Any] = lexicon["comparison"]
    for part in name.split("/"):
        lists = lists[part]
    return {kind: phrases(tuple(of)) for kind, of in lists.items()}


@lru_cache(maxsize=256)
def phrases(of: tuple[str, ...]) -> re.Pattern[str]:
    """Phrases as one pattern, the longest first."""
    longest_first = sorted(of, key=lambda phrase: (-len(phrase), phrase))
    spelt = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{spelt})(?![\w-])", re.IGNORECASE)
