"""Pages: a list that may be too long for its page in; its parts, their names and the links to them out.

A list is divided by years, letters or kinds; a part that is too long is divided further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from build_scripts import edtf, parts
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import Lookup
from build_scripts.parts import Part

Item = TypeVar("Item")

MOST = 60
"""Items of a list that stands whole on a record's page, and of each of its parts."""


@dataclass(frozen=True, slots=True)
class Long(Generic[Item]):
    """A list of a page: how it is called, what it lists, and where its items belong."""

    page: str
    block: str
    title: str
    """What its parts are called, before their own names: `A. Arden: mentions`."""
    anchor: str
    items: Sequence[Item]
    named: Callable[[Item], str]
    """The smallest part in which an item may stand."""
    unit: str
    """What one of its items is."""
    limit: int = 0
    """Items that stand on one page, where it is not `MOST`."""
    decades: bool = True
    names: Mapping[str, str] = field(default_factory=dict)
    """What parts that are no dates and no letters are called."""
    into: str = ""
    """The block of a further page in which its items stand, where it is not called like the list."""

    @property
    def most(self) -> int:
        return self.limit or MOST

    def address(self, part: Part[Item]) -> str:
        return parts.page_of(self.page, self.block, part.name)

    def count(self, items: Sequence[Item]) -> str:
        return wording.counted(len(items), self.unit)

    def called(self, name: str) -> str:
        return in_words(name, self.names)


def divided(long: Long[Item], lookup: Lookup, *, is_long: bool | None = None) -> tuple[Part[Item], ...]:
    """The parts of a list; none where all of it stands on its page.

    A list is too long with more than `most` items, unless `is_long` says so.
    """
    there = lookup.parts.get((long.page, long.block), frozenset())
    is_long = len(long.items) > long.most if is_long is None else is_long
    if not is_long and not there:
        return ()
    return parts.divided(long.items, long.named, long.most, there, decades=long.decades)


def leaves(found: Iterable[Part[Item]]) -> Iterator[Part[Item]]:
    """The parts that are not divided: those on whose pages items stand."""
    return (part for each in found for part in each.all() if not part.parts)


def led(line: str, page: str, rows: str = "") -> str:
    """A line that leads to further pages; it says where it is kept what moved there, and where all rows are.

    >>> led("Two years:", "sources/index.md", "all-sources")
    'Two years:\\n{ .parts data-moved="sources/index" data-rows="all-sources" }'
    """
    told = {"data-moved": markdown.address(page.removesuffix(".md"), ""), "data-rows": rows}
    named = " ".join(f'{key}="{each}"' for key, each in told.items() if each)
    return f"{line}\n{{ .parts {named} }}"


def ways(long: Long[Item], here: Part[Item], above: Sequence[Sequence[Part[Item]]]) -> str:
    """For each level a line with its parts; this one is not a link, and the first line leads to the whole."""
    page = long.address(here)
    lines = []
    for level in above:
        named = (
            f"**{markdown.inline(long.called(part.name))}**"
            if part.name == here.name
            else markdown.link(long.called(part.name), long.address(part), page)
            for part in level
        )
        lines.append(" · ".join(named))
    whole = markdown.link("All", f"{long.page}#{long.anchor}", page)
    return "\n\n".join([f"{whole} · {lines[0]}", *lines[1:]])


def listed(long: Long[Item], found: Sequence[Part[Item]], page: str) -> str:
    """Parts with how much is in each: years as a table; those of a part behind it, one step away."""
    if not long.decades and not long.names and not any(part.parts for part in found):
        unit = wording.sentence(f"{long.unit}s")
        rows = (
            (markdown.link(long.called(part.name), long.address(part), page), str(len(part.items)))
            for part in found
        )
        return markdown.table(("Year", unit), rows)
    return markdown.bullets(f"{line(long, part, page)}" for part in found)


def line(long: Long[Item], part: Part[Item], page: str, words: str = "") -> str:
    """A link to a part, and how much is in it; or with other words for it."""
    link = markdown.link(words or long.called(part.name), long.address(part), page)
    told = link if words else f"{link}: {long.count(part.items)}"
    return f"{told} ({_inner(long, part, page)})" if part.parts else told


def _inner(long: Long[Item], part: Part[Item], page: str) -> str:
    return " · ".join(markdown.link(long.called(one.name), long.address(one), page) for one in part.parts)


def in_words(name: str, names: Mapping[str, str]) -> str:
    """What a part is called.

    >>> [in_words(name, {"number": "Number"}) for name in ("2014-05", "2014-no-month", "ar", "number-2014")]
    ['May 2014', '2014, month not given', 'Ar', 'Number, 2014']
    """
    if name in names:
        return names[name]
    whole, paged, count = name.partition("-page-")
    if paged:
        return f"{in_words(whole, names)}, {count}"
    for of in names:
        if name.startswith(f"{of}-"):
            return f"{names[of]}, {in_words(name.removeprefix(f'{of}-'), names)}"
    if name == parts.UNDATED:
        return "without a date"
    when, lacks, _ = name.partition("-no-")
    if lacks:
        return f"{in_words(when, names)}, {'month' if len(when) == 4 else 'day'} not given"
    if name.isalpha():
        return name.capitalize() if name != parts.OTHER else "others"
    return edtf.in_words(name) if edtf.is_valid(name) else name
