"""Foundation: what stands in a list that is too long for one page in; the parts into which it is divided out.

A part has a name that says what it holds (`2014`, `2014-05`, `m`), never how many there are: its address
stays. What is too much for it is divided further, and the part then leads to its own parts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from build_scripts import edtf
from build_scripts.naming import is_chronology_part

Item = TypeVar("Item")

UNDATED = "without-a-date"
OTHER = "other"
"""Names that begin with no letter from a to z."""
_LISTS = {
    "letter": "actors/index.md",
    "year": "sources/index.md",
    "texts": "comparisons/index.md",
    "topics": "comparisons/index.md",
    "coverage": "comparisons/index.md",
    "development": "comparisons/index.md",
    "differences": "comparisons/index.md",
}
_BLOCKS = ("mentions", "contacts", "roles", "readings", "differences", "evidence")

# Match: `actors/letter--m.md`, `actors/a-arden--mentions-2010s.md`. Near-miss: `actors/a-arden-mentions.md`.
_PART = re.compile(
    r"(?P<folder>actors|chronology|comparisons|sources) / (?P<stem>.+?) -- (?P<name>[a-z0-9-]+) \.md",
    re.VERBOSE,
)
# Match: `number-2014-05-17`, `2010s`, `without-a-date`. Near-miss: `number`, `201`.
_DATED = re.compile(
    r"""
    (?: (?P<of> [a-z]+ (?: -[a-z]+ )*? ) - )??
    (?: (?P<undated> without-a-date )
      | (?P<decade> \d{3} )
        (?: 0s | (?P<year> \d ) (?: - (?P<month> \d\d | no-month ) (?: - (?P<day> \d\d | no-day ) )? )? )
    )
    """,
    re.VERBOSE,
)
# Match: `2014-05-17-page-2`. Near-miss: `page-2`.
_PAGED = re.compile(r"(?P<whole>.+)-page-\d+")


@dataclass(frozen=True, slots=True)
class Part(Generic[Item]):
    """A part of a list: all that is in it, and the parts into which it is divided, if it is too long."""

    name: str
    items: tuple[Item, ...]
    parts: tuple[Part[Item], ...] = ()

    def all(self) -> Iterator[Part[Item]]:
        """It and every part in it."""
        yield self
        for part in self.parts:
            yield from part.all()


def page_of(owner: str, block: str, name: str) -> str:
    """The path of a part of a block of a page.

    >>> page_of("actors/a-arden.md", "mentions", "2010s"), page_of("sources/index.md", "year", "2014")
    ('actors/a-arden--mentions-2010s.md', 'sources/year--2014.md')
    """
    folder, _, stem = owner.removesuffix(".md").rpartition("/")
    return f"{folder}/{block}--{name}.md" if stem == "index" else f"{folder}/{stem}--{block}-{name}.md"


def owner_of(path: str) -> str:
    """The page of whose list a page is a part; empty for all other pages.

    >>> owner_of("actors/a-arden--mentions-2010s.md"), owner_of("actors/letter--m.md")
    ('actors/a-arden.md', 'actors/index.md')
    >>> owner_of("chronology/year-2031.md"), owner_of("actors/a-arden.md")
    ('chronology/index.md', '')
    """
    if is_chronology_part(path):
        return "chronology/index.md"
    found = _PART.fullmatch(path)
    if found is None:
        return ""
    folder, stem = found["folder"], found["stem"]
    if _LISTS.get(stem) == f"{folder}/index.md":
        return f"{folder}/index.md"
    return f"{folder}/{stem}.md" if found["name"].startswith(tuple(f"{one}-" for one in _BLOCKS)) else ""


def known(paths: Iterable[str]) -> Mapping[tuple[str, str], frozenset[str]]:
    """By a page and a block of it, the names of the parts that have a page already.

    >>> known(["actors/arden--mentions-2010s.md", "actors/arden.md"])
    {('actors/arden.md', 'mentions'): frozenset({'2010s'})}
    >>> known(["sources/year--2014.md"])
    {('sources/index.md', 'year'): frozenset({'2014'})}
    """
    found: dict[tuple[str, str], set[str]] = {}
    for path in paths:
        match, owner = _PART.fullmatch(path), owner_of(path)
        if match and owner.endswith("/index.md"):
            found.setdefault((owner, match["stem"]), set()).add(match["name"])
        elif match and owner:
            block, _, name = match["name"].partition("-")
            found.setdefault((owner, block), set()).add(name)
    return {key: frozenset(names) for key, names in found.items()}


def dated(when: str, of: str = "") -> str:
    """The name of the smallest part in which something of a date may stand: that of its first day.

    >>> dated("2014-05-17"), dated("2014/2016"), dated("", "number")
    ('2014-05-17', '2014-no-month', 'number-without-a-date')
    """
    before = f"{of}-" if of else ""
    bounds = edtf.bounds(when) if when else None
    if bounds is None:
        return before + UNDATED
    first, last = bounds
    day = last if first == date.min else first
    if (first.year, first.month) != (last.year, last.month):
        return f"{before}{day.year:04}-no-month"
    return f"{before}{day.year:04}-{day.month:02}-{f'{day.day:02}' if first == last else 'no-day'}"


def lettered(name: str) -> str:
    """The name of the smallest part in which a name may stand: of its first two letters.

    >>> lettered("Ärden"), lettered("7 Days"), lettered("O")
    ('ar', 'other', 'oo')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    first = next((one for one in plain if one.isalnum()), "")
    if not "a" <= first <= "z":
        return OTHER
    letters = "".join(one for one in plain if "a" <= one <= "z")
    return (letters if len(letters) > 1 else letters * 2)[:2]


