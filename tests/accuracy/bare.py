"""A briefing in; the same as if people had written less, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.inputs import Inputs


def without_curated_facts(inputs: Inputs) -> Inputs:
    """The same briefing as if nobody had written or reviewed a contact or topic page."""
    records = replace(inputs.records, contacts=(), topics=())
    folders = ("chronology/", "comparisons/")
    pages = tuple(
        page for page in inputs.pages if not page.path.startswith(folders) or page.path.endswith("index.md")
    )
    return replace(inputs, pages=pages, records=records)


def without_aliases(inputs: Inputs) -> Inputs:
    """The same briefing as if every actor's page gave its title only."""
    actors = tuple(replace(actor, aliases=()) for actor in inputs.records.actors)
    return replace(inputs, records=replace(inputs.records, actors=actors))
