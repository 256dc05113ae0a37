"""Extract: an article's words and mentions in; for "Mr Birch" and "the union", whom it names in full, out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.names import Words, split_words
from build_scripts.extract.own_words import OwnWords
from build_scripts.extract.person_words import PersonWords
from build_scripts.models import Mention

_APART = 4
"""Words between the first and the last of "Anna B. van der Birch", at most."""


class FullNames:
    """The names by which one article goes on to call those whom it has named."""

    def __init__(self, own: OwnWords, mentions: Iterable[Mention], words: CreditWords) -> None:
        self._own = own
        self._words = words.phrases.persons
        self._bodies = _bodies(mentions, words)
        self._by_surname: dict[str, str] | None = None

    def of(self, speaker: str) -> str:
        """ "Boris Birch" for "Mr Birch", where the article names him, and for "Boris Birch of the Club"."""
        if speaker in self._bodies:
            return self._bodies[speaker]
        if not speaker or speaker.islower():
            return speaker  # an actor's id, or "the minister"
        phrase = self._words.titles_before.sub("", speaker).strip()
        if (title := self._words.titled_name.match(phrase)) is not None:
            return phrase[title.end() :]  # "League president Captain Boris Birch"
        if self._by_surname is None:
            self._by_surname = _by_surname(self._own, self._words)
        named = self._words.name_of_place.match(phrase)
        full = named["full"] if named else self._by_surname.get(phrase)
        return full or speaker


def _bodies(mentions: Iterable[Mention], words: CreditWords) -> dict[str, str]:
    """ "the union" is the Harbour Workers' Union, where the article names no other union that has a page."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        parts = mention.text.lower().split()
        if mention.actor and not mention.is_person and len(parts) > 1:
            for noun in {parts[-1], parts[0]} & words.bodies:
                found.setdefault(f"the {noun}", set()).add(mention.actor)
    return {words: min(actors) for words, actors in found.items() if len(actors) == 1}


def _by_surname(own: OwnWords, words: PersonWords) -> dict[str, str]:
    """By surname, the full name of a person who has no page, where the article names one so called."""
    found: dict[str, set[str]] = {}
    for text, names in zip(own.texts, own.named, strict=True):
        if not _has_full_name(split_words(text)):
            continue
        for match in words.full_name.finditer(text):
            if not any(name.start < match.end() and match.start() < name.end for name in names):
                found.setdefault(match["last"], set()).add(match["full"])
    return {last: min(full) for last, full in found.items() if len(full) == 1}


def _has_full_name(words: Words) -> bool:
    """Whether two words with capitals stand beside each other, or with a small one or an initial between."""
    capitals = words.capitals
    return any(after - before < _APART for before, after in pairwise(capitals))
