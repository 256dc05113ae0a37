"""Of very many wordings a page lists some and says how many more there are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from build_scripts.models import (
    Alignment,
    Difference,
    DifferenceType,
    Match,
    PagePlan,
    Reading,
    Ref,
    State,
    Verdict,
)
from build_scripts.pages import (
    chronology,
    comparison_lists,
    comparisons,
    development,
    differences,
    timeline,
    topics,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import COMPARISONS, HOME, Lookup
from build_scripts.standing import Untold
from tests.pages.invented import briefing

LOOKUP = Lookup(briefing())
PASSAGE = next(iter(LOOKUP.passage.values()))


def listed(count: int, about: tuple[Ref, ...] = ()) -> list[str]:
    def reading(number: int) -> Reading:
        return Reading(PASSAGE.source, f"{number:08x}", number, number + 1, f"{100 + number} boats")

    every = tuple(reading(number) for number in range(count))
    one = Difference(f"{count}", DifferenceType.NUMBER, Verdict.CONFLICTING, "The figures differ.", every)
    return differences.readings(one, LOOKUP, about)


def test_as_many_wordings_as_fit_are_all_listed() -> None:
    assert len(listed(differences.MOST)) == differences.MOST
    assert "more" not in "".join(listed(differences.MOST))


def test_of_more_wordings_the_rest_is_counted() -> None:
    assert len(listed(differences.MOST + 3)) == differences.MOST + 1
    assert listed(differences.MOST + 3)[-1] == "and three other wordings"


def test_the_wording_of_a_passage_that_the_page_is_about_is_always_among_them() -> None:
    last = Ref(PASSAGE.source, f"{differences.MOST + 2:08x}")
    assert f"[@{last}]" not in " ".join(listed(differences.MOST + 3))
    assert f"[@{last}]" in " ".join(listed(differences.MOST + 3, (last,)))


def test_of_many_counterparts_the_most_alike_are_named() -> None:
    refs = sorted(LOOKUP.passage, key=LOOKUP.order)[:5]
    pairs = tuple(
        Alignment(min(refs[0], other), max(refs[0], other), at / 10, Match.FULL)
        for at, other in enumerate(refs[1:], 1)
    )
    full = briefing()
    lookup = Lookup(replace(full, findings=replace(full.findings, alignments=pairs)))
    assert lookup.nearest(refs[0], 2) == (refs[3], refs[4])
    assert lookup.nearest(refs[0], 4) == tuple(refs[1:])


def test_articles_with_most_in_common_are_offered_side_by_side_before_older_ones() -> None:
    """Of more articles than fit, those that share nothing with a page's are not named on it."""
    full = briefing()
    first, *_ = full.facts
    one = first.passages[0]
    more = tuple(
        replace(
            first,
            source=replace(first.source, id=f"9{number:02d}", label="", published=f"19{80 - number}-05-01"),
            passages=(replace(one, source=f"9{number:02d}"),),
            mentions=(),
            reports=(),
        )
        for number in range(development.MOST_BESIDE + 3)
    )
    pairs = tuple(Alignment(one.ref, each.passages[0].ref, 0.9, Match.FULL) for each in more[:2])
    every = replace(
        full,
        sources=(*full.sources, *(each.source for each in more)),
        facts=(*full.facts, *more),
        findings=replace(full.findings, alignments=pairs),
    )
    told = development.adds(first.source, "sources/010.md", Lookup(every))
    offered = re.findall(r"pair\.md\?a=(\w+)", told)
    assert offered[-2:] == ["901", "900"]
    assert "902" not in offered


def index_of(count: int) -> dict[str, PagePlan]:
    """The index of comparisons and its further pages, with so many differences of one type."""
    reading = Reading(PASSAGE.source, PASSAGE.id, 0, 1, "100 boats")
    every = tuple(
        Difference(f"{at}", DifferenceType.NUMBER, Verdict.CONFLICTING, f"Boats {at}.", (reading, reading))
        for at in range(count)
    )
    findings = replace(briefing().findings, differences=every)
    lookup = Lookup(replace(briefing(), findings=findings))
    return {plan.path: plan for plan in comparisons.write(lookup, Keys(lookup, Untold()))}


def test_the_index_lists_the_gravest_differences_of_a_type_and_leads_to_all() -> None:
    few, many = index_of(comparison_lists.LISTED), index_of(comparison_lists.LISTED + 3)
    assert list(few) == [COMPARISONS]
    shown = many[COMPARISONS].blocks["differences"]
    assert f"[All {comparison_lists.LISTED + 3}](differences--number.md)" in shown
    every = few[COMPARISONS].blocks["differences"].count("{ .fold }")
    assert shown.count("{ .fold }") == every - comparison_lists.LISTED + comparison_lists.GRAVEST
    part = many["comparisons/differences--number.md"].blocks["differences"]
    assert part.count("{ .fold }") == comparison_lists.LISTED + 3


def state_of(passages: list[str]) -> str:
    """The state of a topic whose one difference has so many passages with one wording."""
    full = briefing()
    topic = full.records.topics[0]
    every = tuple(Reading(PASSAGE.source, one, at, at + 1, "100 boats") for at, one in enumerate(passages))
    one = Difference("1", DifferenceType.NUMBER, Verdict.UNSURE, "The figures differ.", every, topic=topic.id)
    lookup = Lookup(replace(full, findings=replace(full.findings, differences=(one,))))
    plan = next(plan for plan in topics.write(lookup) if plan.path == topic.page)
    assert f"[@{PASSAGE.source}#{passages[-1]}]" not in plan.blocks["differences"]
    assert "and 26 more passages" in plan.blocks["differences"]
    return plan.blocks["state"]


def test_the_code_of_evidence_stands_for_passages_that_are_only_counted_too() -> None:
    passages = [f"{number:08x}" for number in range(50)]
    assert state_of(passages) == state_of(passages)
    assert state_of(passages) != state_of([*passages[:-1], "ffffffff"])


def test_a_picture_of_too_many_contacts_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    full = Lookup(briefing())
    reviewed = tuple(replace(one, state=State.REVIEWED) for one in full.contacts if one.date)
    lookup = Lookup(replace(briefing(), findings=replace(briefing().findings, contacts=reviewed)))
    assert "timeline.svg" in chronology.picture(HOME, lookup)
    monkeypatch.setattr(timeline, "MOST", 0)
    assert "more than one picture can show" in chronology.picture(HOME, lookup)
    assert "<a " not in timeline.pictures(lookup)["timeline.svg"]
