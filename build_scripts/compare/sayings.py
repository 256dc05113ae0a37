"""Compare: readings in, the words in which a difference quotes them out.

What articles say stands between double quotation marks, so that no word of theirs becomes ours.
"""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.models import Reading
from build_scripts.text import QUOTES, folded

_LONGEST = 16
_MOST = 7
_EDGES = " ,;:.()–—-"


def quoted(readings: Iterable[Reading]) -> str:
    """The different wordings of some readings, in order, as a sentence lists them.

    >>> quoted(Reading("a", "1", 0, 3, words) for words in ("ten", "Ten", "six"))
    '"ten" and "six"'
    """
    different: dict[str, str] = {}
    for reading in readings:
        if reading.quote:
            different.setdefault(plain(reading.quote), in_marks(reading.quote))
    told = list(different.values())
    return listed(told if len(told) <= _MOST else [*told[: _MOST - 1], "others"])


def in_marks(words: str) -> str:
    """Words between double quotation marks, cut to a readable length, inner marks made single.

    >>> in_marks('the "old" allies,')
    '"the \\'old\\' allies"'
    >>> in_marks("N.U. (West),"), in_marks("the N.U.")
    ('"N.U. (West)"', '"the N.U."')
    """
    inner = _trimmed(folded(words))
    if len(inner) > 1 and inner[0] in QUOTES and inner[-1] in QUOTES:
        inner = _trimmed(inner[1:-1])
    parts = inner.replace('"', "'").split(" ")
    return f'"{" ".join(parts[:_LONGEST])}{" …" if len(parts) > _LONGEST else ""}"'


def _trimmed(words: str) -> str:
    """Without what stands at its edges and is no part of it: a bracket that it opens is, and the last full
    stop of an abbreviation."""
    inner = words.strip(_EDGES)
    behind = words.lstrip(_EDGES)[len(inner) :][:1]
    is_short = behind == "." and inner[-2:-1] == "."
    is_open = behind == ")" and inner.count("(") > inner.count(")")
    return inner + behind if is_short or is_open else inner


def plain(words: str) -> str:
    """Words as they are told apart: without case, typography and what stands at their edges."""
    return folded(words).casefold().strip(_EDGES + "\"'")


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    every = list(words)
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)
