"""Compare: scored pairs of passages in, the same with what their surroundings bear out, full or partial, out.

A score alone does not tell a paraphrase from another sentence on the same matter: where sentences were
merged or split, where their neighbours are counterparts, or where a third source has the words between,
a fainter pair is a counterpart all the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from build_scripts.compare.said import SPEAKING
from build_scripts.compare.weights import ByRef, Wording, weigh
from build_scripts.edtf import overlaps
from build_scripts.models import Alignment, Match, Ref, SourceFacts

SURE, FOR_REVIEW, FAINT = 0.385, 0.3, 0.24
"""Scores from which pairs are shown, wait for review, or count at all."""

_NEAR_SURE = 0.33
"""A pair between counterparts must score so much by itself."""
WHOLE = 0.75
"""What covers this share, by weight, of both passages is a full counterpart, whatever else there is."""
_MUCH_LONGER = 1.6
"""A passage so many times as heavy says more than its counterpart does."""
_GAIN = 0.05

_RIVAL = 0.6
"""What scores this share of a passage's best counterpart in a source stands there beside it."""

_NOWHERE = Ref("", "")
"""Stands before the first passage of a source, and after the last: in no pair."""

Pairs = dict[tuple[Ref, Ref], Alignment]
Side = tuple[Ref, str]
"""A passage, and another source."""
Whole = Collection[tuple[int, int]]
"""Wordings, by their numbers, of which each covers the other whole (`WHOLE`)."""
Degrees = Mapping[tuple[Ref, Ref], Match]
"""Of the pairs that are shown."""


class Rivals:
    """Passages that have counterparts in another source, and whether several of these rival one another."""

    def __init__(self, shown: Iterable[Alignment]) -> None:
        self._best: dict[Side, float] = {}
        self._next: dict[Side, float] = {}
        self.add(shown)

    def add(self, shown: Iterable[Alignment]) -> None:
        """Pairs that are shown, each once."""
        best, after = self._best, self._next
        for pair in shown:
            score = pair.score
            for side in sides(pair):
                most = best.get(side)
                if most is None:
                    best[side] = score
                else:
                    best[side] = max(most, score)
                    after[side] = max(after.get(side, 0.0), min(most, score))

    def is_alone(self, side: Side) -> bool:
        """Whether nothing in that source scores nearly as much as the best of it."""
        return side not in self._next or self._next[side] < _RIVAL * self._best[side]

    def has(self, side: Side) -> bool:
        """Whether a passage has any counterpart in a source."""
        return side in self._best


def sides(pair: Alignment) -> tuple[Side, Side]:
    """Each of its passages, with the source of the other."""
    left, right = pair.left, pair.right
    return (left, right.source), (right, left.source)


def degree(pair: Alignment, wordings: ByRef, whole: Whole, rivals: Rivals) -> Match:
    """Full where both say about as much and stand for one another alone; else partial."""
    one, other = wordings.number(pair.left), wordings.number(pair.right)
    if (one, other) in whole or (other, one) in whole:
        return Match.FULL
    ours, theirs = wordings.total(pair.left), wordings.total(pair.right)
    shorter, longer = min(ours, theirs), max(ours, theirs)
    if pair.score < SURE or longer > _MUCH_LONGER * shorter:
        return Match.PARTIAL
    return Match.FULL if all(map(rivals.is_alone, sides(pair))) else Match.PARTIAL


def borne_out_by_neighbours(
    facts: Iterable[SourceFacts], wordings: ByRef, pairs: Pairs, rivals: Rivals
) -> Pairs:
    """Two sentences that one sentence merges score low each, and together cover it; sentences between
    counterparts that follow one another in both sources are likely counterparts themselves."""
    before, after = _neighbours(facts)
    between = Counter((left.source, right.source) for left, right in pairs)
    known = pairs.get
    promoted: Pairs = {}
    for (left, right), pair in pairs.items():
        # Few pairs have another one beside them: what takes longer is asked of these alone.
        if pair.match is not Match.REVIEW or between[left.source, right.source] < 2:
            continue
        # The sources, and so the order within a pair, stay as they are.
        steps = [(step.get(left, _NOWHERE), step.get(right, _NOWHERE)) for step in (before, after)]
        beside = [(known((one, right)), known((left, other)), known((one, other))) for one, other in steps]
        if not any(any(found) for found in beside) or not _may_be(pair, wordings):
            continue
        is_between = (
            pair.score >= _NEAR_SURE
            and not rivals.has((left, right.source))
            and not rivals.has((right, left.source))
            and any(_is_shown(both) for _, _, both in beside)
        )
        if is_between or any(
            _is_half(wordings, pair, half, whole, found)
            for of_left, of_right, _ in beside
            for half, whole, found in ((left, right, of_left), (right, left, of_right))
        ):
            promoted[left, right] = pair._replace(match=Match.PARTIAL)
    return promoted


def borne_out_by_thirds(pairs: Pairs, degrees: Degrees, wordings: ByRef) -> Pairs:
    """Of pairs that are not shown, those whose one passage is told fully by a third source, which has the
    other as a counterpart.

    Two partial steps bear nothing out: the third may merge what the two do not share.
    """
    asked = {ref for key in pairs for ref in key}
    near: dict[Ref, set[Ref]] = defaultdict(set)
    full: dict[Ref, set[Ref]] = defaultdict(set)
    for (left, right), match in degrees.items():
        for one, other in ((left, right), (right, left)):
            if one in asked:
                near[one].add(other)
                if match is Match.FULL:
                    full[one].add(other)
    none: frozenset[Ref] = frozenset()
    return {
        (left, right): pair._replace(match=Match.PARTIAL)
        for (left, right), pair in pairs.items()
        if left in near
        and right in near
        and not (
            full.get(left, none).isdisjoint(near[right]) and near[left].isdisjoint(full.get(right, none))
        )
        and _may_be(pair, wordings)
    }


def _may_be(pair: Alignment, wordings: ByRef) -> bool:
    """A faint pair whose dates cannot be the same is another matter, whatever stands round it."""
    ours, theirs = wordings.dates(pair.left), wordings.dates(pair.right)
    if pair.score >= FOR_REVIEW or not ours or not theirs:
        return True
    return any(overlaps(one, other) for one in ours for other in theirs)


def _neighbours(facts: Iterable[SourceFacts]) -> tuple[dict[Ref, Ref], dict[Ref, Ref]]:
    """The passage before, and the passage after, each passage."""
    before: dict[Ref, Ref] = {}
    after: dict[Ref, Ref] = {}
    for source in facts:
        refs = [passage.ref for passage in source.passages if passage.kind in SPEAKING]
        for one, other in pairwise(refs):
            before[other], after[one] = one, other
    return before, after


def _is_shown(pair: Alignment | None) -> bool:
    return pair is not None and pair.match is not Match.REVIEW


def _is_half(wordings: ByRef, pair: Alignment, half: Ref, whole: Ref, beside: Alignment | None) -> bool:
    """Whether a passage and the one that `beside` pairs with the same whole together cover that."""
    if beside is None:
        return False
    near = beside.left if beside.right == whole else beside.right
    return _is_covered(wordings[half], wordings[near], wordings[whole], max(pair.score, beside.score))


def _is_covered(half: Wording, near: Wording, whole: Wording, alone: float) -> bool:
    together = {**half.weights, **near.weights}
    shared = sum(
        (together[stem] + whole.weights[stem]) / 2 for stem in sorted(together.keys() & whole.weights.keys())
    )
    score = 2 * shared / (weigh(together, together) + whole.total)
    return score >= SURE and score >= alone + _GAIN
