"""Render: the data that the build wrote in, sources and passages as the pages show them out.

Every text is normalised here once: what follows may put it on a page as a text node.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from build_scripts import corroboration
from build_scripts.citations import Resolver
from build_scripts.escape import normalise
from build_scripts.models import Passage, Ref
from build_scripts.render.faults import CannotRender
from build_scripts.render.records import Listed, listed

_Rows = list[dict[str, Any]]

LARGE = 12
"""Articles up to which every page shows all it has."""
_READ_BY: dict[Path, tuple[tuple[int, ...], Corpus]] = {}


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source as readers see it."""

    id: str
    label: str
    name: str
    page: str
    publisher: str
    published: str
    published_basis: str
    lineage: str
    lineage_class: str
    language: str
    is_withdrawn: bool
    url: str = ""

    @property
    def basis_in_words(self) -> str:
        """How its date is known; the date itself stands in its name."""
        if not self.published:
            return "date not known"
        return f"date {self.published_basis.replace('-', ' ')}" if self.published_basis else "date given"


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage; `text` is None where the briefing does not publish it."""

    ref: Ref
    number: int
    kind: str
    start: int
    text: str | None
    counterparts: tuple[Ref, ...]
    """The nearest first."""
    credited: tuple[str, ...] = ()
    """Names of those on whose word it is given, outermost first."""


@dataclass(frozen=True)
class Corpus:
    """Sources by id, passages by reference, and each source's passages in order."""

    sources: Mapping[str, SourceEntry]
    passages: Mapping[Ref, PassageEntry]
    listed: Mapping[str, Listed] = field(default_factory=dict)
    """Contacts, actors and sources by the path of their page."""

    drawn: dict[tuple[object, ...], str] = field(default_factory=dict, compare=False)
    """Entries of evidence that were drawn already, as markup: pages share them."""

    _counted: dict[tuple[Ref, ...], str] = field(default_factory=dict, compare=False)
    """What is said of passages that are cited together: the same ones on many pages."""

    @cached_property
    def is_large(self) -> bool:
        """Whether pages list only the first of what they would list otherwise."""
        return len(self.sources) > LARGE

    @cached_property
    def resolver(self) -> Resolver:
        return Resolver(
            Passage(
                entry.ref.source,
                entry.ref.passage,
                0,
                entry.number,
                entry.start,
                entry.start,
                entry.text or "",
            )
            for entry in self.passages.values()
        )

    @cached_property
    def _numbered(self) -> Mapping[tuple[str, int], PassageEntry]:
        return {(entry.ref.source, entry.number): entry for entry in self.passages.values()}

    @cached_property
    def kinds(self) -> Mapping[str, str]:
        """Kind of a passage by its id alone: a source's own page names it so."""
        return {entry.ref.passage: entry.kind for entry in self.passages.values()}

    def neighbour(self, entry: PassageEntry, step: int) -> PassageEntry | None:
        return self._numbered.get((entry.ref.source, entry.number + step))

    def passages_in_words(self, refs: Iterable[Ref]) -> str:
        """How many articles passages are from, and how many texts, outlets and credited origins."""
        cited = tuple(refs)
        if cited not in self._counted:
            said = corroboration.origins((ref.source, self.passages[ref].credited) for ref in cited)
            self._counted[cited] = self.count_in_words((ref.source for ref in cited), said)
        return self._counted[cited]

    def count_in_words(
        self, source_ids: Iterable[str], credited: Mapping[str, tuple[str, ...]] | None = None
    ) -> str:
        """How many articles these are and from how many texts: "4 articles from one text"."""
        ids = sorted(set(source_ids))
        lineage = {each: self.sources[each].lineage for each in ids}
        publisher = {each: self.sources[each].publisher for each in ids}
        return corroboration.in_words(ids, lineage, publisher, credited or {})

    def company_in_words(self, source: SourceEntry) -> str:
        """What else rewrites the same text: once for each lineage, however often a page asks."""
        return self._companies[source.lineage]

    @cached_property
    def _companies(self) -> Mapping[str, str]:
        members: dict[str, list[str]] = {}
        for source in self.sources.values():
            members.setdefault(source.lineage, []).append(source.id)
        return {
            lineage: "rewrites no other article here" if len(of) == 1 else f"one of {self.count_in_words(of)}"
            for lineage, of in members.items()
        }

    @cached_property
    def by_file(self) -> Mapping[str, SourceEntry]:
        """Sources by the name of their page's file."""
        return {posixpath.basename(source.page): source for source in self.sources.values()}

    @cached_property
    def spoken(self) -> Mapping[str, str]:
        """The language of each article that has one, by the path of its page."""
        return {source.page: source.language for source in self.sources.values() if source.language}

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The ids of sources that are withdrawn."""
        return frozenset(source.id for source in self.sources.values() if source.is_withdrawn)

    @cached_property
    def withdrawn_pages(self) -> frozenset[str]:
        """The pages of sources that are withdrawn."""
        return frozenset(source.page for source in self.sources.values() if source.is_withdrawn)


def load(folder: Path) -> Corpus:
    """The corpus of a data folder, read again only when its files change.

    Raises `CannotRender` if the data is not there.
    """
    files = [folder / f"{name}.json" for name in ("sources", "passages", "contacts", "actors")]
    try:
        stamp = tuple(file.stat().st_mtime_ns for file in files)
        known = _READ_BY.get(folder)
        if known is None or known[0] != stamp:
            rows = [json.loads(file.read_text(encoding="utf-8")) for file in files]
            known = _READ_BY[folder] = (stamp, _corpus(*rows))
    except (OSError, ValueError) as error:
        what = f"the data of the briefing cannot be read: {error}"
        raise CannotRender(
            (what, "Run `briefing generate` first: it writes the data that pages cite.")
        ) from None
    return known[1]


def _corpus(sources: _Rows, passages: _Rows, contacts: _Rows, actors: _Rows) -> Corpus:
    entries = [_passage(row) for row in passages]
    return Corpus(
        sources={row["id"]: _source(row) for row in sources},
        passages={entry.ref: entry for entry in entries},
        listed=listed(sources, contacts, actors),
    )


def _source(row: dict[str, Any]) -> SourceEntry:
    def text(key: str, default: str = "") -> str:
        return normalise(str(row.get(key) or default))

    identity = row["id"]
    return SourceEntry(
        id=identity,
        label=text("label", identity),
        name=text("name", identity),
        page=text("page", f"sources/{identity}.md"),
        publisher=text("publisher"),
        published=text("published"),
        published_basis=text("published_basis"),
        lineage=text("lineage", identity),
        lineage_class=text("lineage_class", "l0"),
        language=text("language"),
        is_withdrawn=bool(row.get("withdrawn")),
        url=str(row.get("url") or ""),
    )


def _nearest_first(rows: Iterable[Mapping[str, Any]]) -> tuple[Ref, ...]:
    ordered = sorted(rows, key=lambda row: (-float(row.get("score", 0)), row["source"], row["passage"]))
    return tuple(Ref(row["source"], row["passage"]) for row in ordered)


def _passage(row: dict[str, Any]) -> PassageEntry:
    return PassageEntry(
        ref=Ref(row["source"], row["id"]),
        number=int(row["number"]),
        kind=str(row.get("kind") or "sentence"),
        start=int(row["start"]),
        text=None if row["text"] is None else normalise(row["text"]),
        counterparts=_nearest_first(row.get("counterparts", ())),
        credited=tuple(normalise(str(each)) for each in row.get("credited", ())),
    )
