"""Spellings of one name are proposed by their consonants; vowels as well must agree to be near-certain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_scripts.extract.likeness import likeness
from build_scripts.extract.spellings import near_certain, same_skeleton
from build_scripts.models import Actor, ActorKind
from tests.extract.cases import cases


@pytest.mark.parametrize("case", cases("spellings"))
def test_spellings(case: dict[str, Any]) -> None:
    """Each case: two spellings; whether they may be one name, and near-certainly are; either way round."""
    for one, other in ((case["one"], case["other"]), (case["other"], case["one"])):
        assert same_skeleton(one, other) is case["proposed"]
        assert near_certain(one, other) is case["certain"]


def body(id_: str, name: str, kind: ActorKind = ActorKind.ORGANISATION) -> Actor:
    return Actor(id=id_, name=name, kind=kind, side="", page="", aliases=(), titles=())


BODIES = (
    body("board", "Northland Roads Board"),
    body("front", "Road Users Front"),
    body("front-abroad", "Road Users Front Abroad"),
    body("league", "League of Nations", ActorKind.STATE),
)


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("NRB", "board"),
        ("Roads Board", "board"),
        ("LN", "league"),
        ("RB", ""),
        ("Roads", ""),
        ("Road Users", ""),
        ("Nrb", ""),
    ],
)
def test_an_organisation_is_guessed_from_its_initials_or_from_part_of_its_name(name: str, guess: str) -> None:
    """If no other has them: "Road Users" may be two; one word says nothing."""
    assert likeness(BODIES).guess(name) == guess


ENVOYS = (body("tao", "Wang Daoming", ActorKind.PERSON), body("tang", "Tang Shu-pai", ActorKind.PERSON))


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Wang Tao-ming", "tao"),
        ("Tang Shubai", "tang"),
        ("Wang Taomin", ""),
        ("Tang Shu-pei-lin", ""),
        ("Wang Dao-ming", "tao"),
        ("Dang Shubei Lin", ""),
    ],
)
def test_both_romanisations_of_a_chinese_name_are_one(name: str, actor: str) -> None:
    """In two halves and in one word; not where both write one word, nor with more words."""
    assert likeness(ENVOYS).near_certain(name) == actor


@pytest.mark.parametrize("case", cases("likeness"))
def test_a_name_in_another_form_or_spelling(case: dict[str, Any]) -> None:
    """Each case: a person's page and a name; either way round, unless the page has one word."""
    ways = [(case["page"], case["text"]), (case["text"], case["page"])]
    for page, text in ways if " " in page_and_text(case) else ways[:1]:
        like = likeness((body("person", page, ActorKind.PERSON),))
        certain, guess = like.near_certain(text), like.guess(text)
        found = "certain" if certain else "guess" if guess else "nobody"
        assert (page, text, found) == (page, text, case["is"])


def page_and_text(case: dict[str, Any]) -> str:
    """The shorter of the two: with one word it is compared one way only."""
    return min(case["page"], case["text"], key=lambda name: len(name.split()))


@pytest.mark.parametrize(
    ("name", "actor"),
    [("Northland Road Users League", "nrul"), ("Northland Road League", ""), ("Nordic Rail", "")],
)
def test_a_body_whose_page_has_letters_alone_is_found_by_its_full_name(name: str, actor: str) -> None:
    """Three letters at least; not where its page gives another full name."""
    bodies = (body("nrul", "NRUL"), body("nr", "NR"), replace(body("nrl", "NRL"), aliases=("Northern Rail",)))
    assert likeness(bodies).near_certain(name) == actor
