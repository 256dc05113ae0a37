"""What stands in each block of each page, on an invented briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.pages import differences, markdown, wording, write_pages, write_source_pages
from tests.pages.invented import briefing

CASES = Path(__file__).parent.parent / "cases"


def cases(kind: str) -> list[Any]:
    loaded = [
        case
        for file in sorted((CASES / kind).glob("*.yml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]
    return [pytest.param(case, id=case["name"]) for case in loaded]


@pytest.fixture(scope="module")
def blocks() -> dict[tuple[str, str], str]:
    made = briefing()
    plans = (*write_pages(made), *write_source_pages(made))
    return {(plan.path, name): text for plan in plans for name, text in plan.blocks.items()}


@pytest.mark.parametrize("case", cases("page_blocks"))
def test_block(case: dict[str, Any], blocks: dict[tuple[str, str], str]) -> None:
    text = blocks[case["page"], case["block"]]
    for part in case.get("has", []):
        assert part in text
    for part in case.get("lacks", []):
        assert part not in text


@pytest.mark.parametrize("case", cases("page_words"))
def test_words(case: dict[str, Any]) -> None:
    functions: dict[str, Any] = {
        "inline": markdown.inline,
        "quoted": markdown.quoted,
        "address": lambda pair: markdown.address(*pair),
        "precision": wording.precision,
        "coverage": wording.coverage,
        "number": wording.number,
        "percentage": wording.percentage,
        "said": differences.said,
    }
    assert functions[case["of"]](case["text"]) == case["expect"]
