"""Aligned passages against tests/gold/alignment.yml, in which every pair of counterparts is listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from build_scripts.models import Alignment, Match, SourceFacts

from .score import Score, Share

FILE = Path(__file__).parent.parent / "gold" / "alignment.yml"
_COUNTERPARTS = ("full", "partial", "either")
Pair = tuple[str, str]


def labels() -> Mapping[Pair, str]:
    """What each listed pair of passages is to one another."""
    pairs = yaml.safe_load(FILE.read_text(encoding="utf-8"))["pairs"]
    return {_pair(one["left"], one["right"]): one["is"] for one in pairs}


def score_alignment(alignments: Iterable[Alignment], facts: Iterable[SourceFacts]) -> tuple[Score, Share]:
    """Pairs shown as counterparts, and of those that are full or partial for sure, how many are told so."""
    texts = {str(one.ref): one.text for found in facts for one in found.passages}
    shown = {
        _pair(str(one.left), str(one.right)): one.match for one in alignments if one.match is not Match.REVIEW
    }
    known = labels()
    wanted = {pair for pair, label in known.items() if label in _COUNTERPARTS}
    wrong = {pair for pair in shown if known.get(pair, "none") == "none"}
    sure = {pair for pair in wanted & shown.keys() if known[pair] != "either"}
    right = {pair for pair in sure if shown[pair].value == known[pair]}
    return (
        Score(
            f"aligned pairs, {len(known)} labelled",
            len(wanted & shown.keys()),
            _told(wanted - shown.keys(), texts),
            _told(wrong, texts),
        ),
        Share("full and partial told apart", len(right), _told(sure - right, texts)),
    )


def _told(pairs: Iterable[Pair], texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{one} {other}: {texts[one]!r} | {texts[other]!r}" for one, other in sorted(pairs))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
