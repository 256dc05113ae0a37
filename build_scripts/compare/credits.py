"""Compare: passages with their quotations, figures and reports in, on whose word each is given out.

The chain is part of the evidence: `the agency, citing the board` is the agency's word before it is the
board's, and two articles that share a link of their chains are one witness for what they say there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from build_scripts.compare.corpus import by_passage
from build_scripts.compare.cues import Cue, cues
from build_scripts.compare.words import kinds
from build_scripts.models import Actor, Lexicon, Mention, Passage, PassageKind, Quotation, Ref, SourceFacts
from build_scripts.shelves import Earlier

_REACH = 60
"""Code points between a cue of credit and the name that it credits."""


SHELF = "credits"


def find_credits(
    facts: Sequence[SourceFacts],
    actors: Iterable[Actor],
    lexicon: Lexicon,
    earlier: Earlier | None = None,
) -> Mapping[Ref, tuple[str, ...]]:
    """The chain of each passage that is given on someone's word, as names, outermost first."""
    names = {actor.id: actor.name for actor in actors}
    chains: dict[Ref, tuple[str, ...]] = {}
    for source in facts:
        id = source.source.id
        known = _known(earlier.shelves[SHELF].known(earlier.keys[id])) if earlier else None
        found = _of_source(source, names, lexicon) if known is None else known
        if earlier and known is None:
            earlier.shelves[SHELF].keep(earlier.keys[id], found)
        chains |= {Ref(id, passage): chain for passage, chain in found.items()}
    return dict(sorted(chains.items()))


def _known(kept: Any) -> dict[str, tuple[str, ...]] | None:
    """What is kept of a source; None if it is anything else."""
    try:
        return {passage: tuple(map(str, chain)) for passage, chain in kept.items()}
    except (AttributeError, TypeError):
        return None


def _of_source(source: SourceFacts, names: Mapping[str, str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The chains of one source by passage: nothing else decides about them than its facts and the names."""
    found: dict[str, list[str]] = defaultdict(list)
    for report in source.reports:
        found[report.passage] += report.credited
    quotations, mentions = by_passage(source.quotations), by_passage(source.mentions)
    for passage in source.passages:
        found[passage.id] += _quoted(passage, quotations.get(passage.ref, ()))
    for figure in source.figures:
        found[figure.passage] += [each for each in (figure.via, figure.speaker) if each]
    for passage in source.passages:
        if passage.kind is PassageKind.SENTENCE:
            is_known = bool(found[passage.id])
            found[passage.id] += _cited(passage, mentions.get(passage.ref, ()), lexicon, is_known=is_known)
    chains = {id: tuple(dict.fromkeys(names.get(each, each) for each in of)) for id, of in found.items()}
    return {id: chain for id, chain in chains.items() if chain}


def _cited(
    passage: Passage, mentions: Sequence[Mention], lexicon: Lexicon, *, is_known: bool
) -> Iterator[str]:
    """Who stands behind `according to`; before `said that` only where nothing better is known."""
    for cue in cues(passage, kinds(lexicon, "credit")):
        kind, _, side = cue.kind.partition(" ")
        if kind == "said" and (side == "after" or not is_known):
            yield from _named(cue, mentions, is_after=side == "after")


def _named(cue: Cue, mentions: Sequence[Mention], *, is_after: bool) -> Iterator[str]:
    near = [
        mention
        for mention in mentions
        if (0 <= mention.start - cue.end < _REACH if is_after else 0 <= cue.start - mention.end < 3)
    ]
    if near:
        yield (near[0] if is_after else near[-1]).actor or (near[0] if is_after else near[-1]).text


def _quoted(passage: Passage, quotations: Sequence[Quotation]) -> Iterator[str]:
    """Who says what stands within marks, where that is most of the passage."""
    for said in quotations:
        if 2 * (said.end - said.start) > passage.end - passage.start:
            yield from (each for each in (said.via, said.speaker) if each)
