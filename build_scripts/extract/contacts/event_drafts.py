"""Extract: a noun that is a contact ("talks") and the phrases around it in, the contact that it tells out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.company import is_apart, is_of_message, is_of_noun_before
from build_scripts.extract.contacts.dates_in_phrases import When, precise
from build_scripts.extract.contacts.dating import dates_behind, dates_of, since_first
from build_scripts.extract.contacts.draft import (
    CROSSING,
    Draft,
    as_one,
    of_words,
    tells_repetition,
    used_words,
    with_length,
)
from build_scripts.extract.contacts.event_parties import (
    described_parties,
    parties_between,
    possessors,
    subject_joins,
    tellers,
    whose_programme,
)
from build_scripts.extract.contacts.event_standing import event_status
from build_scripts.extract.contacts.event_words import (
    drops_plans,
    event_kind,
    is_by_wire,
    is_imagined,
    is_still_ahead,
    modifying_place,
    own_parties,
)
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.said_of_events import is_dated_ahead, says_what_it_was
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_DIRECTED = (ContactKind.VISIT, ContactKind.CALL, ContactKind.INVITATION, ContactKind.STATEMENT)
"""Kinds whose noun takes a person after "to"."""
_NEAR = 3
"""Words, at most, from "Monday's" to the event that it is the day of."""


def _is_first(event: Event, position: str, reading: Reading) -> bool:
    """ "their first meeting since May", "The meeting, A's first with B since May, …"."""
    aside = {each for phrase in reading.own_subject for each in phrase.words} if position == "subject" else ()
    return reading.sentence.has_any("first_event", (*event.modifiers, *aside))


def _sends(event: Event, reading: Reading) -> bool:
    """ "the letter that A sent": the verb is one that takes a message."""
    messages = event_kind(event, reading.sentence) is ContactKind.STATEMENT
    return messages and any(frame.object == "message" for frame in reading.frames)


def is_done(reading: Reading) -> bool:
    return reading.is_in("takes_part") or reading.is_in("organises")


def _is_made_by_others(rest: Sequence[Phrase], sentence: Sentence) -> bool:
    """ "agreed to meet after a visit by C to the capital": C's; near-miss: "a visit by A"."""
    makers = [
        party for phrase in rest if phrase.preposition == "by" for party in sentence.parties(phrase.words)
    ]
    return bool(makers) and not any(party.side in sentence.world.joined for party in makers)


def _is_beside(phrase: Phrase, event: Event, reading: Reading) -> bool:
    """ "At a news conference with B, A …"; near-miss: "At a news conference A spoke of talks with B"."""
    verb = reading.clause.chain[0] if reading.clause.chain else len(reading.sentence.words)
    return bool(phrase.words) and (phrase.words[0] < verb) == (event.at < verb)


def _is_another(event: Event, sentence: Sentence) -> bool:
    return sentence.has_any("more_of_them", event.modifiers)


def _goes_there(event: Event, rest: Sequence[Phrase], sentence: Sentence) -> bool:
    """ "A trip there by B": to where the contact before it was."""
    near = [each for phrase in (event.phrase, *rest) for each in phrase.words if each > event.at]
    return any(sentence.words[each].low == "there" for each in near[:2])


def _is_of_another(when: When, event: Event, sentence: Sentence) -> bool:
    """ "talks with B paved the way for this week's visit": of the visit; not: "this week's talks"."""
    words, at = sentence.words, when.at
    if at < 0 or at + 1 >= len(words) or words[at + 1].tag is not Tag.POSSESSIVE or at in event.phrase.words:
        return False
    return any(word.low in sentence.grammar.events for word in words[at + 2 : at + 2 + _NEAR])


def _status(event: Event, position: str, reading: Reading) -> Status | None:
    """Its status; "after talks between A and B no deal was in sight" denies the deal, not the talks."""
    told = event_status(event, position, reading)
    words, clause = reading.sentence.words, reading.clause
    behind = any(words[each].tag is Tag.NOT for each in clause.before if each > event.at)
    before = any(words[each].tag is Tag.NOT for each in (*event.modifiers, *clause.chain))
    after = position == "subject" and clause.marker == "after" and behind and not before
    return Status.HAPPENED if told is Status.DENIED and after else told


