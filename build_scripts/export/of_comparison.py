"""Export: what the articles say together in, as rows out: contacts, lineages, differences, readings."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.export.rows import Row, is_shown, lineage_of, lineages_of, place
from build_scripts.models import Briefing, Contact, Evidence, Reading, Revision


def contacts(briefing: Briefing) -> Iterator[Row]:
    home = lineage_of(briefing)
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
            "lineages": sorted({home[source] for source in contact.sources}),
            "origin": contact.origin,
            "state": contact.state.value,
            "page": contact.page or f"chronology/{contact.id}.md",
        }


def _evidence(piece: Evidence, briefing: Briefing) -> Row:
    return {
        "source": piece.source,
        "passage": piece.passage,
        "quote": piece.quote if is_shown(piece, briefing) else None,
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


def lineages(briefing: Briefing) -> Iterator[Row]:
    for lineage in sorted(lineages_of(briefing), key=lambda one: one.id):
        shares = sorted(lineage.shares, key=lambda share: (share.source, share.other))
        yield {
            "id": lineage.id,
            "sources": list(lineage.sources),
            "shares": [{"from": one.source, "to": one.other, "share": round(one.share, 4)} for one in shares],
            "likely_order": [list(day) for day in lineage.order],
            "override": lineage.override or None,
        }


def differences(briefing: Briefing) -> Iterator[Row]:
    for difference in sorted(briefing.findings.differences, key=lambda one: one.id):
        shown = all(is_shown(reading, briefing) for reading in difference.readings)
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


def readings(briefing: Briefing) -> Iterator[Row]:
    for topic, found in sorted(briefing.findings.readings.items()):
        for reading in found:
            yield {"topic": topic, **_reading(reading, briefing)}


_IN_DIFFERENCES = ("source", "passage", "quote", "value")


def _reading(one: Reading, briefing: Briefing) -> Row:
    shown = is_shown(one, briefing)
    return {
        "source": one.source,
        "passage": one.passage,
        "quote": one.quote if shown else None,
        "value": (one.value or None) if shown else None,
        "speaker": (one.speaker or None) if shown else None,
        "via": (one.via or None) if shown else None,
    }


def developments(briefing: Briefing) -> Iterator[Row]:
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
            "new_figures": [place(each, briefing) for each in one.new_figures],
            "changed_figures": [
                {"was": place(each.earlier, briefing), "now": place(each.later, briefing)}
                for each in one.changed_figures
            ],
            "differences": [each.difference for each in one.turns],
        }


def _revision(one: Revision) -> Row:
    earlier = {"source": one.earlier.source, "passage": one.earlier.passage}
    return {"passage": one.later.passage, "earlier": earlier}
