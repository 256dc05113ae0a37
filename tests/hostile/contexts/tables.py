"""A text in the published data and the feed, and in addresses."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from xml.etree import ElementTree

from build_scripts import escape
from build_scripts.export.feed import feed
from build_scripts.export.formats import as_csv, as_json
from build_scripts.models import (
    Actor,
    ActorKind,
    Briefing,
    Config,
    Correction,
    Findings,
    Records,
    Source,
    Withdrawal,
)
from build_scripts.pages import markdown as writing
from tests.hostile.strings import MARKER


def tables(text: str) -> None:
    """CSV keeps its rows and columns and holds no formula; JSON gives the text back, and holds no markup."""
    rows = [{"a": text, "b": [text], "c": "end"}] * 2
    found = list(csv.reader(io.StringIO(as_csv(rows, ["a", "b", "c"]), newline="")))
    assert [len(row) for row in found] == [3, 3, 3]
    for cell in (cell for row in found for cell in row):
        assert not re.match(r"[\s\ufeff]*[=+@＝＋＠－-]", cell) or re.fullmatch(
            r"[+-]?\d+(\.\d+)?", cell, re.ASCII
        )
    assert found[1][0].replace("'", "") == escape.normalise(text).replace("'", "")
    # Where lists have other signs than commas, each part of a cell is a cell.
    for cell in re.split(r"[;|\t\n]", as_csv(rows, ["a", "b", "c"])):
        assert not re.match(r"[ \"\u00a0\ufeff]*[=+@＝＋＠-]", cell) or re.match(
            r"[+-]?\d+(\.\d+)?,", cell, re.ASCII
        )
    assert json.loads(found[1][1]) == [text]
    assert json.loads(as_json(rows)) == rows


def links(text: str) -> None:
    for url in (text, f"https://example.org/{text}", f"https://{text}"):
        address = escape.link(url)
        assert not address or re.fullmatch(r"https?://[A-Za-z0-9/:?=&%#+,;.@~_-]+", address)
    inside = writing.address(text, "a/b.md")
    assert re.fullmatch(r"[A-Za-z0-9/%#._~-]*", inside)


def atom(text: str) -> None:
    """The feed: a correction and a withdrawal, well-formed, with the words that they have."""

    def drawn(words: str) -> list[tuple[str, str]]:
        made = Correction("2026-11-21", words, words, words)
        gone = Source("n1", "n1.txt", words, "", "", title=words, publisher=words)
        gone = replace(gone, withdrawn=Withdrawal("2026-11-21", words))
        actor = Actor("a", words, ActorKind.PERSON, "", "actors/a.md")
        records = Records(actors=(actor,), corrections=(("actors/a.md", made),))
        config = Config("", "mkdocs.yml", words, site_url="https://example.org/")
        told = feed(Briefing(config, (), (), records, Findings(), withdrawn=(gone,)))
        return [
            (node.tag, (node.text or "").strip(" \n"))
            for node in ElementTree.fromstring(told).iter()
            if not node.tag.endswith("}id")
        ]

    drawn(text)
    if plain := escape.one_line(text):
        assert drawn(plain) == [(tag, said.replace(MARKER, plain)) for tag, said in drawn(MARKER)]
