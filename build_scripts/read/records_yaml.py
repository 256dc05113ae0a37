"""Read: the text of a YAML document in; mappings, lists and texts, with the line of each, out.

Every scalar is text: `000` stays `000`, `no` stays `no`, `2024-02-28` stays what the editor typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from build_scripts.errors import Faults
from build_scripts.escape import unprintable

DEEPEST = 12
"""Levels of nesting; what editors write has four, a hostile file as many as it likes."""

ELSEWHERE = 100
"""The same for the parts of a document that are not ours."""

_WRITTEN_OUT = "Write the character itself, not an escape of it; one that cannot be seen has no place here."
# What PyYAML says, and what an editor can do about it.
_MENDS = {
    "mapping values are not allowed here": "Put a text that holds `: ` between quotation marks.",
    "cannot start any token": "Indent with spaces; a text that begins with a sign needs quotation marks.",
    "expected <block end>": "Indent the keys of one mapping by the same number of spaces; so too list items.",
    "while scanning a quoted scalar": "Close the quotation marks on the line where they open.",
    "could not find expected ':'": "Write each line as `key: text`.",
    "an escape that": _WRITTEN_OUT,
    "special characters": "Delete the control character; it cannot be seen in most editors.",
}
_MEND = "Write `key: text` on each line, lists as `- text`, and doubtful texts between quotation marks."


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document's value (mapping, list or text), and the line of each part by its dotted path."""

    value: object
    lines: Mapping[str, int]
    """`aliases` is the line of that key, `aliases.0` of its first item, the empty path of the whole."""


def load(text: str, file: str, faults: Faults, *, first_line: int = 1, within: str = "") -> Loaded | None:
    """Read one document; None, with faults added, if it cannot be read.

    Keys that stand twice, tags (`!!python/name:`), anchors and aliases are faults. With `within` only
    the part below that path is ours: elsewhere tags and aliases are left to whoever reads them.
    """
    reading = _Reading(file, faults, first_line, within)
    known = len(faults.found)
    try:
        value = reading.document(text)
    except yaml.YAMLError as error:
        reading.not_yaml(error, text)
        return None
    except (ValueError, OverflowError):  # PyYAML, of an escape such as "\\U00110000"
        reading.not_yaml(yaml.YAMLError("an escape that stands for no character"), text)
        return None
    except _TooDeep as error:
        faults.add(file, error.line, "nested too deep", "Write lists and mappings at most four levels deep.")
        return None
    return None if len(faults.found) > known else Loaded(value, reading.lines)


class _TooDeep(Exception):
    """The document is nested so deep that nobody can have meant it."""

    def __init__(self, line: int) -> None:
        self.line = line


@dataclass(slots=True)
class _Reading:
    """One document, read event by event: nothing is resolved, so nothing is anything but text."""

    file: str
    faults: Faults
    first_line: int
    within: str
    lines: dict[str, int] = field(default_factory=dict)

    def document(self, text: str) -> object:
        events = iter(yaml.parse(text, Loader=yaml.SafeLoader))
        value: object = {}
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    mend = "Delete the line ---, or put it between quotation marks."
                    self._fault(event, "", "a second YAML document begins here", mend)
                else:
                    value = self._value(next(events), events, "", 0)
        return value

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], path: str, depth: int) -> object:
        self.lines.setdefault(path, self._line(event))
        self._refuse(event, path)
        if depth > (DEEPEST if self._is_ours(path) else ELSEWHERE):
            raise _TooDeep(self._line(event))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path, depth)
        return event.value if isinstance(event, yaml.ScalarEvent) else ""

    def _mapping(self, events: Iterator[yaml.Event], path: str, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._value(event, events, f"{path}.?", depth + 1)
            self.lines.pop(f"{path}.?", None)
            name = key if isinstance(key, str) else ""
            inner = f"{path}.{name}" if path else name
            if not isinstance(key, str):
                self._fault(event, path, "a key that is not a text", "Write `key: text`.")
            elif name in found:
                first = self.lines[inner]
                self._fault(event, inner, f"the key {name} stands twice (first on line {first})", "Keep one.")
            else:
                self.lines[inner] = self._line(event)
            found[name] = self._value(next(events), events, inner, depth + 1)
        return found

    def _list(self, events: Iterator[yaml.Event], path: str, depth: int) -> list[object]:
        found: list[object] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            inner = f"{path}.{len(found)}" if path else str(len(found))
            found.append(self._value(event, events, inner, depth + 1))
        return found

    def _refuse(self, event: yaml.Event, path: str) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            mend = "Put a text that begins with this sign between quotation marks; write repeated values out."
            self._fault(event, path, f"{sign}{getattr(event, 'anchor', '')} refers to another place", mend)
        tag = getattr(event, "tag", None)
        if tag and tag not in ("!", "tag:yaml.org,2002:str"):
            mend = "Put a text that begins with ! between quotation marks; tags are not used here."
            self._fault(event, path, f"the tag {tag}", mend)
        if isinstance(event, yaml.ScalarEvent) and (sign := unprintable(event.value)):
            what = f"a text with a character that no page shows (U+{ord(sign):04X})"
            self._fault(event, path, what, _WRITTEN_OUT)

    def _fault(self, event: yaml.Event, path: str, what: str, mend: str) -> None:
        if self._is_ours(path):
            self.faults.add(self.file, self._line(event), what, mend)

    def _is_ours(self, path: str) -> bool:
        return not self.within or f"{path}.".startswith(f"{self.within}.")

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return (int(mark.line) if mark else 0) + self.first_line

    def not_yaml(self, error: yaml.YAMLError, text: str) -> None:
        """Say what PyYAML found in words that name the line in the file and a way out."""
        line, what = self.first_line, str(error)
        if isinstance(error, yaml.MarkedYAMLError):
            what = ", ".join(part for part in (error.context, error.problem) if part)
            mark = error.problem_mark or error.context_mark
            line += int(mark.line) if mark else 0
        elif isinstance(error, yaml.reader.ReaderError):
            line += text.count("\n", 0, error.position)
            what = f"special characters are not allowed (U+{_code(error.character):04X})"
        mend = next((mend for sign, mend in _MENDS.items() if sign in what), _MEND)
        self.faults.add(self.file, line, f"not readable as YAML: {what}", mend)


def _code(character: object) -> int:
    return ord(character) if isinstance(character, str) else int(str(character))
