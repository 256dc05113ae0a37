"""Lineages against tests/gold/derived/: which articles of a story rewrite which, pair by pair.

Each story is read for itself, and all stories of a half together: what joins articles of two stories is
wrong as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from build_scripts.compare.align import align
from build_scripts.compare.lineages import find_lineages
from build_scripts.extract import extract
from build_scripts.models import Config, Lexicon, Source, SourceFacts
from build_scripts.read import load_lexicon

from .score import Score

FOLDER = Path(__file__).parent.parent / "gold" / "derived"
_CONFIG = Config(root=".", file="mkdocs.yml", site_name="Derived")


def stories(half: str) -> dict[str, Mapping[str, Any]]:
    """The stories of one half by name."""
    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((FOLDER / half).glob("*.yml"))
    }


def facts_of(name: str, story: Mapping[str, Any], lexicon: Lexicon) -> tuple[SourceFacts, ...]:
    """The articles of a story as read and extracted, without actors."""
    return tuple(
        extract(_source(f"{name}-{article}", text), (), _CONFIG, lexicon)
        for article, text in story["articles"].items()
    )


def expected(name: str, story: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    """Pairs of articles of which one is wholly or partly derived from the other, or both from a third."""
    return frozenset(
        _pair(f"{name}-{one}", f"{name}-{other}")
        for degree in ("wholly", "partly")
        for one, other in story["derived"].get(degree, ())
    )


def joined_pairs(facts: tuple[SourceFacts, ...], lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Pairs of articles that the build puts into one lineage."""
    lineages = find_lineages(facts, align(facts, lexicon))
    return frozenset(
        _pair(one, other) for lineage in lineages for one, other in combinations(lineage.sources, 2)
    )


def score_derived(half: str) -> tuple[Score, Score, Score]:
    """Each two articles as a corpus of two, each story for itself, and all stories of the half together."""
    lexicon = load_lexicon("en")
    wanted: frozenset[tuple[str, str]] = frozenset()
    found: frozenset[tuple[str, str]] = frozenset()
    alone: frozenset[tuple[str, str]] = frozenset()
    together: tuple[SourceFacts, ...] = ()
    pairs = 0
    for name, story in stories(half).items():
        facts = facts_of(name, story, lexicon)
        together += facts
        wanted |= expected(name, story)
        found |= joined_pairs(facts, lexicon)
        alone = alone.union(*(joined_pairs(two, lexicon) for two in combinations(facts, 2)))
        pairs += len(facts) * (len(facts) - 1) // 2
    every = len(together) * (len(together) - 1) // 2
    return (
        _score(f"derived, {pairs} pairs alone", wanted, alone),
        _score(f"derived, {pairs} pairs in their stories", wanted, found),
        _score(f"derived, {every} pairs together", wanted, joined_pairs(together, lexicon)),
    )


def _score(kind: str, wanted: frozenset[tuple[str, str]], found: frozenset[tuple[str, str]]) -> Score:
    return Score(kind, len(wanted & found), _told(wanted - found), _told(found - wanted))


def _told(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{one} {other}" for one, other in sorted(pairs))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _source(name: str, text: str) -> Source:
    return Source(name, f"{name}.txt", name, text, hashlib.sha256(text.encode()).hexdigest())
