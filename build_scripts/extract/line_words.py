"""Extract: one line in; whether it is prose, and what else it is, by its shape and a few words, out."""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.extract.datelines import dateline_end, is_dateline
from build_scripts.extract.word_lists import WordLists, any_case, word_lists
from build_scripts.models import Lexicon, PassageKind

LONGEST_HEADLINE = 32
LONGEST_BYLINE = 16
LONGEST_QUESTION = 6
"""All in words. A longer line without a full stop is prose whose full stop was lost."""

_ENDS_SENTENCE = re.compile(r"[.!?…;:,][\"'”’)\]»]*$")
_ENDS_QUESTION = re.compile(r"\?$")
_LISTED = re.compile(r"(?:[•*·▪◦–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
_DATED_ITEM = re.compile(
    r"""
    (?: \d{1,2} (?:st|nd|rd|th)? \s+ )?        # "12 " of "12 June: talks"
    (?: [A-Z][a-z]{2,9}\.? (?:\s+\d{1,2})? (?:,?\s+\d{4})? | \d{4} )
    \s* (?: [:–—] | - \s ) \s* \S              # "June 12 – talks", "1998: talks"; not "1998"
    """,
    re.VERBOSE,
)
# Match: "1998", "June 1998". Near-miss: "Apollo 11".
_BARE_PERIOD = re.compile(r"(?:[A-Z][a-z]{2,9}\s+)?(?:1[5-9]|20)\d\d:?$")


# Match: in "June 5, 1998|By A. Arden, Northland Post." Near-miss: "he/she".
_COLUMNS = re.compile(r"[|·•]")


class LineWords:
    """What the shape of one line says of it, and its first words."""

    def __init__(self, lists: WordLists, months: frozenset[str]) -> None:
        self.months = months
        # Match: "FACTBOX: Arden's travels". Near-miss: "NORTHTOWN: Arden travelled."
        self.labelled = any_case(rf"(?:{lists.one_of('headline_labels')})\s*[:|–—-]")
        self.byline = any_case(rf"(?:{lists.one_of('byline_openers')})(?:\s*:\s*|\s+)(?=\S)")
        self.outlets = lists.known("outlet_words")

    def is_prose(self, text: str) -> bool:
        """Ends like a sentence, or is an item of a list, or is too long for anything else."""
        if is_dateline(text) or _BARE_PERIOD.match(text) or self.is_byline(text):
            return False
        count = len(text.split())
        if _ENDS_QUESTION.search(text) and count <= LONGEST_QUESTION:
            return False
        return bool(
            count > LONGEST_HEADLINE
            or _ENDS_SENTENCE.search(text)
            or _LISTED.match(text)
            or self.is_dated_item(text)
            or (dateline_end(text) and not self.labelled.match(text) and not text.isupper())
        )

    def is_dated_item(self, text: str) -> bool:
        """ "June 12 – talks", "June: talks"; not "Northland: talks"."""
        match = _DATED_ITEM.match(text)
        if match is None:
            return False
        opening = re.split(r"[\s.,:–—-]", match.group(), maxsplit=1)[0].lower()
        return opening in self.months or any(sign.isdecimal() for sign in match.group()[:-1])

    def kind(self, text: str) -> PassageKind:
        """The kind of a line that is not prose."""
        if self.is_byline(text):
            return PassageKind.BYLINE
        return PassageKind.DATELINE if is_dateline(text) else PassageKind.HEADING

    def is_outlet(self, text: str) -> bool:
        return is_name_like(text) and any(part.strip(".,") in self.outlets for part in text.split())

    def is_byline(self, text: str) -> bool:
        """ "By J. Brand", "J. Brand | By the desk"; near-miss: "By then it was over."."""
        columns = [column.strip() for column in _COLUMNS.split(text)]
        longest = LONGEST_HEADLINE if is_dateline(columns[0]) else LONGEST_BYLINE
        if len(text.split()) > longest:
            return False
        if len(columns) > 1:
            return any(self.byline.match(column) for column in columns)
        return not re.search(r"[.!?][\"”]?$", text) and bool(self.byline.match(text))


def is_name_like(text: str) -> bool:
    """Up to five words, all with a capital: "Northland Post", "A. Arden"; not "Talks begin"."""
    parts = text.split()
    return len(parts) <= 5 and all(part[:1].isupper() for part in parts)


@lru_cache(maxsize=16)
def line_words(lexicon: Lexicon) -> LineWords:
    months = lexicon.sections.get("dates", {}).get("months", {})
    known = frozenset(str(word) for name, short in months.items() for word in (name, *short))
    return LineWords(word_lists(lexicon, "passages"), known)
