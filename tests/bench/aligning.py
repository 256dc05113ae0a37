"""Alignment against the obvious alternatives on the same articles: all pairs, by difflib or by rapidfuzz.

    python -m tests.bench.aligning [--articles 500] [--seconds 20]

All pairs of 500 articles are some hundred million: the alternatives are measured on a random sample of
them for so many seconds, and the whole is a pair's time times the number of pairs. Ours is measured
whole. F1 is on tests/gold/alignment.yml: for each alternative with the threshold that is best for it on
these very labels, which flatters it.
"""

from __future__ import annotations

import argparse
import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from build_scripts.compare.align import align
from build_scripts.extract import extract
from build_scripts.inputs import Inputs, read_inputs
from build_scripts.models import Match, Passage, SourceFacts
from tests.accuracy.alignment import labels
from tests.bench.corpus import write_corpus

BRIEFING = Path(__file__).parent.parent / "briefing" / "mkdocs.yml"
COUNTERPARTS = ("full", "partial", "either")
Ratio = Callable[[str, str], float]
Pair = tuple[Passage, Passage]


def facts_of(inputs: Inputs) -> tuple[SourceFacts, ...]:
    return tuple(
        extract(source, inputs.records.actors, inputs.config, inputs.lexicon) for source in inputs.sources
    )


def pairs_of(facts: Sequence[SourceFacts]) -> Iterator[Pair]:
    """Every pair of sentences of two articles."""
    for one, other in itertools.combinations(facts, 2):
        yield from itertools.product(one.passages, other.passages)


def count(facts: Sequence[SourceFacts]) -> int:
    sizes = [len(one.passages) for one in facts]
    return (sum(sizes) ** 2 - sum(size**2 for size in sizes)) // 2


def sampled(facts: Sequence[SourceFacts], seed: int = 1) -> Iterator[Pair]:
    rng = random.Random(seed)
    while True:
        one, other = rng.sample(facts, 2)
        yield rng.choice(one.passages), rng.choice(other.passages)


def seconds_a_pair(facts: Sequence[SourceFacts], ratio: Ratio, budget: float) -> float:
    """CPU seconds of one pair, from as many as the budget allows."""
    done, started = 0, time.process_time()
    draw = list(itertools.islice(sampled(facts), 2_000))
    spent = 0.0
    while spent < budget:
        started = time.process_time()
        for one, other in draw:
            ratio(one.text, other.text)
        spent += time.process_time() - started
        done += len(draw)
    return spent / done


def best_f1(facts: Sequence[SourceFacts], ratio: Ratio) -> tuple[float, float]:
    """F1 on the labels with the best threshold for them, and that threshold."""
    known = labels()
    wanted = {pair for pair, label in known.items() if label in COUNTERPARTS}
    scored = sorted(
        ((ratio(one.text, other.text), _named(one, other)) for one, other in pairs_of(facts)), reverse=True
    )
    best, found, wrong = (0.0, 1.0), 0, 0
    for score, pair in scored:
        found += pair in wanted
        wrong += known.get(pair, "none") == "none"
        best = max(best, (2 * found / (found + wrong + len(wanted)), score))
    return best


def our_f1(facts: Sequence[SourceFacts], inputs: Inputs, others: Sequence[SourceFacts] = ()) -> float:
    """F1 on the labels; `others` are articles among which those of the labels stand."""
    known, labelled = labels(), {one.source.id for one in facts}
    wanted = {pair for pair, label in known.items() if label in COUNTERPARTS}
    shown = {
        (min(str(one.left), str(one.right)), max(str(one.left), str(one.right)))
        for one in align((*others, *facts), inputs.lexicon)
        if one.match is not Match.REVIEW and labelled.issuperset((one.left.source, one.right.source))
    }
    found, wrong = len(wanted & shown), sum(known.get(pair, "none") == "none" for pair in shown)
    return 2 * found / (found + wrong + len(wanted))


def _named(one: Passage, other: Passage) -> tuple[str, str]:
    first, second = sorted((str(one.ref), str(other.ref)))
    return first, second


def alternatives() -> dict[str, Ratio]:
    from rapidfuzz import fuzz

    def by_difflib(one: str, other: str) -> float:
        return SequenceMatcher(None, one, other, autojunk=False).ratio()

    return {
        "all pairs, difflib": by_difflib,
        "all pairs, rapidfuzz ratio": lambda one, other: fuzz.ratio(one, other) / 100,
        "all pairs, rapidfuzz token_set_ratio": lambda one, other: fuzz.token_set_ratio(one, other) / 100,
    }


def report(articles: int, budget: float) -> None:
    """The table: CPU seconds for the whole, how many times ours that is, and F1."""
    gold = read_inputs(BRIEFING)
    labelled = facts_of(gold)
    with tempfile.TemporaryDirectory() as scratch:
        write_corpus(Path(scratch), articles)
        inputs = read_inputs(Path(scratch) / "mkdocs.yml")
        facts = facts_of(inputs)
    started = time.process_time()
    align(facts, inputs.lexicon)
    ours, pairs = time.process_time() - started, count(facts)
    sentences = sum(len(one.passages) for one in facts)
    print(f"\n{articles:,} articles, {sentences:,} sentences, {pairs:,} pairs of two articles\n")
    print("| alignment | CPU s | times ours | F1 on the labelled pairs |")
    print("|---|--:|--:|--:|")
    print(f"| ours, measured whole | {ours:.1f} | 1 | {our_f1(labelled, gold):.3f} |")
    print(f"| ours, the labelled articles among these | | | {our_f1(labelled, gold, facts):.3f} |")
    for name, ratio in alternatives().items():
        whole = seconds_a_pair(facts, ratio, budget) * pairs
        f1, threshold = best_f1(labelled, ratio)
        print(
            f"| {name}, from a sample | {whole:,.0f} | {whole / ours:,.0f} | {f1:.3f} (at {threshold:.2f}) |"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench.aligning", description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=20, help="CPU seconds for each sample")
    given = parser.parse_args()
    report(given.articles, given.seconds)
