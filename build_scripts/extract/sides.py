"""Extract: a side's title in; the words by which an article speaks of the side as a whole, out.

"Northern factions" gives the adjective "Northern"; then "leading Northern groups", "the Northern side",
"Northern and Southern officials", "the Northerns" and "inter-Northern talks" speak of that side, and
"Northern unity", "pro-Northern groups" and "inter-Northern rivalry" do not.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.names import Name, name_of
from build_scripts.extract.word_lists import WordLists, word_lists
from build_scripts.models import Actor, Config, How, Lexicon


@dataclass(frozen=True, slots=True)
class SidePattern:
    side: str
    adjective: str
    pattern: re.Pattern[str]


def side_names(config: Config, actors: tuple[Actor, ...], openers: Container[str]) -> tuple[Name | None, ...]:
    """The titles of the sides and their home words; an actor that bears the same name goes first.

    So does one whose name follows an article: the League, on the side "the League".
    """
    taken = {name.lower() for actor in actors for name in actor.names}
    found = []
    for side, title in sorted(config.sides.items()):
        for words in dict.fromkeys((title, *config.home.get(side, ()))):
            first, _, rest = words.lower().partition(" ")
            if words.lower() not in taken and not (first in openers and rest in taken):
                found.append(name_of(words, "", side, How.COLLECTIVE))
    return tuple(found)


def side_patterns(config: Config, lexicon: Lexicon) -> tuple[SidePattern, ...]:
    """How each side is spoken of as a whole, for folded text."""
    return _compiled(tuple(sorted(config.sides.items())), lexicon)


@lru_cache(maxsize=16)
def _compiled(sides: tuple[tuple[str, str], ...], lexicon: Lexicon) -> tuple[SidePattern, ...]:
    actors, openers = word_lists(lexicon, "actors"), word_lists(lexicon, "passages").one_of("openers")
    return tuple(
        SidePattern(side, adjective, _pattern(re.escape(adjective), actors, openers))
        for side, title in sides
        if (adjective := _adjective(title)) and actors.entries("collectives")
    )


def _adjective(title: str) -> str:
    """The leading capital words of a title that goes on with a small letter, else nothing."""
    words = title.split()
    leading = 0
    while leading < len(words) and words[leading][:1].isupper():
        leading += 1
    return " ".join(words[:leading]) if 0 < leading < len(words) else ""


def _pattern(adjective: str, actors: WordLists, openers: str) -> re.Pattern[str]:
    """See the module's first lines for what matches and what comes near."""
    collectives, gatherings = actors.one_of("collectives"), actors.one_of("gatherings")
    among = actors.one_of("among_themselves")
    return re.compile(
        rf"""
        (?<![\w-]) {adjective}
          (?: (?: \s+ (?:and|or) | , ) \s+ [A-Z]\w+ )?             # "Northern and Southern officials"
          (?: [ ] (?! (?:{openers}|{collectives}) \b )             # "political groups", but not
              [a-z][\w-]+ ){{0,2}}                                 # "unity among groups"
          [ ] (?:{collectives}) \b (?! ['-]\w )
        | (?<![\w-]) (?:{among}) - {adjective}
          (?= [ ] (?: [a-z]\w+ [ ] )? (?:{gatherings}) \b )
        | (?<= \b[Tt]he[ ] ) {adjective}s \b (?! [ ]?['-] )
        """,
        re.VERBOSE,
    )
