"""The feed of corrections: valid Atom, from dates in the data alone, with ids that stay."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from build_scripts.export.feed import feed
from build_scripts.models import Briefing, Correction, Records, Withdrawal
from build_scripts.pipeline import Result

ATOM = "{http://www.w3.org/2005/Atom}"
MADE = Correction("2026-11-21", "Three <days> & more.", "Two days.", "A misreading.")


@pytest.fixture
def briefing(result: Result) -> Briefing:
    return result.briefing


def entries(text: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(text).findall(f"{ATOM}entry")


def text_of(node: ElementTree.Element, name: str) -> str:
    found = node.find(f"{ATOM}{name}")
    assert found is not None
    return found.text or ""


def with_corrections(briefing: Briefing, *made: tuple[str, Correction]) -> Briefing:
    return replace(briefing, records=Records(corrections=made))


def test_a_feed_without_corrections_is_dated_by_the_sources(briefing: Briefing) -> None:
    root = ElementTree.fromstring(feed(with_corrections(briefing)))
    assert text_of(root, "updated") == "2024-02-29T00:00:00Z"
    assert root.findall(f"{ATOM}entry") == []


def test_a_correction_is_an_entry_with_what_it_said_and_says(briefing: Briefing) -> None:
    (entry,) = entries(feed(with_corrections(briefing, ("about.md", MADE))))
    assert text_of(entry, "updated") == "2026-11-21T00:00:00Z"
    assert text_of(entry, "content") == "It said: Three <days> & more. It says: Two days. Why: A misreading."


def test_the_newest_stands_first_and_dates_the_feed(briefing: Briefing) -> None:
    later = replace(MADE, date="2026-12-01")
    text = feed(with_corrections(briefing, ("about.md", MADE), ("index.md", later)))
    assert [text_of(one, "updated")[:10] for one in entries(text)] == ["2026-12-01", "2026-11-21"]
    assert text_of(ElementTree.fromstring(text), "updated")[:10] == "2026-12-01"


def test_the_id_of_an_entry_stays_when_its_reason_is_reworded(briefing: Briefing) -> None:
    one = with_corrections(briefing, ("about.md", MADE))
    other = with_corrections(briefing, ("about.md", replace(MADE, why="Misread.", now="Two.")))
    ids = [text_of(entries(feed(each))[0], "id") for each in (one, other)]
    assert ids[0] == ids[1]
    assert ids[0].startswith("urn:uuid:")


def test_two_corrections_of_one_page_have_two_ids(briefing: Briefing) -> None:
    text = feed(with_corrections(briefing, ("about.md", MADE), ("about.md", replace(MADE, was="Four."))))
    assert len({text_of(one, "id") for one in entries(text)}) == 2


def test_a_withdrawn_source_is_an_entry_without_its_text(briefing: Briefing) -> None:
    gone = replace(briefing.sources[0], withdrawn=Withdrawal("2026-11-21", "The publisher retracted it."))
    text = feed(replace(with_corrections(briefing), withdrawn=(gone,)))
    (entry,) = entries(text)
    assert text_of(entry, "content") == "The publisher retracted it."
    assert gone.text[:40] not in text


def test_links_are_absolute_where_the_site_has_an_address(briefing: Briefing) -> None:
    at = replace(briefing, config=replace(briefing.config, site_url="https://example.org/talks/"))
    text = feed(with_corrections(at, ("actors/a.md", MADE)))
    assert 'href="https://example.org/talks/actors/a.html"' in text
    assert 'href="https://example.org/talks/data/feed.xml"' in text


def test_the_feed_is_published_and_linked(result: Result) -> None:
    assert result.tables["feed.xml"] == feed(result.briefing)
    assert "(data/feed.xml)" in result.pages["corrections.md"]
