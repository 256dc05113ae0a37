"""Pages: some contacts in, the table that lists them out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import edtf, escape
from build_scripts.models import Contact, State, Status
from build_scripts.pages import claims, contact_facts, markdown, wording
from build_scripts.pages.lookup import Lookup

_STATUS = {
    Status.PLANNED: "announced or expected, not reported as held",
    Status.CANCELLED: "called off",
    Status.DENIED: "denied",
}
_REPEATED = "repeatedly"
"""The word by which the title of a drafted contact says that it took place more than once."""


def rows(contacts: Sequence[Contact], page: str, lookup: Lookup, most: int = markdown.MOST_CITED) -> str:
    """When, what, where, and one passage of each source; no column for dates where none is given."""
    dated = any(one.date for one in contacts)
    columns = ("When", "Contact", "Where", "Evidence")
    return markdown.table(
        columns if dated else columns[1:],
        (
            (
                *((edtf.in_words(one.date) if one.date else "no date given",) if dated else ()),
                _what(one, page, lookup),
                escape.cell(one.place) if one.place else "not stated",
                _evidence(one, lookup, most),
            )
            for one in contacts
        ),
    )


def _what(contact: Contact, page: str, lookup: Lookup) -> str:
    # A drafted title names the kind already; a person's may not.
    title = contact.title.casefold()
    notes = [] if contact.kind.value in title else [contact.kind.value]
    if contact.repeated and _REPEATED not in title:
        notes.append("more than once")
    if contact.status in _STATUS:
        notes.append(_STATUS[contact.status])
    if contact.state is State.DRAFTED:
        notes.append("drafted")
    link = markdown.link(
        wording.without_date(contact.title, contact.date), lookup.contact_path(contact), page
    )
    return f"{link} ({', '.join(notes)})" if notes else link


def _evidence(contact: Contact, lookup: Lookup, most: int) -> str:
    """What one article reports and others only announce is told apart: the chips alone would not say so."""
    told = dict(claims.by_status(contact, lookup))
    own = claims.main(contact, lookup)
    there = {piece.source for piece in own}
    others = {
        status: [piece for piece in pieces if piece.source not in there]
        for status, pieces in told.items()
        if status is not contact.status
    }
    if contact.status not in told or not any(others.values()):
        return claims.cited(own, most)
    parts = [f"{contact_facts.status_in_words(contact, contact.status, lookup)}: {claims.cited(own, most)}"]
    parts += [
        f"only {contact_facts.STATUS[status]}: {claims.cited(pieces, most)}"
        for status, pieces in others.items()
        if pieces
    ]
    return "; ".join(parts)
