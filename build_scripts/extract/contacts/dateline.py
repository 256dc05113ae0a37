"""Extract: the words of a sentence in, the same out, with where the article was written put in for "here".

"NORTHTOWN, 4 May - … arrived here on Monday", "… flew in on Monday": to Northtown, the home of a side. Where
the article was written elsewhere, "here" is no home, and nobody "came back here".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.models import Passage, PassageKind

_RECENT = timedelta(days=14)
"""Before publication, within which whoever "flew in" came to where the article was written."""
_NEXT = 3
"""Words, at most, from "flew in" to its day: "arrived unannounced on"."""


class Dateline:
    """Knows where an article was written, as far as its dateline says so."""

    def __init__(self, passages: Sequence[Passage], world: World, grammar: Grammar, published: str) -> None:
        self.grammar = grammar
        self.published = edtf.bounds(published) if len(published) >= len("0000-00-00") else None
        line = next((each.text for each in passages if each.kind is PassageKind.DATELINE), "")
        low = line.lower()
        homes = [home for home in world.homes if low.startswith(home.lower())]
        self.is_known = bool(line)
        self.home = max(homes, key=len, default="")
        self.side = world.homes.get(self.home, "")

    def read(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, with "to Northtown" for "here", and behind "flew in" where no place follows."""
        if not self.is_known or not any(self._is_here(word) or self._arrives(word) for word in words):
            return tuple(words)
        found: list[Word] = []
        for at, word in enumerate(words):
            if self._is_here(word):
                # Elsewhere, "here" is nobody's home: "locally".
                found += self._there(word) if self._comes(words, at) else (replace(word, low=""),)
                continue
            if self.side and self._is_bare(words, at):
                # "flew | in": the particle gives way to the place.
                found += (
                    self._there(word)
                    if word.low == "in"
                    else (word, *self._there(replace(word, start=word.end)))
                )
                continue
            found.append(word)
        return tuple(found)

    def _is_here(self, word: Word) -> bool:
        return word.low == "here" and word.tag is Tag.ADVERB

    def _arrives(self, word: Word) -> bool:
        return word.tag is Tag.VERB and self.grammar.has("arrives_there", word.low)

    def _comes(self, words: Sequence[Word], at: int) -> bool:
        return bool(self.side) and at > 0 and words[at - 1].tag in (Tag.VERB, Tag.ADVERB, Tag.PREPOSITION)

    def _is_bare(self, words: Sequence[Word], at: int) -> bool:
        """Whether somebody comes and a recent day follows, and no place.

        "arrived on Monday", "flew in on Monday"; near-misses: "flew in 1994", "arrived in Westford".
        """
        behind = at + 1
        flown = words[at].low == "in" and at > 0 and words[at - 1].low in ("flew", "flown")
        if not flown and (words[at].low in ("flew", "flown") or not self._arrives(words[at])):
            return False
        dates = [word.date for word in words[behind : behind + _NEXT] if word.date is not None]
        days = edtf.bounds(dates[0].edtf) if dates else None
        if days is None or self.published is None or days[0] != days[1]:
            return False
        last = next(each for each in range(behind, len(words)) if words[each].date is not None)
        places = any(word.low in ("in", "at", "to") for word in words[behind : last + 2])
        return not places and timedelta(0) <= self.published[1] - days[0] <= _RECENT

    def _there(self, word: Word) -> tuple[Word, ...]:
        to = Word(Tag.TO, "to", "to", word.start, word.start)
        name = self.home
        home = Word(Tag.NAME, name, name.lower(), word.start, word.end, sides=(self.side,), home=self.side)
        return (to, home)
