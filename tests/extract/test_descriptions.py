"""An office alone names the one person whom the article introduced with it."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.extract import extract
from build_scripts.models import How
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("descriptions"))
def test_descriptions(case: dict[str, Any]) -> None:
    """Each case: a text, and the descriptions in it that name somebody, as `words = actor`."""
    actors, config = cast()
    found = extract(source_of(case["text"]), actors, config, english()).mentions
    said = [f"{m.text} = {m.actor}" for m in found if m.how is How.DESCRIPTION]
    assert said == case["expect"]
    assert all(case["text"][m.start : m.end] == m.text for m in found)
