"""Render: the lines of a page in, the same with a token for each run of citations and each block marker out.

Tokens replace them before Markdown reads the page: pipes, quotation marks and line ends inside a citation are
then nobody else's, and what is drawn is exactly what was checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from build_scripts import blocks
from build_scripts.citations import NotFound, find_citations
from build_scripts.models import Citation, Ref
from build_scripts.render.chips import Cited, cited
from build_scripts.render.corpus import Corpus, PassageEntry
from build_scripts.render.faults import CannotRender

RUN_TOKEN = f"{STX}briefing-run:(?P<number>[0-9]+){ETX}"
BLOCK_TOKEN = re.compile(f"{STX}briefing-(begin|end):([0-9]+){ETX}")
# match: a raw HTML stash's "<p>[@000 …"   near-miss: "<pre>[@000", "<!-- [@000"
_SHOWN_AS_IS = re.compile(r"<(pre|code)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


@dataclass(slots=True)
class PageMarks:
    """What the tokens of the page at hand stand for."""

    runs: list[tuple[Cited, ...]] = field(default_factory=list)
    blocks: list[blocks.Block] = field(default_factory=list)

    def clear(self) -> None:
        self.runs.clear()
        self.blocks.clear()


class BlockMarks(Preprocessor):
    """Puts a paragraph of its own in the place of each block marker."""

    def __init__(self, md: Markdown, marks: PageMarks) -> None:
        super().__init__(md)
        self.marks = marks

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        parsed = blocks.parse(text)
        if parsed.faults:
            raise CannotRender(*((fault.what, fault.mend) for fault in parsed.faults))
        parts: list[str] = []
        for segment in parsed.segments:
            if isinstance(segment, blocks.Prose):
                parts.append(text[segment.start : segment.end])
            elif segment.option != "omit":
                number = len(self.marks.blocks)
                self.marks.blocks.append(segment)
                inner = text[segment.inner_start : segment.inner_end]
                parts.append(
                    f"\n\n{STX}briefing-begin:{number}{ETX}\n\n{inner}\n\n{STX}briefing-end:{number}{ETX}\n\n"
                )
        return "".join(parts).split("\n")


class CitationMarks(Preprocessor):
    """Resolves every citation; a page with one that names nothing is not rendered."""

    def __init__(self, md: Markdown, marks: PageMarks, corpus: Callable[[], Corpus]) -> None:
        super().__init__(md)
        self.marks = marks
        self.corpus = corpus

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        self._check_raw_html()
        found, malformed = find_citations(text)
        faults = [(each.what, each.mend) for each in malformed]
        parts: list[str] = []
        at = 0
        for run in _runs(text, found):
            resolved = [self._resolved(citation, faults) for citation in run]
            parts += [text[at : run[0].start], f"{STX}briefing-run:{len(self.marks.runs)}{ETX}"]
            self.marks.runs.append(tuple(each for each in resolved if each))
            at = run[-1].end
        if faults:
            raise CannotRender(*faults)
        return "".join([*parts, text[at:]]).split("\n")

    def _resolved(self, citation: Citation, faults: list[tuple[str, str]]) -> Cited | None:
        corpus = self.corpus()
        source = corpus.sources.get(citation.source)
        if source and source.is_withdrawn:
            return Cited(source, PassageEntry(Ref(source.id, ""), 0, "", 0, None, ()))
        found = corpus.resolver.resolve(citation)
        if isinstance(found, NotFound):
            mend = f"{found.mend}\n    If a page or an article changed since, run `briefing generate` first."
            faults.append((found.what, mend))
            return None
        return cited(corpus, citation, found)

    def _check_raw_html(self) -> None:
        for raw in self.md.htmlStash.rawHtmlBlocks:
            if isinstance(raw, str) and "[@" in _SHOWN_AS_IS.sub("", raw):
                what = "a citation stands in raw HTML, where it cannot be drawn"
                raise CannotRender((what, "Write that part of the page as Markdown."))


def _runs(text: str, citations: Iterable[Citation]) -> list[list[Citation]]:
    """Citations with nothing but white space between them, together."""
    runs: list[list[Citation]] = []
    for citation in citations:
        between = text[runs[-1][-1].end : citation.start] if runs else "-"
        if runs and not between.strip() and "\n\n" not in between:
            runs[-1].append(citation)
        else:
            runs.append([citation])
    return runs
