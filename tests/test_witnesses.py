"""What another article does to the counts: a rewrite adds no witness, another outlet's report adds one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_scripts.compare import compare
from build_scripts.extract import extract
from build_scripts.inputs import Inputs
from build_scripts.models import ClaimKind, DifferenceType, Findings, Source
from build_scripts.pipeline import Result, build

Counts = dict[tuple[str, ClaimKind, str], int]
REPORT = """Khaled Mashal, then the leader of Hamas, visited Moscow in March 2006, our archive shows.

His car broke down on the way from the airport, and a bread van took him to his hotel. The photographs of \
that evening were never printed; they lie in a shoebox with the receipts of the van's driver.

A waiter remembers the tip. Nobody else whom we asked remembers anything.
"""
ON_THE_WORD_OF_AN_AGENCY = """According to TASS, Azzam al-Ahmad met Mikhail Bogdanov in Moscow on \
March 14, 2024.

Rain had emptied the square before the hotel, and the flags of earlier guests hung wet from their poles. \
Drivers played draughts on a bonnet until a porter asked them to move.

Neither side has said a word about the evening, and the kitchen had been told to close early.
"""
THE_SAME_AGENCY = """Azzam al-Ahmad and Mikhail Bogdanov met in Moscow on March 14, 2024, according to TASS.

Our correspondent found the street closed and a bakery open. The baker had sold nineteen loaves to men with \
earpieces and hoped that talks of this kind would become a habit.

What was discussed, if anything was, the ministry would not tell; its telephone rang for an hour.
"""
NOBODYS_WORD = """Azzam al-Ahmad and Mikhail Bogdanov met in Moscow on March 14, 2024.

We saw the two men leave by the side door, one of them without his hat, and cross the yard to separate cars. \
A gardener who was raking gravel did not look up.

