"""Extract: the words of a sentence in, the same out, with "the capital" as the home that it is.

The capital without a name is that of the side whose home is one, unless another country was spoken of last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World


class Capital:
    """Goes through an article's words; keeps which country was spoken of last."""

    def __init__(self, world: World, grammar: Grammar) -> None:
        self.world = world
        self.grammar = grammar
        self.is_abroad = False

    def read(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words, "the capital" marked as a home where it can be only that."""
        found = list(words)
        capital, called = self.world.capital, self.grammar.classes["capital"]
        for at, word in enumerate(words):
            if word.home:
                self.is_abroad = False
            elif word.mention is not None and self.world.is_state(word):
                self.is_abroad = self.world.joined.isdisjoint(word.sides)
            elif word.low in called and capital and not self.is_abroad and self._is_bare(words, at):
                found[at] = replace(word, tag=Tag.NAME, sides=(capital,), home=capital)
        return tuple(found)

    def _is_bare(self, words: Sequence[Word], at: int) -> bool:
        """ "to the capital"; near-misses: "the capital of Westland", "the Western capital", "its capital"."""
        if at == 0 or words[at - 1].low != "the":
            return False
        following = words[at + 1] if at + 1 < len(words) else None
        return following is None or (
            following.low != "of" and following.tag not in (Tag.POSSESSIVE, Tag.NOUN, Tag.NAME, Tag.ACTOR)
        )
