"""Pages: the corrections in front matter in, the list of corrections out."""

from __future__ import annotations

from dataclasses import astuple

from build_scripts import edtf, escape
from build_scripts.models import PagePlan
from build_scripts.pages import drafts, markdown, state
from build_scripts.pages.lookup import CORRECTIONS, Lookup

FEED = "These are also a [feed](data/feed.xml), for programs that watch pages."


def write(lookup: Lookup) -> PagePlan:
    blocks = {"corrections": _corrections(lookup), "scope": state.scope(lookup)}
    told = "What was corrected in this briefing, when and why."
    return PagePlan(CORRECTIONS, blocks, drafts.page("Corrections", told), top=())


def _corrections(lookup: Lookup) -> str:
    made = sorted(
        ((path, *astuple(correction)) for path, correction in lookup.briefing.records.corrections),
        key=lambda row: (row[1], row[0]),
        reverse=True,
    )
    if not made:
        return f"No correction has been made.\n\n{FEED}"
    rows = [
        (
            edtf.in_words(day) if edtf.is_valid(day) else escape.cell(day),
            markdown.link(lookup.titles.get(path, path), path, CORRECTIONS),
            escape.cell(was),
            escape.cell(became),
            escape.cell(why),
        )
        for path, day, was, became, why in made
    ]
    table = markdown.table(("Date", "Page", "It said", "It says", "Why"), rows)
    return f"{table}\n\n{FEED}"
