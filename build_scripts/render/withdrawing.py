"""Render: a page that quotes a withdrawn source in, the same with a notice in the place of its words out.

Whoever quoted it wrote the words on the page themselves: they are known by the citation that follows them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

from build_scripts import withholding
from build_scripts.blocks import Block
from build_scripts.render.corpus import Corpus
from build_scripts.render.elements import element, has_class
from build_scripts.render.marks import BLOCK_TOKEN
from build_scripts.withholding import NOTICE

_BLOCKS = frozenset({"p", "li", "td", "th", "dd", "dt", "blockquote"})


class Withhold(Preprocessor):
    """Puts a notice in the place of words of withdrawn sources before Markdown reads the page."""

    def __init__(self, md: Markdown, corpus: Callable[[], Corpus], data: Callable[[], Path]) -> None:
        super().__init__(md)
        self.corpus = corpus
        self.data = data

    def run(self, lines: list[str]) -> list[str]:
        withdrawn = self.corpus().withdrawn
        if not withdrawn:
            return lines
        text, marks = "\n".join(lines), marks_in(self.data())
        quoted = withholding.quoted_otherwise(text, withdrawn)
        return withholding.without(text, [*quoted, *withholding.still_said(text, marks)]).split("\n")


class _Nothing(Config):
    """There is nothing to configure."""


class WithholdFront(BasePlugin[_Nothing]):
    """Puts a notice in the place of such words in front matter before a page's head and title are drawn."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        self.data = data
        self.marks: frozenset[str] = frozenset()

    def on_pre_build(self, /, **others: Any) -> None:
        self.marks = marks_in(self.data)

    def on_page_markdown(self, /, markdown: str, *, page: Any, **others: Any) -> None:
        if self.marks:
            page.meta = withholding.cleaned(page.meta, self.marks)


def marks_in(data: Path) -> frozenset[str]:
    """The marks that the build left beside the data; none where nothing is withdrawn."""
    file = data / withholding.FILE
    return withholding.from_text(file.read_text("utf-8")) if file.is_file() else frozenset()


def is_free(data: Path) -> Callable[[str], bool]:
    """Whether the text of a page may stand on the site as it is: nothing in it is of a withdrawn article."""
    marks, file = marks_in(data), data / "sources.json"
    rows = json.loads(file.read_text("utf-8")) if file.is_file() else []
    withdrawn = frozenset(row["id"] for row in rows if row.get("withdrawn"))
    return lambda text: not withdrawn or withholding.is_free_of(text, withdrawn, marks)


def withdraw_quotations(root: Element) -> None:
    """Replace, in place, quotations whose citations all name withdrawn sources, and such block quotations."""
    for node in list(root.iter()):
        if node.tag == "blockquote" and _cites_withdrawn_only(node):
            _empty(node)
        elif node.tag in _BLOCKS:
            _withdraw_within(node)


def withdraw_text(root: Element, blocks: Sequence[Block], page: str, corpus: Corpus) -> None:
    """On the page of a withdrawn source, drop what stands in a block of its text that somebody edited."""
    if not any(source.is_withdrawn and source.page == page for source in corpus.sources.values()):
        return
    inside = False
    for node in list(root):
        token = (
            BLOCK_TOKEN.fullmatch((node.text or "").strip()) if node.tag == "p" and not len(node) else None
        )
        if token:
            inside = token[1] == "begin" and blocks[int(token[2])].name == "text"
        elif inside:
            root.remove(node)


def _withdraw_within(block: Element) -> None:
    """Words and runs of citations as they follow one another; a run speaks for what stands before it."""
    waiting: list[Element] = []
    for node in _inline(block):
        if has_class(node, "q"):
            waiting.append(node)
        elif has_class(node, "ev"):
            if _is_withdrawn(node):
                for words in waiting:
                    tail = words.tail
                    words.clear()
                    words.tail = tail
                    words.set("class", "withdrawn")
                    words.text = AtomicString(NOTICE)
            waiting = []


def _inline(block: Element) -> list[Element]:
    """Elements of a block in the order of the text, without those of blocks inside it and without chips."""
    found: list[Element] = []
    waiting = list(reversed(block))
    while waiting:
        node = waiting.pop()
        if node.tag in _BLOCKS or node.tag in ("ul", "ol", "table"):
            continue
        found.append(node)
        if not has_class(node, "ev"):
            waiting.extend(reversed(node))
    return found


def _is_withdrawn(run: Element) -> bool:
    return not any(has_class(node, "cite") for node in run.iter()) and any(
        has_class(node, "withdrawn") for node in run.iter()
    )


def _cites_withdrawn_only(node: Element) -> bool:
    runs = [inner for inner in node.iter() if has_class(inner, "ev")]
    return bool(runs) and all(_is_withdrawn(run) for run in runs)


def _empty(quotation: Element) -> None:
    """Keep what says whose it was."""
    runs = [inner for inner in quotation.iter() if has_class(inner, "ev")]
    tail = quotation.tail
    quotation.clear()
    quotation.tail = tail
    paragraph = element("p")
    words = element("span", "withdrawn", NOTICE)
    words.tail = " "
    paragraph.append(words)
    for run in runs:
        run.tail = ""
        paragraph.append(run)
    quotation.append(paragraph)
