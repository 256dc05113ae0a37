"""Compare: two reports in, whether they tell of one contact out, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from build_scripts import edtf
from build_scripts.compare.contact_claims import Standing
from build_scripts.compare.same_time import SLIP, is_beside_a_stay, is_wide, slipped, start_together, width
from build_scripts.models import Actor, ActorKind, ContactKind, Report, Status
from build_scripts.places import Places

_PRESENCE = (ContactKind.VISIT, ContactKind.MEETING, ContactKind.CONFERENCE)
_HELD_OR_NOT = {Status.HAPPENED, Status.CANCELLED}


class Likeness(IntEnum):
    """How alike two reports are; the higher, the surer."""

    DIFFERENT = 0
    ELSEWHERE = 1
    """Everything agrees but the place."""
    SLIPPED = 2
    """Everything agrees but the day."""
    INSIDE = 3
    """One gives the date less precisely."""
    SAME = 4


@dataclass(frozen=True, slots=True)
class People:
    """Who takes part on one side."""

    persons: frozenset[str]
    groups: frozenset[str]

    @property
    def everyone(self) -> frozenset[str]:
        return self.persons | self.groups


class Comparer:
    """Compares reports, knowing who is who."""

    def __init__(
        self, actors: Iterable[Actor], joined: Iterable[str], places: Places, standing: Standing
    ) -> None:
        self.places = places
        self.standing = standing
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}
        self.joined = tuple(joined)
        self._people: dict[tuple[tuple[str, ...], str], People] = {}
        """Of a report's participants, and of a side: asked for each two reports that may be one."""

    def likeness(self, one: Report, other: Report) -> Likeness:
        """Whether two reports tell of one contact."""
        if family(one.kind) != family(other.kind) or (one.status is Status.DENIED) != (
            other.status is Status.DENIED
        ):
            return Likeness.DIFFERENT
        if not self.places.may_be_one(one.place, other.place):
            return Likeness.ELSEWHERE if self._differs_in_place(one, other) else Likeness.DIFFERENT
        off = {one.status, other.status} == _HELD_OR_NOT
        if off and (one.source == other.source or not self._is_of_one_day(one, other)):
            # An article that tells of both tells of two: only another article can speak against it, and what
            # was called off for one day, or with one, is not what was held on another, or with another.
            return Likeness.DIFFERENT
        if self._is_planned_beside(one, other) or self._is_planned_beside(other, one):
            return Likeness.DIFFERENT
        if not one.date and not other.date and not self._speak_of_one_time(one.source, other.source):
            return Likeness.DIFFERENT
        if not one.date and not other.date and one.kind is other.kind is ContactKind.INVITATION:
            return Likeness.SAME if self._may_be_one_invitation(one, other) else Likeness.DIFFERENT
        if not one.date and not other.date:
            alike = self._same_people(one, other)
            return Likeness.SAME if alike else Likeness.DIFFERENT
        if not one.date or not other.date or one.repeated != other.repeated:
            return Likeness.DIFFERENT
        return self._dated(one, other)

    def _is_of_one_day(self, one: Report, other: Report) -> bool:
        return one.date == other.date and self._same_people(one, other, strictly=True)

    def _is_planned_beside(self, planned: Report, held: Report) -> bool:
        """ "met in early May and are to meet again on 14 May", "agreed to meet again before June": two.

        So are "met on 4 May" and, on 6 May, "will meet later this month". Near-miss: "were to meet in May"
        and "met on 14 May".
        """
        if (planned.status, held.status) != (Status.PLANNED, Status.HAPPENED) or planned.date == held.date:
            return False
        if planned.source == held.source and planned.date and held.date:
            open_ended = planned.date.startswith("../")
            if open_ended or planned.passage == held.passage or width(planned.date) < width(held.date):
                return True
        told = edtf.bounds(self.standing.published.get(planned.source, ""))
        ended, ahead = edtf.bounds(held.date), edtf.bounds(planned.date)
        if told is None or ended is None or ahead is None or ended[1] >= told[0]:
            return False
        return planned.date.startswith("../") or ahead[1] > told[1]

    def _differs_in_place(self, one: Report, other: Report) -> bool:
        """Whether two articles tell of one person's contact on one day, and differ on where it was."""
        return (
            one.source != other.source
            and one.status is other.status is Status.HAPPENED
            and one.kind is other.kind
            and one.date == other.date
            and edtf.precision(one.date) == "day"
            and not (one.repeated or other.repeated)
            and bool(self._persons(one) & self._persons(other))
            and set(one.sides) == set(other.sides)
            and self._may_be_together(one, other)
        )

    def _speak_of_one_time(self, one: str, other: str) -> bool:
        """Whether what two articles leave undated may be the same: of one text, or of the same days."""
        lineages, published = self.standing.lineage_of, self.standing.published
        if one == other or lineages.get(one, one) == lineages.get(other, other):
            return True
        first, second = (edtf.bounds(published.get(each, "")) for each in (one, other))
        return (
            first is not None
            and second is not None
            and max(first[1], second[1]) - min(first[0], second[0]) <= SLIP
        )

    def _dated(self, one: Report, other: Report) -> Likeness:
        if one.repeated:
            same = one.date == other.date and self._may_be_together(one, other)
            return Likeness.SAME if same else Likeness.DIFFERENT
        if not self._may_be_together(one, other):
            return Likeness.DIFFERENT
        if is_beside_a_stay(one, other) or is_beside_a_stay(other, one):
            return Likeness.DIFFERENT
        if edtf.overlaps(one.date, other.date) and start_together(one.date, other.date):
            wide = is_wide(one.date) != is_wide(other.date)
            return Likeness.INSIDE if wide else Likeness.SAME
        if (
            one.source != other.source
            and self._same_people(one, other, strictly=True)
            and slipped(one, other, self.places.is_one(one.place, other.place))
        ):
            return Likeness.SLIPPED
        return Likeness.DIFFERENT

    def _may_be_one_invitation(self, one: Report, other: Report) -> bool:
        """One article says who invited, another who was invited: nobody of whom the other knows better."""
        if set(one.sides) != set(other.sides):
            return False
        for side in self.joined:
            here, there = self.people(one, side).everyone, self.people(other, side).everyone
            if here and there and not (here <= there or there <= here):
                return False
        return True

    def _same_people(self, one: Report, other: Report, strictly: bool = False) -> bool:
        """On each side the same people, or one of the two names none."""
        within = (
            one.source == other.source
            and one.kind is other.kind is ContactKind.VISIT
            and self._same_place(one, other)
        )
        shared, silent = False, False
        for side in self.joined:
            here, there = self.people(one, side).everyone, self.people(other, side).everyone
            silent = silent or bool(here) != bool(there)
            if here != there and (
                strictly or (here and there and not (within and (here <= there or there <= here)))
            ):
                return False
            shared = shared or bool(here & there)
        if silent and not (one.repeated and other.repeated) and not self._persons(one) & self._persons(other):
            return False
        if silent and one.source != other.source and not (one.date or other.date or one.repeated):
            # "received by an official" here, "met the minister" there: nothing says that it was then.
            return False
        if self._named(one) or self._named(other):
            return shared
        return one.repeated == other.repeated and one.status is other.status

    def _same_place(self, one: Report, other: Report) -> bool:
        """Both say where it was, and the same; or neither does."""
        return one.place == other.place or self.places.is_one(one.place, other.place)

    def _persons(self, report: Report) -> frozenset[str]:
        return frozenset().union(*(self.people(report, side).persons for side in self.joined))

    def _named(self, report: Report) -> bool:
        return any(self.people(report, side).everyone for side in self.joined)

    def _may_be_together(self, one: Report, other: Report) -> bool:
        """Same time, same sort of contact: could they be the same people?"""
        conference = ContactKind.CONFERENCE in (one.kind, other.kind)
        arrival = ContactKind.VISIT in (one.kind, other.kind)
        if conference and not arrival:
            return (
                self.places.is_one(one.place, other.place)
                or self._some_shared(one, other)
                or (one.date == other.date and not (one.place and other.place))
            )
        if conference and arrival and one.date != other.date:
            return False
        for side in self.joined:
            here, there = self.people(one, side), self.people(other, side)
            if here.persons and there.persons and not here.persons & there.persons:
                return False
            only_groups = not here.persons and not there.persons and here.groups and there.groups
            if only_groups and not here.groups & there.groups:
                return False
            if not self._belong(here, there) or not self._belong(there, here):
                return False
        return self._some_shared(one, other) or self._is_only_collective(one, other)

    def _some_shared(self, one: Report, other: Report) -> bool:
        return bool(set(one.participants) & set(other.participants)) or any(
            self._is_member(person, group)
            for person in (*one.participants, *other.participants)
            for group in (*one.participants, *other.participants)
        )

    def _is_only_collective(self, one: Report, other: Report) -> bool:
        """ "A northern delegation in the capital" and "A in the capital": a state names nobody."""
        silent = not self._named(one) or not self._named(other)
        return silent and self.places.is_one(one.place, other.place)

    def _belong(self, here: People, there: People) -> bool:
        """Persons of one report and groups of the other: they must be of those groups, as far as is known."""
        if not here.persons or there.persons or not there.groups:
            return True
        known = [person for person in here.persons if self.actors[person].member_of]
        return not known or any(self._is_member(person, group) for person in known for group in there.groups)

    def _is_member(self, person: str, group: str) -> bool:
        actor = self.actors.get(person)
        return actor is not None and group in actor.member_of

    def people(self, report: Report, side: str) -> People:
        """The report's participants of a side; states are left out, their side is known anyway."""
        key = report.participants, side
        if key not in self._people:
            self._people[key] = self._of_side(report.participants, side)
        return self._people[key]

    def _of_side(self, participants: Iterable[str], side: str) -> People:
        actors = [self.actors[each] for each in participants if each in self.actors]
        ours = [actor for actor in actors if actor.side == side and actor.kind is not ActorKind.STATE]
        persons = frozenset(actor.id for actor in ours if actor.kind is ActorKind.PERSON)
        return People(persons, frozenset(actor.id for actor in ours) - persons)


def family(kind: ContactKind) -> str:
    """Visits, meetings and conferences may be one contact told in three ways; other kinds stand alone."""
    return "presence" if kind in _PRESENCE else kind.value
