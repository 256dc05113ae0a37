"""Lists stand on one page each; once too long, each of their letters, years or types has one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_scripts.models import PagePlan
from build_scripts.pages import (
    actor_index,
    actors,
    comparison_lists,
    long_lists,
    source_index,
    write_pages,
    write_source_pages,
)
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


def cited(text: str) -> set[str]:
    return set(re.findall(r"\[@([^\]]+)\]", text))


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> dict[str, PagePlan]:
    monkeypatch.setattr(actor_index, "MOST", 1)
    monkeypatch.setattr(source_index, "MOST", 1)
    monkeypatch.setattr(long_lists, "MOST", 1)
    monkeypatch.setattr(actors, "MOST_CONTACTS", 1)
    monkeypatch.setattr(actors, "MOST_ARTICLES", 1)
    monkeypatch.setattr(comparison_lists, "LISTED", 1)
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


def test_what_the_blocks_of_records_cite_stands_on_their_parts(split: dict[str, PagePlan]) -> None:
    """Of every record, whatever is long."""
    owners = {owner_of(path) for path in split} - {""}
    divided = {
        (owner_of(path), block)
        for path in split
        for block in split[path].blocks
        if owner_of(path) in WHOLE
        and block in WHOLE[owner_of(path)].blocks
        and block not in ("state", "scope")
    }
    assert {block for _, block in divided} >= {"mentions", "contacts", "evidence", "readings"}
    assert len(owners) > 5
    for owner, block in divided:
        before = cited(WHOLE[owner].blocks[block])
        now = cited("".join(split[path].blocks.get(block, "") for path in (owner, *parts_of(owner, split))))
        assert before <= now, (owner, block)


def test_a_record_is_in_the_same_state_when_its_lists_are_divided(split: dict[str, PagePlan]) -> None:
    """Whoever checked it has checked the same evidence."""
    records = [path for path in WHOLE if "state" in WHOLE[path].blocks]
    assert len(records) > 5
    assert [split[path].blocks["state"] for path in records] == [
        WHOLE[path].blocks["state"] for path in records
    ]


def test_a_part_of_a_record_says_in_which_state_it_is(split: dict[str, PagePlan]) -> None:
    for path, plan in split.items():
        if owner_of(path) and not owner_of(path).endswith("/index.md"):
            assert plan.blocks["state"] == split[owner_of(path)].blocks["state"]
            assert plan.top[0] == "state"


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
