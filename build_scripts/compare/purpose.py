"""Compare: phrases that say what something is for in, differences of aim out.

On one question of an editor all aims are put side by side; in passages that say the same, those of which
neither is a part of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.compare.corpus import Corpus, Draft, Key, key
from build_scripts.compare.cues import cues
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import kinds, stems
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Match, Passage, Reading, Ref, Verdict

# match: the semicolon in "to talk; later"   near-miss: the full stop in "3.5"
_END = re.compile(r"[;:()–—]|[.,](?!\d)")
_MOST_WORDS = 20


def compare(corpus: Corpus) -> Iterator[Draft]:
    """`in order to rebuild the bridge` against `aims to sell the ferry`."""
    aims: dict[Key, Reading] = {}
    ties: list[tuple[Key, Key]] = []
    for of in corpus.readings.values():
        asked = [reading for reading in of if _has_aim(reading, corpus)]
        if 2 * len(asked) > len(of):
            aims.update((key(reading), reading) for reading in asked)
            ties += [(key(asked[0]), key(other)) for other in asked[1:]]
    covered = {Ref(reading.source, reading.passage) for reading in aims.values()}
    aim = {ref: _aim(corpus.passages[ref], corpus) for ref in corpus.compared}
    for pair in corpus.pairs:
        if pair.match is not Match.FULL or covered.intersection(pair.refs):
            continue
        left, right = (aim[ref] for ref in pair.refs)
        if left and right and _are_apart(left, right, corpus):
            aims[key(left)], aims[key(right)] = left, right
            ties.append((key(left), key(right)))
    for group in joined(tuple(aims), ties):
        same = [aims[each] for each in group]
        if any(_are_apart(same[0], other, corpus) for other in same[1:]):
            yield _draft(corpus, same)


def _draft(corpus: Corpus, same: Sequence[Reading]) -> Draft:
    readings = corpus.in_order(same)
    return Draft(DifferenceType.WORDING, Verdict.UNSURE, f"The aim is given as {quoted(readings)}.", readings)


def _has_aim(reading: Reading, corpus: Corpus) -> bool:
    passage = corpus.passages[Ref(reading.source, reading.passage)]
    found = cues(passage, kinds(corpus.lexicon, "purposes"))
    return any(cue.start < reading.end and reading.start < cue.end for cue in found)


def _aim(passage: Passage, corpus: Corpus) -> Reading | None:
    """The first words of purpose in a passage, up to the next break."""
    for cue in cues(passage, kinds(corpus.lexicon, "purposes")):
        start, after = cue.start - passage.start, cue.end - passage.start
        found = _END.search(passage.text, after)
        words = tokens(passage.text[after : found.start() if found else len(passage.text)])[:_MOST_WORDS]
        if words:
            end = after + words[-1].end
            return Reading(
                passage.source, passage.id, cue.start, passage.start + end, passage.text[start:end]
            )
    return None


def _are_apart(one: Reading, other: Reading, corpus: Corpus) -> bool:
    """Whether neither is a part of the other, by the words that carry matter."""
    ours, theirs = (_matter(reading.quote, corpus) for reading in (one, other))
    return not (ours <= theirs or theirs <= ours) and 2 * len(ours & theirs) < min(len(ours), len(theirs))


def _matter(words: str, corpus: Corpus) -> frozenset[str]:
    pattern = kinds(corpus.lexicon, "purposes")["aim"]
    found = tokens(pattern.sub(" ", words))
    return frozenset(token.stem for token in found) - stems(corpus.lexicon, "function_words")
