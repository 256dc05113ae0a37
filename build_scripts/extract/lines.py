"""Extract: an article's paragraphs in; for each, whether it is prose, headline, heading, byline or dateline.

Known by shape (a date that fills the line, no full stop at its end, first lines) and by a few words of
the lexicon ("by", "posted"); what is doubtful is prose.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_scripts.models import Lexicon, PassageKind

LONGEST_HEADLINE = 32
LONGEST_HEADING = 14
LONGEST_BYLINE = 16
LONGEST_QUESTION = 6
LONGEST_BESIDE_DATE = 7
"""All in words. A longer line without a full stop is prose whose full stop was lost."""

_ENDS_SENTENCE = re.compile(r"[.!?…;:,][\"'”’)\]»]*$")
_ENDS_QUESTION = re.compile(r"\?$")
_LISTED = re.compile(r"(?:[•*·▪◦–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))\s")
# Match: "2. Voice of the north". Near-miss: "2. They met in June."
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?:\S+\s+){0,7}\S*[^\s.!?…;:,]")
_DATED_ITEM = re.compile(
    r"""
    (?: \d{1,2} (?:st|nd|rd|th)? \s+ )?        # "12 " of "12 June: talks"
    (?: [A-Z][a-z]{2,9}\.? (?:\s+\d{1,2})? (?:,?\s+\d{4})? | \d{4} )
    \s* (?: [:–—] | - \s ) \s* \S              # "June 12 – talks", "1998: talks"; not "1998"
    """,
    re.VERBOSE,
)
_BARE_PERIOD = re.compile(
    r"(?:[A-Z][a-z]{2,9}\s+)?(?:1[5-9]|20)\d\d:?$"
)  # "1998", "June 1998"; not "Apollo 11"
# Match: "March 2010". Near-miss: "2010".
_MONTH = re.compile(r"[A-Z][a-z]{2,9}\s+(?:1[5-9]|20)\d\d")
_DATE = r"""
    (?: [A-Z][a-z]{2,8}\.?,? \s+ )?                                        # weekday
    (?: [A-Z][A-Za-z]{2,8}\.? \s+ \d{1,2} (?:st|nd|rd|th)? ,? \s+ \d{4}    # "Feb 19, 2024"
      | \d{1,2} (?:st|nd|rd|th)? \s+ [A-Z][A-Za-z]{2,8}\.? ,? \s+ \d{4}    # "19 February 2024"
      | \d{1,2} (?P<sign>[/-]) [A-Z][a-z]{2,8} (?P=sign) \d{4}              # "19/Feb/2024"
      | \d{4}-\d{2}-\d{2} | \d{4}/\d{2}/\d{2}                              # "2024-02-19"; not "2024-25"
      | \d{1,2}[./]\d{1,2}[./]\d{4} )
