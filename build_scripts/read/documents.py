"""Read: a YAML document in; what an earlier run read in it without a fault, out.

Half of the time of reading a large briefing went into the front matter of pages that nobody had touched.
"""

from __future__ import annotations

from typing import Any

from build_scripts import shelves
from build_scripts.read.records_yaml import Loaded
from build_scripts.shelves import Shelf

SHELF = "documents"


class Documents:
    """Documents by all that decides what is read in them: what they are, their text, their first line."""

    def __init__(self, shelf: Shelf, rules: str) -> None:
        """`rules` stands for the program, and for what reads YAML in it."""
        self.shelf = shelf
        self._rules = rules

    def known(self, kind: str, text: str, first_line: int) -> Loaded | None:
        """What was read in it; None if nothing is known, or if something was wrong with it."""
        return _loaded(self.shelf.known(self._key(kind, text, first_line)))

    def keep(self, kind: str, text: str, first_line: int, loaded: Loaded) -> None:
        """Keep what was read in a document with which nothing is wrong."""
        self.shelf.keep(self._key(kind, text, first_line), [loaded.value, dict(loaded.lines)])

    def _key(self, kind: str, text: str, first_line: int) -> str:
        return shelves.key((self._rules, kind, str(first_line), text))


def none_known() -> Documents:
    """For whoever reads one document, or the first time."""
    return Documents(Shelf({}), "")


def _loaded(kept: Any) -> Loaded | None:
    try:
        value, lines = kept
        is_ours = _is_text(value) and all(isinstance(line, int) for line in lines.values())
    except (TypeError, ValueError, AttributeError):
        return None
    return Loaded(value, lines) if is_ours else None


def _is_text(value: object) -> bool:
    """Whether there is nothing in a value but texts, lists and mappings."""
    if isinstance(value, dict):
        return all(map(_is_text, value.values()))
    return all(map(_is_text, value)) if isinstance(value, list) else isinstance(value, str)
