"""No regular expression goes back over what it read again and again: its steps grow as the text does."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from tests.conftest import OTHER
from tests.hostile.pumps import hostile_texts
from tests.hostile.steps import MOST, Walk

SHORT, LONG = 24, 150
"""Repetitions: enough to see, and beyond what a pattern that counts (`{2,60}`) can be led to."""
BOUNDED = {"build_scripts.parts": "the name of a file, which has 255 bytes at most"}
"""Modules whose patterns may take the square of what they are given, and why that is little."""


def grows_too_fast(pattern: re.Pattern[str], length: int) -> bool:
    """Whether twice the text takes three times the steps, for any text that the pattern repeats."""
    walk = Walk(pattern)
    texts = zip(hostile_texts(pattern, length), hostile_texts(pattern, 2 * length), strict=True)
    return any(
        (steps := walk.count(twice)) > MOST or steps > 3 * walk.count(once) + 60 for once, twice in texts
    )


def test_no_pattern_of_the_build_goes_back_for_ever() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "tests.hostile.patterns", str(OTHER / "mkdocs.yml")],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    patterns = [(module, re.compile(text, flags)) for module, text, flags in map(json.loads, listed)]
    assert len(patterns) > 300
    suspected = [one for one in patterns if one[0] not in BOUNDED and grows_too_fast(one[1], SHORT)]
    assert [one for one in suspected if grows_too_fast(one[1], LONG)] == []


@pytest.mark.parametrize(
    ("pattern", "is_fast"),
    [
        (r"a+b", True),
        (r"(?:a|b)*c", True),
        (r"\s*,?\s*x", False),
        (r"\s*+,?\s*x", True),
        (r"\{[^{}]*#\w+[^{}]*\}", False),
        (r"(?:a+)+b", False),
        (r"(?:a|a)*b", False),
        (r"(?:\w+\s?)+$", False),
        (r"(?>a+)b|(?<=x)a{2,9}?c", True),
        (r"(?i:said|says)\s+(?!not)\w{2,60}(?:ed)?\b", True),
        (r"(a)\1*b", True),
    ],
)
def test_patterns_that_go_back_are_told_by_counting(pattern: str, is_fast: bool) -> None:
    assert grows_too_fast(re.compile(pattern), SHORT) != is_fast


@pytest.mark.parametrize(
    "pattern", [r"(\w+)@\1\.", r"^a.*?$", r"[^\W\d]+(?=\d)", r"(?s:.)b?", r"x{2,3}|\Ay\b"]
)
@pytest.mark.parametrize("text", ["ab@ab.", "abc\n", "ab1", "\nb", "xx", "xxx", "y z", ""])
def test_what_is_counted_is_what_matches(pattern: str, text: str) -> None:
    """The walk ends where `re` does."""
    found = re.match(pattern, text)
    assert Walk(re.compile(pattern)).match(text)[0] == (found.end() if found else None)
