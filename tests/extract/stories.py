"""Small articles put together at random from tests/cases/variants/over_*.yml, and the contacts they tell."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parents[1] / "cases" / "variants"
_SLOT = re.compile(r"\{(?P<name>[a-zA-Z,]+)(?P<nth>[0-9]?)(?:\.(?P<of>\w+))?(?P<add>[+-][0-9]+)?\}")
"""Match: "{day}", "{day2.is+7}", "{A.he}". Near-miss: "{day 2}"."""
_EITHER = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
"""Match: "[met|saw]". Near-miss: "[later]"."""
_TRIES = 50


@dataclass(frozen=True)
class Told:
    """One contact that the article tells: its date, and who was there and was not."""

    date: str
    people: frozenset[str]
    absent: frozenset[str] = frozenset()


@dataclass
class Story:
    """One small article, the choices it is made of, and the contacts held that it tells."""

    name: str
    text: str
    wants: tuple[Told, ...]
    allows: frozenset[str]
    """Dates that a contact may have beside these, and none need."""
    chosen: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class _Making:
    rng: random.Random
    words: dict[str, list[Any]]
    taken: dict[str, Any] = field(default_factory=dict)
    chosen: list[tuple[str, str]] = field(default_factory=list)

    def filled(self, text: str) -> str:
        """The text with every choice made."""
        for _ in range(200):
            match = _EITHER.search(text)
            if match is not None:
                one = self.rng.choice(match[1].split("|"))
                self.chosen.append(("[" + match[1][:30], one))
            else:
                match = _SLOT.search(text)
                if match is None:
                    return text
                one = self._one(match)
            text = text[: match.start()] + one + text[match.end() :]
        raise ValueError(text)

    def _one(self, match: re.Match[str]) -> str:
        name = match["name"] + match["nth"]
        if name not in self.taken:
            self.taken[name] = self._choice(name if name in self.words else match["name"], name)
        given = self.taken[name]
        value = given[match["of"] or "say"] if isinstance(given, dict) else given
        return _later(value, int(match["add"])) if match["add"] else str(value)

    def _choice(self, listed: str, name: str) -> Any:
        others = [self.taken.get(listed + each) for each in ("", *"123456789")]
        free = [each for each in self.words[listed] if each not in others] or self.words[listed]
        one = self.rng.choice(free) if any(others) else self.rng.choice(self.words[listed])
        said = one["say"] if isinstance(one, dict) else one
        self.chosen.append((name, said))
        return one


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def families(file: Path) -> tuple[str, ...]:
    """The names of the families of a file."""
    given = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    return tuple(family["name"] for family in given["families"])


def stories(file: Path, count: int, seed: int, only: str = "") -> Iterator[Story]:
    """So many of each family of a file, or of one."""
    given = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    common = yaml.load((FOLDER / "over_words.yml").read_text("utf-8"), yaml.BaseLoader)
    for family in given["families"]:
        if only and family["name"] != only:
            continue
        rng = random.Random(f"{seed} {family['name']}")
        words = common["lists"] | given.get("lists", {}) | family.get("lists", {})
        for _ in range(count):
            yield _story(family, words, common, rng)


def _story(
    family: dict[str, Any], words: dict[str, list[Any]], common: dict[str, Any], rng: random.Random
) -> Story:
    for _ in range(_TRIES):
        making = _Making(rng, words)
        body = making.filled(rng.choice(family["texts"]).replace("}{", "} {"))
        wants = tuple(_told(making.filled(each)) for each in family["wants"])
        ordered = [making.filled(each) for each in family.get("order", ())]
        if ordered == sorted(ordered) and len(set(ordered)) == len(ordered):
            break
    allows = frozenset(making.filled(each) for each in family.get("allows", ()))
    opening = "" if family.get("whole") else making.filled("{opening}")
    return Story(family["name"], tidied(opening + body), wants, allows, making.chosen)


def _told(words: str) -> Told:
    day, *people = words.split()
    absent = frozenset(each[1:] for each in people if each.startswith("!"))
    return Told(day, frozenset(each for each in people if not each.startswith("!")), absent)


def tidied(text: str) -> str:
    """Sentences with a capital and without doubled commas; "¶" is a new paragraph, "/" a new line."""
    text = re.sub(r"[ \n]*¶[ \n]*", "\n\n", text.strip())
    text = re.sub(r"[ \n]*⏎[ \n]*", "\n", text)
    text = re.sub(r" +", " ", text).replace(" ,", ",").replace(" .", ".")
    text = re.sub(r",(?: ?,)+", ",", text)
    text = re.sub(r",(?=[.;])", "", text).replace("..", ".")
    return re.sub(r"((?:^|[.?!]”? |\n|\) - |\) -- )“?)([a-z])", lambda m: m[1] + m[2].upper(), text) + "\n"
