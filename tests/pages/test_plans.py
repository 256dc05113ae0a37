"""What holds for all pages together."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_scripts import blocks
from build_scripts.citations import Found, Resolver, find_citations
from build_scripts.models import Briefing, PagePlan, State
from build_scripts.pages import pictures, write_pages, write_source_pages
from tests.pages.invented import briefing, empty

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")


def plans(of: Briefing) -> tuple[PagePlan, ...]:
    return (*write_pages(of), *write_source_pages(of))


def all_text(of: Briefing) -> str:
    return "\n".join(text for plan in plans(of) for text in (plan.draft, *plan.blocks.values()))


def test_blocks_hold_no_markup() -> None:
    """A block is Markdown that a person reads: not one tag, not one comment."""
    assert not [
        (plan.path, name) for plan in plans(briefing()) for name, text in plan.blocks.items() if "<" in text
    ]


def test_every_citation_in_a_block_resolves() -> None:
    made = briefing()
    resolver = Resolver(passage for facts in made.facts for passage in facts.passages)
    for plan in plans(made):
        for text in plan.blocks.values():
            found, malformed = find_citations(text)
            assert not malformed
            assert all(isinstance(resolver.resolve(one), Found) for one in found), plan.path


def test_every_link_leads_to_a_page_that_is_planned() -> None:
    made = plans(briefing())
    paths = {plan.path for plan in made}
    for plan in made:
        folder = plan.path.split("/")[:-1]
        for target in _LINK.findall("\n".join([plan.draft, *plan.blocks.values()])):
            if "://" in target or target.startswith("data/"):
                continue
            parts = [*folder, *target.partition("#")[0].partition("?")[0].split("/")]
            while ".." in parts:
                at = parts.index("..")
                parts[at - 1 : at + 1] = []
            assert "/".join(parts) in paths, (plan.path, target)


def test_no_heading_cites() -> None:
    lines = all_text(briefing()).splitlines()
    assert not [line for line in lines if line.startswith("#") and "[@" in line]


def test_words_that_are_not_published_stand_on_no_page() -> None:
    assert "They are to last" not in all_text(briefing())
    assert "Nobody knows" not in all_text(briefing())


@pytest.mark.parametrize("of", [briefing(), empty()], ids=["full", "empty"])
def test_a_new_page_takes_its_blocks_and_then_stays_as_it_is(of: Briefing) -> None:
    for plan in plans(of):
        once = blocks.update(plan.draft, plan.blocks, plan.top)
        assert not once.faults
        twice = blocks.update(once.text, plan.blocks, plan.top)
        assert (twice.text, twice.edited) == (once.text, ())


def test_the_order_in_which_facts_arrive_does_not_matter() -> None:
    made = briefing()
    found = made.findings
    turned = replace(
        made,
        sources=made.sources[::-1],
        facts=made.facts[::-1],
        findings=replace(
            found,
            alignments=found.alignments[::-1],
            lineages=found.lineages[::-1],
            contacts=found.contacts[::-1],
            differences=found.differences[::-1],
        ),
        records=replace(made.records, actors=made.records.actors[::-1], topics=made.records.topics[::-1]),
    )
    assert plans(turned) == plans(made)
    assert pictures(turned) == pictures(made)


def test_held_drafts_stand_nowhere() -> None:
    made = briefing()
    held = replace(made, config=replace(made.config, drafts="hold"))
    assert {plan.path for plan in plans(made)} - {plan.path for plan in plans(held)} == {
        "chronology/met-before.md",
        "chronology/no-meeting.md",
    }
    assert "Verrin meets Corran" not in all_text(held)


def test_the_first_page_presents_no_draft_as_settled() -> None:
    made = briefing()
    drafted = replace(
        made,
        findings=replace(
            made.findings,
            contacts=tuple(replace(one, state=State.DRAFTED) for one in made.findings.contacts),
        ),
    )
    home = next(plan for plan in write_pages(drafted) if plan.path == "index.md")
    assert "[@" not in home.blocks["glance"]
    assert "Nothing is drawn yet" in home.blocks["timeline"]


def test_the_code_of_a_page_changes_with_its_evidence() -> None:
    made = briefing()
    fewer = replace(made, findings=replace(made.findings, readings={}, differences=()))
    before, after = (
        next(plan for plan in write_pages(of) if plan.path == "comparisons/families.md").blocks["state"]
        for of in (made, fewer)
    )
    assert before != after


def test_a_review_of_other_evidence_says_that_it_changed() -> None:
    made = briefing()
    actors = tuple(
        replace(one, reviewed=replace(one.reviewed, evidence="00000000")) if one.reviewed else one
        for one in made.records.actors
    )
    changed = replace(made, records=replace(made.records, actors=actors))
    page = next(plan for plan in write_pages(changed) if plan.path == "actors/tomas-verrin.md")
    assert page.blocks["state"].startswith("Changed since review of 1 June 1998")
