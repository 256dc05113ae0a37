"""Extract: a contact as one clause tells it, before what earlier sentences give is added."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.dates_in_phrases import When, days_of, lasting
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.records import record
from build_scripts.models import ContactKind, Status

CROSSING = (ContactKind.STATEMENT, ContactKind.INVITATION, ContactKind.CALL)
"""Kinds that need someone of each side: being in a place does not make one."""
_ABOUT = ("about", "for", "on", "over", "regarding", "concerning")


@record
class Draft:
    """A contact as one clause tells it, before what earlier sentences give is added."""

    clause: Clause
    kind: ContactKind
    status: Status | None
    parties: tuple[Party, ...]
    place: Place | None
    dates: tuple[When, ...]
    event: Event | None = None
    used: tuple[int, ...] = ()
    home_counts: bool = True
    is_other: bool = False
    """Another event than the one spoken of ("the previous meeting")."""
    is_by_the_way: bool = False
    """Only named, as what has been ("since last week's talks"): no headline is about it."""
    is_repeated: bool = False
    is_return: bool = False
    """ "returned in May": to where the last contact was."""
    is_rumour: bool = False
    """Told by nobody who stands for it ("rumours of talks"): a denial may still speak of it."""
    is_occasion: bool = False
    """Named as where something else was done ("at the talks"): the verb is not about it."""

    def sides(self, joined: frozenset[str]) -> frozenset[str]:
        """The sides that take part, the one at whose home it is included."""
        found = {party.side for party in self.parties if party.side}
        if self.home_counts and self.place is not None and self.place.home:
            found.add(self.place.home)
        return frozenset(found & joined) if joined else frozenset(found)


def with_length(dates: tuple[When, ...], event: Event | None, reading: Reading) -> tuple[When, ...]:
    """ "began a three-day meeting on May 4": the days that it lasts."""
    if event is None or len(dates) != 1:
        return dates
    days = days_of(event.modifiers, reading.sentence)
    return (lasting(dates[0], days, backwards=reading.is_in("ends_event")),) if days else dates


def as_one(dates: tuple[When, ...], event: Event, sentence: Sentence) -> tuple[When, ...]:
    """ "the second round, on 10 and 11 December": one event of two days; "meetings on …": two."""
    low = sentence.words[event.at].low
    if len(dates) < 2 or (low.endswith("s") and low != "talks"):
        return dates
    days = [edtf.bounds(when.edtf) for when in dates]
    if any(day is None or day[0] != day[1] for day in days):
        return dates
    first = [day[0] for day in days if day is not None]
    if any((later - earlier).days != 1 for earlier, later in pairwise(first)):
        return dates
    joined = f"{dates[0].edtf}/{dates[-1].edtf}"
    return (When(joined, f"{dates[0].words} and {dates[-1].words}", dates[0].at),)


def as_one_stay(draft: Draft) -> Draft:
    """ "went there on 1 and 2 May": one visit of two days; near-miss: "on 1 and 8 May"."""
    ends = [edtf.bounds(when.edtf) for when in draft.dates]
    if draft.kind is not ContactKind.VISIT or len(ends) != 2:
        return draft
    first, second = ends
    if first is None or second is None or first[0] != first[1] or second[0] != second[1]:
        return draft
    if (second[0] - first[0]).days != 1:
        return draft
    one, other = draft.dates
    return replace(draft, dates=(When(f"{one.edtf}/{other.edtf}", f"{one.words} and {other.words}", one.at),))


def of_words(dates: tuple[When, ...], reading: Reading) -> tuple[When, ...]:
    """The first of "in a letter of 4 May A asked for talks on 5 June", "rang B today about Friday's talks".

    Near-miss: "sent a letter on 4 May".
    """
    sentence = reading.sentence
    for phrase in reading.after:
        event = sentence.event(phrase) if phrase is reading.object or phrase.preposition in _ABOUT else None
        if event is not None and sentence.grammar.events[sentence.words[event.at].low] not in CROSSING:
            return tuple(when for when in dates if when.at < event.phrase.words[0])
    return dates


def tells_repetition(indices: Iterable[int], sentence: Sentence) -> bool:
    """ "repeatedly", "several delegations", "on many occasions"; near-miss: "several days"."""
    grammar, words = sentence.grammar, sentence.words
    if sentence.lows.isdisjoint(grammar.nouns("repeated", "quantities")):
        return False
    counted = grammar.nouns("groups", "occurrences")
    for each in indices:
        if sentence.has("repeated", each):
            return True
        if sentence.has("quantities", each):
            following = [word.low for word in words[each + 1 : each + 4]]
            if any(low in grammar.events or low in counted for low in following):
                return True
    return False


def used_words(clause: Clause, people: Iterable[Party]) -> tuple[int, ...]:
    """The words that carry it; those of people carried over from other sentences are not among them."""
    return tuple(sorted({*clause.words, *(party.at for party in people if party.at >= 0)}))
