"""Extract: known actors in; for an unknown name, the actor of whom it may be another spelling, out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from build_scripts.extract.kept import kept
from build_scripts.extract.romanised import romanised, same_romanised
from build_scripts.extract.sounds import skeleton, skeletons, sounds_alike
from build_scripts.extract.spellings import lacks_a_part, near_certain, same_skeleton, words_compared
from build_scripts.models import Actor, ActorKind

_LONGEST = 6
"""Words of a name by which it is found; each of them may be read in up to four ways."""
SHORTEST_SURNAME = 3
"""Consonants that a surname alone needs before it says anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Names by the consonants of their words, so that an unknown name is compared with few."""

    names: dict[str, list[tuple[str, str]]]
    """Skeletons of all words, joined: pairs of name and actor."""
    bodies: frozenset[str]
    """Persons and organisations."""
    ends: dict[tuple[str, str], list[tuple[str, str]]]
    """Skeletons of a person's first and last word: pairs of name and actor."""
    surnames: dict[str, set[str]]
    """Skeleton of a person's last word: actors."""
    acronyms: dict[str, set[str]]
    """First letters of an organisation's or state's name: actors."""
    organisations: tuple[tuple[frozenset[str], str], ...]
    """Skeletons of the content words of an organisation's name, and its actor."""

    def near_certain(self, name: str) -> str:
        """Whose name this is in another transliteration, but no state's; empty if nobody's, or several's."""
        alike = [(known, actor) for known, actor in self._alike(name) if actor in self.bodies]
        found = {a for known, a in alike if near_certain(name, known) or same_romanised(name, known)}
        return _only(found or self._turned(name) or self._parts(name))

    def _parts(self, name: str) -> set[str]:
        """Persons of this first and last name with a word more or less between: "Boris A. Birch"."""
        words = words_compared(name)
        if len(words) < 2:
            return set()
        ends = product(sorted(skeletons(words[0])), sorted(skeletons(words[-1])))
        known = {one for pair in ends for one in self.ends.get(pair, ())}
        return {actor for other, actor in known if lacks_a_part(name, other)}

    def _turned(self, name: str) -> set[str]:
        """Organisations of exactly these words in another order: "Roads Ministry", "Ministry of Roads"."""
        parts = _content(name)
        return {actor for known, actor in self.organisations if parts == known} if len(parts) > 1 else set()

    def guess(self, name: str) -> str:
        """The actor who may be meant: the same consonants, or for one word those of a surname."""
        words = words_compared(name)
        like = {
            actor
            for known, actor in self._alike(name)
            if same_skeleton(name, known) or (len(words) > 1 and _sound_alike(words, words_compared(known)))
        }
        if not like and len(words) == 1 and len(skeleton(words[0])) >= SHORTEST_SURNAME:
            like = self.surnames.get(skeleton(words[0]), set())
        return _only(like or self._organisation(name, words))

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
    surnames: dict[str, set[str]] = {}
    ends: dict[tuple[str, str], list[tuple[str, str]]] = {}
    acronyms: dict[str, set[str]] = {}
    organisations: list[tuple[frozenset[str], str]] = []
    for actor in actors:
        for name in actor.names:
            for key in _keys(name):
                names.setdefault(key, []).append((name, actor.id))
            words = words_compared(name)
            if actor.kind is not ActorKind.PERSON and len(words) > 1:
                initials = "".join(word[0] for word in words if word[0].isupper())
                acronyms.setdefault(initials, set()).add(actor.id)
            if actor.kind is ActorKind.ORGANISATION and len(words) > 1:
                organisations.append((_content(name), actor.id))
            if actor.kind is ActorKind.PERSON and len(words) > 1:
                surnames.setdefault(skeleton(words[-1]), set()).add(actor.id)
                for pair in product(skeletons(words[0]), skeletons(words[-1])):
                    ends.setdefault(pair, []).append((name, actor.id))
    bodies = frozenset(actor.id for actor in actors if actor.kind is not ActorKind.STATE)
    return Likeness(names, bodies, ends, surnames, acronyms, tuple(organisations))


def _keys(name: str) -> tuple[str, ...]:
    """The skeletons of all words, joined, one for each way to read them."""
    read = product(*(sorted(skeletons(word)) for word in words_compared(name)[:_LONGEST]))
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
