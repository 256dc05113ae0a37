"""Compare: figures of aligned passages in, differences of number out.

Two figures are of the same thing when they have one unit, and count the same or stand in each other's
place. `over 10,000` and `over 12,000` can both be true, and are still not the same: unsure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import inf

from build_scripts.compare.corpus import Corpus, Draft, Key, facing, key
from build_scripts.compare.happenings import befell
from build_scripts.compare.pairs import Pair
from build_scripts.compare.sayings import in_marks, quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import kinds
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Figure, Reading, Ref, Verdict

_COMPARED = 100
"""Values of one thing that are set against one another: so many tell whether all can be true."""
_NEAR = {"~": 0.1}
"""How far a number that is given as about so much may reach, as a share of it."""
_NOT_QUITE = 0.2
"""How far below a number what is `nearly` or `under` so much may lie, as a share of it."""


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Figures of one thing whose values are not the same."""
    figures = {key(figure): figure for of in corpus.figures.values() for figure in of}
    for group in joined(tuple(figures), _ties(corpus)):
        same = [figures[each] for each in group]
        if len({value(figure) for figure in same}) < 2 or all(map(_is_vague, same)):
            continue
        readings = corpus.in_order(corpus.reading(figure, value(figure)) for figure in same)
        verdict = _verdict(same)
        yield Draft(DifferenceType.NUMBER, verdict, _says(same, verdict, readings), readings)


def value(figure: Figure) -> str:
    """A figure without its words: `>10000`, `12-14`, `~1000 month`.

    >>> value(Figure("a", "1", 0, 4, "over 1,000 men", 1000, None, ">", "", "men"))
    '>1000'
    """
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    number = "-".join(dict.fromkeys(f"{bound:.10g}" for bound in bounds))
    operator = "" if figure.operator in ("=", "range") else figure.operator
    return f"{operator}{number} {figure.unit}".strip()


def _is_vague(figure: Figure) -> bool:
    """Whether there is no number in it: `several days`."""
    return figure.low is None and figure.high is None


def _ties(corpus: Corpus) -> Iterator[tuple[Key, Key]]:
    """Figures of one thing: in aligned passages, and in an editor's readings on one question."""
    fate = {key(figure): befell(figure, corpus) for of in corpus.figures.values() for figure in of}
    for pair, ours, theirs in facing(corpus.pairs, corpus.figures):
        yield from _facing(pair, ours, theirs, corpus, fate)
    for readings in corpus.readings.values():
        yield from _asked(readings, corpus)


def _facing(
    pair: Pair,
    ours: Sequence[Figure],
    theirs: Sequence[Figure],
    corpus: Corpus,
    fate: Mapping[Key, str],
) -> Iterator[tuple[Key, Key]]:
    """Figures that both passages give are of the same things; of those left over, one may have changed."""
    given = {(figure.unit, value(figure)) for figure in ours if not _is_vague(figure)}
    given &= {(figure.unit, value(figure)) for figure in theirs}
    for left in ours:
        for right in theirs:
            if left.unit != right.unit or _befell_otherwise(fate[key(left)], fate[key(right)]):
                continue
            kept = [(figure.unit, value(figure)) in given for figure in (left, right)]
            is_same = value(left) == value(right) if any(kept) else True
            if is_same and _is_one_thing(pair, left, right, corpus):
                yield key(left), key(right)


def _asked(readings: Sequence[Reading], corpus: Corpus) -> Iterator[tuple[Key, Key]]:
    """Of readings on one question: figures that stand alone, and those of people whom the same befell."""
    within = [_within(reading, corpus) for reading in readings]
    alike: dict[tuple[str, str, frozenset[str], bool], list[Figure]] = {}
    for found in within:
        for figure in found:
            kind = (figure.unit, befell(figure, corpus), _counted(figure), len(found) == 1)
            alike.setdefault(kind, []).append(figure)
    for (unit, what, _, alone), same in alike.items():
        if alone or what:
            yield from ((key(same[0]), key(other)) for other in same[1:] if _is_alike(same[0], other, corpus))
        for (other_unit, other_what, _, other_alone), others in alike.items():
            is_one_fate = what == other_what != "" or (alone and other_alone and "" in (what, other_what))
            if unit == other_unit and is_one_fate and _is_alike(same[0], others[0], corpus):
                yield key(same[0]), key(others[0])


