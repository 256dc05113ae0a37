"""Extract: a source and its passages in; the source out, with headline, outlet and day of publication
filled in from its text where its entry leaves them blank.

Stated: a byline, dateline or line of its own gives it. Inferred: the text allows only one reading, and
`published_reason` says which. Otherwise it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.dates.almanac import as_edtf
from build_scripts.extract.dates.grammar import parse
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Expression, Value
from build_scripts.extract.dates.words import Words, words_of
from build_scripts.extract.publication_inferred import inferred
from build_scripts.extract.publication_lines import BACK, FRONT, headline, lines_of_origin, outlet
from build_scripts.models import Basis, Lexicon, Passage, PassageKind, Source

_BESIDE = 20
"""Tokens beside the date in a line that names the issue."""
_NAMED = 8
"""Tokens at the head of minutes among which the sitting is named."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def find_publication(source: Source, passages: tuple[Passage, ...], lexicon: Lexicon) -> Source:
    """The source with its blanks filled from the text; what its entry gives is left as it is."""
    if not source.title:
        title = headline(passages, lexicon)
        source = replace(source, title=title, title_basis=Basis.STATED if title else Basis.UNKNOWN)
    if not source.publisher:
        source = replace(source, publisher=outlet(passages, lexicon))
    if source.published:
        return source
    published, reason = _stated(passages, lexicon)
    if published:
        return replace(source, published=published, published_basis=Basis.STATED, published_reason=reason)
    published, reason = inferred(passages, lexicon)
    basis = Basis.INFERRED if published else Basis.UNKNOWN
    return replace(source, published=published, published_basis=basis, published_reason=reason)


def _stated(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[str, str]:
    """The first full day in a line of origin, days of mere changes last; and the line."""
    words = words_of(lexicon)
    later = words.publication["later"]
    found: list[tuple[bool, str, str]] = []
    for passage in lines_of_origin(passages):
        tokens, dates = parse(passage.text, words)
        is_later = any(token in later for token in tokens.low)
        for date in dates:
            value = date.value
            if date.last is None and value.year and value.month and value.day and not value.ambiguous:
                given = as_edtf(value, value.year)
                if edtf.is_valid(given):
                    found.append((is_later, given, " ".join(passage.text.split())))
    if not found:
        return (
            _stated_apart(passages, words)
            or _stated_by_minutes(passages, words)
            or _stated_period(passages, lexicon)
        )
    _, given, line = min(found, key=lambda candidate: candidate[0])
    return given, f"The line “{line}”."


def _stated_apart(passages: tuple[Passage, ...], words: Words) -> tuple[str, str] | None:
    """A day in a dateline or byline, and its year in a line of rights: "EASTON, June 5", "© 1998 Agency"."""
    day = next((one for one in _days_of_origin(passages, words)), None)
    if day is None:
        return None
    for passage in (*passages[:FRONT], *passages[-BACK:]):
        low = passage.text.lower()
        if not any(sign in low for sign in words.publication["rights"]):
            continue
        for match in _YEAR.finditer(passage.text):
            given = as_edtf(day[0], int(match.group()))
            if edtf.is_valid(given):
                lines = (" ".join(each.text.split()) for each in (day[1], passage))
                return given, "The lines " + " and ".join(f"“{line}”" for line in lines) + "."
    return None


def _stated_by_minutes(passages: tuple[Passage, ...], words: Words) -> tuple[str, str] | None:
    """ "Minutes of a meeting held on 5 June 1998", of that day; not "Minutes of silence on 5 June 1998"."""
    for passage in passages[:FRONT]:
        tokens, dates = parse(passage.text, words)
        is_of_a_sitting = any(tokens.has("own_dates", at) for at in range(2, _NAMED))
        if tokens.word(0) not in words.publication["minutes"] or not is_of_a_sitting:
            continue
        values = [one.value for one in dates if one.last is None and one.value.year and one.value.day]
        given = as_edtf(values[0], values[0].year) if values else ""
        if given:
            return given, f"The line “{' '.join(passage.text.split())}”."
    return None


def _days_of_origin(passages: tuple[Passage, ...], words: Words) -> Iterator[tuple[Value, Passage]]:
    """Days without a year in the lines of origin, each with its line."""
    for passage in lines_of_origin(passages):
        for date in parse(passage.text, words)[1]:
            value = date.value
            if date.last is None and value.day and value.month and not value.year and not value.ambiguous:
                yield value, passage


def _stated_period(passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[str, str]:
    """The month or season of a magazine's line: "The Herald Quarterly, Spring 1998", "(June 1998)".

    Or the day with which a headline ends: "Statement by the ministry, Northtown, 5 June 1998". A heading
    with its date that others follow is one of a list of events, and says nothing of the article.
    """
    words = words_of(lexicon)
    prose = next((at for at, one in enumerate(passages) if one.kind is PassageKind.SENTENCE), len(passages))
    if any(_period(one, words) for one in passages[prose:] if one.kind is PassageKind.HEADING):
        return "", ""
    for passage in passages[:prose]:
        given = _period(passage, words)
        if given:
            return given, f"The line “{' '.join(passage.text.split())}”."
    return "", ""


def _period(passage: Passage, words: Words) -> str:
    """The one date of a line, behind a comma or alone, as EDTF; empty if there is none."""
    tokens, dates = parse(passage.text, words)
    if len(dates) != 1:
        return ""
    first, last = dates[0].value, dates[0].last
    is_numbered = any(tokens.word(at) in words.publication["volumes"] for at in range(len(tokens)))
    is_whole = first.year and (first.day or first.has_month_or_season or is_numbered) and not first.ambiguous
    before = tokens.word(dates[0].start - 1)
    before = tokens.word(dates[0].start - 2) if tokens.has("the", dates[0].start - 1) else before
    is_led = bool(before) and before not in (",", "(", "|", "·", "[", ":", ";")
    is_led = is_led and not _is_issue(tokens, dates[0]) and not _is_set_off(tokens, dates[0].start - 1)
    if not is_whole or is_led or len(tokens) - (dates[0].end - dates[0].start) > _BESIDE:
        return ""
    is_ending = dates[0].end >= len(tokens) and (before == "," or _is_set_off(tokens, dates[0].start - 1))
    if passage.kind is PassageKind.HEADLINE and not (first.day and is_ending):
        return ""
    start = as_edtf(first, first.year)
    if last is None:
        return start
    end = as_edtf(last, last.year or first.year)
    return f"{start}/{end}" if edtf.is_valid(f"{start}/{end}") else ""


def _is_set_off(tokens: Tokens, at: int) -> bool:
    """ "Arden in Northtown - 1998-06-04": by a dash between blanks."""
    return at > 0 and tokens.is_dash(at) and not tokens.is_glued(at) and not tokens.is_glued(at + 1)


def _is_issue(tokens: Tokens, date: Expression) -> bool:
    """ "Issue of 5 June 1998"; not "Talks of 5 June 1998"."""
    at = date.start - 1
    at -= tokens.has("dating", at)
    return at >= 0 and tokens.word(at) in tokens.words.publication["issues"]
