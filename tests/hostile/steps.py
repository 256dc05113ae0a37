"""How many steps a regular expression takes where it stands: counted by walking its tree as `re` does.

`re` goes back to every choice before it gives up. Nobody can count that from outside, and a clock tells more
of the machine than of the pattern; here each node that is tried is a step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from re import _constants as c
from re import _parser as parser
from typing import Any

Then = Callable[[int], bool]
Node = Callable[[int, Then], bool]
Tree = list[tuple[Any, Any]]
SAMPLES = "a A1-,.'\n\t(“é"
"""What may stand for a set of characters, the first that is in it first."""
MOST = 200_000
ENDLESS = 8
"""Repetitions from which on one is pumped."""


class TooMany(Exception):
    """More steps than anybody wants to wait for."""


class Walk:
    """A pattern, to be walked on one text after the other."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.text, self.most, self.steps = "", 0, 0
        self.groups: dict[int, str] = {}
        self.node = self._all(list(parser.parse(pattern.pattern, pattern.flags)), pattern.flags)

    def count(self, text: str, most: int = MOST) -> int:
        """Steps of `pattern.match(text)`; `most` and one for more."""
        return self.match(text, most)[1]

    def match(self, text: str, most: int = MOST) -> tuple[int | None, int]:
        """Where the match ends, if there is one, and the steps."""
        self.text, self.most, self.steps = text, most, 0
        self.groups.clear()
        ends: list[int] = []
        before = sys.getrecursionlimit()
        sys.setrecursionlimit(50_000)
        try:
            self.node(0, lambda at: not ends.append(at))
        except TooMany:
            return None, self.steps
        finally:
            sys.setrecursionlimit(before)
        return (ends[0] if ends else None), self.steps

    def _step(self) -> None:
        self.steps += 1
        if self.steps > self.most:
            raise TooMany

    def _all(self, tree: Tree, flags: int) -> Node:
        nodes = [self._one(op, given, flags) for op, given in tree]

        def walk(at: int, then: Then, number: int = 0) -> bool:
            if number == len(nodes):
                return then(at)
            return nodes[number](at, lambda to: walk(to, then, number + 1))

        return nodes[0] if len(nodes) == 1 else walk

    def _one(self, op: Any, given: Any, flags: int) -> Node:
        if is_char(op):
            return self._char(fits(op, given, flags))
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            return self._repeat(op, *given, flags)
        if op is c.SUBPATTERN:
            group, more, less, tree = given
            return self._group(group, self._all(list(tree), (flags | more) & ~less))
        if op is c.BRANCH:
            return self._either([self._all(list(tree), flags) for tree in given[1]])
        if op is c.ATOMIC_GROUP:
            return self._once(self._all(list(given), flags))
        if op in (c.ASSERT, c.ASSERT_NOT):
            way, tree = given
            back = tree.getwidth()[0] if way < 0 else 0
            return self._look(self._all(list(tree), flags), back, op is c.ASSERT)
        if op is c.AT:
            return lambda at, then: self._is_at(given, at, flags) and then(at)
        if op is c.GROUPREF:
            return lambda at, then: self._again(given, at, then)
        raise ValueError(f"steps of {op} are not counted: add how it walks")

    def _char(self, fit: Callable[[str], bool]) -> Node:
        def walk(at: int, then: Then) -> bool:
            self._step()
            return at < len(self.text) and fit(self.text[at]) and then(at + 1)

        return walk

    def _repeat(self, op: Any, least: int, most: int, tree: Any, flags: int) -> Node:
        inner = list(tree)
        if len(inner) == 1 and is_char(inner[0][0]):
            return self._run(op, least, most, fits(*inner[0], flags))
        node = self._all(inner, flags)

        def walk(at: int, then: Then, done: int = 0) -> bool:
            self._step()

            def further() -> bool:
                return done < most and node(
                    at, lambda to: (to > at or done < least) and walk(to, then, done + 1)
                )

            if op is c.MIN_REPEAT:
                return (done >= least and then(at)) or further()
            return further() or (done >= least and then(at))

        return self._once(walk) if op is c.POSSESSIVE_REPEAT else walk

    def _run(self, op: Any, least: int, most: int, fit: Callable[[str], bool]) -> Node:
        def walk(at: int, then: Then) -> bool:
            end = at
            while end < len(self.text) and end - at < most and fit(self.text[end]):
                self._step()
                end += 1
            ends = range(end, at + least - 1, -1)
            for to in reversed(ends) if op is c.MIN_REPEAT else ends:
                self._step()
                if then(to):
                    return True
                if op is c.POSSESSIVE_REPEAT:
                    return False
            return False

        return walk

    def _group(self, group: int | None, node: Node) -> Node:
        def walk(at: int, then: Then) -> bool:
            def after(to: int) -> bool:
                before = self.groups.get(group or 0, "")
                self.groups[group or 0] = self.text[at:to]
                if then(to):
                    return True
                self.groups[group or 0] = before
                return False

            return node(at, after)

        return node if group is None else walk

    def _either(self, nodes: list[Node]) -> Node:
        return lambda at, then: any(node(at, then) for node in nodes)

    def _once(self, node: Node) -> Node:
        def walk(at: int, then: Then) -> bool:
            ends: list[int] = []
            return node(at, lambda to: not ends.append(to)) and then(ends[0])

        return walk

    def _look(self, node: Node, back: int, wanted: bool) -> Node:
        def walk(at: int, then: Then) -> bool:
            self._step()
            there = at >= back and node(at - back, lambda to: not back or to == at)
            return there == wanted and then(at)

        return walk

    def _is_at(self, place: Any, at: int, flags: int) -> bool:
        self._step()
        text, end = self.text, len(self.text)
        if place is c.AT_BEGINNING_STRING:
            return at == 0
        if place is c.AT_BEGINNING:
            return at == 0 or bool(flags & re.MULTILINE and text[at - 1] == "\n")
        if place is c.AT_END_STRING:
            return at == end
        if place is c.AT_END:
            return at == end or text[at:] == "\n" or bool(flags & re.MULTILINE and text[at] == "\n")
        beside = [0 <= one < end and _is_word(text[one]) for one in (at - 1, at)]
        return (beside[0] != beside[1]) == (place is c.AT_BOUNDARY)

    def _again(self, group: int, at: int, then: Then) -> bool:
        self._step()
        words = self.groups.get(group, "")
        return self.text.startswith(words, at) and then(at + len(words))


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
        has = {"DIGIT": char.isdecimal(), "SPACE": char.isspace(), "WORD": _is_word(char)}[name]
        return has != ("_NOT_" in str(given))
    negated = bool(given) and given[0][0] is c.NEGATE
    return any(_is(*one, char, flags) for one in given[negated:]) != negated


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


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
