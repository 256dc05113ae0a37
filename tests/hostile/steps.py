"""How many steps a regular expression takes where it stands: counted by walking its tree as `re` does.

`re` goes back to every choice before it gives up. Nobody can count that from outside, and a clock tells more
of the machine than of the pattern; here each node that is tried is a step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from re import _constants as c
from re import _parser as parser
from typing import Any

from tests.hostile.characters import Tree, fits, is_char, is_word

Then = Callable[[int], bool]
Node = Callable[[int, Then], bool]
MOST = 200_000


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
        beside = [0 <= one < end and is_word(text[one]) for one in (at - 1, at)]
        return (beside[0] != beside[1]) == (place is c.AT_BOUNDARY)

    def _again(self, group: int, at: int, then: Then) -> bool:
        self._step()
        words = self.groups.get(group, "")
        return self.text.startswith(words, at) and then(at + len(words))
