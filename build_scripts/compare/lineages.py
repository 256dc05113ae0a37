"""Compare: sources and their alignments in, groups of sources that rewrite one another out.

A source belongs to another's lineage when much of its text has counterparts there and the two share
runs of words, or when half of both has (a rewrite in other words keeps the details). Reports of one
event by different hands share names, dates, figures and what was said in public, but choose their matter
each for itself and share few runs: words within quotation marks are nobody's text and do not count.
Who copied from whom cannot be told from texts, and is not claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from build_scripts.compare.own_words import Counted, OwnWords
from build_scripts.corroboration import joined
from build_scripts.edtf import is_approximate, precision
from build_scripts.models import (
    Alignment,
    Basis,
    Lineage,
    Match,
    Ref,
    Share,
    Source,
    SourceFacts,
)
from build_scripts.shelves import Earlier

SHARE = 0.4
"""Least share of a source's words in passages with a counterpart, in one direction."""
RUNS = 0.15
"""Least share of its three-word runs that stand in the other source as well.

Names and figures count as one and the same word, and a run has one of them at most: whoever tells of the
same people has "foreign minister Ada Arden met" and "the Northland Peace Council" in common with all others.
"""
FEWEST = 6
"""So many runs at least: in an article of four sentences, "met with … in …" alone is a tenth of them."""
RUNS_ALONE = 0.4
"""Share of three-word runs that makes a copy, whatever the alignment says (parts of sentences)."""
NEARLY_ALL, FEW_RUNS = 0.54, 0.02
"""Share of both sources' words that makes a rewrite where few runs are left, and how few may be.

The lesser share of two independent reports of one event reaches 0.37 in the stories for tuning, that of a
rewrite in other words begins at 0.55. Of articles about the same people, found on other subjects, it reaches
0.53, with hardly a run in common.
"""
_WORTH_A_LOOK = 0.15
"""Share of words below which two sources are not compared run by run."""
_FEWEST_WORDS = 30
"""Shorter texts are too short to tell."""


def find_lineages(
    facts: Sequence[SourceFacts], alignments: Iterable[Alignment], earlier: Earlier | None = None
) -> tuple[Lineage, ...]:
    """Lineages, most sources first, then by id (the smallest source id); every source is in one."""
    sources = {found.source.id: found.source for found in facts}
    own = OwnWords(facts, earlier)
    covered = _covered(alignments, own)
    close = dict(_close(covered, own))
    runs = {pair: own.shared(*pair) for pair in close}
    ties = [pair for pair in close if _is_derived(close[pair], close.get(pair[::-1], 0.0), *runs[pair])]
    long_enough = {source for source in sources if own.of(source).words >= _FEWEST_WORDS}
    ties = [tie for tie in ties if long_enough.issuperset(tie)]
    groups = _with_overrides(sources, ties)
    home = {source: group[0] for group in groups for source in group}
    lineages = [
        _lineage(
            group,
            [
                Share(source, other, _share(covered[source][other], own.of(source)))
                for source in group
                for other in sorted(covered[source])
                if home[other] == group[0]
            ],
            sources,
        )
        for group in groups
    ]
    return tuple(sorted(lineages, key=lambda lineage: (-len(lineage.sources), lineage.id)))


def _is_derived(share: float, back: float, runs: float, count: int) -> bool:
    """Whether a source rewrites another, or is rewritten by it, from the shares of words in both directions,
    and the share and the number of its runs that stand in the other."""
    return (
        (share >= SHARE and runs >= RUNS and count >= FEWEST)
        or (runs >= RUNS_ALONE and count >= FEWEST)
        or (min(share, back) >= NEARLY_ALL and runs >= FEW_RUNS)
    )


def _covered(alignments: Iterable[Alignment], own: OwnWords) -> Mapping[str, Mapping[str, int]]:
    """For each source, how many of its words have a counterpart in each other one."""
    told_by: dict[Ref, set[str]] = defaultdict(set)
    for pair in alignments:
        if pair.match is not Match.REVIEW:
            left, right = pair.left, pair.right
            told_by[left].add(right.source)
            told_by[right].add(left.source)
    covered: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (source, passage), others in told_by.items():
        length, of = own.of(source).lengths[passage], covered[source]
        for other in others:
            of[other] += length
    return covered


def _close(
    covered: Mapping[str, Mapping[str, int]], own: OwnWords
) -> Iterator[tuple[tuple[str, str], float]]:
    """The pairs of sources that are compared run by run, with the share of the first's words."""
    for source in sorted(covered):
        counted = own.of(source)
        for other, count in sorted(covered[source].items()):
            if count < 0.99 * _WORTH_A_LOOK * counted.total:  # of most: their share is not worked out
                continue
            share = _share(count, counted)
            if share >= _WORTH_A_LOOK:
                yield (source, other), share


def _share(count: int, of: Counted) -> float:
    return round(count / max(of.total, 1), 4)


def lineage_of(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The lineage's id by source id."""
    return {source: lineage.id for lineage in lineages for source in lineage.sources}


def _with_overrides(
    sources: Mapping[str, Source], ties: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Components of the ties, after what editors joined and parted."""
    apart = {frozenset((source.id, other)) for source in sources.values() for other in source.lineage_apart}
    alone = {source.id: set(source.lineage_apart) for source in sources.values() if source.lineage_apart}
    kept = [tie for tie in ties if frozenset(tie) not in apart]
    groups = joined(tuple(sorted(sources)), kept)
    parted = [part for group in groups for part in _part(group, alone)]
    told = [
        (source.id, other) for source in sources.values() for other in source.lineage_with if other in sources
    ]
    return joined(tuple(sorted(sources)), (*parted, *told))


def _part(group: tuple[str, ...], alone: Mapping[str, set[str]]) -> list[tuple[str, ...]]:
    """Take out of a group each source that an editor keeps apart from one of its members."""
    out = [source for source in group if alone.get(source, set()).intersection(group)]
    rest = tuple(source for source in group if source not in out)
    return [rest, *((source,) for source in out)] if out else [group]


def _lineage(group: tuple[str, ...], shares: Iterable[Share], sources: Mapping[str, Source]) -> Lineage:
    reasons = [
        sources[source].lineage_why
        for source in group
        if sources[source].lineage_with or sources[source].lineage_apart
    ]
    why = "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    return Lineage(group[0], group, tuple(shares), why, likely_order([sources[source] for source in group]))


def likely_order(sources: Sequence[Source]) -> tuple[tuple[str, ...], ...]:
    """Sources by day of publication, those of one day together; nothing where a day is not known or inferred.

    Which text is older is a matter of dates: the texts themselves do not tell, and on one day nothing does.
    """
    days: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        if precision(source.published) != "day" or is_approximate(source.published):
            return ()
        if source.published_basis not in (Basis.STATED, Basis.LOOKED_UP):
            return ()
        days[source.published].append(source.id)
    return tuple(tuple(sorted(days[day])) for day in sorted(days)) if len(days) > 1 else ()
