"""Pages: what the articles credit in, by article the agencies and outlets that it credits out.

An outlet is whatever some article quotes somebody through, whatever publishes one of the articles, and every
credited organisation that acts for neither side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_scripts.models import ActorKind, Ref
from build_scripts.pages.lookup import Lookup
from build_scripts.text import slug


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with the passages that credit it, by source."""

    id: str
    name: str
    page: str
    """Its actor's page; empty where it has none."""
    passages: Mapping[str, tuple[Ref, ...]]


def outlets(lookup: Lookup) -> tuple[Outlet, ...]:
    """The credited outlets, most credited first."""
    found: dict[str, dict[Ref, None]] = defaultdict(dict)
    media = {via for _, via, _ in _credits(lookup) if via}
    published = {slug(source.publisher) for source in lookup.sources if source.publisher}
    for speaker, via, ref in _credits(lookup):
        for name in (speaker, via):
            if name and (name in media or slug(name) in published or _is_apart(name, lookup)):
                found[name][ref] = None
    made = [_outlet(name, tuple(refs), lookup) for name, refs in found.items()]
    return tuple(sorted(made, key=lambda one: (-sum(map(len, one.passages.values())), one.name)))


def _credits(lookup: Lookup) -> Iterator[tuple[str, str, Ref]]:
    """Who is credited, through whom, and where."""
    for facts in lookup.briefing.facts:
        for quotation in facts.quotations:
            yield quotation.speaker, quotation.via, Ref(quotation.source, quotation.passage)
        for figure in facts.figures:
            yield figure.speaker, figure.via, Ref(figure.source, figure.passage)
    for readings in lookup.briefing.findings.readings.values():
        for reading in readings:
            yield reading.speaker, reading.via, Ref(reading.source, reading.passage)


def _is_apart(name: str, lookup: Lookup) -> bool:
    """An organisation of the briefing's own records that acts for neither side."""
    actor = lookup.actor.get(name)
    return actor is not None and actor.kind is ActorKind.ORGANISATION and not lookup.side_of(name)


def _outlet(name: str, refs: tuple[Ref, ...], lookup: Lookup) -> Outlet:
    actor = lookup.actor.get(name)
    by_source: dict[str, list[Ref]] = defaultdict(list)
    for ref in sorted(refs, key=lookup.order):
        by_source[ref.source].append(ref)
    page = actor.page if actor and actor.has_page else ""
    return Outlet(
        name, actor.name if actor else name, page, {key: tuple(all_) for key, all_ in by_source.items()}
    )
