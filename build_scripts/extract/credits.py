"""Extract: one passage and its mentions in; the words that say who speaks, and how far they reach, out."""

from __future__ import annotations

from build_scripts.extract.credit import Credit, according, by, called_by, gapped, own_words
from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.named import Named
from build_scripts.extract.names import split_words
from build_scripts.extract.pronouns import Last
from build_scripts.extract.said import quoted, said, saying


def credits_in(
    text: str, named: tuple[Named, ...], words: CreditWords, media: frozenset[str], last_speaker: Last
) -> tuple[Credit, ...]:
    """The credits of a folded text in which quoted words have been blanked out, in its order.

    `media` are the actors known as media (what is told to them is told through them); `last_speaker` is
    whom "he said" means when the text itself names nobody before.
    """
    lower = split_words(text).lower
    if words.phrases.triggers.isdisjoint(lower):
        return ()
    # A pattern is tried where the words stand without which it cannot match.
    there = frozenset(lower)
    found: list[Credit] = []
    if "in" in there:
        found += own_words(text, named, words)
    if any(phrase <= there for phrase in words.crediting):
        found += according(text, named, words, media, last_speaker)
    found += said(text, named, words, media, last_speaker)
    if "by" in there:
        found += by(text, named, words)
        found += called_by(text, named, words)
    found += gapped(text, named, found)
    if not words.speaking.isdisjoint(there):
        found += saying(text, named, words)
        found += quoted(text, named, words, last_speaker)
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end))) if found else ()
