"""Render: the passages that a page cites in, the list at its end out, from which a popover is cut.

Each passage stands once: its words, who published it, its neighbours as far as they are shown, and how other
articles word the same sentence. An entry is drawn once, however many pages cite its passage, and a page of a
large briefing lists only the first of what it cites: every citation leads to its sentence anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from xml.etree.ElementTree import Element

from markdown.serializers import to_xhtml_string
from markdown.util import AMP_SUBSTITUTE

from build_scripts.render.chips import Cited, address
from build_scripts.render.corpus import Corpus, PassageEntry
from build_scripts.render.elements import UNSEARCHED, element, then, within
from build_scripts.render.originals import address_of_words

# match: "10,000", "Arden's", "(" each by itself   near-miss: " "
_TOKEN = re.compile(r"\w(?:[\w,.'’/-]*\w)?|[^\w\s]")
TOO_DIFFERENT = 0.5
"""Below this share of words in common, a passage is reworded as a whole: all of it would be underlined."""

SHOWN = 6
"""Other wordings shown with a passage, the nearest: of a sentence that everyone prints, these tell enough."""


LISTED = 16
"""Passages that a page of a large briefing lists: without a bound, those on whom everybody writes would have
pages that grow with every article."""


def bounded(corpus: Corpus, cited: Iterable[Cited], brief: frozenset[str]) -> tuple[Cited, ...]:
    """What the page lists of what it cites, in its order; of too many, those in the margins go first."""
    entries = tuple(cited)
    if not corpus.is_large or len(entries) <= LISTED:
        return entries
    first = sorted(entries, key=lambda each: each.key in brief)[:LISTED]
    kept = {each.key for each in first}
    return tuple(each for each in entries if each.key in kept)


def evidence(corpus: Corpus, cited: Iterable[Cited], brief: frozenset[str] = frozenset()) -> str:
    """`details.evd` for the passages cited, in their order; entries in `brief` without context.

    Its links are as `address` gives them, from the root of the pages: the page makes them relative.
    """
    every = list(cited)
    entries = bounded(corpus, every, brief)
    details = element("details", "evd")
    details.attrib.update(UNSEARCHED)
    many = f"{len(every)} passages" if len(every) != 1 else "1 passage"
    if len(entries) < len(every):
        many = f"{len(entries)} of {len(every)} passages"
    within(details, "summary", "", f"Evidence on this page: {many}, word for word")
    if len(entries) < len(every):
        told = f"The other {len(every) - len(entries)} stand in their articles, where each citation leads."
        within(details, "p", "ev-more", told)
    within(details, "ul", "evlist").text = _ENTRIES
    return _written(details).replace(
        _ENTRIES, "".join(_drawn(corpus, each, in_full=each.key not in brief) for each in entries)
    )


_ENTRIES = "\u0003entries\u0003"
"""Where the entries go: no text holds a control character."""


def _written(node: Element) -> str:
    """Markup as the page will hold it: put in after its other parts, nothing reads it again."""
    return to_xhtml_string(node).replace(AMP_SUBSTITUTE, "&")


def _drawn(corpus: Corpus, cited: Cited, *, in_full: bool) -> str:
    """An entry as markup, once for all pages that cite these words of it."""
    key = (cited.key, tuple(cited.spans), in_full)
    if key not in corpus.drawn:
        corpus.drawn[key] = _written(_entry(corpus, cited, in_full=in_full))
    return corpus.drawn[key]


def _entry(corpus: Corpus, cited: Cited, *, in_full: bool) -> Element:
    source, passage = cited.source, cited.passage
    item = element("li", f"evi {source.lineage_class}", id=f"ev-{cited.key}")
    about = within(item, "p", "ev-src")
    within(about, "span", f"tile {source.lineage_class}", source.label).set("aria-hidden", "true")
    within(about, "b", "", source.name)
    then(about, f", sentence {passage.number}")
    within(about, "span", "ev-meta", f"{source.basis_in_words} · {corpus.company_in_words(source)}")
    item.append(_words(corpus, cited, with_neighbours=in_full))
    if in_full:
        _counterparts(corpus, item, passage)
    onward = within(item, "p", "ev-go")
    within(onward, "a", "", "Read it in the article", href=address(cited))
    original = address_of_words(source.url, passage.text or "")
    if original:
        then(onward, " ")
        within(onward, "a", "ev-orig", "In the original", href=original, rel="noopener noreferrer")
    return item


def _words(corpus: Corpus, cited: Cited, *, with_neighbours: bool) -> Element:
    quote = element("blockquote", "")
    if cited.source.language:
        quote.set("lang", cited.source.language)
    paragraph = within(quote, "p")
    before = corpus.neighbour(cited.passage, -1) if with_neighbours else None
    after = corpus.neighbour(cited.passage, 1) if with_neighbours else None
    if before:
        _context(paragraph, before)
    text = cited.passage.text
    said = within(paragraph, "span", "pass")
    if text is None:
        said.text = "[…]"
    else:
        _marked(said, text, cited.spans)
    if after:
        then(paragraph, " ")
        _context(paragraph, after)
    return quote


def _context(paragraph: Element, neighbour: PassageEntry) -> None:
    within(paragraph, "span", "ctx", neighbour.text if neighbour.text is not None else "[…]")
    then(paragraph, " ")


def _marked(said: Element, text: str, spans: list[tuple[int, int]]) -> None:
    at = 0
    for start, end in _joined(spans):
        then(said, text[at:start])
        within(said, "mark", "quoted", text[start:end])
        at = end
    then(said, text[at:])


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in order, overlapping ones as one.

    >>> _joined([(4, 9), (0, 2), (1, 5)])
    [(0, 9)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _counterparts(corpus: Corpus, item: Element, passage: PassageEntry) -> None:
    others = [corpus.passages[ref] for ref in passage.counterparts if ref in corpus.passages]
    if not others:
        within(item, "p", "ev-h", "No other article has this sentence.")
        return
    within(item, "p", "ev-h", "The same sentence in other articles")
    items = within(item, "ul", "ev-cp")
    for entry in sorted(
        others[:SHOWN],
        key=lambda other: (corpus.sources[other.ref.source].label, other.ref.source, other.number),
    ):
        source = corpus.sources[entry.ref.source]
        row = within(items, "li")
        link = within(row, "a", f"cite {source.lineage_class}", href=f"/{source.page}#p-{entry.ref.passage}")
        within(link, "span", "cite-l", source.label)
        within(link, "span", "cite-n", str(entry.number))
        within(link, "span", "vh", f": {source.name}, sentence {entry.number}")
        then(row, " ")
        row.append(_compared(passage.text, entry.text))
    if len(others) > SHOWN:
        within(items, "li", "", f"and {len(others) - SHOWN} more: they stand beside it in the article")


def _compared(ours: str | None, theirs: str | None) -> Element:
    """The other wording between quotation marks, with the words that differ from ours underlined."""
    said = element("span", "q", "“")
    if theirs is None:
        then(said, "[…]”")
        return said
    at = 0
    for start, end in _differing(ours or "", theirs):
        then(said, theirs[at:start])
        within(said, "span", "d", theirs[start:end])
        at = end
    then(said, f"{theirs[at:]}”")
    return said


def _differing(ours: str, theirs: str) -> list[tuple[int, int]]:
    """Ranges of `theirs` whose words are not in `ours` at that place; none if most differ.

    >>> _differing("Over 10,000 men came home", "Over 12,000 men came home")
    [(5, 11)]
    """
    mine, places = _TOKEN.findall(ours), [match.span() for match in _TOKEN.finditer(theirs)]
    yours = [theirs[start:end] for start, end in places]
    matcher = SequenceMatcher(None, mine, yours, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < TOO_DIFFERENT * len(yours):
        return []
    return [
        (places[b1][0], places[b2 - 1][1])
        for tag, _, _, b1, b2 in matcher.get_opcodes()
        if tag in ("replace", "insert") and any(char.isalnum() for word in yours[b1:b2] for char in word)
    ]
