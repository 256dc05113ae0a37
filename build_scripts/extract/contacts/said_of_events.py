"""Extract: a clause with a noun of an event in, what its verb says of that event out: planned, off, in doubt.

"is on the programme for May", "is off", "failed to bring a result": questions that `event_status` asks.
"""

from __future__ import annotations

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.phrases import is_span
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Event
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import Status


def is_announced(event: Event, reading: Reading) -> bool:
    """ "The meeting planned for May did not take place": it was to."""
    sentence = reading.sentence
    return sentence.has_any("planned_event", event.modifiers) or any(
        _is_planned(sentence.words[each], sentence.grammar)
        for other in sentence.clauses
        if other.head == event.at and other.kind in (Kind.PARTICIPLE, Kind.RELATIVE)
        for each in other.chain
    )


def has_begun(event: Event, reading: Reading) -> bool:
    """ "The talks, which began in May, were suspended"; near-miss: "due to begin in May"."""
    sentence = reading.sentence
    for other in sentence.clauses:
        if other.kind is Kind.RELATIVE and other.chain and other.parent is reading.clause:
            begun = {sense.name for sense in other.senses} & sentence.grammar.classes["happens"]
            after = other.chain[0] > event.at
            if begun and after and standing(other, sentence.words, sentence.grammar) is Status.HAPPENED:
                return True
    return False


_STANDING = ("under", "in", "on", "out", "off", "of")
"""Words before "discussion", "doubt", "the table", "the question"."""


def is_ruled_out(reading: Reading) -> bool:
    """ "is out of the question", "is off the table"."""
    words = [reading.sentence.words[each].low for each in reading.clause.after[:1]]
    return "be" in reading.verbs and words in (["out"], ["off"]) and is_unsettled(reading)


def says_how_it_was(reading: Reading) -> bool:
    """Whether the verb alone is negated, and speaks of what the event was like, not of whether it was."""
    sentence, clause = reading.sentence, reading.clause
    if any(sentence.words[each].tag is Tag.NOT for each in clause.before):
        return False
    denied = any(sentence.words[each].tag is Tag.NOT for each in clause.chain)
    if not denied and reading.object is not None and sentence.event(reading.object) is None:
        # "The meeting brought no progress".
        return True
    lows = [sentence.words[each].low for each in clause.after[:1]]
    described = "be" in reading.verbs and bool(lows) and sentence.grammar.has("describing", lows[0])
    # "was not on a ministerial level".
    described = described or ("be" in reading.verbs and sentence.has_any("levels", clause.after))
    fruitless = not reading.is_passive and reading.object is not None and reading.is_in("brings_about")
    return described or fruitless or (reading.is_passive and reading.is_in("makes_known"))


def says_nothing_of(reading: Reading) -> bool:
    """ "gave no publicity to the visit", "gave no details of it": it was; not: "gave no date for it"."""
    given = reading.object.words if reading.object is not None else ()
    return reading.sentence.has_any("told_of_it", given)


def is_unsettled(reading: Reading) -> bool:
    """ "is under discussion", "was open to talks", "is out of the question"."""
    sentence = reading.sentence
    lows = [sentence.words[each].low for each in reading.clause.after[:4]]
    settled = sentence.has_any("unsettled", reading.clause.after[:4])
    settled = settled and lows[0] in _STANDING
    return "be" in reading.verbs and (settled or lows[:2] == ["open", "to"])


def is_made_known(event: Event, reading: Reading) -> bool:
    """ "The meeting was announced by B", without a day; not: "A meeting was announced", "… for May"."""
    sentence = reading.sentence
    known = any(sentence.has("definite", each) for each in event.modifiers)
    told = reading.is_passive and reading.is_in("makes_known")
    return known and told and not sentence.has_date(reading.clause.words) and not is_announced(event, reading)


def is_off(reading: Reading) -> bool:
    """ "Friday's meeting is off", "… is off, he said"; near-misses: "is off the table", "took off"."""
    words, after = reading.sentence.words, reading.clause.after
    if "be" not in reading.verbs or not after or words[after[0]].low != "off":
        return False
    return all(words[each].tag in (Tag.COMMA, Tag.CLOSE, Tag.DATE, Tag.ADVERB) for each in after)


def comes_for(reading: Reading) -> bool:
    """ "did not show up for talks", "did not come for the dinner"; near-miss: "did not bode well for"."""
    coming = ("appears", "takes_part", "organises", "arrives", "approaches", "refuses", "stays_away", "plans")
    return bool(reading.frames) or any(reading.is_in(kind) for kind in coming)


