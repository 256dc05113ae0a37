"""Readings of the same thing that do not agree are found and typed; trivia are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from build_scripts.compare.align import align
from build_scripts.compare.corpus import Corpus, gather
from build_scripts.compare.differences import find_differences
from build_scripts.compare.lineages import find_lineages
from build_scripts.models import Difference, Reading, Records
from tests.compare.made import LEXICON, actors, all_facts, cases, config, contacts


def _corpus(case: dict[str, Any]) -> Corpus:
    facts = all_facts(case["sources"])
    alignments = align(facts, LEXICON)
    return gather(
        facts,
        Records(actors=actors(case.get("actors", {}))),
        config(case.get("loaded", ())),
        LEXICON,
        alignments,
        find_lineages(facts, alignments),
        contacts(case.get("contacts", ()), facts),
    )


def _stated(difference: Difference) -> dict[str, Any]:
    return {
        "type": difference.type.value,
        "verdict": difference.verdict.value,
        "readings": [[reading.source, reading.quote] for reading in difference.readings],
    }


@pytest.mark.parametrize("case", cases("differences"), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives the differences that it states, and no others."""
    assert [_stated(found) for found in find_differences(_corpus(case))] == case["expect"]


@pytest.mark.parametrize("case", cases("differences"), ids=lambda case: case["name"])
def test_readings_are_exact_words(case: dict[str, Any]) -> None:
    """Every reading stands in its source where it says, within its passage."""
    corpus = _corpus(case)
    texts = {found.source.id: found.source.text for found in corpus.facts}
    for difference in find_differences(corpus):
        for reading in difference.readings:
            passage = next(one for one in corpus.passages.values() if one.ref.passage == reading.passage)
            assert texts[reading.source][reading.start : reading.end] == reading.quote
            assert passage.start <= reading.start <= reading.end <= passage.end


@pytest.mark.parametrize("case", cases("differences"), ids=lambda case: case["name"])
def test_it_says_in_one_sentence_what_differs(case: dict[str, Any]) -> None:
    """One sentence, in which what articles say stands between double quotation marks."""
    for difference in find_differences(_corpus(case)):
        assert difference.says.endswith(".")
        assert difference.says.count('"') % 2 == 0
        assert "\n" not in difference.says


def _first_with_two_sources() -> Corpus:
    return _corpus(cases("differences")[0])


def test_ids_do_not_depend_on_what_else_differs() -> None:
    """A difference keeps its id when another source brings other differences."""
    case = cases("differences")[0]
    more = {**case, "sources": {**case["sources"], "z": ["Snow fell on the passes for three days."]}}
    assert {found.id for found in find_differences(_corpus(case))} == {
        found.id for found in find_differences(_corpus(more))
    }


def test_a_difference_belongs_to_the_topic_of_two_of_its_passages() -> None:
    """One passage among a topic's readings is not enough."""
    corpus = _first_with_two_sources()
    (difference,) = find_differences(corpus)
    whole = [replace(reading, value="") for reading in difference.readings]
    one: dict[str, tuple[Reading, ...]] = {"houses": (whole[0],)}
    both: dict[str, tuple[Reading, ...]] = {"houses": (whole[0], whole[1])}
    assert [found.topic for found in find_differences(replace(corpus, readings=one))] == [""]
    assert [found.topic for found in find_differences(replace(corpus, readings=both))] == ["houses"]
