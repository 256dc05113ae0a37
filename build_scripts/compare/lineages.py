"""Compare: sources and their alignments in, groups of sources that rewrite one another out.

A source belongs to another's lineage when much of its text has counterparts there and the two share
runs of words, or when half of both has (a rewrite in other words keeps the details). Reports of one
event by different hands share names, dates, figures and what was said in public, but choose their matter
each for itself and share few runs: words within quotation marks are nobody's text and do not count.
Who copied from whom cannot be told from texts, and is not claimed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from build_scripts.compare.tokens import stem, tokens, words
from build_scripts.corroboration import joined
from build_scripts.edtf import is_approximate, precision
from build_scripts.models import (
    Alignment,
    Basis,
    Lineage,
    Match,
    Passage,
    PassageKind,
    Quotation,
    Ref,
    Share,
    Source,
    SourceFacts,
)

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
_RUN = 3
# Match: "Arden" in "the envoy Arden", "League" in "the Northern League". Near-miss: "The" after a full stop.
_NAME = re.compile(r"(?<=[^\W\d_,;] )[^\W\d_a-z][\w'’-]*")
_SPEAKING = frozenset({PassageKind.SENTENCE, PassageKind.HEADLINE})


@dataclass(frozen=True, slots=True)
class _Own:
    """A passage, the stems of its words outside quotation marks, and how many words it has with these."""

    passage: Passage
    stems: tuple[str, ...]
    words: int


def find_lineages(facts: Sequence[SourceFacts], alignments: Iterable[Alignment]) -> tuple[Lineage, ...]:
    """Lineages, most sources first, then by id (the smallest source id); every source is in one."""
    sources = {found.source.id: found.source for found in facts}
    own = {found.source.id: tuple(_own_words(found)) for found in facts}
    shares = source_shares(alignments, own)
    close = [share for share in shares if share.share >= _WORTH_A_LOOK]
    wanted = {(share.source, share.other) for share in close}
    told = {source for pair in wanted for source in pair}
    named = {found.source.id: _named(found) for found in facts if found.source.id in told}
    runs = _shared_runs(own, named, wanted)
    of = {(share.source, share.other): share.share for share in close}
    ties = [pair for pair in of if _is_derived(of[pair], of.get(pair[::-1], 0.0), *runs[pair])]
    counts = {
        source: sum(one.words for one in of if one.passage.kind in _SPEAKING) for source, of in own.items()
    }
    long_enough = {source for source, count in counts.items() if count >= _FEWEST_WORDS}
    ties = [tie for tie in ties if long_enough.issuperset(tie)]
    groups = _with_overrides(sources, ties)
    home = {source: group[0] for group in groups for source in group}
    within: dict[str, list[Share]] = defaultdict(list)
    for share in shares:
        if home[share.source] == home[share.other]:
            within[home[share.source]].append(share)
    lineages = [_lineage(group, within[group[0]], sources) for group in groups]
    return tuple(sorted(lineages, key=lambda lineage: (-len(lineage.sources), lineage.id)))


def _is_derived(share: float, back: float, runs: float, count: int) -> bool:
    """Whether a source rewrites another, or is rewritten by it, from the shares of words in both directions,
    and the share and the number of its runs that stand in the other."""
    return (
        (share >= SHARE and runs >= RUNS and count >= FEWEST)
        or (runs >= RUNS_ALONE and count >= FEWEST)
        or (min(share, back) >= NEARLY_ALL and runs >= FEW_RUNS)
    )


def source_shares(alignments: Iterable[Alignment], own: Mapping[str, Sequence[_Own]]) -> tuple[Share, ...]:
    """For each ordered pair of sources with counterparts, the share of the first's words that have one."""
    lengths = {one.passage.ref: len(one.stems) for of in own.values() for one in of}
    shown = [(pair.left, pair.right) for pair in alignments if pair.match is not Match.REVIEW]
    told_by: dict[Ref, set[str]] = defaultdict(set)
    for left, right in shown:
        told_by[left].add(right.source)
        told_by[right].add(left.source)
    covered: dict[tuple[str, str], int] = defaultdict(int)
    for ref, others in told_by.items():
        length = lengths[ref]
        for other in others:
            covered[ref.source, other] += length
    totals = {
        source: sum(len(one.stems) for one in of if one.passage.kind in _SPEAKING)
        for source, of in own.items()
    }
    return tuple(
        Share(source, other, round(count / max(totals[source], 1), 4))
        for (source, other), count in sorted(covered.items())
    )


def lineage_of(lineages: Iterable[Lineage]) -> dict[str, str]:
    """The lineage's id by source id."""
    return {source: lineage.id for lineage in lineages for source in lineage.sources}


def _own_words(found: SourceFacts) -> Iterator[_Own]:
    """For each passage, its words that do not stand within quotation marks.

    An article that quotes more than it writes counts whole: of a printed speech nothing else is left.
    """
    said: dict[str, list[Quotation]] = {}
    if not is_mostly_quoted(found):
        for each in found.quotations:
            said.setdefault(each.passage, []).append(each)
    for passage in found.passages:
        quoted = said.get(passage.id)
        if quoted is None:
            plain = tuple(map(stem, words(passage.text)))
            yield _Own(passage, plain, len(plain))
            continue
        every = tokens(passage.text, passage.start)
        stems = tuple(
            word.stem for word in every if not any(each.start <= word.start < each.end for each in quoted)
        )
        yield _Own(passage, stems, len(every))


def is_mostly_quoted(found: SourceFacts) -> bool:
    """Whether more than half of an article stands within quotation marks."""
    quoted = sum(each.end - each.start for each in found.quotations)
    return 2 * quoted > sum(passage.end - passage.start for passage in found.passages)


def _named(found: SourceFacts) -> frozenset[str]:
    """Stems of the words that name or describe somebody in an article: they are nobody's text."""
    names = [name for passage in found.passages for name in _NAME.findall(passage.text)]
    names += [word for role in found.roles for word in words(role.text)]
    return frozenset(map(stem, names))


def _shared_runs(
    own: Mapping[str, Sequence[_Own]],
    named: Mapping[str, frozenset[str]],
    wanted: Iterable[tuple[str, str]],
) -> Mapping[tuple[str, str], tuple[float, int]]:
    """Share of the first source's runs of three words that stand in the second as well, and how many do."""
    runs = {source: _runs(own[source], names) for source, names in named.items()}
    counts = {pair: len(runs[pair[0]] & runs[pair[1]]) for pair in wanted}
    return {pair: (count / max(len(runs[pair[0]]), 1), count) for pair, count in counts.items()}


def _runs(of: Iterable[_Own], names: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """Runs of three words in each sentence; all names and figures beside one another are one empty word."""
    sentences = [
        [
            word
            for word, _ in groupby("" if word in names or word[0].isdecimal() else word for word in one.stems)
        ]
        for one in of
        if one.passage.kind in _SPEAKING
    ]
    return frozenset(
        run
        for stems in sentences
        for run in zip(*(stems[at:] for at in range(_RUN)), strict=False)
        if run.count("") < 2
    )


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
