"""Our own voice: loaded words are somebody's, quotations have a source."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.voice import loaded_words, uncited_quotations

from .read.corpus import cases


@pytest.mark.parametrize("case", cases("voice"), ids=lambda case: case["name"])
def test_voice(case: dict[str, Any]) -> None:
    loaded = loaded_words(case["text"], ("regime", "awful deed"))
    assert [f"{line} {word}" for line, word in loaded] == case.get("loaded", [])
    uncited = uncited_quotations(case["text"])
    assert [f"{line} {words}" for line, words in uncited] == case.get("uncited", [])


def test_without_loaded_words_everything_may_be_said() -> None:
    assert loaded_words("The regime.", ()) == ()
