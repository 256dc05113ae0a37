"""A call in; the words of other people that it may give, out; what reaches a page on the way is noted."""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tests.pages.flow.known import CLEAN, Raw, Record, Tags, words_of
from tests.pages.flow.scope import Scope
from tests.pages.flow.syntax import called_name, passed

if TYPE_CHECKING:
    from tests.pages.flow.program import Function


_NO_TEXT = frozenset(
    {
        *("len", "int", "float", "bool", "any", "all", "isinstance", "hash", "ord", "round", "abs", "range"),
        *("startswith", "endswith", "count", "find", "index", "isdigit", "isprintable", "issubset"),
    }
)
_UNTOLD = frozenset({"getattr", "eval", "vars", "repr", "ascii", "format_map", "__getattribute__", "astuple"})


class Calls(Scope, ABC):
    """What a call may give, and what it does with what it is given."""

    @abstractmethod
    def of(self, node: ast.expr | None) -> Tags:
        """What an expression holds."""

    @abstractmethod
    def _name(self, node: ast.Name) -> Tags: ...

    def _call(self, node: ast.Call) -> Tags:
        name = called_name(node)
        whole = self._whole(node.func) or ""
        if whole in self.known.inert or whole in self.known.own or name in _NO_TEXT:
            return CLEAN
        if name in _UNTOLD:
            return self._raw(node.lineno, ast.unparse(node))
        if name in ("str", "format", "join"):
            receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
            return self.of(receiver).union(*(self._printed(one) for one in passed(node)))
        if name == "map" and node.args:
            return self._mapped(node)
        if (record := self._record(node)) is not None:
            return record
        called = self._function(node.func)
        if called:
            return CLEAN.union(*(self._through(one, node) for one in called))
        if name in self.inner:
            return self._inner(name, node)
        if whole in self.known.returns:
            return self._typed(node, [self.known.returns[whole]])
        if isinstance(node.func, ast.Name) and node.func.id in self.names:
            return self._name(node.func) | self._all(passed(node))
        receiver = self.of(node.func.value) if isinstance(node.func, ast.Attribute) else CLEAN
        types = [self.program.field(one.of, name) for one in receiver if isinstance(one, Record)]
        known = [one for one in types if one is not None]
        return self._typed(node, known) if known else receiver | self._all(passed(node))

    def _mapped(self, node: ast.Call) -> Tags:
        function, *rest = node.args
        applied = ast.Call(func=function, args=rest, keywords=[], lineno=node.lineno, col_offset=0)
        return self._call(applied)

    def _record(self, node: ast.Call) -> Tags | None:
        """A record is made: what goes into fields that hold Markdown must be fit for a page."""
        name = called_name(node)
        if name not in self.known.records:
            return None
        given = dict(zip(self.known.order.get(name, ()), node.args, strict=False))
        given |= {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
        loose = [one.value for one in node.keywords if not one.arg]
        loose += [one for one in node.args if isinstance(one, ast.Starred)]
        for sink in self.known.sinks.get(name, ()):
            self._sink(self.of(given.get(sink)) | self._all(loose))
        return frozenset({Record(name)})

    def _sink(self, tags: Tags) -> None:
        self.program.found.update(tag for tag in tags if isinstance(tag, Raw))
        self.function.sinks.update(tag for tag in tags if isinstance(tag, str))

    def _through(self, called: Function, node: ast.Call) -> Tags:
        """What a function returns for these arguments, and what it does with them."""
        given = self._given(called, node)
        for sink in called.sinks:
            self._sink(given.get(sink, CLEAN))
        if called.name in self.known.inert or called.name in self.known.own:
            return CLEAN
        found = CLEAN
        for tag in called.returns:
            found |= words_of(given.get(tag, CLEAN)) if isinstance(tag, str) else frozenset({tag})
        return found

    def _given(self, called: Function, node: ast.Call) -> dict[str, Tags]:
        names = [one.arg for one in (*called.node.args.posonlyargs, *called.node.args.args)]
        names = names[1:] if names[:1] in (["self"], ["cls"]) else names
        given: dict[str, Tags] = {}
        rest = called.node.args.vararg
        for at, argument in enumerate(node.args):
            tags = self.of(argument)
            reached = names[at:] if isinstance(argument, ast.Starred) else names[at : at + 1]
            for name in reached or ([rest.arg] if rest else []):
                given[name] = given.get(name, CLEAN) | tags
            if isinstance(argument, ast.Starred) and rest:
                given[rest.arg] = given.get(rest.arg, CLEAN) | tags
        for keyword in node.keywords:
            for name in [keyword.arg] if keyword.arg else [one.arg for one in called.parameters]:
                given[name] = given.get(name, CLEAN) | self.of(keyword.value)
        return given

    def _inner(self, name: str, node: ast.Call) -> Tags:
        """A function within this one: what it returns, with raw words for each text that it is given."""
        return self._name(ast.Name(id=name)) | self._all(passed(node))

    def _printed(self, node: ast.expr) -> Tags:
        """Of a record that is printed whole, all words."""
        held = self.of(node)
        is_whole = any(isinstance(one, Record) and one.of not in self.known.printed for one in held)
        is_whole = is_whole and words_of(held) == CLEAN
        return self._raw(node.lineno, f"{ast.unparse(node)}, printed whole") if is_whole else words_of(held)

    def _all(self, nodes: Iterable[ast.expr]) -> Tags:
        return CLEAN.union(*(self.of(node) for node in nodes))
