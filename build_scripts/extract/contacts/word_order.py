"""Extract: the words of a sentence in, the same words out, the subject first where the sentence puts it last.

"Waiting for A in Northtown was B" is read as "B was waiting for A in Northtown".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.words import Tag, Word

_NOUN_PHRASE = (Tag.ACTOR, Tag.DETERMINER, Tag.NAME, Tag.SIDED, Tag.NOUN)
_PEOPLE = (Tag.ACTOR, Tag.SIDED)
_FINITE = (Tag.AUX, Tag.MODAL, Tag.VERB)
_LONGEST = 40
"""Words of the longest predicate that is looked for in front of its verb: keeps the search linear."""


def in_plain_order(words: Sequence[Word], grammar: Grammar) -> tuple[Word, ...]:
    """The words with the subject before the verb.

    Near-misses: "In May A was received by B", "There was a meeting", "Only then was A received".
    """
    verb = _inverted_verb(words, grammar)
    if verb < 0:
        return tuple(words)
    end = next((at for at in range(verb, len(words)) if words[at].tag in (Tag.STOP, Tag.CLOSE)), len(words))
    subject = words[verb + 1 : end]
    if not any(word.tag in _PEOPLE for word in subject) or _has_verb(subject):
        return tuple(words)
    return (*subject, words[verb], *words[:verb], *words[end:])


def _inverted_verb(words: Sequence[Word], grammar: Grammar) -> int:
    """Index of the verb that its subject follows; -1 where the sentence is in the usual order."""
    if not words or not _is_fronted(words, grammar):
        return -1
    relative = False
    for at, word in enumerate(words[:_LONGEST]):
        if at and _may_invert(word, grammar) and _begins_subject(words, at + 1):
            return at if not relative or _ends_relative(words, at, grammar) else -1
        if grammar.has("relatives", word.low) and at:
            relative = True
        elif _ends_search(words, at) or (not relative and _has_own_subject(words, at, grammar)):
            return -1
    return -1


def _ends_search(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return word.tag in (Tag.STOP, Tag.NOT) or (word.tag is Tag.COMMA and not _is_after_date(words, at))


def _has_own_subject(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Whether a clause in the usual order shows here: a verb of its own, or a noun that nothing governs."""
    finite = at > 0 and words[at].tag in _FINITE and not _is_plain_verb(words, at, grammar)
    return finite or _is_subject(words, at, grammar)


def _is_fronted(words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a predicate may open the sentence: "Among …", "Waiting for …", "Also present …"."""
    first, second = words[0], words[1] if len(words) > 1 else words[0]
    if first.low in grammar.classes["fronting"]:
        return second.tag in (Tag.NOUN, Tag.VERB, Tag.PREPOSITION, Tag.TO)
    return first.tag in (Tag.PREPOSITION, Tag.TO) or grammar.forms.get(first.low) == frozenset({Form.ING})


def _may_invert(word: Word, grammar: Grammar) -> bool:
    if word.tag is Tag.AUX:
        return grammar.has("copulas", word.low)
    names = {sense.lemma for sense in grammar.senses.get(word.low, ())}
    forms = grammar.forms.get(word.low, frozenset())
    return word.tag is Tag.VERB and Form.ING not in forms and bool(names & grammar.classes["inverting"])


def _begins_subject(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].tag in _NOUN_PHRASE


def _ends_relative(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """ "those who met B in May | were A and C": the relative clause has its own verb before."""
    return any(word.tag in _FINITE for word in words[:at]) and words[at].tag is Tag.AUX


def _is_plain_verb(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """A verb that does not make a clause: "to greet", "waiting"."""
    forms = grammar.forms.get(words[at].low, frozenset())
    return words[at - 1].tag is Tag.TO or forms == frozenset({Form.ING})


def _is_subject(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """A noun that nothing governs: "In Northtown | A …", "In May 1998 | the envoy …"."""
    word = words[at]
    if word.tag is Tag.PRONOUN:
        return not grammar.has("pronouns-him", word.low)
    before = words[at - 1] if at else None
    if before is not None and before.tag is Tag.COMMA and _is_after_date(words, at - 1):
        # "On May 4, | A sat down with B", "…, | envoys of A sat down with B".
        return word.tag in _NOUN_PHRASE
    people = word.tag is Tag.NOUN and before is not None and before.tag is Tag.DATE
    if people and grammar.has("groups", word.low):
        # "On May 4 | envoys of A sat down with B".
        return True
    if before is None or word.tag not in (Tag.ACTOR, Tag.DETERMINER):
        return False
    titled = grammar.has("offices", before.low) or before.low == "general"
    joined = before.tag not in (Tag.DATE, Tag.NAME, Tag.ACTOR, Tag.NOUN, Tag.ADVERB)
    return not joined and not (titled and word.tag is Tag.ACTOR) and before.low not in ("also", "there")


def _is_after_date(words: Sequence[Word], at: int) -> bool:
    """ "On 12 May, waiting for A was B": the comma after an opening date."""
    return at < 4 and words[at - 1].tag is Tag.DATE


def _has_verb(subject: Sequence[Word]) -> bool:
    """Whether what follows the verb is a clause of its own, up to its first comma or relative."""
    for word in subject:
        if word.tag is Tag.COMMA or word.low in ("who", "which", "that"):
            return False
        if word.tag in _FINITE:
            return True
    return False
