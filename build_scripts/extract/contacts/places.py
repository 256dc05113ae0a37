"""Extract: a phrase in, the place or the event that it names out."""

from __future__ import annotations

from collections.abc import Sequence

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
    """The place that a phrase names: its first run of names that are neither people nor organisations."""
    run: list[int] = []
    for each in phrase.words:
        word = words[each]
        if word.quoted:
            break
        if word.home:
            return Place(world.place_names[word.home], word.home, each)
        if word.tag is Tag.ACTOR and world.is_state(word):
            return Place(word.text, "", each)
        if word.tag is Tag.NAME:
            run.append(each)
        elif run or (word.tag not in (Tag.DETERMINER, Tag.NOUN, Tag.SIDED, Tag.COMMA) and word.low != "of"):
            break
    if not run:
        return None
    return Place(" ".join(words[each].text for each in run), "", run[0])


def event_in(phrase: Phrase, words: Sequence[Word], grammar: Grammar) -> int:
    """Index of the event that a phrase is about; -1 if its head is something else."""
    for each in phrase.words:
        word = words[each]
        if word.low in grammar.events and word.tag in (Tag.NOUN, Tag.VERB):
            return each
        if word.low == "of" and each > 0 and grammar.has("measures", words[each - 1].low):
            continue
        if word.tag is Tag.COMMA and _is_between_adjectives(phrase, each, words):
            continue
        if word.low == "of" or (word.tag is Tag.COMMA and each != phrase.words[0]):
            return -1
    return -1


def _is_between_adjectives(phrase: Phrase, at: int, words: Sequence[Word]) -> bool:
    """ "a secret, informal meeting"; near-miss: "the envoy, a meeting of …"."""
    before = [words[each].tag for each in phrase.words if each < at]
    plain = before[:1] == [Tag.DETERMINER] and all(tag in (Tag.NOUN, Tag.ADVERB) for tag in before[1:])
    follows = words[at + 1].tag if at + 1 < len(words) else Tag.CLOSE
    return plain and len(before) == 2 and follows in (Tag.NOUN, Tag.ADVERB)
