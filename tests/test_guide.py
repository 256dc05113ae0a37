"""The editors' guide explains every message that the tools print, and its templates are right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_scripts import guide
from build_scripts.pipeline import Result
from build_scripts.read import languages, load_guide
from tests.messages import CODE, GAP, messages

TEXT = load_guide("en")
GUIDE = guide.parse(TEXT)


def plain(message: str) -> str:
    return re.sub(f"{GAP}(?:{GAP})+", GAP, message)


def test_every_message_of_the_code_stands_in_the_guide() -> None:
    """A new message needs its line in build_scripts/lexicon/en/guide.md, under what explains it."""
    explained = {message for message, _ in GUIDE.messages}
    assert {where: words for words, where in messages().items() if plain(words) not in explained} == {}


def test_every_message_of_the_guide_stands_in_the_code() -> None:
    known = {plain(words) for words in messages()}
    code = "\n".join(file.read_text("utf-8") for file in sorted(CODE.rglob("*.py")))
    for message, _ in GUIDE.messages:
        longest = max(message.split(GAP), key=len).strip()
        assert message in known or longest in code, message


@pytest.mark.parametrize("message", sorted(messages()))
def test_a_message_leads_to_the_paragraph_that_lists_it(message: str) -> None:
    anchors = dict(GUIDE.messages)
    assert GUIDE.anchor(message.replace(GAP, "010")) in {anchors[plain(message)], *_narrower(message)}


def _narrower(message: str) -> set[str]:
    """Anchors of messages that say the same with fewer gaps: `no site_name` is also `no …`."""
    said = message.replace(GAP, "010")
    return {anchor for other, anchor in GUIDE.messages if guide.parse(f"## x\n\n- `{other}`").anchor(said)}


def test_each_anchor_stands_once_and_is_the_one_that_renderers_make() -> None:
    titles = re.findall(r"^#{2,4} (.+)$", re.sub(r"(?ms)^```.*?^```$", "", TEXT), re.MULTILINE)
    anchors = [re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles]
    assert len(set(anchors)) == len(anchors)
    assert {anchor for _, anchor in GUIDE.messages} <= set(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= set(anchors)


def test_every_paragraph_of_messages_says_what_to_do() -> None:
    for section in TEXT.partition("## Messages")[2].split("\n### ")[1:]:
        told = [line for line in section.split("\n")[1:] if line and not line.startswith("- `")]
        assert told, section


def test_every_language_has_a_guide() -> None:
    assert all(load_guide(language) for language in languages())


def test_the_guide_is_a_page_of_the_site(result: Result) -> None:
    assert "## Add an article" in result.pages["guide.md"]


def test_every_paragraph_has_its_anchor_on_the_site_and_is_found_by_search(site: Path) -> None:
    html = (site / "guide.html").read_text("utf-8")
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    found = {entry["location"] for entry in index["docs"]}
    for anchor in {anchor for _, anchor in GUIDE.messages}:
        assert f'id="{anchor}"' in html
        assert f"guide.html#{anchor}" in found
