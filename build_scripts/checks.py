"""Checks of records and finished pages: every citation resolves, our own voice is neutral."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_scripts import blocks
from build_scripts.citations import NotFound, Resolver, find_citations
from build_scripts.errors import Fault, Faults
from build_scripts.links import html_links
from build_scripts.markup import front_matter
from build_scripts.models import Citation, Config, Page, Records
from build_scripts.voice import loaded_in_line, loaded_words, uncited_quotations

PLACEHOLDER = "@example.org"
SPOKEN = ("title", "description", "question", "why", "dismissed", "contact", "facets", "corrections", "now")
"""Keys of front matter that readers see as our words, or that hold such keys."""


def check_records(records: Records, resolver: Resolver, faults: Faults, docs: str) -> None:
    """Every citation in front matter names words that stand in its source."""
    for topic in (*records.topics, *records.merged_topics):
        for reading in topic.readings:
            _check_citation(reading.citation, f"{docs}/{topic.page}", resolver, faults)
        for citation in topic.dropped:
            _check_citation(citation, f"{docs}/{topic.page}", resolver, faults)
    for contact in records.contacts:
        # What the build found is found again by people and dates as well; a page of an editor's own has no
        # other evidence than its anchors.
        for citation in contact.anchors if contact.added else ():
            _check_citation(citation, f"{docs}/{contact.page}", resolver, faults)


def check_prose(path: str, text: str, config: Config, resolver: Resolver, faults: Faults) -> None:
    """What people wrote on a page: citations resolve, loaded words stand only inside quotation marks."""
    file = f"{config.docs}/{path}"
    for fault in blocks.parse(text).faults:
        faults.add(file, fault.line, fault.what, fault.mend)
    for line, prose in _prose(text):
        _check_citations(prose, line, file, resolver, faults)
        for at, word in loaded_words(prose, config.loaded):
            mend = "Say it neutrally, or quote it: “…” with a citation of the source whose word it is."
            faults.add(file, line + at - 1, f"the word {word!r} stands in our own voice", mend)


def check_front(page: Page, config: Config, names: Iterable[str], faults: Faults) -> None:
    """What front matter says in our voice: loaded words stand only inside quotation marks, or in names."""
    for key, text in _spoken(page.front):
        for word in loaded_in_line(text, config.loaded, names):
            line = page.lines.get(key) or page.lines.get(key.partition(".")[0], 0)
            mend = "Say it neutrally, or put it between quotation marks: somebody's word is not ours."
            faults.add(f"{config.docs}/{page.path}", line, f"the word {word!r} stands in our own voice", mend)


def _spoken(front: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The texts of front matter that readers see as ours, with the keys that lead to them."""
    for key in SPOKEN:
        value = front.get(key)
        inner = value if isinstance(value, list) else [value]
        for at, one in enumerate(inner):
            if isinstance(one, str):
                yield key, one
            elif isinstance(one, Mapping):
                below = f"{key}.{at}" if isinstance(value, list) else key
                yield from ((f"{below}.{name}", text) for name, text in _spoken(one))


def check_page(path: str, text: str, config: Config, resolver: Resolver, faults: Faults) -> None:
    """Every citation of a finished page resolves, in prose and in blocks."""
    body = front_matter(text)[2]
    first = text.count("\n", 0, body) + 1
    _check_citations(text[body:], first, f"{config.docs}/{path}", resolver, faults)


def warnings(config: Config, pages: Mapping[str, str]) -> tuple[Fault, ...]:
    """What a person should look at, though the build goes on without it."""
    found = Faults()
    if not config.contact or config.contact.endswith(PLACEHOLDER):
        mend = "Give extra.briefing.contact an address that readers can write to."
        found.add(config.file, 0, "nobody is named who answers for the briefing", mend)
    return tuple(sorted((*found.found, *uncited(config, pages), *raw_links(config, pages))))


def uncited(config: Config, pages: Mapping[str, str]) -> Iterator[Fault]:
    """Quotations in people's prose that no citation follows."""
    for path, text in pages.items():
        for line, prose in _prose(text):
            for at, words in uncited_quotations(prose):
                mend = 'Put the citation behind the quotation: “words” [@000 "words"].'
                what = f"quoted without a citation: {words}"
                yield Fault(f"{config.docs}/{path}", line + at - 1, what, mend)


def raw_links(config: Config, pages: Mapping[str, str]) -> Iterator[Fault]:
    """Links to pages in people's prose that are raw HTML: they follow no page that is renamed."""
    for path, text in pages.items():
        for line, prose in _prose(text):
            for at, address in html_links(prose):
                mend = "Write it as Markdown, [words](page.md): then it follows a page that is renamed."
                what = f"a link in raw HTML leads to {address}"
                yield Fault(f"{config.docs}/{path}", line + at - 1, what, mend)


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """What people wrote, stretch by stretch, with the line on which each begins."""
    for start, end in blocks.prose_ranges(text):
        yield text.count("\n", 0, start) + 1, text[start:end]


def _check_citations(text: str, line: int, file: str, resolver: Resolver, faults: Faults) -> None:
    citations, malformed = find_citations(text, line)
    for one in malformed:
        faults.add(file, one.line, one.what, one.mend)
    for citation in citations:
        _check_citation(citation, file, resolver, faults)


def _check_citation(citation: Citation, file: str, resolver: Resolver, faults: Faults) -> None:
    if citation.source in resolver.withdrawn:  # readers see a notice in its place
        return
    found = resolver.resolve(citation)
    if isinstance(found, NotFound):
        faults.add(file, citation.line, found.what, found.mend)
