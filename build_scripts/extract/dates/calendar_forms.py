"""Extract, dates: tokens in; a month, a season, a day of the month or a holiday that stands alone out.

Every form takes the tokens and a place, and gives what it found there or nothing.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.dates.calendar_parts import (
    is_counting,
    month_at,
    year_with_century,
)
from build_scripts.extract.dates.full_forms import with_year
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Found, Part, Value

_LONGEST_LIST = 12

_BULLETS = frozenset("•*·▪◦")
_FURTHER = 9
"""Tokens back to the plan of "planned for December, and then for March"."""


def month_of_year(t: Tokens, at: int) -> Found | None:
    """ "March 2006", "Sept. '98", "February, 2024"; not "March" alone."""
    month = month_at(t, at)
    if month is None:
        return None
    number, after = month
    year_at = t.skip_any(t.skip(after, ","), "of")
    year = year_with_century(t, year_at)
    if year is None or is_counting(t, year[1]):
        return None
    return Found(Value(year=year[0], month=number), at, year[1])


def bare_month(t: Tokens, at: int) -> Found | None:
    """ "October" where it can be nothing but the month: "in May", not "said May" or "June Arden"."""
    if t.low[at] not in t.words.full_months or not t.is_capital(at):
        return _short_month(t, at)
    strict = t.has("ambiguous_months", at)
    if t.has("name_nouns", at + 1) or _is_first_name(t, at):
        return None
    before = at - 1 - t.is_dash(at - 1)
    is_dated = t.has("strict_prepositions" if strict else "prepositions", before) or _is_listed(t, at)
    if strict and t.has("of", before):
        is_dated = t.word(before - 1) in t.words.units or t.word(before - 1) in t.words.parts_of
    is_dated = is_dated or _is_entry(t, at) or (strict and _is_intended(t, before))
    is_dated = is_dated or _is_compared(t, at - 1)
    if not is_dated and t.has("own_dates", at + 1):
        is_dated = not strict or t.has("articles", before)
    is_dated = is_dated or _names_noun(t, at)
    return Found(Value(month=t.words.months[t.low[at]]), at, at + 1) if is_dated else None


def _short_month(t: Tokens, at: int) -> Found | None:
    """ "Jan - A visit is put off", at the head of an entry; near-miss: "Jan - as everyone calls her"."""
    month = month_at(t, at)
    if month is None or at > (1 if t.word(0) in _BULLETS else 0) or not t.opens_entry(month[1]):
        return None
    is_sentence = t.is_capital(month[1] + 1) or t.word(month[1]) == ":"
    return Found(Value(month=month[0]), at, month[1]) if is_sentence else None


def _names_noun(t: Tokens, at: int) -> bool:
    """ "the September protests", "its June letter"; near-misses: "the May government", "the September of"."""
    is_noun = t.is_word(at + 1) and not t.is_capital(at + 1) and not t.has("function_words", at + 1)
    return is_noun and t.has("determiners", at - 1) and not t.has("verbs_too", at)


def _is_entry(t: Tokens, at: int) -> bool:
    """ "May: The talks resume", "May to July: Three rounds"; not "May to resign: friends of the minister"."""
    first = 1 if t.is_dash(0) or t.word(0) in _BULLETS else 0
    if at == first and (t.opens_entry(first + 1) or (t.word(first + 1) == "." and t.opens_entry(first + 2))):
        return True
    if first <= at and _heads_list(t, first):
        return True
    is_joined = t.has("to", first + 1) or t.has("and", first + 1) or t.is_dash(first + 1)
    both = t.word(first) in t.words.full_months and t.word(first + 2) in t.words.full_months
    return at in (first, first + 2) and is_joined and both and t.opens_entry(first + 3)


def _heads_list(t: Tokens, at: int) -> bool:
    """ "March, May and August: Three more meetings": months and nothing else up to the sign of an entry."""
    for here in range(at, at + _LONGEST_LIST, 2):
        if t.word(here) not in t.words.full_months:
            return False
        if here > at and t.opens_entry(here + 1):
            return True
        if t.word(here + 1) != "," and not t.has("and", here + 1):
            return False
    return False


def _is_compared(t: Tokens, at: int) -> bool:
    """ "as late as April", "as early as May": no name stands there."""
    return t.word(at) == "as" and t.has("bounding_adverbs", at - 1) and t.word(at - 2) == "as"


def season(t: Tokens, at: int) -> Found | None:
    """ "autumn of 1995", "spring 1998", "the winter of 1995-96"; not "a spring offensive"."""
    number = t.words.seasons.get(t.low[at])
    if number is None:
        return None
    year = year_with_century(t, t.skip_any(t.skip(at + 1, ","), "of"))
    if year is None:
        before = at - 1 - t.has("the", at - 1)
        is_dated = t.has("strict_prepositions", before)
        is_dated = is_dated or (t.has("from", before) and t.has("onwards", at + 1))
        is_dated = is_dated or (at == 0 and t.opens_entry(at + 1)) or _is_moved_to(t, at - 1)
        is_dated = is_dated or _is_planned_for(t, at - 1)
        is_noun = t.is_word(at + 1) and not t.has("function_words", at + 1)
        return Found(Value(season=number), at, at + 1) if is_dated and not is_noun else None
    end = year[1]
    if t.is_dash(end) and t.number(end + 1) == (year[0] + 1) % 100:
        end += 2
    return Found(Value(year=year[0], season=number), at, end)


def _is_planned_for(t: Tokens, at: int) -> bool:
    """ "planned for the autumn"; not "hoped for the fall of the government", where a noun follows."""
    before = at - t.has("the", at)
    plans = ("planning", "inviting")
    return t.has("meant_for", before) and any(
        t.has(name, before - step) for step in range(1, _FURTHER) for name in plans
    )


def _is_moved_to(t: Tokens, at: int) -> bool:
    """ "moved to the autumn", "shifted twice, first to the 11th"; not "went to the fall"."""
    to = at - t.has("the", at)
    return t.has("infinitive", to) and any(t.has("moved", to - step) for step in range(1, 6))


def day_of_month(t: Tokens, at: int) -> Found | None:
    """ "the 19th", the month being known from elsewhere; not "the 19th century", "the 19th floor"."""
    number = t.ordinal(at)
    is_noun = t.has("of", at + 1) or (t.is_word(at + 1) and not t.has("function_words", at + 1))
    is_noun = is_noun and not _opens_clause(t, at)
    if number is None or number > 31 or is_noun or not t.has("the", at - 1):
        return None
    is_opened = t.has("day_prepositions", at - 2) or _is_moved_to(t, at - 1)
    if not is_opened and t.has("of", at - 2):
        is_opened = t.has("times_of_day", at - 3)  # "the evening of the 4th"
    if not is_opened and t.has("dating_verbs", at - 2):
        is_opened = at + 1 == len(t) or not t.is_word(at + 1)  # "the ministry gives the 15th."
    return Found(Value(day=number), at, at + 1) if is_opened else None


def _opens_clause(t: Tokens, at: int) -> bool:
    """ "On the 24th everybody was back", "On the 11th Arden fled"; not "On the 11th Floor"."""
    if at != 2 or not t.has("dating", 0):
        return False
    is_subject = t.has("subjects", at + 1) or t.is_capital(at + 1)
    return is_subject and (t.has("auxiliary", at + 2) or t.has("past", at + 2) or t.is_past(at + 2))


def holiday(t: Tokens, at: int) -> Found | None:
    """ "Christmas Eve", "New Year's Day 1998"; near-misses: "Christmas", "the eve of the new year"."""
    if not t.is_capital(at):
        return None
    for name, (month, day) in t.words.holidays.items():
        end = at
        for word in name:
            end += t.is_apostrophe(end)
            if t.word(end) != word:
                break
            end += 1
        else:
            return with_year(t, Found(Value(month=month, day=day), at, end))
    return None


def _is_first_name(t: Tokens, at: int) -> bool:
    """ "June Arden", "the October War": a capitalised word follows that is no weekday.

    Not "In June Arden left", nor "since October Arden", which is no first name.
    """
    if not t.is_capital(at + 1) or not t.is_word(at + 1) or t.low[at + 1] in t.words.full_weekdays:
        return False
    if t.has("ambiguous_months", at):
        return not (at == 1 and t.has("strict_prepositions", 0))
    return not t.has("strict_prepositions", at - 1)


def _is_intended(t: Tokens, before: int) -> bool:
    """ "scheduled for May", "talks for June", "for May and then for June"; not "called for May to resign"."""
    leads = any(t.has(name, before - 1) for name in ("planning", "moved", "reporting", "own_dates"))
    if t.has("next_words", before - 1):
        leads = any(t.has("planning", before - step) for step in range(2, _FURTHER))
    after = before + 2
    return (
        leads
        and t.has("future_links", before)
        and not t.has("infinitive", before)
        and not (t.has("infinitive", after) or t.is_capital(after) or t.is_apostrophe(after))
    )


def _is_listed(t: Tokens, at: int) -> bool:
    """Whether the month is joined to another that is a date: "in March and May", "from April to June"."""
    words = t.words
    is_opened = t.has("from", at - 1) or t.has("between", at - 1)
    if is_opened and (t.has("to", at + 1) or t.has("and", at + 1)):
        return t.word(at + 2) in words.full_months
    joined = words.sets["and"] | words.sets["or"] | words.sets["to"] | {","}
    for _ in range(_LONGEST_LIST):
        if t.word(at - 1) not in joined and not t.is_dash(at - 1):
            return False
        at -= 3 if t.word(at - 1) in joined and t.word(at - 2) == "," else 2
        if t.number(at) is not None:
            return True
        if t.word(at) not in words.full_months:
            return False
        if any(t.has(name, at - 1) for name in ("strict_prepositions", "from", "between")):
            return True
    return False


def with_part(found: Found, part: str, start: int) -> Found:
    """The same date narrowed to its early, middle or late part."""
    return Found(replace(found.value, part=Part(part)), start, found.end)
