"""A text in what a person or a workflow is told: a terminal, a log, a summary."""

from __future__ import annotations

import json
import re

import markdown

from build_scripts import escape, reporting
from build_scripts.errors import Fault
from build_scripts.guide import parse as guide_of
from build_scripts.models import ReviewRow
from tests.hostile.streams import Stream, stream, with_text
from tests.hostile.strings import MARKER

LINKS = reporting.Links(guide_of("# Guide\n"), "guide.md")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|##\\[|(?m:^\\s*::)")


def terminal(text: str) -> None:
    """Nothing that a terminal or the log of a workflow obeys: no control but a line's end and a tab,
    nothing that turns text round, no command."""
    shown = escape.console(text)
    assert not OBEYED.search(shown)
    assert escape.console(shown) == shown
    row = ReviewRow(0, text, text, 1, text)
    printed = escape.json_text(reporting.as_json([row], LINKS))
    assert not OBEYED.search(printed)
    assert json.loads(printed)[0]["what"] == text
    said = reporting.annotation("error", Fault(text, 1, text, text), text, "")
    assert not OBEYED.search(said.removeprefix("::error "))
    assert len(said.splitlines()) == 1


def summary(text: str) -> None:
    """A row of the table that the code host shows of a run."""

    def drawn(words: str) -> Stream:
        told = reporting.as_markdown([ReviewRow(0, words, "docs/a.md", 1, words)], LINKS)
        return stream(markdown.markdown(told, extensions=["tables"]))

    if plain := escape.one_line(text):
        assert drawn(text) == with_text(drawn(MARKER), MARKER, plain)
