"""Two built sites in, what differs between their pages out: words, links, ids, title and what a head says."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_ARTICLE = re.compile(r"<article\b[^>]*>(?P<inner>.*)</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(?P<inner>.*?)</title>", re.DOTALL)
_ROBOTS = re.compile(r'<meta name="robots" content="(?P<inner>[^"]*)"')
_DESCRIPTION = re.compile(r'<meta name="description" content="(?P<inner>[^"]*)"')
_DATA = re.compile(r'<script type="application/ld\+json">(?P<inner>.*?)</script>', re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
_SPAN = re.compile(r"</?span\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'<[a-z][^>]*? id="([^"]*)"')
_LINK = re.compile(r'<a\b[^>]*? href="([^"]*)"')

OF_ENGINES = frozenset({"__skip"})
"""Places that an engine marks for itself, in the page's head or in its article."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What two sites do not have in common: on which page, in what, and the first that one of them lacks."""

    page: str
    what: str
    first: str
    second: str


def compare(first: Path, second: Path) -> Iterator[Difference]:
    """Page by page, what a reader, a link or a machine would find different."""
    pages = {file.relative_to(site).as_posix() for site in (first, second) for file in site.rglob("*.html")}
    for page in sorted(pages):
        if not (first / page).is_file() or not (second / page).is_file():
            yield Difference(page, "page", str((first / page).is_file()), str((second / page).is_file()))
            continue
        one, other = (read((site / page).read_text("utf-8")) for site in (first, second))
        for what in one:
            if one[what] != other[what]:
                yield Difference(page, what, *_parting(one[what], other[what]))


def read(text: str) -> dict[str, tuple[str, ...]]:
    """What a page says, in parts that two engines should have in common."""
    article = _ARTICLE.search(text)
    inner = article["inner"] if article else text.partition("<body")[2]
    # Colours of code are spans within words.
    words = html.unescape(_TAG.sub(" ", _SPAN.sub("", _UNSEEN.sub(" ", inner))))
    return {
        "words": tuple(words.split()),
        "links": tuple(html.unescape(one).removeprefix("./") for one in _LINK.findall(inner)),
        "ids": tuple(one for one in _ID.findall(inner) if one not in OF_ENGINES),
        "title": tuple(" ".join(html.unescape(one).split()) for one in _TITLE.findall(text)),
        "description": tuple(html.unescape(one) for one in _DESCRIPTION.findall(text)),
        "robots": tuple(_ROBOTS.findall(text)),
        "linked data": tuple(_DATA.findall(text)),
    }


def _parting(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, str]:
    """Both from the first place where they part."""
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return " ".join(one[at : at + 6])[:160], " ".join(other[at : at + 6])[:160]
