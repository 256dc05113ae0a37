"""On whose word a passage is given: the whole chain, outermost first."""

from __future__ import annotations

import pytest

from build_scripts.compare.credits import find_credits
from build_scripts.extract import extract
from build_scripts.models import Actor, ActorKind, Config, Source
from build_scripts.read import load_lexicon

ACTORS = (
    Actor("wire", "Wire", ActorKind.ORGANISATION, "", "", aliases=("Wire Agency",)),
    Actor("board", "Harbour Board", ActorKind.ORGANISATION, "", ""),
    Actor("arden", "Anna Arden", ActorKind.PERSON, "", ""),
)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("According to Wire, the eastern quay is closed.", ("Wire",)),
        ("The Wire Agency reported that the eastern quay is closed.", ("Wire",)),
        ("The eastern quay is closed, as stated by the Harbour Board.", ("Harbour Board",)),
        ('"The eastern quay is closed until the spring," Anna Arden said.', ("Anna Arden",)),
        ("As previously reported, the eastern quay is closed.", ()),
        ("The eastern quay of the Harbour Board is closed.", ()),
        ("Anna Arden closed the eastern quay.", ()),
    ],
)
def test_chain(text: str, chain: tuple[str, ...]) -> None:
    """Each text gives the names that it states, and a near-miss gives none."""
    lexicon = load_lexicon("en")
    config = Config(root=".", file="mkdocs.yml", site_name="Made")
    facts = extract(Source("a", "a.txt", "A", text, "a"), ACTORS, config, lexicon)
    found = find_credits((facts,), ACTORS, lexicon)
    assert tuple(found.values()) == ((chain,) if chain else ())
