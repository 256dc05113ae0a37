"""Extract: the words of two names in; whether one is the other with a part of it left out, out.

What is left out may be what stands in the middle, the second of two surnames, a first name that many leave
out, or all of a first name but its initial. A son has his father's name, and more: "Boris Birch Jr.".
"""

from __future__ import annotations

from build_scripts.extract.given_names import given_name
from build_scripts.extract.neighbours import AGES
from build_scripts.extract.sounds import SHORTEST, skeleton, sounds_alike
from build_scripts.extract.spellings import given_alike, words_compared

_LEFT_OUT = frozenset(
    {given_name("Muhammad"), "haj", "hajj", "haji", "hajji", "syed", "sayed", "sayyid", "seyyed"}
)
"""First names and forms of honour that many leave out before another name."""
_COMMON = ("muhammad", "ahmad", "ali", "hasan", "husain")
"""Last names that are the first names of most men's fathers."""
_ENOUGH = 5
"""Consonants of a first and a last name that say something without what stands between or behind."""
_SHORTEST_WORD = 4
"""Letters of a second surname; not "Jr", "III"."""
_SYLLABLES = 3
_ABBREVIATED = 2
"""Letters of a first name that a full stop cuts off, at most: "Th.", "Ma."."""


def lacks_a_part(one: str, other: str) -> bool:
    """Whether one of two names has a word more: "Boris (A.) Birch", "Odo Cerbal (Castan)".

    What both have must say something; not "Ali Hassan Ahmad" and "Ali Ahmad", of which there are many.
    """
    first, second = words_compared(one), words_compared(other)
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) - len(shorter) != 1 or len(shorter) < 2:
        return False
    return any(
        _is_left_out(longer, shorter, at) and _same(shorter, (*longer[:at], *longer[at + 1 :]))
        for at in range(len(longer))
    )


def _is_left_out(longer: tuple[str, ...], shorter: tuple[str, ...], at: int) -> bool:
    """Whether the word at this place of the longer name may be left out, as the rest says something."""
    part = longer[at]
    if not at:
        return given_name(part) in _LEFT_OUT and _consonants(shorter) > SHORTEST
    if at < len(longer) - 1:
        is_small = len(part) == 1 or part.islower()
        return is_small or (
            _consonants(shorter) >= _ENOUGH and not any(sounds_alike(shorter[-1], name) for name in _COMMON)
        )
    return (
        len(shorter) == 2
        and len(part) >= _SHORTEST_WORD
        and part.lower() not in AGES
        and all(word[0].isupper() and len(word) >= _SHORTEST_WORD for word in longer)
        and _consonants(shorter) >= _ENOUGH
    )


def _same(shorter: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    *given, family = zip(shorter, rest, strict=True)
    return sounds_alike(*family) and all(given_alike(*pair) for pair in given)


def _consonants(words: tuple[str, ...]) -> int:
    return sum(len(skeleton(word)) for word in (words[0], words[-1]))


def of_half_names(one: str, other: str) -> bool:
    """Whether one has the family name first, the other last, of three syllables: "Kim Jo-su", "Jo-su Kim".

    A given name with a hyphen shows which word is the family's; of "Girma Wolde" and "Wolde Girma" one may be
    the other's father.
    """
    first, second = words_compared(one), words_compared(other)
    return (
        len(first) == len(second) == _SYLLABLES
        and "-" in one + other
        and any(
            all(sounds_alike(a, b) for a, b in zip((*x[1:], x[0]), y, strict=True))
            for x, y in ((first, second), (second, first))
        )
    )


def is_within(one: str, other: str) -> bool:
    """Whether all words of the shorter name stand in the longer one, in any order: no more than a guess.

    >>> is_within("Birnam Boris", "Boris Cedar Birnam"), is_within("Boris Birnam", "Boris Cedar")
    (True, False)
    """
    shorter, longer = sorted((words_compared(one), words_compared(other)), key=len)
    left = list(longer)
    for word in shorter:
        same = next((each for each in left if sounds_alike(word, each)), None)
        if same is None:
            return False
        left.remove(same)
    return len(shorter) > 1


def by_initials(one: str, other: str) -> bool:
    """Whether one of two names has initials for what the other has in full: "K. R. Birnam", "KR Birnam".

    >>> by_initials("Th. Birnam", "Thomas Birnem"), by_initials("B. Birnam", "Thomas Birnam")
    (True, False)
    >>> by_initials("Theo Birnam", "Theodor Birnam")
    False
    """
    first, second = _given(one), _given(other)
    if len(first) != len(second) or len(first) < 2 or not sounds_alike(first[-1], second[-1]):
        return False
    pairs = list(zip(first[:-1], second[:-1], strict=True))
    cut = [_is_cut(a, b) or _is_cut(b, a) for a, b in pairs]
    return any(cut) and all(is_cut or given_alike(*pair) for is_cut, pair in zip(cut, pairs, strict=True))


def _given(name: str) -> tuple[str, ...]:
    """The words of a name, each of several initials apart: "KR Birnam"."""
    words = words_compared(name)
    if len(words) > 1 and len(words[0]) == _ABBREVIATED and words[0].isupper():
        return (*words[0], *words[1:])
    return words


def _is_cut(short: str, full: str) -> bool:
    """Whether a word is the initial of another, or cut off before its first vowel: "Th" of "Thomas"."""
    if len(short) >= len(full) or not full.lower().startswith(short.lower()):
        return False
    return len(short) == 1 or (
        len(short) == _ABBREVIATED and skeleton(short) != "" and short[-1] not in "aeiouy"
    )
