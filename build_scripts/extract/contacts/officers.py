"""Extract: the words of a passage in, where a minister whom nobody has a page for is named out.

"Interior Minister A. Ash", "the interior minister, A. Ash," of no country that is said: of the one that
the article is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word

_MOST_NAMES = 4
_MOST_WORDS = 4
"""Words before the office: "the deputy foreign minister", "Trade and Industry Minister"."""
_ANOTHERS = (Tag.NAME, Tag.ACTOR, Tag.SIDED, Tag.POSSESSIVE)


def officer_at(words: Sequence[Word], at: int, grammar: Grammar) -> int:
    """Where "the interior minister, A. Ash" that begins at a word ends; 0 where none begins.

    Near-misses: "Westland's interior minister, A. Ash", "Interior Minister A. Ash of Westland".
    """
    head = _office(words, at, grammar)
    if head < 0 or (at and (_is_anothers(words, at) or _is_abroad(words, at) or _is_one_of(words, at))):
        return 0
    comma = words[head + 1].tag is Tag.COMMA if head + 1 < len(words) else False
    end = first = head + 1 + comma
    while (
        end < len(words) and end - first < _MOST_NAMES and words[end].tag is Tag.NAME and not words[end].home
    ):
        end += 1
    while words[end - 1].low in grammar.classes["honorifics"] and end < len(words) and words[end].text == ".":
        end += 1
    if end == first or _is_of_land(words, end):
        return 0
    closed = end >= len(words) or words[end].tag in (Tag.COMMA, Tag.CLOSE, Tag.STOP)
    return end if closed or not comma else 0


def _office(words: Sequence[Word], at: int, grammar: Grammar) -> int:
    """Index of "minister", behind what he is minister of; -1 where it does not stand."""
    article = words[at].low == "the"
    if not article and words[at].tag is not Tag.NAME:
        return -1
    for each in range(at + article, min(at + article + _MOST_WORDS, len(words))):
        word = words[each]
        if grammar.has("named_officers", word.low):
            return each if each > at or not article else -1
        if not grammar.has("portfolios", word.low):
            return -1
    return -1


def _is_anothers(words: Sequence[Word], at: int) -> bool:
    """ "Westland's | foreign minister", "Westish | Foreign Minister"."""
    return words[at - 1].tag in _ANOTHERS


def _is_abroad(words: Sequence[Word], at: int) -> bool:
    """ "was in Westford on Thursday for talks with | Prime Minister A. Ash": of that place, as likely as not.

    Near-miss: "was in the capital for talks with Prime Minister A. Ash".
    """
    for each in range(at - 1, 0, -1):
        if words[each].tag in (Tag.STOP, Tag.VERB):
            return False
        if words[each].tag is Tag.NAME and words[each - 1].low == "in":
            return not words[each].home
    return False


def _is_one_of(words: Sequence[Word], at: int) -> bool:
    """ "Westish officials, including | Prime Minister A. Ash"; near-miss: "officials, including …"."""
    before = words[max(at - _MOST_WORDS, 0) : at]
    if not before or before[-1].low not in ("including", "like"):
        return False
    return any(word.tag in (Tag.NAME, Tag.SIDED) for word in before[:-1])


def _is_of_land(words: Sequence[Word], end: int) -> bool:
    """ "Foreign Minister A. Ash | of Westland"."""
    return end + 1 < len(words) and words[end].low in ("of", "from") and words[end + 1].is_name
