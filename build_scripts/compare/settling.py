"""Compare: what wordings are to one another in; the pairs of passages that are shown or wait for review out.

What a pair is hangs on its score, on the other pairs of its two articles, and on what third articles have in
common with its passages. Where nothing of that has changed since an earlier run, it is what it was then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_scripts.compare.bearing_out import (
    FOR_REVIEW,
    Degrees,
    Pairs,
    Rivals,
    borne_out_by_neighbours,
    borne_out_by_thirds,
    degree,
    sides,
)
from build_scripts.compare.paired import Articles, Paired
from build_scripts.compare.scores import Scored
from build_scripts.compare.weights import ByRef, Wordings
from build_scripts.models import Alignment, Match, Ref, SourceFacts


class Settled(NamedTuple):
    """A pair that is shown or waits for review."""

    pair: Alignment
    alone: Match | None
    """What it is by its two articles alone; None where these do not bear it out."""


Known = Mapping[tuple[Ref, Ref], Settled]


class Settling:
    """Tells of pairs what they are."""

    def __init__(self, facts: Sequence[SourceFacts], texts: Wordings, scored: Scored) -> None:
        self._facts = facts
        self._scored = scored
        self._paired = Paired(texts, scored.rows)
        self._wordings = ByRef(texts, self._paired.number_of)

    def all(self) -> Known:
        """Every pair, from nothing."""
        shown, alone = self._alone(self._paired.all(), self._facts)
        thirds = borne_out_by_thirds(_faint(shown), alone, self._wordings)
        return self._together({**shown, **thirds}, alone, thirds)

    def since(self, known: Known) -> tuple[Known, frozenset[Articles]]:
        """The pairs of such two articles as may have others than are known, and which articles these are."""
        other = self._otherwise(known)
        sources = {source for articles in other for source in articles}
        facts = [found for found in self._facts if found.source.id in sources]
        shown, alone = self._alone(self._paired.between(other), facts)
        stand = {key: one for key, one in known.items() if articles_of(key) not in other}
        was = {key: one.alone for key, one in known.items() if one.alone and key not in stand}
        turned = {ref for key in was.keys() | alone.keys() if was.get(key) != alone.get(key) for ref in key}
        near = {
            key: pair
            for key, pair in _faint(self._paired.of(self._numbers(turned))).items()
            if articles_of(key) not in other
            and not turned.isdisjoint(key)
            and not (key in stand and stand[key].alone)
        }
        degrees = {key: one.alone for key, one in stand.items() if one.alone}
        thirds = borne_out_by_thirds(_faint(shown) | near, degrees | alone, self._wordings)
        # What a third no longer bears out, or does now, is a rival of others of the same two articles.
        more = frozenset(articles_of(key) for key in near if (key in thirds) != _is_by_thirds(stand.get(key)))
        if more:
            for key, pair in self._paired.between(more).items():
                one = stand.get(key)
                shown[key] = pair
                if one and one.alone:
                    alone[key] = one.alone
                    shown[key] = pair._replace(match=one.alone)
                elif one and key not in near and _is_by_thirds(one):
                    thirds[key] = one.pair._replace(match=Match.PARTIAL)
        changed = other | more
        thirds = {key: pair for key, pair in thirds.items() if articles_of(key) in changed}
        return self._together({**shown, **thirds}, alone, thirds), changed

    def _otherwise(self, known: Known) -> frozenset[Articles]:
        """Articles between which there may be other pairs, whatever third ones have."""
        number_of, gone = self._paired.number_of, -1
        doubtful = {gone, *self._scored.doubtful}
        other = {
            articles_of(key)
            for key in known
            if number_of.get(key[0], gone) in doubtful or number_of.get(key[1], gone) in doubtful
        }
        other.update(map(articles_of, self._paired.of(self._scored.doubtful)))
        for numbers in self._scored.otherwise:
            other.update(map(articles_of, self._paired.refs(*numbers)))
        return frozenset(other)

    def _numbers(self, refs: Iterable[Ref]) -> set[int]:
        number_of = self._paired.number_of
        return {number_of[ref] for ref in refs if ref in number_of}

    def _alone(
        self, pairs: Pairs, facts: Iterable[SourceFacts]
    ) -> tuple[Pairs, dict[tuple[Ref, Ref], Match]]:
        """Pairs with those that their neighbours bear out, and the degrees of those that are shown."""
        rivals = Rivals(pair for pair in pairs.values() if pair.match is not Match.REVIEW)
        between = borne_out_by_neighbours(facts, self._wordings, pairs, rivals)
        rivals.add(between.values())
        shown = {**pairs, **between}
        degrees = {
            key: degree(pair, self._wordings, self._paired.whole, rivals)
            for key, pair in shown.items()
            if pair.match is not Match.REVIEW
        }
        return shown, degrees

    def _together(self, shown: Pairs, alone: Degrees, thirds: Pairs) -> Known:
        """Where a third has borne out a pair, others of the same passages have another rival."""
        rivals = Rivals(pair for pair in shown.values() if pair.match is not Match.REVIEW)
        again = {side for pair in thirds.values() for side in sides(pair)}
        found: dict[tuple[Ref, Ref], Settled] = {}
        for key, pair in shown.items():
            match = alone.get(key)
            if pair.match is not Match.REVIEW and (match is None or not again.isdisjoint(sides(pair))):
                match = degree(pair, self._wordings, self._paired.whole, rivals)
            if match is not None and match is not pair.match:
                pair = pair._replace(match=match)
            if match is not None or pair.score >= FOR_REVIEW:
                found[key] = Settled(pair, alone.get(key))
        return found


def articles_of(key: tuple[Ref, Ref]) -> Articles:
    """The two articles of a pair."""
    return key[0].source, key[1].source


def _faint(pairs: Pairs) -> Pairs:
    return {key: pair for key, pair in pairs.items() if pair.match is Match.REVIEW}


def _is_by_thirds(one: Settled | None) -> bool:
    return one is not None and one.alone is None and one.pair.match is not Match.REVIEW
