"""Extract: two names in; whether they may be one in another transliteration, word by word, out.

The consonant skeleton proposes (many different names share one); vowels as well must agree before two
spellings are taken for near-certainly the same. Nobody is ever fused with anybody by this alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.extract.given_names import with_one_g
from build_scripts.extract.regular_spellings import regularly_alike
from build_scripts.extract.sounds import SHORTEST, nearly_alike, skeleton, skeletons, sounds_alike

# Match: the ayn of "Sa'id". Near-miss: "O'Brook", "Arden's".
_AYN = re.compile(r"(?<=\w)['’ʿʾ‘ʼ`](?=[a-z]{2})|[ʿʾ]")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ash|as|ar|ad|an|at|az)[- '’]+(?=\w)", re.IGNORECASE)
# Match: the article of "Moaz al-Birzan". Near-miss: that of "Abd al-Birzan", "Al Birzan".
_BEFORE_NAME = re.compile(r"(?<=\w )(?<!\b[Aa]bd )\b([Aa]l|[Ee]l)[- ]([A-Z])")
# "Servant of": apart ("Abd al-Rahman", "Abdul Rahman", "Abdur Rahman") or in one word ("Abderrahmane",
# "Abdelkader").
# Near-miss: "Abdallah", where nothing is doubled.
_SERVANT = re.compile(
    r"""
      \b abd [aeu]? (?: l | [-\ '’]+ [aeu][lrsnz] )? [-\ '’]+ (?=\w)
    | \b abd [aeou] ([rsdntz]) [-\ '’]+ (?=\1)
    | \b abd [aeiou] (?: l (?=[bcdfghjkmnpqrstwyz]) | ([rsdntz]) (?=\2) )
    """,
    re.VERBOSE | re.IGNORECASE,
)

LONGEST = 6
"""Words of a name by which it is found; each of them may be read in up to four ways."""
_ENDINGS = (
    ("o", "a"),
    ("i", "ia"),
    ("i", "iya"),
    ("y", "ia"),
    ("e", "ee"),
    ("é", "ée"),
    ("l", "lle"),
    ("in", "ine"),
    ("ian", "iane"),
    ("ien", "ienne"),
)
"""Of first names that differ by whose they are, his and hers."""


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


def glued(name: str) -> str:
    """A name with its article as part of the word, as some write it.

    >>> glued("Moaz al-Birzan"), glued("Abd al-Birzan")
    ('Moaz Albirzan', 'Abd al-Birzan')
    """
    return _BEFORE_NAME.sub(lambda match: f"{match[1].capitalize()}{match[2].lower()}", name)


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


def differ_regularly(one: str, other: str) -> bool:
    """Whether two names of several words are one but for one regularity: "Joaquim Meneses", "Joaquin"."""
    first, second = _paired(one, other)
    return (
        len(first) == len(second) > 1
        and not any(_of_other_sex(a, b) for a, b in zip(first[:-1], second[:-1], strict=True))
        and regularly_alike(first, second)
    )


def given_alike(one: str, other: str) -> bool:
    """Whether two words may be one first name: they sound alike, and no ending tells her name from his.

    >>> given_alike("Yuri", "Yury"), given_alike("Mario", "Maria"), given_alike("Daniel", "Danielle")
    (True, False, False)
    """
    return sounds_alike(one, other) and not _of_other_sex(one, other)


def _of_other_sex(one: str, other: str) -> bool:
    """Whether one has a woman's ending where the other has a man's: "Ali", "Alia"; "René", "Renée"."""
    return any(
        his.lower().endswith(man) and hers.lower().endswith(woman) and not his.lower().endswith(woman)
        for his, hers in ((one, other), (other, one))
        for man, woman in _ENDINGS
    )


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the words before the last are one's first names; of several, one may have another vowel."""
    unlike = [(a, b) for a, b in zip(first, second, strict=True) if not given_alike(a, b)]
    return not unlike or (len(first) > 1 and len(unlike) == 1 and nearly_alike(*unlike[0]))


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
