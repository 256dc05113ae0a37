"""Compare: a contact and its page in, the contact with what people decided out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from build_scripts.compare.contact_claims import Standing, participant_claim
from build_scripts.models import Claim, ClaimKind, Contact, ContactKind, ContactPage, Passage, State, Status

Mentions = Mapping[tuple[str, str], Collection[str]]
"""Who is named in a passage, by source and passage."""


def span_of(passage: Passage, words: str) -> tuple[int, int, str]:
    at = passage.text.find(words)
    if not words or at < 0:
        return passage.start, passage.end, passage.text
    return passage.start + at, passage.start + at + len(words), words


def is_dismissed(page: ContactPage | None) -> bool:
    return page is not None and bool(page.dismissed)


def overridden(contact: Contact, page: ContactPage, mentions: Mentions, standing: Standing) -> Contact:
    """What the page sets, if it says why or is an editor's own; what the articles give stays in `found_…`.

    Claims are ours, so they follow the page: of those it takes out there is none, and those it adds are
    carried by the evidence that names them, if any does.
    """
    if not page.why and not page.added:
        return contact
    changed = replace(
        contact,
        date="" if "date" in page.cleared else page.date or contact.date,
        kind=ContactKind(page.kind) if page.kind else contact.kind,
        status=Status(page.status) if page.status else contact.status,
        place="" if "place" in page.cleared else page.place or contact.place,
        participants=tuple(sorted(page.participants)) if _sets(page) else contact.participants,
    )
    kept = [claim for claim in changed.claims if _still_ours(claim, changed)]
    known = {claim.value for claim in kept if claim.claim is ClaimKind.PARTICIPANT}
    added = [
        participant_claim(name, sources, standing)
        for name in changed.participants
        if name not in known and (sources := _naming(contact, name, mentions))
    ]
    return replace(changed, claims=(*kept, *added))


def _sets(page: ContactPage) -> bool:
    return bool(page.participants) or "participants" in page.cleared


def _still_ours(claim: Claim, contact: Contact) -> bool:
    if claim.claim is ClaimKind.PARTICIPANT:
        return claim.value in contact.participants
    if claim.claim is ClaimKind.PLACE:
        return bool(contact.place)
    return claim.claim is not ClaimKind.HELD or contact.status is Status.HAPPENED


def _naming(contact: Contact, actor: str, mentions: Mentions) -> frozenset[str]:
    """The sources whose evidence of the contact names an actor."""
    return frozenset(
        piece.source for piece in contact.evidence if actor in mentions.get((piece.source, piece.passage), ())
    )


def state_of(page: ContactPage, code: str) -> State:
    if page.reviewed is None:
        return State.DRAFTED
    return State.CHANGED if page.reviewed.evidence and page.reviewed.evidence != code else State.REVIEWED
