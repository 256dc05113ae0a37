"""Foundation: differences that belong to no topic in, the topics that they propose out.

What is proposed is the readings: a question is an editor's to ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.corroboration import joined
from build_scripts.errors import Fault, InvalidInput
from build_scripts.models import Difference, DifferenceType, Reading, Verdict

_MOST_NAMED = 20
_GRAVITY = (Verdict.CONFLICTING, Verdict.UNSURE, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Differences that speak of the same passages, the gravest first, and their readings."""

    differences: tuple[Difference, ...]
    readings: tuple[Reading, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.differences)


def proposals(differences: Iterable[Difference]) -> tuple[Proposal, ...]:
    """Differences without a topic, joined where two of their passages are the same; the gravest first.

    A passage that is left out asks no question by itself, and differences that are nothing else propose none.
    """
    free = {one.id: one for one in differences if not one.topic}
    passages: dict[tuple[str, str], list[str]] = {}
    for one in free.values():
        for reading in one.readings:
            passages.setdefault((reading.source, reading.passage), []).append(one.id)
    groups = joined(tuple(sorted(free)), passages.values())
    found = [_proposal(tuple(free[name] for name in group)) for group in groups]
    told = [one for one in found if any(each.type is not DifferenceType.OMISSION for each in one.differences)]
    return tuple(sorted(told, key=lambda one: (_rank(one.differences[0]), one.ids)))


def chosen(differences: Iterable[Difference], ids: Iterable[str]) -> Proposal:
    """The readings of differences that an editor names by their ids, whatever topic they belong to.

    Raises `InvalidInput` for ids that no difference has.
    """
    known = {one.id: one for one in differences}
    wanted = tuple(dict.fromkeys(ids))
    if unknown := [name for name in wanted if name not in known]:
        free = [name for name, one in sorted(known.items()) if not one.topic] or sorted(known)
        there = f"There are: {', '.join(free[:_MOST_NAMED])}" if free else "There is none"
        mend = f"{there}. `briefing review` and docs/data/differences.json say what each is."
        raise InvalidInput(
            tuple(Fault("--from", 0, f"there is no difference {one}", mend) for one in unknown)
        )
    return _proposal(tuple(known[name] for name in wanted))


def _proposal(group: tuple[Difference, ...]) -> Proposal:
    """Readings in the order of the differences; an omission gives none where another difference does."""
    ranked = tuple(sorted(group, key=lambda one: (_rank(one), one.id)))
    telling = [one for one in ranked if one.type is not DifferenceType.OMISSION] or list(ranked)
    readings = (reading for one in telling for reading in one.readings if reading.quote)
    return Proposal(ranked, tuple(dict.fromkeys(readings)))


def _rank(one: Difference) -> tuple[int, int]:
    return _GRAVITY.index(one.verdict), tuple(DifferenceType).index(one.type)
