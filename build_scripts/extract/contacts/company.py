"""Extract: a phrase with "with" among those of its clause in, whether it names others than those met out.

"A met C about the war with B", "A met C with a message from B": B was not there.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind

_JOINED = (Tag.JOINING, Tag.COMMA)


def is_of_noun_before(number: int, parts: Sequence[Phrase], sentence: Sentence) -> bool:
    """Whether "with B", behind those met, is of the noun before it: "about the war with B".

    Near-misses: "met C and, later, with B", "met C on Monday together with B".
    """
    phrase, before = parts[number], parts[number - 1] if number else None
    if phrase.preposition != "with" or not phrase.words or before is None or not before.words:
        return False
    between = sentence.words[phrase.words[0] - 1]
    joined = sentence.words[before.words[-1]].tag in _JOINED
    return not joined and between.tag is not Tag.JOINING


def is_of_message(number: int, parts: Sequence[Phrase], sentence: Sentence) -> bool:
    """ "with a letter | from B", "with proposals | from B"; near-miss: "a letter from B"."""
    before = parts[number - 1] if number else None
    if parts[number].preposition not in ("from", "by") or before is None or before.preposition != "with":
        return False
    return sentence.has_any("messages", before.words) or sentence.has_any("nouns_of_message", before.words)


def is_apart(takers: Sequence[Party], others: Sequence[Party], reading: Reading) -> bool:
    """ "The mediator met separately with A and B": A and B did not meet."""
    joined = reading.sentence.world.joined
    third = not any(party.side in joined for party in takers)
    both = {party.side for party in takers} >= joined
    third = third or (both and bool(others) and not any(party.side in joined for party in others))
    return third and reading.sentence.has_any("apart", reading.clause.words)


def has_company(clause: Clause | None, sentence: Sentence) -> bool:
    """Whether a clause says with whom people met: "met C", "held talks with C", "A and C met"."""
    if clause is None or not clause.chain:
        return False
    reading = reading_of(clause, sentence)
    meets = any(frame.kind is ContactKind.MEETING for frame in reading.frames)
    holds = reading.object is not None and sentence.event(reading.object) is not None
    if not meets and not holds:
        return False
    whom = [*reading.own_subject[:1]] if _are_several(reading) else []
    whom += [p for p in reading.after if p.preposition in ("with", "between")]
    whom += [reading.object] if meets and reading.object is not None else []
    return any(_is_somebody(phrase, sentence) for phrase in whom)


def _are_several(reading: Reading) -> bool:
    """ "A and C met": near-miss: "A met"."""
    words = reading.own_subject[0].words if reading.own_subject else ()
    return any(reading.sentence.words[each].tag is Tag.JOINING for each in words)


def _is_somebody(phrase: Phrase, sentence: Sentence) -> bool:
    return any(sentence.words[each].is_name or sentence.words[each].sides for each in phrase.words)


def is_topic_of_meeting(reading: Reading) -> bool:
    """ "A met C | to discuss relations with B": what it is about; not: "flew in to discuss it with B"."""
    clause = reading.clause
    return clause.kind is Kind.INFINITIVE and has_company(clause.parent, reading.sentence)
