"""Facts made from invented sentences, so that cases need no extraction.

A sentence is its words, or a mapping: `say`, and facts as lists of the exact words and their values:
`dates: [[words, edtf]]` or `[[words, edtf, basis]]`,
`figures: [[words, low, high, operator, unit, counted]]`,
`names: [[words, actor]]`, `people: [[words, actor]]` (names of persons), `roles: [[words, actor]]`,
`told: [[words, kind, edtf, people]]` (reports of contacts that happened).
Words between straight quotation marks are quotations, with a speaker where the sentence has `said:`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from build_scripts.models import (
    Actor,
    ActorKind,
    Config,
    Contact,
    ContactKind,
    DateExpression,
    Evidence,
    Figure,
    How,
    Lexicon,
    Mention,
    Passage,
    Quotation,
    Report,
    Role,
    Source,
    SourceFacts,
    Status,
)
from build_scripts.text import passage_id

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases"
LEXICON = Lexicon(
    "en",
    {
        "comparison": yaml.safe_load(
            (ROOT / "build_scripts" / "lexicon" / "en" / "comparison.yml").read_text(encoding="utf-8")
        )
    },
)


def cases(kind: str) -> list[dict[str, Any]]:
    """All cases of a kind, in the order of their files."""
    return [
        case
        for path in sorted((CASES / kind).glob("*.yml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def config(loaded: Sequence[str] = ()) -> Config:
    return Config(root=".", file="mkdocs.yml", site_name="Made", loaded=tuple(loaded))


def actors(made: Mapping[str, str]) -> tuple[Actor, ...]:
    """Actors from `id: kind`; the id is the name."""
    return tuple(Actor(name, name, ActorKind(kind), "", f"actors/{name}.md") for name, kind in made.items())


def all_facts(sources: Mapping[str, Sequence[Any]], **entries: Mapping[str, Any]) -> tuple[SourceFacts, ...]:
    """The facts of sources by id; `entries` gives further fields of `Source` by id."""
    return tuple(facts(name, sentences, **entries.get(name, {})) for name, sentences in sources.items())


def facts(name: str, sentences: Sequence[Any], **entry: Any) -> SourceFacts:
    """The facts of one source, a sentence to each passage."""
    rows = [{"say": row} if isinstance(row, str) else row for row in sentences]
    text = "\n".join(row["say"] for row in rows)
    passages: list[Passage] = []
    seen: Counter[str] = Counter()
    at = 0
    for number, row in enumerate(rows, 1):
        said = row["say"]
        plain = passage_id(said)
        seen[plain] += 1
        id = plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"
        passages.append(Passage(name, id, number, number, at, at + len(said), said))
        at += len(said) + 1
    made = list(zip(passages, rows, strict=True))
    source = Source(
        name, f"{name}.txt", name.upper(), text, hashlib.sha256(text.encode()).hexdigest(), **entry
    )
    return SourceFacts(
        source=source,
        passages=tuple(passages),
        mentions=tuple(
            Mention(name, passage.id, *span, words, actor, "", How.ALIAS, is_person=kind == "people")
            for passage, row in made
            for kind in ("names", "people")
            for words, actor in row.get(kind, ())
            for span in [_span(passage, words)]
        ),
        dates=tuple(
            DateExpression(name, passage.id, *_span(passage, words), words, edtf, basis=(*how, "stated")[0])
            for passage, row in made
            for words, edtf, *how in row.get("dates", ())
        ),
        figures=tuple(
            Figure(name, passage.id, *_span(passage, words), words, low, high, operator, unit, counted)
            for passage, row in made
            for words, low, high, operator, unit, counted in row.get("figures", ())
        ),
        quotations=tuple(_quotations(passages)),
        roles=tuple(
            Role(name, passage.id, *_span(passage, words), words, actor)
            for passage, row in made
            for words, actor in row.get("roles", ())
        ),
        reports=tuple(
            Report(
                source=name,
                passage=passage.id,
                start=start,
                end=end,
                quote=words,
                date=edtf,
                date_words="",
                kind=ContactKind(kind),
                status=Status.HAPPENED,
                participants=tuple(people),
                sides=(),
                place="",
            )
            for passage, row in made
            for words, kind, edtf, people in row.get("told", ())
            for start, end in [_span(passage, words)]
        ),
    )


def contacts(made: Sequence[Mapping[str, Any]], found: Iterable[SourceFacts]) -> tuple[Contact, ...]:
    """Contacts from `{id, people, dated: [[source, exact words of a date]]}`."""
    dates = {(date.source, date.text): date for each in found for date in each.dates}
    return tuple(
        Contact(
            one["id"],
            one["id"],
            dates[tuple(one["dated"][0])].edtf,
            ContactKind.MEETING,
            Status.HAPPENED,
            "",
            tuple(one["people"]),
            (),
            tuple(
                Evidence(of.source, of.passage, of.start, of.end, of.text, of.edtf, of.text, Status.HAPPENED)
                for of in (dates[tuple(each)] for each in one["dated"])
            ),
            (),
        )
        for one in made
    )


def _span(passage: Passage, words: str) -> tuple[int, int]:
    start = passage.start + passage.text.index(words)
    return start, start + len(words)


def _quotations(passages: Iterable[Passage]) -> Iterable[Quotation]:
    for passage in passages:
        for match in re.finditer(r'"([^"]+)"', passage.text):
            start, end = (passage.start + bound for bound in match.span(1))
            speaker = "someone" if "said:" in passage.text else ""
            yield Quotation(passage.source, passage.id, start, end, match.group(1), speaker)
