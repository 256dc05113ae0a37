"""Extract: known actors in; for an unknown name, the actor of whom it may be another spelling, out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from build_scripts.extract.initials import SHORTEST, letters_of
from build_scripts.extract.kept import kept
from build_scripts.extract.known_persons import KnownPersons
from build_scripts.extract.romanised import romanised, same_romanised
from build_scripts.extract.sounds import skeleton, skeletons, sounds_alike
from build_scripts.extract.spellings import (
    LONGEST,
    glued,
    near_certain,
    same_skeleton,
    words_compared,
)
from build_scripts.models import Actor, ActorKind


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Names by the consonants of their words, so that an unknown name is compared with few."""

    names: dict[str, list[tuple[str, str]]]
    """Skeletons of all words, joined: pairs of name and actor."""
    bodies: frozenset[str]
    """Persons and organisations."""
    persons: KnownPersons
    acronyms: dict[str, set[str]]
    """First letters of an organisation's or state's name: actors."""
    lettered: dict[str, set[str]]
    """Letters that are all that an organisation's page has for a name: organisations."""
    organisations: tuple[tuple[frozenset[str], str], ...]
    """Skeletons of the content words of an organisation's name, and its actor."""

    def near_certain(self, name: str) -> str:
        """Whose name this is in another transliteration, but no state's; empty if nobody's, or several's."""
        alike = [(known, actor) for known, actor in self._alike(name) if actor in self.bodies]
        found = {a for known, a in alike if near_certain(name, known) or same_romanised(name, known)}
        found = found or self._turned(name) or self.persons.certain(name) or self._spelled_out(name)
        joined = glued(name)
        return _only(found) or (self.near_certain(joined) if joined != name and not found else "")

    def _turned(self, name: str) -> set[str]:
        """Organisations of exactly these words in another order: "Roads Ministry", "Ministry of Roads"."""
        parts = _content(name)
        return {actor for known, actor in self.organisations if parts == known} if len(parts) > 1 else set()

    def _spelled_out(self, name: str) -> set[str]:
        """Organisations whose pages have these initials alone: "Northern Road Users League" for "NRUL"."""
        words = words_compared(name)
        letters = letters_of(words) if len(words) >= SHORTEST else ()
        return {actor for each in letters for actor in self.lettered.get(each, ())}

    def guess(self, name: str) -> str:
        """The actor who may be meant: the same consonants, or for one word those of a surname."""
        words = words_compared(name)
        like = {
            actor
            for known, actor in self._alike(name)
            if same_skeleton(name, known) or (len(words) > 1 and _sound_alike(words, words_compared(known)))
        }
        return _only(like or self.persons.guess(name) or self._organisation(name, words))

    def _organisation(self, name: str, words: tuple[str, ...]) -> set[str]:
        """Organisations that have these initials, or these words and more: "the Roads Board" of Northland."""
        if len(words) == 1:
            return self.acronyms.get(words[0], set()) if words[0].isupper() else set()
        parts = _content(name)
        return {actor for known, actor in self.organisations if parts <= known} if len(parts) > 1 else set()

    def _alike(self, name: str) -> list[tuple[str, str]]:
        found = (one for key in _keys(name) for one in self.names.get(key, ()))
        return list(dict.fromkeys(found))


@kept()
def likeness(actors: tuple[Actor, ...]) -> Likeness:
    """An index of the actors' names by how they sound."""
    names: dict[str, list[tuple[str, str]]] = {}
    persons = KnownPersons()
    acronyms: dict[str, set[str]] = {}
    lettered: dict[str, set[str]] = {}
    organisations: list[tuple[frozenset[str], str]] = []
    for actor in actors:
        if actor.kind is ActorKind.PERSON and len(actor.names) == 1:
            persons.add_alone(actor.name, actor.id)
        if actor.kind is ActorKind.ORGANISATION and len(actor.names) == 1 and actor.name.isupper():
            lettered.setdefault(actor.name, set()).add(actor.id)
        for name in dict.fromkeys(form for each in actor.names for form in (each, glued(each))):
            for key in _keys(name):
                names.setdefault(key, []).append((name, actor.id))
            if actor.kind is ActorKind.PERSON:
                persons.add(name, actor.id)
            words = words_compared(name)
            if actor.kind is not ActorKind.PERSON and len(words) > 1:
                for letters in letters_of(words):
                    acronyms.setdefault(letters, set()).add(actor.id)
            if actor.kind is ActorKind.ORGANISATION and len(words) > 1:
                organisations.append((_content(name), actor.id))
    bodies = frozenset(actor.id for actor in actors if actor.kind is not ActorKind.STATE)
    return Likeness(names, bodies, persons, acronyms, lettered, tuple(organisations))


def _keys(name: str) -> tuple[str, ...]:
    """The skeletons of all words, joined, one for each way to read them."""
    read = product(*(sorted(skeletons(word)) for word in words_compared(name)[:LONGEST]))
    chinese = romanised(name)
    return (*("".join(words) for words in read), *((f"={chinese[0]}",) if chinese else ()))


def _sound_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Word by word, vowels too: for names of too few consonants to say anything by those alone."""
    return len(one) == len(other) and all(sounds_alike(a, b) for a, b in zip(one, other, strict=True))


def _content(name: str) -> frozenset[str]:
    """The words of an organisation's name that tell it from others, by sound; small words left out."""
    return frozenset(skeleton(word) for word in words_compared(name) if word[0].isupper())


def _only(actors: set[str]) -> str:
    return next(iter(actors)) if len(actors) == 1 else ""
