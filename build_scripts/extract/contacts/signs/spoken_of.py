"""Extract: a noun of contact in its clause in, whether it is only spoken about out.

"wrote of a meeting", "took over the talks", "welcomed the talks", "left the talks".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status


def is_only_spoken_of(sign: Sign, status: Status, reading: Reading) -> bool:
    """ "wrote of a meeting", "took over the talks", "protested against the visit", "left the talks"."""
    sentence = reading.sentence
    phrase = next((p for p in (*reading.before, *reading.after) if sign.at in p.words), None)
    if phrase is None:
        return False
    match phrase.preposition:
        case "for":
            # "came for talks"; near-misses: "asked for talks", "in preparation for talks".
            before = sentence.words[phrase.words[0] - 2] if phrase.words[0] > 1 else None
            hangs = before is not None and before.tag is Tag.NOUN
            return hangs or reading.is_in("doubts") or reading.is_in("plans")
        case "from":
            # "revealed news from the meeting"; near-miss: "returned from the meeting".
            return reading.is_in("reports")
        case "on":
            return sign.use is not Use.TRIP
        case "of":
            return True
    if phrase.preposition and sentence.has_preposition("not_taking_part", phrase):
        return True
    if phrase.preposition and sign.at and sentence.has("for_press", sign.at - 1):
        # "ended with a news conference by C".
        return True
    if sentence.has("loose", sign.at) and reading.is_in("lapses"):
        return True
    if phrase is not reading.object and _has_event(reading) and reading.verbs & {"follow", "precede"}:
        # "Those talks followed meetings with B": the day is of the meetings.
        return True
    if any(sentence.words[each].tag is Tag.TO for each in _behind(sign, reading)):
        # "a meeting that was to be the first".
        return True
    object_of = phrase is reading.object and status is not Status.CANCELLED
    purpose = reading.clause.kind is Kind.INFINITIVE
    if phrase is reading.object and reading.verbs & {"return", "repay"} and not purpose:
        # "returned the visit": another one, the other way round.
        return True
    if phrase is reading.object and reading.is_in("leaves_event"):
        # Near-miss: "left a meeting with B".
        return not any(part.preposition == "with" for part in reading.after)
    return _is_of_it(sign, phrase, sentence) or (object_of and not _does_event(reading))


def is_commented_on(sign: Sign, reading: Reading) -> bool:
    """ "welcomed the talks", "The talks were criticised by B", "The meeting became known in May"."""
    sentence, grammar = reading.sentence, reading.sentence.grammar
    phrases = (reading.object,) if not reading.is_passive else reading.own_subject[:1]
    about = any(phrase is not None and sign.at in phrase.words for phrase in phrases)
    lemmas = {sense.lemma for sense in reading.clause.senses}
    if about and (lemmas | reading.verbs) & grammar.classes["comments"]:
        return True
    told = bool(reading.own_subject) and sign.at in reading.own_subject[0].words
    if told and reading.is_passive and "make" in lemmas and sentence.has_any("known", reading.clause.after):
        # "The talks were made public in May".
        return True
    known = "become" not in lemmas or sentence.has_any("known", reading.clause.after)
    return told and known and bool(lemmas & grammar.classes["becomes_known"])


def _has_event(reading: Reading) -> bool:
    return reading.object is not None and reading.sentence.event(reading.object) is not None


def _is_of_it(sign: Sign, phrase: Phrase, sentence: Sentence) -> bool:
    """ "the report of the talks"; near-misses: "the last day of the talks", "a round of talks"."""
    before = [sentence.words[each].low for each in phrase.words if each < sign.at]
    return "of" in before and not set(before) & sentence.grammar.nouns("measures", "parts_of_events")


def _does_event(reading: Reading) -> bool:
    lemmas = {sense.lemma for sense in reading.clause.senses}
    if lemmas & reading.sentence.grammar.classes["does_event"] or reading.frames:
        return True
    return any(reading.is_in(kind) for kind in ("takes_part", "organises", "happens"))


def _behind(sign: Sign, reading: Reading) -> Sequence[int]:
    """The words of the relative clauses behind an event."""
    clauses = reading.sentence.clauses
    return [
        each
        for other in clauses
        if other.kind is Kind.RELATIVE and other.parent is reading.clause and other.head == sign.at
        for each in other.chain
    ]
