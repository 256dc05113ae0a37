"""Extract: an event that was not held, told without its people, in; those of the series that it is of, out.

"A meeting planned for May was put off", "The next round is to open on 4 May": of those who have met before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.said_of_events import is_announced
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.signs.others import is_with_others, others_named
from build_scripts.extract.contacts.signs.people import bodies
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told
from build_scripts.models import ContactKind, Status

_NOT_HELD = (Status.PLANNED, Status.CANCELLED, Status.DENIED)
_FAR = 6
"""Sentences, at most, back to the contact of which "a second trip" is one more."""
_WHOSE = ("by", "of", "with", "between", "among", "from", "for", "to")
"""Before those whose event it is, known or not: "a visit by the mayor", "a meeting of the farmers"."""


def one_more(draft: Draft, sentence: Sentence, told: Sequence[Told], number: int) -> Draft:
    """The draft with the people of the contacts told before it, where it names nobody itself.

    Near-misses: "A meeting with the mayor was put off", "A visit by a bishop is planned for May", and any
    event without a day of its own.
    """
    event = draft.event
    if event is None or draft.status not in _NOT_HELD or draft.parties or draft.is_occasion:
        return draft
    reading = reading_of(draft.clause, sentence)
    if event.at not in draft.clause.words or not _has_own_day(draft, event, sentence):
        return draft
    if reading.is_in("interrupts") and not is_announced(event, reading):
        # "The talks were suspended on 4 May": they had begun.
        return draft
    if sentence.is_owned(event) or _is_of_others(event, reading):
        return draft
    before = [each for each in reversed(told) if _is_like(each, draft, number)]
    plan = next((each for each in before if _is_of_that_time(each.draft, draft)), None)
    if plan is not None:
        # "A and B are to meet next week. It has a room for next week's meeting": theirs.
        return replace(draft, parties=tuple(replace(party, at=-1) for party in plan.parties))
    if draft.kind is ContactKind.VISIT:
        return _same_journey(draft, before, number)
    people = those_of_series(before, told, sentence, number, sentence.has("series_events", event.at))
    return replace(draft, parties=tuple(replace(party, at=-1) for party in people))


def _has_own_day(draft: Draft, event: Event, sentence: Sentence) -> bool:
    """Whether the event has a date, finer than a year; not: "On 4 May they agreed on four rounds"."""
    for when in draft.dates:
        if when.at < 0 or edtf.precision(when.edtf) == "year":
            continue
        if when.at in draft.clause.words:
            return event.at in draft.clause.before or when.at > event.at or when.at in event.modifiers
        for other in sentence.clauses:
            if when.at in other.words:
                reading = reading_of(other, sentence)
                told = standing(other, sentence.words, sentence.grammar)
                return reading.is_in("plans") or reading.is_in("doubts") or told is not Status.HAPPENED
    return False


def _is_of_that_time(plan: Draft, draft: Draft) -> bool:
    """Whether one told before was planned for the days of the draft."""
    days = ((one.edtf, other.edtf) for one in plan.dates for other in draft.dates)
    return plan.status is Status.PLANNED and any(edtf.overlaps(*each) for each in days)


def _is_like(told: Told, draft: Draft, number: int) -> bool:
    """Whether a contact told before is of the kind of the draft, and one that somebody stands for.

    "A has never been to the capital. A trip planned for May was cancelled": A's.
    """
    family = TOGETHER if draft.kind in TOGETHER else (draft.kind,)
    denied = told.draft.status is Status.DENIED
    never = denied and draft.kind is ContactKind.VISIT and number - told.number == 1
    return bool(told.reports) and (never or not denied) and told.draft.kind in family and len(told.sides) == 2


def _is_of_others(event: Event, reading: Reading) -> bool:
    """Whether somebody else, or somebody unknown, is named as taking part or as making the journey."""
    sentence, clause = reading.sentence, reading.clause
    phrases = (*reading.before, *reading.after)
    grounds = {each for phrase in phrases if _is_ground(phrase) for each in phrase.words}
    why = next((n for n, part in enumerate(reading.after) if sentence.has_preposition("reasons", part)), None)
    if why is not None:
        # "because of the fighting in the hills near Westford".
        grounds |= {each for part in reading.after[why:] for each in part.words}
    trip = sentence.grammar.events[sentence.words[event.at].low] is ContactKind.VISIT
    if others_named((each for each in clause.words if each not in grounds), sentence, trip=trip):
        return True
    if is_with_others(Sign(ContactKind.MEETING, event.at, Use.EVENT), reading):
        return True
    agents = () if not reading.is_passive else tuple(p for p in reading.after if p.preposition == "by")
    people = sentence.grammar.nouns("offices", "groups", "own_bodies", "acting_offices")
    return any(
        phrase.preposition in _WHOSE
        and (
            sentence.parties(phrase.words) or any(sentence.words[each].low in people for each in phrase.words)
        )
        for phrase in phrases
        if phrase not in agents
    )


def _is_ground(phrase: Phrase) -> bool:
    """ "after a raid", "over a quarrel", "by the mediator": when, what about, and who saw to it."""
    return phrase.preposition in ("after", "by", "over")


def _same_journey(draft: Draft, before: Sequence[Told], number: int) -> Draft:
    """ "A has been to the capital twice. A trip planned for May was cancelled": A's, to the capital."""
    home = draft.place.home if draft.place is not None else ""
    for told in before:
        place = told.draft.place
        if number - told.number > _FAR:
            break
        if place is None or not place.home or home not in ("", place.home):
            continue
        people = tuple(replace(party, at=-1) for party in told.parties)
        return replace(draft, parties=people, place=replace(place, at=-1))
    return draft


def those_of_series(
    before: Sequence[Told], told: Sequence[Told], sentence: Sentence, number: int, of_bodies: bool
) -> tuple[Party, ...]:
    """Those who met last, where that was just told or the same have met all along; else their bodies.

    `before` are the contacts of the series, the last one first; `of_bodies` is for rounds and sessions.
    """
    if not before:
        return bodies((), sentence)
    last = before[0]
    far = number - last.number > NEAR
    met = [{party.actor for party in each.parties if party.is_person} for each in before[:2]]
    pair = {party.actor for party in sentence.carried.pair}
    apart = {party.side for party in sentence.carried.pair if party.is_person} >= sentence.world.joined
    since = (each for each in told if each.number > last.number)
    apart = apart and not of_bodies and number - last.number > 1
    if apart and not any(pair <= {party.actor for party in each.parties} for each in since):
        # "A first attempt to bring A and B together failed. An encounter planned for May was cancelled."
        return sentence.carried.pair
    alike = all(each == met[0] for each in met)
    same_all_along = len(met) > 1 and alike and number - last.number <= _FAR
    if same_all_along or (number - last.number <= 1 and (alike or not of_bodies)):
        return last.parties
    return bodies(last.parties, sentence) or (last.parties if alike and not far else ())