It was their first encounter since the snow melted.
"""


def _article(name: str, text: str, publisher: str, published: str = "2024-03-20") -> Source:
    return Source(name, f"{name}.txt", name, text, name, publisher=publisher, published=published)


def _with(inputs: Inputs, result: Result, *articles: Source) -> Findings:
    """What is found with some articles more than the briefing has."""
    records, config, lexicon = inputs.records, inputs.config, inputs.lexicon
    more = tuple(extract(article, records.actors, config, lexicon) for article in articles)
    return compare((*result.briefing.facts, *more), records, config, lexicon)


def _counts(findings: Findings) -> Counts:
    return {
        (contact.id, claim.claim, claim.value): claim.witnesses
        for contact in findings.contacts
        for claim in contact.claims
    }


@pytest.fixture(scope="module")
def rewritten(inputs: Inputs, result: Result) -> Findings:
    """The second article once more, from another outlet: two figures changed, order and words, too."""
    (text,) = (source.text for source in inputs.sources if source.id == "001")
    for was, now in (
        ("more than 12,000 terrorists", "more than 15,000 terrorists"),
        ("nearly a thousand Israeli citizens", "nearly 1,400 Israeli citizens"),
        ("is conducting a military operation", "has been carrying out a military operation"),
        ("Many analysts note", "Many experts note"),
    ):
        assert was in text
        text = text.replace(was, now)
    paragraphs = text.split("\n")
    return _with(
        inputs, result, _article("900", "\n".join([*paragraphs[5:], *paragraphs[:5]]), "Another Daily")
    )


def test_a_rewrite_joins_its_lineage(rewritten: Findings) -> None:
    assert ("000", "001", "002", "003", "900") in {lineage.sources for lineage in rewritten.lineages}


def test_the_figures_that_a_rewrite_changed_are_shown(rewritten: Findings) -> None:
    changed = [
        [(reading.source, reading.quote) for reading in one.readings]
        for one in rewritten.differences
        if one.type is DifferenceType.NUMBER
    ]
    for was, now in (("12,000", "15,000"), ("nearly a thousand", "1,400")):
        assert any(
            any(source == "001" and was in words for source, words in one)
            and any(source == "900" and now in words for source, words in one)
            for one in changed
        )


def test_a_rewrite_raises_no_count_of_witnesses(rewritten: Findings, result: Result) -> None:
    before, after = _counts(result.briefing.findings), _counts(rewritten)
    assert before.keys() <= after.keys()
    assert {key: count for key, count in after.items() if count > before.get(key, 1)} == {}


def test_another_outlets_own_report_raises_what_it_confirms_by_one(inputs: Inputs, result: Result) -> None:
    findings = _with(inputs, result, _article("900", REPORT, "The Archive"))
    assert ("900",) in {lineage.sources for lineage in findings.lineages}
    before, after = _counts(result.briefing.findings), _counts(findings)
    risen = {key: count - before[key] for key, count in after.items() if count > before.get(key, count)}
    visit = next(one.id for one in findings.contacts if one.date == "2006-03")
    assert set(risen.values()) == {1}
    assert {kind for id, kind, _ in risen} == {
        ClaimKind.HELD,
        ClaimKind.DATE,
        ClaimKind.PLACE,
        ClaimKind.PARTICIPANT,
    }
    assert {id for id, _, _ in risen} == {visit}


def _held(findings: Findings, day: str) -> tuple[int, str]:
    (contact,) = (one for one in findings.contacts if one.date == day)
    return next((one.witnesses, one.words) for one in contact.claims if one.claim is ClaimKind.HELD)


def test_two_outlets_on_one_agencys_word_are_one_witness(inputs: Inputs, result: Result) -> None:
    first = _article("900", ON_THE_WORD_OF_AN_AGENCY, "The Courier")
    second = _article("901", THE_SAME_AGENCY, "The Mail")
    findings = _with(inputs, result, first, second)
    told = "2 articles from different outlets, both crediting TASS"
    assert _held(findings, "2024-03-14") == (1, told)


def test_an_outlet_that_saw_it_for_itself_is_another(inputs: Inputs, result: Result) -> None:
    first = _article("900", ON_THE_WORD_OF_AN_AGENCY, "The Courier")
    second = _article("901", NOBODYS_WORD, "The Mail")
    assert _held(_with(inputs, result, first, second), "2024-03-14")[0] == 2


def test_the_chain_of_credit_stands_with_the_claim(inputs: Inputs, result: Result) -> None:
    findings = _with(inputs, result, _article("900", ON_THE_WORD_OF_AN_AGENCY, "The Courier"))
    (contact,) = (one for one in findings.contacts if one.date == "2024-03-14")
    assert {credit.chain for claim in contact.claims for credit in claim.credits} == {("TASS",)}


def test_what_two_outlets_give_on_one_agencys_word_confirms_nothing(inputs: Inputs, result: Result) -> None:
    first = _article("900", ON_THE_WORD_OF_AN_AGENCY, "The Courier", "2024-03-20")
    second = _article("901", THE_SAME_AGENCY, "The Mail", "2024-03-21")
    own = _article("902", NOBODYS_WORD, "The Post", "2024-03-22")
    added = {one.source: one for one in _with(inputs, result, first, second, own).developments}
    assert not added["901"].confirmed
    assert not added["901"].claims
    assert {one.earlier.source for one in added["902"].confirmed} <= {"900", "901"}
    assert added["902"].confirmed
    assert added["902"].claims


def test_a_contact_page_has_the_words_of_each_claim_and_why_it_counts_so(result: Result) -> None:
    page = result.pages["chronology/2024-02-29-inter-palestinian-meeting.md"]
    assert "- That it took place: **begun: 1 article; end: planned**\n    { .fold }\n" in page
    assert "    - On the word of TASS, citing Hamas: [@001#" in page
    for contact in result.briefing.findings.contacts:
        for claim in contact.claims:
            assert f"**{claim.words}**" in result.pages[contact.page]
            assert claim.why in result.pages[contact.page]


def test_a_reading_that_is_credited_through_others_says_so(result: Result) -> None:
    assert "attributed to TASS, citing Mikhail Bogdanov" in result.pages["comparisons/participants.md"]


def test_nothing_is_called_independent(result: Result) -> None:
    told = [page for page in result.pages.values() if "independent" in page.casefold()]
    assert told == []


def test_an_override_of_lineage_says_why_wherever_it_counts(inputs: Inputs, result: Result) -> None:
    apart = replace(
        next(source for source in inputs.sources if source.id == "003"),
        lineage_apart=("000", "001", "002"),
        lineage_why="it was reported anew",
    )
    changed = replace(
        inputs, sources=tuple(apart if source.id == "003" else source for source in inputs.sources)
    )
    pages = build(changed).pages
    assert "set by an editor: it was reported anew" in pages["comparisons/index.md"]
    assert "set by an editor: it was reported anew" in pages["sources/003.md"]
    assert "set by an editor: it was reported anew" in pages["chronology/2009-05-lavrov-mashal-damascus.md"]


def test_a_planned_end_stays_planned(result: Result) -> None:
    assert _held(result.briefing.findings, "2024-02-29/2024-03-02")[1] == "begun: 1 article; end: planned"
