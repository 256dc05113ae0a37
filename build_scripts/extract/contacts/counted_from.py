"""Extract: a draft in a clause behind "two days after" in, its day out, counted back from the clause above.

"said on Wednesday, two days after she met B": on Monday. Near-miss: "said on Wednesday that she met B".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.models import DateExpression


def with_their_day(dates: Iterable[DateExpression], grammar: Grammar) -> Iterator[DateExpression]:
    """Without "two days after" what no day follows: these are words before a clause, and no date.

    Near-miss: "on June 2, the day after A took office": says which day that was.
    """
    for date in dates:
        first, _, rest = date.text.lower().partition(" ")
        if date.edtf or first == "the" or not grammar.has("counts_from", rest.rpartition(" ")[2]):
            yield date


def counted_from_above(draft: Draft, sentence: Sentence) -> Draft:
    """The draft with the day so long before that of the clause above; without one where nothing counts."""
    clause = draft.clause
    first = clause.first
    hangs = clause.kind in (Kind.PARTICIPLE, Kind.SUBORDINATE) and clause.marker == "after"
    if not hangs or first < 2 or any(when.at in clause.words for when in draft.dates):
        return draft
    hours = sentence.has("day_parts", first - 2)
    if not hours and not sentence.has("days_or_more", first - 2):
        return draft
    days = 0 if hours else _days(first - 2, sentence)
    above = _day_above(clause, sentence)
    if days is None or above is None:
        return draft if hours else replace(draft, dates=())
    return replace(draft, dates=(_earlier(above, days),))


def counted_before(at: int, days: Sequence[When], sentence: Sentence) -> tuple[When, ...] | None:
    """ "left on Wednesday, two days after talks with B": Monday; None where nothing is counted there.

    `at` is where "after" stands; `days` are those of the clause.
    """
    if at < 2 or not sentence.has("days_or_more", at - 1):
        return None
    length = _days(at - 1, sentence)
    exact = [when for when in days if edtf.precision(when.edtf) == "day"]
    return (_earlier(exact[0], length),) if length is not None and len(exact) == 1 else ()


def _earlier(when: When, days: int) -> When:
    ends = edtf.bounds(when.edtf)
    assert ends is not None
    return replace(when, edtf=(ends[0] - timedelta(days=days)).isoformat())


def _days(at: int, sentence: Sentence) -> int | None:
    """ "two days", "a week": how many days that is."""
    section = sentence.grammar.lengths
    unit = section.units.get(sentence.words[at].low.removesuffix("s"))
    low = sentence.words[at - 1].low if at else ""
    number = int(low) if low.isdecimal() else section.numbers.get(low, 1 if low in ("a", "one") else None)
    return int(unit * number) if unit is not None and number is not None else None


def _day_above(clause: Clause, sentence: Sentence) -> When | None:
    """The day of the nearest clause above that has one, or of the one that begins the sentence."""
    above = clause.parent
    if above is not None and not above.chain:
        # "…, two days | after she met B": the words between are no clause.
        at = sentence.clauses.index(above)
        above = sentence.clauses[at - 1] if at else None
    while above is not None:
        days = [w for w in dates_of(reading_of(above, sentence)) if edtf.precision(w.edtf) == "day"]
        if days:
            return days[0] if len(days) == 1 else None
        above = above.parent
    return None
