"""Compare: the reports of one contact in, its kind, status, date, evidence and code out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from build_scripts import edtf
from build_scripts.compare.same_time import is_wide, width
from build_scripts.models import ContactKind, Evidence, Report, Status

_KINDS = (ContactKind.CONFERENCE, ContactKind.MEETING, ContactKind.VISIT)

_SURER = (Status.HAPPENED, Status.CANCELLED, Status.PLANNED, Status.DENIED)


def kind_of(reports: Sequence[Report]) -> ContactKind:
    """What most sources call it; a conference before a meeting before a visit where they are as many."""
    told = {(report.source, report.kind) for report in reports}
    counts = Counter(kind for _, kind in told)
    return max(counts, key=lambda kind: (counts[kind], -_rank(kind)))


def _rank(kind: ContactKind) -> int:
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def status_of(reports: Sequence[Report], kind: ContactKind) -> Status:
    """Held if one source says that it took place; arriving for a meeting does not say so."""
    decisive = [
        report for report in reports if kind is ContactKind.VISIT or report.kind is not ContactKind.VISIT
    ] or reports
    return next(status for status in _SURER if any(report.status is status for report in decisive))


def date_of(reports: Sequence[Report], status: Status) -> str:
    """The date of the surest reports: what most sources give or leave room for, then the more precise."""
    dated = [report for report in reports if report.date]
    surest = [report for report in dated if report.status is status] or dated
    if not surest:
        return ""
    told = Counter(
        {
            date: len({r.source for r in surest if r.date == date or edtf.contains(r.date, date)})
            for date in {r.date for r in surest}
        }
    )
    precise = [date for date in told if not is_wide(date)] or list(told)
    precise += [date for date in told if _begins_within(date, precise)]
    return min(precise, key=lambda date: (-told[date], width(date.removesuffix("/..")), date))


def _begins_within(when: str, precise: Sequence[str]) -> bool:
    """ "since 12 September", where all others say "in September": it says more, not less."""
    first = when.removesuffix("/..")
    return first != when and all(edtf.contains(each, first) and each != first for each in precise)


def evidence_of(report: Report, when: str) -> Evidence:
    vague = bool(when) and report.date != when and (not report.date or edtf.contains(report.date, when))
    return Evidence(
        report.source,
        report.passage,
        report.start,
        report.end,
        report.quote,
        report.date,
        report.date_words,
        report.status,
        vague,
    )


def most_common(values: Iterable[str]) -> str:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else ""


def code_of(evidence: Sequence[Evidence]) -> str:
    """Eight figures that change when the evidence does."""
    lines = sorted({f"{piece.source}#{piece.passage} {piece.date} {piece.status}" for piece in evidence})
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]
