"""Which groups a report is compared with: none that it could belong to is left out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from build_scripts.compare.contact_claims import Standing
from build_scripts.compare.contact_company import Companies
from build_scripts.compare.contact_near import Near
from build_scripts.compare.same_contact import Comparer, Likeness
from build_scripts.models import Actor, ActorKind, ContactKind, Report, Status
from build_scripts.places import Places

ACTORS = (
    Actor("a-arden", "A. Arden", ActorKind.PERSON, "north", "a.md"),
    Actor("b-birch", "B. Birch", ActorKind.PERSON, "south", "b.md"),
    Actor("c-cole", "C. Cole", ActorKind.PERSON, "north", "c.md", member_of=("board",)),
    Actor("board", "Board", ActorKind.ORGANISATION, "north", "board.md"),
    Actor("mill", "Mill", ActorKind.ORGANISATION, "south", "mill.md", member_of=("board",)),
    Actor("southland", "Southland", ActorKind.STATE, "south", "southland.md"),
    Actor("d-dean", "D. Dean", ActorKind.PERSON, "", "d.md"),
)
COMPANIES = Companies(ACTORS, ("north", "south"))
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
    near: Near[str] = Near(COMPANIES)
    for number, when in enumerate(dates):
        report = replace(REPORT, source=str(number), date=when)
        found = near.of(report)
        for other, then in enumerate(dates[:number]):
            alike = comparer.likeness(report, replace(REPORT, source=str(other), date=then))
            if alike is not Likeness.DIFFERENT and when[:4] == then[:4]:
                assert str(other) in found, (when, then)
        near.add(report, str(number))


REPORTS = st.builds(
    lambda people, date, kind, status, place, source, repeated: replace(
        REPORT,
        participants=tuple(sorted(people)),
        date=date,
        kind=kind,
        status=status,
        place=place,
        source=source,
        repeated=repeated,
    ),
    st.sets(st.sampled_from([*(actor.id for actor in ACTORS), "nobody"]), max_size=3),
    st.sampled_from(("2004-01-15", "2004-01-16", "2004-01", "2004", "2004-01-10/2004-01-17")),
    st.sampled_from((*ContactKind,)),
    st.sampled_from((*Status,)),
    st.sampled_from(("", "Lakeside", "a hotel in Lakeside", "Eastport")),
    st.sampled_from(("a", "b")),
    st.booleans(),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(REPORTS, min_size=2, max_size=5))
def test_whoever_may_have_been_together_is_near(reports: list[Report]) -> None:
    comparer = Comparer(ACTORS, ("north", "south"), Places(), Standing({}, {}))
    near: Near[str] = Near(COMPANIES)
    for number, report in enumerate(reports):
        found = near.of(report)
        for at, other in enumerate(reports[:number]):
            if comparer.likeness(report, other) is not Likeness.DIFFERENT:
                assert str(at) in found, (report, other)
        near.add(report, str(number))


def test_others_of_the_same_days_are_not_looked_at() -> None:
    near: Near[str] = Near(COMPANIES)
    day = replace(REPORT, date="2004-06-15")
    for name, other in (
        ("same", day),
        ("one of them", replace(day, participants=("a-arden", "mill"))),
        ("others", replace(day, participants=("c-cole", "mill"))),
        ("a call", replace(day, kind=ContactKind.CALL)),
        ("denied", replace(day, status=Status.DENIED)),
        ("nobody named", replace(day, participants=("southland",))),
        ("of one body", replace(day, participants=("board", "southland"))),
        ("a conference", replace(day, kind=ContactKind.CONFERENCE, participants=("d-dean",))),
    ):
        near.add(other, name)
    assert near.of(day) == ["same", "one of them", "nobody named", "a conference"]
    board = replace(day, participants=("c-cole",))
    assert near.of(board) == ["others", "nobody named", "of one body", "a conference"]


def test_what_is_months_away_is_not_looked_at() -> None:
    near: Near[str] = Near(COMPANIES)
    for month in range(1, 13):
        near.add(replace(REPORT, date=f"2004-{month:02}"), str(month))
    near.add(replace(REPORT, date="2004"), "year")
    assert near.of(replace(REPORT, date="2004-06-15")) == ["6", "year"]
    assert near.of(replace(REPORT, date="2004-06-29")) == ["6", "7", "year"]
    assert len(near.of(replace(REPORT, date="2004-06/.."))) == 13
    assert near.of(replace(REPORT, date="2007-06-15")) == []


def test_groups_stand_in_the_order_in_which_their_year_was_told() -> None:
    near: Near[str] = Near(COMPANIES)
    for name, when in (
        ("wide", "2004"),
        ("late", "2004-06-20"),
        ("early", "2004-06-01"),
        ("both", "2003/2004"),
    ):
        near.add(replace(REPORT, date=when), name)
    assert near.of(replace(REPORT, date="2004-06-18")) == ["wide", "late", "early", "both"]
