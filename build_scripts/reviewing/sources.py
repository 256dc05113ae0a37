"""Review list: what the articles say in, rows for names, spellings, languages and dates out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from build_scripts import naming
from build_scripts.models import (
    LONGEST_SENTENCE,
    UNDETERMINED,
    Basis,
    Briefing,
    How,
    Passage,
    PassageKind,
    ReviewRow,
    UnknownName,
)
from build_scripts.reviewing.ranks import Rank, place
from build_scripts.text import folded

_FEWEST = 4
"""Words of the shortest line that is taken for a sentence."""
_WORD = re.compile(r"[^\W\d_]+")
ODD = {
    "contradiction": "the weekday does not fit the date",
    "impossible": "there is no such day",
}


def unknown_names(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Each name once, with its count over all articles, where it is first found, and where it would go."""
    counts: dict[str, int] = {}
    first: dict[str, UnknownName] = {}
    nobody = {folded(words).casefold() for words in briefing.config.not_names}
    for facts in briefing.facts:
        for name in facts.unknown_names:
            if folded(name.text).casefold() in nobody:
                continue
            counts[name.text] = counts.get(name.text, 0) + name.count
            first.setdefault(name.text, name)
    actors = {actor.id: actor for actor in briefing.records.actors}
    places = _first_places(briefing)
    for text, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        one = first[text]
        actor = actors.get(one.guess)
        guess = f"; perhaps a spelling of {actor.name}" if actor else ""
        shown = ", ".join(part for part in (one.kind, one.description and f"“{one.description}”") if part)
        guess = f"{guess}; {shown}" if shown else guess
        times = "once" if count == 1 else f"{count} times"
        found = places.get((one.source, one.passage), one.source)
        how = (
            f"It is first found in {found}. Add it to the aliases of an actor, or add a page for it "
            f'(`briefing new actor "{text}"`). If it is nobody: `not_names: ["{text}"]` in mkdocs.yml.'
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


def other_languages(briefing: Briefing) -> Iterator[ReviewRow]:
    own = briefing.config.language
    file = f"{briefing.config.seeds}/sources.yml"
    for source in briefing.sources:
        if source.language == UNDETERMINED:
            what = f"{source.file} is not compared: it seems not to be in the language {own}"
            how = f"State its language: `language: fr`; if it is {own} after all, `language: {own}`."
            yield ReviewRow(Rank.LANGUAGE, what, file, source.line, how)
        elif source.language not in ("", own):
            how = "It can be cited; nothing is extracted from it until its language has a lexicon."
            what = f"{source.file} is not compared: {source.language}"
            yield ReviewRow(Rank.LANGUAGE, what, file, source.line, how)


def unread(briefing: Briefing) -> Iterator[ReviewRow]:
    """What is shown and can be cited, but says nothing to the build: no sentence, or one without an end."""
    for facts in briefing.facts:
        source = facts.source
        file = f"{briefing.config.seeds}/{source.file}"
        if source.language not in ("", briefing.config.language):
            continue
        if not any(_may_be_sentence(passage) for passage in facts.passages):
            how = "Check that the file holds the article; headings and lines of names alone tell of nothing."
            yield ReviewRow(Rank.UNREAD, f"{source.file} has no sentence", file, 1, how)
        for passage in facts.passages:
            if len(passage.text) > LONGEST_SENTENCE:
                line = source.text.count("\n", 0, passage.start) + 1
                what = f"a sentence of {len(passage.text):,} characters is read in pieces"
                how = "Check that the text has its full stops and line ends: who did what may be cut apart."
                yield ReviewRow(Rank.UNREAD, what, file, line, how)


def _may_be_sentence(passage: Passage) -> bool:
    """Whether it has words enough to say something: "* * *" and "Ida Corran" have not."""
    return passage.kind is PassageKind.SENTENCE and len(_WORD.findall(passage.text)) >= _FEWEST


def odd_dates(briefing: Briefing) -> list[ReviewRow]:
    how = "The article says so; what rests on it keeps the day of the month. Mention it where it matters."
    nowhere = "The article says so; no fact rests on it. Mention it where it matters."
    rows = []
    for facts in briefing.facts:
        for date in facts.dates:
            if date.basis in ODD:
                file = f"{briefing.config.seeds}/{facts.source.file}"
                line = facts.source.text.count("\n", 0, date.start) + 1
                rows.append(
                    ReviewRow(
                        Rank.ODD_DATE,
                        f"“{date.text}”: {ODD[date.basis]}",
                        file,
                        line,
                        how if date.edtf else nowhere,
                    )
                )
    return rows


def undated_sources(briefing: Briefing) -> Iterator[ReviewRow]:
    file = f"{briefing.config.seeds}/sources.yml"
    for source in briefing.sources:
        if source.published_basis not in (Basis.UNKNOWN, Basis.INFERRED):
            continue
        how = "Give `published: 2024-02-29` and `published_basis: looked-up`, or leave it open."
        if not source.line:
            how = f"Run `briefing new source {source.file}`, or add an entry by hand. {how}"
        what = f"{source.file} has no date that is stated or looked up"
        yield ReviewRow(Rank.UNDATED, what, file, source.line or 1, how)
