"""Render: a run of citations in, the group of chips that stands for it out.

The letter belongs to the source, shape and colour to the lineage, and what counts is the bracket: a run says
in words how many articles from how many texts it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from build_scripts.citations import Found
from build_scripts.models import Citation
from build_scripts.render.corpus import Corpus, PassageEntry, SourceEntry
from build_scripts.render.elements import UNSEARCHED, element, plain, within
from build_scripts.render.markup import text


@dataclass(slots=True)
class Cited:
    """A passage that a page cites, with the ranges of the words cited, by code point of its text."""

    source: SourceEntry
    passage: PassageEntry
    spans: list[tuple[int, int]] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.source.id}-{self.passage.ref.passage}"


def cited(corpus: Corpus, citation: Citation, found: Found) -> Cited:
    entry = corpus.passages[found.passage.ref]
    spans = [(start - entry.start, end - entry.start) for start, end in found.spans] if citation.words else []
    return Cited(corpus.sources[entry.ref.source], entry, spans)


def group(corpus: Corpus, run: Sequence[Cited], stashed: Callable[[str], str]) -> Element:
    """The chips of a run: one alone shows letter and sentence, more show letters, bracketed by lineage.

    `stashed` keeps markup until the page is written and gives what stands for it meanwhile.
    """
    chips = _merged(run)
    live = [chip for chip in chips if not chip.source.is_withdrawn]
    made = element("span", "ev" if len(chips) > 1 else "ev one")
    if len(chips) == 1:
        made.append(_chip(corpus, chips[0], stashed, with_number=True))
    else:
        several = {
            chip.source.id for chip in chips if [each.source.id for each in chips].count(chip.source.id) > 1
        }
        for lineage, members in groupby(chips, key=lambda chip: chip.source.lineage_class):
            bracket = within(made, "span", f"wit {lineage}")
            for chip in members:
                bracket.append(_chip(corpus, chip, stashed, with_number=chip.source.id in several))
    if live:
        count = within(made, "span", "corr", corpus.passages_in_words(chip.passage.ref for chip in live))
        count.attrib.update(UNSEARCHED)
    return made


def _merged(run: Sequence[Cited]) -> list[Cited]:
    """Each passage once, lineage by lineage, within it by letter and place."""
    by_passage: dict[str, Cited] = {}
    for each in run:
        known = by_passage.setdefault(each.key, Cited(each.source, each.passage))
        known.spans = sorted({*known.spans, *each.spans})
    return sorted(
        by_passage.values(),
        key=lambda chip: (
            len(chip.source.lineage_class),
            chip.source.lineage_class,
            chip.source.label,
            chip.source.id,
            chip.passage.number,
        ),
    )


def _chip(corpus: Corpus, chip: Cited, stashed: Callable[[str], str], *, with_number: bool) -> Element:
    """A letter that leads to the passage; evidence has nothing to show where its words are not published."""
    source = chip.source
    if source.is_withdrawn:
        notice = element("span", "withdrawn", f"{source.label}: withdrawn")
        notice.attrib.update(UNSEARCHED)
        return notice
    link = element("a", f"cite {source.lineage_class}", href=address(chip))
    if chip.passage.text is not None or not corpus.is_large:
        link.set("data-ev", plain(chip.key))
        if ranges := _ranges(chip):
            link.set("data-q", ranges)
    # Nothing reads what stands in it, and a page has hundreds.
    link.text = AtomicString(stashed(_letter(source, chip.passage.number, with_number=with_number)))
    return link


def _letter(source: SourceEntry, sentence: int, *, with_number: bool) -> str:
    number = f'<span class="cite-n" data-search-exclude="">{sentence}</span>' if with_number else ""
    return (
        f'<span class="cite-l" data-search-exclude="">{text(source.label)}</span>{number}'
        f'<span class="vh" data-search-exclude="">: {text(source.name)}, sentence {sentence}</span>'
    )


def address(chip: Cited) -> str:
    """Where the passage stands, from the root of the pages; the engine makes it relative."""
    return f"/{chip.source.page}#p-{chip.passage.ref.passage}"


def _ranges(chip: Cited) -> str:
    """The words cited as a script counts them, in UTF-16 units: "0-4 9-12"."""
    said = chip.passage.text or ""

    def units(offset: int) -> int:
        return len(said[:offset].encode("utf-16-le")) // 2

    return " ".join(f"{units(start)}-{units(end)}" for start, end in chip.spans)
