"""Compare: passages of all sources in, pairs of passages that say the same out.

The score is a Dice coefficient over the first six letters of the words, weighted by how rare they are.
It was ahead of the cosine of weighted words, of fuzzy ratios and of sentence embeddings on rewritten news.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from build_scripts.compare.bearing_out import FAINT, FOR_REVIEW, SURE, WHOLE, Pairs, settled
from build_scripts.compare.scores import Row, scored
from build_scripts.compare.weights import ByRef, Wording, Wordings, common_runs
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
_COPIES = 20
"""Counterparts kept of one wording: a sentence that a thousand sources copy is tied to the first of
them, not to all."""


def align(
    facts: Sequence[SourceFacts], lexicon: Lexicon, earlier: Earlier | None = None
) -> tuple[Alignment, ...]:
    """All pairs of passages of different sources that score at least `FOR_REVIEW`, sorted."""
    texts = Wordings(facts, lexicon)
    members = [tuple(passage.ref for passage in of) for of in texts.passages]
    pairs: Pairs = {}
    nearly_whole: set[tuple[int, int]] = set()
    for number, rows in enumerate(scored(texts, _row, earlier)):
        if len({ref.source for ref in members[number]}) > 1:
            rows = [(number, 1.0, Match.FULL, True), *rows]
        for other, score, match, is_whole in rows:
            if is_whole:
                nearly_whole.add((other, number))
            for left, right in _members(members[other], members[number]):
                pairs[left, right] = Alignment(left, right, score, match)
    by_ref = {ref: number for number, of in enumerate(members) for ref in of}
    found = settled(facts, ByRef(texts, by_ref), pairs, nearly_whole)
    # By numbers: each pair is compared with twenty others, and numbers are compared three times as fast.
    place = {ref: at for at, ref in enumerate(sorted(by_ref))}
    return tuple(sorted(found.values(), key=lambda pair: place[pair.left] * len(place) + place[pair.right]))


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


def _members(one: Sequence[Ref], other: Sequence[Ref]) -> Iterator[tuple[Ref, Ref]]:
    """The pairs of passages of two wordings, in different sources."""
    if len(one) == len(other) == 1:  # as nearly always
        (left,), (right,) = one, other
        if left.source != right.source:
            yield (left, right) if left < right else (right, left)
        return
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            if left.source == right.source or min(i, j) >= _COPIES:
                continue
            yield (left, right) if left < right else (right, left)
