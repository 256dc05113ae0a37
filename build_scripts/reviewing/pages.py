"""Review list: finished pages in, rows for blocks, drafts and prose that wait for a person out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from build_scripts import blocks, naming
from build_scripts.blocks import EditedBlock
from build_scripts.cited import Cited, Where
from build_scripts.markup import front_matter
from build_scripts.models import Actor, Briefing, Event, ReviewRow, State, Topic
from build_scripts.reviewing.ranks import TODAY, Rank, place

# Match: `Evidence code 3f9a1c0e.` Near-miss: `code 3f9a1c0e`.
_CODE = re.compile(rf"{naming.EVIDENCE_CODE} ([0-9a-f]{{8}})\b")


def edited_blocks(docs: str, edited: Iterable[tuple[str, EditedBlock]]) -> list[ReviewRow]:
    how = "Empty it to give it back to the build, or mark it `keep` to say that it is meant."
    return [
        ReviewRow(Rank.EDITED, f"block {block.name} is edited by hand", f"{docs}/{path}", block.line, how)
        for path, block in edited
    ]


def renamed_pages(briefing: Briefing) -> Iterator[ReviewRow]:
    """Pages whose id is the name of another file: renamed, and nobody said so."""
    docs = briefing.config.docs
    for moved in briefing.records.moved:
        if not moved.is_stated:
            what = f"the page seems to have been {docs}/{moved.old} before; a redirect stands there"
            how = f"Say so with `formerly: [{PurePosixPath(moved.old).stem}]`."
            yield ReviewRow(Rank.RENAMED, what, f"{docs}/{moved.page}", moved.line, how)


def contacts(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    reviews = {page.id: page.reviewed.evidence for page in briefing.records.contacts if page.reviewed}
    for contact in briefing.findings.contacts:
        where = place(briefing.config, pages, naming.contact_page(contact), "reviewed")
        if contact.state is State.DRAFTED:
            how = (
                "Check it against the cited words, then add a line "
                f'`reviewed: {{date: {TODAY}, evidence: "{contact.evidence_code}"}}`.'
            )
            yield ReviewRow(Rank.DRAFTED, f"drafted contact: {contact.title}", *where, how)
        elif contact.state is State.CHANGED:
            code = contact.evidence_code
            how = f'Check the new evidence, and the prose beside it; then set `evidence: "{code}"`.'
            yield ReviewRow(Rank.CHANGED, f"changed since review: {contact.title}", *where, how)
        elif reviews.get(contact.id) is not None and not reviews[contact.id]:
            line = f'{{date: {TODAY}, evidence: "{contact.evidence_code}"}}'
            what = f"reviewed without the code of its evidence, so it never shows as changed: {contact.title}"
            yield ReviewRow(Rank.UNCODED, what, *where, f"Check it once more, then write `reviewed: {line}`.")


def drafted_pages(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Actors, topics and events that nobody has checked yet, or whose evidence is no longer the same."""
    records = briefing.records
    kept: tuple[Actor | Topic | Event, ...] = (
        *(actor for actor in records.actors if actor.has_page),
        *records.topics,
        *records.events,
    )
    for record in kept:
        state = _state(pages.get(record.page, ""))
        code = _CODE.search(state)
        where = place(briefing.config, pages, record.page, "reviewed")
        if record.reviewed is None:
            line = f'{{date: {TODAY}, evidence: "{code[1]}"}}' if code else f"{{date: {TODAY}}}"
            how = f"Check it against the cited words, then add `reviewed: {line}`."
            yield ReviewRow(Rank.DRAFTED_PAGE, f"drafted page: {record.page}", *where, how)
        elif state.startswith(naming.CHANGED):
            now = f'`evidence: "{code[1]}"`' if code else "`evidence` to the code that it shows"
            how = f"Check its prose against the new evidence, then set {now}."
            yield ReviewRow(Rank.CHANGED, f"changed since review: {record.page}", *where, how)
        elif code and not record.reviewed.evidence:
            how = f'Check it once more, then write `reviewed: {{date: {TODAY}, evidence: "{code[1]}"}}`.'
            what = f"reviewed without the code of its evidence, so it never shows as changed: {record.page}"
            yield ReviewRow(Rank.UNCODED, what, *where, how)


def _state(text: str) -> str:
    """What a page says of its own state."""
    return next((block.content.strip() for block in blocks.parse(text).blocks if block.name == "state"), "")


def older_prose(
    briefing: Briefing, pages: Mapping[str, str], read: Callable[[str], Cited]
) -> Iterator[ReviewRow]:
    """Pages whose prose cites some of the sources that report the thing, and not those that came since.

    `read` knows what each text cites. A review with its code says that somebody saw all of the evidence: such
    prose is meant as it is.
    """
    labels = {source.id: source.label or source.id for source in briefing.sources}
    rest = {naming.contact_page(contact): set(contact.sources) for contact in briefing.findings.contacts}
    for topic in briefing.records.topics:
        rest[topic.page] = {reading.source for reading in briefing.findings.readings.get(topic.id, ())}
    seen = {
        naming.contact_page(contact)
        for contact in briefing.findings.contacts
        if contact.state is State.REVIEWED
    } | {topic.page for topic in briefing.records.topics if topic.reviewed}
    for path, sources in sorted(rest.items()):
        text = pages.get(path, "")
        cited = {source for source, _, _ in read(text).of(Where.PROSE)}
        if path not in seen and cited and (missing := sorted(sources - cited)):
            named = ", ".join(labels.get(one, one) for one in missing)
            what = f"the prose of {path} is older than its evidence: it does not cite {named}"
            line = text.count("\n", 0, front_matter(text)[2]) + 1
            how = "Say what the newer source adds, or that it does not report it."
            yield ReviewRow(Rank.OLDER, what, f"{briefing.config.docs}/{path}", line, how)
