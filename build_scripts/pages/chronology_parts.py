"""Pages: all contacts in; a long chronology, one page a year, and the lists that lead to these, out.

Where there are few contacts, nothing is split: one page answers most questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from build_scripts import edtf, naming
from build_scripts.models import Contact, PagePlan, State, Status
from build_scripts.pages import contact_table, drafts, markdown, state, wording
from build_scripts.pages.lookup import CHRONOLOGY, Lookup

MOST_ON_ONE_PAGE = 200
WITHOUT_DATE = naming.chronology_part("without-a-date")
NOT_HELD = naming.chronology_part("not-held")
_TITLES = {WITHOUT_DATE: "Contacts without a date", NOT_HELD: "Contacts not reported as held"}


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a long chronology."""

    path: str
    name: str
    title: str
    contacts: tuple[Contact, ...]


def is_split(lookup: Lookup) -> bool:
    """Whether there is a page for each year; once there is one, its address stays."""
    return len(lookup.contacts) > MOST_ON_ONE_PAGE or any(
        naming.is_chronology_part(path) for path in lookup.briefing.paths
    )


def write(lookup: Lookup) -> tuple[PagePlan, ...]:
    """The page of each year that a contact begins in, of contacts without a date, and of those not held."""
    if not is_split(lookup):
        return ()
    all_parts = parts(lookup)
    return tuple(_plan(part, all_parts, lookup) for part in all_parts)


def parts(lookup: Lookup) -> tuple[Part, ...]:
    """Years in their order, then what has none; pages that were there before stay, if with an empty list."""
    there: dict[str, list[Contact]] = {
        path: [] for path in lookup.briefing.paths if naming.is_chronology_part(path)
    }
    for contact in lookup.contacts:
        there.setdefault(_path(contact), []).append(contact)
    ordered = sorted(there, key=lambda path: (path in _TITLES, path == NOT_HELD, path))
    return tuple(Part(path, _name(path), _title(path), tuple(there[path])) for path in ordered)


def index(lookup: Lookup, whose: str) -> Mapping[str, str]:
    """The blocks of the chronology's own page: what leads to its parts; `whose` contacts it is about."""
    found = parts(lookup)
    years = [part for part in found if part.path not in _TITLES]
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
    others = {part.path: part for part in found if part.path in _TITLES}
    return {
        "contacts": markdown.sections(
            markdown.heading(2, "Dated contacts, year by year", "contacts"),
            f"{wording.sentence(wording.counted(total, 'contact'))}, each in the year in which it begins"
            f'{waiting}.\n{{ .all-years data-moved="chronology/index" }}',
            markdown.table(columns, rows) if years else "",
        ),
        "others": "",
        "undated": _lead(others.get(WITHOUT_DATE), "undated"),
        "not-held": _lead(others.get(NOT_HELD), "not-held"),
    }


def _lead(part: Part | None, anchor: str) -> str:
    if part is None:
        return ""
    told = wording.sentence(wording.counted(len(part.contacts), "contact"))
    link = markdown.link(told, part.path, CHRONOLOGY)
    return markdown.sections(markdown.heading(2, part.title, anchor), f"{link}, with the evidence.")


def _plan(part: Part, all_parts: Sequence[Part], lookup: Lookup) -> PagePlan:
    table = contact_table.rows(part.contacts, part.path, lookup) if part.contacts else "None."
    blocks = {"years": _years(part, all_parts), "contacts": table, "scope": state.scope(lookup)}
    told = f"{part.title}, each with its date as precisely as the sources give it, and its evidence."
    return PagePlan(part.path, blocks, drafts.page(part.title, told), top=("years",))


def _years(part: Part, all_parts: Sequence[Part]) -> str:
    """The other parts, in one line; this one is not a link."""
    named = (
        f"**{markdown.inline(other.name)}**"
        if other is part
        else markdown.link(other.name, other.path, part.path)
        for other in all_parts
    )
    whole = markdown.link("Filter all years", f"{CHRONOLOGY}#contacts", part.path)
    return f"{' · '.join(named)} · {whole}"


def _path(contact: Contact) -> str:
    if contact.status is not Status.HAPPENED:
        return NOT_HELD
    bounds = edtf.bounds(contact.date) if contact.date else None
    if bounds is None:
        return WITHOUT_DATE
    first, last = bounds
    return naming.chronology_part(f"year-{(last if first == date.min else first).year:04}")


def _name(path: str) -> str:
    if path in _TITLES:
        return {WITHOUT_DATE: "without a date", NOT_HELD: "not held"}[path]
    return path.removesuffix(".md").rpartition("-")[2].lstrip("0")


def _title(path: str) -> str:
    return _TITLES.get(path) or f"Contacts of {_name(path)}"
