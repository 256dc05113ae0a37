"""Extract: the language's small words in; sets of them, ready to be looked up, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.word_lists import word_lists
from build_scripts.models import Lexicon

SHORTEST_ORIGIN = 5
"""Letters of an adjective of origin: "Asian"."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """What the lexicon says of names and their neighbours, in lower case."""

    articles: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    offices: frozenset[str]
    """Words that end an office and no name: "the Westish High Representative"."""
    not_in_office: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    documents: frozenset[str]
    documents_small: frozenset[str]
    named_after: frozenset[str]
    named_after_persons: frozenset[str]
    things: frozenset[str]
    """Words with which names of streets, texts and organisations end, and none of persons."""
    before_of: frozenset[str]
    before: frozenset[str]
    works: frozenset[str]
    titling: frozenset[str]
    """Words behind which quotation marks hold a title, whatever it says: "titled"."""
    naming: frozenset[str]
    """Of these, verbs: "called" may stand before anything."""
    organisations: frozenset[str]
    parts: frozenset[str]
    """Articles and particles."""
    not_names: frozenset[str]
    """Words that may stand with a capital and are no part of a name."""
    origin_endings: tuple[str, ...]
    not_origin: frozenset[str]
    place_openers: frozenset[str]
    """Words with which names of places begin: "New", "North"."""
    her_titles: frozenset[str]
    his_titles: frozenset[str]
    women: frozenset[str]
    """Given names of women only."""
    men: frozenset[str]
    matters: frozenset[str]
    """What a minister is of: "State", "Affairs"."""
    hyphened: frozenset[str]
    """Words that make an adjective of the name before them: "Northland-led"."""

    def is_origin(self, lower: str) -> bool:
        """Whether a word looks like an adjective of origin ("Northian"), by its ending."""
        is_long = len(lower) >= SHORTEST_ORIGIN  # "Jian" is a first name
        return is_long and lower.endswith(self.origin_endings) and lower not in self.not_origin


@lru_cache(maxsize=16)
def name_words(lexicon: Lexicon) -> NameWords:
    """The lexicon's words about names; a language without them gives empty sets."""
    actors, passages = word_lists(lexicon, "actors"), word_lists(lexicon, "passages")
    speech = word_lists(lexicon, "quotations")
    return NameWords(
        articles=actors.lowered("articles"),
        particles=actors.lowered("particles"),
        titles=actors.lowered("person_titles"),
        offices=actors.lowered("offices_only"),
        not_in_office=actors.lowered("not_in_office"),
        openers=passages.lowered("openers"),
        calendar=actors.lowered("calendar"),
        documents=actors.lowered("documents", "formats"),
        documents_small=actors.lowered("documents_small"),
        named_after=actors.lowered("named_after"),
        named_after_persons=actors.lowered("named_after_persons"),
        things=actors.lowered("documents", "formats", "named_after", "named_after_persons", "organisations"),
        before_of=actors.lowered("before_of"),
        before=actors.lowered("before"),
        works=actors.lowered("works"),
        titling=actors.lowered("titling"),
        naming=actors.lowered("naming"),
        organisations=actors.lowered("organisations"),
        parts=actors.lowered("articles", "particles"),
        not_names=actors.lowered("person_titles", "calendar") | passages.lowered("openers"),
        origin_endings=actors.entries("origin_endings"),
        not_origin=actors.lowered("not_origin"),
        place_openers=actors.lowered("place_openers"),
        her_titles=speech.lowered("her_titles"),
        his_titles=speech.lowered("his_titles"),
        women=speech.lowered("women"),
        men=speech.lowered("men"),
        matters=actors.lowered("matters"),
        hyphened=actors.lowered("hyphened"),
    )
