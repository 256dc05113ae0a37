"""Extract: passages in; the date expressions in them out, each with its EDTF value, role and basis.

`role` says what the date is of: `event` (what the clause tells), `report` (the day on which something
was said, announced or published), `background` (it only bounds or names something else: "since
October 7", "after the vote of 5 May", "the October 7 attack"). A date behind since or after is an
open interval (`2023-10-07/..`), one behind before, by or until ends one (`../2024-03-01`).
`basis` says how the value was reached; its words are those of `values.Resolution`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from build_scripts import edtf
from build_scripts.extract.dates import almanac
from build_scripts.extract.dates.asides import is_aside, is_side_story
from build_scripts.extract.dates.context import Context, Place, is_near, remember, remember_entry
from build_scripts.extract.dates.entries import heads_entry, is_entry, lists_the_past
from build_scripts.extract.dates.governing import governing
from build_scripts.extract.dates.grammar import parse
from build_scripts.extract.dates.resolve import resolve
from build_scripts.extract.dates.roles import is_of_a_letter, role
from build_scripts.extract.dates.tokens import Tokens
from build_scripts.extract.dates.values import Base, Bound, Expression, Value
from build_scripts.extract.dates.words import words_of
from build_scripts.models import DateExpression, DateRole, Lexicon, Passage, PassageKind, Source

__all__ = ["find_dates"]

_OLD = 2
"""Years before publication from which on an article tells of days long past."""
_AT_HAND = 31
"""Days from publication within which "until 3 January" is more likely ahead than a year ago."""
_Parsed = tuple[Passage, Tokens, tuple[Expression, ...]]


def find_dates(source: Source, passages: tuple[Passage, ...], lexicon: Lexicon) -> tuple[DateExpression, ...]:
    """Every date expression of one source, in the order of the text; offsets are the source's.

    `source.published` is what relative dates are counted from; what cannot be resolved has no value.
    """
    words = words_of(lexicon)
    parsed = [(passage, *parse(passage.text, words)) for passage in passages]
    published = edtf.bounds(source.published)
    context = Context(
        published=published if published and is_near(published) else None,
        looks_back=_looks_back(parsed, published),
        is_about=edtf.is_approximate(source.published),
        days=_days_in_full(parsed),
        lists_past=lists_the_past(((tokens, dates) for _, tokens, dates in parsed), published),
    )
    found: list[DateExpression] = []
    paragraph = -1
    for passage, tokens, expressions in parsed:
        if passage.paragraph != paragraph and heads_entry(tokens, expressions):
            context.headed = passage.paragraph
        paragraph = passage.paragraph
        if passage.kind in (PassageKind.HEADING, PassageKind.HEADLINE):
            context.heading_year = _heading_year(tokens, expressions, context)
            if context.heading_year:
                # "Early in the year", below it, is of that year.
                given = edtf.bounds(f"{context.heading_year:04}")
                context.reference, context.has_stated_year = given, True
        for expression in expressions:
            one = _dated(source, passage, tokens, expression, context)
            if one is not None:
                found.append(one)
    return tuple(found)


def _dated(
    source: Source, passage: Passage, tokens: Tokens, expression: Expression, context: Context
) -> DateExpression | None:
    """The resolved date, remembered for what follows; nothing if its verb makes a duration of it."""
    verb = governing(tokens, expression)
    if expression.value.is_ahead and verb.direction <= 0:
        return None
    kind = role(tokens, expression, verb, passage.kind)
    is_announced = verb.reports and kind is DateRole.EVENT and not is_of_a_letter(tokens, verb.at)
    direction = 0 if is_announced else verb.direction
    opens_entry = is_entry(tokens, expression)
    if context.lists_past and opens_entry and not tokens.has("future", verb.at):
        direction = -1
    if expression.bound is Bound.BEFORE and (not direction or _is_soon(expression.value, context)):
        direction = 1
    place = Place(
        paragraph=passage.paragraph,
        passage=passage.number,
        direction=direction,
        is_open=verb.is_open(tokens),
        reports=kind is DateRole.REPORT,
        is_overtaken=verb.is_overtaken,
        is_earlier=verb.is_earlier,
        is_present=verb.is_present,
        is_entry=opens_entry,
        is_attribute=expression.is_attribute,
        is_listed=context.lists_past,
        names_year=_names_year(expression.value),
        is_aside=is_aside(tokens, expression, verb)
        or (context.passage == passage.number and is_side_story(tokens, expression)),
    )
    resolved = resolve(expression, context, place)
    if not resolved.edtf and (expression.value.nth or expression.value.days):
        return None  # "on the second day", and nobody knows of what
    if kind is DateRole.EVENT or context.reference is None:
        remember(resolved, context, place)
        remember_entry(resolved, context, place)
    bare = expression.value.day and expression.value.month and not expression.value.year
    if bare and (one := _day_of(resolved.edtf)) is not None:
        context.again.setdefault((one[0].month, one[0].day), (one[0].year, resolved.how))
    told = _day_of(resolved.edtf) if expression.bound is not Bound.NONE else None
    if told is not None and tokens.has("when_word", tokens.skip(expression.end, ",")):
        # "until 8 July, when their guards shot at each other. They spoke the next morning."
        remember(replace(resolved, edtf=told[0].isoformat()), context, replace(place, is_aside=False))
    if kind is DateRole.BACKGROUND and expression.last is None:
        context.aside, context.aside_passage = _day_of(resolved.edtf), passage.number
    if kind is DateRole.REPORT and passage.kind is PassageKind.SENTENCE:
        context.report, context.report_passage = edtf.bounds(resolved.edtf), passage.number
    start, end = tokens.starts[expression.start], tokens.ends[expression.end - 1]
    return DateExpression(
        source=source.id,
        passage=passage.id,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
        edtf=resolved.edtf,
        role=kind,
        basis=resolved.how.value,
    )


def _is_soon(value: Value, context: Context) -> bool:
    """ "stood over until 3 January", said in December: a day without a year that is at hand."""
    if context.published is None or value.year or not (value.day and value.month):
        return False
    return 0 < almanac.days_ahead(value, context.published[1]) <= _AT_HAND


def _names_year(value: Value) -> bool:
    """ "June of last year"; near-miss: "last year" alone, behind which a story comes back to this one."""
    shift = value.shift
    return bool(value.month) and shift is not None and shift.unit == "year" and bool(shift.amount)


def _day_of(value: str) -> tuple[date, date] | None:
    """The day at which an open interval begins, or the day itself; nothing for a longer span."""
    first, _, last = value.partition("/")
    bounds = edtf.bounds(last if first == ".." else first)
    return bounds if bounds is not None and bounds[0] == bounds[1] and is_near(bounds) else None


def _days_in_full(parsed: Iterable[_Parsed]) -> dict[tuple[int, int], int]:
    """The year of every day and month that the text dates in full, if it gives only one."""
    years: dict[tuple[int, int], set[int]] = defaultdict(set)
    for _, _, expressions in parsed:
        for expression in expressions:
            for value in (expression.value, expression.last):
                if value is not None and value.day and value.year:
                    years[value.month, value.day].add(value.year)
    return {day: min(found) for day, found in years.items() if len(found) == 1}


def _looks_back(parsed: Iterable[_Parsed], published: tuple[date, date] | None) -> bool:
    """Whether all that the sentences date in full, more than once, lies years before publication."""
    years: list[int] = []
    for passage, _, expressions in parsed:
        if passage.kind is not PassageKind.SENTENCE:
            continue
        for value in (expression.value for expression in expressions):
            if value.shift is not None and value.shift.base is Base.PUBLISHED:
                return False
            years += [value.year] if value.year and value.month else []
    return published is not None and len(years) > 1 and max(years) <= published[0].year - _OLD


def _heading_year(tokens: Tokens, expressions: tuple[Expression, ...], context: Context) -> int:
    """The year that a heading gives to what stands below it: "1998", "June 1998:"; 0 for any other.

    The day or month in which the article appeared, on a line of its own, heads nothing.
    """
    if len(expressions) != 1 or expressions[0].last is not None or expressions[0].end < len(tokens) - 1:
        return 0
    value = expressions[0].value
    if value.month and value.year and context.published == edtf.bounds(almanac.as_edtf(value, value.year)):
        return 0
    return value.year if expressions[0].start <= 1 else 0
