"""A node of a pattern's tree in, which is one character; whether a character is what it asks for, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as c
from typing import Any

Tree = list[tuple[Any, Any]]


def is_char(op: Any) -> bool:
    """Whether a node is one character."""
    return op in (c.LITERAL, c.NOT_LITERAL, c.ANY, c.IN)


def fits(op: Any, given: Any, flags: int) -> Callable[[str], bool]:
    """Whether a character is what a node asks for."""
    known: dict[str, bool] = {}

    def fit(char: str) -> bool:
        if char not in known:
            forms = {char, char.lower(), char.upper()} if flags & re.IGNORECASE else {char}
            known[char] = any(_is(op, given, form, flags) for form in forms)
        return known[char]

    return fit


def _is(op: Any, given: Any, char: str, flags: int) -> bool:
    if op is c.LITERAL:
        return ord(char) == given
    if op is c.NOT_LITERAL:
        return ord(char) != given
    if op is c.ANY:
        return bool(flags & re.DOTALL) or char != "\n"
    if op is c.RANGE:
        return bool(given[0] <= ord(char) <= given[1])
    if op is c.CATEGORY:
        name = str(given).rpartition("_")[2]
        has = {"DIGIT": char.isdecimal(), "SPACE": char.isspace(), "WORD": is_word(char)}[name]
        return has != ("_NOT_" in str(given))
    negated = bool(given) and given[0][0] is c.NEGATE
    return any(_is(*one, char, flags) for one in given[negated:]) != negated


def is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
