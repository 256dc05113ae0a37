"""Compare: amounts in words without a number (`several`, `many`, `twice`) in, differences of number out."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.compare.corpus import Corpus, Draft, Key, key
from build_scripts.compare.cues import contrasts, cues, in_context
from build_scripts.compare.sayings import quoted
from build_scripts.compare.words import kinds, words
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Match, Passage, Reading, Ref, Verdict

_TIMES = {"once": 1, "twice": 2}


def compare(corpus: Corpus) -> Iterator[Draft]:
    """`several` against `many`; `repeatedly` and `many times` are one."""
    for same in contrasts(corpus, kinds(corpus.lexicon, "amounts")):
        readings = corpus.in_order(in_context(cue, corpus) for cue in same)
        says = f"How many or how often is put differently: {quoted(readings)}."
        yield Draft(DifferenceType.NUMBER, Verdict.UNSURE, says, readings)
    yield from _how_often(corpus)


def _how_often(corpus: Corpus) -> Iterator[Draft]:
    """`met on several occasions` against `met`: the one says how often, the other does not."""
    told: dict[Key, Reading] = {}
    ties: list[tuple[Key, Key]] = []
    times = {ref: _times(corpus.passages[ref], corpus) for ref in corpus.compared}
    for pair in corpus.pairs:
        left, right = (times[ref] for ref in pair.refs)
        if (
            pair.match is Match.FULL
            and (left.quote or right.quote)
            and not _is_counted_out(left, right, corpus)
        ):
            told[key(left)], told[key(right)] = left, right
            ties.append((key(left), key(right)))
    for group in joined(tuple(told), ties):
        readings = corpus.in_order(told[each] for each in group)
        if not all(reading.quote for reading in readings):
            says = f"How often is said by some and not by others: {quoted(readings)}."
            yield Draft(DifferenceType.NUMBER, Verdict.COMPATIBLE, says, readings)


def _is_counted_out(left: Reading, right: Reading, corpus: Corpus) -> bool:
    """`met twice, in May and in June` against `met in May and in June`: the dates say how often."""
    said, silent = (left, right) if left.quote else (right, left)
    dates = corpus.dates.get(Ref(silent.source, silent.passage), ())
    return not silent.quote and _TIMES.get(said.value) == len({date.edtf for date in dates if date.edtf})


def _times(passage: Passage, corpus: Corpus) -> Reading:
    """The words of a passage that say how often; none where it has no amount at all."""
    often, occasions = words(corpus.lexicon, "how_often"), words(corpus.lexicon, "occasions")
    found = cues(passage, kinds(corpus.lexicon, "amounts"))
    for cue in found:
        reading = in_context(cue, corpus, 1)
        if cue.kind in often or reading.quote.split()[-1].casefold() in occasions:
            return reading if cue.kind not in often else in_context(cue, corpus, 0)
    return Reading(passage.source, passage.id, passage.start, passage.start, "")
