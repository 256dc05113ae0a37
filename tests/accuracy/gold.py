"""Reads a gold file: what a careful reader finds in a set of articles, by the briefing's actor ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from build_scripts.models import Actor, Contact
from build_scripts.text import fold


def key(words: str) -> str:
    """Words as they are compared: typography folded, without case."""
    return fold(words).text.casefold()


@dataclass(frozen=True)
class Gold:
    """One gold file, with its actors' ids turned into the briefing's."""

    data: Mapping[str, Any]
    actor_of: Mapping[str, str]

    @classmethod
    def load(cls, path: Path, actors: Iterable[Actor]) -> Gold:
        data = yaml.safe_load(path.read_text("utf-8"))
        by_name = {key(name): actor.id for actor in actors for name in actor.names}
        actor_of = {
            actor["id"]: by_name[key(spelling)]
            for actor in data["actors"]
            for spelling in reversed([actor["name"], *actor["spellings"]])
            if key(spelling) in by_name
        }
        return cls(data, actor_of)

    @property
    def half(self) -> str:
        """`tune` for articles that rules may be fitted to, `held` for those kept apart."""
        return str(self.data.get("half", "tune"))

    @cached_property
    def contacts(self) -> tuple[Mapping[str, Any], ...]:
        return (*self.data["contacts"], *self.data["undated_contacts"])

    def named(self, contact: Mapping[str, Any]) -> frozenset[str]:
        """The participants that the supporting words name, as far as the briefing knows them."""
        context = set(contact.get("participants_from_context", ()))
        return frozenset(
            self.actor_of[actor]
            for actor in contact["participants"]
            if actor not in context and actor in self.actor_of
        )

    def match(self, gold: Mapping[str, Any], contact: Contact) -> float:
        """How well a contact fits: 0 where date or status differ or nobody is shared, else up to 1."""
        dates = {gold["date"] or "", *(gold.get("date_accept") or ())}
        if contact.date not in dates or contact.status != gold["status"]:
            return 0
        known = {self.actor_of[actor] for actor in gold["participants"] if actor in self.actor_of}
        said = set(contact.participants)
        if not known:
            return 0 if said else 1
        return len(known & said) / len(known | said)
