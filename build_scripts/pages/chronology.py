"""Pages: all contacts in, the chronology's index out: the preset list first, then all the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts import edtf
from build_scripts.models import Contact, PagePlan, State, Status
from build_scripts.pages import chronology_parts, contact_table, drafts, markdown, state, timeline, wording
from build_scripts.pages.lookup import CHRONOLOGY, Lookup


def write(lookup: Lookup) -> PagePlan:
    lists = (
        chronology_parts.index(lookup, _with_whom(lookup))
        if chronology_parts.is_split(lookup)
        else _lists(lookup)
    )
    blocks = {"timeline": picture(CHRONOLOGY, lookup), **lists, "scope": state.scope(lookup)}
    told = "Every contact, with its date as precisely as the sources give it, and its evidence."
    return PagePlan(CHRONOLOGY, blocks, drafts.page("Chronology of contacts", told), top=("timeline",))


def _lists(lookup: Lookup) -> Mapping[str, str]:
    """Every contact on one page: the preset list, then all others."""
    held = [one for one in lookup.contacts if one.status is Status.HAPPENED]
    dated = [one for one in held if one.date]
    focus = [one for one in dated if lookup.has_focus(one)]
    return {
        "contacts": _contacts(focus, lookup),
        "others": _section(
            "Other dated contacts", "others", [one for one in dated if one not in focus], lookup
        ),
        "undated": _section(
            "Contacts without a date", "undated", [one for one in held if not one.date], lookup
        ),
        "not-held": _not_held(lookup),
    }


def picture(page: str, lookup: Lookup) -> str:
    """The timeline with what it leaves out; a sentence where there is nothing to draw."""
    drawn = timeline.drawn(lookup)
    if not drawn:
        return markdown.sections(
            markdown.heading(2, "Timeline", "timeline"),
            "Nothing is drawn yet: only dated contacts that a person has reviewed stand in the picture.",
        )
    span = timeline.years(drawn)
    if timeline.is_too_long(drawn):
        return markdown.sections(
            markdown.heading(2, f"Contacts, {span}", "timeline"),
            f"{len(drawn)} reviewed contacts{_with_whom(lookup)}: more than one picture can show.",
            markdown.link("All contacts with their evidence", CHRONOLOGY, page) if page != CHRONOLOGY else "",
        )
    undated = [one for one in lookup.settled if not one.date and lookup.has_focus(one)]
    waiting = [one for one in lookup.contacts if one.state is State.DRAFTED and one.status is Status.HAPPENED]
    notes = [f"Contacts{_with_whom(lookup)}, drawn to scale, no more precisely than the sources give a date."]
    if undated:
        told = f"{wording.sentence(wording.counted(len(undated), 'contact'))} without a date"
        target = f"{CHRONOLOGY}#undated"
        notes.append(f"{markdown.link(told, target, page)} {_have(undated)} no place on the scale.")
    if waiting:
        told = wording.counted(len(waiting), "contact")
        notes.append(f"{wording.sentence(told)} not yet reviewed {_are(waiting)} left out.")
    return markdown.sections(
        markdown.heading(2, f"Contacts, {span}", "timeline"),
        f"![Contacts by date, {span}]({markdown.address('data/timeline.svg', page)})",
        " ".join(notes),
        markdown.link("All contacts with their evidence", CHRONOLOGY, page) if page != CHRONOLOGY else "",
    )


def _contacts(focus: Sequence[Contact], lookup: Lookup) -> str:
    drafted = sum(one.state is State.DRAFTED for one in focus)
    waiting = f"; {wording.counted(drafted, 'is', 'are')} drafted and not yet reviewed" if drafted else ""
    return markdown.sections(
        markdown.heading(2, "Dated contacts", "contacts"),
        f"{wording.sentence(wording.counted(len(focus), 'contact'))}{_with_whom(lookup)}{waiting}.",
        contact_table.rows(focus, CHRONOLOGY, lookup) if focus else "",
    )


def _with_whom(lookup: Lookup) -> str:
    """Whose contacts the preset list shows."""
    names = [
        markdown.inline(lookup.actor[name].name) if name in lookup.actor else markdown.inline(name)
        for name in lookup.briefing.config.focus
    ]
    return f" in which {wording.listed(names)} or a member takes part" if names else ""


def _section(title: str, anchor: str, contacts: Sequence[Contact], lookup: Lookup) -> str:
    """A list that holds nothing is no section: its heading would only be in the way."""
    if not contacts:
        return ""
    table = contact_table.rows(contacts, CHRONOLOGY, lookup)
    return markdown.sections(markdown.heading(2, title, anchor), table)


def _not_held(lookup: Lookup) -> str:
    found = [one for one in lookup.contacts if one.status is not Status.HAPPENED]
    return markdown.sections(
        markdown.heading(2, "Not reported as held", "not-held"),
        "Announced, called off or denied: no source reports that these took place." if found else "",
        contact_table.rows(
            sorted(found, key=lambda one: (edtf.sort_key(one.date), one.id)), CHRONOLOGY, lookup
        )
        if found
        else "None.",
    )


def _have(contacts: Sequence[Contact]) -> str:
    return "has" if len(contacts) == 1 else "have"


def _are(contacts: Sequence[Contact]) -> str:
    return "is" if len(contacts) == 1 else "are"
