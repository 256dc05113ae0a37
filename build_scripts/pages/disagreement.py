"""Pages: the evidence of one contact in, where its sources do not agree out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from build_scripts import edtf, escape
from build_scripts.models import Contact, Difference, Evidence, Ref
from build_scripts.pages import claims, contact_facts, differences, markdown, wording
from build_scripts.pages.lookup import Lookup


def told(contact: Contact, page: str, lookup: Lookup) -> str:
    """A list of what the sources give differently, and the differences between its passages."""
    pieces = [piece for piece in claims.in_order(contact.evidence, lookup) if not piece.vague]
    told_apart = (
        _dates(pieces, lookup),
        _places(pieces, lookup),
        _kinds(pieces, lookup),
        _participants(pieces, page, lookup),
    )
    lines = markdown.bullets(line for line in told_apart if line)
    found = differences.entries(between(contact, lookup), page, lookup)
    if not lines and not found:
        return ""
    # One list: two lists with nothing between them would become one, and a loose one, anyway.
    listed = "\n".join(part for part in (lines, found) if part)
    return markdown.sections(markdown.heading(3, "Where the sources differ", "differ"), listed)


def between(contact: Contact, lookup: Lookup) -> tuple[Difference, ...]:
    """Differences of which two passages carry this contact."""
    met: dict[str, set[Ref]] = defaultdict(set)
    found: dict[str, Difference] = {}
    for passage in {claims.ref(piece) for piece in contact.evidence}:
        for one in lookup.differences_at.get(passage, ()):
            met[one.id].add(passage)
            found[one.id] = one
    shared = (one for name, one in sorted(found.items()) if len(met[name]) > 1)
    return differences.by_gravity(shared, lookup)


def _dates(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    groups = _grouped((piece for piece in pieces if piece.date), lambda piece: piece.date)
    ordered = dict(sorted(groups.items(), key=lambda item: edtf.sort_key(item[0])))
    return _line("Date", {edtf.in_words(date): found for date, found in ordered.items()}, lookup)


def _places(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    def place(piece: Evidence) -> str:
        return next((report.place for report in lookup.reports(piece) if report.place), "")

    groups = _grouped((piece for piece in pieces if lookup.reports(piece)), place)
    # A source that names the place in one passage need not repeat it in the next.
    naming = {piece.source for value, found in groups.items() if value for piece in found}
    silent = [piece for piece in groups.pop("", []) if piece.source not in naming]
    named = {escape.cell(value): found for value, found in sorted(groups.items())}
    return _line("Place", {**named, **({"not stated": silent} if silent and named else {})}, lookup)


def _kinds(pieces: Iterable[Evidence], lookup: Lookup) -> str:
    def kinds(piece: Evidence) -> str:
        return " and ".join(sorted({report.kind.value for report in lookup.reports(piece)}))

    groups = _grouped((piece for piece in pieces if lookup.reports(piece)), kinds)
    return _line("Kind", dict(sorted(groups.items())), lookup)


def _participants(pieces: list[Evidence], page: str, lookup: Lookup) -> str:
    """Those whom some of the sources name and others do not."""
    from_source: dict[str, set[str]] = defaultdict(set)
    carrying: dict[str, list[Evidence]] = defaultdict(list)
    for piece in pieces:
        named = {name for report in lookup.reports(piece) for name in report.participants}
        from_source[piece.source] |= named
        for name in sorted(named):
            carrying[name].append(piece)
    groups: dict[str, list[str]] = {}
    for name, found in sorted(carrying.items()):
        if len({one.source for one in found}) < len(from_source):
            cited = claims.cited(claims.one_a_source(found, lookup))
            groups.setdefault(cited, []).append(contact_facts.actor_link(name, page, lookup))
    if not groups:
        return ""
    return "Named by some only: " + "; ".join(
        f"{wording.listed(names)} {cited}" for cited, names in groups.items()
    )


def _grouped(pieces: Iterable[Evidence], value: Callable[[Evidence], str]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for piece in pieces:
        groups.setdefault(value(piece), []).append(piece)
    return groups


def _line(what: str, groups: Mapping[str, list[Evidence]], lookup: Lookup) -> str:
    """One line for values that differ; nothing where all agree."""
    if len(groups) < 2:
        return ""
    return f"{what}: " + "; ".join(
        f"{value} {claims.cited(claims.one_a_source(found, lookup))}" for value, found in groups.items()
    )
