"""A side that is called as an actor is does not take the actor's mentions."""

from __future__ import annotations

from build_scripts.extract import extract
from build_scripts.models import Actor, ActorKind, Config
from tests.extract.cases import english, source_of


def mentions(title: str, name: str) -> list[tuple[str, str]]:
    actor = Actor("museum", name, ActorKind.ORGANISATION, "north", "")
    config = Config(
        root="",
        file="",
        site_name="",
        sides={"north": title, "south": "Southland"},
        contacts=("north", "south"),
    )
    found = extract(source_of("He met the head of the Roads Museum on Monday."), (actor,), config, english())
    return [(one.text, one.actor) for one in found.mentions]


def test_an_actor_goes_before_a_side_of_the_same_name_behind_an_article() -> None:
    assert mentions("the Roads Museum", "Roads Museum") == [("Roads Museum", "museum")]


def test_a_side_of_another_name_is_spoken_of_as_a_whole() -> None:
    """Near-miss: the words before the actor's name are more than an article."""
    assert mentions("the Roads Museum", "Museum of Roads") == [("the Roads Museum", "")]
