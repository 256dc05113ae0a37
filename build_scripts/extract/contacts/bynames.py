"""Extract: the words of an article in, the same out, with "the minister" and "the council" as whom they mean.

An article that introduces one holder of an office, or one body of a kind, goes on to call them by the noun
alone. Two of a kind, known or not, make the noun nobody's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.introductions import Introduced, introductions
from build_scripts.extract.contacts.officers import officer_at
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.extract.kept import kept
from build_scripts.models import ActorKind, How, Mention

_MOST_WORDS = 2
"""Words between "the" and the noun: "the foreign minister"."""
_OF_SIDE = "side:"
"""Before the side of someone of whom nothing else is known."""
_BETWEEN = (Tag.NOUN, Tag.NAME, Tag.SIDED, Tag.VERB, Tag.ADVERB)


@dataclass(frozen=True, slots=True)
class Bynames:
    """Who or what each noun means in one article."""

    known: Mapping[str, tuple[Introduced, ...]]
    states: Mapping[str, str]
    """The one state of a side: "the government"."""
    realm: str
    """The one side that is a state's, where the article names no other: "the president" is of it."""
    rebels: str
    """The one body, or the side, that has no state where the other has one: "the rebels"."""
    world: World
    grammar: Grammar

    def read(self, words: Sequence[Word]) -> tuple[Word, ...]:
        """The words of one passage; those that are a byname are one word that names its bearer."""
        if not (self.known or self.states or self.realm or self.rebels):
            return tuple(words)
        found: list[Word] = []
        at = 0
        while at < len(words):
            end, actor, tag = 0, "", words[at].tag
            officer = self.realm and (tag is Tag.NAME or tag is Tag.DETERMINER)
            if officer and (end := officer_at(words, at, self.grammar)):
                actor = _OF_SIDE + self.realm
            elif tag is Tag.DETERMINER:
                end, actor = self._byname(words, at)
            elif (tag is Tag.NOUN or tag is Tag.NAME) and (actor := self._adjective(words, at)):
                end = at + 1
            if end:
                found.append(_naming(words[at:end], actor, self.world))
                at = end
            else:
                found.append(words[at])
                at += 1
        return tuple(found)

    def _adjective(self, words: Sequence[Word], at: int) -> str:
        """Of whom "rebel commanders", "government negotiators" are, if it is known."""
        word = words[at]
        if word.low not in self.states and not self.grammar.has("rebellious", word.low):
            return ""
        following = words[at + 1 : at + 4]
        group = next((n for n, each in enumerate(following) if self.grammar.has("groups", each.low)), -1)
        plain = (Tag.NOUN, Tag.JOINING, Tag.ACTOR, Tag.SIDED)
        if group < 0 or word.quoted or any(each.tag not in plain for each in following[:group]):
            return ""
        if at and words[at - 1].tag in (Tag.SIDED, Tag.NAME, Tag.ACTOR, Tag.POSSESSIVE):
            return ""
        if self.grammar.has("rebellious", word.low):
            return self._meant(f"{word.low}s", [], word.start)
        return self.states.get(word.low, "")

    def _byname(self, words: Sequence[Word], at: int) -> tuple[int, str]:
        """Where a byname that begins at a word ends, and whom it means; 0 where none begins."""
        if words[at].low != "the" or self._is_aside(words, at):
            return 0, ""
        for head in range(at + 1, min(at + 2 + _MOST_WORDS, len(words))):
            word = words[head]
            if word.tag not in _BETWEEN or word.quoted:
                return 0, ""
            before = [each.low for each in words[at + 1 : head]]
            if any(self.grammar.has("firsts", low) for low in before):
                return 0, ""
            if (end := _charge(words, head)) and self.grammar.has("held_by_one", word.low):
                # "the Minister of Roads" of whom it was said before.
                before = [*before, words[head + 2].low]
                actor = self._meant(word.low, before, word.start)
                return (end, actor) if actor else (0, "")
            if _goes_on(words, head):
                continue
            actor = self._meant(word.low, before, word.start)
            return (head + 1, actor) if actor else (0, "")
        return 0, ""

    def _is_aside(self, words: Sequence[Word], at: int) -> bool:
        """ "A, the minister, went": says who A is."""
        return at > 1 and words[at - 1].tag is Tag.COMMA and self.world.is_person(words[at - 2])

    def _meant(self, low: str, before: Sequence[str], start: int) -> str:
        """Who bears the noun: of several only the one who was introduced by then."""
        if not before and low in self.states:
            return self.states[low]
        apart = [each for each in before if self.grammar.has("office_apart", each)]
        holders = self.known.get(" ".join((*apart, low)), ())
        if not holders and self.rebels and self.grammar.has("rebellious", low.removesuffix("s")):
            return self.rebels
        if not holders and self.realm and self.grammar.has("offices_of_state", " ".join((*before, low))):
            return _OF_SIDE + self.realm
        described = {each for each in before if not self.grammar.has("rebellious", each)}
        fitting = [holder for holder in holders if holder.words >= described]
        meant = [holder.actor for holder in fitting if holder.start < start] or [h.actor for h in fitting]
        return meant[0] if len(meant) == 1 else ""


