"""The review list: what waits for a person, most important first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from build_scripts.blocks import EditedBlock
from build_scripts.cited import Cited
from build_scripts.errors import Fault
from build_scripts.models import Briefing, ReviewRow
from build_scripts.reviewing.comparison import additions, proposed_topics
from build_scripts.reviewing.contacts import disagreeing
from build_scripts.reviewing.pages import contacts, drafted_pages, edited_blocks, older_prose, renamed_pages
from build_scripts.reviewing.ranks import TODAY, Rank, place
from build_scripts.reviewing.sources import (
    odd_dates,
    other_languages,
    proposed_spellings,
    undated_sources,
    unknown_names,
    unread,
)
from build_scripts.reviewing.withdrawn import withdrawn_words

__all__ = ["TODAY", "Rank", "broken_rows", "review_rows"]


def review_rows(
    briefing: Briefing,
    pages: Mapping[str, str],
    edited: Iterable[tuple[str, EditedBlock]],
    read: Callable[[str], Cited],
    uncited: Iterable[Fault] = (),
    withheld: Iterable[str] = (),
) -> tuple[ReviewRow, ...]:
    """Everything that waits for a person, each row with the file and line to edit.

    `pages` are the finished pages by path, `read` tells what each text cites, `uncited` are the quotations
    in them that no citation follows, `withheld` the marks of words of withdrawn articles.
    """
    rows = [
        *_of_comparison(briefing, pages),
        *edited_blocks(briefing.config.docs, edited),
        *renamed_pages(briefing),
        *withdrawn_words(briefing, pages, frozenset(withheld)),
        *contacts(briefing, pages),
        *drafted_pages(briefing, pages),
        *disagreeing(briefing, pages),
        *proposed_topics(briefing, pages),
        *unknown_names(briefing, pages),
        *proposed_spellings(briefing, pages),
        *undated_sources(briefing),
        *other_languages(briefing),
        *unread(briefing),
        *odd_dates(briefing),
        *(ReviewRow(Rank.UNCITED, one.what, one.file, one.line, one.mend) for one in uncited),
        *older_prose(briefing, pages, read),
        *additions(briefing),
    ]
    return tuple(sorted(rows, key=lambda row: row.rank))


def _of_comparison(briefing: Briefing, pages: Mapping[str, str]) -> list[ReviewRow]:
    """Rows of the comparison, whose file is a page of docs/; what mends them stands at its anchors."""
    found = sorted(briefing.findings.review, key=lambda row: (row.file, row.what))
    return [
        ReviewRow(row.rank, row.what, *place(briefing.config, pages, row.file, "anchors"), row.how)
        for row in found
    ]


def broken_rows(faults: Iterable[Fault]) -> tuple[ReviewRow, ...]:
    """What stops the build, as rows: a citation whose words are not found, and other faults."""
    rows = (ReviewRow(Rank.BROKEN, one.what, one.file, one.line, one.mend) for one in sorted(set(faults)))
    return tuple(rows)
