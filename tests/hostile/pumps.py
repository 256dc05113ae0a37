"""A pattern in; for everything that it repeats, a text that makes it go back, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as c
from re import _parser as parser

from tests.hostile.characters import Tree, fits, is_char

SAMPLES = "a A1-,.'\n\t(“é"
"""What may stand for a set of characters, the first that is in it first."""
ENDLESS = 8
"""Repetitions from which on one is pumped."""


def hostile_texts(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """For everything that a pattern repeats: a text that leads there, repeats it, and then fails."""
    for before, pump in _pumps(list(parser.parse(pattern.pattern, pattern.flags)), "", pattern.flags):
        yield before + (pump * length)[:length] + "\x01"


def _pumps(tree: Tree, before: str, flags: int) -> Iterator[tuple[str, str]]:
    for op, given in tree:
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            _, most, inner = given
            if most >= ENDLESS:
                yield from ((before, pump) for pump in _several(list(inner), flags))
            yield from _pumps(list(inner), before, flags)
        elif op is c.SUBPATTERN:
            yield from _pumps(list(given[3]), before, flags | given[1])
        elif op is c.BRANCH:
            for one in given[1]:
                yield from _pumps(list(one), before, flags)
        elif op is c.ATOMIC_GROUP:
            yield from _pumps(list(given), before, flags)
        elif op is c.ASSERT:
            yield from _pumps(list(given[1]), before, flags)
        before += sample([(op, given)], flags)


def _several(tree: Tree, flags: int) -> list[str]:
    if len(tree) == 1 and is_char(tree[0][0]):
        fit = fits(*tree[0], flags)
        found = [char for char in SAMPLES if fit(char)][:4]
        return found or [sample(tree, flags)]
    return [one for one in {sample(tree, flags), sample(tree, flags) + " "} if one]


def sample(tree: Tree, flags: int) -> str:
    """A short text that a tree matches, or nearly."""
    told = ""
    for op, given in tree:
        if op is c.LITERAL:
            told += chr(given)
        elif is_char(op):
            fit = fits(op, given, flags)
            ranges = [chr(one[1][0]) for one in given if one[0] is c.RANGE] if op is c.IN else []
            singles = [chr(one[1]) for one in given if one[0] is c.LITERAL] if op is c.IN else []
            told += next((char for char in (*SAMPLES, *ranges, *singles) if fit(char)), "")
        elif op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            told += sample(list(given[2]), flags) * given[0]
        elif op is c.SUBPATTERN:
            told += sample(list(given[3]), flags)
        elif op is c.ATOMIC_GROUP:
            told += sample(list(given), flags)
        elif op is c.BRANCH:
            told += sample(list(given[1][0]), flags)
    return told
