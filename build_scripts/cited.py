"""Foundation: the text of a page in; what it cites, each once, and whether it asks for a closer look, out.

A build asks of every page what people cite on it, what its statements rest on, and whether all of it is
found. Most pages are as they were: what was read in them is kept under a digest of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntFlag
from typing import Any

from build_scripts import blocks, shelves
from build_scripts.citations import Found, Resolver, find_citations
from build_scripts.markup import front_matter
from build_scripts.models import Citation
from build_scripts.shelves import Shelf
from build_scripts.voice import loaded_words, uncited_quotations

POINTING_BLOCKS = frozenset({"mentions", "text", "scope"})
"""Blocks that point at passages without resting a statement on them."""
SHELF = "pages"

Asked = tuple[str, str, str]
"""A citation without its place: source, passage, words."""


class Where(IntFlag):
    """Where on a page something is cited."""

    ANYWHERE = 0
    PROSE = 1
    """In what people wrote."""
    RESTING = 2
    """Where a statement rests on it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a page cites, and where."""

    citations: tuple[tuple[Asked, Where], ...]
    is_plain: bool
    """Nothing of it need be said to anybody, if all that it cites is found."""
    has_prose: bool
    """People wrote something on it, outside the regions of the build."""

    def of(self, where: Where) -> Iterator[Asked]:
        """What is cited there."""
        return (asked for asked, places in self.citations if where & places)

    def stands(self, resolver: Resolver) -> bool:
        """Whether nothing is wrong with the page; what quotes a withdrawn source is shown as that."""
        return self.is_plain and all(
            asked[0] in resolver.withdrawn or isinstance(resolver.asked(asked), Found)
            for asked, _ in self.citations
        )


class Reader:
    """Reads each text once; what it read stands on a shelf for the next run."""

    def __init__(self, loaded: tuple[str, ...], rules: str, shelf: Shelf) -> None:
        """`loaded` are the words that our voice does without; `rules` stands for the program."""
        self._loaded = loaded
        self._shelf = shelf
        self._common = shelves.key((rules, *loaded))
        self._read: dict[str, Cited] = {}
        self._stand: dict[str, bool] = {}

    def __call__(self, text: str) -> Cited:
        if text not in self._read:
            key = shelves.key((self._common, text))
            known = _from_row(self._shelf.known(key))
            self._read[text] = known or read(text, self._loaded)
            if known is None:
                self._shelf.keep(key, _as_row(self._read[text]))
        return self._read[text]

    def stands(self, text: str, resolver: Resolver) -> bool:
        """Whether nothing is wrong with a page; asked before a build, and of what comes out of it."""
        if text not in self._stand:
            self._stand[text] = self(text).stands(resolver)
        return self._stand[text]


def read(text: str, loaded: tuple[str, ...]) -> Cited:
    """What a page cites, from its text."""
    everything, malformed = find_citations(text[front_matter(text)[2] :])
    places: dict[Asked, Where] = {asked_of(one): Where.ANYWHERE for one in everything}
    for where, found in ((Where.PROSE, prose_citations(text)), (Where.RESTING, resting_citations(text))):
        for one in found:
            places[asked_of(one)] = places.get(asked_of(one), Where.ANYWHERE) | where
    prose = [text[start:end] for start, end in blocks.prose_ranges(text)]
    is_plain = not (
        malformed
        or blocks.parse(text).faults
        or any(find_citations(each)[1] or loaded_words(each, loaded) for each in prose)
        or any(map(uncited_quotations, prose))
    )
    return Cited(tuple(places.items()), is_plain, any(part.strip() for part in prose))


def prose_citations(text: str) -> Iterator[Citation]:
    """Citations that people wrote: outside blocks, and in blocks that they edited or keep."""
    for start, end in blocks.prose_ranges(text):
        yield from find_citations(text[start:end])[0]


def resting_citations(text: str) -> Iterator[Citation]:
    """Citations that a statement rests on: all but those of blocks that merely point."""
    body = front_matter(text)[2]
    for segment in blocks.parse(text).segments:
        if isinstance(segment, blocks.Block) and segment.name in POINTING_BLOCKS:
            continue
        yield from find_citations(text[max(segment.start, body) : segment.end])[0]


def asked_of(citation: Citation) -> Asked:
    """A citation without its place."""
    return citation.source, citation.passage, citation.words


def _as_row(cited: Cited) -> list[Any]:
    return [cited.is_plain, cited.has_prose, *([*asked, int(where)] for asked, where in cited.citations)]


def _from_row(row: Any) -> Cited | None:
    """What `_as_row` made of a page; None if it is anything else."""
    try:
        is_plain, has_prose, *told = row
        citations = tuple([((str(a), str(b), str(c)), _WHERE[at]) for a, b, c, at in told])
        return Cited(citations, is_plain is True, has_prose is not False)
    except (TypeError, ValueError, LookupError):
        return None


_WHERE = tuple(Where(number) for number in range(4))


def resolved(asked: Iterable[Asked], resolver: Resolver) -> Iterator[Found]:
    """What is found of what is asked for."""
    for one in asked:
        found = resolver.asked(one)
        if isinstance(found, Found):
            yield found
