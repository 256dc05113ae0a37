"""The day of publication, outlet and headline come from the text where the entry leaves them blank."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_scripts.extract.passages import find_passages
from build_scripts.extract.publication import find_publication
from build_scripts.models import Basis
from tests.extract.cases import cases, english, source_of


@pytest.mark.parametrize("case", cases("publication"))
def test_publication(case: dict[str, Any]) -> None:
    """Each case: an article, perhaps its entry, and what is known of its publication, how and why."""
    given = dict(case.get("given", {}))
    if given:
        given["published_basis"] = Basis.LOOKED_UP
    source = replace(source_of(case["text"]), **given)
    found = find_publication(source, find_passages(source, english()), english())
    assert (found.published, found.published_basis.value) == (case["published"], case["basis"])
    assert found.published_reason == case["reason"]
    assert (found.publisher, found.title) == (case["publisher"], case["title"])
    assert found.title_basis is (Basis.STATED if case["title"] else Basis.UNKNOWN)