def way(name: str, *, decades: bool = False) -> tuple[str, ...]:
    """The way to a part, from the coarsest part in which it is.

    >>> way("number-2014-05"), way("2014", decades=True), way("ar"), way("other")
    (('number', 'number-2014', 'number-2014-05'), ('2010s', '2014'), ('a', 'ar'), ('other',))
    """
    paged = _PAGED.fullmatch(name)
    if paged:
        return (*way(paged["whole"], decades=decades), name)
    found = _DATED.fullmatch(name)
    if found is None:
        return (name[0], name) if len(name) == 2 else (name,)
    before = f"{found['of']}-" if found["of"] else ""
    names = [found["of"]] if before else []
    if found["undated"]:
        return (*names, name)
    names += [f"{before}{found['decade']}0s"] if decades or not found["year"] else []
    names += [f"{before}{found['decade']}{found['year']}"] if found["year"] else []
    names += [f"{names[-1]}-{found['month']}"] if found["month"] else []
    names += [f"{names[-1]}-{found['day']}"] if found["day"] else []
    return tuple(names)


def divided(
    items: Sequence[Item],
    named: Callable[[Item], str],
    most: int,
    there: Collection[str] = (),
    *,
    decades: bool = False,
) -> tuple[Part[Item], ...]:
    """The parts of a list, none with more than `most` items unless it is divided itself.

    `named` gives the smallest part in which an item may stand; `there` are the names of parts that have a
    page already: they stay, if with nothing in them, and what is divided once stays divided.
    """
    ways: list[_Way[Item]] = [(way(named(item), decades=decades), (item,)) for item in items]
    ways += [(way(name, decades=decades), ()) for name in sorted(there)]
    return tuple(_level(ways, 0, most))


_Way = tuple[tuple[str, ...], tuple[Item, ...]]


def _level(ways: Sequence[_Way[Item]], level: int, most: int) -> Iterator[Part[Item]]:
    """One part for each name of this level; those that are too long, or were once, with their own."""
    groups: dict[str, list[_Way[Item]]] = {}
    for one in ways:
        groups.setdefault(one[0][level], []).append(one)
    for name in sorted(groups, key=lambda one: (one.endswith((UNDATED, OTHER)), one)):
        inside = groups[name]
        held = tuple(item for _, items in inside for item in items)
        deeper = [one for one in inside if len(one[0]) > level + 1]
        was_divided = any(not items for _, items in deeper)
        if len(held) <= most and not was_divided:
            yield Part(name, held)
        elif sum(len(items) for _, items in deeper) == len(held) and not _is_paged(deeper[0][0][level + 1]):
            yield Part(name, held, tuple(_level(deeper, level + 1, most)))
        else:
            yield Part(name, held, _pages(name, held, most, deeper))


def _pages(
    name: str, items: tuple[Item, ...], most: int, there: Sequence[_Way[Item]]
) -> tuple[Part[Item], ...]:
    """Where no name tells items apart, they are counted."""
    count = max(1, -(-len(items) // most), len(there))
    return tuple(Part(f"{name}-page-{at + 1}", items[at * most : (at + 1) * most]) for at in range(count))


def _is_paged(name: str) -> bool:
    return _PAGED.fullmatch(name) is not None
