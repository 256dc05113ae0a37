"""Export: the briefing in, its tables as rows of plain values out, in a fixed order.

Words of passages that are not published are null, wherever they would stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from build_scripts import naming
from build_scripts.models import (
    Basis,
    Briefing,
    Contact,
    Evidence,
    Lineage,
    Match,
    Mention,
    Reading,
    Ref,
    Revision,
    Source,
    SourceFacts,
)

Row = Mapping[str, object]


def tables(briefing: Briefing) -> Mapping[str, tuple[Row, ...]]:
    """Every table by its name."""
    return {name: tuple(rows(briefing)) for name, rows in _TABLES.items()}


def _sources(briefing: Briefing) -> Iterator[Row]:
    lineage_of = _lineage_of(briefing)
    classes = naming.lineage_classes(_lineages_of(briefing))
    for source in sorted(briefing.sources, key=lambda one: one.id):
        # A title that was rebuilt from an address is no headline, and does not leave as one.
        is_headline = source.title_basis in (Basis.STATED, Basis.LOOKED_UP)
        yield {
            "id": source.id,
            "file": source.file,
            "sha256": source.sha256,
            "title": source.title if is_headline and source.title else None,
            "title_basis": source.title_basis.value or None,
            "publisher": source.publisher or None,
            "published": source.published or None,
            "published_basis": source.published_basis.value or None,
            "url": source.url or None,
            "language": source.language or None,
            "label": naming.source_label(source),
            "name": naming.source_name(source),
            "page": naming.source_page(source.id),
            "lineage": lineage_of[source.id],
            "lineage_class": classes[lineage_of[source.id]],
            "withdrawn": None,
        }
    for source in sorted(briefing.withdrawn, key=lambda one: one.id):
        yield _notice(source)


def _notice(source: Source) -> Row:
    """What is said of a source that is withdrawn: nothing that its text gave."""
    assert source.withdrawn is not None
    return {
        "id": source.id,
        "file": source.file,
        "sha256": source.sha256,
        "title": None,
        "title_basis": None,
        "publisher": source.publisher or None,
        "published": source.published or None,
        "published_basis": source.published_basis.value or None,
        "url": None,
        "language": source.language or None,
        "label": naming.source_label(source),
        "name": naming.source_name(source),
        "page": naming.source_page(source.id),
        "lineage": None,
        "lineage_class": None,
        "withdrawn": {"date": source.withdrawn.date, "why": source.withdrawn.why},
    }


def _passages(briefing: Briefing) -> Iterator[Row]:
    counterparts: dict[Ref, dict[Ref, float]] = defaultdict(dict)
    for pair in briefing.findings.alignments:
        if pair.match is not Match.REVIEW:
            counterparts[pair.left][pair.right] = pair.score
            counterparts[pair.right][pair.left] = pair.score
    for facts in _facts(briefing):
        for passage in facts.passages:
            others = sorted(counterparts.get(passage.ref, {}).items())
            yield {
                "source": passage.source,
                "id": passage.id,
                "paragraph": passage.paragraph,
                "number": passage.number,
                "kind": passage.kind.value,
                "start": passage.start,
                "end": passage.end,
                "text": passage.text if passage.ref in briefing.shown else None,
                "counterparts": [
                    {"source": ref.source, "passage": ref.passage, "score": round(score, 4)}
                    for ref, score in others
                ],
                "credited": list(briefing.findings.credits.get(passage.ref, ())),
            }


def _actors(briefing: Briefing) -> Iterator[Row]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for facts in _facts(briefing):
        for mention in facts.mentions:
            mentions[mention.actor].append(mention)
    for actor in sorted(briefing.records.actors, key=lambda one: one.id):
        yield {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind.value,
            "side": actor.side or None,
            "side_name": briefing.config.sides.get(actor.side),
            "member_of": list(actor.member_of),
            "aliases": list(actor.aliases),
            "spellings": naming.spellings(mentions[actor.id]),
            "page": actor.page if actor.has_page else None,
        }


def _dates(briefing: Briefing) -> Iterator[Row]:
    for facts in _facts(briefing):
        for one in facts.dates:
            yield {**_place(one, briefing), "edtf": one.edtf or None, "role": one.role.value}


def _figures(briefing: Briefing) -> Iterator[Row]:
    for facts in _facts(briefing):
        for one in facts.figures:
            shown = _is_shown(one, briefing)
            yield {
                **_place(one, briefing),
                "low": one.low,
                "high": one.high,
                "operator": one.operator,
                "unit": one.unit,
                "counted": one.counted if shown else None,
                "speaker": (one.speaker or None) if shown else None,
                "via": (one.via or None) if shown else None,
            }


def _quotations(briefing: Briefing) -> Iterator[Row]:
    for facts in _facts(briefing):
        for one in facts.quotations:
            shown = _is_shown(one, briefing)
            yield {
                **_place(one, briefing),
                "speaker": (one.speaker or None) if shown else None,
                "via": (one.via or None) if shown else None,
            }


def _contacts(briefing: Briefing) -> Iterator[Row]:
    lineage_of = _lineage_of(briefing)
    for contact in sorted(briefing.findings.contacts, key=lambda one: one.id):
        yield {
            "id": contact.id,
            "title": contact.title,
            "date": contact.date or None,
            "kind": contact.kind.value,
            "status": contact.status.value,
            "place": contact.place or None,
            "participants": list(contact.participants),
            "evidence": [_evidence(piece, briefing) for piece in contact.evidence],
            "claims": _claims(contact),
            "sources": list(contact.sources),
            "lineages": sorted({lineage_of[source] for source in contact.sources}),
            "origin": contact.origin,
            "state": contact.state.value,
            "page": contact.page or f"chronology/{contact.id}.md",
        }


def _evidence(piece: Evidence, briefing: Briefing) -> Row:
    return {
        "source": piece.source,
        "passage": piece.passage,
        "quote": piece.quote if _is_shown(piece, briefing) else None,
        "date": piece.date or None,
        "status": piece.status.value,
        "vague": piece.vague,
    }


def _claims(contact: Contact) -> list[Row]:
    return [
        {
            "claim": claim.claim.value,
            "value": claim.value,
            "sources": list(claim.sources),
            "witnesses": claim.witnesses,
            "why": claim.why,
            "words": claim.words,
            "credits": [
                {"source": one.source, "passage": one.passage, "chain": list(one.chain)}
                for one in claim.credits
                if one.chain
            ],
        }
        for claim in contact.claims
    ]


def _lineages(briefing: Briefing) -> Iterator[Row]:
    for lineage in sorted(_lineages_of(briefing), key=lambda one: one.id):
        shares = sorted(lineage.shares, key=lambda share: (share.source, share.other))
        yield {
            "id": lineage.id,
            "sources": list(lineage.sources),
            "shares": [{"from": one.source, "to": one.other, "share": round(one.share, 4)} for one in shares],
            "likely_order": [list(day) for day in lineage.order],
            "override": lineage.override or None,
        }


def _differences(briefing: Briefing) -> Iterator[Row]:
    for difference in sorted(briefing.findings.differences, key=lambda one: one.id):
        shown = all(_is_shown(reading, briefing) for reading in difference.readings)
        yield {
            "id": difference.id,
            "type": difference.type.value,
            "topic": difference.topic or None,
            "verdict": difference.verdict.value,
            "says": difference.says if shown else None,
            "readings": [
                {key: value for key, value in _reading(one, briefing).items() if key in _IN_DIFFERENCES}
                for one in difference.readings
            ],
        }


def _readings(briefing: Briefing) -> Iterator[Row]:
    for topic, found in sorted(briefing.findings.readings.items()):
        for reading in found:
            yield {"topic": topic, **_reading(reading, briefing)}


_IN_DIFFERENCES = ("source", "passage", "quote", "value")


def _reading(one: Reading, briefing: Briefing) -> Row:
    shown = _is_shown(one, briefing)
    return {
        "source": one.source,
        "passage": one.passage,
        "quote": one.quote if shown else None,
        "value": (one.value or None) if shown else None,
        "speaker": (one.speaker or None) if shown else None,
        "via": (one.via or None) if shown else None,
    }


def _developments(briefing: Briefing) -> Iterator[Row]:
    for one in sorted(briefing.findings.developments, key=lambda found: found.source):
        yield {
            "source": one.source,
            "editions": list(one.editions),
            "others": list(one.others),
            "added": [ref.passage for ref in one.added],
            "confirmed": [_revision(each) for each in one.confirmed],
            "same": [ref.passage for ref in one.same],
            "changed": [_revision(each) for each in one.changed],
            "resumed": [_revision(each) for each in one.resumed],
            "dropped": [{"source": ref.source, "passage": ref.passage} for ref in one.dropped],
            "new_figures": [_place(each, briefing) for each in one.new_figures],
            "changed_figures": [
                {"was": _place(each.earlier, briefing), "now": _place(each.later, briefing)}
                for each in one.changed_figures
            ],
            "differences": [each.difference for each in one.turns],
        }


def _revision(one: Revision) -> Row:
    earlier = {"source": one.earlier.source, "passage": one.earlier.passage}
    return {"passage": one.later.passage, "earlier": earlier}


class _InPassage(Protocol):
    """Anything that stands in a passage."""

    @property
    def source(self) -> str: ...

    @property
    def passage(self) -> str: ...


class _Words(_InPassage, Protocol):
    """Words of a passage."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...

    @property
    def text(self) -> str: ...


