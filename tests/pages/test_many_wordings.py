"""Of very many wordings a page lists some and says how many more there are."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import (
    Alignment,
    Difference,
    DifferenceType,
    Match,
    PagePlan,
    Reading,
    Ref,
    Verdict,
)
from build_scripts.pages import comparison_lists, comparisons, differences
from build_scripts.pages.lookup import COMPARISONS, Lookup
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


def index_of(count: int) -> dict[str, PagePlan]:
    """The index of comparisons and its further pages, with so many differences of one type."""
    reading = Reading(PASSAGE.source, PASSAGE.id, 0, 1, "100 boats")
    every = tuple(
        Difference(f"{at}", DifferenceType.NUMBER, Verdict.CONFLICTING, f"Boats {at}.", (reading, reading))
        for at in range(count)
    )
    findings = replace(briefing().findings, differences=every)
    return {plan.path: plan for plan in comparisons.write(Lookup(replace(briefing(), findings=findings)))}


def test_the_index_lists_the_gravest_differences_of_a_type_and_leads_to_all() -> None:
    few, many = index_of(comparison_lists.LISTED), index_of(comparison_lists.LISTED + 3)
    assert list(few) == [COMPARISONS]
    shown = many[COMPARISONS].blocks["differences"]
    assert f"[All {comparison_lists.LISTED + 3}](differences--number.md)" in shown
    every = few[COMPARISONS].blocks["differences"].count("{ .fold }")
    assert shown.count("{ .fold }") == every - comparison_lists.LISTED + comparison_lists.GRAVEST
    part = many["comparisons/differences--number.md"].blocks["differences"]
    assert part.count("{ .fold }") == comparison_lists.LISTED + 3
