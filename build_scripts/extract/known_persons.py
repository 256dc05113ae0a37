"""Extract: known persons in; for a name in another form or by another regularity, whose it may be, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from build_scripts.extract.name_parts import by_initials, is_within, lacks_a_part, of_half_names
from build_scripts.extract.regular_spellings import classes, word_alike
from build_scripts.extract.sounds import skeleton, skeletons, sounds_alike
from build_scripts.extract.spellings import LONGEST, differ_regularly, words_compared

SHORTEST_SURNAME = 3
"""Consonants that a surname alone needs before it says anything."""
_ENOUGH = 4
"""Consonants of a name of several words that are worth a guess."""
Named = tuple[str, str]
"""A name and whose it is."""


@dataclass(slots=True)
class KnownPersons:
    """Persons' names, found by their words; belongs to one index over all actors."""

    regular: dict[str, list[Named]] = field(default_factory=dict)
    """By the coarse classes of all words, joined."""
    parts: dict[tuple[str, str], list[Named]] = field(default_factory=dict)
    """By the skeletons of two words."""
    surnames: dict[str, list[Named]] = field(default_factory=dict)
    """By the skeleton of the last word, and by its coarse classes behind a sign."""
    alone: dict[str, set[str]] = field(default_factory=dict)
    """By the skeleton of the only word that a page has: persons."""

    def add_alone(self, name: str, person: str) -> None:
        """The only name of a person, where it has one word."""
        words = words_compared(name)
        if len(words) == 1 and len(skeleton(words[0])) >= SHORTEST_SURNAME:
            self.alone.setdefault(skeleton(words[0]), set()).add(person)

    def add(self, name: str, person: str) -> None:
        words = words_compared(name)
        if len(words) < 2:
            return
        for pair in _pairs(words):
            self.parts.setdefault(pair, []).append((name, person))
        for key in _class_keys(words):
            self.regular.setdefault(key, []).append((name, person))
        for key in (*skeletons(words[-1]), *(f"={key}" for key in classes(words[-1]))):
            self.surnames.setdefault(key, []).append((name, person))

    def certain(self, name: str) -> set[str]:
        """Those of this name with a part more or less, by initials, in another order, in another spelling."""
        words = words_compared(name)
        if len(words) < 2:
            return set()
        known = set(self._with_two_of(words))
        return (
            {person for other, person in known if lacks_a_part(name, other) or of_half_names(name, other)}
            or {person for other, person in self._with_surname(words[-1]) if by_initials(name, other)}
            or {person for other, person in self._of_classes(words) if differ_regularly(name, other)}
        )

    def guess(self, name: str) -> set[str]:
        """Those of whose name this may be a coarser spelling, or another part."""
        words = words_compared(name)
        if len(words) > 1:
            return (
                {
                    person
                    for other, person in self._of_classes(words)
                    if _is_near(words, words_compared(other))
                }
                or {person for other, person in self._with_two_of(words) if is_within(name, other)}
                or self.alone.get(skeleton(words[-1]), set())
            )
        if not words or len(skeleton(words[0])) < SHORTEST_SURNAME:
            return set()
        same = {person for _, person in self.surnames.get(skeleton(words[0]), ())}
        return same or {
            person
            for key in classes(words[0])
            for other, person in self.surnames.get(f"={key}", ())
            if word_alike(words[0], words_compared(other)[-1])
        }

    def _with_two_of(self, words: tuple[str, ...]) -> Iterator[Named]:
        for pair in _pairs(words):
            yield from self.parts.get(pair, ())

    def _with_surname(self, surname: str) -> Iterator[Named]:
        for key in sorted(skeletons(surname)):
            yield from self.surnames.get(key, ())

    def _of_classes(self, words: tuple[str, ...]) -> Iterator[Named]:
        for key in _class_keys(words):
            yield from self.regular.get(key, ())


def _class_keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The coarse classes of all words, joined, one key for each way to read them."""
    read = product(*(sorted(classes(word)) for word in words[:LONGEST]))
    return tuple(dict.fromkeys("".join(each) for each in read))


def _pairs(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Skeletons of first and last word, of the first two, of the last two: each in the alphabet's order."""
    ends = {(words[0], words[-1]), (words[0], words[1]), (words[-2], words[-1])}
    read = {pair for a, b in ends for pair in product(skeletons(a), skeletons(b))}
    return tuple(sorted({(min(pair), max(pair)) for pair in read}))


def _is_near(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether names of the same coarse classes have enough sounds, and one word that sounds alike."""
    return (
        len(words) == len(known)
        and sum(len(skeleton(word)) for word in words) >= _ENOUGH
        and any(sounds_alike(a, b) or word_alike(a, b) for a, b in zip(words, known, strict=True))
    )
