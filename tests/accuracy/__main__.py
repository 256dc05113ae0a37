"""Prints how well the build reads articles, against tests/gold/: the frozen briefing's, and both halves.

The half that is kept apart shows counts only, so that nobody fits a rule to it by accident.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from build_scripts.inputs import read_inputs
from build_scripts.models import Briefing
from build_scripts.pipeline import build
from build_scripts.read.lexicon import load_lexicon
from tests.accuracy.alignment import score_alignment
from tests.accuracy.bare import without_aliases, without_curated_facts
from tests.accuracy.contacts import (
    score_contacts,
    score_kinds_and_participants,
    score_not_held,
    traps_fallen_into,
)
from tests.accuracy.dates import score_all_dates, score_dates_of_contacts, score_publication
from tests.accuracy.derived import score_derived
from tests.accuracy.differences import score_required, score_shown
from tests.accuracy.gold import Gold
from tests.accuracy.lineages import score_lineages
from tests.accuracy.names import names_inside_titles, score_spellings, score_unknown_names
from tests.accuracy.score import Measure, added
from tests.accuracy.speech import score_figures, score_quotations
from tests.accuracy.speed import speed_of
from tests.accuracy.timeml import score_timeml

TESTS = Path(__file__).parent.parent
HALVES = {"tune": "for tuning", "held": "kept apart"}


def measures(gold: Gold, briefing: Briefing) -> tuple[Measure, ...]:
    """Every measure that the gold file allows, always in the same order."""
    facts, contacts = briefing.facts, briefing.findings.contacts
    always = (
        score_contacts(gold, contacts, dated=True),
        score_contacts(gold, contacts, dated=False),
        score_not_held(gold, contacts),
        score_kinds_and_participants(gold, contacts),
        traps_fallen_into(gold, contacts),
        score_lineages(gold, briefing.findings.lineages),
        score_dates_of_contacts(gold, facts),
        score_spellings(gold, facts),
        score_spellings(gold, facts, proposed=True),
    )
    if not gold.data.get("dates_complete"):
        return always
    return (
        *always,
        score_all_dates(gold, facts, value=False),
        score_all_dates(gold, facts, value=True),
        score_publication(gold, facts),
        score_unknown_names(gold, facts),
        names_inside_titles(gold, facts),
        score_quotations(gold, facts),
        score_figures(gold, facts),
    )


def comparison(gold: Gold, briefing: Briefing) -> tuple[Measure, ...]:
    """How well the briefing's own articles are compared: its differences, and its aligned passages."""
    findings = briefing.findings
    return (
        *score_required(gold, findings.differences, briefing.facts),
        *score_shown(findings.differences),
        *score_alignment(findings.alignments, briefing.facts),
    )


def report(title: str, found: Iterable[Measure], *, details: bool) -> str:
    """Every measure with its counts and, with details, what was missed and what was wrong."""
    lines = [f"--- {title}"]
    for measure in found:
        lines.append(str(measure))
        if details:
            lines += (f"    missed: {one}" for one in measure.missed)
            lines += (f"    wrong:  {one}" for one in measure.wrong)
    return "\n".join(lines) + "\n"


def seeds() -> None:
    """The frozen briefing's articles: as they stand, without what people decided, without aliases."""
    inputs = read_inputs(TESTS / "briefing" / "mkdocs.yml")
    gold = Gold.load(TESTS / "gold" / "seeds.yml", inputs.records.actors)
    bare = without_curated_facts(inputs)
    for title, given in (
        ("the briefing as it stands", inputs),
        ("without contact and topic pages", bare),
        ("without contact and topic pages, without aliases", without_aliases(bare)),
    ):
        briefing = build(given).briefing
        found = (*measures(gold, briefing), *comparison(gold, briefing))
        print(report(title, found, details=True))


def series(half: str) -> dict[str, tuple[Measure, ...]]:
    """The measures of each series of articles in one half."""
    found = {}
    for file in sorted((TESTS / "gold" / half).glob("*/gold.yml")):
        inputs = read_inputs(file.parent / "mkdocs.yml")
        gold = Gold.load(file, inputs.records.actors)
        found[file.parent.name] = measures(gold, build(inputs).briefing)
    return found


def speed() -> None:
    """How fast the articles of the frozen briefing and of the half for tuning are read, on one core."""
    files = (TESTS / "briefing" / "mkdocs.yml", *sorted((TESTS / "gold" / "tune").glob("*/mkdocs.yml")))
    print(f"speed: {speed_of([read_inputs(file) for file in files])}")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--held", action="store_true", help="show what is missed in the half kept apart, too")
    parser.add_argument("--only", choices=("seeds", *HALVES), help="leave the others out")
    parser.add_argument("--speed", action="store_true", help="print passages a second and nothing else")
    parser.add_argument("--timeml", type=Path, metavar="FOLDER", help="read the dates of these files instead")
    given = parser.parse_args(arguments)
    if given.timeml:
        print(report(f"TimeML: {given.timeml}", score_timeml(given.timeml, load_lexicon("en")), details=True))
        return 0
    if given.speed:
        speed()
        return 0
    if given.only in (None, "seeds"):
        seeds()
    for half, meaning in HALVES.items():
        if given.only not in (None, half):
            continue
        found = series(half)
        print(
            report(
                f"{half}, {meaning}: derived articles",
                score_derived(half),
                details=given.held or half != "held",
            )
        )
        total = [added(column) for column in zip(*found.values(), strict=True)]
        print(report(f"{half}, {meaning}: {', '.join(found)}", total, details=False))
        for name, each in found.items():
            print(report(f"{half}: {name}", each, details=given.held or half != "held"))
    if given.only is None:
        speed()
    return 0


if __name__ == "__main__":
    sys.exit(main())
