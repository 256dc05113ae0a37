"""Extract: an article's paragraphs in; for each, whether it is prose, headline, heading, byline or dateline.

Known by shape (a date that fills the line, no full stop at its end, first lines) and by a few words of
the lexicon ("by", "posted"); what is doubtful is prose.
"""

from __future__ import annotations

import re

from build_scripts.extract.datelines import is_dateline, is_mostly_date
from build_scripts.extract.line_words import LineWords, is_name_like, line_words
from build_scripts.models import Lexicon, PassageKind

# Match: "2. Voice of the north". Near-miss: "2. They met in June."
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?:\S+\s+){0,7}\S*[^\s.!?…;:,]")
# Match: "The strike: what happens now?". Near-miss: "They left. Why?".
_ASKING = re.compile(r"(?:[^\s.!?]+\s+){1,13}[^\s.!?]+\?")
# Match: "March 2010". Near-miss: "2010".
_MONTH = re.compile(r"[A-Z][a-z]{2,9}\s+(?:1[5-9]|20)\d\d")
_SHORT = 14
"""Words of a headline that ends like a sentence."""
_FOOT = 2
"""Lines at the end of a letter among which its date may stand, with a full stop."""


def kind_of_lines(paragraphs: tuple[str, ...], lexicon: Lexicon) -> tuple[PassageKind, ...]:
    """The kind of each paragraph; prose is `SENTENCE`."""
    paragraphs = (*paragraphs[:-_FOOT], *map(_without_stop, paragraphs[-_FOOT:]))
    words = line_words(lexicon)
    is_prose = [words.is_prose(text) for text in paragraphs]
    numbered = [bool(_NUMBERED.fullmatch(text)) for text in paragraphs]
    for at in range(len(paragraphs) - 1):
        # "1. Radio" above its text; one of several below each other is an item of a list.
        if numbered[at] and not numbered[at + 1] and not (at and numbered[at - 1]) and is_prose[at + 1]:
            is_prose[at] = False
    if len(paragraphs) > 1 and _ASKING.fullmatch(paragraphs[0]) and not is_prose[1]:
        # "What happens now?" above "The Herald" and its date.
        is_prose[0] = False
    if len(paragraphs) > 2 and is_prose[0] and _is_over_date(paragraphs):
        is_prose[0] = False
    if not any(is_prose):
        return (PassageKind.SENTENCE,) * len(paragraphs)
    first_prose = is_prose.index(True)
    # "March 2010" below the outlet's name; one of several is the heading of a list of events.
    issue = [text for text in paragraphs if _MONTH.fullmatch(text)]
    kinds = _front(paragraphs[:first_prose], words, issue[0] if len(issue) == 1 else "")
    # A byline is no item of a list, whatever stands below it.
    is_item = [
        not prose and not words.is_byline(text) for prose, text in zip(is_prose, paragraphs, strict=True)
    ]
    for at in range(first_prose, len(paragraphs)):
        listed = at + 1 < len(paragraphs) and is_item[at] and _run_of_items(is_item, at)
        kinds.append(PassageKind.SENTENCE if is_prose[at] or listed else words.kind(paragraphs[at]))
    if kinds and kinds[-1] is PassageKind.HEADING:
        kinds[-1] = PassageKind.SENTENCE  # nothing follows it
    return tuple(_date_headings(kinds, first_prose))


def _is_over_date(paragraphs: tuple[str, ...]) -> bool:
    """ "Talks in Northtown, says govt.", a short first line, over the only line that is a date.

    Near-misses: an introduction of more words; the first of several dates of a list.
    """
    dates = [at for at, text in enumerate(paragraphs) if is_dateline(text)]
    return dates == [1] and len(paragraphs[0].split()) <= _SHORT


def _without_stop(text: str) -> str:
    """ "13th November, 1911", of that line with a full stop; any other line as it is."""
    bare = text.removesuffix(".")
    return bare if is_dateline(bare) else text


def _date_headings(kinds: list[PassageKind], first_prose: int) -> list[PassageKind]:
    """Dates on lines of their own, each with prose below it, are headings of a list of events."""
    dated = [
        at
        for at in range(max(first_prose - 1, 0), len(kinds) - 1)
        if kinds[at] is PassageKind.DATELINE and kinds[at + 1] is PassageKind.SENTENCE
    ]
    is_list = any(at > first_prose for at in dated)
    return [PassageKind.HEADING if is_list and at in dated else kind for at, kind in enumerate(kinds)]


def _run_of_items(is_item: list[bool], at: int) -> bool:
    """Three lines in a row without a full stop are a list, not headings."""
    start = at
    while start > 0 and is_item[start - 1]:
        start -= 1
    end = at
    while end + 1 < len(is_item) and is_item[end + 1] and end - start < 3:
        end += 1
    return end - start >= 2 and start < at


def _front(lines: tuple[str, ...], words: LineWords, issue: str) -> list[PassageKind]:
    """Lines before the first prose: the first that is neither date, byline nor outlet is the headline.

    `issue` is the month of a magazine, or empty.
    """
    kinds: list[PassageKind] = []
    for text in lines:
        kind = words.kind(text)
        is_issue = text == issue and PassageKind.BYLINE in kinds
        if kind is PassageKind.HEADING and kinds and (is_issue or is_mostly_date(text)):
            kind = PassageKind.DATELINE
        if kind is PassageKind.HEADING:
            if PassageKind.HEADLINE not in kinds and not words.is_outlet(text):
                kind = PassageKind.HEADLINE
            elif words.is_outlet(text) or is_name_like(text):
                kind = PassageKind.BYLINE
        kinds.append(kind)
    if kinds and PassageKind.HEADLINE not in kinds and PassageKind.BYLINE in kinds:
        at = next(i for i, text in enumerate(lines) if kinds[i] is PassageKind.BYLINE)
        if words.is_outlet(lines[at]) and len(lines) == 1:
            kinds[at] = PassageKind.HEADLINE
    return kinds
