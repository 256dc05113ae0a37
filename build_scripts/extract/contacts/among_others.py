"""Extract: a sentence in, whether it tells of people of neither side who met out: "they" then means those.

"A met B in March. The mediator received the bishop on 22 April. They also met on Tuesday": nobody of ours.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.told import TOGETHER
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind

_MEETS = (*TOGETHER, ContactKind.VISIT)
_HOLDS = frozenset(("hold", "have", "open", "conduct"))


def tells_of_others(sentence: Sentence) -> bool:
    """Whether somebody of neither side met somebody, and nobody of the sides is spoken of.

    Near-misses: "The mediator welcomed the talks", "The mediator met A", "The mediator met them".
    """
    if any(_is_of_sides(each, sentence) for each in range(len(sentence.words))):
        return False
    clauses = [clause for clause in sentence.clauses if clause.chain and clause.kind is Kind.MAIN]
    return any(_met(reading_of(clause, sentence)) for clause in clauses)


def _is_of_sides(at: int, sentence: Sentence) -> bool:
    word = sentence.words[at]
    return word.tag is Tag.PRONOUN or bool(word.home) or bool(set(word.sides) & sentence.world.joined)


def _met(reading: Reading) -> bool:
    """ "C met D", "C and D met", "C held talks with D", by what stands around the verb."""
    sentence = reading.sentence
    subject = reading.own_subject[0].words if reading.own_subject else ()
    if not _is_another(subject, sentence) or reading.object is None:
        return False
    meets = any(frame.kind in _MEETS for frame in reading.frames)
    event = sentence.event(reading.object)
    talks = event is not None and sentence.grammar.events[sentence.words[event.at].low] in TOGETHER
    holds = talks and not reading.lemmas.isdisjoint(_HOLDS)
    joint = any(sentence.words[each].low == "and" for each in subject)
    several = joint or any(part.preposition == "with" for part in reading.after)
    return (meets and _is_another(reading.object.words, sentence)) or (holds and several)


def _is_another(words: Sequence[int], sentence: Sentence) -> bool:
    """ "the mayor, J. Ash", "the president of Westland", an actor of no side.

    Near-misses: "American officials", "Westland's premier and the rebels' chief", "four islands".
    """
    several = any(sentence.words[each].tag is Tag.JOINING for each in words)
    owners = [at for at in words if several and _is_owner(at, sentence)]
    office = sentence.has_any("held_by_one", words) or sentence.has_any("honorifics", words)
    office = office or sentence.has_any("offices", words)
    for each in words:
        word = sentence.words[each]
        if each in owners or sentence.has("offices", each) or sentence.has("held_by_one", each):
            continue
        if word.tag is Tag.ACTOR:
            return office or sentence.world.is_person(word)
        if word.tag is Tag.NAME and office:
            return True
    return False


def _is_owner(at: int, sentence: Sentence) -> bool:
    return at + 1 < len(sentence.words) and sentence.words[at + 1].tag is Tag.POSSESSIVE
