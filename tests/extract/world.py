"""Who is who in the cases of contacts, and in sentences put together at random: world.yml of those cases."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from build_scripts.models import Actor, ActorKind, Config

FILE = Path(__file__).parents[1] / "cases" / "contacts" / "world.yml"


@lru_cache
def world() -> tuple[Config, tuple[Actor, ...]]:
    given = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)
    config = Config(
        root=".",
        file="mkdocs.yml",
        site_name="Cases",
        sides=given["sides"],
        contacts=tuple(given["sides"]),
        home={side: tuple(words) for side, words in given["home"].items()},
    )
    actors = tuple(
        Actor(
            id=actor["id"],
            name=actor["name"],
            kind=ActorKind(actor["kind"]),
            side=actor["side"],
            page="",
            aliases=tuple(actor.get("aliases", ())),
            member_of=tuple(actor.get("member_of", ())),
        )
        for actor in given["actors"]
    )
    return config, actors