"""
# Match: "Talks of 12 May 2011 fail", behind "of". Near-miss: "Agency | 12 May 2011".
_LED_TO = re.compile(
    r"\b(?:of|on|in|since|for|until|till|by|from|after|before|to|at)\s+(?:the\s+)?$", re.IGNORECASE
)
_WHOLE_DATE = re.compile(rf"(?<![\w/.-]){_DATE}(?![\w/-])", re.VERBOSE)
_DATE_LINE = re.compile(
    rf"""
    (?: [A-Z][\w .'’-]{{1,40}}, \s+ )?           # a place: "Northtown, 4 June 1998"
    {_DATE}
    (?: T | \s*+ (?: [,|·-] \s*+ )? (?:at\s+)? )  # and a time: "19 Feb 2024 | 10:30 GMT"
    (?: \d{{1,2}} [:.] \d{{1,2}} (?: [:.] \d{{2}} )? \s*+ (?: [ap]\.?m\.? \s*+ )?
        (?: \(?[A-Z]{{1,4}}\)? | [+-]\d\d:?\d\d )? )?
    $
    """,
    re.VERBOSE,
)
# Match: "(Wire Agency February 24, 2009)" and nothing else. Near-miss: "(He left on February 24, 2009.)"
_ORIGIN = re.compile(rf"\( (?: [A-Z][\w.'’&-]+ ,? \s+ ){{1,5}} {_DATE} \)", re.VERBOSE)
_DAY = r"""
    (?: [A-Z][a-z]{2,8} (?:\.\s*|\s+) \d{1,2} (?:st|nd|rd|th)?             # "June 4th", "Aug.10"
      | \d{1,2} (?:st|nd|rd|th)? \s+ [A-Z][a-z]{2,8}\.? )                  # "4 June"
    (?: ,? \s+ (?: \d{4} | ['’]?\d{2} (?![\w:.,/-]) ) )?                    # "1998", "98"
"""
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ (?: [ ] [A-ZÀ-Þ][A-ZÀ-Þ.'’-]* ){0,3}"
_AGENCY = (
    r"(?: \( [^()\d]{2,40} \) | / [^/\d]{2,40} / \.? | \( \d{1,2}[:.]\d\d [^()\d]{0,12} \) )"  # or the time
)
_DATELINE = re.compile(
    rf"""
    (?: {_CAPITALS} (?: [,/] \s* [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? ){{0,2}}     # "NORTHTOWN, Northland"
        (?: [,.]? \s+ {_DAY} )? (?: [,.]? \s+ {_AGENCY} )? \s* (?: — | – | -{{1,2}} (?=\s) | : )
      | [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? , \s+ {_DAY} \. \s? (?:—|–|-{{1,2}}) \s?    # "City, June 4.-"
        (?: {_AGENCY} \s? (?:—|–|-{{1,2}}) )?
      | (?: [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? [,.] \s+ )?                        # "June 4 (Agency) -"
        {_DAY} [,.]? \s+ (?: {_AGENCY} | [A-Z]{{2,8}} (?=\s) ) \s* (?: — | – | -{{1,2}} | : )
      | [A-Z][\w'’-]+ (?:[ ][A-Z][\w'’-]+){{0,2}} \s+ {_AGENCY}                     # "City (Agency) —"
        \s* (?: — | – | -{{1,2}} ) (?=\s+["“]?[A-Z])
      | {_CAPITALS} [,.] \s+ {_DAY} [,.]? \s+ / [^/\d]{{2,40}} / \.?               # "CITY, June 4. /AGENCY/."
      | {_CAPITALS} [,.] \s+ {_DAY} \. (?=\s+["“‘]?[A-Z])                          # "CITY, June 4. Talks"
      | {_CAPITALS} (?: ,\s[A-Z][\w.'’-]+ )? \s+ \( {_DAY} \) \s* (?: — | – | -{{1,2}} | : )
      | [A-Z][\w'’-]+ (?:[ ][A-Z][\w'’-]+){{0,2}} \s+ {_AGENCY} , \s+ {_DAY} (?: \. | \s* (?: — | – | - ) )
    )
    (?: \s+ | (?<=[—–-]) ) (?= ["“‘'(]? [^\W_] )
    """,
    re.VERBOSE,
)
# Match: "NORTHTOWN, June 4." and nothing else. Near-miss: "They came on June 4."
_DATELINE_ALONE = re.compile(rf"{_CAPITALS} [,.] \s+ {_DAY} \.?", re.VERBOSE)
# Match: "Northtown, June 4, 1998: Talks", at the head of the text. Near-miss: the same in a list of events.
_OPENING = re.compile(
    rf"""
    (?: [A-Z]{{2,6}}, \s+ )?
    [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? (?:[ ]\([A-Z][\w.'’ -]+\))? (?: , | \s [—–-] ) \s+
    {_DAY} (?<=\d{{4}})
    (?: \. | \s* (?: — | – | -{{1,2}} (?=\s) | : ) ) \s+ (?= ["“]?[A-Z] )
    """,
    re.VERBOSE,
)
LONGEST_DATELINE = 120
"""Code points; a capital word and a dash further on are part of a sentence."""


def dateline_end(paragraph: str, opens: bool = False) -> int:
    """Offset at which the text after a leading dateline begins, 0 where there is none.

    `opens`: the paragraph is the first of the prose, where a place and a full date are one, too.

    >>> dateline_end("NORTHTOWN, June 4, 1998 — Talks began.")
    26
    >>> dateline_end("June 4, 1998 – talks begin"), dateline_end("Arden – the envoy – left.")
    (0, 0)
    """
    head = paragraph[:LONGEST_DATELINE]
    match = _DATELINE.match(head) or (_OPENING.match(head) if opens else None)
    return match.end() if match else 0


def kind_of_lines(paragraphs: tuple[str, ...], lexicon: Lexicon) -> tuple[PassageKind, ...]:
    """The kind of each paragraph; prose is `SENTENCE`."""
    words = _words_of(lexicon)
    is_prose = [words.is_prose(text) for text in paragraphs]
    numbered = [bool(_NUMBERED.fullmatch(text)) for text in paragraphs]
    for at in range(len(paragraphs) - 1):
        # "1. Radio" above its text; one of several below each other is an item of a list.
        if numbered[at] and not numbered[at + 1] and not (at and numbered[at - 1]) and is_prose[at + 1]:
            is_prose[at] = False
    if not any(is_prose):
        return (PassageKind.SENTENCE,) * len(paragraphs)
    first_prose = is_prose.index(True)
    # "March 2010" below the outlet's name; one of several is the heading of a list of events.
    issue = [text for text in paragraphs if _MONTH.fullmatch(text)]
    kinds = _front(paragraphs[:first_prose], words, issue[0] if len(issue) == 1 else "")
    for at in range(first_prose, len(paragraphs)):
        listed = at + 1 < len(paragraphs) and not is_prose[at] and _run_of_items(is_prose, at)
        kinds.append(PassageKind.SENTENCE if is_prose[at] or listed else words.kind(paragraphs[at]))
    if kinds and kinds[-1] is PassageKind.HEADING:
        kinds[-1] = PassageKind.SENTENCE  # nothing follows it
    return tuple(_date_headings(kinds, first_prose))


def _date_headings(kinds: list[PassageKind], first_prose: int) -> list[PassageKind]:
    """Dates on lines of their own, each with prose below it, are headings of a list of events."""
    dated = [
        at
        for at in range(max(first_prose - 1, 0), len(kinds) - 1)
        if kinds[at] is PassageKind.DATELINE and kinds[at + 1] is PassageKind.SENTENCE
    ]
    is_list = any(at > first_prose for at in dated)
    return [PassageKind.HEADING if is_list and at in dated else kind for at, kind in enumerate(kinds)]


def _run_of_items(is_prose: list[bool], at: int) -> bool:
    """Three lines in a row without a full stop are a list, not headings."""
    start = at
    while start > 0 and not is_prose[start - 1]:
        start -= 1
    end = at
    while end + 1 < len(is_prose) and not is_prose[end + 1] and end - start < 3:
        end += 1
    return end - start >= 2 and start < at


def _front(lines: tuple[str, ...], words: _Words, issue: str) -> list[PassageKind]:
    """Lines before the first prose: the first that is neither date, byline nor outlet is the headline.

    `issue` is the month of a magazine, or empty.
    """
    kinds: list[PassageKind] = []
    for text in lines:
        kind = words.kind(text)
        is_issue = text == issue and PassageKind.BYLINE in kinds
        if kind is PassageKind.HEADING and kinds and (is_issue or _is_mostly_date(text)):
            kind = PassageKind.DATELINE
        if kind is PassageKind.HEADING:
            if PassageKind.HEADLINE not in kinds and not words.is_outlet(text):
                kind = PassageKind.HEADLINE
            elif words.is_outlet(text) or _is_name_like(text):
                kind = PassageKind.BYLINE
        kinds.append(kind)
    if kinds and PassageKind.HEADLINE not in kinds and PassageKind.BYLINE in kinds:
        at = next(i for i, text in enumerate(lines) if kinds[i] is PassageKind.BYLINE)
        if words.is_outlet(lines[at]) and len(lines) == 1:
            kinds[at] = PassageKind.HEADLINE
    return kinds


def _is_mostly_date(text: str) -> bool:
    """ "News | World | 19 February 2024", "[Agency, 19 February 2024, 11:58 GMT]" below a headline."""
    match = _WHOLE_DATE.search(text)
    if match is None or _LED_TO.search(text[: match.start()]):
        return False
    beside = f"{text[: match.start()]} {text[match.end() :]}"
    return len(re.findall(r"[^\W\d_]{2,}", beside)) <= LONGEST_BESIDE_DATE


def _is_name_like(text: str) -> bool:
    """Up to five words, all with a capital: "Northland Post", "A. Arden"; not "Talks begin"."""
    parts = text.split()
    return len(parts) <= 5 and all(part[:1].isupper() for part in parts)


class _Words:
    def __init__(
        self,
        bylines: tuple[str, ...],
        outlets: tuple[str, ...],
        labels: tuple[str, ...],
        months: frozenset[str],
    ) -> None:
        self.months = months
        # Match: "FACTBOX: Arden's travels". Near-miss: "NORTHTOWN: Arden travelled."
        self.labelled = re.compile(
            rf"(?:{'|'.join(map(re.escape, labels)) or '(?!)'})\s*[:|–—-]", re.IGNORECASE
        )
        openers = "|".join(re.escape(word) for word in bylines) or r"(?!)"
        self.byline = re.compile(rf"(?:{openers})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)
        self.outlets = frozenset(outlets)

    def is_prose(self, text: str) -> bool:
        """Ends like a sentence, or is an item of a list, or is too long for anything else."""
        if _DATE_LINE.match(text.rstrip(":")) or _BARE_PERIOD.match(text) or self._is_byline(text):
            return False
        if _DATELINE_ALONE.fullmatch(text) or _ORIGIN.fullmatch(text):
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
        if self._is_byline(text):
            return PassageKind.BYLINE
        if _DATE_LINE.match(text.rstrip(":")) or _DATELINE_ALONE.fullmatch(text):
            return PassageKind.DATELINE
        if _ORIGIN.fullmatch(text):
            return PassageKind.DATELINE
        return PassageKind.HEADING

    def is_outlet(self, text: str) -> bool:
        return _is_name_like(text) and any(part.strip(".,") in self.outlets for part in text.split())

    def _is_byline(self, text: str) -> bool:
        short = len(text.split()) <= LONGEST_BYLINE
        return short and not re.search(r"[.!?][\"”]?$", text) and bool(self.byline.match(text))


@lru_cache(maxsize=16)
def _words_of(lexicon: Lexicon) -> _Words:
    section = lexicon.sections.get("passages", {})
    months = lexicon.sections.get("dates", {}).get("months", {})
    known = frozenset(str(word) for name, short in months.items() for word in (name, *short))
    names = ("byline_openers", "outlet_words", "headline_labels")
    bylines, outlets, labels = (tuple(section.get(name, ())) for name in names)
    return _Words(bylines, outlets, labels, known)
