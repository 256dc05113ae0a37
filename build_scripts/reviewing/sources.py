"""Review list: what the articles say in, rows for names, spellings, languages and dates out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_scripts import naming
from build_scripts.models import Basis, Briefing, How, ReviewRow, UnknownName
from build_scripts.reviewing.ranks import Rank, place

ODD = {
    "contradiction": "the weekday does not fit the date",
    "impossible": "there is no such day",
}


def unknown_names(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Each name once, with its count over all articles, where it is first found, and where it would go."""
    counts: dict[str, int] = {}
    first: dict[str, UnknownName] = {}
    for facts in briefing.facts:
        for name in facts.unknown_names:
            counts[name.text] = counts.get(name.text, 0) + name.count
            first.setdefault(name.text, name)
    actors = {actor.id: actor for actor in briefing.records.actors}
    places = _first_places(briefing)
    for text, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        one = first[text]
        actor = actors.get(one.guess)
        guess = f"; perhaps a spelling of {actor.name}" if actor else ""
        times = "once" if count == 1 else f"{count} times"
        found = places.get((one.source, one.passage), one.source)
        how = (
            f"It is first found in {found}. Add it to the aliases of an actor, "
            f'or run `briefing new actor "{text}"`.'
        )
        path = actor.page if actor else f"actors/{naming.stem(text)}.md"
        where = place(briefing.config, pages, path, "aliases")
        yield ReviewRow(Rank.NAME, f"unknown name: {text} ({times}{guess})", *where, how)


def _first_places(briefing: Briefing) -> dict[tuple[str, str], str]:
    """File and line of each passage."""
    return {
        (passage.source, passage.id): (
            f"{briefing.config.seeds}/{facts.source.file}:"
            f"{facts.source.text.count(chr(10), 0, passage.start) + 1}"
        )
        for facts in briefing.facts
        for passage in facts.passages
    }


def proposed_spellings(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    names = {actor.id: actor for actor in briefing.records.actors}
    how = "If it is one, add it to the actor's aliases; if not, give it a page of its own."
    found = {
        (mention.text, mention.actor)
        for facts in briefing.facts
        for mention in facts.mentions
        if mention.how is How.PROPOSED
    }
    for words, actor in sorted(found):
        what = f"{words} is counted as a spelling of {names[actor].name}"
        yield ReviewRow(
            Rank.SPELLING, what, *place(briefing.config, pages, names[actor].page, "aliases"), how
        )


def other_languages(briefing: Briefing) -> list[ReviewRow]:
    how = "It can be cited; nothing is extracted from it until its language has a lexicon."
    file = f"{briefing.config.seeds}/sources.yml"
    return [
        ReviewRow(Rank.LANGUAGE, f"{source.file} is not compared: {source.language}", file, source.line, how)
        for source in briefing.sources
        if source.language not in ("", briefing.config.language)
    ]


def odd_dates(briefing: Briefing) -> list[ReviewRow]:
    how = "The article says so; no fact rests on it. Mention it where it matters."
    rows = []
    for facts in briefing.facts:
        for date in facts.dates:
            if date.basis in ODD:
                file = f"{briefing.config.seeds}/{facts.source.file}"
                line = facts.source.text.count("\n", 0, date.start) + 1
                rows.append(ReviewRow(Rank.ODD_DATE, f"“{date.text}”: {ODD[date.basis]}", file, line, how))
    return rows


def undated_sources(briefing: Briefing) -> Iterator[ReviewRow]:
    file = f"{briefing.config.seeds}/sources.yml"
    for source in briefing.sources:
        if source.published_basis not in (Basis.UNKNOWN, Basis.INFERRED):
            continue
        how = "Give `published: 2024-02-29` and `published_basis: looked-up`, or leave it open."
        if not source.line:
            how = f"Run `briefing new source {source.file}`, or add an entry by hand: {how}"
        what = f"{source.file} has no date that is stated or looked up"
        yield ReviewRow(Rank.UNDATED, what, file, source.line or 1, how)
