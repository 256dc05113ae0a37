"""Sources as nobody wants them: alone, twice the same, within another, a thousand copies, broken marks."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.compare import compare
from build_scripts.compare.align import align
from build_scripts.compare.corpus import gather
from build_scripts.compare.differences import find_differences
from build_scripts.compare.lineages import find_lineages
from build_scripts.compare.pairs import opcodes
from build_scripts.extract import extract
from build_scripts.models import DifferenceType, Findings, Match, Records, Source, SourceFacts
from build_scripts.read import load_lexicon
from tests.compare.made import LEXICON, all_facts, config

FLOOD = [
    "The dam above Eastport broke in the night of Monday and flooded two valleys.",
    "More than 300 houses stand under water, said the district's engineer.",
    "Northland has asked its neighbours for boats, blankets and pumps.",
    "A commission will examine why the warnings of last spring were not heeded.",
]


def _read(**texts: str) -> tuple[SourceFacts, ...]:
    """Sources as the build reads them from their texts."""
    lexicon = load_lexicon("en")
    sources = [Source(name, f"{name}.txt", name, text, name) for name, text in texts.items()]
    return tuple(extract(source, (), config(), lexicon) for source in sources)


def _compared(*facts: SourceFacts) -> Findings:
    return compare(facts, Records(), config(), load_lexicon("en"))


def test_one_source_alone_agrees_with_nobody() -> None:
    findings = _compared(*_read(a=" ".join(FLOOD)))
    assert findings.alignments == ()
    assert findings.differences == ()
    assert [lineage.sources for lineage in findings.lineages] == [("a",)]


def test_two_sources_of_the_same_words_are_one_text_without_differences() -> None:
    findings = _compared(*_read(a=" ".join(FLOOD), b=" ".join(FLOOD)))
    assert {pair.match for pair in findings.alignments} == {Match.FULL}
    assert findings.differences == ()
    assert [lineage.sources for lineage in findings.lineages] == [("a", "b")]


def test_a_source_that_contains_another_is_of_its_text() -> None:
    more = "\n\n".join(
        [" ".join(FLOOD), *(f"Of the harvest nothing is left in village {each}." for each in range(9))]
    )
    findings = _compared(*_read(a=" ".join(FLOOD), b=more))
    assert [lineage.sources for lineage in findings.lineages] == [("a", "b")]
    assert findings.differences == ()


def _operations(number: int, vary: bool) -> dict[str, int]:
    """How often things are done for so many sources that copy one text, with or without a changed figure."""
    rows: dict[str, list[Any]] = {}
    for each in range(number):
        count = 300 + (each if vary else 0)
        first = {
            "say": f"The dam broke and flooded more than {count} houses in the two valleys above Eastport.",
            "figures": [[f"more than {count} houses", count, None, ">", "", "houses"]],
        }
        rows[f"s{each:04}"] = [first, "several" if each % 2 else "many", FLOOD[3]]
        rows[f"s{each:04}"][1] = (
            f"The commission heard {rows[f's{each:04}'][1]} engineers who had warned of it."
        )
    facts = all_facts(rows)
    opcodes.cache_clear()
    alignments = align(facts, LEXICON)
    corpus = gather(facts, Records(), config(), LEXICON, alignments, find_lineages(facts, alignments))
    found = find_differences(corpus)
    return {
        "alignments": len(alignments),
        "pairs": len(corpus.pairs),
        "texts compared": opcodes.cache_info().misses,
        "readings": sum(len(one.readings) for one in found),
    }


@pytest.mark.parametrize("vary", [False, True], ids=["same words", "another figure in each"])
def test_twice_as_many_copies_are_twice_the_work(vary: bool) -> None:
    """Counted in operations: what grows with the square of the sources would be four times as much."""
    few, many = _operations(60, vary), _operations(120, vary)
    assert {what: (few[what], many[what]) for what in few if many[what] > 2.6 * few[what] + 10} == {}


def test_all_copies_are_one_lineage_and_one_difference() -> None:
    facts = all_facts(
        {f"s{each:03}": FLOOD if each % 7 else [*FLOOD[:3], FLOOD[3] + " Soon."] for each in range(100)}
    )
    (lineage,) = find_lineages(facts, align(facts, LEXICON))
    assert len(lineage.sources) == 100


@pytest.mark.parametrize(
    "text",
    [
        'The engineer said: "More than 300 houses stand under water. Northland has asked for boats.',
        "The engineer said: “More than 300 houses stand under water. Northland has asked for boats.",
        'A " lonely mark, another " and one more " stand in this sentence of the engineer.',
    ],
)
def test_marks_that_never_close_are_survived(text: str) -> None:
    facts = _read(a=text, b=text.replace('"', "").replace("“", ""), c=" ".join(FLOOD))
    findings = _compared(*facts)
    texts = {found.source.id: found.source.text for found in facts}
    for difference in findings.differences:
        for reading in difference.readings:
            assert texts[reading.source][reading.start : reading.end] == reading.quote


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve thousand", "12,000"),
        ("12,000", "12000"),
        ("1.5 million", "1,500,000"),
        ("three", "3"),
    ],
)
def test_one_number_in_two_forms_is_no_difference(one: str, other: str) -> None:
    said = "The storm on the northern coast destroyed {} houses in a single night, said the engineer."
    findings = _compared(*_read(a=said.format(one), b=said.format(other)))
    assert [found.says for found in findings.differences if found.type is DifferenceType.NUMBER] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve thousand", "ten thousand"),
        ("12,000", "12,500"),
        ("1.5 million", "1.2 million"),
        ("three", "4"),
    ],
)
def test_two_numbers_in_any_form_are_a_difference(one: str, other: str) -> None:
    said = "The storm on the northern coast destroyed {} houses in a single night, said the engineer."
    findings = _compared(*_read(a=said.format(one), b=said.format(other)))
    assert len([found for found in findings.differences if found.type is DifferenceType.NUMBER]) == 1


def test_units_written_short_and_long_are_one_unit() -> None:
    said = "The new road above the northern valley is {} long and was paid for by the district."
    same = _compared(*_read(a=said.format("40 km"), b=said.format("40 kilometres")))
    apart = _compared(*_read(a=said.format("40 km"), b=said.format("45 kilometres")))
    assert same.differences == ()
    assert [found.type for found in apart.differences] == [DifferenceType.NUMBER]
