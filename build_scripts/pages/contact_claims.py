"""Pages: the claims of one contact in, how far each is supported, and why it counts so, out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts import edtf, escape
from build_scripts.models import Claim, ClaimKind, Contact
from build_scripts.pages import contact_remarks, crediting, markdown, wording
from build_scripts.pages.lookup import Lookup

_ORDER = (ClaimKind.HELD, ClaimKind.DATE, ClaimKind.PLACE, ClaimKind.PARTICIPANT)


def write(contact: Contact, lookup: Lookup) -> str:
    """A line for each count, with the claims that have it; the reason and the credits under it."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Claim]] = {}
    for claim in sorted(contact.claims, key=lambda one: _ORDER.index(one.claim)):
        groups.setdefault((claim.words, claim.why, _chains(claim)), []).append(claim)
    lines = []
    for claims in groups.values():
        # Both may name whom the articles credit.
        words, why = escape.cell(claims[0].words), escape.cell(claims[0].why)
        lines.append(markdown.folded_item(f"{_listed(claims, lookup)}: **{words}**"))
        credits = dict.fromkeys(credit for claim in claims for credit in claim.credits)
        overrides = _overrides(claims, lookup)
        lines.append(markdown.bullets([why, *overrides, *crediting.lines(credits, lookup)], 1))
    if not lines:
        return ""
    return markdown.sections(
        markdown.heading(3, "How far each statement is supported", "support"), "\n".join(lines)
    )


def _chains(claim: Claim) -> tuple[str, ...]:
    """Whom its passages credit: claims with other origins stand apart."""
    return tuple(sorted({" ".join(credit.chain) for credit in claim.credits}))


def _overrides(claims: Sequence[Claim], lookup: Lookup) -> list[str]:
    """An editor's reasons for which of the articles are one text."""
    sources = (source for claim in claims for source in claim.sources)
    said = dict.fromkeys(lookup.family[one].override for one in sources if one in lookup.family)
    return [f"Which articles are one text was set by an editor: {escape.cell(why)}" for why in said if why]


def _listed(claims: Sequence[Claim], lookup: Lookup) -> str:
    told: dict[ClaimKind, list[str]] = {}
    for claim in claims:
        told.setdefault(claim.claim, []).append(_value(claim, lookup))
    parts = [_SAID[kind].format(wording.listed(values)) for kind, values in told.items()]
    return wording.sentence("; ".join(parts))


_SAID = {
    ClaimKind.HELD: "that it took place",
    ClaimKind.DATE: "date: {}",
    ClaimKind.PLACE: "place: {}",
    ClaimKind.PARTICIPANT: "taking part: {}",
}


def _value(claim: Claim, lookup: Lookup) -> str:
    if claim.claim is ClaimKind.DATE:
        return edtf.in_words(claim.value)
    if claim.claim is ClaimKind.PARTICIPANT:
        return contact_remarks.actor_name(claim.value, lookup)
    return escape.cell(claim.value)
