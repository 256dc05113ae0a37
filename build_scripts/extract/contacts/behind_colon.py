"""Extract: the words of a line of a diary in, the same words out, whoever stands behind its colon put first.

"Received by A: B, on the truce" is read as "B was received by A"; "Called on A: B" as "B called on A".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.grammar import IN_ED, Form, Grammar
from build_scripts.extract.contacts.words import Tag, Word

_LONGEST = 30
"""Words, at most, before the colon."""
_PEOPLE = (Tag.ACTOR, Tag.SIDED)
_OTHER_CLAUSES = (Tag.AUX, Tag.MODAL, Tag.PRONOUN)


def with_subject_first(words: Sequence[Word], grammar: Grammar) -> tuple[Word, ...]:
    """The words with the subject before the verb.

    Near-misses: "A received by B: the day's picture", "Received by A: a letter", "Received B: A said so".
    """
    colon = _colon(words, grammar)
    if colon < 0:
        return tuple(words)
    end = next((at for at in range(colon + 1, len(words)) if words[at].tag is Tag.STOP), len(words))
    subject = words[colon + 1 : end]
    if not any(word.tag in _PEOPLE for word in subject) or any(w.tag in _OTHER_CLAUSES for w in subject):
        return tuple(words)
    is_passive = words[1].low == "by"
    verb = (replace(words[colon], tag=Tag.AUX, low="was"),) if is_passive else ()
    return (*_without_matter(subject), *verb, *words[:colon], *words[end:])


def _colon(words: Sequence[Word], grammar: Grammar) -> int:
    """Index of the colon behind "Received by A"; -1 where the sentence does not open so."""
    if len(words) < 4 or words[0].tag is not Tag.VERB:
        return -1
    forms = grammar.forms.get(words[0].low, IN_ED)
    if Form.PAST not in forms and Form.PARTICIPLE not in forms:
        return -1
    if words[1].low != "by" and words[1].tag is not Tag.PREPOSITION:
        return -1
    for at, word in enumerate(words[1:_LONGEST], start=1):
        if word.text == ":":
            return at if at + 1 < len(words) else -1
        if word.tag in _OTHER_CLAUSES or word.tag is Tag.VERB:
            return -1
    return -1


def _without_matter(subject: Sequence[Word]) -> Sequence[Word]:
    """ "the envoy, B, on the truce": without what it was about, behind the last comma."""
    commas = [at for at, word in enumerate(subject) if word.tag is Tag.COMMA]
    if commas and commas[-1] + 1 < len(subject) and subject[commas[-1] + 1].tag is Tag.PREPOSITION:
        return subject[: commas[-1]]
    return subject