def event_draft(event: Event, rest: Sequence[Phrase], position: str, reading: Reading) -> Draft | None:
    """A contact told by a noun; nothing where its verb does not make it one."""
    sentence = reading.sentence
    takes_part = position == "object" and (reading.is_in("takes_part") or reading.is_in("organises"))
    takes_part = takes_part or (position == "object" and reading.is_in("refuses"))
    takes_part = takes_part or (position == "object" and _sends(event, reading))
    at_talks = event.phrase.preposition == "at" and not sentence.has("loose", event.at)
    in_talks = event.phrase.preposition == "in" and not (
        sentence.has("loose", event.at) and reading.object is not None
    )
    takes_part = takes_part or ((in_talks or at_talks) and "be" in reading.verbs)
    told_of = position == "hearsay"
    absent = position == "occasion" and "be" in reading.verbs and event.phrase.preposition == "at"
    if absent and is_negated(reading.clause, sentence.words, sentence.grammar).is_negated:
        # "B was not at the meeting".
        return None
    dated = event.phrase.preposition == "for" and is_dated_ahead(reading)
    if is_imagined(event, sentence) and not (told_of or dated or drops_plans(event, reading)):
        return None
    if position == "object" and (says_what_it_was(reading) or reading.verbs & {"return", "repay"}):
        # "returned the visit": another one, the other way round.
        return None
    with_whom = any(phrase.preposition in ("with", "between") for phrase in rest)
    if position == "object" and reading.is_in("leaves_event") and not with_whom:
        # "left the talks": the day on which one was not at them; near-miss: "left a meeting with B".
        return None
    if position == "subject" and sentence.has("loose", event.at) and reading.is_in("lapses"):
        # "Contacts with B broke down in May"; near-miss: "talks with B broke down in May".
        return None
    for_press = sentence.has_any("for_press", event.modifiers)
    shared = any(
        phrase.preposition in ("with", "between") and _is_beside(phrase, event, reading) for phrase in rest
    )
    if for_press and position == "occasion" and not shared and len(own_parties(event, sentence)) < 2:
        # "are to end with a news conference by C".
        return None
    if sentence.has_any("apart_from_each_other", event.modifiers):
        # "A and B attended separate meetings with C".
        return None
    kind = event_kind(event, sentence)
    people = own_parties(event, sentence) + parties_between(event, sentence)
    if kind is ContactKind.VISIT and _is_made_by_others(rest, sentence):
        return None
    own = len(people)
    place = modifying_place(event, sentence)
    partnered = False
    for number, phrase in enumerate(rest):
        if (partnered and is_of_noun_before(number, rest, sentence)) or is_of_message(number, rest, sentence):
            continue
        partnered = partnered or phrase.preposition in ("with", "between")
        if phrase.preposition in ("with", "between", "among", "by", "including", "from", "through"):
            people += sentence.parties(phrase.words)
        elif phrase.preposition == "under":
            # "will hold its first session under the ministers A and B"; not "under the auspices of C".
            people += tuple(one for one in sentence.parties(phrase.words) if one.is_person)
        elif phrase.preposition in ("on", "upon") and kind is ContactKind.CALL and "pay" in reading.verbs:
            # "paid a courtesy call on B".
            kind = ContactKind.MEETING
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("for", "to") and sentence.has("hospitality", event.at):
            # "gave a dinner for B".
            people += sentence.parties(phrase.words)
        elif phrase.preposition == "in" and sentence.has_any("honoured", phrase.words):
            people += sentence.parties(phrase.words)
        elif phrase.preposition in ("in", "at", "near", "to", "outside"):
            place = place or sentence.place(phrase)
            wished = sentence.has_any("at_whose_wish", phrase.words)
            if phrase.preposition == "at" and place is None and kind is ContactKind.MEETING and not wished:
                # "held talks at the ministry": with its people.
                people += tuple(one for one in sentence.parties(phrase.words) if not one.is_person)
            # "a trip to Southland", to no place of its home.
            abroad = place is None or not place.home
            if phrase.preposition == "to" and abroad and kind in _DIRECTED:
                people += sentence.parties(phrase.words)
    named = (
        {each for phrase in reading.own_subject for each in phrase.words} if position == "subject" else set()
    )
    described, where, dates = described_parties(
        event, named | set(event.phrase.words), reading.clause, sentence
    )
    if kind in (ContactKind.STATEMENT, ContactKind.CALL) and position == "subject":
        # "A letter from A reached B".
        people += reading.object_parties if reading.is_in("arrives") else ()
    if len({party.side for party in people} & sentence.world.joined) == 1:
        people += tellers(reading, position)
    people += reading.leading_those_met if own < len(people) else ()
    whole = len({party.side for party in people} & sentence.world.joined) == 2
    if whole and is_done(reading) and is_apart(reading.subject, people, reading):
        return None
    others = people[own:]
    if not whole and position == "occasion":
        # "At a dinner given by B, A …", "In a letter to B, A …": A was there, A wrote it.
        written = kind is ContactKind.STATEMENT and reading.is_in("to_ones_face")
        during = event.phrase.preposition not in ("after", "following", "before", "since")
        told_to = reading.object_parties if (kind is ContactKind.CALL and during) or written else ()
        people += told_to
        shown = {party.side for party in (*others, *described, *reading.subject, *told_to)}
        shown &= sentence.world.joined
        apart = not {party.side for party in reading.subject} >= shown
        whole = len(shown) == 2 and (apart or sentence.has("hospitality", event.at))
    people += whose_programme(event, sentence)
    if position == "occasion" and not people and reading.is_in("to_ones_face"):
        # "At a meeting in May, A promised B a truce": both were there; not "A criticised B at a meeting".
        met = tuple(one for one in (*reading.subject, *reading.object_parties) if one.is_person)
        people += met if {one.side for one in met} >= sentence.world.joined else ()
    takes_part = takes_part or told_of
    shown = {party.side for party in (*people, *described)} & sentence.world.joined
    there = place or where
    visits = kind is ContactKind.VISIT and there is not None and bool(there.home) and bool(shown)
    known = takes_part or whole or visits or len(shown) == 2 or is_by_wire(event, sentence)
    if sentence.has("loose", event.at) and not known:
        return None
    if position == "subject" and reading.is_in("involves"):
        people += reading.object_parties
    joins = subject_joins(event, position, people, reading)
    if joins and position == "occasion" and reading.is_passive:
        # "was agreed by A and B during talks".
        for phrase in reading.after:
            people += sentence.parties(phrase.words) if phrase.preposition == "by" else ()
    people += described + (reading.subject if joins else ()) + possessors(event, reading)
    negation = is_negated(reading.clause, sentence.words, sentence.grammar)
    own_dates = dates_of(reading, negation.asserts)
    confirming = sentence.has_any("confirming", reading.clause.chain)
    if (position == "subject" and reading.is_passive and confirming) or (
        kind is ContactKind.INVITATION and position == "object" and reading.is_in("refuses")
    ):
        # The day is that of the refusal, or of the words.
        own_dates = ()
    own_dates = tuple(when for when in own_dates if not _is_of_another(when, event, sentence))
    if position == "occasion" and kind in CROSSING:
        own_dates = of_words(own_dates, reading)
    if (
        position == "subject"
        and negation.is_negated
        and reading.is_in("plans")
        and _is_another(event, sentence)
    ):
        # "No other sessions were scheduled": nothing is said to have been off.
        return None
    ahead = position == "occasion" and is_still_ahead(event.at, event.phrase, reading)
    if ahead and len({party.side for party in people} & sentence.world.joined) < 2:
        # "Ahead of the talks, A said …": not of those just told of.
        return None
    if _is_first(event, position, reading):
        own_dates = since_first(own_dates, (*reading.after, *reading.own_subject), sentence)
        if not own_dates and says_what_it_was(reading, dated=False):
            return None
    elif kind is not ContactKind.VISIT and sentence.has_any("one_more", event.modifiers):
        # "It is their fourth meeting since May": of the fourth it says no day.
        own_dates = tuple(when for when in own_dates if not when.edtf.endswith("/.."))
    if position == "object" and reading.is_in("cancels"):
        # "postponed until September a visit planned for May": May.
        own_dates = tuple(when for when in own_dates if not when.edtf.startswith("../"))
    if position == "subject" and reading.is_in("cancels"):
        # "planned for May, was called off after a raid in April": May.
        own_dates = dates or tuple(when for when in own_dates if "/" not in when.edtf)
    if position in ("object", "subject") and not (own_dates or dates):
        dates = dates_behind(event.at, reading)
    if kind is ContactKind.MEETING and (
        described
        or (
            reading.is_in("organises")
            and not (reading.is_in("takes_part") or reading.is_in("arranges_it"))
            and not whole
        )
    ):
        kind = ContactKind.CONFERENCE
    return Draft(
        clause=reading.clause,
        kind=kind,
        status=None if ahead else _status(event, position, reading),
        parties=tuple(dict.fromkeys(people)),
        place=place or where,
        dates=()
        if ahead
        else with_length(as_one(own_dates or precise(dates), event, sentence), event, reading),
        event=event,
        used=used_words(reading.clause, people),
        home_counts=kind not in CROSSING,
        is_occasion=position == "occasion",
        is_other=sentence.has_any("other_event", event.modifiers),
        is_repeated=tells_repetition(reading.clause.words, sentence),
        is_return=kind is ContactKind.VISIT and _goes_there(event, rest, sentence),
    )
