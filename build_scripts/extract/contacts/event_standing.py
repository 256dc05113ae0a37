"""Extract: a noun of an event in its clause in, whether the event was held, planned or called off out."""

from __future__ import annotations

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.conditions import is_hypothetical
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.event_words import (
    drops_plans,
    event_kind,
)
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import ContactKind, Status


def _is_announced(event: Event, reading: Reading) -> bool:
    """ "The meeting planned for May did not take place": it was to."""
    sentence = reading.sentence
    return any(sentence.has("planned_event", each) for each in event.modifiers) or any(
        _is_planned(sentence.words[each], sentence.grammar)
        for other in sentence.clauses
        if other.head == event.at and other.kind in (Kind.PARTICIPLE, Kind.RELATIVE)
        for each in other.chain
    )


def _has_begun(event: Event, reading: Reading) -> bool:
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
    return "be" in reading.verbs and words in (["out"], ["off"]) and _is_unsettled(reading)


def _says_how_it_was(reading: Reading) -> bool:
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
    return described or (reading.is_passive and reading.is_in("makes_known"))


def _is_unsettled(reading: Reading) -> bool:
    """ "is under discussion", "was open to talks", "is out of the question"."""
    sentence = reading.sentence
    lows = [sentence.words[each].low for each in reading.clause.after[:4]]
    settled = any(sentence.has("unsettled", each) for each in reading.clause.after[:4])
    settled = settled and lows[0] in _STANDING
    return "be" in reading.verbs and (settled or lows[:2] == ["open", "to"])


def _is_off(reading: Reading) -> bool:
    """ "Friday's meeting is off", "… is off, he said"; near-misses: "is off the table", "took off"."""
    words, after = reading.sentence.words, reading.clause.after
    if "be" not in reading.verbs or not after or words[after[0]].low != "off":
        return False
    return all(words[each].tag in (Tag.COMMA, Tag.CLOSE, Tag.DATE, Tag.ADVERB) for each in after)


def _may_hold(reading: Reading) -> bool:
    """ "hold talks", "attend a meeting", "resume talks"; near-miss: "intensify talks"."""
    holding = ("takes_part", "organises", "happens", "resumes", "does_event")
    return bool(reading.frames) or "be" in reading.verbs or any(reading.is_in(kind) for kind in holding)


def _has_failed(reading: Reading) -> bool:
    """ "failed to resolve the matter": they were held; "failed to take place", "failed to begin": not."""
    if reading.object is None:
        return False
    ruling = [reading.sentence.words[each].low for each in reading.clause.chain[:-1]]
    return any(
        sense.name == "fail" for low in ruling for sense in reading.sentence.grammar.senses.get(low, ())
    )


def _is_set_date(reading: Reading) -> bool:
    """ "No date has been set for a meeting": of no meeting yet."""
    first = reading.own_subject[0].words if reading.own_subject else ()
    return any(reading.sentence.has("needed", each) for each in first)


def is_dated_ahead(reading: Reading) -> bool:
    """ "have set May 4 for a meeting", "May 4 was fixed for talks": of what is to come."""
    if not reading.is_in("plans"):
        return False
    first = reading.own_subject[0] if reading.own_subject else None
    given = first if reading.is_passive else reading.object
    if reading.is_passive and first is None:
        # "May 4 has been fixed for talks": a date is no subject.
        return any(reading.sentence.words[each].tag is Tag.DATE for each in reading.clause.before)
    return given is not None and any(reading.sentence.words[each].tag is Tag.DATE for each in given.words)


def _is_by_papers(reading: Reading) -> bool:
    """ "Newspapers report a meeting of A and B"; near-miss: "The agency reported a meeting"."""
    first = reading.own_subject[0].words[:1] if reading.own_subject else ()
    return not reading.is_passive and any(reading.sentence.has("papers", each) for each in first)


def _is_on_programme(reading: Reading) -> bool:
    """ "is on the programme for May", "was in the diary"."""
    words = [reading.sentence.words[each] for each in reading.clause.after[:4]]
    return (
        bool(words)
        and words[0].low in ("on", "in")
        and any(reading.sentence.grammar.has("programmes", word.low) for word in words)
    )


