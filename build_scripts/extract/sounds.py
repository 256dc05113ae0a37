"""Extract: two words in; whether they may be one in another transliteration, by their sounds, out."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from build_scripts.extract.given_names import given_name

_DIGRAPHS = (
    ("qv", "qu"),
    ("ks", "x"),
    ("sch", "S"),
    ("tch", "S"),
    ("tsh", "S"),
    ("sh", "S"),
    ("ch", "S"),
    ("kh", "h"),
    ("gh", "k"),
    ("dzh", "J"),
    ("zh", "J"),
    ("dj", "J"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("que", "ke"),
    ("qui", "ki"),
    ("gue", "ke"),
    ("gui", "ki"),
    ("ts", "z"),
    ("tz", "z"),
)
_LETTERS = str.maketrans({"q": "k", "g": "k", "c": "k", "w": "v", "j": "J", "x": "k"})
# Match: "-off" for "-ov". Near-miss: "Offen".
_OFF = re.compile(r"(?<=[oe])ff$")
# Letters that do not come apart into one of these and a sign.
_WHOLE = str.maketrans(
    {"đ": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
# Match: the w of "Zuwena". Near-miss: that of "Bower".
_GLIDE = re.compile(r"(?<=u)w(?=[aei])")
# Match: the u of "Dauit". Near-miss: that of "Saul".
_U_FOR_W = re.compile(r"(?<=a)u(?=[aei])")
# Match: the w of "Chowdhury", "Dawlat". Near-miss: those of "Jawad", "Swaran".
_W_FOR_U = re.compile(r"(?<=[ao])w(?=[^aeiouyw])")
_VOWELS = "aeiouy"
_RUN = re.compile(rf"[{_VOWELS}]+")
_ALIKE = frozenset(
    frozenset(pair) for pair in (("a", "e"), ("e", "i"), ("e", "ai"), ("i", "ai"), ("u", "au"))
)
_MUTE = re.compile(rf"(?<=\w{{5}}[^{_VOWELS}])e$")
# Match: the j of "Johannes", "Yurij", "Sergej". Near-miss: "Djibril", "Hijazi".
_SOFT_J = re.compile(r"^j(?=[aeiou])|(?<=[aeiou])j$")
# Match: the ch of "Michael", "Christos". Near-miss: "Gorbachev".
_HARD_CH = re.compile(r"ch(?=[ar])")
# Spellings of one sound that no two names differ by alone. Match: "Yurij", "Johannes", "Michael".
# Near-miss: "Jibril", "Jan", "Rachid".
_SURE = (
    (re.compile(r"(?<=[aei])j$"), "y"),
    (re.compile(r"^j(?=[ou])"), "y"),
    (re.compile(r"(?<=mi)ch(?=a)|^ch(?=r)"), "k"),
    (re.compile(r"(?<=a)ye$"), "y"),
)
SHORTEST = 3
"""Consonants that a word needs before its skeleton says anything."""


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """The consonants of a word, spellings of one sound made equal, doubled letters single.

    >>> skeleton("Birzook") == skeleton("Birzouq"), skeleton("Birnam") == skeleton("Birman")
    (True, False)
    """
    return re.sub(rf"[{_VOWELS}]", "", _sounds(word))


@lru_cache(maxsize=4096)
def skeletons(word: str) -> frozenset[str]:
    """The skeleton of a word, and those of what its spelling may mean in another language.

    Written j is y in some ("Johannes", "Yurij"), ch is k in some ("Michael").

    >>> skeleton("Yohannes") in skeletons("Johannes"), skeleton("Mikael") in skeletons("Michael")
    (True, True)
    """
    low = word.lower()
    read = {
        low,
        given_name(low),
        _SOFT_J.sub("y", low),
        _HARD_CH.sub("k", low),
        _HARD_CH.sub("k", _SOFT_J.sub("y", low)),
    }
    return frozenset(map(skeleton, read))


@lru_cache(maxsize=4096)
def sounds_alike(one: str, other: str) -> bool:
    """Whether consonants agree, and vowels as closely as transliterations do.

    >>> sounds_alike("Yuri", "Yury"), sounds_alike("Hassan", "Hussein")
    (True, False)
    """
    one, other = _surely(one), _surely(other)
    if skeleton(one) != skeleton(other) or _opens_with_vowel(one) is not _opens_with_vowel(other):
        return False  # "Anwar", "Nawar": the same sounds in another order
    first, second = _vowels(one), _vowels(other)
    return len(first) == len(second) and all(
        a == b or frozenset((a, b)) in _ALIKE for a, b in zip(first, second, strict=True)
    )


def _opens_with_vowel(word: str) -> bool:
    return _sounds(word)[:1] in tuple(_VOWELS)


def nearly_alike(one: str, other: str) -> bool:
    """ "Suleiman", "Seleman": four consonants the same, and one vowel another; not "Hassan", "Hussein"."""
    one, other = _surely(one), _surely(other)
    first, second = _vowels(one), _vowels(other)
    if skeleton(one) != skeleton(other) or len(skeleton(one)) <= SHORTEST or len(first) != len(second):
        return False
    pairs = zip(first, second, strict=True)
    return sum(a != b and frozenset((a, b)) not in _ALIKE for a, b in pairs) <= 1


def has_one_vowel_more(one: str, other: str) -> bool:
    """ "Sargan", "Saregan": four consonants the same, one vowel more between two; not "Petron", "Petrona"."""
    first, second = _vowels(_surely(one)), _vowels(_surely(other))
    longer, shorter = (first, second) if len(first) > len(second) else (second, first)
    if len(longer) - len(shorter) != 1 or len(skeleton(one)) <= SHORTEST or skeleton(one) != skeleton(other):
        return False
    return any(
        all(a == b or frozenset((a, b)) in _ALIKE for a, b in zip(rest, shorter, strict=True))
        for rest in ((*longer[:at], *longer[at + 1 :]) for at in range(len(longer) - 1))
    )


def has_another_inner_vowel(one: str, other: str) -> bool:
    """ "Nasrallan", "Nasrullan": four consonants the same, one vowel another, and not the last.

    The last one makes another word: "Karman", "Karmun".
    """
    first, second = _vowels(_surely(one)), _vowels(_surely(other))
    return first[-1:] == second[-1:] and nearly_alike(one, other)


@lru_cache(maxsize=4096)
def _sounds(word: str) -> str:
    whole = word.lower().translate(_WHOLE)
    plain = unicodedata.normalize("NFKD", whole).encode("ascii", "ignore").decode().lower()
    plain = _W_FOR_U.sub("u", _GLIDE.sub("", _U_FOR_W.sub("w", plain)))
    plain = _OFF.sub("v", re.sub(r"c(?=[eiy])", "s", plain))
    for written, sound in _DIGRAPHS:
        plain = plain.replace(written, sound)
    plain = re.sub(r"(.)\1+", r"\1", plain.translate(_LETTERS))
    return _MUTE.sub("", re.sub(rf"(?<=[{_VOWELS}])h$", "", plain))


def _surely(word: str) -> str:
    """A word in the spelling to which its own is surely equal: "Yuriy" for "Yurij"."""
    low = given_name(word)
    for pattern, sound in _SURE:
        low = pattern.sub(sound, low)
    return low


def _vowels(word: str) -> tuple[str, ...]:
    return tuple(_vowel(run) for run in _RUN.findall(_sounds(word)))


def _vowel(run: str) -> str:
    if run[0] in "ou":
        return "u"
    if run[0] == "a" and len(run) > 2 and run[1] == "y":
        return "a"  # "-ayev" as "-aev"
    if run[0] == "a":
        return {"i": "ai", "y": "ai", "u": "au", "o": "au"}.get(run[1:2], "a")
    if run[0] == "e":
        return "ai" if run[1:2] in ("i", "y") else "i" if run[1:2] == "e" else "e"
    return "i"
