"""Review list: contacts in, rows for those whose sources cannot all be right out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from build_scripts import edtf
from build_scripts.models import Briefing, Contact, Reading, ReviewRow, State, Status, Verdict
from build_scripts.naming import contact_page
from build_scripts.reviewing.ranks import Rank, place

DONE = frozenset({Status.HAPPENED})
NOT_DONE = frozenset({Status.CANCELLED, Status.DENIED})


def disagreeing(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Contacts that nobody has checked, or decided, and whose sources cannot all be right as worded."""
    decided = {page.id for page in briefing.records.contacts if page.why}
    for contact in briefing.findings.contacts:
        if contact.state is State.REVIEWED or contact.id in decided:
            continue
        if reasons := (*_dates_apart(contact), *_statuses_apart(contact), *_conflicts(briefing, contact)):
            what = f"the sources of {contact.title} disagree: {'; '.join(reasons)}"
            how = "Say in the prose who says what; set what is right with a `why`, or mark it reviewed."
            yield ReviewRow(
                Rank.DISAGREE, what, *place(briefing.config, pages, contact_page(contact), "date"), how
            )


def _dates_apart(contact: Contact) -> tuple[str, ...]:
    dates = sorted({piece.date for piece in contact.evidence if piece.date and not piece.vague})
    apart = any(not edtf.overlaps(one, other) for one, other in combinations(dates, 2))
    return (f"dates {', '.join(dates)}",) if apart else ()


def _statuses_apart(contact: Contact) -> tuple[str, ...]:
    given = {piece.status for piece in contact.evidence}
    return (f"status {', '.join(sorted(given))}",) if given & DONE and given & NOT_DONE else ()


def _conflicts(briefing: Briefing, contact: Contact) -> tuple[str, ...]:
    """What conflicts between words that carry this contact, not just between their sentences."""

    def pieces(reading: Reading) -> set[tuple[str, str]]:
        return {
            (piece.source, piece.passage)
            for piece in contact.evidence
            if (piece.source, piece.passage) == (reading.source, reading.passage)
            and reading.start < piece.end
            and piece.start < reading.end
        }

    return tuple(
        difference.says
        for difference in briefing.findings.differences
        if difference.verdict is Verdict.CONFLICTING
        and len({ref for reading in difference.readings for ref in pieces(reading)}) > 1
    )
