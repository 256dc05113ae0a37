"""Compare: a report in; what it has to have in common with others to be of one contact with them out.

Nothing but sparing work: two reports of which neither asks for what the other offers are told apart by
`Comparer.likeness` as well, whatever their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from build_scripts.compare.same_contact import family
from build_scripts.models import Actor, ActorKind, ContactKind, Report, Status

_ANY, _OPEN = "any", "open"
"""What every report of its kind offers, and what those offer that may be with anybody."""


class Company(NamedTuple):
    """Two reports may be of one contact if one asks for something that the other offers."""

    asks: frozenset[str]
    offers: frozenset[str]


class Companies:
    """The company of each report: made once for all that have the same people and are of one kind."""

    def __init__(self, actors: Iterable[Actor], joined: Iterable[str]) -> None:
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self._joined = frozenset(joined)
        self._known: dict[tuple[tuple[str, ...], ContactKind, bool], Company] = {}

    def of(self, report: Report) -> Company:
        """Its people, and the bodies of which they are.

        Conferences ask for anybody, and so do reports that name nobody of either side, and those whose people
        belong to one another.
        """
        key = report.participants, report.kind, report.status is Status.DENIED
        if key not in self._known:
            self._known[key] = self._found(report)
        return self._known[key]

    def _found(self, report: Report) -> Company:
        people = frozenset(report.participants)
        there = [self._actors[each] for each in people if each in self._actors]
        bodies = frozenset(body for actor in there for body in actor.member_of)
        is_open = (
            report.kind is ContactKind.CONFERENCE
            or not any(actor.side in self._joined and actor.kind is not ActorKind.STATE for actor in there)
            or not bodies.isdisjoint(people)
        )
        kind = f"{family(report.kind)} {report.status is Status.DENIED}"
        offers = {_ANY, *(f"is {each}" for each in people), *(f"of {each}" for each in bodies)}
        asks = {_OPEN, *(f"is {each}" for each in (*people, *bodies)), *(f"of {each}" for each in people)}
        if is_open:
            offers, asks = {*offers, _OPEN}, {_ANY}
        return Company(*(frozenset(f"{kind} {each}" for each in told) for told in (asks, offers)))
