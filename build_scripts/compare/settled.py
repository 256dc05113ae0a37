"""Compare: what wordings are to one another in; pairs of passages, kept by article for the next run, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from build_scripts.compare.before import PAIRS, SHELF
from build_scripts.compare.scores import Scored
from build_scripts.compare.settling import Settled, Settling, articles_of
from build_scripts.compare.weights import Wordings
from build_scripts.models import Alignment, Match, Ref, SourceFacts
from build_scripts.shelves import Earlier, Shelf

_OF = {match[0]: match for match in Match}
_NOT_ALONE = "-"


def settled(
    facts: Sequence[SourceFacts], texts: Wordings, scored: Scored, earlier: Earlier | None
) -> tuple[Alignment, ...]:
    """The pairs that are shown or wait for review, each with its degree, sorted."""
    settling = Settling(facts, texts, scored)
    shelf = earlier.shelves[SHELF] if earlier else None
    known = _known(shelf) if shelf and scored.before else None
    if known is None:
        by_left = _by_left(settling.all().values())
        changed = set(by_left)
    else:
        every = {one.pair[:2]: one for of in known.values() for one in of}
        found, articles = settling.since(every)
        changed = {left for left, _ in articles}
        stand = (
            one
            for left in changed
            for one in known.get(left, ())
            if articles_of(one.pair[:2]) not in articles
        )
        by_left = {**known, **dict.fromkeys(changed, ()), **_by_left([*stand, *found.values()])}
    if shelf is not None:
        _keep(shelf, by_left, changed)
    return tuple(one.pair for left in sorted(by_left) for one in by_left[left])


def _by_left(found: Iterable[Settled]) -> dict[str, Sequence[Settled]]:
    """By the first article of each, in order."""
    of: dict[str, list[Settled]] = defaultdict(list)
    for one in found:
        of[one.pair.left.source].append(one)
    return {left: sorted(of[left], key=lambda one: one.pair[:2]) for left in sorted(of)}


def _keep(shelf: Shelf, by_left: Mapping[str, Sequence[Settled]], changed: Iterable[str]) -> None:
    for left in sorted(by_left):
        if by_left[left]:
            key = f"{PAIRS}{left}"
            value = _value(by_left[left]) if left in changed else None
            if value is not None and shelf.before(key) != value:
                shelf.keep(key, value)
            else:
                shelf.known(key)


def _value(of: Sequence[Settled]) -> list[Any]:
    """As columns: first passages, other articles, passages of these, scores, degrees."""
    pairs = [one.pair for one in of]
    return [
        " ".join([pair.left.passage for pair in pairs]),
        [pair.right.source for pair in pairs],
        " ".join([pair.right.passage for pair in pairs]),
        [pair.score for pair in pairs],
        "".join([pair.match[0] for pair in pairs]),
        "".join([one.alone[0] if one.alone else _NOT_ALONE for one in of]),
    ]


def _known(shelf: Shelf) -> dict[str, Sequence[Settled]] | None:
    """By the first article of each, what is kept of pairs; None if it is anything else."""
    try:
        return {key[1:]: _settled(key[1:], *shelf.before(key)) for key in shelf if key.startswith(PAIRS)}
    except (LookupError, ValueError, TypeError, AttributeError):
        return None


def _settled(
    source: str, lefts: str, sources: list[str], rights: str, scores: list[float], matches: str, alone: str
) -> list[Settled]:
    refs = {left: Ref(source, left) for left in lefts.split()}
    told = zip(lefts.split(), map(str, sources), rights.split(), scores, matches, alone, strict=True)
    return [
        Settled(Alignment(refs[left], Ref(of, right), float(score), _OF[match]), _OF.get(degree))
        for left, of, right, score, match, degree in told
    ]
