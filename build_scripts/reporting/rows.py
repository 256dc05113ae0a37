"""Command line: rows of the review list in; a list for a terminal, JSON, or Markdown for a summary out."""

from __future__ import annotations

import json
from collections.abc import Sequence

from build_scripts import escape
from build_scripts.models import ReviewRow
from build_scripts.reporting.links import Links

MOST = 200
"""Rows of a summary: the code host shows no more than a mebibyte of it."""


def as_text(rows: Sequence[ReviewRow], links: Links) -> tuple[str, ...]:
    """A paragraph for each row: where, what, how to mend it, where the guide explains it."""
    return tuple(
        f"{row.file}:{row.line}: {row.what}\n    {row.how}\n    Guide: {links.to(row.what)}" for row in rows
    )


def as_json(rows: Sequence[ReviewRow], links: Links) -> str:
    """An array of objects; `kind` is the anchor of the guide's paragraph."""
    found = [
        {
            "rank": int(row.rank),
            "kind": links.kind(row.what),
            "what": row.what,
            "file": row.file,
            "line": row.line,
            "how": row.how,
            "guide": links.to(row.what),
        }
        for row in rows
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_markdown(rows: Sequence[ReviewRow], links: Links) -> str:
    """A table for the summary of a run; words of the articles cannot become markup in it."""
    if not rows:
        return "## To look at\n\nNothing waits for a person."
    head = ["## To look at", "", "| What | Where | What to do |", "| --- | --- | --- |"]
    table = [f"| {' | '.join(_cells(row, links))} |" for row in rows[:MOST]]
    rest = [f"\nAnd {len(rows) - MOST} more: `briefing review` lists them."] if len(rows) > MOST else []
    return "\n".join([*head, *table, *rest])


def _cells(row: ReviewRow, links: Links) -> tuple[str, str, str]:
    what, file, how = (escape.cell(words) for words in (row.what, row.file, row.how))
    return f"[{what}]({links.to(row.what)})", f"{file}:{row.line}", how
