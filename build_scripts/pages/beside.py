"""Pages: sources in, the page on which a reader's browser puts any two of them side by side, out."""

from __future__ import annotations

from build_scripts.models import PagePlan
from build_scripts.pages import drafts, markdown, readings, state
from build_scripts.pages.lookup import SOURCES, Lookup

TITLE = "Two articles, side by side"
MOST = 200
"""Articles that are listed here; of more, each year has a page of its own."""
_WHY = (
    "This view is put together in the browser and needs scripts. Without them, each article's page lists "
    "beside each of its sentences the same sentence in the others:"
)
TOLD = "Any two articles sentence by sentence, with the words that differ marked."


def write(lookup: Lookup) -> PagePlan:
    """One page for all pairs: a page for each would be half a million for a thousand articles."""
    blocks = {"pair": _without_scripts(lookup), "scope": state.scope(lookup)}
    return PagePlan(markdown.PAIR, blocks, drafts.page(TITLE, TOLD), top=("pair",))


def _without_scripts(lookup: Lookup) -> str:
    """What stands here until the script takes its place: where to find the same without it."""
    page = markdown.PAIR
    if len(lookup.sources) < 2:
        return "There are no two articles to put side by side."
    if len(lookup.sources) > MOST:
        return f"{_WHY} {markdown.link('All articles', SOURCES, page)}"
    links = (readings.source_link(source, page, lookup) for source in lookup.sources)
    return markdown.sections(
        _WHY,
        markdown.bullets(links),
    )
