"""A long list is divided by date or letter: nothing is lost, no part is too long, names stay."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.parts import Part, dated, divided, lettered, owner_of, page_of, way

MOST = 5
DATES = st.one_of(
    st.just(""),
    st.dates().map(str),
    st.dates().map(lambda day: f"{day.year:04}"),
    st.dates().map(lambda day: f"{day:%Y-%m}".rjust(7, "0")),
    st.sampled_from(["2011/2014", "2023-10-07/..", "../2001", "2014-03~", "2019-21"]),
)
Dates = list[tuple[int, str]]


def numbered(dates: list[str]) -> Dates:
    return list(enumerate(dates))


def leaves(parts: tuple[Part[tuple[int, str]], ...]) -> Iterator[Part[tuple[int, str]]]:
    return (one for part in parts for one in part.all() if not one.parts)


def by_date(dates: Dates, there: frozenset[str] = frozenset()) -> tuple[Part[tuple[int, str]], ...]:
    return divided(dates, lambda one: dated(one[1]), MOST, there, decades=True)


@given(st.lists(DATES, max_size=60).map(numbered))
def test_every_item_stands_on_one_part_and_none_has_too_many(dates: Dates) -> None:
    found = [*leaves(by_date(dates))]
    assert sorted(item for part in found for item in part.items) == sorted(dates)
    assert all(len(part.items) <= MOST for part in found)
    names = [one.name for part in by_date(dates) for one in part.all()]
    assert len(names) == len(set(names))


@given(st.lists(DATES, max_size=40).map(numbered), st.lists(DATES, max_size=40).map(numbered))
def test_no_part_that_was_there_goes(before: Dates, after: Dates) -> None:
    there = frozenset(one.name for part in by_date(before) for one in part.all())
    assert there <= {one.name for part in by_date(after, there) for one in part.all()}


@given(st.lists(DATES, max_size=40).map(numbered), st.lists(DATES, max_size=40).map(numbered))
def test_once_divided_parts_stay_divided(before: Dates, more: Dates) -> None:
    found = by_date(before)
    there = frozenset(one.name for part in found for one in part.all())
    was = {one.name for part in found for one in part.all() if one.parts}
    again = by_date([*before, *((number + 100, when) for number, when in more)], there)
    assert was <= {one.name for part in again for one in part.all() if one.parts}


@given(st.text(min_size=1))
def test_any_name_has_a_letter_that_is_safe_in_an_address(name: str) -> None:
    found = lettered(name)
    assert found == "other" or (len(found) == 2 and found.isascii() and found.isalpha() and found.islower())


@given(DATES)
def test_a_part_is_known_as_one_by_its_path(when: str) -> None:
    for name in way(dated(when), decades=True):
        assert owner_of(page_of("actors/arden.md", "mentions", name)) == "actors/arden.md"
        assert owner_of(page_of("sources/index.md", "year", name)) == "sources/index.md"
        assert way(name, decades=True)[-1] == name
