"""Contacts against the gold file: held, not held, with the right people, and the traps.

A contact is found when date and status agree and it shares a participant; each match counts once,
so a contact listed twice is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from build_scripts.models import Contact, Evidence, Status

from .gold import Gold
from .score import Score, Share, Traps

HELD = Status.HAPPENED


def score_contacts(gold: Gold, contacts: Iterable[Contact], *, dated: bool) -> Score:
    """Contacts held: core ones must be found, each once; what matches nothing in the file is wrong."""
    said = [one for one in contacts if one.status is HELD and bool(one.date) is dated]
    core = [
        one
        for one in gold.contacts
        if one["status"] == HELD and bool(one["date"]) is dated and one["tier"] == "core"
    ]
    found, missed = _pairs(gold, core, said)
    edge = [one for one in gold.contacts if one["status"] == HELD and one not in core]
    wrong = tuple(
        _named(one)
        for one in said
        if one not in found.values() and not any(gold.match(wanted, one) for wanted in edge)
    )
    return Score("contacts, dated" if dated else "contacts, undated", len(found), missed, wrong)


def score_not_held(gold: Gold, contacts: Iterable[Contact]) -> Score:
    """Contacts planned, cancelled or denied: core ones are kept with that status.

    Others are wrong unless their words are a trap's or those of a contact that was not held.
    """
    said = [one for one in contacts if one.status is not HELD]
    core = [one for one in gold.contacts if one["status"] != HELD and one["tier"] == "core"]
    found, missed = _pairs(gold, core, said)
    known = [(trap["article"], trap["quote"]) for trap in gold.data["traps"]]
    for contact in gold.contacts:
        known += [
            (one["article"], one["quote"]) for one in contact["support"] if one.get("status") != "happened"
        ]
    wrong = tuple(
        f"{one.status} {_named(one)}"
        for one in said
        if one not in found.values()
        and not any(_overlaps(piece, *words) for piece in one.evidence for words in known)
    )
    return Score("contacts, not held", len(found), missed, wrong)


def score_kinds_and_participants(gold: Gold, contacts: Iterable[Contact]) -> Share:
    """Of the core dated contacts that were found: kind right, and every named participant there."""
    said = [one for one in contacts if one.status is HELD]
    core = [one for one in gold.data["contacts"] if one["status"] == HELD and one["tier"] == "core"]
    found, _ = _pairs(gold, core, said)
    right, missed = 0, []
    for wanted in core:
        if wanted["id"] not in found:
            continue
        one = found[wanted["id"]]
        lacking = gold.named(wanted) - set(one.participants)
        if one.kind in {wanted["kind"], *wanted.get("kind_accept", ())} and not lacking:
            right += 1
        else:
            missed.append(f"{wanted['id']}: {one.kind}, lacking {sorted(lacking)}")
    return Share("kind and participants right", right, tuple(missed))


def traps_fallen_into(gold: Gold, contacts: Iterable[Contact]) -> Traps:
    """Traps whose words carry a contact held, at the trap's date, that the gold file does not know."""
    held = [one for one in gold.contacts if one["status"] == HELD]
    strange = [one for one in contacts if not any(gold.match(wanted, one) for wanted in held)]
    fallen = tuple(
        f"{trap['id']}: {contact.id} {piece.quote!r}"
        for trap in gold.data["traps"]
        for contact in strange
        for piece in contact.evidence
        if piece.status is HELD
        and _overlaps(piece, trap["article"], trap["quote"])
        and trap["date_bait"] in (None, piece.date)
    )
    return Traps("traps fallen into", len(gold.data["traps"]), fallen)


def _pairs(
    gold: Gold, wanted: list[Mapping[str, Any]], said: list[Contact]
) -> tuple[dict[str, Contact], tuple[str, ...]]:
    """Each wanted contact with the one that fits it best, best fits first, no contact twice."""
    fits = sorted(
        ((gold.match(one, contact), one["id"], contact.id) for one in wanted for contact in said),
        key=lambda fit: (-fit[0], fit[1:]),
    )
    by_id = {contact.id: contact for contact in said}
    found: dict[str, Contact] = {}
    for fit, name, contact in fits:
        if fit and name not in found and by_id[contact] not in found.values():
            found[name] = by_id[contact]
    missed = tuple(
        f"{one['id']} {one['date'] or 'undated'} {one['status']}: {one['support'][0]['quote']!r}"
        for one in wanted
        if one["id"] not in found
    )
    return found, missed


def _overlaps(piece: Evidence, article: str, quote: str) -> bool:
    return piece.source == article and (quote in piece.quote or piece.quote in quote)


def _named(one: Contact) -> str:
    return f"{one.id} {one.date} {one.kind} {', '.join(one.participants)} {one.evidence[0].quote!r}"
