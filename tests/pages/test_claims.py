"""Which passages stand behind a claim: those whose words give it."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Claim, ClaimKind, Contact, Evidence, Status
from build_scripts.pages import claims, contact_facts, markdown
from build_scripts.pages.lookup import Lookup
from tests.pages.invented import Texts, briefing

FULL = briefing()
LOOKUP = Lookup(FULL)
TEXTS = Texts({passage.text: passage for passage in LOOKUP.passage.values()})


def piece(words: str, date: str, date_words: str = "", *, vague: bool = False) -> Evidence:
    source, passage, start, end, quote = TEXTS.words(words, words)
    return Evidence(source, passage, start, end, quote, date, date_words, Status.HAPPENED, vague)


BEGAN = piece("Talks of the Upland League in Lakeside began on May 4, 1998", "1998-05-04", "May 4, 1998")
LASTING = piece("They are to last two days", "1998-05-04/1998-05-05", "two days")
WANTED = piece("He wanted", "1996-03", "March 1996")
CAME = piece("Envoy Tomas Verrin visited Lakeside in March 1996", "1996-03", "March 1996")


def contact(*evidence: Evidence) -> Contact:
    return replace(FULL.findings.contacts[0], evidence=evidence)


def backing(kind: ClaimKind, value: str, *evidence: Evidence) -> list[str]:
    claim = Claim(kind, value, tuple(sorted({one.source for one in evidence})), 1, "")
    return [one.quote for one in claims.backing(contact(*evidence), claim, LOOKUP)]


def test_a_date_is_backed_by_the_passage_that_gives_it_not_by_the_first_that_overlaps() -> None:
    assert backing(ClaimKind.DATE, LASTING.date, BEGAN, LASTING) == [LASTING.quote]
    assert backing(ClaimKind.DATE, BEGAN.date, BEGAN, LASTING) == [BEGAN.quote]


def test_among_passages_of_one_date_the_one_that_has_its_words_comes_first() -> None:
    assert backing(ClaimKind.DATE, CAME.date, WANTED, CAME) == [CAME.quote]


def test_a_place_is_backed_by_words_that_name_it() -> None:
    assert backing(ClaimKind.PLACE, "Lakeside", LASTING, BEGAN) == [BEGAN.quote]


def test_a_passage_that_does_not_give_a_claim_stands_in_only_where_none_does() -> None:
    assert backing(ClaimKind.DATE, LASTING.date, LASTING, WANTED) == [LASTING.quote]
    assert backing(ClaimKind.DATE, "1997", WANTED, LASTING) == [WANTED.quote, LASTING.quote]


def test_where_a_passage_only_means_someone_the_one_that_names_them_stands_beside_it() -> None:
    claim = Claim(ClaimKind.PARTICIPANT, "tomas-verrin", ("010",), 1, "")
    run = markdown.cite(claims.naming(contact(WANTED), claim, LOOKUP))
    assert run == f"[@{TEXTS.ref('Envoy Tomas')}] [@{TEXTS.ref('He wanted')}]"
    assert markdown.cite(claims.naming(contact(CAME), claim, LOOKUP)) == f"[@{TEXTS.ref('Envoy Tomas')}]"


def test_the_fewest_passages_that_name_all_are_cited() -> None:
    both = piece("Talks between the Upland League and the Lake Republic", "1998-05-04")
    names = ("upland-league", "lake-republic")
    talks = f"[@{both.source}#{both.passage}]"
    assert claims.covering(contact(BEGAN, both), names, LOOKUP) == talks
    assert claims.covering(contact(BEGAN), ("olen-marsh",), LOOKUP) == ""


def test_whom_no_evidence_names_is_cited_where_the_text_does() -> None:
    claim = Claim(ClaimKind.PARTICIPANT, "tomas-verrin", ("010",), 1, "")
    meeting = replace(contact(WANTED), claims=(claim,))
    run = claims.covering(meeting, ("tomas-verrin",), LOOKUP)
    assert run == f"[@{TEXTS.ref('Envoy Tomas')}] [@{TEXTS.ref('He wanted')}]"


def test_an_event_without_a_contact_named_is_the_one_of_its_time_and_place() -> None:
    event = LOOKUP.events[0]
    found = LOOKUP.contact_of(replace(event, contact=""))
    assert found is not None
    assert found.id == "talks-1998"
    assert LOOKUP.contact_of(replace(event, contact="", date="1999-05")) is None


def test_participants_that_an_editor_replaced_are_named_and_not_numbered() -> None:
    changed = replace(contact(CAME), found_participants=("tomas-verrin", "ida-corran"))
    told = contact_facts.write(changed, None, "chronology/x.md", LOOKUP)
    assert "participants [Tomas Verrin](../actors/tomas-verrin.md) and [Ida Corran]" in told
