"""What it costs to read an article depends on the article, not on how many actors have pages."""

from __future__ import annotations

from build_scripts.extract import extract
from build_scripts.models import Actor, ActorKind, Config, Source
from build_scripts.read import load_lexicon
from tests.extract.counting import lines_run

TEXT = """\
Ada Arden met Carl Cedar in Northtown on 4 May 1998.

"We agreed," A. Cedar said. Roads Minister Boris Birch and the envoy, Dora Dale, were there, too.
"""
CONFIG = Config(
    root="",
    file="mkdocs.yml",
    site_name="",
    sides={"north": "Northern parties", "south": "South"},
    contacts=("north", "south"),
    home={"south": ("Southtown",)},
)


def test_reading_an_article_costs_the_same_with_ten_times_as_many_actors() -> None:
    assert lines_with(2_000) < 1.05 * lines_with(200)


def lines_with(many: int) -> int:
    """How many lines are run for an article behind another one of the same corpus."""
    lexicon = load_lexicon("en")
    actors = (
        Actor("arden", "Ada Arden", ActorKind.PERSON, "north", ""),
        Actor("cedar", "Carl Cedar", ActorKind.PERSON, "south", ""),
        *(
            Actor(f"a{n}", f"{_word(n)} {_word(7 * n + 3)}", ActorKind.PERSON, "north", "")
            for n in range(many)
        ),
    )
    extract(Source("000", "000.txt", "A", TEXT, "0"), actors, CONFIG, lexicon)
    # In other words: those that have been read are remembered.
    again = Source("001", "001.txt", "B", TEXT.replace(" the ", f" the {_word(many).lower()} "), "1")
    return lines_run(lambda: extract(again, actors, CONFIG, lexicon))


def _word(number: int) -> str:
    """A name of its own for each number."""
    letters = "bdfgklmnprst"
    word = ""
    while number:
        number, digit = divmod(number, len(letters))
        word += letters[digit] + "ae"[digit % 2]
    return f"Z{word}r".capitalize()
