"""The contacts of the invented briefing: one told twice, one planned and begun, one denied, one undated."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.models import Claim, ClaimKind, Contact, ContactKind, Evidence, State, Status
from tests.pages.invented.texts import Texts


def contacts(texts: Texts) -> tuple[Contact, ...]:
    def piece(beginning: str, words: str, date: str, said: str, status: Status = Status.HAPPENED) -> Evidence:
        return Evidence(*texts.words(beginning, words), date, said, status)

    visit = (
        piece("Envoy Tomas", "visited Lakeside in March 1996", "1996-03", "March 1996"),
        piece("Tomas Verrin, an", "visited Lakeside in March 1996", "1996-03", "March 1996"),
    )
    planned = piece(
        "Talks between",
        "are scheduled for 4-5 May 1998",
        "1998-05-04/1998-05-05",
        "4-5 May 1998",
        Status.PLANNED,
    )
    begun = piece("Talks of", "began on May 4, 1998", "1998-05-04", "May 4, 1998")
    denied = piece("The League", "does not intend to meet President Olen Marsh", "", "", Status.DENIED)
    before = piece("Verrin has met", "Verrin has met Ida Corran before", "", "")
    both, one = ("010", "011"), "The 2 articles rewrite one text."

    def claim(kind: ClaimKind, value: str, sources: tuple[str, ...], why: str = one) -> Claim:
        return Claim(kind, value, sources, 1, why)

    told = (
        Contact(
            "visit-1996",
            "Verrin visits Lakeside",
            "1996-03",
            ContactKind.VISIT,
            Status.HAPPENED,
            "Lakeside",
            ("tomas-verrin",),
            ("lake", "upland"),
            visit,
            (
                claim(ClaimKind.HELD, "visit", both),
                claim(ClaimKind.DATE, "1996-03", both),
                claim(ClaimKind.PARTICIPANT, "tomas-verrin", both),
                claim(ClaimKind.PLACE, "Lakeside", ("010",)),
            ),
            state=State.REVIEWED,
            page="chronology/visit-1996.md",
            presence=True,
            evidence_code="0a1b2c3d",
        ),
        Contact(
            "talks-1998",
            "Talks in Lakeside",
            "1998-05-04/1998-05-05",
            ContactKind.CONFERENCE,
            Status.HAPPENED,
            "Lakeside",
            ("lake-republic", "upland-league"),
            ("lake", "upland"),
            (planned, begun),
            (
                claim(ClaimKind.DATE, "1998-05-04/1998-05-05", ("010", "012")),
                claim(ClaimKind.PARTICIPANT, "upland-league", ("010", "012")),
                claim(ClaimKind.PARTICIPANT, "lake-republic", ("010",)),
            ),
            state=State.CHANGED,
            page="chronology/talks-1998.md",
            found_date="1998-05-04",
        ),
        Contact(
            "no-meeting",
            "No meeting with Marsh",
            "",
            ContactKind.MEETING,
            Status.DENIED,
            "",
            ("olen-marsh", "upland-league"),
            ("lake", "upland"),
            (denied,),
            (),
        ),
        Contact(
            "met-before",
            "Verrin meets Corran",
            "",
            ContactKind.MEETING,
            Status.HAPPENED,
            "",
            ("ida-corran", "tomas-verrin"),
            ("lake", "upland"),
            (before,),
            (),
        ),
    )
    return tuple(as_found(one) for one in told)


def as_found(contact: Contact) -> Contact:
    """A contact as the build found it, but for a date that an editor set."""
    return replace(
        contact,
        found_date=contact.found_date or contact.date,
        found_kind=contact.kind.value,
        found_status=contact.status.value,
        found_place=contact.place,
        found_participants=contact.participants,
    )
