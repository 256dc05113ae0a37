"""Extract, dates: a passage's text in, its tokens out, with what the grammar asks of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_scripts.extract.dates.words import Words

if TYPE_CHECKING:
    from build_scripts.extract.dates.tenses import Governing
    from build_scripts.extract.dates.values import Found

_DIGITS = re.compile(r"\d+")
_DASHES = frozenset("-‐‑‒–—―−")
_APOSTROPHES = frozenset("'’‘`")
_STOPS = frozenset(".!?;:")
_BEYOND = [""] * 128
"""What stands beyond the ends; more places than any form looks ahead or back."""


class Tokens:
    """The tokens of one passage; every question about a place beyond its ends has a plain answer."""

    __slots__ = (
        "_padded",
        "_sets",
        "dated",
        "ends",
        "governed",
        "low",
        "no_days_before",
        "starts",
        "text",
        "texts",
        "triggers",
        "words",
    )

    def __init__(self, text: str, words: Words) -> None:
        found = list(words.token.finditer(text))
        self.text = text
        self.words = words
        self.governed: dict[tuple[int, int], Governing] = {}
        """By the bounds of a date, the verb that it belongs to, once that was sought."""
        self.dated: dict[int, Found | None] = {}
        """By place, the date with figures that begins there, once it was sought."""
        self.no_days_before = 0
        """Up to here it is known that no list of days ends in a month."""
        self.texts = [match.group() for match in found]
        self.low = [token.lower() for token in self.texts]
        # Behind the last token, and by its negative index before the first, stands nothing.
        self._padded = self.low + _BEYOND
        self._sets = words.sets
        known = words.triggers
        self.triggers = [token in known or token[0].isdecimal() for token in self.low]
        """By token, whether it is a word that makes a date ("May", "ago", "week") or a figure."""
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    def __len__(self) -> int:
        return len(self.texts)

    def word(self, at: int) -> str:
        """The token in lower case; empty beyond the ends."""
        return self._padded[at]

    def has(self, name: str, at: int) -> bool:
        """Whether the token stands in the lexicon's list of that name."""
        return self._padded[at] in self._sets[name]

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.texts) and self.texts[at][0].isupper()

    def is_dash(self, at: int) -> bool:
        return self._padded[at] in _DASHES

    def is_figure(self, at: int) -> bool:
        """Whether the token begins with a digit."""
        return self._padded[at][:1].isdecimal()

    def is_apostrophe(self, at: int) -> bool:
        return self._padded[at] in _APOSTROPHES

    def is_stop(self, at: int) -> bool:
        return self.word(at) in _STOPS

    def is_word(self, at: int) -> bool:
        return self._padded[at][:1].isalpha()

    def is_past(self, at: int) -> bool:
        """Whether the token is a regular past form: "visited"; not "United", "need", "unprecedented"."""
        has_ending = self.word(at).endswith(self.words.endings["past"]) and len(self.word(at)) > 3
        return has_ending and not self.is_capital(at) and not self.has("not_past", at)

    def may_be_verb(self, at: int) -> bool:
        """Whether the token is one of the verbs that the lexicon knows, or a regular past form."""
        token = self._padded[at]
        return token in self.words.verbs or token.endswith(self.words.endings["past"])

    def is_linking(self, at: int) -> bool:
        """Whether a form of "to be" stands here: "was", "been"."""
        return any(self.has(name, at) for name in ("auxiliary", "be", "been", "present"))

    def is_glued(self, at: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return 0 < at < len(self.texts) and self.starts[at] == self.ends[at - 1]

    def opens_entry(self, end: int) -> bool:
        """Whether a dash or colon sets off what stands before it, as in a list of events: "July - …"."""
        is_loose = not self.is_glued(end) or self.word(end) == ":"
        return (self.is_dash(end) or self.word(end) == ":") and is_loose and not self.is_glued(end + 1)

    def skip(self, at: int, signs: str) -> int:
        """The place after the token, if it is one of these signs; else the place itself."""
        return at + 1 if self.word(at) and self.word(at) in signs else at

    def skip_any(self, at: int, name: str) -> int:
        """The place after the token, if it stands in the list of that name; else the place itself."""
        return at + 1 if self.has(name, at) else at

    def number(self, at: int) -> int | None:
        """The number, if the token is nothing but at most four digits and no part of a longer figure."""
        token = self._padded[at]
        if not token.isdecimal() or len(token) > 4 or self._is_in_a_figure(at):
            return None
        return int(token)

    def ordinal(self, at: int) -> int | None:
        """The number of "28th"."""
        token = self._padded[at]
        digits = _DIGITS.match(token) if token[:1].isdecimal() else None
        if (
            digits is None
            or len(digits.group()) > 2
            or token[digits.end() :] not in self.words.sets["ordinal_endings"]
        ):
            return None
        return int(digits.group())

    def has_trigger(self) -> bool:
        """Whether the passage can hold a date at all."""
        return True in self.triggers

    def _is_in_a_figure(self, at: int) -> bool:
        """Whether digits go on behind a point, comma or colon: "12,000", "10.5", "19:30", "$500"."""
        after = self.word(at + 1)
        is_joined = bool(after) and after in ".,:" and self.is_glued(at + 1) and self.is_glued(at + 2)
        if is_joined and self.word(at + 2)[:1].isdecimal():
            return after != "." or not self._is_in_a_dotted_date(at)
        if after == "%":
            return True
        before = self.word(at - 1)
        if not before or not self.is_glued(at):
            return False
        if before in ".,:" and self.is_glued(at - 1) and self.word(at - 2)[:1].isdecimal():
            return before != "." or not self._is_in_a_dotted_date(at)
        return before in "$€£¥#№"

    def _is_in_a_dotted_date(self, at: int) -> bool:
        return any(self._is_dotted_date(first) for first in (at, at - 2, at - 4))

    def _is_dotted_date(self, at: int) -> bool:
        """Whether "19.02.2024" begins here."""
        parts = [self.word(at + step) for step in range(5)]
        return (
            parts[1] == parts[3] == "."
            and all(part.isdecimal() for part in parts[::2])
            and len(parts[4]) in (2, 4)
            and all(self.is_glued(at + step) for step in range(1, 5))
        )
