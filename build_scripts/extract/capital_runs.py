"""Extract: a text's words in; the runs of capital words among them that may be names out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Set

from build_scripts.extract.kept import kept
from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Words, split_words
from build_scripts.extract.records import record
from build_scripts.extract.trimming import trimmed
from build_scripts.models import Passage

_HALF = 5
"""Letters of the small half of a first name."""
_LETTERS = 7
"""Letters in brackets behind a name that it is spelled out for."""
_SMALL_WORDS = ("of", "for", "and", "the", "in", "to", "on")


@record
class Sequence:
    """Capital words that stand together: bounds in words, `last` inclusive."""

    first: int
    last: int
    words: tuple[str, ...]
    text: str


def sequences(words: Words, covered: Set[int], small: Set[str], lexicon: NameWords) -> list[Sequence]:
    """Runs of capital words that may be names: "Boris bin Brook", "Ministry of Roads", "Arden".

    Titles before a name, days and months, words that open sentences or that the article also writes
    small, and adjectives of origin before a noun are left out.
    """
    found = []
    free = 0
    spelled = _spelled_out(words, covered)
    for at in words.capitals:
        if at < free or at in covered:
            continue
        if (end := spelled.get(at, -1)) >= at:
            found.append(_sequence(words, at, end))
            free = end + 1
            continue
        last = _last(words, at, covered, lexicon)
        bounds = trimmed(words, at, last, small, lexicon)
        if bounds is not None:
            found.append(_sequence(words, *bounds))
        free = last + 1
    return found


def _sequence(words: Words, first: int, last: int) -> Sequence:
    text = words.text[words.starts[first] : words.ends[last]]
    return Sequence(first, last, words.words[first : last + 1], text)


def _spelled_out(words: Words, covered: Set[int]) -> dict[int, int]:
    """ "State Peace and Roads Council (SPRC)": where names begin and end whose letters follow in brackets."""
    found: dict[int, int] = {}
    for at in words.capitals:
        letters = words.words[at]
        if (
            at < 2
            or not words.gaps[at].endswith(" (")
            or not 2 < len(letters) <= _LETTERS
            or not letters.isupper()
        ):
            continue
        first, left = at - 1, list(letters)
        while first >= 0 and left and first not in covered:
            word = words.words[first]
            if word[0] == left[-1]:
                left.pop()
            elif word not in _SMALL_WORDS:
                break
            if not left or words.gaps[first] != " ":
                break
            first -= 1
        if not left and words.words[at - 1] not in _SMALL_WORDS:
            found[first] = at - 1
    return found


def _last(words: Words, first: int, covered: Set[int], lexicon: NameWords) -> int:
    """The last word of the name that begins there, without what "of" adds: "Boris Birch | of the Board".

    Near-misses: "Ministry of Roads", "Road Users Front of Northland", an office, "Minister of Northland".
    """
    last, known = first, first
    has_name = is_body = False
    while (step := _step(words, last, covered, lexicon)) is not None:
        if words.words[last + 1] == "of":
            # Each word is looked at once, however often "of" stands in a line of capitals.
            parts = words.lower[known : last + 1]
            known = last + 1
            has_name = has_name or any(part not in lexicon.titles for part in parts)
            is_body = is_body or not lexicon.organisations.isdisjoint(parts)
            if last > first and has_name and not is_body:
                break
        last = step
    return last


def _step(words: Words, last: int, covered: Set[int], lexicon: NameWords) -> int | None:
    """The next word of the same name, over particles and over "of", or None."""
    at = last + 1
    if at < len(words.words) and words.gaps[at] == "." and len(words.words[last]) == 1:
        return at if len(words.words[at]) == 1 and _is_capital(words, at, covered) else None  # "U.N."
    if at >= len(words.words) or words.gaps[at] not in (" ", "-", ". ", "'"):
        return None
    if words.gaps[at] == ". " and len(words.words[last]) > 2:
        return None
    if _is_capital(words, at, covered) or _is_behind_sign(words, at, covered):
        return at
    if _is_second_half(words, at, covered, lexicon):
        return at
    if (
        words.lower[at] in lexicon.parts
        and words.gap_after(at) in (" ", "-", "'")
        and _is_capital(words, at + 1, covered)
    ):
        return at + 1 if words.lower[at] not in lexicon.openers or words.gap_after(at) == "-" else None
    is_for = words.words[at] == "for" and words.lower[last] in lexicon.organisations
    if (words.words[at] == "of" or is_for) and words.gaps[at] == " ":
        on = at + 1
        if on < len(words.words) and words.words[on] == "the" and words.gaps[on] == " ":
            on += 1
        if _is_capital(words, on, covered) and words.gaps[on] == " ":
            return on
    return None


def _is_capital(words: Words, at: int, covered: Set[int]) -> bool:
    return at < len(words.words) and at not in covered and words.words[at][0].isupper()


def _is_behind_sign(words: Words, at: int, covered: Set[int]) -> bool:
    """The rest of "Sa'id", "Isma'il"; not that of "Arden's", "they'll"."""
    rest = words.words[at]
    is_rest = words.gaps[at] == "'" and rest.islower() and rest.isalpha() and len(rest) > 1
    return is_rest and at not in covered and rest not in ("ll", "re", "ve")


def _is_second_half(words: Words, at: int, covered: Set[int], lexicon: NameWords) -> bool:
    """The small half of "Aslan-bek", "Chol-su"; not of "Northland-led"."""
    half = words.words[at]
    is_small = words.gaps[at] == "-" and half.islower() and half.isalpha() and 2 <= len(half) <= _HALF
    return is_small and at not in covered and half not in lexicon.hyphened and words.gap_after(at) != "-"


@kept()
def small_words(passages: tuple[Passage, ...]) -> frozenset[str]:
    """The words that an article writes small; not the half of a name, "lin" in "Chen-lin"."""
    found: set[str] = set()
    for passage in passages:
        words = split_words(passage.text)
        for at, (low, word) in enumerate(zip(words.lower, words.words, strict=True)):
            if low == word and not (words.gaps[at] == "-" and words.words[at - 1][0].isupper()):
                found.add(low)
    return frozenset(found)


def words_in(words: Words, spans: Iterable[tuple[int, int]]) -> set[int]:
    """The words (by index) that begin within one of the spans of the text."""
    inside: set[int] = set()
    for start, end in spans:
        inside.update(range(bisect_left(words.starts, start), bisect_left(words.starts, end)))
    return inside
