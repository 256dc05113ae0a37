"""Extract: a name that nobody claims, where it stands, in; its description there, and its kind, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.endings import Ending, last_words
from build_scripts.extract.name_words import NameWords, name_words
from build_scripts.extract.word_lists import one_of, word_lists
from build_scripts.models import ActorKind, Lexicon

_BEFORE, _BEHIND = 120, 140
"""Code points before and behind a name in which its description stands."""


@dataclass(frozen=True, slots=True, eq=False)
class KindWords:
    """Patterns for what stands beside a name."""

    names: NameWords
    offices: frozenset[str]
    given: frozenset[str]
    apposed: re.Pattern[str]
    """", the group's treasurer," right behind a name."""
    belonging: re.Pattern[str]
    """" of the Roads Board" right behind it."""
    behind_comma: re.Pattern[str]
    """", Mr " before it: what stands in front of that may introduce it."""
    introduced: re.Pattern[str]
    """"the group's treasurer, " before it."""
    titled: Ending
    """"Prime Minister ", "aide " before it."""
    placed: Ending
    """"in ", "near " before it."""
    acting: re.Pattern[str]
    """" said", " who" behind it."""
    passing_on: re.Pattern[str]
    """" reported" behind it: people do, and papers do more often."""
    papers: frozenset[str]
    """Words in the names of newspapers and agencies."""


@lru_cache(maxsize=8)
def kind_words(lexicon: Lexicon) -> KindWords:
    speech, actors = word_lists(lexicon, "quotations"), word_lists(lexicon, "actors")
    offices = word_lists(lexicon, "roles").known("offices", "single")
    determiners = one_of(("the", "a", "an", *speech.entries("own", "determiners")))
    owner = rf"(?:(?i:{determiners})\s|[A-Z][\w-]+'s?\s)"
    office, titles = one_of(offices), actors.one_of("person_titles")
    said = speech.one_of("said", "relatives")
    return KindWords(
        names=name_words(lexicon),
        offices=offices,
        given=speech.known("women", "men"),
        apposed=re.compile(rf",\s(?P<words>{owner}[^,.;:()\"]{{3,80}})(?=[,.;:)]|$)"),
        belonging=re.compile(
            r"\s(?P<words>of\s(?:the\s)?[A-Z][\w'-]+(?:\s(?:(?:of|for|and)\s(?:the\s)?)?[A-Z][\w'-]+)*)"
        ),
        behind_comma=re.compile(rf",\s(?:(?i:{titles})\.?\s)*$"),
        introduced=re.compile(
            rf"(?P<words>{owner}(?:[\w'-]+\s){{0,4}}(?:{office})(?:\s(?:of|for)\s[^,.;:()]{{2,50}})?),\s(?:(?i:{titles})\.?\s)*$"
        ),
        titled=Ending(
            re.compile(rf"(?P<words>(?:[A-Z][\w'-]+\s){{0,3}}(?<![\w-])(?i:{titles}|{office}))\.?\s$"),
            last_words(actors.entries("person_titles"), offices),
        ),
        placed=Ending(
            re.compile(rf"\b(?:{actors.one_of('place_prepositions')})\s$"),
            last_words(actors.entries("place_prepositions")),
        ),
        acting=re.compile(rf",?\s(?:{said})\b"),
        passing_on=re.compile(rf",?\s(?:{speech.one_of('reporting')})\b"),
        papers=speech.known("media") | actors.known("newspapers"),
    )


def described(text: str, start: int, end: int, words: KindWords) -> str:
    """The words that describe the name at `start:end`: "the group's treasurer", "of the Board"; or none.

    >>> from build_scripts.models import Lexicon
    >>> described("Boris Birch, the envoy, left.", 0, 11, kind_words(Lexicon("xx", {})))
    'the envoy'
    """
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    for pattern in (words.apposed, words.belonging):
        if match := pattern.match(behind):
            return match["words"]
    if words.behind_comma.search(before) and (match := words.introduced.search(before)):
        return match["words"]
    match = words.titled.search(before)
    said = match["words"].split() if match else []
    while said and said[0].lower() in words.names.openers | words.names.calendar:
        said = said[1:]  # "On Monday Prime Minister"
    if len(said) == 1 and said[0].lower().strip(".") in words.names.her_titles | words.names.his_titles:
        return ""  # "Mr" describes nobody
    return " ".join(said)


def kind_of(text: str, start: int, end: int, description: str, words: KindWords) -> str:
    """Person, organisation, or "place"; nothing where the article does not say."""
    parts = re.findall(r"[\w'-]+", text[start:end])
    low = [part.lower() for part in parts]
    said = [part.lower() for part in re.findall(r"[\w-]+", description)]
    if not words.names.organisations.isdisjoint(low) or (
        len(parts) == 1 and parts[0].isupper() and len(parts[0]) > 1
    ):
        return ActorKind.ORGANISATION.value
    before = text[max(0, start - _BEFORE) : start]
    is_titled = bool(words.titled.search(before))
    is_acting = bool(words.acting.match(text, end))
    if not is_titled and (
        (len(parts) > 1 and not words.papers.isdisjoint(low)) or (is_acting and before[-4:].lower() == "the ")
    ):
        return ActorKind.ORGANISATION.value  # "the Lakeland Post said"
    if (
        is_titled
        or not words.offices.isdisjoint(said)
        or low[0] in words.given
        or (is_acting and (len(parts) > 1 or not words.passing_on.match(text, end)))
    ):
        return ActorKind.PERSON.value
    if description.startswith("of ") and len(parts) > 1:
        return ActorKind.PERSON.value  # "Boris Birch of the Roads Board"
    if not words.names.organisations.isdisjoint(said):
        return ActorKind.ORGANISATION.value
    return "place" if words.placed.search(before) else ""
