"""No words of an article or a record come into a page's Markdown but through what makes them inert.

A rule for the text of `pages/`: who puts such a field into an f-string, a join or a sum, without a call of
`escape` or of `markdown`'s own functions around it, is told so.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_scripts import pages

FOLDER = Path(pages.__file__).parent

WORDS = frozenset(
    {
        *("text", "quote", "words", "title", "name", "names", "publisher", "place", "found_place", "why"),
        *("note", "genre", "question", "was", "now", "dismissed", "speaker", "via", "spelling", "aliases"),
        *("label", "url", "archived", "rights", "value", "counted", "low", "role", "description", "credited"),
    }
)
"""Fields of records in which words of other people stand."""

INERT = frozenset(
    {
        *("strict", "readable", "cell", "front_matter", "link", "svg"),  # of escape
        *("inline", "heading", "words", "quoted", "address", "beside"),  # of markdown
        *("page", "titled"),  # of drafts
        *("text", "_link"),  # of the pictures
    }
)
PLAIN = {
    *("credits._credits", "differences._same", "search._headline", "source_map._shared"),
    *("timeline._whom", "timeline_across._words", "crediting._name"),
    *("naming.source_name", "naming.source_label", "naming.source_title", "naming.spellings"),
    *("actors.roles_by_wording", "claims._text", "lineages.label", "lineages.labelled", "lineages.named"),
    *(
        "timeline._row_name",
        "timeline._place",
        "timeline._key",
        "disagreement.place",
        "wording.value",
        "wording.without_date",
    ),
}
"""Functions that give words as they are: who calls one is held to the rule as if it were a field."""

_PASSES_ON = frozenset(
    {"join", "strip", "str", "sorted", "listed", "sentence", "removesuffix", "replace", "next", "iter"}
)
_SINKS = frozenset({"append", "bullets", "sections", "table", "folded", "folded_item", "deeper", "PagePlan"})
_OWN = frozenset({"kind", "status", "basis", "claim"})
"""Enums: their values are the program's own words."""


def unescaped(code: str, module: str = "") -> Iterator[tuple[int, str]]:
    """Line and words of every place at which a field of words meets Markdown as it is.

    >>> list(unescaped('def a(p):\\n    return f"- {p.text}"'))
    [(2, 'p.text')]
    >>> list(unescaped('def a(p):\\n    return f"- {escape.cell(p.text)}"'))
    []
    """
    tree = ast.parse(code)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
            whole = f"{module}.{call.func.id}"
            call.func.id = whole if whole in PLAIN else call.func.id
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    plain = [function for function in functions if f"{module}.{function.name}" in PLAIN]
    aside = {node for function in plain for node in ast.walk(function)}
    for function in functions:
        if function not in aside:
            yield from _in_function([node for node in ast.walk(function) if node not in aside])


def _in_function(nodes: list[ast.AST]) -> Iterator[tuple[int, str]]:
    held: set[str] = set()
    # What is not Markdown yet: inside a call that makes it inert, or the value of a name.
    kept: set[ast.AST] = set()
    for node in nodes:
        if isinstance(node, ast.Assign):
            kept.update(ast.walk(node.value))
            if any(_raw(node.value, held)):
                held.update(
                    one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)
                )
        elif isinstance(node, ast.Call) and (_called(node) in INERT or _is_record(node)):
            kept.update(inner for argument in _arguments(node) for inner in ast.walk(argument))
    parts = (part for node in nodes if node not in kept for part in _printed(node))
    yield from sorted({(found.lineno, ast.unparse(found)) for part in parts for found in _raw(part, held)})


def _printed(node: ast.AST) -> list[ast.expr]:
    """The expressions that a node makes part of a page."""
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return [node.left, node.right]
    if isinstance(node, ast.Call) and _called(node) in _SINKS:
        return _arguments(node)
    return [node.value] if isinstance(node, (ast.Return, ast.Yield)) and node.value else []


def _raw(node: ast.expr, held: set[str]) -> Iterator[ast.expr]:
    """Fields of words in an expression that nothing in it makes inert."""
    inside: list[ast.expr] = []
    match node:
        case ast.Call():
            if ast.unparse(node.func) in PLAIN:
                yield node
            elif _called(node) in _PASSES_ON:
                inside = [
                    *_arguments(node),
                    *([node.func.value] if isinstance(node.func, ast.Attribute) else []),
                ]
        case ast.Attribute():
            of_enum = (
                node.attr == "value" and isinstance(node.value, ast.Attribute) and node.value.attr in _OWN
            )
            if node.attr in WORDS and not of_enum:
                yield node
        case ast.Name():
            if node.id in held:
                yield node
        case ast.JoinedStr():
            inside = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        case ast.IfExp():
            inside = [node.body, node.orelse]
        case ast.BoolOp():
            inside = node.values
        case ast.BinOp(op=ast.Add()):
            inside = [node.left, node.right]
        case ast.List() | ast.Tuple() | ast.Set():
            inside = node.elts
        case ast.Dict():
            inside = node.values
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp():
            inside = [node.elt]
        case ast.Subscript() | ast.Starred() | ast.NamedExpr():
            inside = [node.value]
    for part in inside:
        yield from _raw(part, held)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _is_record(node: ast.Call) -> bool:
    return _called(node).lstrip("_")[:1].isupper() and _called(node) != "PagePlan"


def _arguments(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(keyword.value for keyword in node.keywords)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_words_of_records_are_escaped_before_they_join_a_page(path: Path) -> None:
    assert list(unescaped(path.read_text("utf-8"), path.stem)) == []


@pytest.mark.parametrize(
    "body",
    [
        'return f"- {p.text}"',
        'return "- " + p.quote',
        "return p.title",
        'words = p.text.strip()\n    return f"“{words}”"',
        'return markdown.bullets([p.text, "x"])',
        'lines = []\n    lines.append(", ".join(one.name for one in p.actors))\n    return lines',
        'return f"{naming.source_name(p.source)}: {escape.cell(p.text)}"',
        'return PagePlan("a.md", blocks={"a": p.text})',
        'return p.place or "not stated"',
    ],
)
def test_each_way_round_it_is_refused(body: str) -> None:
    assert list(unescaped(f"def a(p):\n    {body}\n")) != []


@pytest.mark.parametrize(
    "body",
    [
        'return f"- {markdown.words(p.text)}"',
        'told = f"{p.title}, {p.place}"\n    return escape.cell(told)',
        "return Mark(p.title)",
        "return [1 for one in p.names if one.text]",
        "return p.kind.value",
    ],
)
def test_words_made_inert_or_not_printed_pass(body: str) -> None:
    assert list(unescaped(f"def a(p):\n    {body}\n")) == []


def test_every_function_said_to_give_plain_words_exists() -> None:
    for name in PLAIN:
        module, function = name.split(".")
        file = FOLDER.parent / "naming.py" if module == "naming" else FOLDER / f"{module}.py"
        assert f"def {function}(" in file.read_text("utf-8"), name
