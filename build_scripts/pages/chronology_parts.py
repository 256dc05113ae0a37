"""Pages: all contacts in; a long chronology, one page a year, and the lists that lead to these, out.

Where there are few contacts, nothing is split: one page answers most questions. Where a year has too many for
one page, its months have one each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from build_scripts import naming
from build_scripts.models import Contact, PagePlan, State, Status
from build_scripts.pages import contact_table, drafts, long_lists, markdown, state, wording
from build_scripts.pages.keys import Keys
from build_scripts.pages.lookup import CHRONOLOGY, Lookup
from build_scripts.parts import UNDATED, dated, divided
from build_scripts.parts import Part as Division

MOST_ON_ONE_PAGE = 200
FOLDER, YEAR = "chronology/", "year-"
NOT_HELD = "not-held"
_NAMES = {NOT_HELD: "not held"}
_TITLES = {UNDATED: "Contacts without a date", NOT_HELD: "Contacts not reported as held"}
_OTHERS = frozenset(map(naming.chronology_part, _TITLES))


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a long chronology."""

    path: str
    name: str
    title: str
    contacts: tuple[Contact, ...]
    inner: tuple[Part, ...] = ()
    """The pages over which it is spread."""


_Levels = Sequence[Sequence[Part]]


def is_split(lookup: Lookup) -> bool:
    """Whether there is a page for each year; once there is one, its address stays."""
    return len(lookup.contacts) > MOST_ON_ONE_PAGE or any(
        naming.is_chronology_part(path) for path in lookup.briefing.paths
    )


def write(lookup: Lookup, keys: Keys) -> tuple[PagePlan, ...]:
    """The page of each year that a contact begins in, of contacts without a date, and of those not held."""
    if not is_split(lookup):
        return ()
    all_parts = parts(lookup)
    pages: list[tuple[Part, _Levels]] = [(part, (all_parts,)) for part in all_parts]
    pages += ((one, (all_parts, part.inner)) for part in all_parts for one in part.inner)
    return tuple(
        plan
        for part, levels in pages
        for plan in keys.standing.plans(
            partial(_key, part, levels, keys), partial(_plans, part, levels, lookup)
        )
    )


def _key(part: Part, levels: _Levels, keys: Keys) -> str:
    """Stands for all that the page of a part tells."""
    ways = (f"{one.path} {one.name}" for level in levels for one in level)
    inner = (f"{one.path} {one.name} {len(one.contacts)}" for one in part.inner)
    head = (part.path, part.title, str(len(levels)), *ways, "inner", *inner)
    return keys.of_list(head, () if part.inner else map(keys.listed, part.contacts))


def parts(lookup: Lookup) -> tuple[Part, ...]:
    """Years in their order, then what has none; pages that were there before stay, if with an empty list."""
    names = [path[len(FOLDER) : -3] for path in lookup.briefing.paths if naming.is_chronology_part(path)]
    years = {name.removeprefix(YEAR) for name in names if name.startswith(YEAR)}
    found = divided(
        [one for one in lookup.contacts if _name(one).startswith(YEAR)],
        lambda one: _name(one).removeprefix(YEAR),
        MOST_ON_ONE_PAGE,
        years,
    )
    others = divided(
        [one for one in lookup.contacts if not _name(one).startswith(YEAR)],
        _name,
        MOST_ON_ONE_PAGE,
        {name for name in names if not name.startswith(YEAR)},
    )
    ordered = sorted(others, key=lambda one: one.name == NOT_HELD)
    return (*(_part(one, YEAR) for one in found), *(_part(one, "") for one in ordered))


def _part(found: Division[Contact], before: str) -> Part:
    path = naming.chronology_part(before + found.name)
    inner = tuple(_part(one, before) for one in found.parts)
    name = long_lists.in_words(found.name, _NAMES)
    return Part(path, name, _TITLES.get(found.name) or f"Contacts of {name}", found.items, inner)


def index(lookup: Lookup, whose: str) -> Mapping[str, str]:
    """The blocks of the chronology's own page: what leads to its parts; `whose` contacts it is about."""
    found = parts(lookup)
    years = [part for part in found if part.path not in _OTHERS]
    drafted = sum(one.state is State.DRAFTED for part in years for one in part.contacts)
    waiting = f"; {wording.counted(drafted, 'is', 'are')} drafted and not yet reviewed" if drafted else ""
    total = sum(len(part.contacts) for part in years)
    has_focus = bool(lookup.briefing.config.focus)
    columns = ("Year", "Contacts", *((f"Contacts{whose}",) if has_focus else ()))
    rows = (
        (
            markdown.link(part.name, part.path, CHRONOLOGY),
            str(len(part.contacts)),
            *((str(sum(map(lookup.has_focus, part.contacts))),) if has_focus else ()),
        )
        for part in years
    )
    others = {part.path: part for part in found if part.path in _OTHERS}
    return {
        "contacts": markdown.sections(
            markdown.heading(2, "Dated contacts, year by year", "contacts"),
            f"{wording.sentence(wording.counted(total, 'contact'))}, each in the year in which it begins"
            f'{waiting}.\n{{ .all-years data-moved="chronology/index" }}',
            markdown.table(columns, rows) if years else "",
        ),
        "others": "",
        "undated": _lead(others.get(naming.chronology_part(UNDATED)), "undated"),
        "not-held": _lead(others.get(naming.chronology_part(NOT_HELD)), "not-held"),
    }


def _lead(part: Part | None, anchor: str) -> str:
    if part is None:
        return ""
    told = wording.sentence(wording.counted(len(part.contacts), "contact"))
    link = markdown.link(told, part.path, CHRONOLOGY)
    return markdown.sections(markdown.heading(2, part.title, anchor), f"{link}, with the evidence.")


def _plans(part: Part, levels: _Levels, lookup: Lookup) -> Iterator[PagePlan]:
    table = contact_table.rows(part.contacts, part.path, lookup) if part.contacts else "None."
    blocks = {
        "years": _years(part, levels),
        "contacts": _within(part) if part.inner else table,
        "scope": state.scope(lookup),
    }
    told = f"{part.title}, each with its date as precisely as the sources give it, and its evidence."
    yield PagePlan(part.path, blocks, drafts.page(part.title, told), top=("years",))


def _years(part: Part, levels: _Levels) -> str:
    """The other parts, in one line for each level; this one is not a link."""
    lines = [" · ".join(_named(other, part) for other in level) for level in levels]
    whole = markdown.link("Filter all years", f"{CHRONOLOGY}#contacts", part.path)
    return "\n\n".join([f"{lines[0]} · {whole}", *lines[1:]])


def _named(other: Part, part: Part) -> str:
    if other is part:
        return f"**{markdown.inline(other.name)}**"
    return markdown.link(other.name, other.path, part.path)


def _within(part: Part) -> str:
    """The parts of a year that is too long for one page."""
    rows = ((markdown.link(one.name, one.path, part.path), str(len(one.contacts))) for one in part.inner)
    return markdown.table(("Month", "Contacts"), rows)


def _name(contact: Contact) -> str:
    """The smallest part in which a contact may stand."""
    if contact.status is not Status.HAPPENED:
        return NOT_HELD
    name = dated(contact.date)
    if name == UNDATED:
        return name
    year, _, month = name.partition("-")
    return f"{YEAR}{year}-{month if month == 'no-month' else month[:2]}"
