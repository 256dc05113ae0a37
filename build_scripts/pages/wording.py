"""Pages: values in, the words in which readers are told them out (numbers, dates, names, sources)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from build_scripts import edtf
from build_scripts.models import Basis

_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_BASIS = {
    Basis.STATED: "stated in the text",
    Basis.LOOKED_UP: "looked up",
    Basis.INFERRED: "inferred",
    Basis.FROM_ADDRESS: "from the page's address",
    Basis.UNKNOWN: "",
}
_PRECISION = {
    "day": "to the day",
    "month": "to the month",
    "season": "to the season",
    "year": "to the year",
    "decade": "to the decade",
    "century": "to the century",
}


def number(count: int) -> str:
    """A count in words up to twelve.

    >>> number(4), number(40)
    ('four', '40')
    """
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """A count with its noun.

    >>> counted(1, "article"), counted(0, "contact"), counted(2, "story", "stories")
    ('one article', 'no contacts', 'two stories')
    """
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def listed(words: Iterable[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    every = list(words)
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)


def sentence(text: str) -> str:
    """A text with its first letter raised.

    >>> sentence("four articles")
    'Four articles'
    """
    return text[:1].upper() + text[1:]


def percentage(share: float) -> str:
    """A share (0 to 1) for readers.

    >>> percentage(0.834), percentage(0.004)
    ('83%', 'under 1%')
    """
    return "under 1%" if 0 < share < 0.005 else f"{share * 100:.0f}%"


def precision(edtf_date: str) -> str:
    """How precisely a date is known.

    >>> precision("2006-03"), precision("2023-10-07/.."), precision("")
    ('to the month', 'no end given', 'no date given')
    """
    if not edtf_date or not edtf.is_valid(edtf_date):
        return "no date given"
    if edtf.is_approximate(edtf_date):
        return "approximate"
    if edtf.precision(edtf_date) != "interval":
        return _PRECISION[edtf.precision(edtf_date)]
    start, end = edtf_date.split("/")
    if end in ("", ".."):
        return "no end given"
    return "a span" if start not in ("", "..") else "no beginning given"


def value(text: str) -> str:
    """A normalised value: a date in words, anything else as it is.

    >>> value("2024-02-28/2024-02-29"), value("more than 10")
    ('28–29 February 2024', 'more than 10')
    """
    return edtf.in_words(text) if edtf.is_valid(text) else text


def without_date(title: str, edtf_date: str) -> str:
    """A contact's title for a place where its date stands beside it.

    >>> without_date("Anna Arden in Northtown, March 2006", "2006-03")
    'Anna Arden in Northtown'
    """
    words = edtf.in_words(edtf_date) if edtf_date else "undated"
    return title.removesuffix(f", {words}")


def basis(known: Basis) -> str:
    """How a fact about a source is known, or nothing."""
    return _BASIS[known]


def coverage(dates: Sequence[str]) -> str:
    """The time from the first to the last of some EDTF dates, no more precisely than all of them are given.

    >>> coverage(["2024-02-28", "2024-02-19", ""]), coverage(["2024-02-19", "2024-03"])
    ('19–28 February 2024', 'February to March 2024')
    """
    spans = [span for one in dates if (span := edtf.bounds(one)) is not None]
    days = sorted(day for span in spans for day in span if day not in (date.min, date.max))
    if not days:
        return ""
    length = min(_digits(one) for one in dates if edtf.bounds(one) is not None)
    first, last = str(days[0])[:length], str(days[-1])[:length]
    return edtf.in_words(first if first == last else f"{first}/{last}")


def _digits(edtf_date: str) -> int:
    """How much of an ISO date is known: 10 characters to the day, 7 to the month, 4 to the year."""
    parts = edtf_date.split("/")
    known = {"day": 10, "month": 7, "season": 7}
    return min(known.get(edtf.precision(part), 4) for part in parts)
