"""Pages: a contact and its claims in, the passages that carry each claim out."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from build_scripts import edtf
from build_scripts.models import Claim, ClaimKind, Contact, Evidence, Ref, Status
from build_scripts.pages import markdown
from build_scripts.pages.lookup import Lookup


def ref(piece: Evidence) -> Ref:
    """The passage in which a piece of evidence stands."""
    return Ref(piece.source, piece.passage)


def in_order(pieces: Iterable[Evidence], lookup: Lookup) -> tuple[Evidence, ...]:
    """By publication, then by place in the text."""
    return tuple(sorted(pieces, key=lambda piece: (*lookup.order(ref(piece)), piece.start)))


def claims(contact: Contact, kind: ClaimKind) -> tuple[Claim, ...]:
    """The contact's claims of one kind, those with the most sources first."""
    found = (claim for claim in contact.claims if claim.claim is kind)
    return tuple(sorted(found, key=lambda claim: (-len(claim.sources), claim.value)))


def backing(contact: Contact, claim: Claim, lookup: Lookup) -> tuple[Evidence, ...]:
    """One piece of evidence from each source of a claim: the first that speaks to it."""
    speaks = _speaks_to(claim, lookup)
    return one_a_source(
        sorted(
            (piece for piece in in_order(contact.evidence, lookup) if piece.source in claim.sources),
            key=lambda piece: not speaks(piece),
        ),
        lookup,
    )


def main(contact: Contact, lookup: Lookup) -> tuple[Evidence, ...]:
    """One piece of evidence from each source that gives the contact with the status that it has."""
    agreeing = [piece for piece in contact.evidence if piece.status is contact.status]
    exact = [piece for piece in agreeing if not piece.vague]
    return one_a_source(in_order(exact or agreeing or contact.evidence, lookup), lookup)


def one_a_source(pieces: Iterable[Evidence], lookup: Lookup) -> tuple[Evidence, ...]:
    """The first piece of each source, in order of publication."""
    first: dict[str, Evidence] = {}
    for piece in pieces:
        first.setdefault(piece.source, piece)
    return in_order(first.values(), lookup)


def cited(pieces: Iterable[Evidence]) -> str:
    """Pieces of evidence as one run of citations."""
    return markdown.cite(ref(piece) for piece in pieces)


def _speaks_to(claim: Claim, lookup: Lookup) -> Callable[[Evidence], bool]:
    def of_date(piece: Evidence) -> bool:
        return not piece.vague and bool(piece.date) and edtf.overlaps(piece.date, claim.value)

    def of_place(piece: Evidence) -> bool:
        return any(report.place == claim.value for report in lookup.reports(piece))

    def of_participant(piece: Evidence) -> bool:
        return claim.value in lookup.actors_in.get(ref(piece), frozenset())

    def of_being_held(piece: Evidence) -> bool:
        return piece.status is Status.HAPPENED and not piece.vague

    return {
        ClaimKind.DATE: of_date,
        ClaimKind.PLACE: of_place,
        ClaimKind.PARTICIPANT: of_participant,
        ClaimKind.HELD: of_being_held,
    }[claim.claim]
