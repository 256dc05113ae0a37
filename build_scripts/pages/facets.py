"""Pages: a facet of an event in, the passages that answer its question out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_scripts import edtf, text
from build_scripts.models import DateRole, Facet, Mention, Passage, PassageKind, Quotation, Ref, SourceFacts
from build_scripts.pages.lookup import Lookup

STEM = 6
"""Letters by which words are compared: `invited` and `invitation` are the same word."""
_SAYING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})


@dataclass(frozen=True, slots=True)
class Value:
    """Something that a passage gives in answer: its words, and what they mean."""

    ref: Ref
    words: str
    meaning: str


def answers(facet: Facet, lookup: Lookup) -> tuple[Passage, ...]:
    """The passages that answer, in order of publication and of the text."""
    found = [
        passage
        for facts in lookup.facts.values()
        for passage in facts.passages
        if passage.kind in _SAYING and _answers(passage, facts, facet, lookup)
    ]
    return tuple(sorted(found, key=lambda passage: lookup.order(passage.ref)))


def values(facet: Facet, passage: Passage, lookup: Lookup) -> tuple[Value, ...]:
    """What a passage gives of the kind that the facet asks for."""
    facts = lookup.facts[passage.source]
    match facet.having:
        case "date":
            return tuple(
                Value(passage.ref, one.text, edtf.in_words(one.edtf))
                for one in facts.dates
                if one.passage == passage.id and one.edtf and one.role is DateRole.EVENT
            )
        case "figure":
            return tuple(
                Value(passage.ref, one.text, f"{one.text} {one.counted}".strip())
                for one in facts.figures
                if one.passage == passage.id
            )
        case "quotation":
            return tuple(Value(passage.ref, one.text, one.text) for one in _quotations(passage, facts))
        case "actor":
            return tuple(
                Value(passage.ref, one.text, lookup.actor[one.actor].name)
                for one in _named(passage, facts)
                if one.actor in lookup.actor
            )
    return ()


def _answers(passage: Passage, facts: SourceFacts, facet: Facet, lookup: Lookup) -> bool:
    stems = _stems(passage.text)
    if facet.words and not any(_stems(entry) <= stems for entry in facet.words):
        return False
    if any(_stems(entry) <= stems for entry in facet.without):
        return False
    if not frozenset(facet.actors) <= lookup.actors_in.get(passage.ref, frozenset()):
        return False
    return bool(facet.words or facet.actors) and (not facet.having or bool(values(facet, passage, lookup)))


def _quotations(passage: Passage, facts: SourceFacts) -> Iterable[Quotation]:
    return (one for one in facts.quotations if one.passage == passage.id)


def _named(passage: Passage, facts: SourceFacts) -> Iterable[Mention]:
    return (one for one in facts.mentions if one.passage == passage.id and one.actor)


@lru_cache(maxsize=8192)
def _stems(words: str) -> frozenset[str]:
    return frozenset(word.casefold()[:STEM] for word in text.words(words))
