"""Extract: the passages of an article in; its lines of origin out, and the headline and outlet they name."""

from __future__ import annotations

import re

from build_scripts.extract.dates.grammar import parse
from build_scripts.extract.dates.words import words_of
from build_scripts.models import Lexicon, Passage, PassageKind

FRONT, BACK = 12, 4
"""Passages at the beginning and the end among which lines of origin stand."""
_SEPARATORS = re.compile(r"\s*[,|·•;/()]\s*|\s+[–—-]\s+|:\s+")
# Match: "(Agency)", "/AGENCY/". Near-miss: "(12 June)".
_AGENCY = re.compile(r"\((?P<round>[^()\d]{2,40})\)|(?<!\d)/(?P<slashes>[^/\d]{2,40})/(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ACRONYM = 3


def lines_of_origin(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    kinds = (PassageKind.BYLINE, PassageKind.DATELINE)
    front = passages[:FRONT]
    back = passages[max(len(passages) - BACK, len(front)) :]
    return tuple(passage for passage in (*front, *back) if passage.kind in kinds)


def headline(passages: tuple[Passage, ...], lexicon: Lexicon) -> str:
    """The first headline that is more than a date."""
    words = words_of(lexicon)
    for passage in passages:
        if passage.kind is PassageKind.HEADLINE:
            tokens, dates = parse(passage.text, words)
            if sum(date.end - date.start for date in dates) * 2 < len(tokens):
                return " ".join(passage.text.split())
    return ""


def outlet(passages: tuple[Passage, ...], lexicon: Lexicon) -> str:
    """The outlet that a byline or a line of its own names, or the agency of the dateline."""
    section = lexicon.sections.get("passages", {})
    known = frozenset(str(word) for word in section.get("outlet_words", ()))
    roles = words_of(lexicon).publication["roles"]
    lines = lines_of_origin(passages)
    for passage in lines:
        if passage.kind is PassageKind.BYLINE and (name := _named_outlet(passage.text, known, roles)):
            return name
    datelines = [passage.text for passage in lines if passage.kind is PassageKind.DATELINE]
    for line in datelines:
        for match in _AGENCY.finditer(line):
            agency = (match.group("round") or match.group("slashes")).strip()
            # "Northtown (New Lakeside), June 4": where that is.
            is_region = line[match.end() :].startswith(",") and " " in agency
            is_region = is_region and known.isdisjoint(_WORD.findall(agency))
            # "June 4, 1998 (EASTON) -": behind a day that nothing stands before, capitals are a place's.
            is_region = is_region or _is_place_behind_day(line, match.start(), agency, lexicon)
            if agency.lower() not in words_of(lexicon).weekdays and not is_region:
                return agency  # not "NORTHTOWN, June 4 (Tuesday) -"
    # "The Northland Post, Monday 4 June 1998".
    return next((name for line in datelines if (name := _named_outlet(line, known, roles))), "")


def _is_place_behind_day(line: str, bracket: int, name: str, lexicon: Lexicon) -> bool:
    """Whether a name in brackets is a place: in capitals, longer than "AFP", behind a day."""
    tokens, dates = parse(line[:bracket], words_of(lexicon))
    opens = any(date.start == 0 and date.end >= len(tokens) for date in dates)
    return opens and name.isupper() and len(name) > _LONGEST_ACRONYM


def _named_outlet(line: str, known: frozenset[str], roles: frozenset[str]) -> str:
    """The part of the line that bears an outlet's word ("Herald"), or a line that is one capitalised word."""
    for part in _SEPARATORS.split(line):
        words = _WORD.findall(part)
        while words and words[0].lower() in roles:
            part = "".join(part.split(None, 1)[1:])
            words = words[1:]
        if (
            len(words) <= 6
            and any(word in known for word in words)
            and not any(sign.isdigit() for sign in part)
        ):
            return part.strip(" .")
    word = _WORD.fullmatch(line.strip())
    return line.strip() if word and line[:1].isupper() and line.lower() not in roles else ""
