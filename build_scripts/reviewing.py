"""The review list: what waits for a person, most important first."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.blocks import EditedBlock
from build_scripts.models import Basis, Briefing, ReviewRow, State, UnknownName

RANKS = {"edited": 20, "drafted": 30, "changed": 35, "name": 50, "date": 70}
"""Lower is more important; rows of the comparison bring their own."""


def review_rows(briefing: Briefing, edited: Iterable[tuple[str, EditedBlock]]) -> tuple[ReviewRow, ...]:
    """Everything that waits for a person, each row with the file and line to edit."""
    rows = [
        *briefing.findings.review,
        *_edited_blocks(briefing.config.docs, edited),
        *_contacts(briefing),
        *_unknown_names(briefing),
        *_undated_sources(briefing),
    ]
    return tuple(sorted(rows, key=lambda row: (row.rank, row.file, row.line, row.what)))


def _edited_blocks(docs: str, edited: Iterable[tuple[str, EditedBlock]]) -> list[ReviewRow]:
    how = "Give it back with `briefing restore`, or mark it `keep` to say that it is meant."
    return [
        ReviewRow(RANKS["edited"], f"block {block.name} is edited by hand", f"{docs}/{path}", block.line, how)
        for path, block in edited
    ]


def _contacts(briefing: Briefing) -> list[ReviewRow]:
    rows = []
    for contact in briefing.findings.contacts:
        file = f"{briefing.config.docs}/{contact.page}"
        if contact.state is State.DRAFTED:
            how = "Check it against the cited words, then add `reviewed: {date: …}` to its front matter."
            rows.append(ReviewRow(RANKS["drafted"], f"drafted contact: {contact.title}", file, 1, how))
        elif contact.state is State.CHANGED:
            how = f"Check the new evidence, then set `reviewed` with `evidence: {contact.evidence_code}`."
            rows.append(ReviewRow(RANKS["changed"], f"changed since review: {contact.title}", file, 1, how))
    return rows


def _unknown_names(briefing: Briefing) -> list[ReviewRow]:
    """Each name once, under the first article that has it, with its count over all of them."""
    counts: dict[str, int] = {}
    first: dict[str, UnknownName] = {}
    for facts in briefing.facts:
        for name in facts.unknown_names:
            counts[name.text] = counts.get(name.text, 0) + name.count
            first.setdefault(name.text, name)
    files = {source.id: source.file for source in briefing.sources}
    names = {actor.id: actor.name for actor in briefing.records.actors}
    rows = []
    for text, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        one = first[text]
        guess = f"; perhaps a spelling of {names[one.guess]}" if one.guess in names else ""
        times = "once" if count == 1 else f"{count} times"
        how = "Add it to the aliases of an actor, or give it a page in actors/."
        what = f"unknown name: {text} ({times}{guess})"
        rows.append(ReviewRow(RANKS["name"], what, f"{briefing.config.seeds}/{files[one.source]}", 1, how))
    return rows


def _undated_sources(briefing: Briefing) -> list[ReviewRow]:
    how = "Give `published` and `published_basis` in sources.yml, or leave it open."
    file = f"{briefing.config.seeds}/sources.yml"
    return [
        ReviewRow(
            RANKS["date"], f"{source.file} has no date that is stated or looked up", file, source.line, how
        )
        for source in briefing.sources
        if source.published_basis in (Basis.UNKNOWN, Basis.INFERRED)
    ]
