"""Render: Python-Markdown's door to the briefing: citations, blocks, quotations, an article's sentences.

Registered as `briefing` among Python-Markdown's extensions, so that every engine that uses it draws the same.
Links are written as `/sources/000.md#p-…`: the engine checks them and makes them relative.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from build_scripts.render import places
from build_scripts.render.chips import Cited
from build_scripts.render.claims import Addresses
from build_scripts.render.corpus import Corpus, load
from build_scripts.render.elements import has_class, text_of
from build_scripts.render.evidence import evidence
from build_scripts.render.faults import CannotRender
from build_scripts.render.folding import fold
from build_scripts.render.following import follow
from build_scripts.render.hosts import make_relative, page_of, to_url
from build_scripts.render.inline import QUOTED, SENTENCE, Chips, Quoted, SentenceNumber
from build_scripts.render.layout import arrange
from build_scripts.render.letters import draw_letters
from build_scripts.render.listed import put_data_on_rows
from build_scripts.render.marks import BlockMarks, CitationMarks, PageMarks
from build_scripts.render.pictures import put_pictures_into
from build_scripts.render.sparing import spare, with_remembered_addresses, without_contents
from build_scripts.render.spoken import mark_languages, name_tables
from build_scripts.render.withdrawing import Withhold, withdraw_quotations, withdraw_text

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_PASSAGE_LINK = re.compile(r'href="(?P<page>/[^"#]*)#')
"""`href="/sources/000.md#`, as the list of evidence has it; not `href="#p-a3f9c102"`."""


class BriefingExtension(Extension):
    """`data`: the folder with the build's data, relative to the working directory."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {"data": ["docs/data", "Folder of the data that pages cite"]}
        super().__init__(**kwargs)
        self.marks = PageMarks()
        self.drawn: Callable[[], None] = lambda: None
        self._corpus: Corpus | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        # Before raw HTML (20) and fences (25) are put aside, but after line ends are normalised (30).
        md.preprocessors.register(BlockMarks(md, self.marks), "briefing-blocks", 28)
        md.preprocessors.register(Withhold(md, self.corpus, self.data), "briefing-withheld", 27)
        md.preprocessors.register(CitationMarks(md, self.marks, self.corpus), "briefing-citations", 15)
        # Above escapes (180) so that nothing of a token is read; below code spans (190).
        md.inlinePatterns.register(Chips(md, self.marks, self.corpus), "briefing-chips", 188)
        # Below links, raw HTML (90) and entities (80), which have quotation marks of their own.
        md.inlinePatterns.register(Quoted(QUOTED, md), "briefing-quoted", 75)
        md.inlinePatterns.register(SentenceNumber(SENTENCE, md), "briefing-sentences", 74)
        # After inline patterns (20); the anchors of a page are gathered at 5, relative links made at 0.
        md.treeprocessors.register(Arrange(md, self), "briefing-arrange", 15)
        md.treeprocessors.register(Addresses(md), "briefing-addresses", 14)
        # After attribute lists (8): nothing of an article's text may become an attribute.
        md.treeprocessors.register(Conclude(md, self), "briefing-conclude", 4)
        spare(md)
        md.registerExtension(self)

    def reset(self) -> None:
        self.marks.clear()
        self._corpus = None

    def data(self) -> Path:
        return Path(self.getConfig("data")).absolute()

    def corpus(self) -> Corpus:
        """The corpus, looked for once for a page: a page asks for it with each citation."""
        if self._corpus is None:
            self._corpus = load(self.data())
        return self._corpus


class Arrange(Treeprocessor):
    """Checks that every citation was drawn, then lays out blocks, tables and paragraphs."""

    def __init__(self, md: Markdown, extension: BriefingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        self.extension.drawn = without_contents(root, self.md)
        with_remembered_addresses(self.md)
        _check(root)
        corpus = self.extension.corpus()
        if corpus.withdrawn_pages:
            withdraw_quotations(root)
            withdraw_text(root, self.extension.marks.blocks, page_of(self.md), corpus)
        arrange(root, self.extension.marks.blocks, corpus.kinds)
        draw_letters(root, corpus.by_file)
        put_data_on_rows(root, corpus.listed)
        put_pictures_into(root, self.extension.data())
        mark_languages(root, page_of(self.md), corpus.spoken)


class Conclude(Treeprocessor):
    """Folds what asks for it; mends links; ends the page with its evidence, before what the sources cover."""

    def __init__(self, md: Markdown, extension: BriefingExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        self.extension.drawn()
        fold(root)
        name_tables(root)
        corpus = self.extension.corpus()
        follow(root, page_of(self.md), places.load(self.extension.data()), corpus.withdrawn_pages)
        make_relative(root, self.md)
        drawn = _drawn(root, self.extension.marks)
        if not drawn:
            return
        brief = frozenset(each.key for each in drawn) - _outside_margins(root)
        scopes = [node for node in root if has_class(node, "block-scope")]
        place = list(root).index(scopes[-1]) if scopes else len(root)
        if markup := evidence(corpus, drawn, brief):
            root.insert(place, self._stashed(markup))

    def _stashed(self, markup: str) -> Element:
        """A paragraph that gives its place to the markup, with its links as this page needs them."""
        known: dict[str, str] = {}

        def link(match: re.Match[str]) -> str:
            page = match["page"]
            if page not in known:
                known[page] = html.escape(to_url(html.unescape(page), self.md))
            return f'href="{known[page]}#'

        paragraph = Element("p")
        paragraph.text = self.md.htmlStash.store(_PASSAGE_LINK.sub(link, markup))
        return paragraph


def _drawn(root: Element, marks: PageMarks) -> list[Cited]:
    """The passages whose chips stand on the page, in their order, each with all its words cited there."""
    known: dict[str, Cited] = {}
    for run in marks.runs:
        for each in run:
            entry = known.setdefault(each.key, Cited(each.source, each.passage))
            entry.spans += each.spans
    keys = dict.fromkeys(node.get("data-ev", "") for node in root.iter("a"))
    return [known[key] for key in keys if key in known]


def _outside_margins(root: Element) -> frozenset[str]:
    """The passages that are cited elsewhere than in the margin of an article's text."""
    every = Counter(link.get("data-ev", "") for link in root.iter("a"))
    for box in root.iter("div"):
        if has_class(box, "margin"):
            every.subtract(link.get("data-ev", "") for link in box.iter("a"))
    return frozenset(key for key, times in every.items() if times > 0)


def _check(root: Element) -> None:
    for node in root.iter():
        if node.tag in HEADINGS and any(has_class(inner, "ev") for inner in node.iter()):
            mend = "Move it to the sentence below: headings also stand in menus, where it cannot be drawn."
            raise CannotRender((f'a citation stands in the heading "{text_of(node).strip()}"', mend))
        texts = [text for text in (node.text, node.tail) if text and not isinstance(text, AtomicString)]
        left = next((text for text in texts if "[@" in text), None)
        if left:
            what = f"{left[left.index('[@') :][:60]} is left over"
            raise CannotRender((what, 'Write [@000 "exact words"], or `[@` in code if it is no citation.'))


def makeExtension(**kwargs: Any) -> BriefingExtension:
    """What Python-Markdown calls to load the extension."""
    return BriefingExtension(**kwargs)
