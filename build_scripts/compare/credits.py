"""Compare: passages with their quotations, figures and reports in, on whose word each is given out.

The chain is part of the evidence: `the agency, citing the board` is the agency's word before it is the
board's, and two articles that share a link of their chains are one witness for what they say there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_scripts.compare.corpus import by_passage
from build_scripts.compare.cues import Cue, cues
from build_scripts.compare.words import kinds
from build_scripts.models import Actor, Lexicon, Mention, Passage, PassageKind, Quotation, Ref, SourceFacts

_REACH = 60
"""Code points between a cue of credit and the name that it credits."""


def find_credits(
    facts: Sequence[SourceFacts], actors: Iterable[Actor], lexicon: Lexicon
) -> Mapping[Ref, tuple[str, ...]]:
    """The chain of each passage that is given on someone's word, as names, outermost first."""
    names = {actor.id: actor.name for actor in actors}
    found: dict[Ref, list[str]] = defaultdict(list)
    for source in facts:
        for report in source.reports:
            found[Ref(report.source, report.passage)] += report.credited
        quotations, mentions = by_passage(source.quotations), by_passage(source.mentions)
        for passage in source.passages:
            found[passage.ref] += _quoted(passage, quotations.get(passage.ref, ()))
        for figure in source.figures:
            found[Ref(figure.source, figure.passage)] += [
                each for each in (figure.via, figure.speaker) if each
            ]
        for passage in source.passages:
            if passage.kind is PassageKind.SENTENCE:
                is_known = bool(found[passage.ref])
                found[passage.ref] += _cited(
                    passage, mentions.get(passage.ref, ()), lexicon, is_known=is_known
                )
    chains = {ref: tuple(dict.fromkeys(names.get(each, each) for each in of)) for ref, of in found.items()}
    return {ref: chain for ref, chain in sorted(chains.items()) if chain}


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
