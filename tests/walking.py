"""The first briefing as an editor has it who walks through it, and an article to drop in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from build_scripts import commands
from build_scripts.outcome import Outcome
from tests.front import prepend

ARTICLE = """Hamas official in Moscow for talks with Bogdanov

Volga Courier

June 24, 2024

A Hamas delegation led by Mousa Abu Marzouk arrived in Moscow on Monday and met with Deputy Foreign Minister \
Mikhail Bogdanov, the Russian Foreign Ministry said.

"We discussed the situation in the Gaza Strip," Abu Marzouk told reporters after the talks.

Khaled Mashal visited Moscow in March 2006. Ismail Haniyeh did not travel to Moscow this year. \
The talks were attended by Karim Dassouki of the Coastal Relief Board.
"""


class Walk:
    """The briefing as the editor has it, and what was seen after each step."""

    def __init__(self, root: Path, unknown: str) -> None:
        self.root, self.docs, self.unknown = root, root / "docs", unknown
        self.seen: dict[str, str] = {}
        self.remarks: tuple[str, ...] = ()

    def read(self, path: str) -> str:
        return (self.docs / path).read_text("utf-8")

    def data(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.read(f"data/{name}.json"))
        return found

    def build(self) -> Outcome:
        outcome = commands.generate(self.root / "mkdocs.yml")
        self.remarks = outcome.remarks
        return outcome

    def front(self, path: str, lines: str) -> None:
        prepend(self.docs / path, lines)
        self.build()


def site(walk: Walk, path: str) -> str:
    return (walk.root / "site" / path).with_suffix(".html").read_text("utf-8")
