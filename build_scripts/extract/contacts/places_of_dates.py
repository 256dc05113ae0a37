"""Extract: a contact with several dates in, the same with the place of one of them out.

"They met in Eastport in January and in Westford in May", "on 2 May in Eastport and on 3 June in Westford".
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace

from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence

_WHERE = ("in", "at", "to")


def at_its_place(draft: Draft, when: When, sentence: Sentence) -> Draft:
    """The contact of one of its dates, where that was: places stand all before their dates, or all behind.

    Near-miss: "met in Eastport in January and May", where one place is that of both.
    """
    days = sorted(each.at for each in draft.dates if each.at >= 0)
    if draft.place is None or when.at < 0 or len(days) < 2:
        return draft
    places = sorted(_named(draft, sentence), key=lambda place: place.at)
    if len(places) < 2:
        return draft
    spots = [place.at for place in places]
    if spots[0] < days[0]:
        return replace(draft, place=places[max(bisect(spots, when.at) - 1, 0)])
    behind = bisect(spots, when.at)
    return replace(draft, place=places[min(behind, len(places) - 1)])


def _named(draft: Draft, sentence: Sentence) -> Iterator[Place]:
    """The places that its clause names."""
    reading = reading_of(draft.clause, sentence)
    for phrase in (*reading.opening, *reading.after):
        if phrase.preposition in _WHERE and (place := sentence.place(phrase)) is not None:
            yield place
