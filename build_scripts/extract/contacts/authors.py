"""Extract: an article's passages and who is named in them in, the actor who wrote it in the first person out.

"Statement by A", "Report from A to B", "From the diary of A", "By A", or a signature: then "I met B" is A's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.world import World
from build_scripts.models import ActorKind, Mention, Passage, PassageKind

_FRONT, _BACK = 5, 2
"""Passages at the beginning, and at the end, among which a text says whose it is."""
_SIGNED = 6
"""Words, at most, of a signature: "(Signed) A, Chairman of the League"."""
_WORD = re.compile(r"[^\W\d_]+(?:['’]s)?")
_BEFORE_AUTHOR = ("by", "from", "of")


def author_of(
    passages: Sequence[Passage], mentions_of: Mapping[str, Sequence[Mention]], world: World, grammar: Grammar
) -> tuple[Party, ...]:
    """The one person of either side whose text it is; none where it does not say so."""
    lines = [passage for passage in passages[:_FRONT] if passage.kind is not PassageKind.SENTENCE]
    for passage in lines:
        people = [each for each in mentions_of.get(passage.id, ()) if _is_person(each, world)]
        if people and _is_by(passage, people[0], grammar):
            return (_party(people[0], world),)
    for passage in passages[-_BACK:] if len(passages) > _BACK else ():
        people = [each for each in mentions_of.get(passage.id, ()) if _is_person(each, world)]
        if len(people) == 1 and _is_signature(passage, people[0]):
            return (_party(people[0], world),)
    return ()


def _is_person(mention: Mention, world: World) -> bool:
    actor = world.actors.get(mention.actor)
    return actor is not None and actor.kind is ActorKind.PERSON and actor.side in world.joined


def _party(mention: Mention, world: World) -> Party:
    return Party(mention.actor, world.actors[mention.actor].side, -1, is_person=True)


def _is_by(passage: Passage, mention: Mention, grammar: Grammar) -> bool:
    """ "Statement by A", "A's diary", "A to the minister"; not "Meeting of A and B", "A to visit B"."""
    before = [word.lower() for word in _WORD.findall(passage.text[: mention.start - passage.start])]
    behind = [word.lower() for word in _WORD.findall(passage.text[mention.end - passage.start :])]
    written = grammar.classes["written"]
    joined = [n for n, low in enumerate(before) if low in _BEFORE_AUTHOR]
    if passage.kind is PassageKind.BYLINE and before[:1] == ["by"]:
        return True
    if joined and any(low in written for low in before[: joined[-1]]):
        return not any(low in grammar.events for low in before)
    if behind[:1] == ["s"] and any(low in written for low in behind[1:3]):
        return True
    sent = behind[:1] == ["to"] and len(behind) > 1 and behind[1] not in grammar.forms
    return sent and not any(low in grammar.forms for low in (*before, *behind))


def _is_signature(passage: Passage, mention: Mention) -> bool:
    """ "(Signed) A", "A, Chairman": near-miss: "A left."."""
    words = _WORD.findall(passage.text)
    rest = passage.text[mention.end - passage.start :].strip()
    return len(words) - len(mention.text.split()) <= _SIGNED and (not rest or rest.startswith(","))
