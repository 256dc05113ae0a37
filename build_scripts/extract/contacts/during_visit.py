"""Extract: a clause of what was planned or refused during a visit in, the visit out: that was made.

"was expected to see B during his visit to the capital, which began on Tuesday", "B refused to see A during
his last visit in May".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dates_in_phrases import When, of_phrases, precise
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.event_words import event_kind
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Event
from build_scripts.extract.contacts.standing import standing
from build_scripts.models import ContactKind, Status

_DURING = ("during", "on")


def during_visit(reading: Reading, main: Draft) -> tuple[Draft, ...]:
    """The visit, where the clause does not tell the rest as done and a date of its own says that it was.

    Near-miss: "is expected to see B during his visit to the capital in November": planned, too.
    """
    if main.status is Status.HAPPENED:
        return ()
    sentence = reading.sentence
    for region in (reading.after, reading.opening):
        for number, phrase in enumerate(region):
            event = sentence.event(phrase) if phrase.preposition in _DURING else None
            if event is None or event_kind(event, sentence) is not ContactKind.VISIT:
                continue
            behind = region[number + 1 :]
            dates = _begun(event, reading) or _last(event, behind, reading)
            draft = event_draft(event, behind, "occasion", reading) if dates else None
            if draft is None:
                continue
            people = draft.parties if draft.place is not None else _guest_and_host(main, reading)
            return (replace(draft, status=Status.HAPPENED, dates=dates, parties=people),)
    return ()


def planned_within(main: Draft, visits: Sequence[Draft]) -> Draft:
    """What was planned for a visit that has begun, without the day of its beginning."""
    taken = {when.at for visit in visits for when in visit.dates}
    if main.status is not Status.PLANNED or not taken:
        return main
    return replace(main, dates=tuple(when for when in main.dates if when.at not in taken))


def _begun(event: Event, reading: Reading) -> tuple[When, ...]:
    """ "his visit, which began on Tuesday"; near-miss: "his visit, which begins on Tuesday"."""
    sentence = reading.sentence
    for other in sentence.clauses:
        if other.kind is not Kind.RELATIVE or other.head != event.at or not other.chain:
            continue
        below = reading_of(other, sentence)
        told = standing(other, sentence.words, sentence.grammar) is Status.HAPPENED
        if told and below.is_in("happens") and not sentence.words[other.chain[-1]].low.endswith("s"):
            return dates_of(below)
    return ()


def _last(event: Event, behind: Sequence[Phrase], reading: Reading) -> tuple[When, ...]:
    """ "his last visit in May"; near-miss: "his next visit in May"."""
    if not reading.sentence.has_any("earlier_event", event.modifiers):
        return ()
    return precise(of_phrases(behind, reading.sentence, False))


def _guest_and_host(main: Draft, reading: Reading) -> tuple[Party, ...]:
    """Of "B refused to see A during his last visit": A, and B's side, where A has no other's home."""
    homes = set(reading.sentence.world.homes.values())
    guests = tuple(party for party in reading.object_parties if party.side not in homes)
    hosts = {party.side for party in main.parties} - {party.side for party in guests}
    return (*guests, *(Party("", side, -1, is_many=True) for side in sorted(hosts) if guests))
