"""Compare: passages of all sources in, pairs of passages that say the same out.

The score is a Dice coefficient over the first six letters of the words, weighted by how rare they are.
It was ahead of the cosine of weighted words, of fuzzy ratios and of sentence embeddings on rewritten news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from build_scripts.compare.tokens import tokens
from build_scripts.compare.weights import SPEAKING, Wording, weigh, wordings
from build_scripts.edtf import overlaps
from build_scripts.models import Alignment, Lexicon, Match, Ref, SourceFacts

SURE, FOR_REVIEW = 0.35, 0.25
FULL = 0.5
"""A full counterpart covers at least this share, by weight, of both passages."""

_OTHER_DATES = 0.85
"""Factor for passages that both give dates, none of which can be the same."""
_OWN_WORDS = 0.12
"""Share of their words other than names in which passages must agree, unless a date agrees or they
share a run of so many words (a list of names, copied)."""
_LIST = 12
_PHRASE, _OWN_IN_PHRASE = 7, 3
"""A run of so many words, so many of them no names, makes a pair for review a partial one."""
_CONTAINED, _CONTAINED_SCORE = 0.55, 0.3
"""A shorter passage of which this share stands in the longer one is a partial counterpart."""
_COPIES = 50
"""Counterparts kept of one wording: a sentence that a thousand sources copy is tied to the first of
them, not to all."""
_POSTINGS = 200
"""Wordings kept for each word of the index; commoner words tell nothing about who copied whom."""
_ENOUGH = 0.5
"""Share of the least score that a pair must reach by its rarer words to be looked at."""


def align(facts: Sequence[SourceFacts], lexicon: Lexicon) -> tuple[Alignment, ...]:
    """All pairs of passages of different sources that score at least `FOR_REVIEW`, sorted."""
    texts = wordings(facts, lexicon)
    pairs: dict[tuple[Ref, Ref], Alignment] = {}
    for one, other, score in _scored(texts):
        for left, right in _members(one, other):
            pairs[left, right] = Alignment(left, right, round(score, 4), _match(one, other, score))
    by_ref = {ref: wording for wording in texts for ref in wording.members}
    _promote_split_sentences(facts, by_ref, pairs)
    return tuple(pairs[key] for key in sorted(pairs))


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


def _scored(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording, float]]:
    """Pairs of wordings that may be counterparts, by way of the words that they share."""
    index: dict[str, list[int]] = defaultdict(list)
    for at, wording in enumerate(wordings):
        if len({ref.source for ref in wording.members}) > 1:
            yield wording, wording, 1.0
        shared: dict[int, float] = defaultdict(float)
        for word, weight in wording.weights.items():
            for other in index[word]:
                shared[other] += weight
            if len(index[word]) < _POSTINGS:
                index[word].append(at)
        for other in sorted(shared):
            least = _ENOUGH * FOR_REVIEW * (wording.total + wordings[other].total) / 2
            if shared[other] >= least:
                score = _score(wordings[other], wording)
                if score >= FOR_REVIEW:
                    yield wordings[other], wording, score


def _score(one: Wording, other: Wording) -> float:
    score = 2 * one.shared(other) / (one.total + other.total)
    if one.dates and other.dates:
        if any(overlaps(this, that) for this in one.dates for that in other.dates):
            return score
        score *= _OTHER_DATES
    own = weigh(one.weights, one.weights.keys() - one.names)
    others = weigh(other.weights, other.weights.keys() - other.names)
    agreed = one.weights.keys() & other.weights.keys()
    shared = weigh(one.weights, agreed - one.names - other.names)
    if 2 * shared < _OWN_WORDS * (own + others) and not _common_runs(one, other, _LIST):
        return 0.0
    return score


def _has_common_phrase(one: Wording, other: Wording) -> bool:
    runs = _common_runs(one, other, _PHRASE)
    return any(len(set(run) - one.names - other.names) >= _OWN_IN_PHRASE for run in runs)


def _common_runs(one: Wording, other: Wording, length: int) -> frozenset[tuple[str, ...]]:
    """Runs of so many words, by their stems, that stand in both."""
    ours, theirs = ([token.stem for token in tokens(each.text)] for each in (one, other))
    runs = [
        frozenset(tuple(words[at : at + length]) for at in range(len(words) - length + 1))
        for words in (ours, theirs)
    ]
    return runs[0] & runs[1]


def _match(one: Wording, other: Wording, score: float) -> Match:
    shared = one.shared(other)
    if score < SURE:
        is_contained = score >= _CONTAINED_SCORE and shared >= _CONTAINED * min(one.total, other.total)
        return Match.PARTIAL if is_contained or _has_common_phrase(one, other) else Match.REVIEW
    return Match.FULL if shared >= FULL * max(one.total, other.total) else Match.PARTIAL


def _members(one: Wording, other: Wording) -> Iterator[tuple[Ref, Ref]]:
    for i, left in enumerate(one.members):
        for j, right in enumerate(other.members):
            if left.source == right.source or min(i, j) >= _COPIES:
                continue
            yield (left, right) if left < right else (right, left)


def _promote_split_sentences(
    facts: Sequence[SourceFacts],
    wordings: Mapping[Ref, Wording],
    pairs: dict[tuple[Ref, Ref], Alignment],
) -> None:
    """A pair for review becomes a partial one where its neighbours bear it out.

    Two sentences that one sentence merges score low each, and together cover it; sentences between
    counterparts that follow one another in both sources are likely counterparts themselves.
    """
    steps = _neighbours(facts)
    told = {
        (one, other.source)
        for pair in pairs.values()
        if pair.match is not Match.REVIEW
        for one, other in ((pair.left, pair.right), (pair.right, pair.left))
    }
    promoted = {}
    for (left, right), pair in pairs.items():
        if pair.match is not Match.REVIEW:
            continue
        is_between = (
            pair.score >= _CONTAINED_SCORE
            and (left, right.source) not in told
            and (right, left.source) not in told
            and any(_is_shown(pairs, step.get(left), step.get(right)) for step in steps)
        )
        if is_between or any(
            _is_half(pairs, wordings, step.get(half), half, whole)
            for step in steps
            for half, whole in ((left, right), (right, left))
        ):
            promoted[left, right] = replace(pair, match=Match.PARTIAL)
    pairs.update(promoted)


def _neighbours(facts: Sequence[SourceFacts]) -> tuple[dict[Ref, Ref], dict[Ref, Ref]]:
    """The passage before, and the passage after, each passage."""
    before: dict[Ref, Ref] = {}
    after: dict[Ref, Ref] = {}
    for source in facts:
        refs = [passage.ref for passage in source.passages if passage.kind in SPEAKING]
        for one, other in pairwise(refs):
            before[other], after[one] = one, other
    return before, after


def _pair(pairs: Mapping[tuple[Ref, Ref], Alignment], one: Ref, other: Ref) -> Alignment | None:
    return pairs.get((one, other) if one < other else (other, one))


def _is_shown(pairs: Mapping[tuple[Ref, Ref], Alignment], one: Ref | None, other: Ref | None) -> bool:
    pair = _pair(pairs, one, other) if one and other else None
    return pair is not None and pair.match is not Match.REVIEW


def _is_half(
    pairs: Mapping[tuple[Ref, Ref], Alignment],
    wordings: Mapping[Ref, Wording],
    near: Ref | None,
    half: Ref,
    whole: Ref,
) -> bool:
    this, other = _pair(pairs, half, whole), _pair(pairs, near, whole) if near else None
    if this is None or other is None or near is None:
        return False
    return _is_covered(wordings[half], wordings[near], wordings[whole], max(this.score, other.score))


def _is_covered(half: Wording, near: Wording, whole: Wording, alone: float) -> bool:
    together = {**half.weights, **near.weights}
    shared = weigh(together, together.keys() & whole.weights.keys())
    score = 2 * shared / (weigh(together, together) + whole.total)
    return score >= SURE and score >= alone + 0.05
