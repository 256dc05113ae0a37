"""Pages: a long list and its parts in; what its own page shows of it, and its further pages, out.

A short list stands on its page, whole. Of a long one the page has the parts, and each part a page with an
address that stays: filters, reviews and old addresses go on as if all stood in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from build_scripts.models import PagePlan
from build_scripts.pages import drafts, markdown, state, wording
from build_scripts.pages.keys import Keys
from build_scripts.pages.long_lists import Long, led, listed, ways
from build_scripts.pages.lookup import Lookup
from build_scripts.parts import Part
from build_scripts.standing import Found

Item = TypeVar("Item")

_NONE = Found("", ())
_UNKNOWN: Mapping[str, Found] = {}


def shown(long: Long[Item], found: Sequence[Part[Item]], rows: str = "") -> str:
    """What the list's own page has of a list with parts: these, each with those within it."""
    told = f"{wording.sentence(long.count(long.items))}, on further pages:"
    return markdown.sections(led(told, long.page, rows), listed(long, found, long.page))


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a record's page: with every passage that it rests on, as it is, and its further pages."""

    every: str
    shown: str
    plans: tuple[PagePlan, ...] = ()


def block(
    long: Long[Item],
    found: Sequence[Part[Item]],
    title: str,
    whole: str,
    texts: Mapping[str, str],
    lookup: Lookup,
    after: str = "",
    every: str = "",
) -> Block:
    """A block that is whole, or has its parts under its `title`, and what comes `after` them.

    `every` is the whole with passages that it leaves out, if it does.
    """
    if not found:
        return Block(every or whole, whole)
    return Block(
        every or whole,
        markdown.sections(title, shown(long, found), after),
        tuple(pages(long, found, texts, lookup)),
    )


def of_record(told: str, *blocks: Block) -> Iterator[PagePlan]:
    """The further pages of a record's blocks; each says what the record's page says of its state."""
    for each in blocks:
        for plan in each.plans:
            yield replace(plan, blocks={"state": told, **plan.blocks}, top=("state", *plan.top))


def pages(
    long: Long[Item],
    found: Sequence[Part[Item]],
    texts: Mapping[str, str],
    lookup: Lookup,
    known: Mapping[str, Found] = _UNKNOWN,
) -> Iterator[PagePlan]:
    """The further pages; `texts` has what stands on each, by the name of its part, but for those that are
    `known` to stand."""
    for part, above in _with_levels(found, (found,)):
        key, standing = known.get(part.name, _NONE)
        if standing:
            yield from standing
            continue
        page = long.address(part)
        of_parts = f"{wording.sentence(long.count(part.items))}."
        blocks = {
            "parts": ways(long, part, above),
            long.into or long.block: markdown.sections(of_parts, listed(long, part.parts, page))
            if part.parts
            else texts.get(part.name) or "None.",
            "scope": state.scope(lookup),
        }
        title = f"{long.title}, {long.called(part.name)}"
        yield PagePlan(page, blocks, drafts.page(title), top=("parts",), rests_on=key)


def standing(
    long: Long[Item], found: Sequence[Part[Item]], key: Callable[[Item], str], keys: Keys
) -> Mapping[str, Found]:
    """By the name of each part, its page if that stands; `key` stands for what the list says of an item."""
    return {
        part.name: keys.standing.asked(partial(_key, long, part, above, key, keys))
        for part, above in _with_levels(found, (found,))
    }


def _key(
    long: Long[Item], part: Part[Item], above: _Levels[Item], key: Callable[[Item], str], keys: Keys
) -> str:
    """Stands for all that the page of a part tells."""
    levels = (" ".join(one.name for one in level) for level in above)
    inner = (f"{one.name} {len(one.items)} {' '.join(each.name for each in one.parts)}" for one in part.parts)
    head = (long.page, long.block, long.title, part.name, str(len(part.items)), *levels, "inner", *inner)
    return keys.of_list(head, () if part.parts else map(key, part.items))


_Levels = tuple[Sequence[Part[Item]], ...]


def _with_levels(
    found: Sequence[Part[Item]], above: _Levels[Item]
) -> Iterator[tuple[Part[Item], _Levels[Item]]]:
    """Every part, with the parts of its level and of those above it."""
    for part in found:
        yield part, above
        yield from _with_levels(part.parts, (*above, part.parts))
