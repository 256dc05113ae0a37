"""Names of places in; whether two may name one place out: for merging contacts, and for how they differ."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

# Match: "the " of "the Westish embassy", "a " of "a Westish hotel". Near-miss: "The Dalles".
_ARTICLE = re.compile(r"(?:the|an?)\s")
_SHORT = 3
"""Letters of a name to which one more makes it another: "Col", "Cole"."""


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Names of places, knowing the homes of the sides."""

    side_of: Mapping[str, str] = field(default_factory=dict)
    """By listed home, whose it is."""

    @classmethod
    def of(cls, home: Mapping[str, Iterable[str]]) -> Places:
        return cls({name: side for side, names in home.items() for name in names})

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether nothing speaks against it: one is not given, or both name one home, or one the other.

        >>> places = Places.of({"south": ["Southport", "Southland"]})
        >>> places.may_be_one("Southport", "Southland"), places.may_be_one("Southport", "Eastport")
        (True, False)
        >>> places.may_be_one("Eastport", "a hotel in Eastport"), places.may_be_one("York", "New York")
        (True, False)
        >>> places.may_be_one("Easton", "Eastone"), places.may_be_one("Easton", "Eastonia")
        (True, False)
        """
        return not one or not other or self.is_one(one, other)

    def is_one(self, one: str, other: str) -> bool:
        """Whether both are given, and nothing speaks against it."""
        if not one or not other:
            return False
        if one == other:
            return True
        one, other = _ARTICLE.sub("", one, count=1), _ARTICLE.sub("", other, count=1)
        home = self.side_of.get(one, "")
        return (
            one == other
            or _is_spelt_like(one, other)
            or _is_of(one, other)
            or _is_of(other, one)
            or (bool(home) and home == self.side_of.get(other))
        )


def _is_spelt_like(one: str, other: str) -> bool:
    """ "Easton" and "Eastone": a letter more at the end; near-miss: "Easton" and "Easton Road"."""
    shorter, longer = sorted((one, other), key=len)
    return (
        len(shorter) > _SHORT and longer[: len(shorter)] == shorter and longer[len(shorter) :] in ("e", "s")
    )


# The same few names are held against one another for each pair of reports; `re` forgets patterns sooner.
@lru_cache(maxsize=1 << 14)
def _is_of(part: str, whole: str) -> bool:
    """ "Eastport" in "Eastport hotel", "hotel in Eastport"; not in "New Eastport"."""
    found = re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole)
    if found is None:
        return False
    before, behind = whole[: found.start()].split(), whole[found.end() :].split()
    return not (before and before[-1][0].isupper()) and not (behind and behind[0][0].isupper())
