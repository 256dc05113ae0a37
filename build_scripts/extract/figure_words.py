"""Extract: the lexicon's words about quantities in; patterns for what stands round a number out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_scripts.extract.credit_words import one_of
from build_scripts.extract.numbers import Number, NumberWords, number_words
from build_scripts.models import Lexicon

LONGEST_COUNTED = 4
"""Words of a noun phrase behind a number."""

_WORD = re.compile(r"\s(?:of\s)?(?:the\s)?([^\W\d_][\w'-]*)")
_AND_ONE = re.compile(r"\sand\s([a-z][\w-]*)\b")  # "and soldiers"; not "and Brook"
_AND_TWO = re.compile(r"\sand\s([a-z][\w-]*\s[a-z][\w-]*)\b")  # "and military personnel"
# "3,000 of our people", "four of them women": what is counted stands behind it.
_OF_OWN = re.compile(r"\sof\s(?:our|your|my|them|us|you)\b")
_OWNING = re.compile(r"'s?\s\d")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w-]*)\.?\s$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class FigureWords:
    """Patterns for folded text; `match` and `search` them at the bounds of a number."""

    numbers: NumberWords
    operators_before: re.Pattern[str]
    operators_behind: re.Pattern[str]
    operator_of: dict[str, str]
    joined: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    unit: re.Pattern[str]
    unit_of: dict[str, str]
    currency_before: re.Pattern[str]
    date_behind: re.Pattern[str]
    month_behind: re.Pattern[str]
    year_before: re.Pattern[str]
    times: frozenset[str]
    """Adverbs that count occasions: "twice"."""
    times_word: str
    states: re.Pattern[str]
    """ "dead", "wounded": what is counted where no noun stands."""
    helper_behind: re.Pattern[str]
    """ " have", " had" behind a number."""
    verb_behind: re.Pattern[str]
    """ " were" behind a number."""
    adjoined: re.Pattern[str]
    """ "-member" behind a number."""
    counted_by: Mapping[str, str]
    share: re.Pattern[str]
    """ " thirds" behind a number: part of a whole."""
    among: re.Pattern[str]
    """ "one in " before a number: a share, and no number of things."""
    counting: re.Pattern[str]
    """ "counts", before a bare number."""
    group_of: re.Pattern[str]
    """ "delegation of ", before a bare number: what follows it is a verb."""
    large: re.Pattern[str]
    """ "million" at the end of a number."""
    stops: frozenset[str]
    people: frozenset[str]

    def is_date(self, text: str, number: Number, last: Number, after: int, unit: str, operator: str) -> bool:
        """ "three days ago", "12 June", "11 and 12 June", "in 2006"; not "2006 people", "three days"."""
        if unit and self.date_behind.match(text, after):
            return True
        if not number.digits:
            return False
        if self.month_behind.match(text, last.end):
            return True
        is_year = bool(_YEAR.fullmatch(text[number.start : number.end]))
        followed = _WORD.match(text, last.end)
        plural = bool(followed) and bool(
            re.match(r"[a-z]+(?:s|people)\b", followed.group(1) if followed else "")
        )
        return (
            is_year and not operator and (not plural or bool(self.year_before.search(text, 0, number.start)))
        )

    def is_subject(self, text: str, number: Number, last: Number) -> bool:
        """ "Of these, 40 are women", "212 were freed"; not "at 12 were", "June 4 was"."""
        before = text[: number.start].rstrip()
        if number.low == 1:
            return False
        is_aside = before.endswith(",") and self.helper_behind.match(text, last.end)
        if is_aside or _OF_OWN.match(text, last.end):
            return True  # "Of these, 23 have asked", "13 of them were"
        if not self.verb_behind.match(text, last.end):
            return False
        return not before or not before[-1].isalnum() or before.endswith((" and", " but", " that", " which"))

    def is_part_of_name(self, text: str, number: Number, operator: str) -> bool:
        """ "Resolution 242", "June 4"; not "Yesterday 14 groups", where a noun follows."""
        before = _CAPITAL_BEFORE.search(text, max(0, number.start - 24), number.start)
        if not number.digits or operator or not before:
            return False
        at_start = before.start() == 0 or text[before.start() - 2 : before.start() - 1] in (".", '"')
        return not (at_start and before.group(1).lower() in self.stops)

    def counted(self, text: str, at: int) -> tuple[str, int]:
        """The noun phrase behind a number, without "of", and where it ends; empty if there is none."""
        own = _OF_OWN.match(text, at)
        begin = end = at = own.end() if own else at
        kept: list[str] = []
        while len(kept) < LONGEST_COUNTED:
            match = _WORD.match(text, end)
            if match is None or self._ends_phrase(match, kept):
                break
            if not kept:
                begin = match.start(1)
            kept.append(match.group(1))
            end = match.end()
        while kept and kept[-1].endswith("ed"):  # a verb, where no noun follows
            end -= len(kept.pop()) + 1
        if not kept or _OWNING.match(text, end):
            return "", at  # "200 of the movement's 1,400 fighters"
        if self.is_plural(kept[-1]):
            end = self._another_kind(text, end)
        end -= len("'s") if text[:end].endswith("'s") else 0
        return text[begin:end], end

    def _ends_phrase(self, match: re.Match[str], kept: list[str]) -> bool:
        word = match.group(1)
        lower = word.lower()
        joined = match.group()[: match.start(1) - match.start()]
        if kept and "of" in joined.split():
            return True
        if "the" in joined.split() and "of" not in joined.split():
            return True
        if lower in self.stops or lower in self.numbers.known:
            return True
        if not kept:
            return False
        return lower.endswith(("ed", "ly")) or (lower.endswith("ing") and self.is_plural(kept[-1]))

    def _another_kind(self, text: str, end: int) -> int:
        """Where the phrase ends that "and" adds: "and soldiers", "and military personnel"."""
        for pattern in (_AND_ONE, _AND_TWO):
            match = pattern.match(text, end)
            if match and self._is_noun(match.group(1)):
                return match.end()
        return end

    def _is_noun(self, phrase: str) -> bool:
        parts = phrase.lower().split()
        return self.is_plural(parts[-1]) and not any(
            part.endswith("ing") or part in self.stops or part in self.numbers.known for part in parts
        )

    def is_plural(self, word: str) -> bool:
        lower = word.lower()
        return (lower.endswith("s") and not lower.endswith("ss")) or lower in self.people


@lru_cache(maxsize=16)
def figure_words(lexicon: Lexicon) -> FigureWords:
    """The patterns of a lexicon, compiled once."""
    section: Any = lexicon.sections.get("figures", {})
    openers = lexicon.sections.get("passages", {}).get("openers", ())
    calendar = lexicon.sections.get("actors", {}).get("calendar", ())
    before = {str(w).lower(): sign for sign, ws in section.get("operators", {}).items() for w in ws}
    behind = {str(w).lower(): sign for sign, ws in section.get("operators_behind", {}).items() for w in ws}
    unit_of = {str(w).lower(): str(unit) for unit, ws in section.get("units", {}).items() for w in ws}
    said = lexicon.sections.get("quotations", {}).get("said", ())
    and_word = re.escape(str(section.get("and", "and")))
    units = one_of(unit_of)
    return FigureWords(
        numbers=number_words(lexicon),
        operators_before=_compiled(rf"(?<![\w-])({one_of(before)})\s+(?:the\s+|a\s+total\s+of\s+)?$"),
        operators_behind=_compiled(rf"\s?({one_of(behind)})(?!\w)"),
        operator_of=before | behind,
        joined=_compiled(rf"\s?-\s?|\s(?:{one_of(section.get('range_words', ()))})\s"),
        both=_compiled(rf"\s{and_word}\s"),
        between=_compiled(rf"\b{re.escape(str(section.get('between', 'between')))}\s$"),
        unit=_compiled(rf"(?P<joint>-|\s?)(?P<unit>{units})(?:-long)?(?![\w])"),
        unit_of=unit_of,
        currency_before=_compiled(rf"({one_of(section.get('currencies', ()))})\s?$"),
        date_behind=_compiled(rf"[\s-](?:{one_of(section.get('dates_behind', ()))})\b"),
        month_behind=_compiled(
            rf"(?:\s?(?:-|{and_word}|to|or)\s?\d{{1,2}}){{0,12}}\s(?:of\s)?(?:{one_of(calendar)})\b"
        ),
        year_before=_compiled(rf"(?:^|\s)(?:{one_of(section.get('years_behind', ()))})\s$"),
        times=frozenset(str(word) for word in section.get("times", {})),
        times_word=str(section.get("times_word", "")),
        states=_compiled(
            rf"\s(?:(?:{one_of(section.get('states_copulas', ()))})\s)?"
            rf"(?P<state>{one_of(section.get('states', ()))})\b"
            rf"(?=\s*(?:$|[^\w\s-]|(?:{one_of(section.get('states_end', ()))})\b))"
        ),
        helper_behind=_compiled(rf"\s(?:{one_of(section.get('helpers', ()))})\s"),
        verb_behind=_compiled(rf"\s(?:{one_of(section.get('states_copulas', ()))})\b"),
        adjoined=_compiled(rf"-(?P<word>{one_of(section.get('joined', {}))})\b"),
        counted_by={str(word): str(noun) for word, noun in section.get("joined", {}).items()},
        share=_compiled(rf"[\s-](?:{one_of(section.get('fractions', ()))})\b"),
        among=_compiled(rf"\b(?:{one_of(section.get('among', ()))})\s$"),
        counting=_compiled(
            rf"\b(?:{one_of(section.get('counting', ()))})\s$"
            rf"|\b(?:{one_of(section.get('quantities', ()))})\sof\s$"
            rf"|\b(?:{one_of(section.get('tallying', ()))})\s(?:the\s|its\s|their\s)?(?:[a-z]+\s)?"
            rf"(?:{one_of(section.get('tallies', ()))})(?:\sof\s(?:the\s)?[\w-]+(?:\s[\w-]+)?)?\s(?:at|as)\s$"
        ),
        group_of=_compiled(rf"\b(?:{one_of(section.get('quantities', ()))})\sof\s$"),
        large=_compiled(rf"(?:{one_of(section.get('large', ()))})$"),
        stops=frozenset(str(w).lower() for w in (*section.get("stops", ()), *said, *openers, *calendar)),
        people=frozenset(str(word) for word in section.get("people", ())),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
