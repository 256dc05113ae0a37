"""Modules in; the types that they state, and what an expression may hold by its type, out."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

Tags = frozenset[object]
"""What an expression may hold: words of a place (`Raw`), of a parameter (its name), or a `Record`."""
CLEAN: Tags = frozenset()
UNSEEN: Tags = frozenset({None})
"""What a name holds that no statement looked at so far gives anything."""


@dataclass(frozen=True)
class Raw:
    """A place at which words as they are come in."""

    module: str
    line: int
    words: str


@dataclass(frozen=True)
class Record:
    """A record, or a collection of them: its fields decide. Printed whole, it shows all of them."""

    of: str


@dataclass
class Known:
    """What is known of the whole program, and what the rule takes on trust."""

    inert: frozenset[str]
    """Functions (`module.name`) that make any text inert; each is held to it by tests of its own."""
    own: frozenset[str]
    """Functions and fields (`module.name`, `Class.field`) whose words are the program's own."""
    sinks: Mapping[str, frozenset[str]]
    """By record, the fields that hold Markdown, or words that a page prints as they are."""
    printed: frozenset[str]
    """Records that print as what a page may hold."""
    returns: dict[str, str] = field(default_factory=dict)
    """The type that each function (`module.name`) returns."""
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
    """By record and name, the types of its fields, properties and methods."""
    bases: dict[str, list[str]] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    """Names that stand for other types, such as `Row = tuple[str, ...]`, in whatever module."""
    records: set[str] = field(default_factory=set)
    enums: set[str] = field(default_factory=set)
    order: dict[str, list[str]] = field(default_factory=dict)
    """The fields of each record in their order."""

    def read(self, module: str, tree: ast.Module) -> None:
        """Learn the types of a module."""
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript):
                for target in node.targets:
                    self.aliases.setdefault(ast.unparse(target), []).append(ast.unparse(node.value))
            if isinstance(node, ast.FunctionDef):
                self.returns[f"{module}.{node.name}"] = unparsed(node.returns)
            if not isinstance(node, ast.ClassDef):
                continue
            is_enum = any("Enum" in ast.unparse(base) for base in node.bases)
            (self.enums if is_enum else self.records).add(node.name)
            self.bases.setdefault(node.name, []).extend(ast.unparse(base) for base in node.bases)
            for part in node.body:
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                    self.order.setdefault(node.name, []).append(part.target.id)
                    self._field(node.name, part.target.id, unparsed(part.annotation))
                elif isinstance(part, ast.FunctionDef):
                    self._field(node.name, part.name, unparsed(part.returns))

    def _field(self, owner: str, name: str, annotation: str) -> None:
        is_own = f"{owner}.{name}" in self.own or name in self.sinks.get(owner, ())
        fields = self.fields.setdefault(owner, {})
        # Two classes of one name are one to this rule: what either may hold counts.
        fields[name] = (
            "None" if is_own else f"{fields[name]} | {annotation}" if name in fields else annotation
        )


@cache
def type_names(annotation: str) -> frozenset[str]:
    """The names of types in an annotation; of none, one that can hold anything."""
    whole = ast.parse(annotation or "Any", mode="eval").body
    nodes = [node for node in ast.walk(whole) if isinstance(node, (ast.Name, ast.Attribute))]
    names = {node.id if isinstance(node, ast.Name) else node.attr for node in nodes}
    return frozenset(names)


def words_of(tags: Tags) -> Tags:
    return frozenset(tag for tag in tags if isinstance(tag, (Raw, str)))


def unparsed(annotation: ast.expr | None) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation) if annotation else ""
