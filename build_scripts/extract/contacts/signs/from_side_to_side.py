"""Extract: a clause with a sign in, whether it tells of what goes from one side to the other out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.others import is_on_way
from build_scripts.extract.contacts.signs.words import goes_back
from build_scripts.extract.contacts.words import Tag

_NEAR = 3
"""Words, at most, between an owner and his room."""


def is_between_sides(reading: Reading) -> bool:
    """Whether people of both sides do it, or it is done from the one to the other: "A poured B tea"."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    if reading.is_in("doubts") and any(
        sentence.words[e].low in sentence.grammar.events for e in reading.clause.after
    ):
        # "asked B for a meeting", "offered B lunch".
        return False
    people = list(reading.subject)
    if {party.side for party in people} >= joined:
        return True
    if reading.is_passive and reading.verbs & sentence.grammar.classes["hands_over"]:
        # "The prisoners were handed over to B".
        return any(sentence.parties(phrase.words) for phrase in reading.after if phrase.preposition == "to")
    for phrase in reading.after:
        if phrase is reading.object or phrase.preposition in ("to", "with", "for", "by", ""):
            people.extend(sentence.parties(phrase.words))
    return {party.side for party in people} >= joined and any(party.is_person for party in people)


def has_guest(reading: Reading) -> bool:
    """ "received B", "was received"; near-miss: "welcomed the statement"."""
    if reading.is_passive or reading.object_parties:
        return True
    words = reading.object.words if reading.object is not None else ()
    known = reading.sentence.grammar.nouns("acting_offices", "counterparts", "groups")
    return any(reading.sentence.words[each].low in known for each in words)


def is_at(reading: Reading) -> bool:
    """ "was in the capital", "was back"; near-miss: "was born in the capital"."""
    after = reading.clause.after
    return not after or reading.sentence.words[after[0]].tag not in (Tag.NOUN, Tag.VERB, Tag.DETERMINER)


def _goals(reading: Reading) -> tuple[int, ...]:
    """The names of places to which the clause says that somebody went."""
    return tuple(
        each
        for phrase in reading.after
        if phrase.preposition in ("to", "in", "at", "into")
        for each in phrase.words
        if reading.sentence.words[each].tag is Tag.NAME or reading.sentence.words[each].home
    )


def is_driven_out(reading: Reading) -> bool:
    """ "drove the army out of the town", "drove B from office"; near-miss: "drove to it"."""
    out = [reading.sentence.words[each].low for each in reading.clause.after]
    to = any(phrase.preposition in ("to", "into") for phrase in reading.after)
    return (
        "drive" in reading.lemmas
        and reading.object is not None
        and not to
        and ("out" in out or "from" in out)
    )


def is_somewhere(around: Sequence[Clause], sentence: Sentence, reading: Reading) -> bool:
    """Whether it is at a side's home, in somebody's rooms, or where it was before."""
    words = sentence.words
    own = _goals(reading)
    if own and not any(words[each].home for each in own):
        # "had been in the capital and went back to Westford".
        around = (reading.clause,)
    for each in (each for clause in around for each in clause.words):
        if words[each].home and words[each].home in sentence.world.joined and not is_on_way(each, sentence):
            return True
        owner = words[each - 1] if each else None
        if words[each].tag is not Tag.POSSESSIVE or owner is None or owner.tag is not Tag.ACTOR:
            continue
        if reading.clause.chain and set(owner.sides) & sentence.world.joined:
            following = range(each + 1, min(each + 1 + _NEAR, len(words)))
            if sentence.has_any("rooms", following):
                return True
    return goes_back(reading)
