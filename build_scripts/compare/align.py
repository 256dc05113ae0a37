"""Compare: passages of all sources in, pairs of passages that say the same out.

The score is a Dice coefficient over the first six letters of the words, weighted by how rare they are.
It was ahead of the cosine of weighted words, of fuzzy ratios and of sentence embeddings on rewritten news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from build_scripts.compare.bearing_out import FAINT, FOR_REVIEW, SURE, WHOLE
from build_scripts.compare.before import Row
from build_scripts.compare.scores import scored
from build_scripts.compare.settled import settled
from build_scripts.compare.weights import Wording, Wordings, common_runs
from build_scripts.edtf import overlaps
from build_scripts.models import Alignment, Lexicon, Match, Ref, SourceFacts
from build_scripts.shelves import Earlier

_OTHER_DATES = 0.85
"""Factor for passages that both give dates, none of which can be the same."""
_OTHER_PEOPLE = 0.8
"""Factor for passages that both name persons, none of whom is the same."""
_OWN_WORDS = 0.12
"""Share of their words other than names in which passages must agree, unless a date agrees or they
share a run of so many words (a list of names, copied)."""
_LIST = 12
_PHRASE, _OWN_IN_PHRASE = 7, 3
"""A run of so many words, so many of them no names, makes a pair for review a partial one."""
_CONTAINED, _CONTAINED_SCORE = 0.55, 0.33
"""A shorter passage of which this share stands in the longer one is a partial counterpart."""


def align(
    facts: Sequence[SourceFacts], lexicon: Lexicon, earlier: Earlier | None = None
) -> tuple[Alignment, ...]:
    """All pairs of passages of different sources that score at least `FOR_REVIEW`, sorted."""
    texts = Wordings(facts, lexicon, earlier)
    return settled(facts, texts, scored(texts, _row, earlier), earlier)


def counterparts(alignments: Iterable[Alignment]) -> dict[Ref, tuple[Alignment, ...]]:
    """The alignments of each passage that are shown as fact, best first."""
    found: dict[Ref, list[Alignment]] = defaultdict(list)
    for pair in alignments:
        if pair.match is not Match.REVIEW:
            found[pair.left].append(pair)
            found[pair.right].append(pair)
    return {
        ref: tuple(sorted(of, key=lambda pair: (-pair.score, pair.left, pair.right)))
        for ref, of in found.items()
    }


def _row(one: Wording, other: Wording) -> Row | None:
    """Nothing for wordings that are no counterparts at all."""
    weight = one.shared(other)
    score = _score(one, other, weight)
    if score < FAINT:
        return None
    is_whole = weight >= WHOLE * max(one.total, other.total)
    return one.number, round(score, 4), _match(one, other, score, weight), is_whole


def _score(one: Wording, other: Wording, weight: float) -> float:
    score = 2 * weight / (one.total + other.total)
    if score < FAINT:  # what follows only lowers it
        return 0.0
    if one.people and other.people and one.people.isdisjoint(other.people):
        score *= _OTHER_PEOPLE
    if one.dates and other.dates:
        if any(overlaps(this, that) for this in one.dates for that in other.dates):
            return score
        score *= _OTHER_DATES
    shared = one.shared_matter(other)
    if 2 * shared < _OWN_WORDS * (one.own + other.own) and not any(common_runs(one, other, _LIST)):
        return 0.0
    return score


def _has_common_phrase(one: Wording, other: Wording) -> bool:
    return any(len(set(run) - one.names) >= _OWN_IN_PHRASE for run in common_runs(one, other, _PHRASE))


def _match(one: Wording, other: Wording, score: float, shared: float) -> Match:
    if score < SURE:
        is_contained = score >= _CONTAINED_SCORE and shared >= _CONTAINED * min(one.total, other.total)
        has_phrase = score >= FOR_REVIEW and _has_common_phrase(one, other)
        return Match.PARTIAL if is_contained or has_phrase else Match.REVIEW
    return Match.FULL
