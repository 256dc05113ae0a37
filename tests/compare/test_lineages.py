"""Sources that rewrite one another are one lineage; reports of one event by different hands are not."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.compare.align import align
from build_scripts.compare.lineages import find_lineages, likely_order, lineage_of
from build_scripts.models import Basis, Lineage, Source
from tests.compare.made import LEXICON, all_facts, cases


def _lineages(case: dict[str, Any]) -> tuple[Lineage, ...]:
    entries = {
        name: {field: tuple(value) if isinstance(value, list) else value for field, value in entry.items()}
        for name, entry in case.get("entries", {}).items()
    }
    facts = all_facts(case["sources"], **entries)
    return find_lineages(facts, align(facts, LEXICON))


@pytest.mark.parametrize("case", cases("lineages"), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives the groups that it states, most sources first."""
    found = _lineages(case)
    assert [list(lineage.sources) for lineage in found] == case["expect"]
    assert all(lineage.id == lineage.sources[0] for lineage in found)


@pytest.mark.parametrize(
    "case", [case for case in cases("lineages") if "why" in case], ids=lambda case: case["name"]
)
def test_the_reason_of_an_override_is_visible(case: dict[str, Any]) -> None:
    """What an editor gives as the reason stands with the lineage that it made."""
    assert case["why"] in {lineage.override for lineage in _lineages(case)}


def test_shares_are_directed() -> None:
    """A source that another contains has a greater share there than the other way round."""
    case = next(case for case in cases("lineages") if case["name"].startswith("a source that contains"))
    (lineage,) = _lineages(case)
    share = {(one.source, one.other): one.share for one in lineage.shares}
    assert share["a", "b"] == 1.0
    assert share["b", "a"] < 0.5


def test_every_source_is_in_one_lineage() -> None:
    case = cases("lineages")[0]
    assert lineage_of(_lineages(case)) == {"a": "a", "b": "a", "c": "c"}


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (("2024-02-20", "2024-02-28", "2024-02-28"), (("a",), ("b", "c"))),
        (("2024-02-29", "2024-02-28", "2024-02-20"), (("c",), ("b",), ("a",))),
        (("2024-02-20", "2024-02-20", "2024-02-20"), ()),
        (("2024-02-20", "2024-02", "2024-02-28"), ()),
        (("2024-02-20", "", "2024-02-28"), ()),
        (("2024-02-20", "2024-02-28~", "2024-03-01"), ()),
    ],
)
def test_the_likely_order_is_a_matter_of_dates(
    days: tuple[str, ...], order: tuple[tuple[str, ...], ...]
) -> None:
    """Days that are known order a text's editions; one that is open, vague or the same tells nothing."""
    assert likely_order([_source(name, day) for name, day in zip("abc", days, strict=True)]) == order


def test_an_inferred_day_orders_nothing() -> None:
    sources = [_source("a", "2024-02-20"), _source("b", "2024-02-28", Basis.INFERRED)]
    assert likely_order(sources) == ()


def _source(name: str, day: str, basis: Basis = Basis.STATED) -> Source:
    return Source(name, f"{name}.txt", name, "", "", published=day, published_basis=basis)
