"""Compare: a contact's evidence in, what we claim of it, with witnesses, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.corroboration import witnesses
from build_scripts.models import Claim, ClaimKind, Report, Status


@dataclass(frozen=True, slots=True)
class Standing:
    """What sources have in common: lineage and publisher of each."""

    lineage_of: Mapping[str, str]
    publisher_of: Mapping[str, str]


def claims(reports: Sequence[Report], participants: Iterable[str], standing: Standing) -> tuple[Claim, ...]:
    """One claim each that the contact was held, and for each date, place and participant that is given."""
    held = [report for report in reports if report.status is Status.HAPPENED]
    found = [_claim(ClaimKind.HELD, "true", held, standing)] if held else []
    found.extend(_by_value(ClaimKind.DATE, [(report.date, report) for report in reports], standing))
    found.extend(_by_value(ClaimKind.PLACE, [(report.place, report) for report in reports], standing))
    named = set(participants)
    people = [(person, report) for report in reports for person in report.participants if person in named]
    found.extend(_by_value(ClaimKind.PARTICIPANT, people, standing))
    return tuple(found)


def participant_claim(actor: str, sources: Iterable[str], standing: Standing) -> Claim:
    """That someone took part, as an editor reads the evidence of these sources."""
    named = tuple(sorted(sources))
    counted = witnesses(named, standing.lineage_of, standing.publisher_of)
    return Claim(ClaimKind.PARTICIPANT, actor, named, counted.count, counted.why)


def _by_value(kind: ClaimKind, given: Iterable[tuple[str, Report]], standing: Standing) -> list[Claim]:
    by_value: dict[str, list[Report]] = defaultdict(list)
    for value, report in given:
        if value:
            by_value[value].append(report)
    return [_claim(kind, value, by_value[value], standing) for value in sorted(by_value)]


def _claim(kind: ClaimKind, value: str, reports: Sequence[Report], standing: Standing) -> Claim:
    sources = tuple(sorted({report.source for report in reports}))
    counted = witnesses(sources, standing.lineage_of, standing.publisher_of, _credited(reports))
    return Claim(kind, value, sources, counted.count, counted.why)


def _credited(reports: Sequence[Report]) -> Mapping[str, str]:
    """Whom a source credits for the claim, if everything it says of it is credited to the same."""
    origins: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        origins[report.source].add(report.credited[0] if report.credited else "")
    return {
        source: next(iter(found))
        for source, found in sorted(origins.items())
        if len(found) == 1 and "" not in found
    }
