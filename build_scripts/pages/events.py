"""Pages: an event's record in, its page out: a block for each of its questions."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import escape
from build_scripts.models import Event, Facet, PagePlan, Passage, Ref
from build_scripts.pages import drafts, facets, markdown, readings, state
from build_scripts.pages.lookup import Lookup


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each event."""
    return tuple(_plan(event, lookup) for event in lookup.events)


def _plan(event: Event, lookup: Lookup) -> PagePlan:
    blocks = {facet.id: _facet(facet, event, lookup) for facet in event.facets}
    blocks = {
        "state": state.of_record(event.reviewed, blocks),
        **blocks,
        "scope": state.scope(lookup),
    }
    return PagePlan(event.page, blocks, drafts.titled(event.title))


def _facet(facet: Facet, event: Event, lookup: Lookup) -> str:
    found = facets.answers(facet, lookup)
    if not found:
        answer = "No source says."
    elif facet.having and facet.having != "actor":
        answer = _values(facet, found, lookup)
    else:
        answer = readings.side_by_side(found, event.page, lookup)
    return markdown.sections(markdown.heading(2, facet.question, facet.id), answer)


def _values(facet: Facet, passages: Sequence[Passage], lookup: Lookup) -> str:
    """Each value once, with the words that give it: who agrees and who does not is seen at once."""
    groups: dict[str, list[facets.Value]] = {}
    for passage in passages:
        for value in facets.values(facet, passage, lookup):
            groups.setdefault(value.meaning.casefold(), []).append(value)
    rows = [
        (escape.cell(group[0].meaning), _wordings(group, lookup), _run(group)) for group in groups.values()
    ]
    column = {"date": "Date", "figure": "Figure"}.get(facet.having, "Words")
    return markdown.table((column, "In the words", "Evidence"), rows)


def _wordings(group: Sequence[facets.Value], lookup: Lookup) -> str:
    words = [value.words for value in group if lookup.is_shown(value.ref)]
    return "; ".join(markdown.quoted(one) for one in dict.fromkeys(words)) or "words not shown"


def _run(group: Sequence[facets.Value]) -> str:
    refs: list[Ref] = [value.ref for value in group]
    return markdown.cite(refs)
