"""A call, or a part of an f-string, in; what it is called and what it is given, out."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def called_name(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(keyword.value for keyword in node.keywords)]


def passed(node: ast.Call) -> Iterator[ast.expr]:
    """What a call may pass on; by which key it sorts does not count."""
    yield from node.args
    yield from (keyword.value for keyword in node.keywords if keyword.arg != "key")


def is_number(part: ast.FormattedValue) -> bool:
    """Whether a number is printed: to print a text like one fails."""
    match part.format_spec:
        case ast.JoinedStr(values=[ast.Constant(value=str() as form)]):
            return form.endswith(("d", "f", "%"))
    return False
