"""Extract: the words of two names in; whether they differ by one regularity of transliteration alone, out.

Languages and their scribes write one sound in several ways, and each way goes through a whole name: "Duarte
Menezas" beside "Menesas". A regularity is applied to both names; those that then sound alike differ by it.
Words that two different sounds tell apart stay two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from build_scripts.extract.sounds import has_another_inner_vowel, has_one_vowel_more, skeleton, sounds_alike


def _rules(*pairs: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), written) for pattern, written in pairs)


_SYLLABLES = _rules(
    (r"^b", "p"), (r"^d", "t"), (r"^g", "k"), (r"^(?:ch|j)", "ch"), (r"^sh", "s"), (r"eo", "o"), (r"eu", "u")
)
"""One language's two romanisations, for syllables: "Baek Nam-shik", "Paek Nam Sik"."""
_REGULAR = (
    # Match: "Menezas", "Elizabet". Near-miss: "Zhanna", "Tzvetan".
    _rules((r"(?<!t)z(?!h)|ç", "s")),
    # Match: "Joaquim", "Benbat". Near-miss: "Mina", "Nimeri".
    _rules((r"m$", "n"), (r"n(?=[bp])", "m")),
    # Match: "Kordoba". Near-miss: "Bhabra".
    _rules((r"b(?!h)", "v")),
    # Match: "Hamid", "Yakub", "Ramdane" beside "Ramtane". Near-miss: "Davud" at its beginning.
    _rules((r"(?<=[a-z])[dt]+h?", "t"), (r"b$", "p"), (r"g$", "k")),
    # Match: "Charanphol" beside "Charanpol", "Hseng". Near-miss: "Charanfol" beside "Charanpol".
    _rules((r"ph", "p"), (r"^hs", "s")),
    # Match: "Ouali", "Maw". Near-miss: "Oum".
    _rules((r"^ou?(?=[aei])", "w"), (r"(?<=[ao])w$", "u")),
    # Match: "Efthymios" beside "Evthymios", "Stavros" beside "Stafros". Near-miss: "Wanda".
    _rules((r"v(?=[^aeiouy]|$)|(?<=[ae])u(?=[^aeiouy])", "f")),
    # Match: "Jovan". Near-miss: "Djovan".
    _rules((r"(?<!d)j", "y")),
    # Match: "Gamal", "Giorgan" beside "Jiorjan". Near-miss: "Ghamal", "Dang".
    _rules((r"(?<!n)g(?!h)", "j")),
    # Match: "Milošević", "Miloshevich". Near-miss: "Milokevik".
    _rules((r"š|ş|sch|sh", "s"), (r"tch|tsh|tsch|č|ć|cz|ç|c(?=$|[eiy])", "ch"), (r"ž|ż|zh", "z")),
    # Match: "Shitaula", "Chelvan" beside "Selvan". Near-miss: "Tselvan".
    _rules((r"(?<!t)(?:sh|ch)", "s")),
    # Match: "Khalid" beside "Kalid". Near-miss: "Halid" beside it.
    _rules((r"kh", "k")),
    # Match: "Chatimi" beside "Khatimi", "Xalid". Near-miss: "Cristan", "Felix".
    _rules((r"ch(?=[aeou])|x(?=[aeiou])", "h")),
    # Match: "Horan" beside "Goran". Near-miss: the h of "Shoran", "Mikhail".
    _rules((r"(?<![ckgpstzd])h", "g")),
    # Match: "Mahdan" beside "Madan", "Ibrahimi". Near-miss: the h of "Shadan".
    _rules((r"(?<![ckgpstzd])h", "")),
    # Match: "Othman" beside "Osman". Near-miss: "Otman".
    _rules((r"th", "s")),
    # Match: "Ramadhan" beside "Ramazan". Near-miss: "Ramadan".
    _rules((r"dh", "z")),
    # Match: "Carvalho", "Magalhan", "Ibanhez" beside "Ibanyez". Near-miss: "Alban".
    _rules((r"lh|gli|ly(?=[aeou])", "li"), (r"nh|gn(?=[aeiou])|ñ|ny(?=[aeou])", "ni")),
    # Match: "Ximeno", "Teixan". Near-miss: "Alexan" beside "Aleksan", which is one sound anyway.
    _rules((r"x", "sh")),
    # Match: "Xavier" beside "Javier", "Ximeno" beside "Gimeno". Near-miss: "Felix".
    _rules((r"x(?=[aeiou])|g(?=[ei])", "j")),
    # Match: "Hoxhan" beside "Hodjan". Near-miss: "Hoxan".
    _rules(
        (r"xh", "dj"),
    ),
)
_CLASSES = str.maketrans({**dict.fromkeys("szSJtdkh", "t"), **dict.fromkeys("bpfv", "b"), "m": "n", "n": "n"})
_DROPPED = str.maketrans(dict.fromkeys("hJv", ""))
# Match: the g of "Kung". Near-miss: that of "Berg".
_NASAL = re.compile(r"(?<=[aeiou]n)g$")
ENOUGH = 5
"""Consonants of a name that say something when one word of it is spelt in another way."""
PLENTY = 7
"""Consonants that say something when every word is."""
_SYLLABLE = 6
"""Letters of the longest syllable that is a word of a name: "Chiang"."""


