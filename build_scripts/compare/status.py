"""Compare: words for how far a thing has come (planned, done, forced) in, differences of status out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_scripts.compare.corpus import Corpus, Draft, Key, key
from build_scripts.compare.cues import Cue, contrasts, cues, in_context
from build_scripts.compare.pairs import Pair
from build_scripts.compare.sayings import quoted
from build_scripts.compare.words import kinds, stems, words
from build_scripts.models import DifferenceType, Passage, Reading, Ref, Verdict

_LEAST_MATTER = 3
"""Words that carry matter in a run that two passages share, for it to be one thing in both."""


def compare(corpus: Corpus) -> Iterator[Draft]:
    """The same thing, told as planned by one and as done by another, and the like."""
    alone = words(corpus.lexicon, "status_alone")
    shown: set[Key] = set()
    for same in contrasts(corpus, kinds(corpus.lexicon, "status"), alone):
        shown.update(key(cue) for cue in same)
        yield _draft(corpus, [in_context(cue, corpus) for cue in same])
    found = {ref: cues(corpus.passages[ref], kinds(corpus.lexicon, "status")) for ref in corpus.compared}
    for pair in corpus.pairs:
        for left, right in _governing(pair, found, corpus):
            if shown.isdisjoint((key(left), key(right))):
                yield _draft(corpus, [_up_to(left, pair.left), _up_to(right, pair.right)])


def _draft(corpus: Corpus, found: list[Reading]) -> Draft:
    readings = corpus.in_order(found)
    says = f"How far it went, or how freely, is put differently: {quoted(readings)}."
    return Draft(DifferenceType.STATUS, Verdict.UNSURE, says, readings)


def _governing(pair: Pair, found: Mapping[Ref, tuple[Cue, ...]], corpus: Corpus) -> Iterator[tuple[Cue, Cue]]:
    """The cue before the longest run that both passages share, on either side, where they differ in kind."""
    if not found[pair.left.ref] or not found[pair.right.ref]:
        return  # which is so for most, and found out before their words are compared
    longest = max(
        (code for code in pair.codes if code[0] == "equal"), key=lambda code: code[2] - code[1], default=None
    )
    if longest is None:
        return
    _, i1, i2, j1, _ = longest
    shared = {word.stem for word in pair.left_words[i1:i2]} - stems(corpus.lexicon, "function_words")
    if len(shared) < _LEAST_MATTER:
        return
    left = _last_before(found[pair.left.ref], pair.left_words[i1].start)
    right = _last_before(found[pair.right.ref], pair.right_words[j1].start)
    if left and right and left.kind != right.kind:
        yield left, right


def _last_before(found: Iterable[Cue], at: int) -> Cue | None:
    before = [cue for cue in found if cue.end <= at]
    return before[-1] if before else None


def _up_to(cue: Cue, passage: Passage) -> Reading:
    quote = passage.text[cue.start - passage.start :].rstrip(" .")
    return Reading(cue.source, cue.passage, cue.start, cue.start + len(quote), quote, cue.kind)
