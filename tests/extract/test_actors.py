"""Actors and sides are found where they are named, and nowhere else; unknown names are offered."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.extract.actors import find_mentions
from build_scripts.extract.passages import find_passages
from build_scripts.extract.sounds import sounds_alike
from build_scripts.extract.spellings import near_certain, same_skeleton
from build_scripts.extract.unknown import find_unknown_names
from tests.extract.cases import cases, cast, english, source_of


@pytest.mark.parametrize("case", cases("actors"))
def test_actors(case: dict[str, Any]) -> None:
    """Each case: a text; its mentions as `words = actor how` (`@side` for a side); names to offer."""
    source, (actors, config) = source_of(case["text"]), cast()
    passages = find_passages(source, english())
    mentions = find_mentions(source, passages, actors, config, english())
    assert all(source.text[m.start : m.end] == m.text for m in mentions)
    said = [f"{m.text} = {m.actor or '@' + m.side} {m.how}" for m in mentions]
    assert said == [expected.replace('"', "") for expected in case["expect"]]
    if "unknown" in case:
        names = find_unknown_names(source, passages, mentions, actors, english())
        assert [f"{n.text} {n.count} {n.guess}".strip() for n in names] == case["unknown"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gaddafi", "Qadhafi"),
        ("Gaddafi", "Kadafi"),
        ("Yuri", "Yury"),
        ("Hussein", "Husayn"),
        ("Ahmad", "Ahmed"),
    ],
)
def test_transliterations_of_one_name_sound_alike(one: str, other: str) -> None:
    """Vowels, doubled letters, k and q, -y and -i do not part spellings of one name."""
    assert sounds_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hassan", "Hussein"),
        ("Mohammed", "Mahmoud"),
        ("Jamil", "Jamal"),
        ("Hamdan", "Hammad"),
        ("Salim", "Salam"),
    ],
)
def test_different_names_do_not_sound_alike(one: str, other: str) -> None:
    """The same consonants are not enough."""
    assert not sounds_alike(one, other)


def test_a_single_word_is_never_near_certain() -> None:
    """One word in common is a proposal at most; an article does not count as a word."""
    assert same_skeleton("Marzouk", "Marzook")
    assert not near_certain("Marzouk", "Marzook")
    assert near_certain("Azad al-Ahmad", "Azad Ahmed")
