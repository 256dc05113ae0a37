"""Which groups a report is compared with: none that it could belong to is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.compare.contact_claims import Standing
from build_scripts.compare.contact_near import Near
from build_scripts.compare.same_contact import Comparer, Likeness
from build_scripts.models import Actor, ActorKind, ContactKind, Report, Status
from build_scripts.places import Places

ACTORS = (
    Actor("a-arden", "A. Arden", ActorKind.PERSON, "north", "a.md"),
    Actor("b-birch", "B. Birch", ActorKind.PERSON, "south", "b.md"),
)
REPORT = Report(
    *("a", "1", 0, 9, "they met", "", ""),
    *(ContactKind.MEETING, Status.HAPPENED, ("a-arden", "b-birch"), ("north", "south"), "Lakeside"),
)
DATES = (
    *(
        "0001-01-02",
        "9999-12-30",
        "2003-12-30",
        "2003-12-31",
        "2004-01-01",
        "2004-01",
        "2004-01-31",
        "2004-02-03",
    ),
    *(
        "2004-05~",
        "2004",
        "2003/2005",
        "2003-11-20/2004-01-20",
        "2004-01-15/..",
        "../2004-03",
        "199X",
        "2004-21",
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=6))
def test_whatever_is_alike_and_told_of_one_year_is_near(dates: list[str]) -> None:
    comparer = Comparer(ACTORS, ("north", "south"), Places(), Standing({}, {}))
    near: Near[str] = Near()
    for number, when in enumerate(dates):
        report = replace(REPORT, source=str(number), date=when)
        found = near.of(report)
        for other, then in enumerate(dates[:number]):
            alike = comparer.likeness(report, replace(REPORT, source=str(other), date=then))
            if alike is not Likeness.DIFFERENT and when[:4] == then[:4]:
                assert str(other) in found, (when, then)
        near.add(report, str(number))


def test_what_is_months_away_is_not_looked_at() -> None:
    near: Near[str] = Near()
    for month in range(1, 13):
        near.add(replace(REPORT, date=f"2004-{month:02}"), str(month))
    near.add(replace(REPORT, date="2004"), "year")
    assert near.of(replace(REPORT, date="2004-06-15")) == ["6", "year"]
    assert near.of(replace(REPORT, date="2004-06-29")) == ["6", "7", "year"]
    assert len(near.of(replace(REPORT, date="2004-06/.."))) == 13
    assert near.of(replace(REPORT, date="2007-06-15")) == []


def test_groups_stand_in_the_order_in_which_their_year_was_told() -> None:
    near: Near[str] = Near()
    for name, when in (
        ("wide", "2004"),
        ("late", "2004-06-20"),
        ("early", "2004-06-01"),
        ("both", "2003/2004"),
    ):
        near.add(replace(REPORT, date=when), name)
    assert near.of(replace(REPORT, date="2004-06-18")) == ["wide", "late", "early", "both"]
