"""Compare: a contact and its page in, the contact with what people decided out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Contact, ContactKind, ContactPage, Passage, State, Status


def span_of(passage: Passage, words: str) -> tuple[int, int, str]:
    at = passage.text.find(words)
    if not words or at < 0:
        return passage.start, passage.end, passage.text
    return passage.start + at, passage.start + at + len(words), words


def is_dismissed(page: ContactPage | None) -> bool:
    return page is not None and bool(page.dismissed)


def overridden(contact: Contact, page: ContactPage) -> Contact:
    """What the page sets, if it says why; what the articles give stays in `found_…` and the evidence."""
    if not page.why:
        return contact
    return replace(
        contact,
        date=page.date or contact.date,
        kind=ContactKind(page.kind) if page.kind else contact.kind,
        status=Status(page.status) if page.status else contact.status,
        place=page.place or contact.place,
        participants=tuple(sorted(page.participants)) if page.participants else contact.participants,
    )


def state_of(page: ContactPage, code: str) -> State:
    if page.reviewed is None:
        return State.DRAFTED
    return State.CHANGED if page.reviewed.evidence and page.reviewed.evidence != code else State.REVIEWED