def bynames(passages: Iterable[Sequence[Word]], world: World, grammar: Grammar) -> Bynames:
    """What the nouns of an article mean, from all of its passages."""
    found: dict[str, list[Introduced]] = defaultdict(list)
    states: set[str] = set()
    for words in passages:
        for each in introductions(words, world, grammar):
            found[each.noun].append(each)
        states.update(
            word.mention.actor for word in words if word.mention is not None and world.is_state(word)
        )
    known = {noun: _holders(noun, each) for noun, each in found.items()}
    realms, realm, rebels = _realms(world)
    abroad = any(world.actors[one].side not in realms for one in states)
    governments = _governments(states, world, grammar, found)
    return Bynames(known, governments, "" if abroad else realm, rebels, world, grammar)


@kept()
def _realms(world: World) -> tuple[frozenset[str], str, str]:
    """The sides that are states', the one that is, and who or what stands for the other."""
    states = {actor.side for actor in world.actors.values() if actor.kind is ActorKind.STATE}
    realms = world.joined & states
    realm = next(iter(realms)) if len(realms) == 1 else ""
    return realms, realm, _whole(next(iter(world.joined - realms)), world) if realm else ""


def _whole(side: str, world: World) -> str:
    """The one organisation of a side, or the side."""
    bodies = [
        one.id for one in world.actors.values() if one.side == side and one.kind is not ActorKind.PERSON
    ]
    return bodies[0] if len(bodies) == 1 else _OF_SIDE + side


def _holders(noun: str, introduced: Iterable[Introduced]) -> tuple[Introduced, ...]:
    """Each who is so called, once, with all the words that introduce him."""
    words: dict[str, set[str]] = defaultdict(set)
    starts: dict[str, int] = {}
    for one in introduced:
        words[one.actor].update(one.words)
        starts[one.actor] = min(one.start, starts.get(one.actor, one.start))
    return tuple(Introduced(noun, actor, frozenset(words[actor]), starts[actor]) for actor in sorted(words))


def _governments(
    states: Iterable[str], world: World, grammar: Grammar, found: Mapping[str, object]
) -> dict[str, str]:
    """ "the government" is that of the one state among the two sides."""
    ours = [one for one in sorted(states) if world.actors[one].side in world.joined]
    if len({world.actors[one].side for one in ours}) != 1 or len(ours) != 1:
        return {}
    rivals = [
        actor for actor in world.actors.values() if actor.kind is ActorKind.STATE and actor.id != ours[0]
    ]
    if any(actor.side in world.joined for actor in rivals):
        return {}
    return {noun: ours[0] for noun in grammar.classes["governments"] if noun not in found}


def _charge(words: Sequence[Word], head: int) -> int:
    """Where "of Roads" ends behind "the Minister", 0 where something else stands there."""
    if head + 2 >= len(words) or words[head + 1].low not in ("of", "for"):
        return 0
    if words[head + 2].tag not in (Tag.NAME, Tag.NOUN) or _goes_on(words, head + 2):
        return 0
    return head + 3


def _goes_on(words: Sequence[Word], head: int) -> bool:
    """Whether the noun phrase goes on behind a word: "the council | chamber", "the minister | A. Arden"."""
    following = words[head + 1] if head + 1 < len(words) else None
    if following is None:
        return False
    if following.tag in (Tag.NOUN, Tag.NAME, Tag.ACTOR, Tag.SIDED) or following.low == "of":
        return True
    behind = words[head + 2] if head + 2 < len(words) else None
    named = behind is not None and (behind.is_name or behind.text in ("Mr", "Mrs", "Ms", "Dr"))
    return following.tag is Tag.COMMA and named


def _naming(words: Sequence[Word], actor: str, world: World) -> Word:
    first, last = words[0], words[-1]
    text = " ".join(word.text for word in words)
    if actor.startswith(_OF_SIDE):
        side = actor.removeprefix(_OF_SIDE)
        return Word(Tag.NOUN, text, text.lower(), first.start, last.end, sides=(side,))
    side = world.actors[actor].side
    mention = Mention("", "", first.start, last.end, text, actor, side, How.DESCRIPTION, True)
    word = Word(Tag.ACTOR, text, text.lower(), first.start, last.end, mention=mention)
    return replace(word, sides=(side,) if side else ())
