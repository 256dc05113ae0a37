"""Read: an article's or a page's text in; what is larger than a build can bear, as faults, out.

Each limit is far above what people write and far below what would take minutes: a hostile or a broken file
is named in the first second, before anything else has looked at it.
"""

from __future__ import annotations

from build_scripts.errors import Faults

LARGEST = 1_000_000
"""Bytes of an article: beyond this, a text is a book or a mistake, and rendering it takes minutes."""
LONGEST_LINE = 100_000
"""Code points of a line of an article; a long article saved as a single line has 20,000."""
MOST_LINES = 10_000
"""Lines of an article that are not empty."""
LARGEST_PAGE = 2_000_000
"""Bytes of a page. The build's regions grow with the articles: that of a long one has some 100,000."""
LONGEST_LINE_OF_PAGE = 200_000
"""Code points; a table cell that cites hundreds of passages has a few thousand."""
LARGEST_FRONT_MATTER = 100_000
"""Code points of a page's front matter."""
MOST_BLOCKS = 1_000
"""Generated regions of a page; the build's own pages have some twenty."""
MOST_CITATIONS = 20_000
"""Marks that open a citation on a page."""


def article_fits(text: str, name: str, faults: Faults) -> bool:
    """Whether lines and length of lines are those of an article."""
    known = len(faults.found)
    lines = text.split("\n")
    count = sum(1 for line in lines if line.strip())
    if count > MOST_LINES:
        what = f"{count:,} lines; an article may have {MOST_LINES:,}"
        faults.add(name, 0, what, "Keep the article alone in the file, or split it into its parts.")
    _lines_fit(lines, LONGEST_LINE, name, faults, "Put each paragraph of the article on a line of its own.")
    return len(faults.found) == known


def page_fits(text: str, front: str, name: str, faults: Faults) -> bool:
    """Whether a page is one that a person can have written, or the build."""
    known = len(faults.found)
    mend = "Split the page, or delete what does not belong to it."
    if (size := len(text.encode("utf-8"))) > LARGEST_PAGE:
        faults.add(name, 0, f"{size:,} bytes; a page may have {LARGEST_PAGE:,}", mend)
    if len(front) > LARGEST_FRONT_MATTER:
        what = f"front matter of {len(front):,} characters; it may have {LARGEST_FRONT_MATTER:,}"
        faults.add(name, 1, what, "Move prose below the front matter, to the body of the page.")
    for sign, most, called in (
        ("<!-- generated:", MOST_BLOCKS, "generated regions"),
        ("[@", MOST_CITATIONS, "citations"),
    ):
        if (count := text.count(sign)) > most:
            faults.add(name, 0, f"{count:,} {called}; a page may have {most:,}", mend)
    _lines_fit(text.split("\n"), LONGEST_LINE_OF_PAGE, name, faults, "Break the line into paragraphs.")
    return len(faults.found) == known


def _lines_fit(lines: list[str], longest: int, name: str, faults: Faults, mend: str) -> None:
    for number, line in enumerate(lines, 1):
        if len(line) > longest:
            faults.add(name, number, f"a line of {len(line):,} characters; it may have {longest:,}", mend)
