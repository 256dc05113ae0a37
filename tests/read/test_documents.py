"""A document in which nothing was wrong is read once; what is kept of it can break nothing."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts import shelves
from build_scripts.errors import Faults
from build_scripts.read import Documents, page_of
from build_scripts.shelves import Shelf

PAGE = "---\ntitle: A. Arden\naliases: [Arden, B]\n---\nText\n"


def read(text: str, shelf: Shelf, rules: str = "rules") -> tuple[Any, ...]:
    faults = Faults()
    page = page_of(text, "actors/a.md", "docs/actors/a.md", faults, Documents(shelf, rules))
    return page, tuple(faults.found)


def test_what_is_known_of_front_matter_is_what_would_be_read() -> None:
    first = Shelf({})
    anew = read(PAGE, first)
    known = shelves.from_text(first.as_text())
    assert read(PAGE, known) == anew
    assert not known.has_changed


def test_another_body_is_no_other_front_matter_and_another_program_reads_anew() -> None:
    first = Shelf({})
    read(PAGE, first)
    assert read(f"{PAGE}More\n", after := first.followed())[0].text == f"{PAGE}More\n"
    assert not after.has_changed
    read(PAGE, other := first.followed(), "other rules")
    assert other.has_changed


@pytest.mark.parametrize("front", ["title: a: b", "title: A\ntitle: B", "title: 2024", "- a", "title: &a x"])
def test_what_has_a_fault_has_it_again(front: str) -> None:
    shelf = Shelf({})
    text = f"---\n{front}\n---\nText\n"
    assert read(text, shelf)[1]
    assert read(text, shelf.followed()) == read(text, Shelf({}))
    assert not shelf.has_changed


WRONG = (3, [], [1, 2, 3], ["", {}], [{"title": 3}, {}], [{"title": None}, {"": 1}], [{}, {"": "x"}], [{}, 3])


@pytest.mark.parametrize("kept", WRONG)
def test_what_is_kept_may_be_of_any_form(kept: Any) -> None:
    first = Shelf({})
    anew = read(PAGE, first)
    wrong = Shelf(dict.fromkeys(first._used, kept))
    assert read(PAGE, wrong)[1] == anew[1]
