"""Pages: one contact in, what is known of it out: a row for each claim, with the passages that carry it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from build_scripts import edtf, escape
from build_scripts.models import Claim, ClaimKind, Contact, ContactPage, Ref, Status
from build_scripts.pages import claims, contact_remarks, markdown, wording
from build_scripts.pages.lookup import Lookup

BEGUN = "reported as begun"
STATUS = {
    Status.HAPPENED: "reported as having happened",
    Status.PLANNED: "announced or expected",
    Status.CANCELLED: "reported as called off",
    Status.DENIED: "reported as not taking place, or not intended",
}
Row = tuple[str, str, str]


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
        *contact_remarks.write(contact, page, path, lookup),
    )


def statuses(contact: Contact, lookup: Lookup) -> Iterator[Row]:
    """A row for each way in which the sources speak of it: what is planned stays planned."""
    rows = [
        (status_in_words(contact, status, lookup), claims.cited(pieces))
        for status, pieces in claims.by_status(contact, lookup)
    ]
    if has_planned_end(contact, lookup):
        rows.append(("its end: announced; no source reports it", ""))
    yield from asked_once("Status", rows)


def asked_once(question: str, answers: Sequence[tuple[str, str]]) -> Iterator[Row]:
    """Rows that answer one question, which stands in the first of them only."""
    for number, (answer, evidence) in enumerate(answers):
        yield "" if number else question, answer, evidence


def status_in_words(contact: Contact, status: Status, lookup: Lookup) -> str:
    """How the sources speak of a contact; one whose end lies after every report has only begun."""
    has_begun = status is Status.HAPPENED and has_planned_end(contact, lookup)
    return BEGUN if has_begun else STATUS[status]


def has_planned_end(contact: Contact, lookup: Lookup) -> bool:
    """Whether the last day lies after everything that reports the contact as having happened."""
    span = edtf.bounds(contact.date) if edtf.precision(contact.date) == "interval" else None
    if span is None or contact.status is not Status.HAPPENED or contact.date.endswith(("/", "/..")):
        return False
    reporting = {piece.source for piece in contact.evidence if piece.status is Status.HAPPENED}
    published = [edtf.bounds(lookup.source[one].published) for one in reporting if one in lookup.source]
    return bool(published) and all(day is not None and day[1] < span[1] for day in published)


def by_side(
    names: Iterable[str], sides: Collection[str], lookup: Lookup
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The question who took part for each side, with its names: organisations before people, others last.

    A side of `sides` of which nobody is named stands there without names. Both are plain words.
    """
    titles = lookup.briefing.config.sides
    ordered = sorted(names, key=lookup.rank)
    for side, title in (*titles.items(), ("", "others")):
        there = tuple(name for name in ordered if lookup.side_of(name) == side)
        if there or (side and side in sides):
            yield f"Who ({title})", there


def _when(contact: Contact) -> str:
    if not contact.date:
        return "no date given"
    return f"{edtf.in_words(contact.date)} ({wording.precision(contact.date)})"


def _carrying(contact: Contact, kind: ClaimKind, value: str, lookup: Lookup) -> str:
    for claim in claims.claims(contact, kind):
        if claim.value == value:
            return claims.cited(claims.backing(contact, claim, lookup))
    return ""


def _who(contact: Contact, path: str, lookup: Lookup) -> Iterator[Row]:
    """For each side, a row for each group of participants that the same passages name."""
    by_name: dict[str, Claim] = {
        claim.value: claim for claim in claims.claims(contact, ClaimKind.PARTICIPANT)
    }
    for question, names in by_side(contact.participants, contact.sides, lookup):
        groups: dict[tuple[Ref, ...], list[str]] = {}
        for name in names:
            claim = by_name.get(name)
            refs = claims.naming(contact, claim, lookup) if claim else ()
            groups.setdefault(refs, []).append(contact_remarks.actor_link(name, path, lookup))
        answers = [(wording.listed(links), markdown.cite_most(refs)) for refs, links in groups.items()]
        yield from asked_once(markdown.inline(question), answers or [("no one named", "")])


def _where(contact: Contact) -> str:
    return escape.cell(contact.place) if contact.place else "not stated"


def _kind(contact: Contact) -> str:
    told = contact.kind.value
    if contact.repeated:
        told += ", more than once"
    return f"{told}; no one of the other side is named" if contact.presence else told
