"""Differences against the gold file, and all that are shown against the labels in tests/gold/differences.yml.

A required difference is found by one that has two of its readings, of different value, in the gold file's
type or in any. A label names a difference by its type and the words of its readings: one that says something
else is another difference, and stands in the report as not labelled until somebody has read it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from build_scripts.models import Difference, DifferenceType, Reading, SourceFacts

from .gold import Gold
from .score import Share

FILE = Path(__file__).parent.parent / "gold" / "differences.yml"
ALWAYS = frozenset({"number", "date", "name", "role", "quotation", "attribution"})
"""Types of which every required difference must be found."""
VERDICTS = ("right", "wrong type", "trivial", "wrong")
Span = tuple[str, int, int]


def score_required(
    gold: Gold, differences: Sequence[Difference], facts: Iterable[SourceFacts]
) -> tuple[Share, ...]:
    """Required differences found: by type, of the types that must be complete, and by any type."""
    found = {one.source.id: one for one in facts}
    required = [one for one in gold.data["discrepancies"] if one.get("required", True)]
    typed, other = [], []
    for wanted in required:
        places: dict[str, list[Span]] = {}
        for value in wanted["values"]:
            places.setdefault(value["value"], []).extend(_places(value, found))
        fits = {one.type.value for one in differences if _has_two(one, places, found)}
        if wanted["type"] not in fits:
            typed.append(wanted)
        if not fits:
            other.append(wanted)
    must = [one for one in required if one["type"] in ALWAYS]
    return (
        _share("differences required, by type", required, typed),
        _share("of the types that must be whole", must, [one for one in typed if one in must]),
        _share("differences required, any type", required, other),
    )


def labels() -> Mapping[str, Mapping[str, Any]]:
    """What each shown difference was found to be, by its code."""
    return {one["code"]: one for one in yaml.safe_load(FILE.read_text(encoding="utf-8"))["differences"]}


def score_shown(differences: Sequence[Difference]) -> tuple[Share, Share]:
    """Of the labelled differences that are shown, how many are right; and how many are labelled at all."""
    known = labels()
    shown = {code(one): one for one in differences}
    right = [each for each in shown if each in known and known[each]["is"] == "right"]
    wrong = tuple(
        f"{known[each]['is']}: {one.type.value} {one.says} ({known[each]['why']})"
        for each, one in shown.items()
        if each in known and known[each]["is"] != "right"
    )
    unlabelled = tuple(
        f"{each} {one.type.value} {one.says}" for each, one in shown.items() if each not in known
    )
    return (
        Share("differences shown, right", len(right), wrong),
        Share("of them labelled by hand", len(shown) - len(unlabelled), unlabelled),
    )


def code(difference: Difference) -> str:
    """Names a difference by its type and the words of its readings."""
    words = sorted({f"{one.source} {one.quote}" for one in difference.readings})
    return hashlib.sha256("|".join((difference.type.value, *words)).encode()).hexdigest()[:8]


def _share(kind: str, wanted: Sequence[Mapping[str, Any]], missed: Sequence[Mapping[str, Any]]) -> Share:
    return Share(
        kind,
        len(wanted) - len(missed),
        tuple(f"{one['id']} ({one['type']}): {one['topic']}" for one in missed),
    )


def _has_two(
    difference: Difference, places: Mapping[str, Sequence[Span]], found: Mapping[str, SourceFacts]
) -> bool:
    """Whether it has readings of two different values of the gold file."""
    said = [_of(reading, difference.type, found) for reading in difference.readings]
    return sum(any(_overlap(one, other) for one in said for other in of) for of in places.values()) > 1


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _of(reading: Reading, type: DifferenceType, found: Mapping[str, SourceFacts]) -> Span:
    """Where a reading stands: whose words these are, and words that are not there, concern the passage."""
    passage = next(one for one in found[reading.source].passages if one.id == reading.passage)
    if type is DifferenceType.ATTRIBUTION or not reading.quote:
        return reading.source, passage.start, passage.end
    return reading.source, reading.start, reading.end


def _places(value: Mapping[str, str], found: Mapping[str, SourceFacts]) -> Iterable[Span]:
    """Wherever its words stand in its article."""
    text, quote = found[value["article"]].source.text, value["quote"]
    at = text.index(quote)
    while at >= 0:
        yield value["article"], at, at + len(quote)
        at = text.find(quote, at + 1)
