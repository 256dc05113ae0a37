"""Extract: two names in; whether they may be one in another transliteration, word by word, out.

The consonant skeleton proposes (many different names share one); vowels as well must agree before two
spellings are taken for near-certainly the same. Nobody is ever fused with anybody by this alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.extract.given_names import with_one_g
from build_scripts.extract.sounds import SHORTEST, nearly_alike, skeleton, skeletons, sounds_alike

# Match: the ayn of "Sa'id". Near-miss: "O'Brook", "Arden's".
_AYN = re.compile(r"(?<=\w)['’ʿʾ‘ʼ`](?=[a-z]{2})|[ʿʾ]")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ash|as|ar|ad|an|at|az)[- '’]+(?=\w)", re.IGNORECASE)
# "Servant of": apart ("Abd al-Rahman", "Abdul Rahman", "Abdur Rahman") or in one word ("Abderrahmane",
# "Abdelkader").
# Near-miss: "Abdallah", where nothing is doubled.
_SERVANT = re.compile(
    r"""
      \b abd [aeu]? (?: l | [-\ '’]+ [aeu][lrsnz] )? [-\ '’]+ (?=\w)
    | \b abd [aeou] ([rsdntz]) [-\ '’]+ (?=\1)
    | \b abd [aeiou] (?: l (?=[bcfghjkmqwy]) | ([rsdntz]) (?=\2) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def words_compared(name: str) -> tuple[str, ...]:
    """The words of a name without articles, as they are compared.

    >>> words_compared("A. al-Arden")
    ('A', 'Arden')
    >>> words_compared("Abd al-Birzan") == words_compared("Abdul Birzan")
    True
    """
    plain = _ARTICLE.sub("", _SERVANT.sub("Abd", _AYN.sub("", name)))
    return with_one_g(tuple(word for word in re.split(r"[\W_]+", plain) if word))


def same_skeleton(one: str, other: str) -> bool:
    """Whether two names may be spellings of one: word by word the same skeleton, and enough of it."""
    first, second = _paired(one, other)
    return (
        len(first) == len(second)
        and all(skeletons(a) & skeletons(b) for a, b in zip(first, second, strict=True))
        and sum(len(skeleton(word)) for word in first) >= SHORTEST + 1
    )


def near_certain(one: str, other: str) -> bool:
    """Whether two names of several words are so alike that they are taken for one, marked as proposed."""
    first, second = _paired(one, other)
    return (
        len(first) > 1
        and same_skeleton(one, other)
        and sounds_alike(first[-1], second[-1])
        and _agree(first[:-1], second[:-1])
    )


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the words before the last sound alike; of several, one may have another vowel."""
    unlike = [(a, b) for a, b in zip(first, second, strict=True) if not sounds_alike(a, b)]
    return not unlike or (len(first) > 1 and len(unlike) == 1 and nearly_alike(*unlike[0]))


def lacks_a_part(one: str, other: str) -> bool:
    """Whether one of two names has one word more between the same first and last: "Boris (A.) Birch".

    The surname has to say something; not "Ali Hassan Ahmad" and "Ali Ahmad", of which there are many.
    """
    first, second = words_compared(one), words_compared(other)
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) - len(shorter) != 1 or len(shorter) < 2:
        return False
    for at in range(1, len(longer) - 1):
        rest = (*longer[:at], *longer[at + 1 :])
        if all(sounds_alike(a, b) for a, b in zip(rest, shorter, strict=True)):
            is_small = len(longer[at]) == 1 or longer[at].islower()
            return is_small or len(skeleton(shorter[-1])) >= SHORTEST + 1
    return False


def _paired(one: str, other: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of two names; where one has a word more, with the two joined that the other writes as one.

    "Golam-Reza Birzan", "Golamreza Birzan"; not "Golam Reza Birzan" and "Golam Birzan".
    """
    first, second = words_compared(one), words_compared(other)
    if abs(len(first) - len(second)) != 1:
        return first, second
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    sounds = [skeletons(word) for word in shorter]
    for at in range(len(longer) - 1):
        joined = (*longer[:at], longer[at] + longer[at + 1].lower(), *longer[at + 2 :])
        if all(skeletons(word) & sound for word, sound in zip(joined, sounds, strict=True)):
            return (joined, shorter) if longer is first else (shorter, joined)
    return first, second
