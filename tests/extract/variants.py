"""Sentences put together at random from tests/cases/variants, with what they tell by construction.

`{name}` is one of a list of words, `[a|b]` one of the wordings given there; what is taken may hold more of
both. A list with values gives the date that its words mean, known by the list's name without what stands
behind its hyphen ("coming-day" gives "coming"). Unless a family is `bare`, an opening and a closing stand
around it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "cases" / "variants"
CHOICE = re.compile(r"\{([\w' -]+)\}|\[([^\[\]]*)\]")


@dataclass
class Variant:
    """One sentence; the wording that was taken at each choice; what it must and may be read as."""

    family: str
    text: str
    chosen: tuple[tuple[str, str], ...]
    expect: tuple[tuple[str, str], ...]
    """Status and date of each contact that must be found; `*` for any date."""
    allow: tuple[str, ...] = ()
    """Statuses that may be found beside these."""


@dataclass
class Wording:
    """One sentence in the making."""

    rng: random.Random
    words: dict[str, Any]
    chosen: list[tuple[str, str]] = field(default_factory=list)
    dates: dict[str, str] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        while match := CHOICE.search(text):
            text = text[: match.start()] + self.one_of(match) + text[match.end() :]
        return text

    def one_of(self, match: re.Match[str]) -> str:
        name = match[1] or match[2]
        choices = self.words[name] if match[1] else match[2].split("|")
        taken: str = self.rng.choice(list(choices))
        self.chosen.append((name, taken))
        if isinstance(choices, dict):
            self.dates[name.partition("-")[0]] = choices[taken]
        return taken


@lru_cache
def shared() -> dict[str, Any]:
    """Who and when, for all families, and what stands before each sentence."""
    words: dict[str, Any] = yaml.load((FOLDER / "words.yml").read_text("utf-8"), yaml.BaseLoader)
    return words


@lru_cache
def given(file: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The families of a file, and the words that it has."""
    content = yaml.load((FOLDER / file).read_text("utf-8"), yaml.BaseLoader)
    return content["families"], shared() | content.get("words", {})


def variants(file: str, count: int, seed: int, family: str = "") -> Iterator[Variant]:
    """Some of one family, or of all in the file."""
    families, words = given(file)
    wanted = [each for each in families if family in ("", each["name"])]
    rng = random.Random(f"{seed} {family}")
    for _ in range(count):
        yield _one(rng.choice(wanted), Wording(rng, words))


def _one(family: dict[str, Any], wording: Wording) -> Variant:
    text = wording.rng.choice(family["texts"])
    sentence = wording.filled(text if "bare" in family else "{opening}" + text + "{closing}.")
    expect = []
    for each in family.get("expect", ()):
        status, _, day = each.partition(" ")
        expect.append((status, wording.dates[day] if day else "*"))
    chosen = (("text", text), *wording.chosen)
    return Variant(family["name"], _tidied(sentence), chosen, tuple(expect), tuple(family.get("allow", ())))


def _tidied(text: str) -> str:
    """Without two spaces or commas in a row, and with a capital: what the parts leave where they meet."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?: ?,)+ ?,", ",", text.replace(" ,", ","))
    text = re.sub(r",(?=[.;])", "", text)
    return text[0].upper() + text[1:]
