"""Extract: a number where it stands in; the figure with its operator, its unit and what it counts, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.figure_words import FigureWords
from build_scripts.extract.numbers import Number
from build_scripts.models import Figure, Passage, Source

_THOUSAND = 1000.0


def figure_at(
    source: Source, passage: Passage, text: str, number: Number, upper: Number | None, words: FigureWords
) -> Figure | None:
    """The figure that a number makes, with `upper` a range; None for a date, a name, a bare number."""
    last = upper or number
    unit, after, adjective = _unit(text, number, last, words)
    currency = words.currency_before.search(text, max(0, number.start - 4), number.start)
    if currency:
        unit = unit or currency.group(1)
    start, operator = _operator_before(text, currency.start() if currency else number.start, words)
    behind = words.operators_behind.match(text, after)
    if behind:
        operator, after = operator or words.operator_of[behind.group(1).lower()], behind.end()
    if (
        words.is_date(text, number, last, after, unit, operator)
        or words.is_part_of_name(text, number, operator)
        or (number.low == 1 and not operator and not unit and upper is None and not number.digits)
    ):
        return None
    if words.share.match(text, last.end) or words.among.search(text, max(0, number.start - 20), number.start):
        return None  # "two thirds", "one in five": no number of things
    is_group = words.group_of.search(text, max(0, number.start - 24), number.start) is not None
    counted, end = _counted(text, number, last, after, is_group, words)
    is_counted = words.counting.search(text, max(0, number.start - 48), number.start) is not None
    is_counted = is_counted or is_group or words.is_subject(text, number, last)
    is_large = bool(words.large.search(text, number.start, number.end))
    if not (counted or unit or operator or number.at_least or is_counted or is_large):
        return None
    if adjective and not counted and not operator:
        return None
    if upper is not None:
        number = _as_large(text, number, upper, words)
    low, high, operator = _bounds(number, upper, operator)
    left, right = passage.start + start, passage.start + max(end, after if unit or behind else last.end)
    return Figure(
        source=source.id,
        passage=passage.id,
        start=left,
        end=right,
        text=passage.text[left - passage.start : right - passage.start],
        low=low,
        high=high,
        operator=operator,
        unit=unit,
        counted=counted,
    )


def is_range(text: str, first: Number, second: Number, words: FigureWords) -> bool:
    """ "12-14", "12 to 14", "between 12 and 14"; not "12 and 14", nor numbers that fall."""
    between = text[first.end : second.start]
    if first.low is None or second.low is None or first.low >= second.low:
        return False
    if words.joined.fullmatch(between):
        return True
    return bool(
        words.both.fullmatch(between) and words.between.search(text, max(0, first.start - 9), first.start)
    )


def _counted(
    text: str, number: Number, last: Number, after: int, is_group: bool, words: FigureWords
) -> tuple[str, int]:
    """What is counted, in the article's words, and where they end; `is_group`: behind "a delegation of"."""
    if text[number.start : number.end].lower() in words.times:
        return words.times_word, number.end
    joined = words.adjoined.match(text, last.end)
    if joined:
        return words.counted_by[joined["word"].lower()], joined.end()
    counted, end = words.nouns.phrase(text, after)
    if is_group and counted and not words.nouns.is_plural(counted.rpartition(" ")[2]):
        counted, end = "", after  # "a delegation of five flew"
    state = None if counted else words.states.match(text, after)
    return (state["state"], state.end()) if state else (counted, end)


def _unit(text: str, number: Number, last: Number, words: FigureWords) -> tuple[str, int, bool]:
    """The unit, where the text goes on, and whether it stands as an adjective ("three-day")."""
    match = words.unit.match(text, last.end)
    if not match:
        return "", last.end, False
    return words.unit_of[match["unit"].lower()], match.end(), match["joint"] == "-"


def _operator_before(text: str, start: int, words: FigureWords) -> tuple[int, str]:
    match = words.operators_before.search(text, max(0, start - 32), start)
    return (match.start(1), words.operator_of[match.group(1).lower()]) if match else (start, "")


def _as_large(text: str, number: Number, upper: Number, words: FigureWords) -> Number:
    """ "two to three thousand", "15-20,000": the lower number in the measure of the upper one."""
    assert number.low is not None
    assert upper.low is not None
    behind = [
        words.numbers.multipliers.get(word, 1.0) for word in text[upper.start : upper.end].lower().split()
    ]
    own = text[number.start : number.end].lower()
    scale = max(behind, default=1.0)
    if scale == 1.0 and number.digits and number.low < _THOUSAND and upper.low % _THOUSAND == 0:
        scale = _THOUSAND if text[number.end : upper.start] == "-" else 1.0
    has_scale = any(word in words.numbers.multipliers for word in own.replace("-", " ").split())
    if has_scale or scale == 1.0 or not number.low * scale < upper.low:
        return number
    return replace(number, low=number.low * scale)


def _bounds(number: Number, upper: Number | None, operator: str) -> tuple[float | None, float | None, str]:
    if number.low is None:
        return None, None, operator or "~"
    if upper is not None:
        return number.low, upper.low, "range"
    if number.at_least:
        operator = operator if operator in (">", ">=") else ">="
    if operator in (">", ">="):
        return number.low, None, operator
    if operator in ("<", "<="):
        return None, number.low, operator
    return number.low, number.low, operator or "="
