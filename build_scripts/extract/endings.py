"""Extract: a pattern for the end of a text in, the same out, tried only where the last word allows a match.

A search for `(?:the|a)\\s*$` tries every place of a text; its last word tells at once that most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.extract.names import split_words

_SHORT = ".\"'"


@dataclass(frozen=True, slots=True, eq=False)
class Ending:
    """A pattern that ends with `$`, and the words, in lower case, one of which it matches last."""

    pattern: re.Pattern[str]
    last: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The match at the end of the text, if there is one.

        >>> the = Ending(re.compile(r"\\bthe\\s*$"), last_words(["the"]))
        >>> bool(the.search("of the ")), the.search("of thee ")
        (True, None)
        """
        return self.pattern.search(text) if last_word(text) in self.last else None


def last_word(text: str) -> str:
    """The last letters and figures of a text that stand together, in lower case.

    >>> last_word("the vice-President. ")
    'president'
    """
    end = len(text.rstrip().rstrip(_SHORT))
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start:end].lower()


def last_words(*lists: Iterable[object]) -> frozenset[str]:
    """The last words of all entries.

    >>> sorted(last_words(["head of state", "so-called"]))
    ['called', 'state']
    """
    split = (split_words(str(entry)).lower for entries in lists for entry in entries)
    return frozenset(words[-1] for words in split if words)
