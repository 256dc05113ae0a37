"""Why a citation is not found, what the source says instead, and what differs, are told."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.citations import NotFound, Resolver
from build_scripts.citations.wordings import marked
from build_scripts.models import Citation, Passage
from tests.citations.made import cases, passages


def test_why_nothing_is_found_is_told_with_the_way_out() -> None:
    _, known = passages(["They met in May.", "They left in May.", "They met."])
    ids = [passage.id for passage in known]
    resolver = Resolver(known, withdrawn=("n2",))

    def told(source: str, passage: str, words: str) -> NotFound:
        found = resolver.resolve(Citation(source, passage, words))
        assert isinstance(found, NotFound)
        return found

    assert told("n2", "", "x") == NotFound("source n2 is withdrawn", "Cite another source.")
    assert told("n3", "", "x") == NotFound('no source has the id "n3"', "The sources are called n1.")
    which = f"[@n1#{ids[0]}] (sentence 1), [@n1#{ids[1]}] (sentence 2)"
    mend = f"Cite more of the words around them, or name the passage: {which}."
    assert told("n1", "", "in May") == NotFound(
        'source n1 says "in May" in 2 passages', mend, is_ambiguous=True
    )
    assert (
        told("n1", "00000000", "").mend
        == "A passage's id changes with its words: look it up on the source's page."
    )
    over = told("n1", "", "in May. They left")
    assert over.mend == "They run over more than one sentence: cite each sentence by itself."
    assert told("n1", "", "xyz").mend == "No sentence of it has these words: cite exactly what it says."
    assert not over.is_ambiguous


def test_of_many_sources_the_five_that_are_called_most_alike_are_named() -> None:
    known = [Passage(f"s{number}", "0a1b2c3d", 1, 1, 0, 1, "A") for number in range(7)]
    found = Resolver(known).resolve(Citation("s3x", "", "A"))
    assert isinstance(found, NotFound)
    named = found.mend.removeprefix("The sources are called ").removesuffix(".").split(", ")
    assert len(named) == 5
    assert named == sorted(named)
    assert "s3" in named
    none = Resolver([]).resolve(Citation("s3", "", "A"))
    assert isinstance(none, NotFound)
    assert none.mend == "There are no sources yet."


@pytest.mark.parametrize(
    ("sentences", "number"),
    [
        (["Arden met Corran and many others there.", "Arden met Verrin there."], 2),
        (["Arden met Verrin there.", "Arden met Marsh there."], 1),
        (["Nobody spoke.", "Arden met Verrin there, it is said."], 2),
        (["Nobody spoke.", "Arden met Verrin there.", "Nobody left."], 2),
    ],
)
def test_of_passages_that_share_as_many_words_the_shorter_then_the_earlier_is_shown(
    sentences: list[str], number: int
) -> None:
    found = Resolver(passages(sentences)[1]).resolve(Citation("n1", "", "Arden met Hale there"))
    assert isinstance(found, NotFound)
    assert f"(sentence {number}, " in found.mend


@pytest.mark.parametrize("case", cases("wordings"))
def test_what_differs_is_marked_and_what_is_far_away_left_out(case: dict[str, Any]) -> None:
    assert list(marked(case["cited"], case["said"])) == case["expect"]


def test_very_long_wordings_are_compared_as_far_as_a_reader_would() -> None:
    assert marked("a " * 500, "b")[0].count("a") == 400
    assert marked("b", "a " * 3000)[1].count("a") == 2000


def test_a_word_that_stands_often_is_compared_like_any_other() -> None:
    assert marked("the", "At " + "the " * 300)[0] == "the"


def test_what_differs_behind_a_bracket_keeps_no_space() -> None:
    assert marked("they met (June)", "they met (May)") == ("they met (»June«)", "they met (»May«)")
