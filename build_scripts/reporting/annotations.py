"""Command line: a fault in; the workflow command by which the code host shows it on its line out."""

from __future__ import annotations

from build_scripts import escape
from build_scripts.errors import Fault

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def annotation(level: str, fault: Fault, file: str, guide: str) -> str:
    """One line for the log; `level` is error, warning or notice, `file` the path from the repository's root.

    >>> annotation("error", Fault("a.md", 3, "no kind", "Add it: 100 %"), "docs/a.md", "guide.md#missing")
    '::error file=docs/a.md,line=3,title=no kind::Add it: 100 %25%0AGuide: guide.md#missing'
    """
    given = {"file": file, "line": str(fault.line or ""), "title": fault.what}
    properties = ",".join(f"{name}={_escaped(text, _IN_PROPERTY)}" for name, text in given.items() if text)
    told = f"{fault.mend}\nGuide: {guide}" if guide else fault.mend
    return f"::{level} {properties}::{_escaped(told, _IN_MESSAGE)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    """A text that cannot end the command, nor begin another one on a line of its own."""
    return "".join(signs.get(char, char) for char in escape.console(text))