def _is_decided(reading: Reading) -> bool:
    """ "her decision to cancel a meeting"; near-miss: "her threat to cancel a meeting"."""
    first = reading.clause.words[0] - 1 if reading.clause.words else -1
    return first >= 0 and reading.sentence.has("decisions", first)


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


def _is_by_another(position: str, reading: Reading) -> bool:
    """ "The meeting was arranged by a bishop": told of as held; "was arranged for May" looks ahead."""
    said_by = any(phrase.preposition == "by" for phrase in reading.after)
    return position == "subject" and said_by and reading.is_in("organises")


def _is_planned(word: Word, grammar: Grammar) -> bool:
    return any(sense.name in grammar.classes["plans"] for sense in grammar.senses.get(word.low, ()))


def event_status(event: Event, position: str, reading: Reading) -> Status | None:
    sentence = reading.sentence
    status = standing(reading.clause, sentence.words, sentence.grammar)
    negated = is_negated(reading.clause, sentence.words, sentence.grammar).is_negated
    if position == "occasion" and event.phrase.preposition == "for" and _is_set_date(reading):
        return None
    first = sentence.words[reading.clause.after[0]].low if reading.clause.after else ""
    if position == "occasion" and "be" in reading.verbs and sentence.grammar.has("doubts", first):
        # "is ready for talks with B".
        return None
    for_event = position == "occasion" and event.phrase.preposition == "for"
    if for_event and "be" in reading.verbs and status is Status.DENIED:
        # "There are no topics forbidden for the talks with B".
        return None
    if for_event and status is Status.HAPPENED and reading.is_passive and reading.is_in("plans"):
        # "is set for talks with B".
        return Status.PLANNED
    if position == "occasion" and event.phrase.preposition == "for" and is_dated_ahead(reading):
        return Status.DENIED if negated else Status.PLANNED
    if _is_unsettled(reading):
        if position == "subject" and _is_announced(event, reading):
            # "The planned meeting is in doubt", "The meeting set for Friday is in doubt".
            return Status.CANCELLED if is_ruled_out(reading) else Status.PLANNED
        return Status.DENIED if is_ruled_out(reading) else None
    if position == "object" and "await" in reading.verbs and status is Status.HAPPENED:
        # "are in Northtown awaiting Monday's talks".
        return Status.PLANNED
    if position == "subject" and not negated and _is_off(reading):
        return Status.CANCELLED
    if position == "subject" and status is Status.HAPPENED and reading.is_in("lapses"):
        # "The talks, set for May, collapsed" before they were held; near-miss: "The talks collapsed in May".
        behind = any(sentence.words[each].tag is Tag.DATE for each in reading.clause.after)
        return Status.CANCELLED if _is_announced(event, reading) and not behind else status
    if position == "subject" and negated and reading.is_in("resumes"):
        # "A sixth round was adjourned and has never been resumed".
        return None
    if position == "subject" and status is Status.DENIED and not negated and _has_failed(reading):
        # "The talks failed to bring an agreement"; near-miss: "failed to take place".
        return Status.HAPPENED
    if position == "subject" and negated and _says_how_it_was(reading):
        # "The visit was not the last", "The meeting was not announced".
        return Status.HAPPENED
    if status is Status.HAPPENED and any(sentence.has("undefined", each) for each in event.modifiers):
        # "before any meeting with B".
        return None
    if any(sentence.has("cancelled_event", each) for each in event.modifiers):
        # "will hold the postponed talks on Thursday"; near-miss: "the postponed talks".
        done = position == "object" and (reading.is_in("takes_part") or reading.is_in("organises"))
        return status if done else Status.CANCELLED
    if position == "occasion" and "invite" in reading.verbs and event.phrase.preposition in ("to", "for"):
        # "was invited to talks with B".
        return Status.PLANNED if status is Status.HAPPENED else None
    if position == "occasion" and drops_plans(event, reading):
        return Status.CANCELLED
    if any(sentence.has("earlier_event", each) for each in event.modifiers) and position != "object":
        return Status.HAPPENED
    would = any(sentence.grammar.has("modals-reported", sentence.words[e].low) for e in reading.clause.chain)
    if position == "subject" and would and "be" in reading.verbs and not dates_of(reading):
        # "A meeting would be useful".
        return None
    if position == "subject" and "be" in reading.verbs and reading.after:
        said = [sentence.words[each].low for each in reading.clause.after[:2]]
        if not negated and said and sentence.grammar.has("may_be", said[0]) and dates_of(reading):
            # "A third meeting was likely on Friday".
            return Status.PLANNED
        if any(sentence.grammar.has("doubts", low) for low in said):
            return None
        if _is_on_programme(reading):
            return Status.DENIED if negated else Status.PLANNED
        if any(sentence.grammar.has("plans", low) for low in said):
            return Status.DENIED if negated else Status.PLANNED
    if event_kind(event, sentence) is ContactKind.INVITATION and position == "object" and is_answer(reading):
        return Status.HAPPENED
    if position in ("object", "subject") and (position == "object" or reading.is_passive):
        if reading.is_in("cancels") and _has_begun(event, reading):
            return Status.HAPPENED
        if reading.is_in("cancels"):
            # "may cancel", "did not cancel": it is planned all the same.
            done = status in (Status.HAPPENED, Status.PLANNED) or _is_decided(reading)
            return Status.CANCELLED if done else Status.PLANNED
        if reading.is_in("refuses") and status is None:
            # "threatened to prevent the talks".
            return None
        if reading.is_in("refuses") and not reading.is_in("takes_part"):
            if position == "subject" and not negated and _is_announced(event, reading):
                # "A meeting arranged for May was forbidden".
                return Status.CANCELLED
            return None if negated else Status.DENIED
        if reading.is_in("doubts"):
            return None
        if reading.is_in("reports") and (status is not Status.HAPPENED or _is_by_papers(reading)):
            return None
        if reading.is_in("plans") and not _is_by_another(position, reading):
            if status is None or status is Status.DENIED:
                # "is trying to arrange a meeting", "failed to arrange a meeting".
                return status
            return Status.DENIED if negated else Status.PLANNED
        if (
            position == "object"
            and status is Status.DENIED
            and not (reading.is_in("takes_part") or reading.is_in("organises") or "be" in reading.verbs)
        ):
            return None
    if reading.is_in("moves_events") and not reading.is_in("cancels") and (negated or not dates_of(reading)):
        # "has not been moved to Friday", "has been moved to Westford": it says of no day that it was held.
        return None
    if position == "object" and status is Status.PLANNED and not _may_hold(reading):
        # "agreed to intensify the talks with B": of no talks in particular.
        return None
    if position == "subject" and reading.is_in("cancels") and reading.object is None:
        return Status.CANCELLED if status is Status.HAPPENED else Status.PLANNED
    if position == "subject" and status is Status.DENIED and _is_announced(event, reading):
        return Status.CANCELLED
    if position == "subject" and not tells_event(reading) and status is not Status.HAPPENED:
        # "Talks with B would harm us": of no talks in particular.
        return None
    presupposes = position == "occasion" and sentence.grammar.has("presupposing", event.phrase.preposition)
    future = any(sentence.words[each].tag is Tag.MODAL for each in reading.clause.chain)
    denied = reading.clause.kind is Kind.CONTENT and status is Status.DENIED
    if presupposes and not future and status is not Status.HAPPENED and not (denied and not negated):
        # "At talks with B, A refused to …": what was done there does not touch the talks.
        return (
            Status.HAPPENED if not is_hypothetical(reading.clause, sentence.words, sentence.grammar) else None
        )
    if any(sentence.has("planned_event", each) for each in event.modifiers) and status is Status.HAPPENED:
        return Status.PLANNED
    return status


def tells_event(reading: Reading) -> bool:
    """Whether what follows the verb is about the event that is its subject ("talks took place with B")."""
    return (
        reading.is_passive
        or "be" in reading.verbs
        or any(reading.is_in(kind) for kind in ("happens", "plans", "cancels"))
    )
