"""An expression in; the words of other people that it may hold, out."""

from __future__ import annotations

import ast
import builtins

from tests.pages.flow.calls import Calls
from tests.pages.flow.known import CLEAN, UNSEEN, Record, Tags
from tests.pages.flow.syntax import is_number

_OF_PLAIN = frozenset({"value", "name", "year", "month", "day", "days"})
"""What members of enumerations and dates have, which hold no words of other people."""


class Expressions(Calls):
    """What an expression holds, by its form."""

    def of(self, node: ast.expr | None) -> Tags:
        match node:
            case None | ast.Constant() | ast.Compare() | ast.UnaryOp():
                return CLEAN
            case ast.Lambda():
                return self.of(node.body)
            case ast.Name():
                return self._name(node)
            case ast.Attribute():
                return self._attribute(node)
            case ast.Call():
                return self._call(node)
            case ast.JoinedStr():
                parts = [part for part in node.values if isinstance(part, ast.FormattedValue)]
                return CLEAN.union(*(self._printed(part.value) for part in parts if not is_number(part)))
            case ast.IfExp():
                return self.of(node.body) | self.of(node.orelse)
            case ast.BoolOp():
                return self._all(node.values)
            case ast.BinOp():
                return self.of(node.left) | (CLEAN if isinstance(node.op, ast.Sub) else self.of(node.right))
            case ast.List() | ast.Tuple() | ast.Set():
                return self._all(node.elts)
            case ast.Dict():
                return self._all(part for part in (*node.keys, *node.values) if part)
            case ast.GeneratorExp() | ast.ListComp() | ast.SetComp():
                return self.of(node.elt)
            case ast.DictComp():
                return self.of(node.key) | self.of(node.value)
            case ast.Subscript() | ast.Starred() | ast.NamedExpr() | ast.Await():
                return self.of(node.value)
            case ast.YieldFrom() | ast.Yield():
                return CLEAN
        return self._raw(node.lineno, ast.unparse(node))

    def _name(self, node: ast.Name) -> Tags:
        """What a name holds; of a function, what it returns whatever it is given."""
        if node.id in self.inner:
            returned = (part for part in ast.walk(self.inner[node.id]) if isinstance(part, ast.Return))
            return self._all(part.value for part in returned if part.value)
        if node.id in self.names:
            return self.names[node.id]
        if named := self._function(node):
            of_all = CLEAN.union(*(one.returns for one in named))
            return frozenset(tag for tag in of_all if not isinstance(tag, str))
        module = self.function.module
        is_of_module = node.id in self.program.constants[module] or node.id in self.program.imports[module]
        is_known = is_of_module or node.id in dir(builtins)
        return CLEAN if is_known else self._raw(node.lineno, node.id)

    def _attribute(self, node: ast.Attribute) -> Tags:
        whole = self._whole(node)
        if whole is not None and (node.attr.isupper() or whole.split(".")[-2] in self.known.enums):
            return CLEAN
        held = self.of(node.value)
        if held >= UNSEEN:
            return held
        types = [self.program.field(one.of, node.attr) for one in held if isinstance(one, Record)]
        known = [one for one in types if one is not None]
        if not known and node.attr in _OF_PLAIN and held == CLEAN:
            return CLEAN
        return self._typed(node, known) if known else self._raw(node.lineno, ast.unparse(node))
