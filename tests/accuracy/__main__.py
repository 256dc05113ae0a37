"""Prints how well the build reads the frozen briefing's articles, against tests/gold/."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from build_scripts.models import Findings, SourceFacts
from build_scripts.pipeline import Inputs, build, read_inputs
from tests.accuracy.gold import (
    Gold,
    score_contacts,
    score_dates,
    score_kinds_and_participants,
    score_spellings,
    traps_fallen_into,
)

TESTS = Path(__file__).parent.parent


def without_curated_facts(inputs: Inputs) -> Inputs:
    """The same briefing as if nobody had written or reviewed a contact or topic page."""
    records = replace(inputs.records, contacts=(), topics=())
    folders = ("chronology/", "comparisons/")
    pages = tuple(
        page for page in inputs.pages if not page.path.startswith(folders) or page.path.endswith("index.md")
    )
    return replace(inputs, pages=pages, records=records)


def report(gold: Gold, facts: tuple[SourceFacts, ...], findings: Findings) -> str:
    """Every measure with its counts, then what was missed and what was wrong."""
    scores = (
        score_contacts(gold, findings.contacts, dated=True),
        score_contacts(gold, findings.contacts, dated=False),
        score_kinds_and_participants(gold, findings.contacts),
        score_dates(gold, facts),
        score_spellings(gold, facts),
    )
    lines: list[str] = []
    for score in scores:
        lines.append(str(score))
        lines += (f"    missed: {one}" for one in score.missed)
        lines += (f"    wrong:  {one}" for one in score.wrong)
    fallen = traps_fallen_into(gold, findings.contacts)
    lines.append(f"traps fallen into: {len(fallen)} of {len(gold.data['traps'])}")
    lines += (f"    {one}" for one in fallen)
    lines.append("lineages: " + "; ".join(" ".join(lineage.sources) for lineage in findings.lineages))
    return "\n".join(lines)


def main() -> int:
    inputs = read_inputs(TESTS / "briefing" / "mkdocs.yml")
    gold = Gold.load(TESTS / "gold" / "seeds.yml", inputs.records.actors)
    for title, given in (
        ("the briefing as it stands", inputs),
        ("without contact and topic pages", without_curated_facts(inputs)),
    ):
        briefing = build(given).briefing
        print(f"--- {title}\n{report(gold, briefing.facts, briefing.findings)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
