"""Extract: a place in a sentence and the actors named in it in; whom the noun phrase there names, out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_scripts.extract.named import Named
from build_scripts.extract.phrase_words import PhraseWords
from build_scripts.extract.pronouns import NOBODY, Last

_OPENING = 60
"""Code points within which the subject of a sentence is named."""


def who(
    text: str, start: int, end: int, named: tuple[Named, ...], words: PhraseWords, last: Last = NOBODY
) -> str:
    """Who is named between two places: the first actor that is not merely a possessor, else the words."""
    phrase = text[start:end].strip(" ,.\"'")
    if phrase.lower() in words.persons.pronouns:
        return meant(text, start, phrase, named, words, last)
    for name in named:
        if start <= name.start and name.end <= end:
            is_other = name.is_person and (
                words.belonging.search(text[start : name.start]) or words.people_behind.match(text, name.end)
            )
            other = None if name.is_person else words.titled_after.match(text, name.end, end)
            if other and not any(other.start("full") <= one.start < other.end() for one in named):
                return other["full"]  # "League envoy Boris Birch"
            possessive = text[name.end : name.end + 1] == "'"
            if not is_other and (not possessive or words.text_behind.match(text, name.end)):
                return head_of(text, named, named.index(name), words).actor
            break
    alone = words.name_alone.match(phrase)  # "Boris Birch on Monday"
    return alone["full"] if alone else " ".join(phrase.split()[:8])


def who_from(text: str, start: int, named: tuple[Named, ...], words: PhraseWords, last: Last = NOBODY) -> str:
    """Who is named by the noun phrase that begins here."""
    return who(text, start, phrase_end(text, start, words), named, words, last)


def phrase_end(text: str, start: int, words: PhraseWords) -> int:
    """Where the noun phrase that begins here ends, at the latest: at a mark, or before "who"."""
    match = words.phrase_end.search(text, start)
    return match.start() if match else len(text)


def head_of(text: str, named: Sequence[Named], at: int, words: PhraseWords) -> Named:
    """From "Ministry" in "Ministry spokesman Arden" to Arden."""
    between = words.persons.title_between
    while at + 1 < len(named) and between.fullmatch(text, named[at].end, named[at + 1].start):
        at += 1
    return named[at]


def medium_of(text: str, start: int, named: tuple[Named, ...], media: frozenset[str], speaker: str) -> str:
    for name in named:
        if start <= name.start <= start + 40 and name.actor in media and name.actor != speaker:
            return name.actor
    return ""


def first_full_name(text: str, end: int, named: Sequence[Named], words: PhraseWords) -> re.Match[str] | None:
    """The full name of somebody without a page with whom the sentence opens, nobody known before him."""
    match = words.persons.full_name.search(text, 0, end)
    if match is None or any(name.start < match.end() for name in named):
        return None
    is_clear = not words.other_subjects.search(text, match.end(), end)
    return match if is_clear and match.start() <= _OPENING else None


def meant(text: str, at: int, pronoun: str, named: Sequence[Named], words: PhraseWords, last: Last) -> str:
    """Whom a pronoun means: "he" the subject of its own sentence, or else the last who was spoken of.

    Behind what is said ("Arden came in May, he says") never somebody of whom it is said.
    """
    if pronoun.lower() not in words.persons.singular or _is_behind(text, at, words):
        return last.meant_by(pronoun, words.persons)
    lead = words.persons.subject_lead.match(text)
    opening = words.persons.subject_pronoun.match(text, lead.end() if lead else 0)
    if opening and opening.start() < at and opening.group().lower() == pronoun.lower():
        return last.meant_by(pronoun, words.persons)  # "He was her guest and left, as he puts it, …"
    before = [name for name in named if name.end <= at and name.is_person]
    return head_of(text, before, 0, words).actor if before else last.meant_by(pronoun, words.persons)


def _is_behind(text: str, at: int, words: PhraseWords) -> bool:
    """Whether the pronoun at this place ends a sentence whose words it says: "…, he said on Monday."."""
    before = text[:at].rstrip()
    if not before.endswith((",", '"')) or "_" in text[at:]:
        return False
    return before.endswith('"') or not words.persons.fronting.match(text)
