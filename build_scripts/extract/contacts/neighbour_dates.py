"""Extract: a clause of contact without a date in; that of the clause beside it, where it is of both, out."""

from __future__ import annotations

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When, of_opening, of_phrases, precise
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.standing import standing
from build_scripts.models import Status

_WHEN = ("when", "while")


def of_fronted(reading: Reading) -> tuple[When, ...]:
    """ "When A arrived on 26 March, B received him": on that day; near-miss: "B had left when A arrived"."""
    clause, sentence = reading.clause, reading.sentence
    for other in sentence.clauses:
        if other.parent is not clause or other.kind is not Kind.SUBORDINATE or other.marker not in _WHEN:
            continue
        if other.chain and clause.chain and other.chain[-1] < min((*clause.before, clause.chain[0])):
            return _own(other, reading)
    return ()


def of_journey(reading: Reading) -> tuple[When, ...]:
    """ "has travelled to the capital and met B on 12 May": there on that day, too.

    Near-misses: "travelled there and is to meet B on 12 May"; "wrote to C and met B on 12 May".
    """
    clause, sentence = reading.clause, reading.sentence
    if not reading.is_in("approaches"):
        return ()
    for other in sentence.clauses:
        if other.parent is not clause or other.kind is not Kind.JOINED or not other.chain:
            continue
        if standing(other, sentence.words, sentence.grammar) is Status.HAPPENED:
            return tuple(when for when in _own(other, reading) if edtf.precision(when.edtf) == "day")
    return ()


def _own(clause: Clause, reading: Reading) -> tuple[When, ...]:
    """The one date that a clause has."""
    other, sentence = reading_of(clause, reading.sentence), reading.sentence
    opened = of_opening(other.opening, sentence, False)
    dates = precise((*opened, *of_phrases(other.after, sentence, False)))
    return dates if len(dates) == 1 else ()
