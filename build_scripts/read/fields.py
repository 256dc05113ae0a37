"""Read: one mapping of a YAML document in; its values as texts, lists and choices, or faults, out."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from build_scripts import edtf
from build_scripts.errors import Faults

Choice = TypeVar("Choice", bound=StrEnum)

_YES = frozenset(("true", "yes", "on"))
_NO = frozenset(("", "false", "no", "off"))
# Match: `2026-11-21`. Near-miss: `2026-11`, which is a month.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of one mapping, where it stands, and where its faults go."""

    values: Mapping[str, object]
    lines: Mapping[str, int]
    file: str
    faults: Faults = field(repr=False, compare=False)
    path: str = ""

    def line(self, key: str = "") -> int:
        """The line of a key, of `key.index`, or of the mapping itself; the nearest one known."""
        at = ".".join(part for part in (self.path, key) if part)
        while at and at not in self.lines:
            at = at.rpartition(".")[0]
        return self.lines.get(at, 0)

    def fault(self, key: str, what: str, mend: str) -> None:
        self.faults.add(self.file, self.line(key), what, mend)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Every key that is not `known` is a fault, with the key that was probably meant."""
        names = sorted(known)
        for key in self.values:
            if key not in names:
                near = get_close_matches(key, names, 1)
                meant = f"Did you mean {near[0]}? " if near else ""
                self.fault(key, f"unknown key {key}", f"{meant}Known here: {', '.join(names)}.")

    def raw(self, key: str) -> str:
        """A text as it was typed, entities and all; empty where there is none."""
        value = self.values.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.fault(key, f"{key} is not a text", f"Write `{key}: text` on one line.")
        return ""

    def text(self, key: str) -> str:
        """A text on one line for people to read: `&#x27;` is an apostrophe."""
        return _plain(self.raw(key))

    def required(self, key: str, example: str) -> str:
        """A text that must be there."""
        text = self.text(key)
        if not text and isinstance(self.values.get(key, ""), str):
            self.fault(key, f"no {key}", f"Add a line: {example}")
        return text

    def raw_items(self, key: str) -> tuple[tuple[str, int], ...]:
        """The texts of a list (or the one text) as they were typed, each with its line."""
        value = self.values.get(key, "")
        if isinstance(value, str):
            return ((value.strip(), self.line(key)),) if value.strip() else ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fault(key, f"{key} is not a list of texts", f"Write `{key}: [one, two]`.")
            return ()
        return tuple((item.strip(), self.line(f"{key}.{at}")) for at, item in enumerate(value))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, or one text alone; an empty one is a fault."""
        found = tuple(_plain(item) for item, _ in self.raw_items(key))
        if not all(found):
            self.fault(key, f"{key} holds an empty text", "Delete it, or write what was meant.")
        return tuple(text for text in found if text)

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice | None:
        """One of an enumeration's values; a fault and `default` for any other."""
        text = self.text(key)
        choices = [str(member) for member in kind if str(member)]
        if not text:
            return default
        if text in choices:
            return kind(text)
        self.fault(key, f"unknown {key} {text}", f"Write one of: {', '.join(choices)}.")
        return default

    def flag(self, key: str, default: bool = False) -> bool:
        """`true` or `false`."""
        text = self.text(key).lower()
        if key in self.values and text not in _YES | _NO:
            self.fault(key, f"{key} is {text}, not true or false", f"Write `{key}: true` or `{key}: false`.")
        return default if not text else text in _YES

    def date(self, key: str) -> str:
        """A date in EDTF, precise or not; empty where there is none."""
        text = self.text(key)
        if text and not edtf.is_valid(text):
            mend = "Write a date as 2024-02-29, 2024-02, 2024, 2024-03~ (about) or 2024-02-28/2024-02-29."
            self.fault(key, f"{key} {text} is not a date", mend)
            return ""
        return text

    def day(self, key: str, text: str | None = None) -> str:
        """One day, such as the day of a review."""
        value = self.text(key) if text is None else text
        if value and not (_DAY.fullmatch(value) and edtf.is_valid(value)):
            self.fault(key, f"{key} {value} is not a day", "Write year, month and day: 2026-11-21.")
            return ""
        return value

    def mapping(self, key: str) -> Fields | None:
        """The mapping that stands under a key; None where there is none."""
        value = self.values.get(key, "")
        if isinstance(value, dict):
            return self._inner(value, key)
        if value != "":
            self.fault(key, f"{key} is not a mapping", f"Write `{key}:` and below it, indented, `key: text`.")
        return None

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """The mappings of the list that stands under a key."""
        value = self.values.get(key, "")
        items = value if isinstance(value, list) else [] if value == "" else [value]
        found = []
        for at, item in enumerate(items):
            if isinstance(item, dict):
                found.append(self._inner(item, f"{key}.{at}"))
            else:
                mend = f"Write `{key}:` and below it, indented, one `- key: text` for each."
                self.fault(f"{key}.{at}", f"{key} is not a list of mappings", mend)
        return tuple(found)

    def _inner(self, values: Mapping[str, object], key: str) -> Fields:
        return replace(self, values=values, path=f"{self.path}.{key}" if self.path else key)


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
