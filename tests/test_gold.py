"""What the build finds in the frozen briefing's articles holds against a careful reader's list."""

from __future__ import annotations

import pytest

from build_scripts.inputs import Inputs
from build_scripts.models import Findings, Status
from build_scripts.pipeline import Result, build
from tests.accuracy.alignment import score_alignment
from tests.accuracy.bare import without_curated_facts
from tests.accuracy.contacts import score_contacts, traps_fallen_into
from tests.accuracy.dates import score_dates_of_contacts
from tests.accuracy.derived import score_derived
from tests.accuracy.differences import score_required, score_shown
from tests.accuracy.gold import Gold
from tests.accuracy.names import score_spellings
from tests.conftest import TESTS


@pytest.fixture(scope="module")
def gold(inputs: Inputs) -> Gold:
    return Gold.load(TESTS / "gold" / "seeds.yml", inputs.records.actors)


@pytest.fixture(scope="module")
def bare(inputs: Inputs) -> Findings:
    """The findings when nobody has written a contact or topic page."""
    return build(without_curated_facts(inputs)).briefing.findings


def test_every_core_dated_contact_is_found_once_without_any_contact_page(gold: Gold, bare: Findings) -> None:
    score = score_contacts(gold, bare.contacts, dated=True)
    assert score.missed == ()
    assert score.wrong == ()
    assert score.found == 12


def test_pages_add_no_contact_that_the_extraction_misses(result: Result, bare: Findings) -> None:
    with_pages = {(contact.date, contact.status) for contact in result.briefing.findings.contacts}
    assert with_pages <= {(contact.date, contact.status) for contact in bare.contacts}


def test_nothing_that_did_not_happen_is_shown_as_held(gold: Gold, result: Result) -> None:
    assert traps_fallen_into(gold, result.briefing.findings.contacts).wrong == ()
    denied = [one for one in gold.contacts if one["status"] == "denied"]
    held = [one for one in result.briefing.findings.contacts if one.status is Status.HAPPENED]
    for wanted in denied:
        quotes = {support["quote"] for support in wanted["support"]}
        assert not [one.id for one in held if any(piece.quote in quotes for piece in one.evidence)]


def test_lineages_are_exact(result: Result) -> None:
    groups = {lineage.sources for lineage in result.briefing.findings.lineages}
    assert groups == {("000", "001", "002", "003"), ("004",)}


def test_the_words_that_date_contacts_are_found_with_their_values(gold: Gold, result: Result) -> None:
    assert score_dates_of_contacts(gold, result.briefing.facts).missed == ()


def test_every_spelling_of_an_actor_is_found(gold: Gold, result: Result) -> None:
    assert score_spellings(gold, result.briefing.facts).missed == ()


def test_required_differences_are_found(gold: Gold, result: Result) -> None:
    """Nine in ten by type, and all of number, date, name, role, quotation and attribution."""
    briefing = result.briefing
    typed, whole, _ = score_required(gold, briefing.findings.differences, briefing.facts)
    assert whole.missed == ()
    assert typed.found >= 0.9 * (typed.found + len(typed.missed))


def test_differences_that_are_shown_are_right(result: Result) -> None:
    """Nine in ten of those that somebody has judged; what nobody has judged is told by `make accuracy`."""
    shown, _ = score_shown(result.briefing.findings.differences)
    assert shown.found >= 0.9 * (shown.found + len(shown.missed))


def test_counterparts_are_found_and_no_others(result: Result) -> None:
    score, _ = score_alignment(result.briefing.findings.alignments, result.briefing.facts)
    assert score.precision >= 0.95
    assert score.recall >= 0.95


@pytest.mark.parametrize("half", ["tune", "held"])
def test_rewrites_join_and_independent_reports_do_not(half: str) -> None:
    for score in score_derived(half):
        assert score.wrong == ()
        assert score.f1 >= 0.95
