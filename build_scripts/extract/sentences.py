"""Extract: one paragraph in, the bounds of its sentences out.

`nupunkt` finds the ends; what it does not know about news style is mended here: titles before names,
initials, sentences in brackets, closing marks, and questions whose speaker follows.
"""

from __future__ import annotations

import re
from functools import lru_cache

import nupunkt

from build_scripts.extract.word_lists import WordLists, any_case, word_lists
from build_scripts.models import Lexicon

_TITLE_IN_FRONT = re.compile(r"([^\W\d_]+)\.\s*$")
_INITIAL_IN_FRONT = re.compile(r"(?:^|[\s-])[A-Z]\.\s*$")
# Match: "F.W." before "de Birch". Near-miss: "In 1990."
_INITIALS = re.compile(r"(?:^|[\s-])(?:[A-Z]\.\s?){1,3}\s*$")
_FIRST_WORD = re.compile(r"[\"'“‘(\[]*([^\W\d_]+(?:['’][^\W\d_]+)?)")
_CLOSING_FIRST = re.compile(r"[”’»)\]\"']+(?=\s|$)")
_ASKED = re.compile(r"[?!][\"”’']+\s*$")

_BRACKETED = re.compile(
    r"""
    (?<=[.!?"”’]) \s+               # after a sentence
    (\( ["“]? [^\W\d_] [^()]{2,400} [.!?] ["”]? \))   # "(They left.)"; not "(Agency)"
    (?= \s | $ )
    """,
    re.VERBOSE,
)
_FOOTNOTED = re.compile(r"[.!?][\"”’]?(?:\[\d{1,3}\])+\s+(?=[\"“(]?[^\W\d_a-z])")
_OTHER_STOPS = re.compile(r"[。！？؟۔।]+[\"”»)]*\s*")
_WORDLESS = re.compile(r"(?:\[\d+\]|\W)*$")  # "[2] …"; not "It"


def sentence_bounds(text: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Start and end (half open, no white space at either end) of each sentence of a paragraph.

    >>> from build_scripts.models import Lexicon
    >>> sentence_bounds("One went. Two stayed.", Lexicon("xx", {}))
    ((0, 9), (10, 21))
    """
    one_line = text.replace("\n", " ")
    known = _known(lexicon)
    cuts = {start for start, _ in nupunkt.sent_spans(one_line)} - {0}
    cuts |= _more_cuts(one_line)
    bounds: list[tuple[int, int]] = []
    start = 0
    for cut in [*sorted(cuts), len(one_line)]:
        if start < cut < len(one_line):
            cut = _past_closing_marks(one_line, cut)
            if cut < len(one_line) and not known.is_end(one_line, start, cut):
                continue
        piece = one_line[start:cut]
        bare = piece.strip()
        if bare and (not bounds or not _WORDLESS.match(bare)):
            left = start + len(piece) - len(piece.lstrip())
            bounds.append((left, left + len(bare)))
        elif bare:
            bounds[-1] = (bounds[-1][0], start + len(piece.rstrip()))
        start = max(start, cut)
    return tuple(bounds)


def _more_cuts(text: str) -> set[int]:
    cuts: set[int] = set()
    for match in _BRACKETED.finditer(text):
        cuts |= {match.start(1), match.end(1)}
    cuts |= {match.end() for match in _FOOTNOTED.finditer(text)}
    cuts |= {match.end() for match in _OTHER_STOPS.finditer(text)}
    return cuts


def _past_closing_marks(text: str, cut: int) -> int:
    """A closing mark belongs to the sentence before it."""
    match = _CLOSING_FIRST.match(text, cut)
    return match.end() if match else cut


class _Known:
    """The words of a language that decide whether a full stop ends a sentence."""

    def __init__(self, passages: WordLists, speech: WordLists) -> None:
        self.never_final = passages.lowered("never_final")
        self.before_figures = passages.lowered("before_figures")
        self.openers = passages.known("openers")
        self.particles = passages.known("particles")
        self.asked_by = any_case(
            rf"(?:[A-Z][\w'’.-]*\s+|the\s+|[a-z]+\s+){{1,4}}?(?:{speech.one_of('said')})\b"
        )

    def is_end(self, text: str, start: int, cut: int) -> bool:
        before = text[max(start, cut - 60) : cut]
        after = text[cut : cut + 80].lstrip()
        first = _FIRST_WORD.match(after)
        word = first.group(1) if first else ""
        title = _TITLE_IN_FRONT.search(before)
        if title and title.group(1).lower() in self.never_final:
            return False
        if title and after[:1].isdecimal() and title.group(1).lower() in self.before_figures:
            return False  # "Nov. 28-Dec. 2, 1994"
        if _INITIAL_IN_FRONT.search(before) and word[:1].isupper() and word.lower() not in self.openers:
            return False
        if word in self.particles and word[:1].islower() and _INITIALS.search(before):
            return False  # "F.W. de Birch"
        if word[:1].islower() and word not in self.particles:
            return before.rstrip()[-1:] not in ".!?…\"”’'"
        return not (_ASKED.search(before) and self.asked_by.match(after))


@lru_cache(maxsize=16)
def _known(lexicon: Lexicon) -> _Known:
    return _Known(word_lists(lexicon, "passages"), word_lists(lexicon, "quotations"))
