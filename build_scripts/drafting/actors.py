"""Drafting: a name and what the articles say in, an actor's page with what is known out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from build_scripts.drafting.front import comment, front, listed
from build_scripts.models import ActorKind, Briefing, Role, SourceFacts
from build_scripts.naming import stem
from build_scripts.text import words

Draft = tuple[str, str]
"""Path in docs/ and text of a page."""


def actor(name: str, kind: str, side: str, facts: Iterable[SourceFacts]) -> Draft:
    """An actor's page, with the unclaimed names that end in the same word as its other spellings."""
    last = _last(name)
    found: Counter[tuple[str, str]] = Counter()
    for each in facts:
        for unknown in each.unknown_names:
            if last and _last(unknown.text) == last:
                found[unknown.text, unknown.source] += unknown.count
    spelled = sorted({text for text, _ in found if text != name})
    counted = [
        f"found: {text} ({'once' if count == 1 else f'{count} times'} in {source})"
        for (text, source), count in sorted(found.items())
    ]
    fields = {"title": name, "kind": kind or ActorKind.PERSON, "side": side, "aliases": spelled}
    return f"actors/{stem(name)}.md", front(fields, counted)


def with_descriptions(path: str, text: str, briefing: Briefing) -> str:
    """The page with what the articles call the actor, and the groups and the side that follow from it."""
    known = next((one for one in briefing.records.actors if one.page == path), None)
    if known is None:
        return text
    roles = [role for found in briefing.facts for role in found.roles if role.actor == known.id]
    groups = {group for role in roles for group in _groups(role, briefing)} - {known.id}
    sides = {one.side for one in briefing.records.actors if one.id in groups and one.side}
    lines = [f"called: {role.text} (in {role.source})" for role in _each_once(roles)]
    if groups and not known.member_of:
        lines.append(f"member_of: {listed(sorted(groups))}")
    if len(sides) == 1 and not known.side:
        lines.append(f"side: {sides.pop()}")
    head, _, rest = text.rpartition("---\n")
    return "".join([head, *(f"{comment(line)}\n" for line in lines), "---\n", rest])


def _last(name: str) -> str:
    found = words(name)
    return found[-1].casefold() if found else ""


def _each_once(roles: Iterable[Role]) -> list[Role]:
    first: dict[tuple[str, str], Role] = {}
    for role in roles:
        first.setdefault((role.text, role.source), role)
    return list(first.values())


def _groups(role: Role, briefing: Briefing) -> set[str]:
    """The organisations and states that the description names."""
    kinds = {one.id: one.kind for one in briefing.records.actors}
    return {
        mention.actor
        for found in briefing.facts
        if found.source.id == role.source
        for mention in found.mentions
        if role.start <= mention.start
        and mention.end <= role.end
        and kinds.get(mention.actor, ActorKind.PERSON) is not ActorKind.PERSON
    }
