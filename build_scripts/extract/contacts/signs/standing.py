"""Extract: a clause with a sign of contact in, whether what it tells was held, is planned or is off out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.said_of_events import has_failed, says_how_it_was
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status


def standing_of_sign(sign: Sign, reading: Reading, around: Sequence[Clause]) -> Status | None:
    """Its status; None where it tells of nothing.

    An event is called off by the verb that it stands with: "A second round, fixed for May, was put off".
    """
    sentence, clause = reading.sentence, reading.clause
    if sign.is_past or _is_agreed_at(sign, reading):
        return Status.HAPPENED
    told = standing(clause, sentence.words, sentence.grammar) if clause.chain else Status.HAPPENED
    if sign.use is Use.OUTCOME and told is not Status.HAPPENED:
        # "failed to reach a deal" after sitting together; "have not reached a deal" says of no meeting.
        return Status.HAPPENED if _has_failed(clause, sentence) else None
    hangs = clause.kind in (Kind.INFINITIVE, Kind.RELATIVE) or sign.use is Use.MESSAGE
    if told is not Status.HAPPENED and hangs:
        return Status.PLANNED if told is Status.PLANNED and _is_invited(sign, reading) else None
    if sign.use is Use.EVENT and told is Status.DENIED and _opens_with_it(sign, reading):
        # "At the end of Monday's talks, no other sessions were scheduled".
        return Status.HAPPENED
    if sign.use is Use.EVENT and told is Status.DENIED and not _says_whether(reading):
        # "A second did not survive its first week in May" was held; "It was not opened".
        return Status.HAPPENED if is_fruitless(sign, reading) else None
    if sign.use not in (Use.EVENT, Use.TRIP) or told is None or not _is_verb_of_it(sign, reading):
        return told
    if told is Status.DENIED and is_fruitless(sign, reading):
        return Status.HAPPENED
    if reading.is_in("moves_events") and not reading.is_in("cancels") and not _is_moved_somewhere(reading):
        # "The sitting was shifted to Friday": of either day it does not say that it was held.
        return None
    off = _is_called_off(reading) or any(
        _is_called_off(reading_of(other, sentence))
        for other in around
        if other.kind is Kind.JOINED and other.parent is clause
    )
    if off:
        return Status.CANCELLED
    before = [each for phrase in reading.own_subject[:1] for each in phrase.words if each < sign.at]
    more = any(sentence.has("more_of_them", each) for each in before)
    if told is Status.DENIED and more and _names(reading) & sentence.grammar.classes["arranges"]:
        # "No further talks were scheduled": nothing is said to have been off.
        return None
    arranged_only = bool(_names(reading) & sentence.grammar.classes["arranges"]) and len(clause.chain) == 1
    if arranged_only and any(_is_called_off(reading_of(o, sentence)) for o in _later_mains(reading)):
        # "A meeting planned for May, at which they would have met, was scrapped".
        return Status.CANCELLED
    if _names(reading) & sentence.grammar.classes["arranges"] and reading.is_passive:
        return Status.DENIED if told is Status.DENIED else Status.PLANNED
    arranged = any(
        _names(reading_of(other, sentence)) & sentence.grammar.classes["arranges"]
        for other in around
        if other.kind in (Kind.PARTICIPLE, Kind.RELATIVE) and other.parent is clause
    )
    return Status.CANCELLED if arranged and told is Status.DENIED and reading.is_in("happens") else told


def _is_moved_somewhere(reading: Reading) -> bool:
    """ "In May the talks were moved to Westford": they went on there; near-miss: "… were moved to May"."""
    to = (phrase for phrase in reading.after if phrase.preposition == "to")
    dated = reading.sentence.has_date(reading.clause.before)
    return reading.is_passive and dated and any(reading.sentence.place(phrase) is not None for phrase in to)


def _is_agreed_at(sign: Sign, reading: Reading) -> bool:
    """ "As agreed upon in the talks of May, A is to come": they were held, whatever is to come."""
    below = reading.clause.kind is Kind.PARTICIPLE and len(reading.clause.chain) == 1
    at = (phrase for phrase in reading.after if phrase.preposition in ("at", "in", "during"))
    return below and reading.is_in("agrees") and any(sign.at in phrase.words for phrase in at)


def is_fruitless(sign: Sign, reading: Reading) -> bool:
    """ "The last round failed to make progress", "… did not survive its first week": it was held."""
    subject = reading.own_subject[0].words if reading.own_subject else ()
    # "Four previous rounds have failed to bear fruit": of no day in particular.
    dated = reading.sentence.has_date(reading.clause.words) or _is_described_with_day(reading)
    return sign.at in subject and dated and (has_failed(reading) or says_how_it_was(reading))


def _is_described_with_day(reading: Reading) -> bool:
    """ "The last round, held in May, failed to …"."""
    return any(
        other.kind in (Kind.PARTICIPLE, Kind.RELATIVE)
        and other.parent is reading.clause
        and reading.sentence.has_date(other.words)
        for other in reading.sentence.clauses
    )


def _says_whether(reading: Reading) -> bool:
    """Whether the verb, negated, says that no event was: "did not take place", "There was no meeting"."""
    kinds = ("happens", "plans", "cancels", "takes_part", "organises", "moves_events", "appears")
    named = bool(reading.frames) or "be" in reading.verbs or any(reading.is_in(kind) for kind in kinds)
    subject = reading.own_subject[0].words if reading.own_subject else ()
    opened = reading.is_passive and len(subject) == 1 and "hold" not in reading.verbs
    return named and not opened


def _opens_with_it(sign: Sign, reading: Reading) -> bool:
    """Whether what was not done is said of the time of the event: "At the end of the talks, no …"."""
    words = reading.sentence.words
    phrase = next((phrase for phrase in reading.opening if sign.at in phrase.words), None)
    if phrase is None or phrase.preposition not in ("at", "during", "after", "following"):
        return False
    return not any(words[each].tag is Tag.NOT for each in phrase.words)


def _has_failed(clause: Clause, sentence: Sentence) -> bool:
    """ "failed to agree", "failed on Friday to reach a deal": they sat together all the same."""
    above = clause.parent if clause.kind is Kind.INFINITIVE else None
    ruling = [*(above.chain if above is not None else ()), *clause.chain]
    failed = any(
        "fail" in {s.lemma for s in sentence.grammar.senses.get(sentence.words[e].low, ())} for e in ruling
    )
    return failed and not any(sentence.words[each].tag in (Tag.NOT, Tag.MODAL) for each in ruling)


def _is_invited(sign: Sign, reading: Reading) -> bool:
    """ "invited B to come in May": planned."""
    above = reading.clause.parent
    if above is None or sign.use is not Use.MOVE:
        return False
    grammar = reading.sentence.grammar
    return any(frame.name == "invite" for s in above.senses for frame in grammar.frames.get(s.name, ()))


def _later_mains(reading: Reading) -> Sequence[Clause]:
    """The main clauses behind one that have no subject of their own."""
    clauses = reading.sentence.clauses
    later = clauses[clauses.index(reading.clause) + 1 :]
    mains = (other for other in later if other.kind is Kind.MAIN and other.chain)
    return [other for other in mains if not reading_of(other, reading.sentence).own_subject]


def _is_verb_of_it(sign: Sign, reading: Reading) -> bool:
    """Whether the event is what the verb is about: its subject, or its object."""
    phrases = (*reading.own_subject[:1], *((reading.object,) if reading.object is not None else ()))
    return any(sign.at in phrase.words for phrase in phrases)


def _is_called_off(reading: Reading) -> bool:
    """ "was put off", "fell through"; near-misses: "was not put off", "may be put off"."""
    sentence, clause = reading.sentence, reading.clause
    off = sentence.grammar.classes["cancels"] | sentence.grammar.classes["calls_off_events"]
    if not _names(reading) & off - sentence.grammar.classes["interrupts"]:
        return False
    if is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    above = clause.parent if clause.kind is Kind.JOINED else None
    return standing(above or clause, sentence.words, sentence.grammar) in (Status.HAPPENED, Status.PLANNED)


def _names(reading: Reading) -> set[str]:
    """What the verb means: its longest form that stands there."""
    return {sense.name for sense in reading.clause.senses[:1]}
