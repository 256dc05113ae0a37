"""Pages: one contact in, what is known of it out: a row for each claim, with the passages that carry it."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts import edtf, escape
from build_scripts.models import Claim, ClaimKind, Contact, ContactPage, Status
from build_scripts.pages import claims, markdown, wording
from build_scripts.pages.lookup import Lookup

STATUS = {
    Status.HAPPENED: "reported as having happened",
    Status.PLANNED: "announced or expected",
    Status.CANCELLED: "reported as called off",
    Status.DENIED: "reported as not taking place",
}


def write(contact: Contact, page: ContactPage | None, path: str, lookup: Lookup) -> str:
    """The block with its heading."""
    rows = [
        ("When", _when(contact), _carrying(contact, ClaimKind.DATE, contact.date, lookup)),
        *_who(contact, path, lookup),
        ("Where", _where(contact), _carrying(contact, ClaimKind.PLACE, contact.place, lookup)),
        ("Kind", _kind(contact), ""),
        *statuses(contact, lookup),
    ]
    return markdown.sections(
        markdown.heading(2, "What is known", "facts"),
        markdown.table(("Question", "As the sources give it", "Evidence"), rows),
        _set_by_hand(contact, page),
    )


def actor_link(actor_id: str, page: str, lookup: Lookup) -> str:
    """An actor's name, linked where the actor has a page."""
    actor = lookup.actor.get(actor_id)
    if actor is None:
        return markdown.inline(actor_id)
    return markdown.link(actor.name, actor.page, page) if actor.has_page else markdown.inline(actor.name)


def statuses(contact: Contact, lookup: Lookup) -> Iterable[tuple[str, str, str]]:
    """A row for each way in which the sources speak of it: what is planned stays planned."""
    ordered = claims.in_order(contact.evidence, lookup)
    for status, words in STATUS.items():
        pieces = [piece for piece in ordered if piece.status is status]
        if pieces:
            yield "Status", words, claims.cited(claims.one_a_source(pieces, lookup))
    if has_planned_end(contact, lookup):
        yield "Status", "its end: planned; no source reports it", ""


def has_planned_end(contact: Contact, lookup: Lookup) -> bool:
    """Whether the last day lies after everything that reports the contact as having happened."""
    span = edtf.bounds(contact.date) if edtf.precision(contact.date) == "interval" else None
    if span is None or contact.status is not Status.HAPPENED or contact.date.endswith(("/", "/..")):
        return False
    reporting = {piece.source for piece in contact.evidence if piece.status is Status.HAPPENED}
    published = [edtf.bounds(lookup.source[one].published) for one in reporting if one in lookup.source]
    return bool(published) and all(day is not None and day[1] < span[1] for day in published)


def _when(contact: Contact) -> str:
    if not contact.date:
        return "no date given"
    return f"{edtf.in_words(contact.date)} ({wording.precision(contact.date)})"


def _carrying(contact: Contact, kind: ClaimKind, value: str, lookup: Lookup) -> str:
    for claim in claims.claims(contact, kind):
        if claim.value == value:
            return claims.cited(claims.backing(contact, claim, lookup))
    return ""


def _who(contact: Contact, path: str, lookup: Lookup) -> Iterable[tuple[str, str, str]]:
    """A row for each group of participants that the same sources name."""
    by_name: dict[str, Claim] = {
        claim.value: claim for claim in claims.claims(contact, ClaimKind.PARTICIPANT)
    }
    groups: dict[str, list[str]] = {}
    for name in contact.participants:
        claim = by_name.get(name)
        run = claims.cited(claims.backing(contact, claim, lookup)) if claim else ""
        groups.setdefault(run, []).append(name)
    for run, names in groups.items():
        yield "Who", wording.listed(actor_link(name, path, lookup) for name in names), run
    for side in _sides_without_names(contact, lookup):
        yield "Who", side, ""


def _sides_without_names(contact: Contact, lookup: Lookup) -> list[str]:
    named = {lookup.actor[name].side for name in contact.participants if name in lookup.actor}
    titles = lookup.briefing.config.sides
    return [
        f"{markdown.inline(titles.get(side, side))} (no one named)"
        for side in contact.sides
        if side not in named
    ]


def _where(contact: Contact) -> str:
    return escape.cell(contact.place) if contact.place else "not stated"


def _kind(contact: Contact) -> str:
    told = contact.kind.value
    if contact.repeated:
        told += ", more than once"
    return f"{told}; no one of the other side is named" if contact.presence else told


def _set_by_hand(contact: Contact, page: ContactPage | None) -> str:
    """What the evidence gives where an editor decided otherwise, and why."""
    if contact.origin == "editor":
        return "Added by an editor; the build did not find it in the texts."
    given = []
    if contact.found_date and contact.found_date != contact.date:
        given.append(f"date {edtf.in_words(contact.found_date)}")
    if contact.found_status and contact.found_status != contact.status.value:
        given.append(f"status {contact.found_status}")
    if contact.found_participants and contact.found_participants != contact.participants:
        given.append(f"participants {wording.listed(map(markdown.inline, contact.found_participants))}")
    if not given:
        return ""
    why = f" {escape.cell(page.why)}" if page and page.why else ""
    return f"Set by an editor. The build found: {'; '.join(given)}.{why}"
