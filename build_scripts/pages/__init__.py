"""Stage: pages. The briefing in; for each page its blocks, as Markdown, and the text to start from out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from build_scripts.cited import Cited
from build_scripts.models import Briefing, PagePlan
from build_scripts.pages import (
    about,
    actor_index,
    actors,
    beside,
    chronology,
    chronology_parts,
    comparisons,
    contacts,
    corrections,
    events,
    guide,
    home,
    search,
    source_index,
    source_map,
    sources,
    timeline,
    topics,
)
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import Lookup
from build_scripts.standing import Standing, Untold

__all__ = ["pictures", "search_index", "write_pages", "write_source_pages"]


def write_pages(briefing: Briefing, standing: Standing | None = None) -> tuple[PagePlan, ...]:
    """Plan every page but those of the sources, in order of their paths."""
    lookup = Lookup(briefing)
    keys = Keys(lookup, standing or Untold())
    plans = (
        home.write(lookup),
        *events.write(lookup),
        chronology.write(lookup),
        *chronology_parts.write(lookup, keys),
        *contacts.write(lookup, keys),
        *actor_index.write(lookup),
        *actors.write(lookup, keys),
        *comparisons.write(lookup, keys),
        beside.write(lookup),
        *topics.write(lookup),
        *about.write(lookup),
        corrections.write(lookup),
        guide.write(lookup),
    )
    return tuple(sorted(plans, key=lambda plan: plan.path))


def write_source_pages(briefing: Briefing, standing: Standing | None = None) -> tuple[PagePlan, ...]:
    """Plan the pages of the sources; the briefing knows by now what is shown and what cites it."""
    lookup = Lookup(briefing)
    keys = Keys(lookup, standing or Untold())
    plans = (*source_index.write(lookup), *sources.write(lookup, keys))
    return tuple(sorted(plans, key=lambda plan: plan.path))


def pictures(briefing: Briefing) -> Mapping[str, str]:
    """The text of each picture by its name in docs/data/."""
    lookup = Lookup(briefing)
    return {**timeline.pictures(lookup), **source_map.pictures(lookup)}


def search_index(
    briefing: Briefing, pages: Mapping[str, str], read: Callable[[str], Cited]
) -> Mapping[str, str]:
    """What a search finds, by its name in docs/data/; `pages` are the texts of the pages that are built."""
    written = {path for path, text in pages.items() if read(text).has_prose}
    return {search.FILE: search.index(Lookup(briefing), pages, written)}
