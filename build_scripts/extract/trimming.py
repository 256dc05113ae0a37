"""Extract: a run of capital words in; the bounds of the name within it, without titles and openers, out."""

from __future__ import annotations

from collections.abc import Set

from build_scripts.extract.name_words import NameWords
from build_scripts.extract.names import Words

LONGEST_NAME = 12
"""Words; a line in capitals throughout is not one name."""


def trimmed(
    words: Words, first: int, last: int, small: Set[str], lexicon: NameWords
) -> tuple[int, int] | None:
    """The first and the last word of the name among the words `first` to `last`; None where there is none."""
    if words.lower[first] in lexicon.titles and "of" in words.words[first:last]:
        first = _behind_body(words, first, last, lexicon)
        if first > last:
            return None  # an office: "Minister of Roads"
    organisation = not lexicon.organisations.isdisjoint(words.lower[first : last + 1])
    while first <= last and _is_leading_noise(words, first, last, organisation, small, lexicon):
        first += 1
    if not organisation:
        first = _behind_office(words, first, last, lexicon)
    while last >= first and (words.lower[last] in lexicon.calendar or words.lower[last] in lexicon.openers):
        last -= 1
    if first > last or last - first >= LONGEST_NAME:
        return None
    if first == last and (words.lower[first] in lexicon.organisations or len(words.words[first]) == 1):
        return None
    return first, last


def _behind_body(words: Words, first: int, last: int, lexicon: NameWords) -> int:
    """Where the name begins behind an office in a body: "Secretary of the Roads Council Boris Birch"."""
    bodies = [at for at in range(first, last - 1) if words.lower[at] in lexicon.organisations]
    if not bodies:
        # "Secretary of State Boris Birch"
        begin = words.words.index("of", first) + 1
        while begin <= last and words.lower[begin] in lexicon.titles | lexicon.matters | {"and"}:
            begin += 1
        return begin if words.words[begin - 1] != "of" and last > begin else last + 1
    return bodies[-1] + 1 if bodies and words.words[bodies[-1] + 1][0].isupper() else last + 1


def _behind_office(words: Words, first: int, last: int, lexicon: NameWords) -> int:
    """Where the name begins behind an office with its matter: "Roads Minister Boris Birch".

    Two words at least have to follow it: not "Martin Luther King".
    """
    titles = [at for at in range(first + 1, last - 1) if words.lower[at] in lexicon.titles]
    return titles[-1] + 1 if titles else first


def _is_leading_noise(
    words: Words, first: int, last: int, organisation: bool, small: Set[str], lexicon: NameWords
) -> bool:
    lower = words.lower[first]
    if last - first > 1 and len(lower) == len(words.words[first + 1]) == 1 and words.gap_after(first) == ". ":
        return False  # "I. V. Birch"
    if first < last and lower in lexicon.calendar and first and words.lower[first - 1] in lexicon.titles:
        return False  # "Commissioner Sunday Birch"
    if last - first > 1 and lower in lexicon.matters and first and words.lower[first - 1] == "and":
        return True  # "Minister of Trade, Economy and Industry Boris Birch"
    if lower in lexicon.parts and first < last and words.gap_after(first) == "-":
        return False
    if lower in lexicon.openers or lower in lexicon.calendar:
        return True
    if first < last and lower in lexicon.place_openers and words.gap_after(first) == " ":
        return False
    if organisation and first < last:
        return False
    if lexicon.is_origin(lower):
        after = words.words[first + 1] if words.gap_after(first) == " " else ""
        return first < last or after[:1].islower()
    return lower in lexicon.titles or (lower in small and first < last) or (lower in small and first == 0)
