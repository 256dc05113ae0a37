"""Extract: a text whose language nobody has stated in, whether it is in another one than the lexicon's out.

Of the small-letter words of English news, four in five stand in the English lexicon (78 in a hundred at
least, in the articles of this repository); of other languages' one in three at most. What is in another
language is cited and shown, but nothing is read out of it: a verb of one language is a name in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from build_scripts.models import Lexicon

_ENOUGH = 8
"""Words from which on their share says something."""
_HALF = 2
# Match: "Außenminister", "وفد". Near-miss: "1998", "_".
_WORD = re.compile(r"[^\W\d_]+")


def is_in_another_language(text: str, lexicon: Lexicon) -> bool:
    """Whether most of the text's words, names aside, are unknown to the lexicon; a short text's may be."""
    known = _known(lexicon)
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    return len(words) >= _ENOUGH and _HALF * sum(map(known.__contains__, words)) < len(words)


@lru_cache(maxsize=8)
def _known(lexicon: Lexicon) -> frozenset[str]:
    """All words of the lexicon."""
    return frozenset(_words_in(lexicon.sections))


def _words_in(given: Any) -> Iterator[str]:
    if isinstance(given, str):
        yield from _WORD.findall(given.casefold())
    elif isinstance(given, list | tuple):
        for each in given:
            yield from _words_in(each)
    elif hasattr(given, "values"):
        for each in given.values():
            yield from _words_in(each)
