"""Compare: sources and their alignments in, groups of sources that rewrite one another out.

A source belongs to another's lineage when much of its text has counterparts there and the two share
runs of words: reports of one event by different hands share names, dates and facts, but few runs.
Who copied from whom cannot be told from texts, and is not claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from build_scripts.compare.tokens import tokens
from build_scripts.corroboration import joined
from build_scripts.models import Alignment, Lineage, Match, PassageKind, Share, Source, SourceFacts

SHARE = 0.4
"""Least share of a source's words in passages with a counterpart, in one direction."""
RUNS = 0.12
"""Least share of its three-word runs that stand in the other source as well."""
RUNS_ALONE = 0.4
"""Share of three-word runs that makes a copy, whatever the alignment says (parts of sentences)."""
_WORTH_A_LOOK = 0.15
"""Share of words below which two sources are not compared run by run."""
_FEWEST_WORDS = 30
"""Shorter texts are too short to tell."""
_RUN = 3
_SPEAKING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})


def find_lineages(facts: Sequence[SourceFacts], alignments: Iterable[Alignment]) -> tuple[Lineage, ...]:
    """Lineages, most sources first, then by id (the smallest source id); every source is in one."""
    sources = {found.source.id: found.source for found in facts}
    shares = source_shares(facts, alignments)
    close = [share for share in shares if share.share >= _WORTH_A_LOOK]
    runs = _shared_runs(facts, {(share.source, share.other) for share in close})
    ties = [
        (share.source, share.other)
        for share in close
        if (share.share >= SHARE and runs[share.source, share.other] >= RUNS)
        or runs[share.source, share.other] >= RUNS_ALONE
    ]
    long_enough = {found.source.id for found in facts if _length(found) >= _FEWEST_WORDS}
    ties = [tie for tie in ties if long_enough.issuperset(tie)]
    groups = _with_overrides(sources, ties)
    home = {source: group[0] for group in groups for source in group}
    within: dict[str, list[Share]] = defaultdict(list)
    for share in shares:
        if home[share.source] == home[share.other]:
            within[home[share.source]].append(share)
    lineages = [_lineage(group, within[group[0]], sources) for group in groups]
    return tuple(sorted(lineages, key=lambda lineage: (-len(lineage.sources), lineage.id)))


def source_shares(facts: Sequence[SourceFacts], alignments: Iterable[Alignment]) -> tuple[Share, ...]:
    """For each ordered pair of sources with counterparts, the share of the first's words that have one."""
    lengths = {passage.ref: len(tokens(passage.text)) for found in facts for passage in found.passages}
    covered: dict[tuple[str, str], dict[object, int]] = defaultdict(dict)
    for pair in alignments:
        if pair.match is not Match.REVIEW:
            covered[pair.left.source, pair.right.source][pair.left] = lengths[pair.left]
            covered[pair.right.source, pair.left.source][pair.right] = lengths[pair.right]
    totals = {found.source.id: _length(found) for found in facts}
    return tuple(
        Share(source, other, round(sum(words.values()) / max(totals[source], 1), 4))
        for (source, other), words in sorted(covered.items())
    )


def lineage_of(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The lineage's id by source id."""
    return {source: lineage.id for lineage in lineages for source in lineage.sources}


def _length(found: SourceFacts) -> int:
    return sum(len(tokens(passage.text)) for passage in found.passages if passage.kind in _SPEAKING)


def _shared_runs(
    facts: Sequence[SourceFacts], pairs: Iterable[tuple[str, str]]
) -> Mapping[tuple[str, str], float]:
    """Share of the first source's runs of three words that stand in the second as well."""
    runs: dict[str, frozenset[tuple[str, ...]]] = {}
    for found in facts:
        words = [token.text.casefold() for passage in found.passages for token in tokens(passage.text)]
        runs[found.source.id] = frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))
    return {
        (source, other): len(runs[source] & runs[other]) / max(len(runs[source]), 1)
        for source, other in pairs
    }


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
    return Lineage(
        group[0], group, tuple(shares), "; ".join(dict.fromkeys(reason for reason in reasons if reason))
    )
