"""Pages: the evidence of one contact in, where its sources do not agree out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from build_scripts import edtf, escape
from build_scripts.models import ClaimKind, Contact, Difference, DifferenceType, Evidence, Reading, Ref
from build_scripts.pages import claims, contact_remarks, differences, markdown, wording
from build_scripts.pages.lookup import COMPARISONS, Lookup
from build_scripts.places import Places

MOST = 60
"""Differences that a contact's page lists, the gravest."""


def told(contact: Contact, page: str, lookup: Lookup) -> str:
    """A list of what the sources give differently, and the differences between its passages."""
    pieces = [piece for piece in claims.in_order(contact.evidence, lookup) if not piece.vague]
    between_passages = between(contact, lookup)
    is_told = any(one.type is DifferenceType.DATE for one in between_passages)
    told_apart = (
        "" if is_told else _dates(pieces, lookup),
        _places(pieces, lookup),
        _kinds(pieces, lookup),
        _participants(contact, page, lookup),
    )
    lines = markdown.bullets(line for line in told_apart if line)
    about = frozenset(claims.ref(piece) for piece in contact.evidence)
    found = differences.entries(between_passages[:MOST], page, lookup, folded=True, about=about)
    if len(between_passages) > MOST:
        every = markdown.link("all differences, by type", f"{COMPARISONS}#differences", page)
        found = f"{found}\n{markdown.bullets([f'and {len(between_passages) - MOST} more: {every}'])}"
    if not lines and not found:
        return ""
    # One list: two lists with nothing between them would become one, and a loose one, anyway.
    listed = "\n".join(part for part in (lines, found) if part)
    return markdown.sections(markdown.heading(3, "Where the sources differ", "differ"), listed)


def between(contact: Contact, lookup: Lookup) -> tuple[Difference, ...]:
    """Differences of which two readings lie in words that carry this contact, not just in their sentences."""
    met: dict[str, set[Ref]] = defaultdict(set)
    found: dict[str, Difference] = {}
    for piece in contact.evidence:
        for one in lookup.differences_at.get(claims.ref(piece), ()):
            if any(_is_in(reading, piece) for reading in lookup.readings_at(one, claims.ref(piece))):
                met[one.id].add(claims.ref(piece))
                found[one.id] = one
    shared = (one for name, one in sorted(found.items()) if len(met[name]) > 1)
    return differences.by_gravity(shared, lookup)


def _is_in(reading: Reading, piece: Evidence) -> bool:
    """Whether a reading of the same passage lies in the piece."""
    return not reading.quote or (reading.start < piece.end and piece.start < reading.end)


def _dates(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    groups = _grouped((piece for piece in pieces if piece.date), lambda piece: piece.date)
    ordered = dict(sorted(groups.items(), key=lambda item: edtf.sort_key(item[0])))
    return _line("Date", {edtf.in_words(date): found for date, found in ordered.items()}, lookup)


def _places(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    def place(piece: Evidence) -> str:
        return next((report.place for report in lookup.reports(piece) if report.place), "")

    places = Places.of(lookup.briefing.config.home)
    groups = _grouped((piece for piece in pieces if lookup.reports(piece)), place)
    # A source that names the place in one passage need not repeat it in the next.
    naming = {piece.source for value, found in groups.items() if value for piece in found}
    silent = [piece for piece in groups.pop("", []) if piece.source not in naming]
    named = dict(sorted(groups.items()))
    if not silent and all(places.is_one(*pair) for pair in combinations(named, 2)):
        return ""  # two names of one side's home
    return _line("Place", {**named, **({"not stated": silent} if silent and named else {})}, lookup)


def _kinds(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    def kinds(piece: Evidence) -> str:
        return " and ".join(sorted({report.kind.value for report in lookup.reports(piece)}))

    groups = _grouped((piece for piece in pieces if lookup.reports(piece)), kinds)
    return _line("Kind", dict(sorted(groups.items())), lookup)


def _participants(contact: Contact, page: str, lookup: Lookup) -> str:
    """Those whom some of the sources name and others do not."""
    found = claims.claims(contact, ClaimKind.PARTICIPANT)
    partly = [claim for claim in found if len(claim.sources) < len(contact.sources)]
    if partly and len(partly) == len(found) > 1:
        return "Participants: each article names others; the table above says which."
    groups: dict[tuple[Ref, ...], list[str]] = {}
    for claim in sorted(partly, key=lambda claim: lookup.rank(claim.value)):
        refs = claims.naming(contact, claim, lookup)
        groups.setdefault(refs, []).append(contact_remarks.actor_link(claim.value, page, lookup))
    named = (f"{wording.listed(names)} {markdown.cite_most(refs)}" for refs, names in groups.items())
    return f"Named by some only: {'; '.join(named)}" if groups else ""


def _grouped(pieces: Iterable[Evidence], value: Callable[[Evidence], str]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for piece in pieces:
        groups.setdefault(value(piece), []).append(piece)
    return groups


def _line(what: str, groups: Mapping[str, list[Evidence]], lookup: Lookup) -> str:
    """One line for values that differ; nothing where each source gives all of them, as a single one does."""
    given: dict[str, set[str]] = defaultdict(set)
    for value, found in groups.items():
        for piece in found:
            given[piece.source].add(value)
    if all(values == set(groups) for values in given.values()):
        return ""
    return f"{what}: " + "; ".join(
        f"{escape.cell(value)} {claims.cited(claims.one_a_source(found, lookup))}"
        for value, found in groups.items()
    )
