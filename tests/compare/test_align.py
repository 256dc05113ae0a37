"""Passages that say the same are found in other sources, and only those."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.compare.align import align, counterparts
from build_scripts.models import Match
from build_scripts.read import load_lexicon
from tests.accuracy.derived import facts_of, stories
from tests.compare.made import LEXICON, all_facts, cases


def _numbered(case: dict[str, Any]) -> dict[str, str]:
    """Match by pair of sentences, written `a1 b2`."""
    facts = all_facts(case["sources"])
    name = {passage.ref: f"{passage.source}{passage.number}" for found in facts for passage in found.passages}
    return {f"{name[pair.left]} {name[pair.right]}": pair.match.value for pair in align(facts, LEXICON)}


@pytest.mark.parametrize("case", cases("align"), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives the pairs that it states, and no others."""
    assert _numbered(case) == case["expect"]


def test_order_of_sources_does_not_matter() -> None:
    """The same pairs come out whichever source is read first."""
    sources = cases("align")[0]["sources"]
    turned = dict(reversed(sources.items()))
    assert align(all_facts(sources), LEXICON) == align(all_facts(turned), LEXICON)


def test_a_thousand_copies_are_tied_to_the_first_of_them() -> None:
    """A sentence that a thousand sources copy does not give half a million pairs, and none is left alone."""
    sentence = "The harbour of Eastport was closed for a week after the storm."
    pairs = align(all_facts({f"s{number:04}": [sentence] for number in range(1000)}), LEXICON)
    assert len(pairs) < 1000 * 21
    assert len(counterparts(pairs)) == 1000
    assert {pair.match for pair in pairs} == {Match.FULL}


def test_passages_of_one_source_are_not_paired() -> None:
    """A sentence that stands twice in a source is no counterpart of itself."""
    sentence = "The harbour of Eastport was closed for a week."
    assert align(all_facts({"a": [sentence, sentence]}), LEXICON) == ()


def test_no_sources_give_no_pairs() -> None:
    assert align((), LEXICON) == ()


def test_texts_on_other_matters_change_nothing() -> None:
    """Five articles are aligned alike whether five hundred unrelated ones stand beside them or none."""
    told = {name: story["articles"] for name, story in stories("tune").items()}
    lexicon = load_lexicon("en")
    five = facts_of("accord", stories("tune")["accord"], lexicon)
    others = [word for name in ("ferry", "vaccine") for text in told[name].values() for word in text.split()]
    unrelated = all_facts(
        {
            f"x{number:03}": [" ".join(others[at : at + 11]) for at in range(number, number + 300, 100)]
            for number in range(500)
        }
    )
    alone = {(one.left, one.right): one.match for one in align(five, lexicon)}
    ours = {found.source.id for found in five}
    among = {
        (one.left, one.right): one.match
        for one in align((*five, *unrelated), lexicon)
        if ours.issuperset((one.left.source, one.right.source))
    }
    shown = {pair for pair, match in alone.items() if match is not Match.REVIEW}
    assert len(shown) > 30
    assert {pair for pair in shown if among.get(pair) is not alone[pair]} == set()
    assert {pair for pair, match in among.items() if match is not Match.REVIEW} == shown
