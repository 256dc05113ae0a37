"""Extract, dates: the lexicon's words in; look-up tables that the grammar works with out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts.models import Lexicon

_TURNS = "last this next coming previous following same that"
_OPENING = f"about {_TURNS} the vague_numbers halves"
"""Lists whose words a date may begin with."""
_AHEAD = "future taking heading permitting leading_up scheduled intending planning"
_VERBS = f"reporting {_AHEAD} present perfect past moved"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Tables from a word in lower case to what it means; `sets` holds every plain list by its name."""

    months: Mapping[str, int]
    full_months: frozenset[str]
    weekdays: Mapping[str, int]
    full_weekdays: frozenset[str]
    seasons: Mapping[str, int]
    holidays: Mapping[tuple[str, ...], tuple[int, int]]
    """Month and day of each named day, by its words."""
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    deictic: Mapping[str, int]
    letter_months: Mapping[str, int]
    """Months from that of the letter: "inst.", "ult.", "prox."."""
    parts: Mapping[str, str]
    parts_of: Mapping[str, str]
    singular: frozenset[str]
    """The units in the singular: "last years" is no date."""
    endings: Mapping[str, tuple[str, ...]]
    """Endings of past forms (`past`) and of participles (`participle`)."""
    sets: Mapping[str, frozenset[str]]
    publication: Mapping[str, frozenset[str]]
    token: re.Pattern[str]
    """What a text is cut into."""
    triggers: frozenset[str]
    """Words without which (and without any figure) a passage holds no date."""
    verbs: frozenset[str]
    """Words that can be a verb of which a date says when."""
    openers: frozenset[str]
    """Words that a date may begin with."""
    turns: frozenset[str]
    """Those of them that turn to another time: "last", "that"."""

    def has(self, name: str, word: str) -> bool:
        return word in self.sets[name]


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> Words:
    """The tables of one lexicon's `dates` section, made once."""
    section = lexicon["dates"]
    months, weekdays = _numbered(section["months"], 1), _numbered(section["weekdays"], 0)
    seasons, units = _integers(section["seasons"]), _inverted(section["units"])
    decades, deictic = _integers(section["decades"]), _integers(section["deictic"])
    sets = {name: _set(listed) for name, listed in section.items() if isinstance(listed, list | tuple)}
    numbers, ordinals = _integers(section["numbers"]), _integers(section["ordinals"])
    parts, parts_of = _strings(section["parts"]), _strings(section["parts_of"])
    triggers = frozenset((*months, *weekdays, *seasons, *units, *decades, *deictic, *ordinals))
    holidays = _named_days(section["holidays"])
    triggers |= sets["centuries"] | sets["times_of_day"] | {name[-1] for name in holidays}
    return Words(
        months=months,
        full_months=_set(section["months"]),
        weekdays=weekdays,
        full_weekdays=_set(section["weekdays"]),
        seasons=seasons,
        holidays=holidays,
        units=units,
        numbers=numbers,
        ordinals=ordinals,
        decades=decades,
        deictic=deictic,
        letter_months=_integers(section["letter_months"]),
        parts=parts,
        parts_of=parts_of,
        singular=frozenset(str(listed[0]) for listed in section["units"].values()),
        endings={name: tuple(section[f"{name}_endings"]) for name in ("past", "participle")},
        sets=sets,
        publication={name: _set(listed) for name, listed in section["publication"].items()},
        token=_token(deictic),
        triggers=triggers,
        verbs=frozenset().union(*map(sets.__getitem__, _VERBS.split())),
        openers=triggers.union(
            numbers,
            ordinals,
            parts,
            parts_of,
            (name[0] for name in holidays),
            *map(sets.__getitem__, _OPENING.split()),
        ),
        turns=frozenset().union(*map(sets.__getitem__, _TURNS.split())),
    )


def _token(deictic: Iterable[str]) -> re.Pattern[str]:
    """A word written with a hyphen, a number with the letters glued to it, a run of letters, or one sign.

    Match: "to-day", "28th", "1990s", "May", "–". Near-miss: "28-29" is three tokens, "Friday's" is three.
    """
    hyphenated = "|".join(re.escape(word) for word in deictic if not word.isalpha())
    words = rf"(?i:(?<![^\W_])(?:{hyphenated})(?![^\W_])) |" if hyphenated else ""
    return re.compile(rf"{words} \d+[^\W\d_]* | [^\W\d_]+ | [^\w\s]", re.VERBOSE)


def _set(listed: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(word).lower() for word in listed)


def _numbered(listed: Mapping[str, Iterable[Any]], first: int) -> dict[str, int]:
    """Each name and its abbreviations, numbered in the order of the list."""
    found: dict[str, int] = {}
    for number, (name, short) in enumerate(listed.items(), start=first):
        found[str(name)] = number
        found.update((str(word), number) for word in short)
    return found


def _named_days(listed: Mapping[str, Any]) -> dict[tuple[str, ...], tuple[int, int]]:
    """ "christmas eve: 12-24" as its words, month and day."""
    days = {tuple(str(name).split()): str(day).split("-") for name, day in listed.items()}
    return {name: (int(month), int(day)) for name, (month, day) in days.items()}


def _inverted(listed: Mapping[str, Iterable[Any]]) -> dict[str, str]:
    return {str(word): str(name) for name, words in listed.items() for word in words}


def _integers(listed: Mapping[str, Any]) -> dict[str, int]:
    return {str(word): int(number) for word, number in listed.items()}


def _strings(listed: Mapping[str, Any]) -> dict[str, str]:
    return {str(word): str(name) for word, name in listed.items()}
