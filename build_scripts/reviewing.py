"""The review list: what waits for a person, most important first."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.blocks import EditedBlock
from build_scripts.models import Basis, Briefing, How, ReviewRow, State, UnknownName

RANKS = {
    "edited": 20,
    "drafted": 30,
    "changed": 35,
    "name": 50,
    "spelling": 60,
    "language": 65,
    "undated": 70,
    "odd date": 75,
}
"""Lower is more important; rows of the comparison bring their own."""
ODD = {
    "contradiction": "the weekday does not fit the date",
    "impossible": "there is no such day",
}


def review_rows(briefing: Briefing, edited: Iterable[tuple[str, EditedBlock]]) -> tuple[ReviewRow, ...]:
    """Everything that waits for a person, each row with the file and line to edit."""
    rows = [
        *briefing.findings.review,
        *_edited_blocks(briefing.config.docs, edited),
        *_contacts(briefing),
        *_unknown_names(briefing),
        *_proposed_spellings(briefing),
        *_undated_sources(briefing),
        *_other_languages(briefing),
        *_odd_dates(briefing),
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


def _proposed_spellings(briefing: Briefing) -> list[ReviewRow]:
    names = {actor.id: actor for actor in briefing.records.actors}
    how = "If it is one, add it to the actor's aliases; if not, give it a page of its own."
    found = {
        (mention.text, mention.actor)
        for facts in briefing.facts
        for mention in facts.mentions
        if mention.how is How.PROPOSED
    }
    return [
        ReviewRow(
            RANKS["spelling"],
            f"{words} is counted as a spelling of {names[actor].name}",
            f"{briefing.config.docs}/{names[actor].page}",
            1,
            how,
        )
        for words, actor in sorted(found)
    ]


def _other_languages(briefing: Briefing) -> list[ReviewRow]:
    how = "It can be cited; nothing is extracted from it until its language has a lexicon."
    file = f"{briefing.config.seeds}/sources.yml"
    return [
        ReviewRow(
            RANKS["language"], f"{source.file} is not compared: {source.language}", file, source.line, how
        )
        for source in briefing.sources
        if source.language not in ("", briefing.config.language)
    ]


def _odd_dates(briefing: Briefing) -> list[ReviewRow]:
    how = "The article says so; no fact rests on it. Mention it where it matters."
    rows = []
    for facts in briefing.facts:
        for date in facts.dates:
            if date.basis in ODD:
                file = f"{briefing.config.seeds}/{facts.source.file}"
                line = facts.source.text.count("\n", 0, date.start) + 1
                rows.append(
                    ReviewRow(RANKS["odd date"], f"“{date.text}”: {ODD[date.basis]}", file, line, how)
                )
    return rows


def _undated_sources(briefing: Briefing) -> list[ReviewRow]:
    how = "Give `published` and `published_basis` in sources.yml, or leave it open."
    file = f"{briefing.config.seeds}/sources.yml"
    return [
        ReviewRow(
            RANKS["undated"], f"{source.file} has no date that is stated or looked up", file, source.line, how
        )
        for source in briefing.sources
        if source.published_basis in (Basis.UNKNOWN, Basis.INFERRED)
    ]