@lru_cache(maxsize=16384)
def classes(word: str) -> frozenset[str]:
    """Keys of which any two regular spellings of a word share one: its consonants by coarse classes.

    >>> bool(classes("Menezas") & classes("Meneses")), bool(classes("Ouali") & classes("Wali"))
    (True, True)
    >>> bool(classes("Meneses") & classes("Merenas"))
    False
    """
    sounds = skeleton(_NASAL.sub("", word.lower()))
    kept, dropped = sounds.translate(_CLASSES), sounds.translate(_DROPPED).translate(_CLASSES)
    return frozenset(re.sub(r"(.)\1+", r"\1", each) for each in (kept, dropped))


def regularly_alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the words of two names sound alike but for one regularity, and are long enough to say so.

    Of syllables every sound tells one from another: "Kim Yong-nam" is not "Kim Yong-nan".
    """
    unlike = [pair for pair in zip(first, second, strict=True) if not sounds_alike(*pair)]
    consonants = sum(len(skeleton(word)) for word in first)
    if consonants < (ENOUGH if len(unlike) < len(first) else PLENTY):
        return False
    if len(first) > 2 and all(len(word) <= _SYLLABLE for word in first):
        return _by_one(unlike, (_SYLLABLES,))
    if _by_one(unlike, _REGULAR):
        return True
    return len(unlike) == 1 and (has_one_vowel_more(*unlike[0]) or _has_another_vowel(first, unlike[0]))


def _has_another_vowel(words: tuple[str, ...], unlike: tuple[str, str]) -> bool:
    """Whether the words that differ are the last ones, by a vowel within."""
    return unlike[0] == words[-1] and has_another_inner_vowel(*unlike)


def word_alike(one: str, other: str) -> bool:
    """Whether two words sound alike but for one regularity.

    >>> word_alike("Joaquin", "Joaquim"), word_alike("Joaquin", "Joachil")
    (True, False)
    """
    return _by_one([(one, other)], _REGULAR)


def _by_one(
    pairs: Iterable[tuple[str, str]], regular: tuple[tuple[tuple[re.Pattern[str], str], ...], ...]
) -> bool:
    """Whether there is one regularity that makes the words of all pairs sound alike."""
    return any(
        all(sounds_alike(_written(one, rules), _written(other, rules)) for one, other in pairs)
        for rules in regular
    )


def _written(word: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    low = word.lower()
    for pattern, written in rules:
        low = pattern.sub(written, low)
    return low
