"""Extract: a noun of an event in its clause in, whether the event was held, planned or called off out."""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.conditions import is_hypothetical
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.event_words import drops_plans, event_kind
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import is_span
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.said_of_events import (
    comes_for,
    has_begun,
    has_failed,
    has_resolved,
    is_announced,
    is_answer,
    is_by_another,
    is_by_papers,
    is_dated_ahead,
    is_decided,
    is_judged,
    is_made_known,
    is_off,
    is_on_programme,
    is_ruled_out,
    is_set_date,
    is_unsettled,
    may_hold,
    says_how_it_was,
    says_nothing_of,
)
from build_scripts.extract.contacts.sentence import Event
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_HAPPENS = frozenset({"take place", "happen", "occur", "go ahead"})


def event_status(event: Event, position: str, reading: Reading) -> Status | None:
    sentence = reading.sentence
    status = standing(reading.clause, sentence.words, sentence.grammar)
    negated = is_negated(reading.clause, sentence.words, sentence.grammar).is_negated
    if is_set_date(reading) and (status is Status.DENIED or event.phrase.preposition == "for"):
        # "No date has been set for talks", "No date was set to resume the talks".
        return None
    if position == "subject" and is_made_known(event, reading):
        # "The meeting was announced in a dispatch": of no other one than that spoken of.
        return None
    if position == "subject" and not negated and has_resolved(reading):
        return Status.HAPPENED
    first = sentence.words[reading.clause.after[0]].low if reading.clause.after else ""
    if position == "occasion" and "be" in reading.verbs and sentence.grammar.has("doubts", first):
        # "is ready for talks with B".
        return None
    their = any(sentence.has("possessives", each) for each in event.modifiers)
    at_it = position == "occasion" and event.phrase.preposition in ("at", "during", "in", "after")
    if at_it and their and status is Status.DENIED and reading.clause.kind is Kind.CONTENT and not negated:
        # "denied that she had threatened B at their meeting": of which nobody says that it was not.
        return Status.HAPPENED
    for_event = position == "occasion" and event.phrase.preposition == "for"
    behind = bool(reading.clause.chain) and event.at > reading.clause.chain[-1]
    if for_event and behind and reading.is_in("doubts"):
        # "appealed for a meeting with B", "pressed for talks".
        return None
    if for_event and _are_prepared(reading):
        return Status.DENIED if negated else Status.PLANNED
    if position == "occasion" and status is Status.DENIED and says_nothing_of(reading):
        return Status.HAPPENED
    if for_event and status is Status.DENIED and ("be" in reading.verbs or not comes_for(reading)):
        # "There are no topics forbidden for the talks with B", "did not bode well for the talks".
        return None
    owned = any(sentence.has("possessives", each) for each in event.modifiers)
    if position == "occasion" and owned and event.phrase.preposition == "in" and has_failed(reading):
        # "failed to set a date in their meeting".
        return Status.HAPPENED
    if for_event and status is Status.HAPPENED and reading.is_passive and reading.is_in("plans"):
        # "is set for talks with B".
        return Status.PLANNED
    if position == "occasion" and event.phrase.preposition == "for" and is_dated_ahead(reading):
        return Status.DENIED if negated else Status.PLANNED
    if is_unsettled(reading):
        if position == "subject" and is_announced(event, reading):
            # "The planned meeting is in doubt", "The meeting set for Friday is in doubt".
            return Status.CANCELLED if is_ruled_out(reading) else Status.PLANNED
        return Status.DENIED if is_ruled_out(reading) else None
    if position == "object" and "await" in reading.verbs and status is Status.HAPPENED:
        # "are in Northtown awaiting Monday's talks".
        return Status.PLANNED
    if position == "subject" and not negated and is_off(reading):
        return Status.CANCELLED
    if position == "subject" and status is Status.HAPPENED and reading.is_in("lapses"):
        # "The talks, set for May, collapsed" before they were held; near-miss: "The talks collapsed in May".
        behind = sentence.has_date(reading.clause.after)
        return Status.CANCELLED if is_announced(event, reading) and not behind else status
    if position == "subject" and negated and reading.is_in("resumes"):
        # "A sixth round was adjourned and has never been resumed".
        return None
    if position == "subject" and status is Status.DENIED and not negated and has_failed(reading):
        # "The talks failed to bring an agreement"; near-miss: "failed to take place".
        return Status.HAPPENED
    if position == "subject" and negated and says_how_it_was(reading):
        # "The visit was not the last", "The meeting was not announced".
        return Status.HAPPENED
    if status is Status.HAPPENED and sentence.has_any("undefined", event.modifiers):
        # "before any meeting with B".
        return None
    if sentence.has_any("cancelled_event", event.modifiers):
        # "will hold the postponed talks on Thursday"; near-miss: "the postponed talks".
        done = position == "object" and (reading.is_in("takes_part") or reading.is_in("organises"))
        return status if done else Status.CANCELLED
    if position == "occasion" and "invite" in reading.verbs and event.phrase.preposition in ("to", "for"):
        # "was invited to talks with B".
        return Status.PLANNED if status is Status.HAPPENED else None
    if position == "occasion" and drops_plans(event, reading):
        return Status.CANCELLED
    off = status is Status.DENIED and reading.verbs & _HAPPENS
    if sentence.has_any("earlier_event", event.modifiers) and position != "object" and not off:
        # Near-miss: "The last round failed to take place".
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
        if is_on_programme(reading):
            return Status.DENIED if negated else Status.PLANNED
        if any(sentence.grammar.has("plans", low) for low in said):
            return Status.DENIED if negated else Status.PLANNED
    if event_kind(event, sentence) is ContactKind.INVITATION and position == "object" and is_answer(reading):
        return Status.HAPPENED
    if position in ("object", "subject") and (position == "object" or reading.is_passive):
        if reading.is_in("cancels") and has_begun(event, reading):
            return Status.HAPPENED
        if reading.is_in("cancels"):
            # "may cancel", "did not cancel": it is planned all the same.
            done = status in (Status.HAPPENED, Status.PLANNED) or is_decided(reading)
            return Status.CANCELLED if done else Status.PLANNED
        if reading.is_in("refuses") and status is None:
            # "threatened to prevent the talks".
            return None
        if reading.is_in("refuses") and not reading.is_in("takes_part"):
            if position == "subject" and not negated and is_announced(event, reading):
                # "A meeting arranged for May was forbidden".
                return Status.CANCELLED
            return None if negated else Status.DENIED
        if reading.is_in("doubts"):
            return None
        if reading.is_in("reports") and (status is not Status.HAPPENED or is_by_papers(reading)):
            return None
        if reading.is_in("plans") and position == "object" and is_judged(reading):
            # "Nobody expects the third meeting to be the last".
            return None
        if reading.is_in("plans") and not is_by_another(position, reading):
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
    kept_up = sentence.has("loose", event.at) and reading.is_in("keeps_up") and not dates_of(reading)
    if position == "object" and status is Status.PLANNED and (kept_up or not may_hold(reading)):
        # "agreed to intensify the talks with B": of no talks in particular.
        return None
    alone = reading.object is None or is_span(reading.object, sentence.words)
    if position == "subject" and reading.is_in("cancels") and alone:
        return Status.CANCELLED if status is Status.HAPPENED else Status.PLANNED
    never = position == "subject" and status is Status.DENIED
    if never and (is_announced(event, reading) or reading.is_in("comes_off")):
        # "The meeting did not come off", "The meeting proposed for May was not held".
        return Status.CANCELLED
    if position == "subject" and not tells_event(reading) and status is not Status.HAPPENED:
        # "Talks with B would harm us": of no talks in particular.
        return None
    presupposes = position == "occasion" and sentence.grammar.has("presupposing", event.phrase.preposition)
    future = _is_still_to_come(reading)
    denied = reading.clause.kind is Kind.CONTENT and status is Status.DENIED
    if presupposes and not future and status is not Status.HAPPENED and not (denied and not negated):
        # "At talks with B, A refused to …": what was done there does not touch the talks.
        return (
            Status.HAPPENED if not is_hypothetical(reading.clause, sentence.words, sentence.grammar) else None
        )
    if sentence.has_any("planned_event", event.modifiers) and status is Status.HAPPENED:
        return Status.PLANNED
    return status


def _is_still_to_come(reading: Reading) -> bool:
    """ "will raise it in talks with B", "is to raise it there", "A to raise it there"; not: "refused to"."""
    words, chain = reading.sentence.words, reading.clause.chain
    lows = [words[each].low for each in chain[:2]]
    is_to = lows[1:] == ["to"] and reading.sentence.grammar.has("forms_of_be", lows[0])
    bare = lows[:1] == ["to"] and reading.clause.kind is not Kind.INFINITIVE
    return is_to or bare or any(words[each].tag is Tag.MODAL for each in chain)


def _are_prepared(reading: Reading) -> bool:
    """ "Preparations are under way for a meeting": still to come; not: "Preparations for it were long"."""
    subject = reading.own_subject[0].words if reading.own_subject else ()
    return bool(subject) and "be" in reading.verbs and reading.sentence.has("plan_nouns", subject[-1])


def tells_event(reading: Reading) -> bool:
    """Whether what follows the verb is about the event that is its subject ("talks took place with B")."""
    return (
        reading.is_passive
        or "be" in reading.verbs
        or any(reading.is_in(kind) for kind in ("happens", "plans", "cancels"))
    )
