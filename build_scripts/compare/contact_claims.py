"""Compare: a contact's evidence in, what we claim of it, with witnesses, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from build_scripts.corroboration import counted_in_words, origins
from build_scripts.edtf import bounds, precision
from build_scripts.models import Claim, ClaimKind, Credit, Report, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """What sources have in common: lineage and publisher of each; and the names of actors by id."""

    lineage_of: Mapping[str, str]
    publisher_of: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    published: Mapping[str, str] = field(default_factory=dict)


def claims(
    reports: Sequence[Report], participants: Iterable[str], standing: Standing, when: str = ""
) -> tuple[Claim, ...]:
    """One claim each that the contact was held, and for each date, place and participant that is given.

    Of a contact whose last day lies after all that tells of it, only the beginning was reported.
    """
    making = _Making(standing)
    held = [report for report in reports if report.status is Status.HAPPENED]
    found = [making.claim(ClaimKind.HELD, "true", held)] if held else []
    if held and _ends_later(when, {report.source for report in held}, standing):
        found = [replace(claim, words=f"begun: {claim.words}; end: planned") for claim in found]
    found.extend(making.by_value(ClaimKind.DATE, [(report.date, report) for report in reports]))
    found.extend(making.by_value(ClaimKind.PLACE, [(report.place, report) for report in reports]))
    named = set(participants)
    people = [(person, report) for report in reports for person in report.participants if person in named]
    found.extend(making.by_value(ClaimKind.PARTICIPANT, people))
    return tuple(found)


def participant_claim(actor: str, sources: Iterable[str], standing: Standing) -> Claim:
    """That someone took part, as an editor reads the evidence of these sources."""
    named = tuple(sorted(sources))
    counted, words = counted_in_words(named, standing.lineage_of, standing.publisher_of)
    return Claim(ClaimKind.PARTICIPANT, actor, named, counted.count, counted.why, words)


class _Making:
    """Makes the claims of one contact: most of them rest on the same reports, which are counted once."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._counted: dict[tuple[int, ...], Claim] = {}

    def by_value(self, kind: ClaimKind, given: Iterable[tuple[str, Report]]) -> list[Claim]:
        by_value: dict[str, list[Report]] = defaultdict(list)
        for value, report in given:
            if value:
                by_value[value].append(report)
        return [self.claim(kind, value, by_value[value]) for value in sorted(by_value)]

    def claim(self, kind: ClaimKind, value: str, reports: Sequence[Report]) -> Claim:
        key = tuple(map(id, reports))
        known = self._counted.get(key)
        if known:
            return Claim(kind, value, known.sources, known.witnesses, known.why, known.words, known.credits)
        found = self._counted[key] = _claim(kind, value, reports, self._standing)
        return found


def _claim(kind: ClaimKind, value: str, reports: Sequence[Report], standing: Standing) -> Claim:
    sources = tuple(sorted({report.source for report in reports}))
    credits = tuple(dict.fromkeys(_credit(report, standing) for report in reports))
    credited = origins((credit.source, credit.chain) for credit in credits)
    counted, words = counted_in_words(sources, standing.lineage_of, standing.publisher_of, credited)
    return Claim(kind, value, sources, counted.count, counted.why, words, credits)


def _ends_later(when: str, sources: Iterable[str], standing: Standing) -> bool:
    """Whether the last day of a span lies after the days on which all these sources were published."""
    span = bounds(when) if precision(when) == "interval" else None
    if span is None or when.endswith(("/", "/..")):
        return False
    days = [bounds(standing.published.get(source, "")) for source in sources]
    return bool(days) and all(day is not None and day[1] < span[1] for day in days)


def _credit(report: Report, standing: Standing) -> Credit:
    """On whose word a report is given; empty where its article says it itself."""
    chain = tuple(standing.names.get(one, one) for one in report.credited)
    return Credit(report.source, report.passage, chain)
