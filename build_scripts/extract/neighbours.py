"""Extract: a name or an office where it stands in; whether its neighbours show that someone else is meant."""

from __future__ import annotations

from collections.abc import Set

from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Name, NameIndex, Words
from build_scripts.extract.sounds import sounds_alike
from build_scripts.extract.spellings import words_compared
from build_scripts.models import How

AGES = ("jr", "sr", "junior", "senior", "ii", "iii", "iv")
"""What tells two of one name apart, in lower case."""


def is_another_person(
    words: Words,
    at: int,
    last: int,
    full_names: tuple[str, ...],
    known: Set[int],
    names: NameIndex,
    small: Set[str],
    lexicon: NameWords,
) -> bool:
    """Whether a short form, the words `at:last`, is someone else's than the person's of these full names.

    So it does with another first name or initial before it ("Boris Arden" is not A. Arden), an article or
    particle that the full name has not ("al-Arden"), or another surname behind it ("Arden Brook"). Titles,
    words that open sentences, days and months, words that the article also writes small, and other known
    names are no first names.
    """
    if at > 0 and words.gaps[at] in (" ", "-", ". ", "'"):
        before, lower = words.words[at - 1], words.lower[at - 1]
        joined = words.gaps[at] in ("-", "'")
        if joined and (lower in lexicon.articles or len(before) == 1):
            return True
        if lower in lexicon.particles and words.gaps[at] == " " and lower not in lexicon.openers:
            return True
        if len(before) == 1 and before.isupper():
            return not any(name[0] == before for name in full_names if " " in name)
        if words.gaps[at] == " " and _is_name_word(words, at - 1, known, names, small, lexicon):
            firsts = {first for name in full_names for first in words_compared(name)[:-1]}
            return not any(sounds_alike(before, first) for first in firsts)
    return (
        last < len(words.words)
        and words.gaps[last] == " "
        and _is_name_word(words, last, known, names, small, lexicon)
    )


def _is_name_word(
    words: Words, at: int, known: Set[int], names: NameIndex, small: Set[str], lexicon: NameWords
) -> bool:
    word, lower = words.words[at], words.lower[at]
    return (
        word[0].isupper()
        and at not in known
        and lower not in lexicon.not_names
        and lower not in small
        and not lexicon.is_origin(lower)
        and next(iter(names.at(words, at)), None) is None
    )


def is_of_other_age(words: Words, last: int) -> bool:
    """Whether the name that ends before `last` goes on with what tells a father from his son: "Jr", "III"."""
    following = words.lower[last : last + 2]
    if not following or words.gaps[last] not in (" ", ", "):
        return False
    if words.gaps[last] == ", ":
        return following[0] in AGES[:2]  # not "Boris Birch, senior adviser"
    return following[0] in AGES or (following[0] == "the" and following[1:] in (("younger",), ("elder",)))


def names_former_holder(
    words: Words, first: int, last: int, office: Name, names: NameIndex, lexicon: NameWords
) -> bool:
    """Whether a description that names its holder today stands for someone else here.

    "Former road minister", "deputy road minister"; "road minister B. Brook", "the road minister, B. Brook".
    """
    before = first - 1
    while before >= 0 and words.lower[before] in ("the", "a", "s") and words.gaps[before + 1] in (" ", "'"):
        before -= 1
    if before >= 0 and words.gaps[before + 1] in (" ", "-") and words.lower[before] in lexicon.not_in_office:
        return True
    if last >= len(words.words) or words.gaps[last] not in (" ", ", "):
        return False
    following = [name for name in names.at(words, last) if name.how is How.ALIAS]
    if following:
        return following[0].actor != office.actor and _is_apposed(words, last, following[0])
    unknown = words.words[last][0].isupper() and words.lower[last] not in lexicon.not_names
    return unknown and last + 1 < len(words.words) and _goes_on_as_name(words, last)


def _is_apposed(words: Words, at: int, name: Name) -> bool:
    """A name right behind the office; or, behind a comma, one that another comma or the end closes."""
    if words.gaps[at] == " ":
        return True
    after = words.gap_after(at + len(name.words) - 1)
    return len(name.words) > 1 and after[:1] in (",", ".", "\n", "")


def _goes_on_as_name(words: Words, at: int) -> bool:
    return words.gaps[at + 1] in (" ", ". ", "-") and words.words[at + 1][0].isupper()
