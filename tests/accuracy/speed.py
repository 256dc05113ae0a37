"""Passages a second through all extractors, on the articles that the gold files are about.

Every round reads each article anew, its paragraphs turned and a word added to each of its sentences, so
that no sentence is read twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from time import process_time

from build_scripts.extract import extract
from build_scripts.models import Source
from build_scripts.pipeline import Inputs

WORDS = ("late", "long", "lengthy", "whole", "usual", "former", "recent", "latest", "earlier", "present")


def passages_a_second(briefings: Sequence[Inputs], rounds: int = 3) -> tuple[int, float]:
    """How many passages were read, and how many a second of one core."""
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
    start = process_time()
    count = sum(
        len(extract(source, inputs.records.actors, inputs.config, lexicon).passages)
        for source, inputs in work
    )
    return count, count / (process_time() - start)


def varied(source: Source, turn: int) -> Source:
    """The same article in other words: "the talks" become "the long talks"."""
    paragraphs = source.text.split("\n\n")
    turned = [*paragraphs[:1], *paragraphs[1 + turn :], *paragraphs[1 : 1 + turn]]
    text = "\n\n".join(turned).replace(" the ", f" the {WORDS[turn % len(WORDS)]} ")
    return replace(source, text=text)
