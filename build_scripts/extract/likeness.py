"""Extract: known actors in; for an unknown name, the actor of whom it may be another spelling, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.spellings import name_words, near_certain, same_skeleton, skeleton
from build_scripts.models import Actor, ActorKind

SHORTEST_SURNAME = 3
"""Consonants that a surname alone needs before it says anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Names by the consonants of their words, so that an unknown name is compared with few."""

    names: dict[str, list[tuple[str, str]]]
    """Skeletons of all words, joined: pairs of name and actor."""
    bodies: frozenset[str]
    """Persons and organisations."""
    surnames: dict[str, set[str]]
    """Skeleton of a person's last word: actors."""

    def near_certain(self, name: str) -> str:
        """Whose name this is in another transliteration, but no state's; empty if nobody's, or several's."""
        return _only({a for known, a in self._alike(name) if a in self.bodies and near_certain(name, known)})

    def guess(self, name: str) -> str:
        """The actor who may be meant: the same consonants, or for one word those of a surname."""
        like = {actor for known, actor in self._alike(name) if same_skeleton(name, known)}
        words = name_words(name)
        if not like and len(words) == 1 and len(skeleton(words[0])) >= SHORTEST_SURNAME:
            like = self.surnames.get(skeleton(words[0]), set())
        return _only(like)

    def _alike(self, name: str) -> list[tuple[str, str]]:
        return self.names.get(_skeletons(name), [])


@lru_cache(maxsize=8)
def likeness(actors: tuple[Actor, ...]) -> Likeness:
    """An index of the actors' names by how they sound."""
    names: dict[str, list[tuple[str, str]]] = {}
    surnames: dict[str, set[str]] = {}
    for actor in actors:
        for name in actor.names:
            names.setdefault(_skeletons(name), []).append((name, actor.id))
            words = name_words(name)
            if actor.kind is ActorKind.PERSON and len(words) > 1:
                surnames.setdefault(skeleton(words[-1]), set()).add(actor.id)
    bodies = frozenset(actor.id for actor in actors if actor.kind is not ActorKind.STATE)
    return Likeness(names, bodies, surnames)


def _skeletons(name: str) -> str:
    return "".join(skeleton(word) for word in name_words(name))


def _only(actors: set[str]) -> str:
    return next(iter(actors)) if len(actors) == 1 else ""
