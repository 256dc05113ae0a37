"""Extract: the lexicon's words of offices in; sets and patterns that tell one office from another out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.word_lists import word_lists
from build_scripts.models import Lexicon

MOST_WORDS = 2
"""Words between "the" and the office: "the foreign minister"."""


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What the lexicon says of offices, in lower case."""

    offices: frozenset[str]
    """Offices that one person holds at a time."""
    all_offices: frozenset[str]
    shared: frozenset[str]
    """Of these, the ones of which there may be several: "a spokesman"."""
    apart: frozenset[str]
    """Words before an office that make it another one: "deputy minister"."""
    ranks: Mapping[str, str]
    honorifics: frozenset[str]
    indefinite: frozenset[str]
    carrying: frozenset[str]
    """Words behind an office that make it another's: "the president of Northland"."""
    bare: re.Pattern[str]
    rank: re.Pattern[str]

    def office(self, words: Iterable[str], office: str) -> str:
        """An office with the words that make it another one: "deputy minister" for a deputy road minister."""
        return " ".join((*sorted(self.apart.intersection(words) - {office}), office))


@lru_cache(maxsize=8)
def office_words(lexicon: Lexicon) -> OfficeWords:
    """The words of a lexicon about offices; one without them gives patterns that match nothing."""
    lists = word_lists(lexicon, "roles")
    offices = lists.one_of("single")
    # Match: "The minister", "the foreign minister". Near-miss: "a minister", "the ministers".
    bare = rf"""
        \b (?:{lists.one_of("definite")})[ ]
        (?P<words> (?:[a-z-]+\ ){{0,{MOST_WORDS}}}? (?P<office>{offices}) ) \b
        (?! \ (?:{offices})\b )                                # "the deputy minister" is no "deputy"
    """
    # Match: "Gen. " at the end. Near-miss: "General ", which is an office itself.
    rank = rf"\b (?P<rank>{lists.one_of('ranks')})\.?\ $"
    return OfficeWords(
        offices=lists.known("single"),
        all_offices=lists.known("offices"),
        shared=lists.known("shared"),
        apart=lists.known("apart"),
        ranks=lists.mapping("ranks"),
        honorifics=lists.known("honorifics"),
        indefinite=lists.known("indefinite"),
        carrying=lists.known("continuing"),
        bare=re.compile(bare, re.IGNORECASE | re.VERBOSE),
        rank=re.compile(rank, re.IGNORECASE | re.VERBOSE),
    )
