"""Cases of citations, sources put together from sentences, and a citation as the cases write it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.models import Citation, Passage
from build_scripts.text import passage_id

CASES = Path(__file__).parents[1] / "cases" / "citations"


def cases(kind: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"{kind}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in loaded]


def passages(sentences: list[str]) -> tuple[str, list[Passage]]:
    text = " ".join(sentences)
    at, found = 0, []
    for number, sentence in enumerate(sentences, 1):
        found.append(Passage("n1", passage_id(sentence), 1, number, at, at + len(sentence), sentence))
        at += len(sentence) + 1
    return text, found


def shown(citation: Citation) -> str:
    place = f"{citation.source}#{citation.passage}" if citation.passage else citation.source
    return f"{place} | {citation.words}" if citation.words else place
