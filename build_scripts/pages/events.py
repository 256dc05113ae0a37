"""Pages: an event's record in, its page out: a block for each of its questions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from build_scripts import escape
from build_scripts.models import Event, Facet, PagePlan, Passage, Ref
from build_scripts.pages import drafts, facets, markdown, readings, state, wording
from build_scripts.pages.lookup import Lookup

MOST = 100
"""Sentences or values that an answer lists."""
_MORE = "more, which the search finds in their articles"


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """A plan for each event."""
    return tuple(_plan(event, lookup) for event in lookup.events)


def _plan(event: Event, lookup: Lookup) -> PagePlan:
    blocks = {facet.id: _facet(facet, event, lookup) for facet in event.facets}
    every = {
        facet.id: _facet(facet, event, lookup, markdown.ALL)
        if _is_cut(blocks[facet.id])
        else blocks[facet.id]
        for facet in event.facets
    }
    blocks = {
        "state": state.of_record(event.reviewed, every),
        **blocks,
        "scope": state.scope(lookup),
    }
    return PagePlan(event.page, blocks, drafts.titled(event.title))


def _is_cut(text: str) -> bool:
    return markdown.is_cut(text) or _MORE in text


def _facet(facet: Facet, event: Event, lookup: Lookup, most: int = MOST) -> str:
    """The values side by side where the question asks for one; else every sentence, folded away."""
    found = facets.answers(facet, lookup)
    if not found:
        return f"{markdown.inline(facet.question)} No source says."
    if facet.having and facet.having != "actor":
        return _values(facet, found, lookup, most)
    number = wording.counted(len(found), "sentence")
    told = lookup.witnesses_at(one.ref for one in found)
    return markdown.sections(
        markdown.folded(
            f"{markdown.inline(facet.question)} {wording.sentence(number)}, {told}, word for word"
        ),
        readings.side_by_side(found[:most], event.page, lookup),
        markdown.bullets([f"{len(found) - most} {_MORE}"]) if len(found) > most else "",
    )


def _values(facet: Facet, passages: Sequence[Passage], lookup: Lookup, most: int) -> str:
    """Each value once, with the words that give it: who agrees and who does not is seen at once."""
    groups: dict[str, list[facets.Value]] = {}
    for passage in passages:
        for value in facets.values(facet, passage, lookup):
            groups.setdefault(value.meaning.casefold(), []).append(value)
    rows = [
        (escape.cell(group[0].meaning), _wordings(group, lookup, most), _run(group, most))
        for group in islice(groups.values(), most)
    ]
    column = {"date": "Date", "figure": "Figure"}.get(facet.having, "Words")
    return markdown.sections(
        markdown.table((column, "In the words", "Evidence"), rows),
        f"{len(groups) - most} {_MORE}" if len(groups) > most else "",
    )


def _wordings(group: Sequence[facets.Value], lookup: Lookup, most: int) -> str:
    words = dict.fromkeys(value.words for value in group if lookup.is_shown(value.ref))
    return "; ".join(markdown.quoted(one) for one in islice(words, most)) or readings.NOT_SHOWN


def _run(group: Sequence[facets.Value], most: int) -> str:
    refs: list[Ref] = [value.ref for value in group]
    return markdown.cite_most(refs, markdown.MOST_CITED if most == MOST else most)
