"""Alignment with the help of what an earlier run kept is alignment from nothing, whatever people change."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts import remembered, shelves
from build_scripts.compare.align import align
from build_scripts.compare.before import SHELF
from build_scripts.extract import extract
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Alignment, Source, SourceFacts
from build_scripts.shelves import Earlier, Shelves
from tests.bench.corpus import write_corpus

Articles = tuple[Source, ...]
Kept = dict[str, str]
WORDS = ("Lakeside", "met", "not", "that", "the", "12,000", "cartography", "", ".", "“")


class Aligning:
    """Alignments of changing articles; what is found in each is found once."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self._facts: dict[Source, SourceFacts] = {}

    def __call__(self, articles: Articles, kept: Kept, rules: str = "") -> tuple[tuple[Alignment, ...], Kept]:
        """The pairs, with the help of what is kept, and what is kept then."""
        actors, config, lexicon = self.inputs.records.actors, self.inputs.config, self.inputs.lexicon
        for one in articles:
            if one not in self._facts:
                self._facts[one] = extract(one, actors, config, lexicon)
        keys = remembered.keys(articles, actors, config, "")
        after = Shelves(lambda name: kept.get(name, ""))
        found = align([self._facts[one] for one in articles], lexicon, Earlier(keys, after, rules))
        return found, {name: after[name].as_text() for name in (SHELF, "words")}


def with_paragraphs(article: Source, change: Callable[[list[str]], None]) -> Source:
    paragraphs = article.text.split("\n\n")
    change(paragraphs)
    return replace(article, text="\n\n".join(paragraphs))


def edited(articles: Articles, away: Articles, rng: random.Random) -> Articles:
    """One article more or fewer; another word, a sentence that another article has, another order of them."""
    there = list(articles)
    at, other = rng.sample(range(len(there)), 2)
    kind = rng.random()
    if kind < 0.25 and away:
        there.append(rng.choice(away))
    elif kind < 0.4 and len(there) > 4:
        there.pop(at)
    elif kind < 0.5:
        copied = rng.choice(there[other].text.split("\n\n"))
        there[at] = with_paragraphs(there[at], lambda of: of.insert(rng.randrange(len(of)), copied))
    elif kind < 0.55:
        there[at] = with_paragraphs(there[at], rng.shuffle)
    else:
        words = there[at].text.split(" ")
        words[rng.randrange(len(words))] = rng.choice(WORDS)
        there[at] = replace(there[at], text=" ".join(words))
    return tuple(sorted(there, key=lambda one: one.id))


def walk(every: Articles, seed: int, steps: int) -> Iterator[Articles]:
    rng = random.Random(seed)
    there = every[: len(every) * 3 // 4]
    for _ in range(steps):
        for _ in range(rng.choice((1, 1, 1, 2))):
            ids = {one.id for one in there}
            there = edited(there, tuple(one for one in every if one.id not in ids), rng)
        yield there


def agree(root: Path, size: int, seed: int, steps: int) -> None:
    """What was kept from step to step tells the same as nothing does, and is kept as if it were told anew."""
    write_corpus(root, size)
    inputs = read_inputs(root / "mkdocs.yml")
    aligned, kept = Aligning(inputs), Kept()
    for articles in walk(inputs.sources, seed, steps):
        found, kept = aligned(articles, kept)
        assert (found, kept) == aligned(articles, {})


def test_articles_come_go_and_change_and_alignment_is_what_it_is_from_nothing(tmp_path: Path) -> None:
    agree(tmp_path, 8, 1, 12)


@pytest.mark.long
@pytest.mark.parametrize("size", [24, 40, 150])
def test_so_it_is_where_common_words_fill_the_index_and_more_is_near_than_is_scored(
    tmp_path: Path, size: int
) -> None:
    agree(tmp_path, size, size, 60)


@pytest.fixture(scope="module")
def aligned(tmp_path_factory: pytest.TempPathFactory) -> Aligning:
    root = tmp_path_factory.mktemp("kept")
    write_corpus(root, 4)
    return Aligning(read_inputs(root / "mkdocs.yml"))


@pytest.mark.parametrize("value", ["3", '["x"]', '["x", "y"]', '["k", 1.0, 0.5, "", "x", [0.3], "f"]'])
def test_one_wrong_value_among_right_ones_stops_no_build(aligned: Aligning, value: str) -> None:
    first, second, *_ = articles = aligned.inputs.sources
    _, kept = aligned(articles, {})
    other = (replace(first, text=first.text.replace(" the ", " that ", 1)), second)
    for name in kept:
        lines = kept[name].split("\n")[1:]
        for at in range(0, len(lines), 7):
            wrong = "\n".join((*lines[:at], f"{lines[at].partition('	')[0]}\t{value}", *lines[at + 1 :]))
            aligned(other, {**kept, name: f"{shelves._seal(wrong)}\n{wrong}"})


def test_what_another_program_kept_is_not_used(aligned: Aligning) -> None:
    found, kept = aligned(aligned.inputs.sources, {})
    untrue = kept[SHELF].partition("\n")[2].replace("0.", "0.9")
    kept = {**kept, SHELF: f"{shelves._seal(untrue)}\n{untrue}"}
    assert aligned(aligned.inputs.sources, kept)[0] != found
    assert aligned(aligned.inputs.sources, kept, "another program")[0] == found
