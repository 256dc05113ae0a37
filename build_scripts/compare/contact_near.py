"""Compare: the groups of reports so far in; for one more report, those that it could belong to, out.

Only reports whose days can meet, and whose people can, are compared. Whoever looks through a whole year for
each report looks at all of it squared: with five thousand articles that took as long as aligning them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, TypeVar

from build_scripts import edtf
from build_scripts.compare.contact_company import Companies
from build_scripts.compare.same_contact import family
from build_scripts.compare.same_time import SLIP
from build_scripts.models import Report

_SHORT = timedelta(days=62)
"""What covers no more than this is looked for month by month."""
_MOST_YEARS = 200

Group = TypeVar("Group")


@dataclass(slots=True)
class Near(Generic[Group]):
    """Groups by what they tell of: each stands in the order in which it was first told there."""

    companies: Companies
    _offers: dict[Group, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What the dated reports of each offer to others (`contact_company`)."""
    _undated: dict[str, dict[Group, None]] = field(default_factory=lambda: defaultdict(dict))
    _years: dict[int, dict[Group, int]] = field(default_factory=lambda: defaultdict(dict))
    _wide: dict[int, dict[Group, None]] = field(default_factory=lambda: defaultdict(dict))
    """Groups with a date that is not short."""
    _months: dict[tuple[int, int], dict[Group, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, report: Report, group: Group) -> None:
        """The group has this report now."""
        ends = edtf.bounds(report.date)
        if ends is None:
            for key in _undated_keys(report):
                self._undated[key].setdefault(group)
            return
        self._offers[group].update(self.companies.of(report).offers)
        for year in _years(ends):
            self._years[year].setdefault(group, len(self._years[year]))
            if not _is_short(ends):
                self._wide[year].setdefault(group)
        if _is_short(ends):
            for month in _months(*ends):
                self._months[month].setdefault(group)

    def of(self, report: Report) -> list[Group]:
        """The groups that could have the report, in the order in which its years and people have them."""
        ends = edtf.bounds(report.date)
        if ends is None:
            keys = _undated_keys(report)
            return list(dict.fromkeys(each for key in keys for each in self._undated.get(key, ())))
        years, asks, offers = _years(ends), self.companies.of(report).asks, self._offers
        if not _is_short(ends):
            every = dict.fromkeys(each for year in years for each in self._years.get(year, ()))
            return [each for each in every if not asks.isdisjoint(offers[each])]
        found = {each for year in years for each in self._wide.get(year, ())}
        first = max(ends[0].toordinal() - SLIP.days, date(ends[0].year, 1, 1).toordinal())
        last = min(ends[1].toordinal() + SLIP.days, date(ends[1].year, 12, 31).toordinal())
        days = date.fromordinal(first), date.fromordinal(last)
        found.update(each for month in _months(*days) for each in self._months.get(month, ()))
        told = [(year, self._years[year]) for year in years if year in self._years]
        alike = [each for each in found if not asks.isdisjoint(offers[each])]
        return sorted(alike, key=lambda each: next((year, at[each]) for year, at in told if each in at))


def _undated_keys(report: Report) -> Iterator[str]:
    return (f"{family(report.kind)} {each}" for each in (*report.participants, *report.sides))


def _is_short(ends: tuple[date, date]) -> bool:
    return date.min < ends[0] and ends[1] < date.max and ends[1] - ends[0] <= _SHORT


def _years(ends: tuple[date, date]) -> range:
    """The years of a date; of one that is open at an end, two."""
    first = ends[0].year if ends[0].year > 1 else ends[1].year
    last = ends[1].year if ends[1].year < date.max.year else first + 1
    return range(first, min(last, first + _MOST_YEARS) + 1)


def _months(first: date, last: date) -> Iterator[tuple[int, int]]:
    """Each month of a stretch of days."""
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield divmod(number, 12)
