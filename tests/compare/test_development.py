"""What each article adds, changes and leaves out, in the order of publication."""

from __future__ import annotations

from typing import Any

import pytest

from build_scripts.compare.align import align
from build_scripts.compare.corpus import gather
from build_scripts.compare.development import find_developments
from build_scripts.compare.differences import find_differences
from build_scripts.models import Development, Lineage, Records
from tests.compare.made import LEXICON, all_facts, cases, config


def _found(case: dict[str, Any]) -> tuple[dict[str, Development], dict[tuple[str, str], str]]:
    facts = all_facts(case["sources"], **case["entries"])
    lineages = tuple(Lineage(group[0], tuple(group)) for group in case["lineages"])
    corpus = gather(facts, Records(), config(), LEXICON, align(facts, LEXICON), lineages)
    found = find_developments(corpus, find_differences(corpus))
    words = {(one.source, one.id): one.text for each in facts for one in each.passages}
    return {one.source: one for one in found}, words


@pytest.mark.parametrize("case", cases("development"), ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    """Each case gives, of one source, the first words of the passages in each list that it names."""
    found, words = _found(case)
    assert list(found) == case.get("order", list(found))
    one = found[case["of"]]
    told: dict[str, list[str]] = {
        "editions": list(one.editions),
        "added": [words[ref.source, ref.passage] for ref in one.added],
        "same": [words[ref.source, ref.passage] for ref in one.same],
        "changed": [words[each.later.source, each.later.passage] for each in one.changed],
        "against": [each.earlier.source for each in one.changed],
        "resumed": [words[each.later.source, each.later.passage] for each in one.resumed],
        "dropped": [words[ref.source, ref.passage] for ref in one.dropped],
        "confirmed": [words[each.later.source, each.later.passage] for each in one.confirmed],
        "new_figures": [each.text for each in one.new_figures],
        "changed_figures": [f"{each.earlier.text} → {each.later.text}" for each in one.changed_figures],
        "turns": [f"{each.earlier.quote} → {each.later.quote}" for each in one.turns],
    }
    assert {name: told[name] for name in case["expect"]} == case["expect"]
