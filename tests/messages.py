"""Every message of the code, read from its syntax: what the constructors of faults and rows are given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CODE = Path(__file__).parent.parent / "build_scripts"
GAP = "…"
PLACES = {
    ("add", 4): 2,
    ("fault", 3): 1,
    ("_fault", 3): 1,
    ("_fault", 4): 2,
    ("_cannot", 2): 0,
    ("Fault", 4): 2,
    ("BlockFault", 3): 1,
    ("Malformed", 4): 2,
    ("NotFound", 2): 0,
    ("NotFound", 3): 0,
    ("ReviewRow", 5): 1,
    ("ReviewRow", 4): 1,
    ("CannotReadOrWrite", 2): 1,
}
"""Where a constructor takes what is wrong, by its name and its number of places."""


def messages() -> dict[str, str]:
    """Each message, with `…` for what differs from case to case, and where it stands in the code."""
    found: dict[str, str] = {}
    for file in sorted(CODE.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                for words in _said(node, parents):
                    found.setdefault(words, f"{file.relative_to(CODE)}:{node.lineno}")
    return found


def _said(call: ast.Call, parents: dict[ast.AST, ast.AST]) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "CannotRender":
        for given in call.args:
            if isinstance(given, ast.Tuple):
                yield from _words(given.elts[0], call, parents)
    place = PLACES.get((name, len(call.args)))
    if place is not None and not isinstance(call.args[place], ast.Starred):
        yield from _words(call.args[place], call, parents)


def _words(node: ast.expr, call: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[str]:
    """The texts that an expression can have; nothing for one that hands on a message made elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
    elif isinstance(node, ast.Name):
        function = call
        while function in parents and not isinstance(function, ast.FunctionDef):
            function = parents[function]
        for each in ast.walk(function):
            if isinstance(each, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == node.id for target in each.targets
            ):
                yield from _words(each.value, call, parents)
