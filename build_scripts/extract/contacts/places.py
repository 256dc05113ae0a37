"""Extract: a phrase in, the place or the event that it names out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.extract.records import record


@record
class Place:
    """Where, in the article's words (a home under its listed name), and whose home it is."""

    name: str
    home: str
    at: int


def place_in(phrase: Phrase, words: Sequence[Word], world: World, grammar: Grammar) -> Place | None:
    """The place that a phrase names: its first names that are neither people nor organisations.

    Names before a noun are part of what the noun names ("the Westish embassy"), or describe what is named
    behind it ("the Westish border town of Eastport", "the Westish capital, Eastport").
    """
    indices, at = phrase.words, 0
    while at < len(indices):
        word = words[indices[at]]
        if word.quoted:
            return None
        if word.home:
            return Place(world.home_name(word), word.home, indices[at])
        if word.tag is not Tag.NAME and not world.is_state(word):
            if word.tag not in _BEFORE_PLACE and word.low != "of":
                return None
            at += 1
            continue
        last = _end(at + 1, indices, words, _is_of_name)
        behind = _end(last, indices, words, _is_small_noun)
        if _is_owner_of_place(indices[behind:], words):
            at = behind + 1
        elif behind > last and _is_named_behind(indices[behind:], words):
            at = behind
        else:
            return _named(indices, at, last, behind, words, world, grammar)
    return None


def _end(at: int, indices: Sequence[int], words: Sequence[Word], is_one: Callable[[Word], bool]) -> int:
    while at < len(indices) and is_one(words[indices[at]]):
        at += 1
    return at


_BEFORE_PLACE = (Tag.DETERMINER, Tag.NOUN, Tag.SIDED, Tag.COMMA)


def _is_of_name(word: Word) -> bool:
    """ "Northern" in "Upper Northern", "Hall" in "Westland Hall"."""
    return word.tag is Tag.NAME or (word.tag is Tag.SIDED and not word.quoted)


def _is_small_noun(word: Word) -> bool:
    return word.tag is Tag.NOUN and word.text[:1].islower()


def _is_named_behind(following: Sequence[int], words: Sequence[Word]) -> bool:
    """Whether what a noun names stands right behind it: "Eastport", "of Eastport", ", Eastport"."""
    first = words[following[0]] if following else None
    if first is not None and (first.low == "of" or first.tag is Tag.COMMA):
        first = words[following[1]] if len(following) > 1 else None
    return first is not None and (first.tag is Tag.NAME or bool(first.home))


def _is_owner_of_place(following: Sequence[int], words: Sequence[Word]) -> bool:
    """ "in Westland's Eastport"; near-miss: "at Eastport's Grove hotel", which stands in Eastport."""
    return (
        len(following) > 1
        and words[following[0]].tag is Tag.POSSESSIVE
        and words[following[1]].tag is Tag.NAME
        and words[following[-1]].tag is Tag.NAME
    )


def _named(
    indices: Sequence[int],
    first: int,
    last: int,
    behind: int,
    words: Sequence[Word],
    world: World,
    grammar: Grammar,
) -> Place | None:
    """What names (`first` to `last`) and the nouns after them (up to `behind`) name; a state alone is called
    as its page calls it. Near-miss: "at the Westish table"."""
    article = words[indices[first - 1]].low if first else ""
    article = article if article in ("the", "a", "an") else ""
    noun = words[indices[behind - 1]].low
    is_site = behind > last and (grammar.has("sites", noun) or grammar.has("rooms", noun))
    name = words[indices[last - 1]].low
    describes = article or name.endswith(tuple(grammar.classes["adjective_ends"]))
    if (describes and behind > last and not is_site) or (name in grammar.nouns("offices", "honorifics")):
        # "at the Westish table", "at a Westish summit"; "to the Secretary".
        return None
    run = [words[each] for each in indices[first : behind if is_site else last]]
    if len(run) == 1 and world.is_state(run[0]):
        return Place(world.state_name(run[0]), "", indices[first])
    return Place(
        " ".join((*((article,) if article else ()), *(word.text for word in run))), "", indices[first]
    )


_OF_ROUND = 5
"""Words, at most, from "a round of" to what it is a round of: "direct, face-to-face talks"."""


def event_in(phrase: Phrase, words: Sequence[Word], grammar: Grammar) -> int:
    """Index of the event that a phrase is about; -1 if its head is something else."""
    for each in phrase.words:
        word = words[each]
        if word.low in grammar.events and word.tag in (Tag.NOUN, Tag.VERB):
            following = words[each + 1].low if each + 1 < len(words) else ""
            if grammar.has("rooms_of_events", following) and each + 1 in phrase.words:
                # "the conference room", "the meeting place".
                continue
            return -1 if is_of_something_else(each, words, grammar) else each
        if word.low == "of" and each > 0 and grammar.has("measures", words[each - 1].low):
            continue
        if word.tag is Tag.COMMA and _is_between_adjectives(phrase, each, words):
            continue
        if word.low == "of" or (word.tag is Tag.COMMA and each != phrase.words[0]):
            return -1
    return -1


def is_of_something_else(at: int, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "the first round of voting", "a round of golf", "renewed a call for talks".

    Near-misses: "a round of peace talks", "a session of the two boards", "a call from A".
    """
    if grammar.has("asking_nouns", words[at].low):
        return at + 1 < len(words) and words[at + 1].low == "for"
    if not grammar.has("rounds", words[at].low) or at + 2 >= len(words) or words[at + 1].low != "of":
        return False
    known = grammar.classes["talk_nouns"]
    for word in words[at + 2 : at + 2 + _OF_ROUND]:
        if word.low in grammar.events or word.low in known or word.is_name or word.sides:
            return False
        if word.low in ("between", "with"):
            return False
        if word.tag not in (Tag.NOUN, Tag.DETERMINER, Tag.ADVERB, Tag.SIDED, Tag.VERB):
            break
    return words[at + 2].tag is not Tag.PRONOUN


def _is_between_adjectives(phrase: Phrase, at: int, words: Sequence[Word]) -> bool:
    """ "a secret, informal meeting"; near-miss: "the envoy, a meeting of …"."""
    before = [words[each].tag for each in phrase.words if each < at]
    plain = before[:1] == [Tag.DETERMINER] and all(tag in (Tag.NOUN, Tag.ADVERB) for tag in before[1:])
    follows = words[at + 1].tag if at + 1 < len(words) else Tag.CLOSE
    return plain and len(before) == 2 and follows in (Tag.NOUN, Tag.ADVERB)
