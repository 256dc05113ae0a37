"""Review list: contacts in, rows for those whose sources cannot all be right out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from build_scripts import edtf
from build_scripts.models import Briefing, Contact, Difference, Reading, ReviewRow, State, Status, Verdict
from build_scripts.naming import contact_page
from build_scripts.reviewing.ranks import Rank, place

DONE = frozenset({Status.HAPPENED})
NOT_DONE = frozenset({Status.CANCELLED, Status.DENIED})


def disagreeing(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Contacts that nobody has checked, or decided, and whose sources cannot all be right as worded."""
    conflicts = _conflicting(briefing.findings.differences)
    decided = {page.id for page in briefing.records.contacts if page.why}
    for contact in briefing.findings.contacts:
        if contact.state is State.REVIEWED or contact.id in decided:
            continue
        if reasons := (*_dates_apart(contact), *_statuses_apart(contact), *_conflicts(contact, conflicts)):
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


Conflicts = Mapping[tuple[str, str], Sequence[tuple[int, Difference, Reading]]]


def _conflicting(differences: Iterable[Difference]) -> Conflicts:
    """By source and passage, the readings of differences that cannot all be right, each with its place."""
    found: dict[tuple[str, str], list[tuple[int, Difference, Reading]]] = defaultdict(list)
    for at, difference in enumerate(differences):
        if difference.verdict is Verdict.CONFLICTING:
            for reading in difference.readings:
                found[reading.source, reading.passage].append((at, difference, reading))
    return found


def _conflicts(contact: Contact, conflicts: Conflicts) -> tuple[str, ...]:
    """What conflicts between words that carry this contact, not just between their sentences."""
    met: dict[int, set[tuple[str, str]]] = defaultdict(set)
    says: dict[int, str] = {}
    for piece in contact.evidence:
        ref = piece.source, piece.passage
        for at, difference, reading in conflicts.get(ref, ()):
            if reading.start < piece.end and piece.start < reading.end:
                met[at].add(ref)
                says[at] = difference.says
    return tuple(says[at] for at in sorted(met) if len(met[at]) > 1)
