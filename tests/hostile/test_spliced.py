"""Articles in another order and in other words, or put together from pieces of others, are read without a
crash, and every fact stands where it says."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from build_scripts.extract import extract
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Source, SourceFacts
from tests.accuracy.speed import varied

TESTS = Path(__file__).parents[1]
SERIES = (
    "briefing",
    *sorted(f"gold/tune/{file.parent.name}" for file in TESTS.glob("gold/tune/*/mkdocs.yml")),
)
LITTLE = (
    *':|—()"“”,.',
    "by",
    "By",
    "and",
    "the",
    "on",
    "in",
    "'s",
    "1",
    "Monday",
    "May",
    "not",
    "had",
    "who",
)
"""What is put between words: marks that end or open something, and words that many rules look for."""


@cache
def inputs_of(series: str) -> Inputs:
    return read_inputs(TESTS / series / "mkdocs.yml")


def read(source: Source, inputs: Inputs) -> SourceFacts:
    found = extract(source, inputs.records.actors, inputs.config, inputs.lexicon)
    for fact in (*found.mentions, *found.dates, *found.figures):
        assert source.text[fact.start : fact.end] == fact.text
    for report in found.reports:
        assert source.text[report.start : report.end] == report.quote
    return found


def spliced(inputs: Inputs, chance: random.Random) -> Source:
    """Lines of all articles of a series in one, each with up to three words changed; short ones first."""
    lines = [line for source in inputs.sources for line in source.text.splitlines() if line.strip()]
    short = [line for line in lines if len(line) < 90]
    chosen = [*chance.choices(short, k=chance.randint(1, 5)), *chance.choices(lines, k=chance.randint(3, 14))]
    return Source("000", "000.txt", "A", "\n\n".join(changed(line, chance) for line in chosen), "")


def changed(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(words))
        match chance.randrange(4):
            case 0:
                words.insert(at, chance.choice(LITTLE))
            case 1:
                words[at] = words[at][: chance.randrange(len(words[at]) + 1)]
            case 2:
                other = chance.randrange(len(words))
                words[at], words[other] = words[other], words[at]
            case _ if len(words) > 1:
                del words[at]
    return " ".join(words)


def articles() -> Iterator[tuple[str, int]]:
    for series in SERIES:
        yield from ((series, number) for number in range(len(inputs_of(series).sources)))


@pytest.mark.parametrize("turn", range(3))
def test_articles_in_another_order_and_in_other_words_are_read(turn: int) -> None:
    contacts = 0
    for series, number in articles():
        inputs = inputs_of(series)
        contacts += len(read(varied(inputs.sources[number], turn), inputs).reports)
    assert contacts > 100


def splice(series: str, times: int) -> None:
    chance = random.Random(series)
    for _ in range(times):
        read(spliced(inputs_of(series), chance), inputs_of(series))


@pytest.mark.parametrize("series", SERIES)
def test_pieces_of_articles_are_read_as_one(series: str) -> None:
    splice(series, 5)


@pytest.mark.long
@pytest.mark.parametrize("series", SERIES)
def test_many_pieces_of_articles_are_read_as_one(series: str) -> None:
    splice(series, 1_000)
