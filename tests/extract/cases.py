"""Reads the cases of one kind, and the lexicon that they are about."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.models import Actor, ActorKind, Config, Lexicon, Source
from build_scripts.read.lexicon import load_lexicon

CASES = Path(__file__).parent.parent / "cases"


@lru_cache
def english() -> Lexicon:
    return load_lexicon("en")


def cases(kind: str) -> list[Any]:
    """Every case of the files of a kind, named by file and case; files that begin with `_` hold no cases."""
    found = []
    for path in sorted((CASES / kind).glob("[!_]*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    assert found, f"no cases for {kind}"
    return found


def source_of(text: str) -> Source:
    return Source(id="x", file="x.txt", label="X", text=text, sha256="")


@lru_cache
def cast() -> tuple[tuple[Actor, ...], Config]:
    """The invented persons, organisations and sides of all cases."""
    data = yaml.safe_load((CASES / "actors" / "_cast.yml").read_text("utf-8"))
    actors = tuple(
        Actor(
            id=one["id"],
            name=one["name"],
            kind=ActorKind(one["kind"]),
            side=one.get("side", ""),
            page="",
            aliases=tuple(one.get("aliases", ())),
            titles=tuple(one.get("titles", ())),
        )
        for one in data["actors"]
    )
    home = {side: tuple(words) for side, words in data["home"].items()}
    config = Config(root="", file="", site_name="", sides=data["sides"], home=home)
    return actors, config
