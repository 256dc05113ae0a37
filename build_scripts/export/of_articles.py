"""Export: what the articles say in, as rows out: themselves, their passages, and the facts found in these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from build_scripts import naming
from build_scripts.export.rows import Row, facts, is_shown, lineage_of, lineages_of, place
from build_scripts.models import Basis, Briefing, Match, Mention, Ref, Source


def sources(briefing: Briefing) -> Iterator[Row]:
    home = lineage_of(briefing)
    classes = naming.lineage_classes(lineages_of(briefing))
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
            "lineage": home[source.id],
            "lineage_class": classes[home[source.id]],
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


def passages(briefing: Briefing) -> Iterator[Row]:
    counterparts: dict[Ref, dict[Ref, float]] = defaultdict(dict)
    for pair in briefing.findings.alignments:
        if pair.match is not Match.REVIEW:
            counterparts[pair.left][pair.right] = pair.score
            counterparts[pair.right][pair.left] = pair.score
    for found in facts(briefing):
        for passage in found.passages:
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


def actors(briefing: Briefing) -> Iterator[Row]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for found in facts(briefing):
        for mention in found.mentions:
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


def dates(briefing: Briefing) -> Iterator[Row]:
    for found in facts(briefing):
        for one in found.dates:
            yield {**place(one, briefing), "edtf": one.edtf or None, "role": one.role.value}


def figures(briefing: Briefing) -> Iterator[Row]:
    for found in facts(briefing):
        for one in found.figures:
            shown = is_shown(one, briefing)
            yield {
                **place(one, briefing),
                "low": one.low,
                "high": one.high,
                "operator": one.operator,
                "unit": one.unit,
                "counted": one.counted if shown else None,
                "speaker": (one.speaker or None) if shown else None,
                "via": (one.via or None) if shown else None,
            }


def quotations(briefing: Briefing) -> Iterator[Row]:
    for found in facts(briefing):
        for one in found.quotations:
            shown = is_shown(one, briefing)
            yield {
                **place(one, briefing),
                "speaker": (one.speaker or None) if shown else None,
                "via": (one.via or None) if shown else None,
            }
