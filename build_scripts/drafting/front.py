"""Drafting: fields in, front matter out; what is only proposed stands in it as comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from build_scripts import escape


def front(fields: Mapping[str, object], proposed: Iterable[str] = ()) -> str:
    """Front matter with the fields that have a value, and lines that a person may take the `#` from.

    >>> print(front({"title": "A", "side": "", "aliases": ["B"]}, ["side: north"]), end="")
    ---
    title: "A"
    aliases: ["B"]
    # side: north
    ---
    """
    lines = ["---"]
    for key, value in fields.items():
        if isinstance(value, tuple):
            lines += [f"{key}:", *(f"  - {item}" for item in value)] if value else []
        elif isinstance(value, list):
            lines += [f"{key}: {listed(value)}"] if value else []
        elif value:
            lines.append(f"{key}: {escape.front_matter(str(value))}")
    return "\n".join([*lines, *(comment(line) for line in proposed), "---", ""])


def listed(values: Iterable[object]) -> str:
    return f"[{', '.join(escape.front_matter(str(one)) for one in values)}]"


def comment(line: str) -> str:
    """One line that YAML leaves out, whatever stands in it."""
    return f"# {' '.join(line.split())}"


def in_single_marks(citation: str) -> str:
    """A citation as a text of YAML: between single marks, those in it doubled."""
    return f"'{citation.replace(chr(39), chr(39) * 2)}'"
