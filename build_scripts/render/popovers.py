"""Render: the corpus and a built site in; what popovers of a large briefing show, a file an article, out.

On the pages themselves it would stand as often as a passage is cited, with all that is beside it. Scripts
that give data a name, and not JSON: a page that is opened from a folder may load no JSON. Words are data
there, and the script that shows them puts them in as text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File

from build_scripts.render.all_years import as_script
from build_scripts.render.corpus import Corpus, PassageEntry, SourceEntry, load
from build_scripts.render.evidence import SHOWN, differing
from build_scripts.render.originals import address_of_words
from build_scripts.render.processes import made_of

FOLDER = "data/evidence"
NAME = "briefingEvidence"


def put_popovers(site: Path, data: Path, *, use_directory_urls: bool) -> None:
    """Write a script for each article of which words are published, called like the article's page."""
    if not (data / "passages.json").is_file() or not (corpus := load(data)).is_large:
        return
    shown: dict[str, list[PassageEntry]] = {}
    for entry in corpus.passages.values():
        if entry.text is not None:
            shown.setdefault(entry.ref.source, []).append(entry)
    (site / FOLDER).mkdir(parents=True, exist_ok=True)

    def written(source: str) -> None:
        told = _told(corpus, corpus.sources[source], shown[source], use_directory_urls)
        stem = posixpath.basename(corpus.sources[source].page).removesuffix(".md")
        (site / FOLDER / f"{stem}.js").write_text(as_script(NAME, told), "utf-8", newline="")

    made_of([source for source in shown if not corpus.sources[source].is_withdrawn], written)


def _told(
    corpus: Corpus, source: SourceEntry, entries: Sequence[PassageEntry], use_directory_urls: bool
) -> dict[str, Any]:
    @cache
    def page(source: str) -> str:
        return File(corpus.sources[source].page, "", "", use_directory_urls).url

    def at(entry: PassageEntry) -> str:
        return f"{page(entry.ref.source)}#p-{entry.ref.passage}"

    def other(ours: PassageEntry, entry: PassageEntry) -> dict[str, Any]:
        whose = corpus.sources[entry.ref.source]
        words = _in_turn(ours.text or "", entry.text)
        return {**_who(whose), "number": entry.number, "at": at(entry), "words": words}

    def passage(entry: PassageEntry) -> dict[str, Any]:
        others = [corpus.passages[ref] for ref in entry.counterparts if ref in corpus.passages]
        near = sorted(
            others[:SHOWN],
            key=lambda one: (corpus.sources[one.ref.source].label, one.ref.source, one.number),
        )
        around = (corpus.neighbour(entry, -1), corpus.neighbour(entry, 1))
        return {
            "number": entry.number,
            "text": entry.text,
            "before": _said(around[0]),
            "after": _said(around[1]),
            "original": address_of_words(source.url, entry.text or ""),
            "others": [other(entry, one) for one in near],
            "more": len(others) - len(near),
        }

    return {
        **_who(source),
        "known": f"{source.basis_in_words} · {corpus.company_in_words(source)}",
        "language": source.language,
        "passages": {entry.ref.passage: passage(entry) for entry in entries},
    }


def _who(source: SourceEntry) -> dict[str, str]:
    return {"label": source.label, "name": source.name, "lineage": source.lineage_class}


def _said(neighbour: PassageEntry | None) -> str:
    """What stands beside it; nothing at an article's beginning and end."""
    if neighbour is None:
        return ""
    return "[…]" if neighbour.text is None else neighbour.text


def _in_turn(ours: str, theirs: str | None) -> list[str]:
    """Another wording in stretches: as in ours, different, as in ours, and so on.

    >>> _in_turn("Over 10,000 men came", "Over 12,000 men came")
    ['Over ', '12,000', ' men came']
    """
    if theirs is None:
        return ["[…]"]
    parts, at = [], 0
    for start, end in differing(ours, theirs):
        parts += [theirs[at:start], theirs[start:end]]
        at = end
    return [*parts, theirs[at:]]
