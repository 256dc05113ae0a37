"""What a page cites is read once; a page that asks for nothing more is looked at no further."""

from __future__ import annotations

import pytest

from build_scripts import blocks
from build_scripts.citations import Resolver
from build_scripts.cited import Reader, Where, read
from build_scripts.models import Passage
from build_scripts.shelves import Shelf

PAGE = blocks.update(
    '---\ntitle: A page\n---\nProse [@a "one two"].\n',
    {"evidence": "Told [@a#11111111].", "mentions": "Named [@b#22222222]."},
).text
RESOLVER = Resolver(
    (Passage("a", "11111111", 1, 1, 0, 13, "one two three"), Passage("b", "22222222", 1, 1, 0, 4, "four"))
)


def test_a_citation_stands_in_prose_or_under_a_statement_or_merely_points() -> None:
    found = dict(read(PAGE, ()).citations)
    assert found == {
        ("a", "", "one two"): Where.PROSE | Where.RESTING,
        ("a", "11111111", ""): Where.RESTING,
        ("b", "22222222", ""): Where.ANYWHERE,
    }


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ('He said so [@a "one two"].', True),
        ("Nothing is cited.", True),
        ('He said so [@a "one five"].', False),
        ("He said so [@c#11111111].", False),
        ("He said so [@a one two].", False),
        ("A “quoted word or two” without a citation.", False),
        ("The regime fell.", False),
        ("<!-- generated: open -->", False),
    ],
)
def test_a_page_stands_where_nothing_of_it_need_be_said(text: str, stands: bool) -> None:
    assert read(f"{text}\n", ("regime",)).stands(RESOLVER) is stands


def test_what_was_read_is_known_to_the_next_run_for_the_same_text_words_and_program() -> None:
    first = Shelf({})
    told = Reader(("regime",), "rules", first)(PAGE)
    after = first.followed()
    assert Reader(("regime",), "rules", after)(PAGE) == told
    assert not after.has_changed
    given: tuple[tuple[tuple[str, ...], str, str], ...] = (
        ((), "rules", PAGE),
        (("regime",), "", PAGE),
        (("regime",), "rules", f"{PAGE}\n"),
    )
    for loaded, rules, text in given:
        other = first.followed()
        Reader(loaded, rules, other)(text)
        assert other.has_changed


def test_a_page_has_prose_where_people_wrote_outside_the_blocks_or_into_one() -> None:
    """The search reads what people wrote, and looks at no other page."""
    bare = blocks.update("---\ntitle: A page\n---\n", {"evidence": "Told [@a#11111111]."}).text
    assert not read(bare, ()).has_prose
    assert read(PAGE, ()).has_prose
    assert read(bare.replace("Told", "Retold"), ()).has_prose
