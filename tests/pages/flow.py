"""The modules that write pages in; every place where words of other people flow into a page as they are out.

Nothing is taken for harmless because nobody thought of it: of an expression whose type can hold text, only
what is shown to be the program's own words, or comes out of a function that makes words inert, may reach a
page. Types are those that the code states, and that the type checker holds; calls are followed.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

Tags = frozenset[object]
"""What an expression may hold: words of a place (`Raw`), of a parameter (its name), or a `Record`."""
CLEAN: Tags = frozenset()
UNSEEN: Tags = frozenset({None})
"""What a name holds that no statement looked at so far gives anything."""

_PLAIN_TYPES = frozenset(
    {
        *("int", "float", "bool", "date", "None", "Ref", "tuple", "list", "dict", "set", "frozenset"),
        *("Mapping", "Iterable", "Iterator", "Sequence", "Collection", "Callable", "Literal", "defaultdict"),
    }
)
"""Types that hold no text of their own; all others but records and enumerations may."""
_NO_TEXT = frozenset(
    {
        *("len", "int", "float", "bool", "any", "all", "isinstance", "hash", "ord", "round", "abs", "range"),
        *("startswith", "endswith", "count", "find", "index", "isdigit", "isprintable", "issubset"),
    }
)
_UNTOLD = frozenset({"getattr", "eval", "vars", "repr", "ascii", "format_map", "__getattribute__", "astuple"})
_OF_PLAIN = frozenset({"value", "name", "year", "month", "day", "days"})
"""What members of enumerations and dates have, which hold no words of other people."""
_ADDING = frozenset({"append", "extend", "add", "update", "insert", "setdefault", "appendleft"})


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
                self.returns[f"{module}.{node.name}"] = _unparsed(node.returns)
            if not isinstance(node, ast.ClassDef):
                continue
            is_enum = any("Enum" in ast.unparse(base) for base in node.bases)
            (self.enums if is_enum else self.records).add(node.name)
            self.bases.setdefault(node.name, []).extend(ast.unparse(base) for base in node.bases)
            for part in node.body:
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                    self.order.setdefault(node.name, []).append(part.target.id)
                    self._field(node.name, part.target.id, _unparsed(part.annotation))
                elif isinstance(part, ast.FunctionDef):
                    self._field(node.name, part.name, _unparsed(part.returns))

    def _field(self, owner: str, name: str, annotation: str) -> None:
        is_own = f"{owner}.{name}" in self.own or name in self.sinks.get(owner, ())
        fields = self.fields.setdefault(owner, {})
        # Two classes of one name are one to this rule: what either may hold counts.
        fields[name] = (
            "None" if is_own else f"{fields[name]} | {annotation}" if name in fields else annotation
        )


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
            function.returns = self.of_type(_unparsed(function.node.returns))[1]
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
                _Body(self, function).follow()
            if before == [(one.returns, len(one.sinks)) for one in self.functions.values()]:
                break
        else:
            raise AssertionError("the rule finds no end")
        for end in ends:
            self.found.update(tag for tag in self.functions[end].returns if isinstance(tag, Raw))
        return sorted(self.found, key=lambda one: (one.module, one.line, one.words))

    def of_type(self, annotation: str) -> tuple[bool, Tags]:
        """Whether a value of a type can hold text, and which records."""
        names = _names(annotation)
        for name in names & set(self.known.aliases):
            names |= frozenset[str]().union(*map(_names, self.known.aliases[name]))
        names -= set(self.known.aliases) - self.known.records
        records = frozenset(Record(name) for name in names & self.known.records)
        return bool(names - _PLAIN_TYPES - self.known.records - self.known.enums), records

    def field(self, record: str, name: str) -> str | None:
        """The type of a record's field, or of one that its bases have."""
        if name in self.known.fields.get(record, {}):
            return self.known.fields[record][name]
        found = (self.field(base, name) for base in self.known.bases.get(record, ()))
        return next((one for one in found if one is not None), None)


