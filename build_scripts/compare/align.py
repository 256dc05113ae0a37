"""Compare: passages of all sources in, pairs of passages that say the same out.

The score is a Dice coefficient over the first six letters of the words, weighted by how rare they are.
It was ahead of the cosine of weighted words, of fuzzy ratios and of sentence embeddings on rewritten news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from build_scripts.compare.bearing_out import FAINT, FOR_REVIEW, SURE, WHOLE, Pairs, settled
from build_scripts.compare.tokens import tokens
from build_scripts.compare.weights import Wording, wordings
from build_scripts.edtf import overlaps
from build_scripts.models import Alignment, Lexicon, Match, Ref, SourceFacts

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
_COPIES = 20
"""Counterparts kept of one wording: a sentence that a thousand sources copy is tied to the first of
them, not to all."""
_POSTINGS = 200
"""Wordings kept for each word of the index; commoner words tell nothing about who copied whom."""
_PLACES = 600
"""Places of the index that are looked up for one wording, those of its rarest words first."""
_LOOKED_AT = 40
"""Wordings with which each is scored; beyond these, others of the same text stand for it."""
_ENOUGH = 0.5
"""Share of the least score that a pair must reach by its rarer words to be looked at."""


def align(facts: Sequence[SourceFacts], lexicon: Lexicon) -> tuple[Alignment, ...]:
    """All pairs of passages of different sources that score at least `FOR_REVIEW`, sorted."""
    texts = wordings(facts, lexicon)
    pairs: Pairs = {}
    nearly_whole: set[tuple[int, int]] = set()
    for one, other, score, much in _scored(texts):
        match, rounded = _match(one, other, score, much), round(score, 4)
        if much >= WHOLE * max(one.total, other.total):
            nearly_whole.add((one.number, other.number))
        for left, right in _members(one, other):
            pairs[left, right] = Alignment(left, right, rounded, match)
    by_ref = {ref: wording for wording in texts for ref in wording.members}
    found = settled(facts, by_ref, pairs, nearly_whole)
    return tuple(found[key] for key in sorted(found))


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


def _scored(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording, float, float]]:
    """Pairs of wordings that may be counterparts, by way of the words that they share; score and weight."""
    index: dict[str, list[int]] = defaultdict(list)
    totals = [wording.total for wording in wordings]
    for wording in wordings:
        if len({ref.source for ref in wording.members}) > 1:
            yield wording, wording, 1.0, wording.total
        for other in _nearest(_sharing(wording, index, totals)):
            weight = wordings[other].shared(wording)
            score = _score(wordings[other], wording, weight)
            if score >= FAINT:
                yield wordings[other], wording, score, weight


def _sharing(wording: Wording, index: dict[str, list[int]], totals: Sequence[float]) -> dict[int, float]:
    """The earlier wordings that share enough of one's rarer words, with the weight of these; then it is
    put into the index itself."""
    shared: dict[int, float] = defaultdict(float)
    left, looked_up = _PLACES, 0.0
    for weight, places in sorted(
        ((weight, index[word]) for word, weight in wording.weights.items()), key=lambda one: len(one[1])
    ):
        if left < len(places):
            break
        left -= len(places)
        looked_up += weight
        for other in places:
            shared[other] += weight
    for word in wording.weights:
        if len(index[word]) < _POSTINGS:
            index[word].append(wording.number)
    least, total = _ENOUGH * FAINT / 2 * looked_up / max(wording.total, 0.05), wording.total
    return {other: much for other, much in shared.items() if much >= least * (total + totals[other])}


def _nearest(shared: Mapping[int, float]) -> list[int]:
    """Of the wordings that share words, those that share most, in their order."""
    if len(shared) <= _LOOKED_AT:
        return sorted(shared)
    return sorted(sorted(shared, key=lambda other: (-shared[other], other))[:_LOOKED_AT])


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
    if 2 * shared < _OWN_WORDS * (one.own + other.own) and _runs(one.text, _LIST).isdisjoint(
        _runs(other.text, _LIST)
    ):
        return 0.0
    return score


def _has_common_phrase(one: Wording, other: Wording) -> bool:
    runs = _runs(one.text, _PHRASE) & _runs(other.text, _PHRASE)
    return any(len(set(run) - one.names) >= _OWN_IN_PHRASE for run in runs)


@lru_cache(maxsize=1 << 13)
def _runs(text: str, length: int) -> frozenset[tuple[str, ...]]:
    """The runs of so many words of a text, by their stems."""
    words = [token.stem for token in tokens(text)]
    return frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _match(one: Wording, other: Wording, score: float, shared: float) -> Match:
    if score < SURE:
        is_contained = score >= _CONTAINED_SCORE and shared >= _CONTAINED * min(one.total, other.total)
        has_phrase = score >= FOR_REVIEW and _has_common_phrase(one, other)
        return Match.PARTIAL if is_contained or has_phrase else Match.REVIEW
    return Match.FULL


def _members(one: Wording, other: Wording) -> Iterator[tuple[Ref, Ref]]:
    for i, left in enumerate(one.members):
        for j, right in enumerate(other.members):
            if left.source == right.source or min(i, j) >= _COPIES:
                continue
            yield (left, right) if left < right else (right, left)
