"""Where the sources of a contact differ: what one source alone says twice over is no such difference."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Briefing, Contact, ContactKind, Report
from build_scripts.pages import disagreement
from build_scripts.pages.lookup import Lookup
from tests.pages.invented import briefing

FULL = briefing()
CONTACT = next(one for one in FULL.findings.contacts if len({piece.source for piece in one.evidence}) > 1)
PIECES = {piece.source: piece for piece in CONTACT.evidence}
ONE, OTHER = sorted(PIECES)[:2]


def told(*given: tuple[str, ContactKind, str], home: tuple[str, ...] = ()) -> list[str]:
    """The lines for reports by source, kind and place, one each."""
    made = []
    for number, (source, kind, place) in enumerate(given):
        piece = PIECES[source]
        made.append(
            Report(
                source, piece.passage, piece.start + number, piece.end, piece.quote, "", "", kind,
                piece.status, (), (), place,
            )
        )  # fmt: skip
    evidence = tuple(
        replace(PIECES[one.source], start=one.start, date="", passage=one.passage) for one in made
    )
    contact = replace(CONTACT, evidence=evidence, claims=())
    return [
        line.removeprefix("- ").partition(" [")[0]
        for line in disagreement.told(contact, "chronology/x.md", lookup(contact, made, home)).splitlines()
        if line.startswith("- ")
    ]


def lookup(contact: Contact, reports: list[Report], home: tuple[str, ...]) -> Lookup:
    facts = tuple(
        replace(found, reports=tuple(one for one in reports if one.source == found.source.id))
        for found in FULL.facts
    )
    config = replace(FULL.config, home={FULL.config.contacts[0]: home} if home else {})
    findings = replace(FULL.findings, contacts=(contact,), differences=())
    changed: Briefing = replace(FULL, facts=facts, config=config, findings=findings)
    return Lookup(changed)


MEETING, VISIT = ContactKind.MEETING, ContactKind.VISIT


def test_two_sources_differ_in_place_and_kind() -> None:
    lines = told((ONE, MEETING, "Lakeside"), (OTHER, VISIT, "Eastport"))
    assert lines == ["Place: Eastport", "Kind: meeting"]


def test_one_source_that_says_both_differs_from_nobody() -> None:
    assert told((ONE, MEETING, "Lakeside"), (ONE, VISIT, "Eastport")) == []


def test_two_sources_that_both_say_both_do_not_differ() -> None:
    same = ((MEETING, "Lakeside"), (VISIT, "Eastport"))
    assert told(*((ONE, *each) for each in same), *((OTHER, *each) for each in same)) == []


def test_two_names_of_one_home_are_no_two_places() -> None:
    given = (ONE, MEETING, "Lakeside"), (OTHER, MEETING, "Lakeland")
    assert told(*given, home=("Lakeside", "Lakeland")) == []
    assert told(*given, home=("Lakeside",)) == ["Place: Lakeland"]
