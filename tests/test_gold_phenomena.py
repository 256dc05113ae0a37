"""Each half of the gold has every phenomenon of the language of news that it measures, twice at least."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from tests.conftest import TESTS

GOLD = TESTS / "gold"
HALVES = ("tune", "held")
AT_LEAST = 2


@cache
def register(half: str) -> tuple[dict[str, Any], ...]:
    """The phenomena of one half, each with the places where it occurs."""
    return tuple(yaml.safe_load((GOLD / f"phenomena-{half}.yml").read_text("utf-8")))


@cache
def article(half: str, series: str, name: str) -> str:
    """The text of an article, whose file begins with its id."""
    (file,) = (GOLD / half / series / "seeds").glob(f"{name}_*.txt")
    return file.read_text("utf-8")


def found_at(half: str, place: dict[str, str]) -> tuple[str, int]:
    """The article and where in it the words of a place stand; -1 where they do not."""
    text = article(half, place["series"], place["article"])
    return place["article"], text.find(place["words"])


def test_both_halves_list_the_same_phenomena_each_once() -> None:
    tune, held = ([(one["part"], one["phenomenon"]) for one in register(half)] for half in HALVES)
    assert tune == held
    assert len(set(tune)) == len(tune)


@pytest.mark.parametrize("half", HALVES)
def test_the_words_of_a_phenomenon_stand_in_their_article(half: str) -> None:
    assert [
        (one["phenomenon"], place)
        for one in register(half)
        for place in one["places"]
        if found_at(half, place)[1] < 0
    ] == []


@pytest.mark.parametrize("half", HALVES)
def test_each_phenomenon_occurs_at_two_places_at_least(half: str) -> None:
    places = {one["phenomenon"]: {found_at(half, place) for place in one["places"]} for one in register(half)}
    assert [name for name, found in places.items() if len(found) < AT_LEAST] == []
