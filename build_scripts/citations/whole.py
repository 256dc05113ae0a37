"""Foundation: a range of a passage in; whether it cuts a word, a number or a sign, and joins as cited, out.

What is cited begins and ends where a reader would say that a word or a number does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from build_scripts.text import Folded

HYPHENS = "-\u2010\u2011"
LONG_DASHES = "\u2014\u2015"
"""Between two letters these part a sentence; a hyphen joins a word. An en dash does either."""
# match: the hyphen in "ex-minister"   near-miss: the en dash in "1998–99"
_JOINS = re.compile(f"[{HYPHENS}{LONG_DASHES}]")

# match: after "10": ",000", ".5", "-12", " %", "°"   near-miss: after "2019": ". Then"
_NUMBER_GOES_ON = re.compile(r"[.,:/]?[0-9]|-[0-9]|\s?[%‰°€$£¥]")
# match: before "5": "10,", "-", "$", "+"   near-miss: before "29": "28-" (the end of a range stands alone)
_NUMBER_BEGAN = re.compile(r"(?:[0-9][.,:/]?|(?:^|[\s(\"])[-~]|[+±<>≤≥$€£¥]\s?)$")
# match: "didn" before "'t"   near-miss: "Arden" before "'s" (the name stands in full)
_WORD_GOES_ON = re.compile(r"'(?!s(?![^\W_]))[^\W\d_]")
# match: before "Cole": "O'"   near-miss: before "Cole": " '"
_WORD_BEGAN = re.compile(r"[^\W\d_]'$")


def is_whole(text: Folded, said: str, start: int, end: int) -> bool:
    """Whether a range of a folded text (`said` before folding) cuts no word, number or sign at its ends.

    >>> from build_scripts.text import fold
    >>> text = "over 10,000 men, an ex-minister"
    >>> [is_whole(fold(text), text, *ends) for ends in ((5, 7), (5, 11), (23, 31))]
    [False, True, False]
    """
    return _begins(text, said, start) and _ends(text, said, end)


def joins_alike(cited: tuple[str, Sequence[int]], said: tuple[str, Sequence[int]]) -> bool:
    """Whether no hyphen of one text is a long dash of the other; each text with the offsets of its range.

    >>> joins_alike(("re-form", range(7)), ("re\u2014form", range(7)))
    False
    """
    if not (_JOINS.search(cited[0]) and _JOINS.search(said[0])):
        return True  # as nearly all texts do: one without such a sign has none that could be another
    return all(
        not _changes_joint(_joint(cited[0], mine), _joint(said[0], theirs))
        for mine, theirs in zip(cited[1], said[1], strict=True)
    )


def _begins(text: Folded, said: str, start: int) -> bool:
    if not start:
        return True
    first, before = text.text[start], text.text[start - 1]
    if _is_hidden(first) or _is_hidden(before) or (_is_letter(first) and _is_letter(before)):
        return False
    if first == "-" and before.isalnum() and text.text[start + 1 : start + 2].isdigit():
        return False
    if first.isalpha():
        at = text.offsets[start]
        return not (_WORD_BEGAN.search(text.text, max(0, start - 2), start) or _joins(said, at - 1))
    return not (first.isdigit() and _NUMBER_BEGAN.search(text.text, max(0, start - 2), start))


def _ends(text: Folded, said: str, end: int) -> bool:
    if end >= len(text.text):
        return True
    last, after = text.text[end - 1], text.text[end]
    if _is_hidden(after) or ((_is_letter(last) or _is_hidden(last)) and _is_letter(after)):
        return False
    if last.isalpha():
        return not (_WORD_GOES_ON.match(text.text, end) or _joins(said, text.offsets[end]))
    return not (last.isdigit() and _NUMBER_GOES_ON.match(text.text, end))


def _joins(said: str, at: int) -> bool:
    """Whether a hyphen joins two letters there: what it joins is one word (`ex-minister`)."""
    return (
        0 < at < len(said) - 1 and said[at] in HYPHENS and said[at - 1].isalpha() and said[at + 1].isalpha()
    )


def _joint(text: str, at: int) -> str:
    """The dash that joins two letters or digits there; nothing for any other sign."""
    inside = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    return text[at] if inside and text[at] in HYPHENS + LONG_DASHES else ""


def _changes_joint(one: str, other: str) -> bool:
    return bool(one and other) and (one in HYPHENS) != (other in HYPHENS)


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_hidden(char: str) -> bool:
    """A mark or a format character that belongs to the letter before it, and is not seen."""
    return unicodedata.category(char) in ("Cf", "Mn", "Me", "Mc")