def _place(one: _Words, briefing: Briefing) -> Row:
    return {
        "source": one.source,
        "passage": one.passage,
        "start": one.start,
        "end": one.end,
        "text": one.text if _is_shown(one, briefing) else None,
    }


def _is_shown(one: _InPassage, briefing: Briefing) -> bool:
    return Ref(one.source, one.passage) in briefing.shown


def _facts(briefing: Briefing) -> Iterable[SourceFacts]:
    return sorted(briefing.facts, key=lambda facts: facts.source.id)


def _lineages_of(briefing: Briefing) -> tuple[Lineage, ...]:
    """Every source stands in one lineage, alone if in no other."""
    named = {source for lineage in briefing.findings.lineages for source in lineage.sources}
    alone = (Lineage(one.id, (one.id,)) for one in briefing.sources if one.id not in named)
    return (*briefing.findings.lineages, *alone)


def _lineage_of(briefing: Briefing) -> dict[str, str]:
    return {source: one.id for one in _lineages_of(briefing) for source in one.sources}


_TABLES: Mapping[str, Callable[[Briefing], Iterator[Row]]] = {
    "sources": _sources,
    "passages": _passages,
    "actors": _actors,
    "dates": _dates,
    "figures": _figures,
    "quotations": _quotations,
    "contacts": _contacts,
    "lineages": _lineages,
    "differences": _differences,
    "readings": _readings,
    "developments": _developments,
}
