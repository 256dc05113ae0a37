"""Modules in; their functions, and the words of other people that reach a page through them, out."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.pages.flow.body import Body
from tests.pages.flow.known import CLEAN, Known, Raw, Record, Tags, type_names, unparsed

_PLAIN_TYPES = frozenset(
    {
        *("int", "float", "bool", "date", "None", "Ref", "tuple", "list", "dict", "set", "frozenset"),
        *("Mapping", "Iterable", "Iterator", "Sequence", "Collection", "Callable", "Literal", "defaultdict"),
    }
)
"""Types that hold no text of their own; all others but records and enumerations may."""


@dataclass
class Function:
    module: str
    node: ast.FunctionDef
    of: str = ""
    """Its class."""
    returns: Tags = CLEAN
    sinks: set[str] = field(default_factory=set)
    """Parameters that it puts into a page."""

    @property
    def name(self) -> str:
        return f"{self.module}.{self.of}.{self.node.name}" if self.of else f"{self.module}.{self.node.name}"

    @property
    def parameters(self) -> list[ast.arg]:
        every = self.node.args
        return [*every.posonlyargs, *every.args, *every.kwonlyargs]


class Program:
    """The modules that are held to the rule."""

    def __init__(self, held: Mapping[str, ast.Module], known: Known) -> None:
        self.known = known
        self.functions: dict[str, Function] = {}
        self.methods: dict[str, list[Function]] = {}
        self.imports: dict[str, dict[str, str]] = {}
        self.constants: dict[str, set[str]] = {}
        for name, tree in held.items():
            self._functions(name, tree)
        for function in self.functions.values():
            function.returns = self.of_type(unparsed(function.node.returns))[1]
        self.found: set[Raw] = set()

    def _functions(self, module: str, tree: ast.Module) -> None:
        imports = self.imports.setdefault(module, {})
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    whole = f"{(node.module or '').removeprefix('build_scripts').lstrip('.')}.{alias.name}"
                    imports[alias.asname or alias.name] = whole.removeprefix("pages.").lstrip(".")
            elif isinstance(node, ast.Import):
                imports |= {alias.asname or alias.name: alias.name for alias in node.names}
        self.constants[module] = {
            target.id
            for node in tree.body
            for whole in ([node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", []))
            for target in ast.walk(whole)
            if isinstance(target, ast.Name)
        }
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self.functions[f"{module}.{node.name}"] = Function(module, node)
            elif isinstance(node, ast.ClassDef):
                for part in node.body:
                    if isinstance(part, ast.FunctionDef):
                        function = Function(module, part, node.name)
                        self.functions[function.name] = function
                        self.methods.setdefault(part.name, []).append(function)

    def unescaped(self, ends: Iterable[str] = ()) -> list[Raw]:
        """Raw words that reach a record that holds Markdown, or what one of the functions `ends` returns."""
        for _ in range(12):
            before = [(one.returns, len(one.sinks)) for one in self.functions.values()]
            self.found.clear()
            for function in self.functions.values():
                Body(self, function).follow()
            if before == [(one.returns, len(one.sinks)) for one in self.functions.values()]:
                break
        else:
            raise AssertionError("the rule finds no end")
        for end in ends:
            self.found.update(tag for tag in self.functions[end].returns if isinstance(tag, Raw))
        return sorted(self.found, key=lambda one: (one.module, one.line, one.words))

    def of_type(self, annotation: str) -> tuple[bool, Tags]:
        """Whether a value of a type can hold text, and which records."""
        names = type_names(annotation)
        for name in names & set(self.known.aliases):
            names |= frozenset[str]().union(*map(type_names, self.known.aliases[name]))
        names -= set(self.known.aliases) - self.known.records
        records = frozenset(Record(name) for name in names & self.known.records)
        return bool(names - _PLAIN_TYPES - self.known.records - self.known.enums), records

    def field(self, record: str, name: str) -> str | None:
        """The type of a record's field, or of one that its bases have."""
        if name in self.known.fields.get(record, {}):
            return self.known.fields[record][name]
        found = (self.field(base, name) for base in self.known.bases.get(record, ()))
        return next((one for one in found if one is not None), None)
