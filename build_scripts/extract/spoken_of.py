"""Extract: a sentence and the persons named in it in; of whom it speaks, if it is one person, out."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from build_scripts.extract.named import Named
from build_scripts.extract.person_words import PersonWords

_COMMAS = 4
"""Commas behind which the subject of a sentence is looked for: "In May, on a visit, Arden said"."""


class Turn(Enum):
    """What a sentence does to the person that was spoken of last."""

    STAYS = auto()
    """Its subject is no person: "No meeting is planned."."""
    GOES_ON = auto()
    """Its subject is a pronoun."""
    ENDS = auto()
    """Its subject is several persons, or one whom nobody knows."""
    BEGINS = auto()
    """Its subject is a person."""


def subject(text: str, named: Sequence[Named], words: PersonWords) -> tuple[Turn, str]:
    """The subject of a sentence, if it is a person: his id, or the pronoun.

    Looked for at the beginning and behind the first commas, an opening phrase or clause before it.
    """
    apposed = _apposed(text, named, words)
    if apposed:
        return Turn.BEGINS, apposed
    begin = 0
    for _ in range(_COMMAS):
        lead = words.subject_lead.match(text, begin)
        at = lead.end() if lead else begin
        is_fronted = not begin and words.fronting.match(text)
        found = None if is_fronted else _subject_at(text, at, named, words)
        if found is not None:
            return found
        comma = text.find(",", begin)
        if comma < 0 or not (begin or is_fronted):
            break
        begin = comma + 1
    return Turn.STAYS, ""


def _apposed(text: str, named: Sequence[Named], words: PersonWords) -> str:
    """ "The head of state, Lt. Gen. Arden, left": the person between the commas behind an office."""
    comma = text.find(",")
    if comma < 0 or not words.opening_office.match(text, 0, comma):
        return ""
    first = next((name for name in named if name.start > comma), None)
    if first is None or not first.is_person or text[first.end : first.end + 1] != ",":
        return ""
    lead = words.subject_lead.match(text, comma + 1)
    return first.actor if lead is not None and lead.end() == first.start else ""


def _subject_at(text: str, at: int, named: Sequence[Named], words: PersonWords) -> tuple[Turn, str] | None:
    for place, name in enumerate(named):
        if name.start == at:
            if text[name.end : name.end + 1] == "'":
                return (Turn.ENDS, "") if words.possessed_person.match(text, name.end) else (Turn.STAYS, "")
            title = (
                words.title_between.fullmatch(text, name.end, named[place + 1].start)
                if (place + 1 < len(named))
                else None
            )
            if title and not name.is_person:
                at = named[place + 1].start  # "Ministry spokesman Arden"
                continue
            if not name.is_person:
                return Turn.STAYS, ""
            is_alone = not words.joined.match(text, name.end)
            return (Turn.BEGINS, name.actor) if is_alone else (Turn.ENDS, "")
    first = next((name for name in named if name.start > at), None)
    if first is not None and first.is_person and words.capital_titles.fullmatch(text, at, first.start):
        return _subject_at(text, first.start, named, words)  # "Planters' Spokesman Birch"
    pronoun = words.subject_pronoun.match(text, at)
    if pronoun:
        return Turn.GOES_ON, pronoun.group()
    if words.unknown_person.match(text, at):
        return Turn.ENDS, ""
    return None


def sole_person(text: str, named: Sequence[Named], words: PersonWords) -> str:
    """ "There was no contact between Arden and the League": the one person whom a sentence names.

    Nobody where a word for another person stands in it: "Nothing reached the bishop from Arden".
    """
    persons = {name.actor for name in named if name.is_person}
    if len(persons) != 1:
        return ""
    at = 0
    for name in named:
        if words.any_person.search(text, at, name.start) or text[name.end : name.end + 1] == "'":
            return ""
        at = name.end
    return "" if words.any_person.search(text, at) else next(iter(persons))
