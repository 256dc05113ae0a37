"""Compare: what people did in aligned passages in, differences of the part that they took out."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.compare.corpus import Corpus, Draft, facing, key
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import words
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Reading, Ref, Verdict


def compare(corpus: Corpus) -> Iterator[Draft]:
    """`organized by A` against `initiated by A`: what someone's part in the same thing was."""
    found = {ref: tuple(_parts_in(ref, corpus)) for ref in corpus.compared}
    parts = {key(part): part for of in found.values() for part in of}
    ties = [
        (key(ours), key(theirs))
        for pair, left, right in facing(corpus.pairs, found)
        for ours in left
        for theirs in right
        if ours.value == theirs.value
    ]
    for group in joined(tuple(parts), ties):
        readings = corpus.in_order(parts[each] for each in group)
        if len({tokens(reading.quote)[0].stem for reading in readings}) > 1:
            says = f"The part taken is given as {quoted(readings)}."
            yield Draft(DifferenceType.ROLE, Verdict.UNSURE, says, readings)


def _parts_in(ref: Ref, corpus: Corpus) -> Iterator[Reading]:
    """Words such as `organized by the A`, with A's id as their value."""
    passage = corpus.passages[ref]
    verbs, articles = words(corpus.lexicon, "parts"), words(corpus.lexicon, "articles")
    agent = words(corpus.lexicon, "agent_words")
    said = tokens(passage.text, passage.start)
    for mention in corpus.mentions.get(ref, ()):
        before = [token for token in said if token.end <= mention.start][-3:]
        if before and before[-1].text.casefold() in articles:
            before.pop()
        if len(before) < 2 or before[-1].text.casefold() not in agent:
            continue
        verb = before[-2]
        if mention.actor and verb.text.casefold() in verbs:
            quote = passage.text[verb.start - passage.start : mention.end - passage.start]
            yield Reading(ref.source, ref.passage, verb.start, mention.end, quote, mention.actor)
