"""A description beside a name says what its bearer is; a list, a clause and a plural say nothing such."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.extract.actors import find_mentions
from build_scripts.extract.passages import find_passages
from build_scripts.extract.roles import find_roles
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("roles"))
def test_roles(case: dict[str, Any]) -> None:
    """Each case: a text, and the descriptions in it, each after the id of the actor."""
    source, (actors, config) = source_of(case["text"]), cast()
    passages = find_passages(source, english())
    mentions = find_mentions(source, passages, actors, config, english())
    found = find_roles(source, passages, mentions, actors, english())
    assert all(source.text[role.start : role.end] == role.text for role in found)
    assert [f"{role.actor}: {role.text}" for role in found] == case["expect"]
