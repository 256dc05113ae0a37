"""A long chronology has a page for each year; a short one has one page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.models import PagePlan
from build_scripts.pages import chronology_parts, write_pages
from tests.pages.invented import briefing

INDEX = "chronology/index.md"


def plans(*paths: str) -> dict[str, PagePlan]:
    made = replace(briefing(), paths=frozenset(paths))
    return {plan.path: plan for plan in write_pages(made) if plan.path.startswith("chronology/")}


def lists(found: dict[str, PagePlan]) -> list[str]:
    return [path for path in found if {"years", "contacts"} <= found[path].blocks.keys()]


def test_a_short_chronology_is_one_page() -> None:
    assert lists(plans()) == []
    assert "| When |" in plans()[INDEX].blocks["contacts"]


def test_a_long_one_is_split_by_year_and_loses_no_contact(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = plans()
    monkeypatch.setattr(chronology_parts, "MOST_ON_ONE_PAGE", 1)
    split = plans()
    everything = "".join(split[path].blocks["contacts"] for path in lists(split))
    contacts = [path.removeprefix("chronology/") for path in whole if path != INDEX]
    listed = [path for path in contacts if f"]({path})" in "".join(whole[INDEX].blocks.values())]
    assert len(listed) > 3
    assert all(everything.count(f"]({path})") == 1 for path in listed)
    for path in lists(split):
        assert f"]({path.removeprefix('chronology/')})" in "".join(split[INDEX].blocks.values())


def test_once_split_it_stays_so_and_no_address_is_lost() -> None:
    split = plans("chronology/year-1801.md")
    assert split["chronology/year-1801.md"].blocks["contacts"] == "None."
    assert "chronology/year-1996.md" in split
    assert "{ .all-years data-moved=" in split[INDEX].blocks["contacts"]


def test_a_part_leads_to_the_others_and_not_to_itself() -> None:
    years = plans("chronology/year-1801.md")["chronology/year-1801.md"].blocks["years"]
    assert years.startswith("**1801** · [1996](year-1996.md)")
    assert "(year-1801.md)" not in years


def test_a_contact_of_that_name_is_no_part() -> None:
    """Near-miss: what is called like a list, and begins otherwise."""
    assert lists(plans("chronology/year-1801-meeting.md")) == []


def test_a_year_that_is_too_long_has_a_page_for_each_month() -> None:
    split = plans("chronology/year-1996-03.md")
    year, month = (split[f"chronology/year-1996{end}.md"].blocks for end in ("", "-03"))
    assert "[March 1996](year-1996-03.md)" in year["contacts"]
    assert "| When |" in month["contacts"]
    assert "| When |" not in year["contacts"]
    assert "[1996](year-1996.md)" in month["years"]
    assert "**March 1996**" in month["years"]
    assert "(year-1996.md)" in split[INDEX].blocks["contacts"]
    assert "(year-1996-03.md)" not in split[INDEX].blocks["contacts"]
