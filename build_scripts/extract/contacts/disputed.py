"""Extract: a clause in, which of the events told before it it says did not happen out.

"The ministry denies that the dinner took place", "denied that there had been any such meeting".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.told import TOGETHER, Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_FAR = 8
"""Sentences, at most, back to the event that is denied."""
_TOLD = frozenset({"deny", "dispute"})
_BE = frozenset({"be", "hold", "take place", "happen", "occur"})


def disputed(reading: Reading, told: Sequence[Told], number: int) -> Told | None:
    """The contact told before that the clause says did not happen; None where it speaks of none."""
    sentence, clause = reading.sentence, reading.clause
    denying = clause.parent if clause.kind is Kind.CONTENT else None
    if denying is None or not _denies(denying, sentence) or not reading.verbs & _BE:
        return None
    subject = reading.own_subject[0].words if reading.own_subject else ()
    noun = _known_event(subject, sentence) or _known_event(_object(reading), sentence)
    if not noun:
        return None
    loose = noun in sentence.grammar.classes["loose"]
    for before in reversed(told):
        fits = before.noun == noun or (not loose and before.draft.kind in TOGETHER)
        held = before.draft.status is Status.HAPPENED and len(before.sides) == 2
        if fits and held and number - before.number <= _FAR:
            return before
    return None


def _denies(clause: Clause, sentence: Sentence) -> bool:
    """ "denies that …"; near-miss: "does not deny that …"."""
    names = {sense.name for sense in clause.senses}
    return bool(names & _TOLD) and not is_negated(clause, sentence.words, sentence.grammar).is_negated


def _object(reading: Reading) -> Sequence[int]:
    """Of "there had been any such meeting"; else nothing."""
    subject = reading.own_subject[0].words if reading.own_subject else ()
    there = reading.sentence.has_any("expletive", (*subject, *reading.clause.before))
    return reading.object.words if there and reading.object is not None else ()


def _known_event(indices: Sequence[int], sentence: Sentence) -> str:
    """The noun of "the dinner", "any such meeting"; near-misses: "a dinner", "the dinner with C"."""
    if len(indices) < 2 or sentence.words[indices[-1]].low not in sentence.grammar.events:
        return ""
    before = indices[:-1]
    plain = all(
        sentence.words[each].tag is Tag.DETERMINER
        or sentence.has("such", each)
        or sentence.has("plain_modifiers", each)
        for each in before
    )
    known = any(sentence.has("definite", each) or sentence.has("such", each) for each in before)
    return sentence.words[indices[-1]].low if plain and known else ""
