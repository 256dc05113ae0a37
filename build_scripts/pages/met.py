"""Pages: held contacts in, who met whom out: those of one side against those of the other, with dates.

A table, and not a drawing: it is read aloud, its dates are links, and on a phone each row becomes a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from build_scripts import edtf
from build_scripts.models import ActorKind, Contact, ContactKind
from build_scripts.pages import markdown, wording
from build_scripts.pages.lookup import CHRONOLOGY, Lookup
from build_scripts.pages.timeline_marks import short_date

MOST_COLUMNS = 7
"""More would not fit beside one another; what they hold is joined into one."""
MOST_ROWS = 60
MOST_DATES = 24
"""Dates in one cell; the chronology has all of them."""
NOBODY = "no one named"
OTHERS = "others"

_Cells = dict[tuple[str, str], list[Contact]]


def write(page: str, lookup: Lookup) -> str:
    """The table with its heading; nothing where no contact between two sides is settled."""
    sides = lookup.briefing.config.contacts
    cells = _cells(lookup, sides) if len(sides) == 2 else {}
    if not cells:
        return ""
    across = _by_weight({column for _, column in cells}, cells, 1, lookup)
    down = _by_weight({row for row, _ in cells}, cells, 0, lookup)
    kept = across if len(across) <= MOST_COLUMNS else [*across[: MOST_COLUMNS - 1], OTHERS]
    folded = _folded(cells, kept)
    first = down if len(down) <= MOST_ROWS else down[:MOST_ROWS]
    rows = [
        (_name(row, page, lookup), *(_dates(folded.get((row, one), ()), page, lookup) for one in kept))
        for row in first
    ]
    names = [lookup.briefing.config.sides.get(side, side) for side in sides]
    heads = (markdown.inline(names[0]), *(_name(column, page, lookup) for column in kept))
    return markdown.sections(
        markdown.heading(2, "Who met whom", "met"),
        f"In the rows {markdown.inline(names[0])}, in the columns {markdown.inline(names[1])}: visits, "
        "meetings, calls and conferences that are reported as held and that a person has checked. A date "
        "says that both are named in one contact, not that the two spoke; it leads to the evidence.",
        markdown.table(heads, rows),
        f"{len(down) - MOST_ROWS} more have fewer contacts; their own pages list them."
        if len(first) < len(down)
        else "",
        _left_out(page, lookup),
    )


def _cells(lookup: Lookup, sides: Sequence[str]) -> _Cells:
    """By a participant of each side, the contacts that they had; where a side is not named, nobody."""
    found: _Cells = defaultdict(list)
    for contact in _held(lookup):
        ours, theirs = (_there(contact, side, lookup) for side in sides)
        if ours:
            for pair in ((one, other) for one in ours for other in theirs or (NOBODY,)):
                found[pair].append(contact)
    return dict(found)


def _held(lookup: Lookup) -> list[Contact]:
    """Words that are only addressed to somebody bring nobody together."""
    return [one for one in lookup.settled if one.kind not in (ContactKind.STATEMENT, ContactKind.INVITATION)]


def _there(contact: Contact, side: str, lookup: Lookup) -> tuple[str, ...]:
    """Who took part for a side: an organisation stands for itself only where none of its people is named."""
    names = [name for name in contact.participants if lookup.side_of(name) == side]
    people = [name for name in names if lookup.actor[name].kind is ActorKind.PERSON]
    named = {one for name in people for one in lookup.memberships(name)}
    return tuple(name for name in names if name in people or name not in named)


def _by_weight(names: set[str], cells: _Cells, at: int, lookup: Lookup) -> list[str]:
    """Persons first, then those with most contacts; nobody comes last."""
    contacts: dict[str, set[str]] = defaultdict(set)
    for pair, found in cells.items():
        contacts[pair[at]].update(one.id for one in found)
    count = {name: len(contacts[name]) for name in names}

    def key(name: str) -> tuple[bool, bool, int, tuple[bool, str]]:
        actor = lookup.actor.get(name)
        is_person = actor is not None and actor.kind is ActorKind.PERSON
        return name == NOBODY, not is_person, -count[name], lookup.rank(name)

    return sorted(names, key=key)


def _folded(cells: _Cells, kept: Sequence[str]) -> dict[tuple[str, str], list[tuple[Contact, str]]]:
    """The contacts of each cell; in the column of all others, with the name of whom they were with."""
    found: dict[tuple[str, str], list[tuple[Contact, str]]] = defaultdict(list)
    for (row, column), contacts in cells.items():
        is_kept = column in kept
        found[row, column if is_kept else OTHERS] += [(one, "" if is_kept else column) for one in contacts]
    return found


def _dates(found: Sequence[tuple[Contact, str]], page: str, lookup: Lookup) -> str:
    ordered = sorted(found, key=lambda pair: (edtf.sort_key(pair[0].date), pair[0].id, pair[1]))
    parts = []
    for contact, other in ordered if len(ordered) <= MOST_DATES else ordered[:MOST_DATES]:
        when = short_date(contact.date) if contact.date else "no date"
        when = f"{when}, call" if contact.kind is ContactKind.CALL else when
        told = f" ({_name(other, page, lookup)})" if other else ""
        parts.append(f"{markdown.link(when, lookup.contact_path(contact), page)}{told}")
    left = len(ordered) - len(parts)
    return ", ".join([*parts, *([markdown.link(f"{left} more", CHRONOLOGY, page)] if left else ())])


def _name(name: str, page: str, lookup: Lookup) -> str:
    actor = lookup.actor.get(name)
    if actor is None:
        return name
    return markdown.link(actor.name, actor.page, page) if actor.has_page else markdown.inline(actor.name)


def _left_out(page: str, lookup: Lookup) -> str:
    """Contacts in which only the other side is named have no row."""
    first = lookup.briefing.config.contacts[0]
    without = [one for one in _held(lookup) if not _there(one, first, lookup)]
    if not without:
        return ""
    told = wording.sentence(wording.counted(len(without), "such contact"))
    verb = "names" if len(without) == 1 else "name"
    side = markdown.inline(lookup.briefing.config.sides.get(first, first))
    return f"{told} {verb} nobody of {side}: {markdown.link('all contacts', CHRONOLOGY, page)}."
