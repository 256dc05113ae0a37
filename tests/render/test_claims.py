"""Every claim of a block has an address of its own, which moves with its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "sharing" / "claims.yml").read_text("utf-8"))
ITEM = "<!-- generated: when -->\n\n- {words} [@n1#{{n1.1}}]\n{more}\n<!-- end generated: when -->"


def ids(html: str) -> list[str]:
    return re.findall(r'<(?:tr|li|span)\b[^>]* id="(claim-[^"]+)"', html)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_claims_have_addresses(case: dict[str, Any], render: Callable[[str], str]) -> None:
    html = render(case["text"])
    found = ids(html)
    assert case.get("holds", "") in html
    if "words" in case:
        assert said(html) == case["words"]
    assert len(found) == len(case["ids"])
    for one, expected in zip(found, case["ids"], strict=True):
        assert re.fullmatch(r"claim-[0-9a-f]{8}" if expected == "*" else expected, one)


def said(html: str) -> list[str]:
    """What each sentence says before its first citation."""
    found = re.findall(r'<span class="claim"[^>]*>(.*?)<span class="ev', html, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", each).strip() for each in found]


def item(words: str, more: str = "") -> str:
    return ITEM.format(words=words, more=more)


def test_an_address_moves_with_the_words_and_with_nothing_else(render: Callable[[str], str]) -> None:
    one, with_more = ids(render(item("Ten men"))), ids(render(item("Ten men", "- Others [@n2#{n2.1}]\n")))
    assert one[0] == with_more[0]
    assert ids(render(item("Twelve men"))) != one


def test_an_address_does_not_move_with_the_references_above_it(render: Callable[[str], str]) -> None:
    """Each is kept aside while the page is drawn, under a number that depends on those before it."""
    claim = item("Ten &#x201c;men&#x201d; &amp; a boy")
    assert ids(render(f"Talks &#x2e; &#x2e;\n\n{claim}")) == ids(render(claim))
    assert ids(render(item("Ten &#x201c;men&#x201d; &amp; a girl"))) != ids(render(claim))


def test_an_item_of_the_facts_is_known_by_its_words_and_an_answer_by_its_question(
    render: Callable[[str], str],
) -> None:
    facts = ITEM.replace("when", "facts")
    one = ids(render(facts.format(words="On a word&#x2e;", more="")))
    assert re.fullmatch("claim-[0-9a-f]{8}", one[0])
    assert ids(render("Talks &#x2e;\n\n" + facts.format(words="On a word&#x2e;", more=""))) == one
    row = "| What | How |\n| --- | --- |\n| Who &#x2f; what | [@n1#{n1.1}] |\n"
    table = facts.replace("- {words} [@n1#{{n1.1}}]", row.replace("{", "{{").replace("}", "}}"))
    assert ids(render(table.format(words="", more=""))) == ["claim-who-what"]


def test_the_same_words_twice_have_two_addresses(render: Callable[[str], str]) -> None:
    first, second = ids(render(item("Ten men", "- Ten men [@n2#{n2.1}]\n")))
    assert second == f"{first}-2"


def test_a_claim_links_to_itself_behind_its_citations(render: Callable[[str], str]) -> None:
    html = render(item("Ten men"))
    (one,) = ids(html)
    assert re.search(rf'</span><span class="claim-do"><a class="claim-link"[^>]* href="#{one}"', html)
