"""The invented articles, and the facts in them."""

from __future__ import annotations

import hashlib
from typing import Any

from build_scripts.models import (
    Basis,
    ContactKind,
    DateExpression,
    Figure,
    How,
    Mention,
    Passage,
    Report,
    Role,
    Source,
    SourceFacts,
    Status,
)
from build_scripts.text import passage_id
from tests.pages.invented.texts import TEXTS, Texts

NAMES = {
    "tomas-verrin": ("Tomas Verrin", "Verrin"),
    "ida-corran": ("Ida Corran",),
    "olen-marsh": ("Olen Marsh",),
    "upland-league": ("Upland League", "The League"),
    "lake-republic": ("Lake Republic",),
}


def sources() -> tuple[Source, ...]:
    def source(name: str, label: str, **known: Any) -> Source:
        text = "\n\n".join(" ".join(paragraph) for paragraph in TEXTS[name])
        sha = hashlib.sha256(text.encode()).hexdigest()
        return Source(name, f"{name}_x.txt", label, text, sha, **known)

    return (
        source(
            "010",
            "A",
            title="Envoy visits <Lakeside>",
            title_basis=Basis.STATED,
            publisher="Lakeside Courier",
            published="1998-05-02",
            published_basis=Basis.STATED,
            url="https://example.org/a b?c=1",
        ),
        source(
            "011",
            "B",
            title="families leave the valley",
            title_basis=Basis.FROM_ADDRESS,
            publisher="Lakeside Courier",
            published="1998-05-03",
            published_basis=Basis.INFERRED,
            published_reason="the text speaks of yesterday",
            url="javascript:alert(1)",
        ),
        source("012", "C", publisher="Valley Mail", published="1998-05-04", published_basis=Basis.LOOKED_UP),
    )


def facts_of(source: Source) -> SourceFacts:
    passages: list[Passage] = []
    at = 0
    for paragraph, sentences in enumerate(TEXTS[source.id], 1):
        for sentence in sentences:
            start = source.text.index(sentence, at)
            at = start + len(sentence)
            number = len(passages) + 1
            passages.append(Passage(source.id, passage_id(sentence), paragraph, number, start, at, sentence))
    found = Texts({passage.text: passage for passage in passages})
    return SourceFacts(
        source=source,
        passages=tuple(passages),
        mentions=tuple(_mentions(passages)),
        dates=tuple(
            DateExpression(*found.words(beginning, words), edtf)
            for beginning, words, edtf in (
                ("Talks between", "4-5 May 1998", "1998-05-04/1998-05-05"),
                ("Talks of", "May 4, 1998", "1998-05-04"),
            )
            if any(passage.text.startswith(beginning) for passage in passages)
        ),
        figures=tuple(
            Figure(*found.words("More than", words), low, None, ">", "", "families")
            for words, low in (("More than 300", 300.0), ("More than 400", 400.0))
            if any(words in passage.text for passage in passages)
        ),
        reports=tuple(_reports(found)),
        roles=tuple(
            Role(*found.words(beginning, words), "tomas-verrin")
            for beginning, words in (
                ("Envoy Tomas", "Envoy"),
                ("Tomas Verrin, an", "an envoy of the Upland League"),
            )
            if any(passage.text.startswith(beginning) for passage in passages)
        ),
    )


def _mentions(passages: list[Passage]) -> list[Mention]:
    found = []
    for passage in passages:
        for actor, names in NAMES.items():
            name = next((one for one in names if one in passage.text), "")
            if name:
                start = passage.start + passage.text.index(name)
                end = start + len(name)
                found.append(Mention(passage.source, passage.id, start, end, name, actor, "", How.ALIAS))
    return found


def _reports(found: Texts) -> list[Report]:
    rows = (
        ("Envoy Tomas", "visited Lakeside in March 1996", "1996-03", ("tomas-verrin",), "Lakeside"),
        ("Tomas Verrin, an", "visited Lakeside in March 1996", "1996-03", ("tomas-verrin",), ""),
    )
    return [
        Report(
            *found.words(beginning, words),
            date,
            "March 1996",
            ContactKind.VISIT,
            Status.HAPPENED,
            who,
            ("lake", "upland"),
            place,
        )
        for beginning, words, date, who, place in rows
        if any(text.startswith(beginning) for text in found.passages)
    ]
