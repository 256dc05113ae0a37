"""Review list: finished pages in, rows for what people still say in the words of a withdrawn article out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from build_scripts import blocks, withholding
from build_scripts.markup import front_matter
from build_scripts.models import Briefing, ReviewRow
from build_scripts.reviewing.ranks import Rank


def withdrawn_words(
    briefing: Briefing, pages: Mapping[str, str], marks: Collection[str]
) -> Iterator[ReviewRow]:
    """Each place once, in front matter as well; the words themselves are not repeated."""
    how = "Say it in other words, or delete it: readers see a notice in its place."
    for path, text in pages.items() if marks else ():
        for first, last in (front_matter(text)[:2], *blocks.prose_ranges(text)):
            for start, end in withholding.still_said(text[first:last], marks):
                count = len(text[first + start : first + end].split())
                line = text.count("\n", 0, first + start) + 1
                what = f"{count} words of a withdrawn article, one after another"
                yield ReviewRow(Rank.WITHDRAWN, what, f"{briefing.config.docs}/{path}", line, how)
