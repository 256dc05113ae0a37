"""A topic gathers what each source says: the editor's readings and their counterparts."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.citations import parse_one
from build_scripts.compare.align import align
from build_scripts.compare.readings import find_readings
from build_scripts.models import Citation, Reading, SourceFacts, Topic, TopicReading
from tests.compare.made import LEXICON, all_facts, cases


def _citation(text: str) -> Citation:
    citation = parse_one(text)
    assert isinstance(citation, Citation)
    return citation


def _found(case: dict[str, Any]) -> tuple[tuple[SourceFacts, ...], tuple[Reading, ...]]:
    entries = {source: {"published": date} for source, date in case["published"].items()}
    facts = all_facts(case["sources"], **entries)
    chosen = tuple(TopicReading(_citation(each["cite"]), each.get("value", "")) for each in case["readings"])
    dropped = tuple(_citation(each) for each in case.get("dropped", ()))
    topic = Topic("topic", "What?", "comparisons/topic.md", chosen, dropped)
    return facts, find_readings(facts, (topic,), align(facts, LEXICON))["topic"]


@pytest.mark.parametrize("case", cases("readings"), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives the readings that it states, in order of publication."""
    _, readings = _found(case)
    assert [[one.source, one.quote, one.value] for one in readings] == case["expect"]


@pytest.mark.parametrize("case", cases("readings"), ids=lambda case: case["name"])
def test_readings_are_exact_words(case: dict[str, Any]) -> None:
    """Every reading stands in its source where it says."""
    facts, readings = _found(case)
    texts = {found.source.id: found.source.text for found in facts}
    assert all(texts[one.source][one.start : one.end] == one.quote for one in readings)


def test_a_topic_without_readings_is_empty() -> None:
    facts = all_facts({"a": ["The council met."]})
    assert find_readings(facts, (Topic("t", "What?", "comparisons/t.md"),), ()) == {"t": ()}
