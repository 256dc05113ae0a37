"""Command line: a fault in; the workflow command by which the code host shows it on its line out."""

from __future__ import annotations

from build_scripts.errors import Fault

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def annotation(level: str, fault: Fault, file: str, guide: str) -> str:
    """One line for the log; `level` is error, warning or notice, `file` the path from the repository's root.

    >>> annotation("error", Fault("a.md", 3, "no kind", "Add it: 100 %"), "docs/a.md", "guide.md#missing")
    '::error file=docs/a.md,line=3,title=no kind::Add it: 100 %25%0AGuide: guide.md#missing'
    """
    place = f"file={_escaped(file, _IN_PROPERTY)}"
    line = f",line={fault.line}" if fault.line else ""
    title = f",title={_escaped(fault.what, _IN_PROPERTY)}"
    told = f"{fault.mend}\nGuide: {guide}" if guide else fault.mend
    return f"::{level} {place}{line}{title}::{_escaped(told, _IN_MESSAGE)}"


def _escaped(text: str, signs: dict[str, str]) -> str:
    """A text that cannot end the command, nor begin another one on a line of its own."""
    return "".join(signs.get(char, char) for char in text)
