"""Compare: quotations of aligned passages in, differences of the words between the marks out.

An ending that grammar asks for is no difference (`"defend"`, `"defending"`), nor is one quotation
cut into two (`"good neighbours, old allies"`, `"good neighbours" and "old allies"`). One of which another
article has a part is compatible with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from build_scripts.compare.corpus import Corpus, Draft, Key, facing, key
from build_scripts.compare.pairs import Pair
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import stem, words
from build_scripts.compare.words import stems
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Match, Quotation, QuotationKind, Reading, Verdict

_FEWEST_WORDS = 3
"""Shorter quotations are terms: without marks they are the same terms (`two-state solution` is two words)."""

_LONGER = 3


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Quotations of one utterance whose words are not the same, or that one source gives without marks."""
    found = {key(said): said for of in corpus.quotations.values() for said in of}
    ties: list[tuple[Key, Key]] = []
    unmarked: dict[Key, set[Reading]] = {}
    differing: set[Key] = set()
    for pair, ours, theirs in facing(corpus.pairs, corpus.quotations):
        for left, right in _facing(pair, ours, theirs):
            ties.append((key(left), key(right)))
            if _stems(left.text) != _stems(right.text):
                differing |= {key(left), key(right)}
        for said, facing_words in _without_marks(pair, ours, theirs, corpus):
            unmarked.setdefault(key(said), set()).add(facing_words)
    for group in joined(tuple(found), ties):
        bare = {reading for each in group for reading in unmarked.get(each, ())}
        if bare or differing.intersection(group):
            yield _draft([found[each] for each in group], bare, corpus)


def _draft(same: Sequence[Quotation], bare: set[Reading], corpus: Corpus) -> Draft:
    marked = [_reading(said, corpus) for said in same]
    readings = corpus.in_order([*marked, *bare])
    wordings = {_stems(said.text) for said in same}
    if len(wordings) == 1:
        says = f"Quotation marks stand round {quoted(marked)} in some articles, not in others."
        return Draft(DifferenceType.QUOTATION, Verdict.COMPATIBLE, says, readings)
    also = " or without quotation marks" if bare else ""
    if _are_parts(wordings):
        says = f"One utterance is quoted in whole and in part{also}: {quoted(corpus.in_order(marked))}."
        return Draft(DifferenceType.QUOTATION, Verdict.COMPATIBLE, says, readings)
    function = stems(corpus.lexicon, "function_words")
    meant = {frozenset(wording) - function for wording in wordings}
    verdict = Verdict.UNSURE if len(meant) == 1 else Verdict.CONFLICTING
    says = f"One utterance is quoted in different words{also}: {quoted(corpus.in_order(marked))}."
    return Draft(DifferenceType.QUOTATION, verdict, says, readings)


def _are_parts(wordings: Collection[tuple[str, ...]]) -> bool:
    """Whether the longest wording holds all others, word for word."""
    whole = max(wordings, key=len)
    return all(_holds(whole, part) for part in wordings)


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _reading(said: Quotation, corpus: Corpus) -> Reading:
    plain = corpus.reading(said, said.text)
    return Reading(
        plain.source, plain.passage, plain.start, plain.end, plain.quote, plain.value, said.speaker, said.via
    )


def _facing(
    pair: Pair, ours: Sequence[Quotation], theirs: Sequence[Quotation]
) -> Iterator[tuple[Quotation, Quotation]]:
    if _together(ours) == _together(theirs):
        return
    equal = {_stems(said.text) for said in ours} & {_stems(said.text) for said in theirs}
    for left in ours:
        for right in theirs:
            one, other = _stems(left.text), _stems(right.text)
            if one == other:
                yield left, right
            elif one in equal or other in equal:
                continue
            elif _are_alike(one, other) and pair.are_facing((left.start, left.end), (right.start, right.end)):
                yield left, right


def _are_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether half of the shorter one's words stand in the other, and that is not much longer.

    A term within a sentence (`"peace talks"`) is not the sentence in fewer words.
    """
    shorter, longer = sorted((len(one), len(other)))
    return longer <= _LONGER * shorter and 2 * len(set(one) & set(other)) >= min(
        len(set(one)), len(set(other))
    )


@lru_cache(maxsize=1 << 12)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(map(stem, words(text)))


def _together(said: Sequence[Quotation]) -> tuple[str, ...]:
    return tuple(stem for each in said for stem in _stems(each.text))


def _without_marks(
    pair: Pair, ours: Sequence[Quotation], theirs: Sequence[Quotation], corpus: Corpus
) -> Iterator[tuple[Quotation, Reading]]:
    """Quotations whose words stand, much the same, without marks in the other passage."""
    if pair.match is not Match.FULL:
        return
    for said, others, from_left in (
        *((each, theirs, True) for each in ours),
        *((each, ours, False) for each in theirs),
    ):
        said_words = _stems(said.text)
        if len(said.text.split()) < _FEWEST_WORDS or _is_title(said):
            continue
        there = pair.facing(said.start, said.end, from_left=from_left)
        passage = pair.right if from_left else pair.left
        if there is None or any(other.start < there[1] and there[0] < other.end for other in others):
            continue
        quote = passage.text[there[0] - passage.start : there[1] - passage.start]
        if 2 * len(set(_stems(quote)) & set(said_words)) >= len(set(said_words)):
            yield said, Reading(passage.source, passage.id, *there, quote)


def _is_title(said: Quotation) -> bool:
    """Terms and names (`"Long March Declaration"`) are no one's utterance."""
    return said.kind is QuotationKind.TERM and said.text[:1].isupper()
