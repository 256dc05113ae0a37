"""The lexicon: words of a language as data."""

from __future__ import annotations

import pytest

from build_scripts.errors import InvalidInput
from build_scripts.read import languages, load_lexicon


def test_sections_are_files_and_words_stay_words() -> None:
    lexicon = load_lexicon("en")
    assert {"dates", "contacts", "passages"} <= set(lexicon.sections)
    assert "en" in languages()
    assert not _other_than_words(dict(lexicon.sections))


def test_a_language_without_a_lexicon_is_named() -> None:
    with pytest.raises(InvalidInput, match="no lexicon for the language tlh"):
        load_lexicon("tlh")


def _other_than_words(value: object) -> list[object]:
    """`no`, `on` and `1.5` are words to a lexicon; only whole numbers are numbers."""
    if isinstance(value, dict):
        return [found for part in (*value, *value.values()) for found in _other_than_words(part)]
    if isinstance(value, list):
        return [found for part in value for found in _other_than_words(part)]
    return [] if isinstance(value, str) or type(value) is int else [value]
