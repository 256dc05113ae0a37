"""The statements of a function in; what its names may hold and what it may return, out."""

from __future__ import annotations

import ast

from tests.pages.flow.expressions import Expressions
from tests.pages.flow.known import CLEAN, UNSEEN, Tags, unparsed, words_of
from tests.pages.flow.syntax import arguments, called_name

_ADDING = frozenset({"append", "extend", "add", "update", "insert", "setdefault", "appendleft"})


class Body(Expressions):
    """One function, whatever the order of its statements."""

    def follow(self) -> None:
        own = [node for node in ast.walk(self.function.node) if node is not self.function.node]
        for node in own:
            if isinstance(node, ast.FunctionDef):
                self.inner[node.name] = node
                for argument in (*node.args.args, *node.args.kwonlyargs):
                    has_text, records = self.program.of_type(unparsed(argument.annotation))
                    raw = self._raw(node.lineno, f"{argument.arg} of {node.name}")
                    self.names[argument.arg] = (raw if has_text else CLEAN) | records
        for node in own:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.names.setdefault(node.id, UNSEEN)
        while True:
            before = dict(self.names)
            for node in own:
                self._bind(node)
            if before == self.names:
                break
        inside = {part for node in self.inner.values() for part in ast.walk(node)}
        has_text, records = self.program.of_type(unparsed(self.function.node.returns))
        if self.function.name in self.known.inert or self.function.name in self.known.own:
            has_text = False
        for node in own:
            is_given = isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)) and node not in inside
            if is_given and node.value and has_text:
                self.function.returns |= words_of(self.of(node.value))
            elif isinstance(node, ast.Call):
                self.of(node)
        self.function.returns |= records

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Assign():
                for target in node.targets:
                    self._give(target, self.of(node.value))
            case ast.AnnAssign() | ast.NamedExpr() | ast.AugAssign() if node.value is not None:
                self._give(node.target, self.of(node.value))
            case ast.For() | ast.comprehension():
                target: ast.AST = node.target
                if isinstance(node.iter, ast.Call) and called_name(node.iter) == "enumerate":
                    target = target.elts[-1] if isinstance(target, ast.Tuple) else target
                self._give(target, self.of(node.iter))
            case ast.withitem() if node.optional_vars is not None:
                self._give(node.optional_vars, self.of(node.context_expr))
            case ast.Match():
                for part in ast.walk(node):
                    if isinstance(part, (ast.MatchAs, ast.MatchStar)) and part.name:
                        self._add(part.name, self.of(node.subject))
            case ast.Call(func=ast.Attribute()) if node.func.attr in _ADDING:
                given = self._all(arguments(node))
                self._give(node.func.value, given)
            case ast.Lambda():
                for argument in node.args.args:
                    self.names.setdefault(argument.arg, self._raw(node.lineno, f"{argument.arg} of a lambda"))

    def _give(self, target: ast.AST, tags: Tags) -> None:
        """To each name of the target; to what holds it, where it is an item or the result of a method."""
        match target:
            case ast.Name():
                self._add(target.id, tags)
            case ast.Tuple() | ast.List():
                for part in target.elts:
                    self._give(part, tags)
            case ast.Starred() | ast.Attribute() | ast.Subscript():
                self._give(target.value, tags)
            case ast.Call():
                self._give(target.func, tags)

    def _add(self, name: str, tags: Tags) -> None:
        held = self.names.get(name, UNSEEN) | (tags - UNSEEN)
        self.names[name] = held if tags >= UNSEEN else held - UNSEEN
