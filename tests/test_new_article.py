"""An article dropped into seeds/, with nothing else edited, finds its places and disturbs no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.__main__ import Exit, main
from build_scripts.inputs import read_inputs
from build_scripts.models import State, Status
from build_scripts.pipeline import Result, build
from tests.walking import ARTICLE


@pytest.fixture
def grown(briefing: Path) -> Result:
    (briefing.parent / "seeds" / "005_new.txt").write_text(ARTICLE, "utf-8")
    assert main(["generate", "-f", str(briefing)]) == Exit.DONE
    return build(read_inputs(briefing))


def test_it_gets_a_page_of_its_own_from_what_its_text_states(grown: Result) -> None:
    assert 'title: "F: Volga Courier, 24 June 2024"' in grown.pages["sources/005.md"]


def test_it_stands_apart_from_the_other_texts(grown: Result) -> None:
    assert ("005",) in {lineage.sources for lineage in grown.briefing.findings.lineages}


def test_it_is_named_on_the_pages_of_its_actors(grown: Result) -> None:
    assert "[@005#" in grown.pages["actors/mousa-abu-marzook.md"]


def test_it_becomes_evidence_of_a_known_contact(grown: Result, result: Result) -> None:
    known = next(one for one in result.briefing.findings.contacts if one.date == "2006-03")
    now = next(one for one in grown.briefing.findings.contacts if one.id == known.id)
    assert set(now.sources) == {*known.sources, "005"}


def test_its_new_contacts_are_drafted_and_say_so(grown: Result) -> None:
    new = next(one for one in grown.briefing.findings.contacts if one.date == "2024-06-24")
    assert new.status is Status.HAPPENED
    assert new.state is State.DRAFTED
    assert "Drafted by the build" in grown.pages[new.page]


def test_no_other_contact_is_split_or_lost(grown: Result, result: Result) -> None:
    before = {one.id for one in result.briefing.findings.contacts}
    added = [one for one in grown.briefing.findings.contacts if one.id not in before]
    assert before <= {one.id for one in grown.briefing.findings.contacts}
    assert [one.sources for one in added if one.sources != ("005",)] == []


def test_its_unknown_names_wait_for_an_editor(grown: Result) -> None:
    assert [row for row in grown.review if "Karim Dassouki" in row.what]