def may_hold(reading: Reading) -> bool:
    """ "hold talks", "attend a meeting", "resume talks"; near-miss: "intensify talks"."""
    holding = ("takes_part", "organises", "happens", "resumes", "does_event")
    return bool(reading.frames) or "be" in reading.verbs or any(reading.is_in(kind) for kind in holding)


def has_failed(reading: Reading) -> bool:
    """ "failed to resolve the matter": they were held; "failed to take place", "failed to begin": not."""
    if reading.object is None or is_span(reading.object, reading.sentence.words):
        return False
    ruling = [reading.sentence.words[each].low for each in reading.clause.chain[:-1]]
    return any(
        sense.name == "fail" for low in ruling for sense in reading.sentence.grammar.senses.get(low, ())
    )


def has_resolved(reading: Reading) -> bool:
    """ "The meeting agreed to hold another": those at it did; near-misses: "agreed for May", "will agree"."""
    sentence, clause = reading.sentence, reading.clause
    first = sentence.words[clause.chain[0]] if clause.chain else None
    if first is None or reading.is_passive or clause.kind is Kind.PARTICIPLE or len(clause.chain) < 2:
        return False
    forms = sentence.grammar.forms.get(first.low, frozenset())
    agrees = any(
        sense.name in sentence.grammar.classes["agrees"]
        for sense in sentence.grammar.senses.get(first.low, ())
    )
    return agrees and Form.PAST in forms and sentence.words[clause.chain[1]].tag is Tag.TO


def is_set_date(reading: Reading) -> bool:
    """ "No date has been set for a meeting": of no meeting yet."""
    first = reading.own_subject[0].words if reading.own_subject else ()
    return reading.sentence.has_any("needed", first)


def is_dated_ahead(reading: Reading) -> bool:
    """ "have set May 4 for a meeting", "May 4 was fixed for talks": of what is to come."""
    if not reading.is_in("plans"):
        return False
    first = reading.own_subject[0] if reading.own_subject else None
    given = first if reading.is_passive else reading.object
    if reading.is_passive and first is None:
        # "May 4 has been fixed for talks": a date is no subject.
        return reading.sentence.has_date(reading.clause.before)
    return given is not None and reading.sentence.has_date(given.words)


def is_by_papers(reading: Reading) -> bool:
    """ "Newspapers report a meeting of A and B"; near-miss: "The agency reported a meeting"."""
    first = reading.own_subject[0].words[:1] if reading.own_subject else ()
    return not reading.is_passive and reading.sentence.has_any("papers", first)


def is_on_programme(reading: Reading) -> bool:
    """ "is on the programme for May", "was in the diary"."""
    words = [reading.sentence.words[each] for each in reading.clause.after[:4]]
    return (
        bool(words)
        and words[0].low in ("on", "in")
        and any(reading.sentence.grammar.has("programmes", word.low) for word in words)
    )


def is_decided(reading: Reading) -> bool:
    """ "her decision to cancel a meeting"; near-miss: "her threat to cancel a meeting"."""
    first = reading.clause.words[0] - 1 if reading.clause.words else -1
    return first >= 0 and reading.sentence.has("decisions", first)


def is_judged(reading: Reading) -> bool:
    """ "expects the meeting to be the last": what it will be like; near-miss: "expects it to be in May"."""
    for other in reading.sentence.clauses:
        if other.kind is Kind.INFINITIVE and other.parent is reading.clause:
            below = reading_of(other, reading.sentence)
            return "be" in below.verbs and not below.is_passive and not dates_of(below)
    return False


def is_answer(reading: Reading) -> bool:
    """ "accepted an invitation", "turned down an invitation": it had been given."""
    refuses = reading.is_in("refuses") or reading.is_in("denies")
    return not reading.is_passive and ("accept" in reading.verbs or refuses)


def says_what_it_was(reading: Reading, dated: bool = True) -> bool:
    """ "It was their second meeting": of one just told, without telling another."""
    sentence = reading.sentence
    subject = reading.own_subject[0].words if reading.own_subject else ()
    said = len(subject) == 1 and sentence.has("taken_back", subject[0])
    told = any(edtf.precision(when.edtf) != "year" for when in dates_of(reading)) if dated else False
    return "be" in reading.verbs and said and not told


def is_by_another(position: str, reading: Reading) -> bool:
    """ "The meeting was arranged by a bishop": told of as held; "was arranged for May" looks ahead."""
    said_by = any(phrase.preposition == "by" for phrase in reading.after)
    return position == "subject" and said_by and reading.is_in("organises")


def _is_planned(word: Word, grammar: Grammar) -> bool:
    plans = grammar.classes["plans"] | grammar.classes["promises"]
    return any(sense.name in plans for sense in grammar.senses.get(word.low, ()))
