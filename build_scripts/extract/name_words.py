"""Extract: the language's small words in; sets of them, ready to be looked up, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts.models import Lexicon

SHORTEST_ORIGIN = 5
"""Letters of an adjective of origin: "Asian"."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """What the lexicon says of names and their neighbours, in lower case."""

    articles: frozenset[str]
    particles: frozenset[str]
    titles: frozenset[str]
    not_in_office: frozenset[str]
    openers: frozenset[str]
    calendar: frozenset[str]
    documents: frozenset[str]
    documents_small: frozenset[str]
    named_after: frozenset[str]
    named_after_persons: frozenset[str]
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
    actors = lexicon.sections.get("actors", {})
    passages = lexicon.sections.get("passages", {})
    speech = lexicon.sections.get("quotations", {})
    return NameWords(
        articles=_words(actors, "articles"),
        particles=_words(actors, "particles"),
        titles=_words(actors, "person_titles"),
        not_in_office=_words(actors, "not_in_office"),
        openers=_words(passages, "openers"),
        calendar=_words(actors, "calendar"),
        documents=_words(actors, "documents") | _words(actors, "formats"),
        documents_small=_words(actors, "documents_small"),
        named_after=_words(actors, "named_after"),
        named_after_persons=_words(actors, "named_after_persons"),
        before_of=_words(actors, "before_of"),
        before=_words(actors, "before"),
        works=_words(actors, "works"),
        titling=_words(actors, "titling"),
        naming=_words(actors, "naming"),
        organisations=_words(actors, "organisations"),
        parts=_words(actors, "articles") | _words(actors, "particles"),
        not_names=_words(actors, "person_titles") | _words(passages, "openers") | _words(actors, "calendar"),
        origin_endings=tuple(actors.get("origin_endings", ())),
        not_origin=_words(actors, "not_origin"),
        place_openers=_words(actors, "place_openers"),
        her_titles=_words(speech, "her_titles"),
        his_titles=_words(speech, "his_titles"),
        women=_words(speech, "women"),
        men=_words(speech, "men"),
        matters=_words(actors, "matters"),
        hyphened=_words(actors, "hyphened"),
    )


def _words(section: Any, key: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in section.get(key, ()))
