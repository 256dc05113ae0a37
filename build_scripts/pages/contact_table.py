"""Pages: some contacts in, the table that lists them out."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import edtf, escape
from build_scripts.models import Contact, State, Status
from build_scripts.pages import claims, markdown, wording
from build_scripts.pages.lookup import Lookup

_STATUS = {
    Status.PLANNED: "announced or expected, not reported as held",
    Status.CANCELLED: "called off",
    Status.DENIED: "denied",
}


def rows(contacts: Iterable[Contact], page: str, lookup: Lookup) -> str:
    """When, what, where, and one passage of each source that gives it so."""
    return markdown.table(
        ("When", "Contact", "Where", "Evidence"),
        (
            (
                edtf.in_words(one.date) if one.date else "no date given",
                _what(one, page, lookup),
                escape.cell(one.place) if one.place else "not stated",
                claims.cited(claims.main(one, lookup)),
            )
            for one in contacts
        ),
    )


def _what(contact: Contact, page: str, lookup: Lookup) -> str:
    # A drafted title names the kind already; a person's may not.
    notes = [] if contact.kind.value in contact.title.casefold() else [contact.kind.value]
    if contact.repeated:
        notes.append("more than once")
    if contact.status in _STATUS:
        notes.append(_STATUS[contact.status])
    if contact.state is State.DRAFTED:
        notes.append("drafted")
    title = markdown.link(
        wording.without_date(contact.title, contact.date), lookup.contact_path(contact), page
    )
    return f"{title} ({', '.join(notes)})" if notes else title
