"""Compare: terms that carry a judgement in, differences of wording out, by source and without our verdict.

Two kinds: terms of one group that stand in each other's place (`war`, `situation`), and words that the
configuration calls loaded, where another article does without.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.compare.corpus import Corpus, Draft
from build_scripts.compare.cues import contrasts, in_context
from build_scripts.compare.sayings import quoted
from build_scripts.compare.words import kinds, kinds_of
from build_scripts.models import DifferenceType, Reading, Verdict


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Different terms for the same people, places and acts."""
    for group in sorted(corpus.lexicon["comparison"]["terms"]):
        for same in contrasts(corpus, kinds(corpus.lexicon, f"terms/{group}")):
            yield _draft(corpus, tuple(in_context(cue, corpus) for cue in same))
    if corpus.config.loaded:
        loaded = kinds_of({"loaded": corpus.config.loaded})
        for same in contrasts(corpus, loaded, frozenset(loaded.patterns), full=True):
            yield _draft(corpus, tuple(in_context(cue, corpus, 2, 2) for cue in same))


def _draft(corpus: Corpus, found: tuple[Reading, ...]) -> Draft:
    readings = corpus.in_order(found)
    return Draft(DifferenceType.WORDING, Verdict.UNSURE, f"Different terms: {quoted(readings)}.", readings)