def _is_one_thing(pair: Pair, left: Figure, right: Figure, corpus: Corpus) -> bool:
    """Figures that count the same, or that face each other and may count the same."""
    if _counted(left) & _counted(right):
        return True
    if not left.unit and (_is_vague(left) or _is_vague(right)):
        return False
    is_open = _is_measure(left, corpus) or not left.counted or not right.counted
    are_facing = pair.are_facing(_number(left), _number(right))
    return are_facing and (is_open or _is_alike(left, right, corpus))


def _is_measure(figure: Figure, corpus: Corpus) -> bool:
    """Whether its unit says what it is, whatever is counted: five months, not five per cent."""
    return bool(figure.unit) and figure.unit not in corpus.lexicon["comparison"]["rates"]


def _number(figure: Figure) -> tuple[int, int]:
    """Bounds of a figure without what it counts."""
    at = figure.text.find(figure.counted) if figure.counted else -1
    return figure.start, figure.start + at if at > 0 else figure.end


def _counted(figure: Figure) -> frozenset[str]:
    return _stems(figure.counted)


@lru_cache(maxsize=1 << 12)
def _stems(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens(text))


def _befell_otherwise(one: str, other: str) -> bool:
    return one != other and "" not in (one, other)


def _within(reading: Reading, corpus: Corpus) -> tuple[Figure, ...]:
    found = corpus.figures.get(Ref(reading.source, reading.passage), ())
    return tuple(one for one in found if one.start < reading.end and reading.start < one.end)


def _is_alike(left: Figure, right: Figure, corpus: Corpus) -> bool:
    """Whether two figures on one question count the same, as far as their words tell."""
    if _is_measure(left, corpus):
        return True
    alike = kinds(corpus.lexicon, "counted_alike").patterns.values()
    return bool(_counted(left) & _counted(right)) or any(
        words.search(left.counted) and words.search(right.counted) for words in alike
    )


def _is_same_number(one: Figure, other: Figure) -> bool:
    """`five months` and `nearly five months`."""
    ours, theirs = ({figure.low, figure.high} - {None} for figure in (one, other))
    return len(ours) == 1 and ours == theirs


def _span(figure: Figure) -> tuple[float, float]:
    """The least and the greatest number that a figure can mean."""
    low = -inf if figure.low is None else figure.low
    high = inf if figure.high is None else figure.high
    if figure.operator == "<" and figure.low is None and figure.high is not None:
        return high * (1 - _NOT_QUITE), high
    reach = _NEAR.get(figure.operator, 0.0)
    return low * (1 - reach), high * (1 + reach)


def _verdict(figures: list[Figure]) -> Verdict:
    worst = Verdict.COMPATIBLE
    distinct = list({(figure.low, figure.high, figure.operator): figure for figure in figures}.values())
    for one, other in combinations(distinct[:_COMPARED], 2):
        if _is_vague(one) != _is_vague(other):
            worst = Verdict.UNSURE
            continue
        if _is_same_number(one, other) and {one.operator, other.operator} & {"=", "~"}:
            continue
        (low, high), (least, most) = _span(one), _span(other)
        is_strict = {one.operator, other.operator} & {"<", ">"}
        if high < least or most < low or (is_strict and (high == least or most == low)):
            return Verdict.CONFLICTING
        is_within = (low <= least and most <= high) or (least <= low and high <= most)
        both_open = inf in (high, most) and high == most and low != least
        if not is_within or both_open:
            worst = Verdict.UNSURE
    return worst


def _says(figures: list[Figure], verdict: Verdict, readings: tuple[Reading, ...]) -> str:
    counted = next((figure.counted for figure in figures if figure.counted), "")
    of = f" for {in_marks(counted)}" if counted else ""
    how = "are given more or less exactly" if verdict is Verdict.COMPATIBLE else "differ"
    return f"The figures{of} {how}: {quoted(readings)}."