class _Body:
    """One function, whatever the order of its statements."""

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
        has_text, records = self.program.of_type(_unparsed(argument.annotation))
        return (frozenset({argument.arg}) if has_text else CLEAN) | records

    def follow(self) -> None:
        own = [node for node in ast.walk(self.function.node) if node is not self.function.node]
        for node in own:
            if isinstance(node, ast.FunctionDef):
                self.inner[node.name] = node
                for argument in (*node.args.args, *node.args.kwonlyargs):
                    has_text, records = self.program.of_type(_unparsed(argument.annotation))
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
        has_text, records = self.program.of_type(_unparsed(self.function.node.returns))
        if self.function.name in self.known.inert or self.function.name in self.known.own:
            has_text = False
        for node in own:
            is_given = isinstance(node, (ast.Return, ast.Yield, ast.YieldFrom)) and node not in inside
            if is_given and node.value and has_text:
                self.function.returns |= _words_of(self.of(node.value))
            elif isinstance(node, ast.Call):
                self.of(node)
        self.function.returns |= records

    # -- what a statement gives a name

    def _bind(self, node: ast.AST) -> None:
        match node:
            case ast.Assign():
                for target in node.targets:
                    self._give(target, self.of(node.value))
            case ast.AnnAssign() | ast.NamedExpr() | ast.AugAssign() if node.value is not None:
                self._give(node.target, self.of(node.value))
            case ast.For() | ast.comprehension():
                target: ast.AST = node.target
                if isinstance(node.iter, ast.Call) and _called(node.iter) == "enumerate":
                    target = target.elts[-1] if isinstance(target, ast.Tuple) else target
                self._give(target, self.of(node.iter))
            case ast.withitem() if node.optional_vars is not None:
                self._give(node.optional_vars, self.of(node.context_expr))
            case ast.Match():
                for part in ast.walk(node):
                    if isinstance(part, (ast.MatchAs, ast.MatchStar)) and part.name:
                        self._add(part.name, self.of(node.subject))
            case ast.Call(func=ast.Attribute()) if node.func.attr in _ADDING:
                given = self._all(_arguments(node))
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

    # -- what an expression holds

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
                return CLEAN.union(*(self._printed(part.value) for part in parts if not _is_number(part)))
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

    def _all(self, nodes: Iterable[ast.expr]) -> Tags:
        return CLEAN.union(*(self.of(node) for node in nodes))

    def _raw(self, line: int, words: str) -> Tags:
        return frozenset({Raw(self.function.module, line, words)})

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

    # -- calls

    def _call(self, node: ast.Call) -> Tags:
        name = _called(node)
        whole = self._whole(node.func) or ""
        if whole in self.known.inert or whole in self.known.own or name in _NO_TEXT:
            return CLEAN
        if name in _UNTOLD:
            return self._raw(node.lineno, ast.unparse(node))
        if name in ("str", "format", "join"):
            receiver = node.func.value if isinstance(node.func, ast.Attribute) else None
            return self.of(receiver).union(*(self._printed(one) for one in _passed(node)))
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
            return self._name(node.func) | self._all(_passed(node))
        receiver = self.of(node.func.value) if isinstance(node.func, ast.Attribute) else CLEAN
        types = [self.program.field(one.of, name) for one in receiver if isinstance(one, Record)]
        known = [one for one in types if one is not None]
        return self._typed(node, known) if known else receiver | self._all(_passed(node))

    def _record(self, node: ast.Call) -> Tags | None:
        """A record is made: what goes into fields that hold Markdown must be fit for a page."""
        name = _called(node)
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
            found |= _words_of(given.get(tag, CLEAN)) if isinstance(tag, str) else frozenset({tag})
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
        return self._name(ast.Name(id=name)) | self._all(_passed(node))

    def _mapped(self, node: ast.Call) -> Tags:
        function, *rest = node.args
        applied = ast.Call(func=function, args=rest, keywords=[], lineno=node.lineno, col_offset=0)
        return self._call(applied)

    def _typed(self, node: ast.expr, types: Iterable[str]) -> Tags:
        """What a field, or a function of another stage, can hold by its type."""
        kinds = [self.program.of_type(one) for one in types]
        raw = self._raw(node.lineno, ast.unparse(node)) if any(text for text, _ in kinds) else CLEAN
        return raw.union(*(records for _, records in kinds))

    def _printed(self, node: ast.expr) -> Tags:
        """Of a record that is printed whole, all words."""
        held = self.of(node)
        is_whole = any(isinstance(one, Record) and one.of not in self.known.printed for one in held)
        is_whole = is_whole and _words_of(held) == CLEAN
        return self._raw(node.lineno, f"{ast.unparse(node)}, printed whole") if is_whole else _words_of(held)

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


@cache
def _names(annotation: str) -> frozenset[str]:
    """The names of types in an annotation; of none, one that can hold anything."""
    whole = ast.parse(annotation or "Any", mode="eval").body
    nodes = [node for node in ast.walk(whole) if isinstance(node, (ast.Name, ast.Attribute))]
    names = {node.id if isinstance(node, ast.Name) else node.attr for node in nodes}
    return frozenset(names)


def _words_of(tags: Tags) -> Tags:
    return frozenset(tag for tag in tags if isinstance(tag, (Raw, str)))


def _is_number(part: ast.FormattedValue) -> bool:
    """Whether a number is printed: to print a text like one fails."""
    match part.format_spec:
        case ast.JoinedStr(values=[ast.Constant(value=str() as form)]):
            return form.endswith(("d", "f", "%"))
    return False


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(keyword.value for keyword in node.keywords)]


def _passed(node: ast.Call) -> Iterator[ast.expr]:
    """What a call may pass on; by which key it sorts does not count."""
    yield from node.args
    yield from (keyword.value for keyword in node.keywords if keyword.arg != "key")


def _unparsed(annotation: ast.expr | None) -> str:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return annotation.value
    return ast.unparse(annotation) if annotation else ""
