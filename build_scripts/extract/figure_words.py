"""Extract: the lexicon's words about quantities in; patterns for what stands round a number out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.extract.counted import OF_OWN, CountedNouns, counted_nouns
from build_scripts.extract.numbers import Number, NumberWords, number_words
from build_scripts.extract.word_lists import any_case, one_of, word_lists
from build_scripts.models import Lexicon

_WORD = re.compile(r"\s(?:of\s)?(?:the\s)?([^\W\d_][\w'-]*)")
_CAPITAL_BEFORE = re.compile(r"([A-Z][\w-]*)\.?\s$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True, eq=False)
class FigureWords:
    """Patterns for folded text; `match` and `search` them at the bounds of a number."""

    numbers: NumberWords
    nouns: CountedNouns
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
        if is_aside or OF_OWN.match(text, last.end):
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
        return not (at_start and before.group(1).lower() in self.nouns.stops)


@lru_cache(maxsize=16)
def figure_words(lexicon: Lexicon) -> FigureWords:
    """The patterns of a lexicon, compiled once."""
    lists, actors = word_lists(lexicon, "figures"), word_lists(lexicon, "actors")
    before, behind = lists.by_word("operators"), lists.by_word("operators_behind")
    and_word, between = re.escape(lists.word("and", "and")), re.escape(lists.word("between", "between"))
    copulas, quantities = lists.one_of("states_copulas"), lists.one_of("quantities")
    return FigureWords(
        numbers=number_words(lexicon),
        nouns=counted_nouns(lexicon),
        operators_before=any_case(rf"(?<![\w-])({one_of(before)})\s+(?:the\s+|a\s+total\s+of\s+)?$"),
        operators_behind=any_case(rf"\s?({one_of(behind)})(?!\w)"),
        operator_of=before | behind,
        joined=any_case(rf"\s?-\s?|\s(?:{lists.one_of('range_words')})\s"),
        both=any_case(rf"\s{and_word}\s"),
        between=any_case(rf"\b{between}\s$"),
        unit=any_case(rf"(?P<joint>-|\s?)(?P<unit>{one_of(lists.by_word('units'))})(?:-long)?(?![\w])"),
        unit_of=lists.by_word("units"),
        currency_before=any_case(rf"({lists.one_of('currencies')})\s?$"),
        date_behind=any_case(rf"[\s-](?:{lists.one_of('dates_behind')})\b"),
        month_behind=any_case(
            rf"(?:\s?(?:-|{and_word}|to|or)\s?\d{{1,2}}){{0,12}}\s(?:of\s)?(?:{actors.one_of('calendar')})\b"
        ),
        year_before=any_case(rf"(?:^|\s)(?:{lists.one_of('years_behind')})\s$"),
        times=lists.known("times"),
        times_word=lists.word("times_word", ""),
        states=any_case(
            rf"\s(?:(?:{copulas})\s)?"
            rf"(?P<state>{lists.one_of('states')})\b"
            rf"(?=\s*(?:$|[^\w\s-]|(?:{lists.one_of('states_end')})\b))"
        ),
        helper_behind=any_case(rf"\s(?:{lists.one_of('helpers')})\s"),
        verb_behind=any_case(rf"\s(?:{copulas})\b"),
        adjoined=any_case(rf"-(?P<word>{lists.one_of('joined')})\b"),
        counted_by=lists.mapping("joined"),
        share=any_case(rf"[\s-](?:{lists.one_of('fractions')})\b"),
        among=any_case(rf"\b(?:{lists.one_of('among')})\s$"),
        counting=any_case(
            rf"\b(?:{lists.one_of('counting')})\s$"
            rf"|\b(?:{quantities})\sof\s$"
            rf"|\b(?:{lists.one_of('tallying')})\s(?:the\s|its\s|their\s)?(?:[a-z]+\s)?"
            rf"(?:{lists.one_of('tallies')})(?:\sof\s(?:the\s)?[\w-]+(?:\s[\w-]+)?)?\s(?:at|as)\s$"
        ),
        group_of=any_case(rf"\b(?:{quantities})\sof\s$"),
        large=any_case(rf"(?:{lists.one_of('large')})$"),
    )
