"""Read: the page of a contact in; what people decided about it, and how to find it again, out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from build_scripts.models import ContactKind, ContactPage, Page, Status
from build_scripts.read.fields import Fields
from build_scripts.read.front import RECORD, Role, citations_of, record_id, refuse_unknown_actors, review_of
from build_scripts.read.merging import check_merges

OVERRIDES = ("date", "kind", "participants", "place", "status", "merge_into")
CLEARABLE = ("date", "participants", "place")
KEYS = (*RECORD, *OVERRIDES, "why", "contact", "anchors", "found", "dismissed", "added")


def read_contact(page: Page, fields: Fields, known: Collection[str]) -> ContactPage:
    """The contact that a page records; `known` are the ids of actors.

    What people decided stands in the front matter itself or, together, under `contact`.
    """
    fields.refuse_unknown(KEYS)
    fields.texts("formerly")
    given = _decided(fields)
    participants = given.texts("participants")
    refuse_unknown_actors(given, "participants", participants, known)
    found = fields.mapping("found") or Fields({}, fields.lines, fields.file, fields.faults, "found")
    found.refuse_unknown(("date", "participants"))
    contact = ContactPage(
        id=record_id(page, fields),
        title=fields.required("title", "title: A. Arden visits Northland"),
        page=page.path,
        anchors=citations_of(fields, "anchors"),
        date=given.date("date"),
        kind=given.choice("kind", ContactKind) or "",
        participants=participants,
        place=given.text("place"),
        status=given.choice("status", Status) or "",
        merge_into=given.text("merge_into"),
        why=given.text("why"),
        dismissed=_dismissed(fields),
        added=fields.flag("added"),
        reviewed=review_of(fields),
        found_date=found.date("date"),
        found_participants=found.texts("participants"),
        cleared=_cleared(given),
    )
    _check_why(contact, given)
    return contact


def check_contact_merges(contacts: Sequence[ContactPage], fields: Mapping[str, Fields]) -> None:
    """What is merged goes into another contact that has a page, and not round in a circle."""
    decided = {contact.page: _decided(fields[contact.page]) for contact in contacts}
    check_merges(contacts, decided, Role.CONTACT)


def _decided(fields: Fields) -> Fields:
    nested = fields.mapping("contact")
    if nested is None:
        return fields
    nested.refuse_unknown((*OVERRIDES, "why"))
    for key in (*OVERRIDES, "why"):
        if key in fields.values:
            mend = "Keep all of it under `contact:`, or none."
            fields.fault(key, f"{key} stands outside contact", mend)
    return nested


def _dismissed(fields: Fields) -> str:
    if "dismissed" not in fields.values:
        return ""
    return fields.required("dismissed", "dismissed: the article speaks of another meeting")


def _cleared(given: Fields) -> tuple[str, ...]:
    """What is given as empty (`place: ""`): the sources say something, and it does not hold."""
    return tuple(key for key in CLEARABLE if key in given.values and given.values[key] in ("", []))


def _check_why(contact: ContactPage, given: Fields) -> None:
    """Who overrides what the sources give says why; a contact that an editor added overrides nothing."""
    overridden = [key for key in OVERRIDES if getattr(contact, key) or key in contact.cleared]
    if overridden and not contact.why and not contact.added:
        mend = "Add a line `why: …` that readers can follow; what the sources say stays visible beside it."
        given.fault(overridden[0], f"{overridden[0]} without why", mend)
    if contact.added:
        for key, example in (
            ("kind", "kind: meeting"),
            ("participants", "participants: [a-arden, northland]"),
        ):
            if not getattr(contact, key):
                given.fault("", f"a contact that is added needs {key}", f"Add a line: {example}")
