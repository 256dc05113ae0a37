"""Export: what the articles say in, as rows out: themselves, their passages, and the facts found in these.

Rows of an article's own are told for each by itself: `Shared` has what others have in common with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_scripts import naming
from build_scripts.export.rows import Row, facts, is_shown, lineage_of, lineages_of, place
from build_scripts.models import Alignment, Basis, Briefing, Match, Mention, Ref, Source, SourceFacts


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


class Shared:
    """What the passages of each article have in common with others, as pages show it."""

    def __init__(self, briefing: Briefing) -> None:
        self._of: dict[str, list[Alignment]] = defaultdict(list)
        self._told: dict[str, list[str]] = defaultdict(list)
        for pair in briefing.findings.alignments:
            if pair.match is not Match.REVIEW:
                left, right = pair.left, pair.right
                told = f"{left[0]} {left[1]} {right[0]} {right[1]} {pair.score}"
                for source in (left.source, right.source):
                    self._of[source].append(pair)
                    self._told[source].append(told)

    def told(self, source: str) -> str:
        """Stands for it."""
        return "\n".join(self._told.get(source, ()))

    def counterparts(self, source: str) -> Mapping[Ref, Mapping[Ref, float]]:
        """By passage, the passages of other articles that say the same."""
        found: dict[Ref, dict[Ref, float]] = defaultdict(dict)
        for pair in self._of.get(source, ()):
            found[pair.left][pair.right] = pair.score
            found[pair.right][pair.left] = pair.score
        return found


def passages(found: SourceFacts, briefing: Briefing, shared: Shared) -> Iterator[Row]:
    counterparts = shared.counterparts(found.source.id)
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


def dates(found: SourceFacts, briefing: Briefing) -> Iterator[Row]:
    for one in found.dates:
        yield {**place(one, briefing), "edtf": one.edtf or None, "role": one.role.value}


def figures(found: SourceFacts, briefing: Briefing) -> Iterator[Row]:
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


def quotations(found: SourceFacts, briefing: Briefing) -> Iterator[Row]:
    for one in found.quotations:
        shown = is_shown(one, briefing)
        yield {
            **place(one, briefing),
            "speaker": (one.speaker or None) if shown else None,
            "via": (one.via or None) if shown else None,
        }
