"""A name that nobody claims is offered with what the article shows of it."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.extract import extract
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("unknown"))
def test_unknown_names_have_kind_and_description(case: dict[str, Any]) -> None:
    """Each case: a text, and its unknown names, each with `kind: description`."""
    actors, config = cast()
    found = extract(source_of(case["text"]), actors, config, english()).unknown_names
    assert {one.text: f"{one.kind}: {one.description}" for one in found} == case["expect"]
