"""Figures have bounds, a unit, what is counted, and who says so; dates and names are none."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.extract.actors import find_mentions
from build_scripts.extract.figures import find_figures
from build_scripts.extract.passages import find_passages
from build_scripts.extract.quotations import find_quotations
from build_scripts.models import Figure
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("figures"))
def test_figures(case: dict[str, Any]) -> None:
    """Each case: a text, and its figures; or who is credited with the only one."""
    source, (actors, config) = source_of(case["text"]), cast()
    passages = find_passages(source, english())
    mentions = find_mentions(source, passages, actors, config, english())
    quotations = find_quotations(source, passages, mentions, english())
    found = find_figures(source, passages, mentions, quotations, english())
    assert all(source.text[f.start : f.end] == f.text for f in found)
    if "speaker" in case:
        assert [(f.speaker, f.via) for f in found] == [(case["speaker"], case.get("via", ""))]
    else:
        assert [_said(figure) for figure in found] == case["expect"]


def _said(figure: Figure) -> str:
    bounds = " ".join("-" if value is None else f"{value:.12g}" for value in (figure.low, figure.high))
    return f"{figure.operator} {bounds} {figure.unit or '-'} | {figure.counted or '-'} | {figure.text}"
