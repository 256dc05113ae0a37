"""Lists of actors and sources are one page each; once too long, each letter or year has one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_scripts.models import PagePlan
from build_scripts.pages import actor_index, source_index, write_pages, write_source_pages
from build_scripts.parts import owner_of
from tests.pages.invented import briefing

ACTORS, SOURCES = "actors/index.md", "sources/index.md"
LINK = re.compile(r"\]\(([^)#]+\.md)")


def plans(*paths: str) -> dict[str, PagePlan]:
    made = replace(briefing(), paths=frozenset(paths))
    return {plan.path: plan for plan in (*write_pages(made), *write_source_pages(made))}


def parts_of(owner: str, found: dict[str, PagePlan]) -> list[str]:
    return [path for path in found if owner_of(path) == owner]


WHOLE = plans()


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> dict[str, PagePlan]:
    monkeypatch.setattr(actor_index, "MOST", 1)
    monkeypatch.setattr(source_index, "MOST", 1)
    return plans()


def test_short_lists_are_one_page_each() -> None:
    found = WHOLE
    assert not [path for path in found if owner_of(path)]
    assert "| Name |" in found[ACTORS].blocks["actors"]


@pytest.mark.parametrize(("owner", "block"), [(ACTORS, "actors"), (SOURCES, "sources")])
def test_what_is_listed_on_one_page_is_listed_once_on_its_parts(
    owner: str, block: str, split: dict[str, PagePlan]
) -> None:
    listed = LINK.findall(WHOLE[owner].blocks[block])
    on_parts = [
        target
        for path in parts_of(owner, split)
        for target in LINK.findall(split[path].blocks[block])
        if not owner_of(f"{owner.split('/')[0]}/{target}")
    ]
    assert len(listed) > 2
    assert sorted(set(listed)) == sorted(on_parts)


@pytest.mark.parametrize(("owner", "block"), [(ACTORS, "actors"), (SOURCES, "sources")])
def test_every_part_is_reached_from_the_list_step_by_step(
    owner: str, block: str, split: dict[str, PagePlan]
) -> None:
    folder = owner.split("/")[0]
    reached, waiting = set(), [owner]
    while waiting:
        page = waiting.pop()
        for target in LINK.findall(split[page].blocks[block]):
            path = f"{folder}/{target}"
            if owner_of(path) and path not in reached:
                reached.add(path)
                waiting.append(path)
    assert reached == set(parts_of(owner, split))


def test_headings_keep_their_anchors_when_what_is_under_them_moves(split: dict[str, PagePlan]) -> None:
    anchors = re.findall(r"\{ #(\S+) \}", WHOLE[ACTORS].blocks["actors"])
    assert len(anchors) > 3
    assert re.findall(r"\{ #(\S+) \}", split[ACTORS].blocks["actors"]) == anchors


def test_a_link_to_a_group_leads_to_its_heading_on_the_letters_page(split: dict[str, PagePlan]) -> None:
    links = re.findall(r"\]\(([^)#]+\.md)#([^)]+)\)", split[ACTORS].blocks["actors"])
    assert links
    for target, anchor in links:
        assert f"{{ #{anchor} }}" in split[f"actors/{target}"].blocks["actors"]


def test_once_divided_a_list_stays_so_and_no_address_is_lost() -> None:
    found = plans("sources/year--1801.md", "actors/letter--q.md")
    assert found["sources/year--1801.md"].blocks["sources"] == "None."
    assert found["actors/letter--q.md"].blocks["actors"] == "None."
    assert len(parts_of(SOURCES, found)) > 1
    assert len(parts_of(ACTORS, found)) > 1


def test_a_part_leads_to_the_others_and_not_to_itself() -> None:
    ways = plans("sources/year--1801.md")["sources/year--1801.md"].blocks["parts"]
    assert ways.startswith("[All](index.md#sources) · **1801** · [199")
    assert "(year--1801.md)" not in ways


def test_a_page_that_is_only_called_like_a_part_is_none() -> None:
    """Near-miss: an actor whose page has two hyphens in its name."""
    assert owner_of("actors/arden--mentions-1801.md") == "actors/arden.md"
    assert owner_of("actors/arden--cole.md") == ""
    assert owner_of("sources/letter--a.md") == ""
