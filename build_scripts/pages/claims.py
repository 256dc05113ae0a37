"""Pages: a contact and its claims in, the passages that carry each claim out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from build_scripts import edtf
from build_scripts.models import Claim, ClaimKind, Contact, Evidence, Ref, Status
from build_scripts.pages import markdown
from build_scripts.pages.lookup import Lookup

_STATUSES = (Status.HAPPENED, Status.PLANNED, Status.CANCELLED, Status.DENIED)
_NOT_GIVEN = 3
"""What is this far from a claim does not give it."""


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
    """One piece of evidence from each source of a claim: the one whose words give it most plainly.

    A piece that does not give it stands in only where no piece does.
    """
    distance = _distance(claim, lookup)
    pieces = [piece for piece in in_order(contact.evidence, lookup) if piece.source in claim.sources]
    giving = [piece for piece in pieces if distance(piece) < _NOT_GIVEN]
    plainest = sorted(giving or pieces, key=lambda piece: (distance(piece), piece.vague))
    return one_a_source(plainest, lookup)


def naming(contact: Contact, claim: Claim, lookup: Lookup) -> tuple[Ref, ...]:
    """The passages of a claim that someone took part; where one only means them, the nearest one before it
    that names them stands there as well."""
    refs: list[Ref] = []
    for piece in backing(contact, claim, lookup):
        if claim.value not in lookup.actors_in.get(ref(piece), frozenset()):
            earlier = [
                Ref(one.source, one.passage)
                for one in lookup.mentions_in.get((claim.value, piece.source), ())
                if one.start < piece.start
            ]
            refs += earlier[-1:]
        refs.append(ref(piece))
    return tuple(refs)


def covering(contact: Contact, names: Iterable[str], lookup: Lookup) -> str:
    """A run with the fewest passages that between them name all of `names`, greedily.

    Whom no piece of evidence names, but one means, is cited where the text names them.
    """
    pieces = in_order(contact.evidence, lookup)
    named = {piece: lookup.actors_in.get(ref(piece), frozenset()) for piece in pieces}
    wanted, chosen = set(names), set[Ref]()
    while pieces:
        best = max(pieces, key=lambda piece: len(named[piece] & wanted))
        if not named[best] & wanted:
            break
        chosen.add(ref(best))
        wanted -= named[best]
    for claim in claims(contact, ClaimKind.PARTICIPANT):
        if claim.value in wanted:
            chosen.update(naming(contact, claim, lookup))
    return markdown.cite(sorted(chosen, key=lookup.order))


def by_status(contact: Contact, lookup: Lookup) -> Iterator[tuple[Status, tuple[Evidence, ...]]]:
    """One piece of each source for each way in which the sources speak of a contact."""
    ordered = in_order(contact.evidence, lookup)
    for status in _STATUSES:
        pieces = [piece for piece in ordered if piece.status is status]
        if pieces:
            yield status, one_a_source(sorted(pieces, key=lambda piece: piece.vague), lookup)


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


def cited(pieces: Iterable[Evidence], most: int = markdown.MOST_CITED) -> str:
    """Pieces of evidence as one run of citations."""
    return markdown.cite_most((ref(piece) for piece in pieces), most)


def _distance(claim: Claim, lookup: Lookup) -> Callable[[Evidence], int]:
    """How far a piece is from giving the claim in its own words: 0 where it does."""

    def of_date(piece: Evidence) -> int:
        if piece.date == claim.value:
            return 0 if piece.date_words in _text(piece, lookup) else 1
        within = bool(piece.date) and edtf.overlaps(piece.date, claim.value)
        return 2 if within and not piece.vague else _NOT_GIVEN

    def of_place(piece: Evidence) -> int:
        place = claim.value.casefold()
        if place in piece.quote.casefold():
            return 0
        if place in _text(piece, lookup).casefold():
            return 1
        return 2 if any(report.place == claim.value for report in lookup.reports(piece)) else _NOT_GIVEN

    def of_participant(piece: Evidence) -> int:
        mentions = lookup.mentions_in.get((claim.value, piece.source), ())
        if any(piece.start <= one.start < piece.end for one in mentions):
            return 0
        if claim.value in lookup.actors_in.get(ref(piece), frozenset()):
            return 1
        is_meant = any(claim.value in report.participants for report in lookup.reports(piece))
        return 2 if is_meant else _NOT_GIVEN

    def of_being_held(piece: Evidence) -> int:
        return 0 if piece.status is Status.HAPPENED else _NOT_GIVEN

    return {
        ClaimKind.DATE: of_date,
        ClaimKind.PLACE: of_place,
        ClaimKind.PARTICIPANT: of_participant,
        ClaimKind.HELD: of_being_held,
    }[claim.claim]


def _text(piece: Evidence, lookup: Lookup) -> str:
    passage = lookup.passage.get(ref(piece))
    return passage.text if passage else piece.quote
