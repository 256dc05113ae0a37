"""Compare: lineages and alignments in, what one text of a lineage leaves out of the others' matter out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_scripts.compare.corpus import Corpus, Draft, Key
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Match, Passage, PassageKind, Reading, Ref, Verdict

_FEWEST = 3
"""Sources of a lineage: of two, each has passages that the other has not, which says nothing."""


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Passages that all sources of a lineage have but one."""
    near: dict[Ref, set[Ref]] = defaultdict(set)
    same: dict[Ref, set[Ref]] = defaultdict(set)
    for pair in corpus.alignments:
        if not corpus.is_one_text(pair.left.source, pair.right.source):
            continue
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            near[one].add(other)
            if pair.match is not Match.REVIEW:
                same[one].add(other)
    sources = {found.source.id: found for found in corpus.facts}
    for lineage in corpus.lineages:
        if len(lineage.sources) < _FEWEST:
            continue
        passages = [passage for each in lineage.sources for passage in sources[each].passages]
        labels = {each: sources[each].source.label for each in lineage.sources}
        yield from _left_out(corpus, labels, passages, near, same)


def _left_out(
    corpus: Corpus,
    labels: Mapping[str, str],
    passages: list[Passage],
    near: Mapping[Ref, set[Ref]],
    same: Mapping[Ref, set[Ref]],
) -> Iterator[Draft]:
    """Not even a likely counterpart there, and certain ones everywhere else."""
    missing: dict[Ref, str] = {}
    lineage = frozenset(labels)
    for passage in passages:
        ref = passage.ref
        likely = lineage & {passage.source, *(other.source for other in near.get(ref, ()))}
        if passage.kind is PassageKind.SENTENCE and len(likely) == len(lineage) - 1:
            missing[ref] = next(iter(lineage - likely))
    nodes = {_node(corpus, ref): ref for ref in missing}
    ties = [
        (_node(corpus, ref), _node(corpus, other))
        for ref in missing
        for other in sorted(same.get(ref, ()))
        if missing.get(other) == missing[ref]
    ]
    for group in joined(tuple(nodes), ties):
        refs = [nodes[each] for each in group]
        if len({ref.source for ref in refs}) == len(lineage) - 1:
            yield _draft(corpus, refs, labels.get(missing[refs[0]]) or missing[refs[0]])


def _node(corpus: Corpus, ref: Ref) -> Key:
    return ref.source, corpus.passages[ref].start, corpus.passages[ref].end


def _draft(corpus: Corpus, refs: list[Ref], label: str) -> Draft:
    readings = corpus.in_order(_whole(corpus.passages[ref]) for ref in refs)
    others = len({ref.source for ref in refs})
    says = f"Article {label} leaves out what the other {others} articles of its text say."
    return Draft(DifferenceType.OMISSION, Verdict.COMPATIBLE, says, readings)


def _whole(passage: Passage) -> Reading:
    return Reading(passage.source, passage.id, passage.start, passage.end, passage.text)
