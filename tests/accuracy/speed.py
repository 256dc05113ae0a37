"""Passages a second through all extractors, on the articles that the gold files are about.

Every round reads each article anew, its paragraphs turned and a word added to each of its sentences, so
that no sentence is read twice. Garbage is collected as seldom as in a build.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import process_time

from build_scripts.collecting import rarely_collected
from build_scripts.extract import extract
from build_scripts.inputs import Inputs
from build_scripts.models import Source

WORDS = ("late", "long", "lengthy", "whole", "usual", "former", "recent", "latest", "earlier", "present")


@dataclass(frozen=True, slots=True)
class Speed:
    """How much was read, and in how long, by one core."""

    passages: int
    words: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.passages} passages of {self.words / self.passages:.0f} words, "
            f"{self.passages / self.seconds:.0f} a second of one core's time, through all extractors"
        )


def speed_of(briefings: Sequence[Inputs], rounds: int = 3) -> Speed:
    """How fast articles are read, each several times in other words."""
    work = [
        (varied(source, turn), inputs)
        for inputs in briefings
        for source in inputs.sources
        for turn in range(rounds)
    ]
    lexicon = briefings[0].lexicon
    for inputs in briefings:
        # Tables and patterns are made once for a corpus, however many articles it has.
        extract(inputs.sources[0], inputs.records.actors, inputs.config, lexicon)
    with rarely_collected():
        start = process_time()
        count = sum(
            len(extract(source, inputs.records.actors, inputs.config, lexicon).passages)
            for source, inputs in work
        )
        seconds = process_time() - start
    return Speed(count, sum(len(source.text.split()) for source, _ in work), seconds)


def varied(source: Source, turn: int) -> Source:
    """The same article in other words: "the talks" become "the long talks"."""
    paragraphs = source.text.split("\n\n")
    turned = [*paragraphs[:1], *paragraphs[1 + turn :], *paragraphs[1 : 1 + turn]]
    text = "\n\n".join(turned).replace(" the ", f" the {WORDS[turn % len(WORDS)]} ")
    return replace(source, text=text)
