"""Extract: actors and configuration in, who is who out: sides, homes, and the adjectives made from them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from build_scripts.extract.contacts.words import Word
from build_scripts.extract.kept import kept
from build_scripts.models import Actor, ActorKind, Config, Mention

_COMPOUND = re.compile(r"[-‐‑–/]")


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Who is who: actors by id, the words that stand for a side, and those for its home."""

    actors: Mapping[str, Actor]
    joined: frozenset[str]
    """The two sides that a contact joins."""
    sided: Mapping[str, str]
    homes: Mapping[str, str]
    place_names: Mapping[str, str]
    collectives: Mapping[str, str]
    """Small words of one side's label alone that mean its people ("the rebels")."""
    origins: Mapping[str, str]
    """Beginnings of the names of states, for adjectives made from them."""
    persons: frozenset[str]
    """The ids of the actors that are persons."""
    states: frozenset[str]
    quarters: Mapping[str, frozenset[str]]
    """The words of the compass that stand in the names of a side's states and in its label: "north"."""
    capital: str = ""
    """The one side whose home the configuration calls a capital."""

    def sides_in(self, word: str) -> tuple[str, ...]:
        """The sides that a word or the parts of a compound stand for ("inter-Northern")."""
        if word in self.sided:
            return (self.sided[word],)
        if word.isalnum():
            return ()
        parts = _COMPOUND.split(word)
        return tuple(dict.fromkeys(self.sided[part] for part in parts if part in self.sided))

    def origin(self, word: str, endings: frozenset[str]) -> str:
        """The side of the state that a capitalised adjective comes from ("Northish" of Northland's side)."""
        if not word[0].isupper() or len(word) < 4:
            return ""
        for length in range(min(len(word), 14), 3, -1):
            side = self.origins.get(word[:length])
            if side and (len(word) == length or word[length:] in endings):
                return side
        return ""

    """The name under which a home is listed first, by side."""

    def side_of(self, mention: Mention) -> str:
        actor = self.actors.get(mention.actor)
        return mention.side or (actor.side if actor else "")

    def is_person(self, word: Word) -> bool:
        return word.mention is not None and word.mention.actor in self.persons

    def home_name(self, word: Word) -> str:
        """Where a home is: under the name that stands there, or, if that is a description ("the Northern
        capital"), under the first that is listed."""
        return word.text if word.text[:1].isupper() else self.place_names[word.home]

    def state_name(self, word: Word) -> str:
        """What the page of the state calls it that is named there."""
        return self.actors[word.mention.actor].name if word.mention else word.text

    def is_state(self, word: Word) -> bool:
        return word.mention is not None and word.mention.actor in self.states


@kept()
def world_of(actors: Iterable[Actor], config: Config, never: Container[str] = ()) -> World:
    """The names that config and actors give to sides: labels, keys, homes, states.

    A capitalised word of a side's label, of its home or of its state stands for the side as an
    adjective: with the home "the Northern capital", "inter-Northern talks" are talks of that side.
    `never` are words that do not ("The" of "The League").
    """
    by_id = {actor.id: actor for actor in actors}
    sided: dict[str, set[str]] = {}

    def stands_for(words: str, side: str) -> None:
        for word in re.findall(r"[^\W\d_]+", words):
            if word[0].isupper() and len(word) > 2 and word.lower() not in never:
                sided.setdefault(word, set()).add(side)

    for side, label in config.sides.items():
        stands_for(label, side)
        stands_for(side.capitalize(), side)
    for side, homes in config.home.items():
        for home in homes:
            stands_for(home, side)
    for actor in by_id.values():
        if actor.kind is ActorKind.STATE and actor.side:
            for name in actor.names:
                stands_for(name, actor.side)
    origins = {
        stem: actor.side
        for actor in by_id.values()
        if actor.kind is ActorKind.STATE and actor.side
        for name in actor.names
        if " " not in name and len(stem := name.rstrip("aeiouy")) > 3
    }
    names = [(side, label) for side, label in config.sides.items()]
    names += [(a.side, name) for a in by_id.values() if a.kind is ActorKind.STATE for name in a.names]
    small = [(word.rstrip("s"), side) for side, label in config.sides.items() for word in label.split()]
    named = {word for word, _ in small if word.islower()}
    capitals = {
        side for side, homes in config.home.items() if any("capital" in home.split() for home in homes)
    }
    return World(
        actors=by_id,
        joined=frozenset(config.contacts),
        sided={word: next(iter(sides)) for word, sides in sided.items() if len(sides) == 1},
        homes={home: side for side, homes in config.home.items() for home in homes},
        collectives={
            form: side
            for word, side in small
            if word in named and len({other for each, other in small if each == word}) == 1
            for form in (word, f"{word}s")
        },
        origins=origins,
        persons=frozenset(id for id, actor in by_id.items() if actor.kind is ActorKind.PERSON),
        states=frozenset(id for id, actor in by_id.items() if actor.kind is ActorKind.STATE),
        quarters={
            side: frozenset(word.lower() for each, name in names if each == side for word in name.split())
            for side, _ in names
        },
        capital=next(iter(capitals)) if len(capitals) == 1 else "",
        place_names={side: homes[0] for side, homes in config.home.items() if homes},
    )


def wholes(mentions: Iterable[Mention], world: World) -> dict[str, str]:
    """By side, its organisation or state, where the article names only one: whom "the two sides" are."""
    found: dict[str, set[str]] = {}
    for actor in {mention.actor for mention in mentions if mention.actor in world.actors}:
        known = world.actors[actor]
        if known.side and known.kind is not ActorKind.PERSON:
            found.setdefault(known.side, set()).add(actor)
    return {side: next(iter(actors)) for side, actors in sorted(found.items()) if len(actors) == 1}
