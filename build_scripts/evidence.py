"""Which passages the pages rest on: what is published of an article follows from what is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from build_scripts.citations import Resolver
from build_scripts.cited import Asked, Cited, Where, asked_of, resolved
from build_scripts.models import Alignment, Citation, Findings, Match, Page, Records, Ref, SourceFacts
from build_scripts.parts import owner_of


def shown_passages(
    pages: Iterable[Page],
    records: Records,
    findings: Findings,
    facts: Iterable[SourceFacts],
    resolver: Resolver,
    read: Callable[[str], Cited],
) -> frozenset[Ref]:
    """Passages whose text is published: those that prose, contacts, topics and shown differences rest
    on, the counterparts of these in other sources, and all of an article that may be shown in full."""
    cited = {ref for page in pages for ref in _refs(read(page.text).of(Where.PROSE), resolver)}
    cited.update(_refs(map(asked_of, record_citations(records)), resolver))
    for contact in findings.contacts:
        cited.update(Ref(piece.source, piece.passage) for piece in contact.evidence)
    for readings in findings.readings.values():
        cited.update(Ref(reading.source, reading.passage) for reading in readings)
    for difference in findings.differences:
        cited.update(Ref(reading.source, reading.passage) for reading in difference.readings)
    full = {one.ref for found in facts if found.source.show == "full" for one in found.passages}
    return frozenset(cited | full | counterparts(cited, findings.alignments))


def counterparts(refs: Iterable[Ref], alignments: Iterable[Alignment]) -> frozenset[Ref]:
    """The passages that are aligned with one of `refs`, full or partial."""
    wanted = frozenset(refs)
    found: set[Ref] = set()
    for left, right, _, match in alignments:
        if match is Match.REVIEW:
            continue
        if left in wanted:
            found.add(right)
        if right in wanted:
            found.add(left)
    return frozenset(found)


def citing_pages(
    pages: Mapping[str, str], resolver: Resolver, read: Callable[[str], Cited]
) -> Mapping[Ref, tuple[str, ...]]:
    """For each passage, the pages that rest a statement on it; lists of everything do not count.

    A part of a page's list counts as that page.
    """
    citing: dict[Ref, set[str]] = defaultdict(set)
    for path, text in pages.items():
        page = owner_of(path) or path
        if page.endswith("/index.md"):
            continue
        for ref in _refs(read(text).of(Where.RESTING), resolver):
            citing[ref].add(page)
    return {ref: tuple(sorted(paths)) for ref, paths in sorted(citing.items())}


def record_citations(records: Records) -> Iterator[Citation]:
    """Citations in front matter: readings of topics, anchors of contacts."""
    for topic in records.topics:
        yield from (reading.citation for reading in topic.readings)
    for contact in records.contacts:
        yield from contact.anchors


def _refs(asked: Iterable[Asked], resolver: Resolver) -> Iterator[Ref]:
    return (found.passage.ref for found in resolved(asked, resolver))
