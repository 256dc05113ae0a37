"""Reads a gold file and matches what the build found against it.

A contact is found when date and status agree and every participant that the gold file names in the
supporting words takes part; each match counts once, so a contact listed twice is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from build_scripts.models import Actor, Contact, SourceFacts, Status
from build_scripts.text import fold

HELD = Status.HAPPENED


@dataclass(frozen=True)
class Score:
    """Counts for one kind of fact; the lists say what was missed and what was wrong."""

    kind: str
    found: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.found / (self.found + len(self.wrong)) if self.found or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + len(self.missed)) if self.found or self.missed else 1.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        wanted, said = self.found + len(self.missed), self.found + len(self.wrong)
        return (
            f"{self.kind:<34} precision {self.precision:.2f} ({self.found}/{said})  "
            f"recall {self.recall:.2f} ({self.found}/{wanted})  F1 {self.f1:.2f}"
        )


@dataclass(frozen=True)
class Gold:
    """One gold file, with its actors' ids turned into the briefing's."""

    data: Mapping[str, Any]
    actor_of: Mapping[str, str]

    @classmethod
    def load(cls, path: Path, actors: Iterable[Actor]) -> Gold:
        data = yaml.safe_load(path.read_text("utf-8"))
        by_name = {fold(name).text.casefold(): actor.id for actor in actors for name in actor.names}
        actor_of = {
            actor["id"]: by_name[fold(spelling).text.casefold()]
            for actor in data["actors"]
            for spelling in reversed([actor["name"], *actor["spellings"]])
            if fold(spelling).text.casefold() in by_name
        }
        return cls(data, actor_of)

    @cached_property
    def contacts(self) -> tuple[Mapping[str, Any], ...]:
        return (*self.data["contacts"], *self.data["undated_contacts"])

    def named(self, contact: Mapping[str, Any]) -> frozenset[str]:
        """The participants that the supporting words name, as far as the briefing knows them."""
        context = set(contact.get("participants_from_context", ()))
        return frozenset(
            self.actor_of[actor]
            for actor in contact["participants"]
            if actor not in context and actor in self.actor_of
        )

    def match(self, gold: Mapping[str, Any], contact: Contact) -> float:
        """How well a contact fits: 0 where date or status differ or nobody is shared, else up to 1."""
        dates = {gold["date"] or "", *(gold.get("date_accept") or ())}
        if contact.date not in dates or contact.status != gold["status"]:
            return 0
        known = {self.actor_of[actor] for actor in gold["participants"] if actor in self.actor_of}
        said = set(contact.participants)
        if not known:
            return 0 if said else 1
        return len(known & said) / len(known | said)


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
    left = [one for one in said if one not in found.values()]
    wrong = [
        f"{one.id} {one.date} {one.participants} {one.evidence[0].quote!r}"
        for one in left
        if not any(gold.match(wanted, one) for wanted in edge)
    ]
    count = len(found)
    return Score("contacts, dated" if dated else "contacts, undated", count, missed, tuple(wrong))


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
    missed = tuple(f"{one['id']} {one['date'] or 'undated'}" for one in wanted if one["id"] not in found)
    return found, missed


def score_kinds_and_participants(gold: Gold, contacts: Iterable[Contact]) -> Score:
    """Of the core dated contacts that were found: kind right, and every named participant there."""
    said = [one for one in contacts if one.status is HELD]
    core = [one for one in gold.data["contacts"] if one["status"] == HELD and one["tier"] == "core"]
    right, missed = 0, []
    found, _ = _pairs(gold, core, said)
    for wanted in core:
        if wanted["id"] not in found:
            continue
        one = found[wanted["id"]]
        kinds = {wanted["kind"], *wanted.get("kind_accept", ())}
        lacking = gold.named(wanted) - set(one.participants)
        if one.kind in kinds and not lacking:
            right += 1
        else:
            missed.append(f"{wanted['id']}: {one.kind}, lacking {sorted(lacking)}")
    return Score("kind and participants right", right, tuple(missed), ())


def score_dates(gold: Gold, facts: Iterable[SourceFacts]) -> Score:
    """Of the words that date a contact in the gold file: found, with the right value."""
    by_source = {found.source.id: found for found in facts}
    found_count, missed = 0, []
    for contact in gold.contacts:
        for support in contact["support"]:
            words, value = support.get("date_surface"), support.get("date")
            if not words or not value:
                continue
            article = by_source[support["article"]]
            values = {value, *(contact.get("date_accept") or ())}
            at = article.source.text.find(support["quote"])
            passages = {one.id for one in article.passages if one.start <= at < one.end}
            hit = any(
                date.edtf in values or f"{date.edtf}/.." in values
                for date in article.dates
                if (date.text in words or words in date.text) and date.passage in passages
            )
            if hit:
                found_count += 1
            else:
                missed.append(f"{support['article']} {words!r} = {value}")
    return Score("date expressions of contacts", found_count, tuple(missed), ())


def score_spellings(gold: Gold, facts: Iterable[SourceFacts]) -> Score:
    """Each spelling of a person or organisation in each article that the gold file lists."""
    mentioned = {
        (found.source.id, mention.actor, fold(mention.text).text.casefold())
        for found in facts
        for mention in found.mentions
    }
    found_count, missed = 0, []
    for actor in gold.data["actors"]:
        if actor["kind"] == "place" or actor["id"] not in gold.actor_of:
            continue
        for spelling, articles in actor["spellings"].items():
            for article in articles:
                if (article, gold.actor_of[actor["id"]], fold(spelling).text.casefold()) in mentioned:
                    found_count += 1
                else:
                    missed.append(f"{article} {spelling}")
    return Score("spellings", found_count, tuple(missed), ())


def traps_fallen_into(gold: Gold, contacts: Iterable[Contact]) -> tuple[str, ...]:
    """Traps whose words carry a contact held, at the trap's date, that the gold file does not know."""
    fallen = []
    for trap in gold.data["traps"]:
        for contact in contacts:
            for piece in contact.evidence:
                if piece.source != trap["article"] or piece.status is not HELD:
                    continue
                overlap = trap["quote"] in piece.quote or piece.quote in trap["quote"]
                bait = trap["date_bait"]
                known = any(gold.match(one, contact) for one in gold.contacts if one["status"] == HELD)
                if overlap and not known and (bait is None or piece.date == bait):
                    fallen.append(f"{trap['id']}: {contact.id} {piece.quote!r}")
    return tuple(fallen)
