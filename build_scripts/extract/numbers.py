"""Extract: folded text in; the numbers in it, in digits or words, with their bounds and values, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.names import Words, split_words
from build_scripts.extract.records import record
from build_scripts.extract.word_lists import one_of, word_lists
from build_scripts.models import Lexicon

_HUNDRED = 100


@record
class Number:
    """A number where it stands. `low` is None for a quantity without one ("several")."""

    start: int
    end: int
    low: float | None
    at_least: bool = False
    """A plural such as "hundreds": so many or more."""
    digits: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    known: frozenset[str]
    """All words of quantity, in lower case."""
    openers: frozenset[str]
    """Those with which a number begins: "a" and "half", too."""
    number: re.Pattern[str]
    values: dict[str, float]
    multipliers: dict[str, float]
    plurals: dict[str, float]


def has_number(words: Words, known: NumberWords) -> bool:
    """Whether a text can hold a number at all: most passages cannot."""
    return not known.known.isdisjoint(words.lower) or any(word[0].isdigit() for word in words.words)


def numbers_in(text: str, words: NumberWords) -> Iterator[Number]:
    """The numbers of a folded text, from left to right.

    >>> from build_scripts.models import Lexicon
    >>> [n.low for n in numbers_in("about 1,200 of 3.5", number_words(Lexicon("xx", {})))]
    [1200.0, 3.5]
    """
    for match in _matches(text, words):
        start, end = match.span()
        if match["some"]:  # "several hundred", "a few dozen"
            yield Number(start, end, 2 * _times(match["scale3"], words), at_least=True)
        elif match["vague"]:
            yield Number(start, end, None)
        elif match["halved"]:  # "one and a half million"
            whole = _spelled(match["halved"].split()[0], words) + 0.5
            yield Number(start, end, whole * _times(match["scale4"], words))
        elif match["plural"]:
            yield Number(start, end, _plural(match["plural"], words), at_least=True)
        elif match["digits"]:
            value = float(match["digits"].replace(",", "").replace(" ", ""))
            yield Number(start, end, value * _times(match["scale"], words), digits=not match["scale"])
        else:
            scale, _, _ = (match["scale2"] or "").partition(" and ")
            value = _spelled(match["spelled"] or "", words) * _times(scale, words)
            value += _spelled(match["rest"], words) if match["rest"] else 0.0
            yield Number(start, end, value * _times(match["scale5"], words))


def _matches(text: str, words: NumberWords) -> Iterator[re.Match[str]]:
    """Where the pattern matches: it is tried only at words with which a number can begin."""
    split, free = split_words(text), 0
    for lower, start in zip(split.lower, split.starts, strict=True):
        if start >= free and (lower in words.openers or lower[0].isdigit()):
            match = words.number.match(text, start)
            if match is not None:
                free = match.end()
                yield match


@lru_cache(maxsize=16)
def number_words(lexicon: Lexicon) -> NumberWords:
    """The patterns of a lexicon; one without figures still knows digits."""
    lists = word_lists(lexicon, "figures")
    values = lists.values("numbers") | lists.values("times")
    multipliers, letters, plurals = (lists.values(name) for name in ("multipliers", "letters", "plurals"))
    vague = lists.one_of("vague")
    single, scales, many = one_of(values), one_of(multipliers), one_of(plurals)
    smallest = one_of(word for word, value in multipliers.items() if value <= _HUNDRED)
    pattern = rf"""
        (?<![\w.,/:#]) (?<![^\W\d]-)
        (?:
            (?<! \d[ ] ) (?P<digits> \d{{1,3}} (?:,\d{{3}})+ (?:\.\d+)?
              | \d{{1,3}} (?:[ ]\d{{3}})+ (?![ ]?\d)
              | \d+ (?:\.\d+)? )
            (?P<scale> (?: [ -] (?:{scales}) )+ | (?:{one_of(letters)}) )?
          | (?P<plural> (?:{many}) (?: [ ]of[ ] (?:{many}) )? )
          | (?: (?P<some> {vague} ) [ ] (?P<scale3> {scales} ) )
          | (?P<vague> {vague} )
          | (?<! \d[ ] ) (?P<halved> (?:{single}) [ ] and [ ] an? [ ] half )
            (?P<scale4> (?: [ ] (?:{scales}) )+ )?
          | (?<! \d[ ] )
            (?:
                (?P<spelled> half[ ]an? | an? (?=[ ](?:{scales})\b)
                  | (?:{single}) (?: [ -] (?:{single}) )? )
                (?P<scale2> (?: [ -] (?:{scales}) )+
                    (?: [ ] and [ ] (?P<rest> (?:{single}) (?: [ -] (?:{single}) )? )
                        (?! [ -] (?: {smallest} ) \b ) (?P<scale5> (?: [ ] (?:{scales}) )+ )? )? )?
            )
        )
        (?! \w | [.,]\d | [/:]\d )                   # "14 groups"; not "14th", "10:30", "14/2"
    """
    known = (*values, *multipliers, *plurals, *lists.entries("vague"))
    all_words = frozenset(word for words in known for word in split_words(words).lower)
    return NumberWords(
        known=frozenset(word for words in known for word in words.lower().split()) - {"a", "of"},
        openers=all_words | {"a", "an", "half"},
        number=re.compile(pattern, re.VERBOSE | re.IGNORECASE),
        values=values,
        multipliers=multipliers | letters,
        plurals=plurals,
    )


def _times(scale: str | None, words: NumberWords) -> float:
    product = 1.0
    for part in (scale or "").strip(" -").lower().replace("-", " ").split(" "):
        product *= words.multipliers.get(part, 1.0)
    return product


def _plural(text: str, words: NumberWords) -> float:
    product = 1.0
    for part in text.lower().split(" of "):
        product *= words.plurals[part]
    return product


def _spelled(text: str, words: NumberWords) -> float:
    """ "twenty-five" is a sum; "half a" and "a" come before a multiplier."""
    lower = text.lower()
    if lower.startswith("half"):
        return 0.5
    return sum(words.values.get(part, 0.0) for part in lower.replace("-", " ").split(" ")) or 1.0
