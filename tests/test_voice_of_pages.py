"""The build speaks neutrally: what it writes keeps loaded words inside quotations."""

from __future__ import annotations

from build_scripts.models import Config
from build_scripts.pipeline import Result
from build_scripts.voice import loaded_words

ARTICLES = "sources/"
"""Pages that show the articles themselves, whose words are theirs."""
DATED = " dated “"
"""The date words of a piece of evidence stand behind its citation."""


def test_no_page_uses_a_loaded_word_in_the_site_s_own_voice(result: Result, config: Config) -> None:
    assert config.loaded
    found = [
        f"{path}:{line}: {word}"
        for path, text in result.pages.items()
        if not path.startswith(ARTICLES)
        for line, word in loaded_words(text, config.loaded)
        if DATED not in text.splitlines()[line - 1]
    ]
    assert found == []


def test_the_check_would_see_one(result: Result, config: Config) -> None:
    page = result.pages["comparisons/deaths-in-gaza.md"]
    assert loaded_words(f"{page}\n| over 10,000 {config.loaded[0]} |\n", config.loaded)
