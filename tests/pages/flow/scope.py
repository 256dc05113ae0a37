"""A function in; what its names hold, and which functions and types they stand for, out."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tests.pages.flow.known import CLEAN, Raw, Record, Tags, unparsed

if TYPE_CHECKING:
    from tests.pages.flow.program import Function, Program


class Scope:
    """One function while it is followed: what its names hold, and what else they may stand for."""

    def __init__(self, program: Program, function: Function) -> None:
        self.program, self.known, self.function = program, program.known, function
        self.names: dict[str, Tags] = {}
        self.inner: dict[str, ast.FunctionDef] = {}
        for argument in function.parameters:
            self.names[argument.arg] = self._parameter(argument)
        for star in (function.node.args.vararg, function.node.args.kwarg):
            if star:
                self.names[star.arg] = self._parameter(star)

    def _parameter(self, argument: ast.arg) -> Tags:
        if argument.arg in ("self", "cls"):
            return frozenset({Record(self.function.of)})
        has_text, records = self.program.of_type(unparsed(argument.annotation))
        return (frozenset({argument.arg}) if has_text else CLEAN) | records

    def _raw(self, line: int, words: str) -> Tags:
        return frozenset({Raw(self.function.module, line, words)})

    def _typed(self, node: ast.expr, types: Iterable[str]) -> Tags:
        """What a field, or a function of another stage, can hold by its type."""
        kinds = [self.program.of_type(one) for one in types]
        raw = self._raw(node.lineno, ast.unparse(node)) if any(text for text, _ in kinds) else CLEAN
        return raw.union(*(records for _, records in kinds))

    def _function(self, node: ast.expr) -> list[Function]:
        """The functions of the held modules that an expression may call."""
        whole = self._whole(node)
        if whole in self.program.functions:
            return [self.program.functions[whole]]
        if isinstance(node, ast.Attribute) and whole is None:
            return self.program.methods.get(node.attr, [])
        return []

    def _whole(self, node: ast.expr) -> str | None:
        """`module.name` of something that stands in a module; nothing where the name is one of a value."""
        imports = self.program.imports[self.function.module]
        if isinstance(node, ast.Name):
            if node.id in self.names:
                return None
            return imports.get(node.id, f"{self.function.module}.{node.id}")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id in self.names or node.value.id not in imports:
                return None
            return f"{imports[node.value.id]}.{node.attr}"
        return None
