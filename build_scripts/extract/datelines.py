"""Extract: a paragraph in; whether it is a dateline, or where the text behind one begins, out.

Known by shape alone: capitals, a place, a day, an agency, a dash.
"""

from __future__ import annotations

import re

_DATE = r"""
    (?: [A-Z][a-z]{2,8}\.?,? \s+ )?                                        # weekday
    (?: [A-Z][A-Za-z]{2,8}\.? \s+ \d{1,2} (?:st|nd|rd|th)? ,? \s+ \d{4}    # "Feb 19, 2024"
      | \d{1,2} (?:st|nd|rd|th)? \s+ [A-Z][A-Za-z]{2,8}\.? ,? \s+ \d{4}    # "19 February 2024"
      | \d{1,2} (?P<sign>[/-]) [A-Z][a-z]{2,8} (?P=sign) \d{4}              # "19/Feb/2024"
      | \d{4}-\d{2}-\d{2} | \d{4}/\d{2}/\d{2}                              # "2024-02-19"; not "2024-25"
      | \d{1,2}[./]\d{1,2}[./]\d{4} )
"""
_WHOLE_DATE = re.compile(rf"(?<![\w/.-]){_DATE}(?![\w/-])", re.VERBOSE)
# Match: "Talks of 12 May 2011 fail", behind "of". Near-miss: "Agency | 12 May 2011".
_LED_TO = re.compile(
    r"\b(?:of|on|in|since|for|until|till|by|from|after|before|to|at)\s+(?:the\s+)?$", re.IGNORECASE
)
_DATE_LINE = re.compile(
    rf"""
    (?: [A-Z][\w .'’-]{{1,40}}, \s+ )?           # a place: "Northtown, 4 June 1998"
    {_DATE}
    (?: T | \s*+ (?: [,|·–-] \s*+ )? (?:at\s+)? )  # and a time: "19 Feb 2024 | 10:30 GMT"
    (?: \d{{1,2}} [:.] \d{{1,2}} (?: [:.] \d{{2}} )? \s*+ (?: [ap]\.?m\.? \s*+ )?
        (?: \(?[A-Z]{{1,4}}\)? | [+-]\d\d:?\d\d )? )?
    $
    """,
    re.VERBOSE,
)
# Match: "(Wire Agency February 24, 2009)" and nothing else. Near-miss: "(He left on February 24, 2009.)"
_ORIGIN = re.compile(rf"\( (?: [A-Z][\w.'’&-]+ ,? \s+ ){{1,5}} {_DATE} \)", re.VERBOSE)
_DAY = r"""
    (?: \d{4}-\d{2}-\d{2}                                                 # "1998-06-04"
      | [A-Z][a-z]{2,8} (?:\.\s*|\s+) \d{1,2} (?:st|nd|rd|th)?             # "June 4th", "Aug.10"
      | \d{1,2} (?:st|nd|rd|th)? \s+ [A-Z][a-z]{2,8}\.? )                  # "4 June"
    (?: ,? \s+ (?: \d{4} | ['’]?\d{2} (?![\w:.,/-]) ) )?                    # "1998", "98"
"""
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+ (?: [ ] [A-ZÀ-Þ][A-ZÀ-Þ.'’-]* ){0,3}"
_REGION = r"(?: ,\s[A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? )"
_AGENCY = (
    r"(?: \( [^()\d]{2,40} \) | / [^/\d]{2,40} / \.? | \( \d{1,2}[:.]\d\d [^()\d]{0,12} \) )"  # or the time
)
_DATELINE = re.compile(
    rf"""
    (?: {_CAPITALS} (?: [,/] \s* [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? ){{0,2}}     # "NORTHTOWN, Northland"
        (?: [,.]? \s+ {_DAY} )? (?: [,.]? \s+ {_AGENCY} )? \s* (?: — | – | -{{1,2}} (?=\s) | : )
      | [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? , \s+ {_DAY} \. \s? (?:—|–|-{{1,2}}) \s?    # "City, June 4.-"
        (?: {_AGENCY} \s? (?:—|–|-{{1,2}}) )?
      | (?: [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? {_REGION}? [,.] \s+ )?             # "June 4 (Agency) -"
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
# Match: "Northtown, June 4, 1998: Talks", "Northtown, Northland, June 4, 1998 - Talks".
# Near-miss: the same not at the head of the text, in a list of events.
_OPENING = re.compile(
    rf"""
    (?: [A-Z]{{2,6}}, \s+ )?
    [A-Z][\w.'’-]+ (?:[ ][A-Z][\w.'’-]+)? (?: [ ]\([A-Z][\w.'’ -]+\) | {_REGION} )? (?: , | \s [—–-] ) \s+
    {_DAY} (?<=\d{{4}})
    (?: \. | \s* (?: — | – | -{{1,2}} (?=\s) | : ) ) \s+ (?= ["“]?[A-Z] )
    """,
    re.VERBOSE,
)
LONGEST_DATELINE = 120
"""Code points; a capital word and a dash further on are part of a sentence."""
LONGEST_BESIDE_DATE = 7
"""Words on a line that is a date and little else."""


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


def is_dateline(line: str) -> bool:
    """Whether a line is nothing but a date, a place with its day, or where the text comes from.

    >>> [is_dateline(line) for line in ("Northtown, 4 June 1998", "NORTHTOWN, June 4.", "On 4 June 1998")]
    [True, True, False]
    """
    is_date = _DATE_LINE.match(line.rstrip(":"))
    return bool(is_date or _DATELINE_ALONE.fullmatch(line) or _ORIGIN.fullmatch(line))


def is_mostly_date(text: str) -> bool:
    """ "News | World | 19 February 2024", "[Agency, 19 February 2024, 11:58 GMT]" below a headline."""
    match = _WHOLE_DATE.search(text)
    if match is None or _LED_TO.search(text[: match.start()]):
        return False
    beside = f"{text[: match.start()]} {text[match.end() :]}"
    return len(re.findall(r"[^\W\d_]{2,}", beside)) <= LONGEST_BESIDE_DATE
