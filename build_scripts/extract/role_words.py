"""Extract: a passage in; its words and marks with their places, and what the lexicon says of them, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.endings import last_words
from build_scripts.extract.records import record
from build_scripts.extract.word_lists import word_lists
from build_scripts.models import Lexicon

# Match: `Arden's`, `vice-president`, `,`. Near-miss: `Arden, the`, which is three.
_TOKEN = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*['’]?|[^\w\s]")


@record
class Token:
    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def is_mark(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        return self.low.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(maxsize=64)
def tokens(text: str, start: int) -> tuple[Token, ...]:
    """The words and marks of a passage that begins there."""
    found = [
        Token(match.group(), start + match.start(), start + match.end()) for match in _TOKEN.finditer(text)
    ]
    # A full stop within a passage ends an abbreviation ("the Society of St. Ada"): no mark between two parts.
    last = len(found) - 1
    return tuple(token for at, token in enumerate(found) if token.text != "." or at == last)


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What the lexicon says of words in a description of a person, in lower case."""

    offices: frozenset[str]
    modifiers: frozenset[str]
    openings: frozenset[str]
    boundaries: frozenset[str]
    continuing: frozenset[str]
    leading: frozenset[str]
    honorifics: frozenset[str]
    signs: frozenset[str]
    """The last words of offices and of what follows "who": without one nobody is described."""


@lru_cache(maxsize=8)
def role_words(lexicon: Lexicon) -> RoleWords:
    lists, dates = word_lists(lexicon, "roles"), word_lists(lexicon, "dates")
    return RoleWords(
        offices=lists.known("offices"),
        modifiers=lists.known("modifiers"),
        openings=lists.known("openings"),
        boundaries=lists.known("boundaries") | dates.known("weekdays", "months"),
        continuing=lists.known("continuing"),
        leading=lists.known("leading"),
        honorifics=lists.known("honorifics"),
        signs=last_words(lists.entries("offices", "leading")),
    )
