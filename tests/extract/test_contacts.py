"""Each case of tests/cases/contacts: a text, and the contacts that it tells; beside it the near-miss."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from build_scripts.extract.contacts import find_reports
from build_scripts.models import (
    Actor,
    Config,
    DateExpression,
    How,
    Lexicon,
    Mention,
    Passage,
    PassageKind,
    Quotation,
    Report,
    Source,
)
from build_scripts.text import passage_id
from tests.extract.world import world

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "contacts"


@lru_cache
def lexicon() -> Lexicon:
    file = ROOT / "build_scripts" / "lexicon" / "en" / "contacts.yml"
    return Lexicon("en", {"contacts": yaml.safe_load(file.read_text("utf-8"))})


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for file in sorted(CASES.glob("*.yml")):
        if file.stem != "world":
            for case in yaml.load(file.read_text("utf-8"), yaml.BaseLoader):
                yield f"{file.stem}: {case['name']}", case


def reports(case: dict[str, Any]) -> tuple[Report, ...]:
    config, actors = world()
    text = case["text"].strip()
    source = Source("000", "000.txt", "A", text, "0", published=case.get("published", ""))
    passages = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text), 1):
        kind = PassageKind(case.get("kinds", {}).get(match.group(), PassageKind.SENTENCE))
        words = match.group()
        passages.append(Passage("000", passage_id(words), 1, number, match.start(), match.end(), words, kind))
    mentions = [mention for passage in passages for mention in mentions_in(passage, config, actors)]
    dates = [date for passage in passages for date in dates_in(passage, case.get("dates", {}))]
    quoted = [each for passage in passages for each in quoted_in(passage, case.get("quoted", {}))]
    return find_reports(source, passages, mentions, dates, quoted, actors, config, lexicon())


def mentions_in(passage: Passage, config: Config, actors: tuple[Actor, ...]) -> Iterator[Mention]:
    named = {name: (actor.id, actor.side) for actor in actors for name in actor.names}
    named |= {home: ("", side) for side, homes in config.home.items() for home in homes if home not in named}
    for match in each_of(named, passage):
        actor, side = named[match.group()]
        start, end = passage.start + match.start(), passage.start + match.end()
        how = How.ALIAS if actor else How.COLLECTIVE
        yield Mention("000", passage.id, start, end, match.group(), actor, side, how)


def dates_in(passage: Passage, dates: dict[str, str]) -> Iterator[DateExpression]:
    for match in each_of(dates, passage):
        start, end = passage.start + match.start(), passage.start + match.end()
        yield DateExpression("000", passage.id, start, end, match.group(), dates[match.group()])


def quoted_in(passage: Passage, quoted: dict[str, str]) -> Iterator[Quotation]:
    for match in each_of(quoted, passage):
        start, end = passage.start + match.start(), passage.start + match.end()
        yield Quotation("000", passage.id, start, end, match.group(), quoted[match.group()])


def each_of(names: dict[str, Any], passage: Passage) -> Iterator[re.Match[str]]:
    """Longest names first, as a reader would take them."""
    if names:
        longest = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
        yield from re.finditer(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", passage.text)


def in_words(report: Report) -> str:
    """`DATE KIND STATUS PLACE: participants`, a dash where there is none."""
    place = report.place.replace(" ", "_") or "-"
    often = " repeatedly" if report.repeated else ""
    people = "".join(f" {each}" for each in report.participants)
    return f"{report.date or '-'} {report.kind} {report.status} {place}:{people}{often}"


@pytest.mark.parametrize("case", [case for _, case in cases()], ids=[name for name, _ in cases()])
def test_a_text_tells_just_these_contacts(case: dict[str, Any]) -> None:
    found = reports(case)
    assert sorted(map(in_words, found)) == sorted(case["expect"])
    if "credited" in case:
        assert [list(report.credited) for report in found] == case["credited"]
    text = case["text"].strip()
    assert all(report.quote == text[report.start : report.end] for report in found)
