"""Extract: a noun phrase in, those who take the role that it fills out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.names_behind import (
    acts_for,
    describes_sender,
    hangs_on,
    is_of_another,
    is_of_bystanders,
    is_only_near,
    is_stood_for,
    is_where_posted,
)
from build_scripts.extract.contacts.names_in_front import (
    behind_office,
    is_modifier,
    is_office,
    is_possessor,
    names_official,
    owns_people,
)
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.extract.records import record


@record
class Party:
    """Someone who stands in a role: an actor, or a side as a whole (`actor` empty)."""

    actor: str
    side: str
    at: int
    is_person: bool = False
    is_many: bool = False


def parties(
    indices: Sequence[int], words: Sequence[Word], world: World, grammar: Grammar
) -> tuple[Party, ...]:
    """Who takes the role that a noun phrase fills.

    A holder of an office stands for himself, not for his organisation ("the A leader, B" is B); an
    organisation's people stand for it ("the A delegation" is A); a possessor does not take part.
    """
    chunks = _chunks(indices, words, grammar)
    described = _described(chunks, words, world, grammar)
    found: list[Party] = []
    for number, chunk in enumerate(chunks):
        chunk = _not_denied(chunk, words)
        if number in described:
            chunk = _before_joining(chunk, words)
        people = tuple(_in_chunk(chunk, words, world, grammar))
        if number - 1 in described and describes_sender(chunks[number - 1], words, grammar):
            people = (*(Party("", each.side, each.at, is_many=True) for each in people[:1]), *people[1:])
        if number - 1 in described and is_of_bystanders(chunks[number - 1], words, grammar):
            people = people[1:]
        found.extend(people)
    return tuple(dict.fromkeys(found))


def _not_denied(chunk: list[int], words: Sequence[Word]) -> list[int]:
    """ "A, not C, met B" is not of C, "met not C but B" of B; near-miss: "not only C but B"."""
    lows = [words[each].low for each in chunk]
    if lows[0] != "not" or lows[1:2] in (["only"], ["just"]):
        return chunk
    return chunk[lows.index("but") :] if "but" in lows else []


def _before_joining(chunk: list[int], words: Sequence[Word]) -> list[int]:
    """Of "the rebels and the negotiator" before a name: the rebels; of "the negotiator" nobody."""
    at = next((n for n, each in enumerate(chunk) if words[each].tag is Tag.JOINING), 0)
    before = chunk[:at]
    named = any(words[each].tag in (Tag.ACTOR, Tag.SIDED) or words[each].sides for each in before)
    return before if named else []


def _chunks(indices: Sequence[int], words: Sequence[Word], grammar: Grammar) -> list[list[int]]:
    """The noun phrase cut at commas."""
    chunks: list[list[int]] = [[]]
    for each in indices:
        if words[each].tag is Tag.COMMA:
            chunks.append([])
        else:
            chunks[-1].append(each)
    return [chunk for chunk in chunks if chunk]


def _described(
    chunks: Sequence[Sequence[int]], words: Sequence[Word], world: World, grammar: Grammar
) -> set[int]:
    """Chunks that only describe the person beside them: an office before or after a name."""
    found: set[int] = set()
    if len(chunks) < 2:
        return found
    for number, chunk in enumerate(chunks):
        if any(world.is_person(words[each]) for each in chunk):
            continue
        lows = [words[each].low for each in chunk]
        office = any(is_office(low, grammar) for low in lows)
        if not office or words[chunk[0]].tag is Tag.JOINING:
            continue
        before = number > 0 and any(world.is_person(words[each]) for each in chunks[number - 1])
        # "A and P. Oak, the League's treasurer": of one who has no page.
        before = before and words[chunks[number - 1][-1]].tag is not Tag.NAME
        behind = number + 1 < len(chunks) and _is_name_first(chunks[number + 1], words, world)
        if behind or (before and number - 1 not in found):
            found.add(number)
    return found


def _is_name_first(chunk: Sequence[int], words: Sequence[Word], world: World) -> bool:
    return world.is_person(words[chunk[0]])


def _in_chunk(chunk: Sequence[int], words: Sequence[Word], world: World, grammar: Grammar) -> Iterable[Party]:
    person_seen = False
    for at, each in enumerate(chunk):
        word = words[each]
        rest = chunk[at + 1 :]
        if word.tag is Tag.ACTOR:
            owned = behind_office(rest, words, grammar)
            if owned and not world.is_person(word) and is_possessor(owned, words, grammar, world):
                if word.sides and owns_people(owned, words, grammar):
                    yield Party("", word.sides[0], each, is_many=True)
                continue
            if world.is_person(word) and word.sides and owns_people(rest, words, grammar):
                yield Party("", word.sides[0], each, is_many=True)
                continue
            if world.is_person(word) and is_stood_for(chunk[:at], words, grammar):
                yield from (Party("", side, each, is_many=True) for side in word.sides)
                continue
            if world.is_person(word) and is_of_another(chunk[:at], words, grammar):
                continue
            if is_only_near(chunk[:at], words, grammar):
                person_seen = person_seen or world.is_person(word)
                continue
            if not world.is_person(word) and is_where_posted(chunk[:at], words, grammar):
                continue
            if is_possessor(rest, words, grammar, world) or is_modifier(rest, words, world, grammar):
                if not world.is_person(word) and names_official(chunk[:at], rest, words, grammar):
                    yield _party(word, each, False, rest, words, grammar)
                elif word.sides and names_official(chunk[:at], rest, words, grammar):
                    yield Party("", word.sides[0], each, is_many=True)
                continue
            if person_seen and hangs_on(chunk[:at], rest, words, grammar):
                continue
            person = world.is_person(word)
            person_seen = person_seen or person
            yield _party(word, each, person, rest, words, grammar)
        elif word.sides and (
            _is_nation(chunk[:at], word, rest, words)
            or acts_for(chunk[:at], rest, words, grammar)
            or _stands_for_people(word, each, rest, words, world, grammar)
        ):
            for side in word.sides:
                yield Party("", side, each, is_many=True)


def _party(
    word: Word, at: int, person: bool, rest: Sequence[int], words: Sequence[Word], grammar: Grammar
) -> Party:
    actor = word.mention.actor if word.mention else ""
    side = word.sides[0] if word.sides else ""
    return Party(actor, side, at, person, not person)


def _is_nation(before: Sequence[int], word: Word, rest: Sequence[int], words: Sequence[Word]) -> bool:
    """ "met the Northlanders", "talks with the Northish"; near-miss: "the Northish hills"."""
    if word.tag is not Tag.SIDED or not before or words[before[-1]].low != "the":
        return False
    ends = (Tag.PREPOSITION, Tag.COMMA, Tag.JOINING, Tag.DATE, Tag.ADVERB, Tag.CLOSE, Tag.TO)
    return not rest or words[rest[0]].tag in ends


def _stands_for_people(
    word: Word, at: int, rest: Sequence[int], words: Sequence[Word], world: World, grammar: Grammar
) -> bool:
    """Whether a sided adjective or a home word means people of that side ("the Northern delegation").

    Near-miss: "Northern territory", "Northern citizens".
    """
    if word.tag is Tag.NOUN:
        return True
    if word.home and word.tag is Tag.NAME:
        following = words[rest[0]] if rest else None
        return (
            following is None
            or following.tag not in (Tag.NOUN, Tag.POSSESSIVE)
            or (grammar.has("groups", following.low))
        )
    if not rest and word.tag is Tag.SIDED:
        # "the Northerners", "the Federation".
        before = words[at - 1].low if at else ""
        return before == "the"
    for each in rest[:5]:
        follows = words[each]
        if follows.tag is Tag.ACTOR:
            # "Southern and Northern officials", where the latter are named as a side.
            side = follows.mention is not None and not follows.mention.actor
            return side and words[each - 1].tag is Tag.JOINING
        if (
            grammar.has("groups", follows.low)
            or is_office(follows.low, grammar)
            or follows.low in grammar.events
        ):
            return True
        if follows.tag not in (Tag.NAME, Tag.NOUN, Tag.SIDED, Tag.JOINING):
            return False
    return False
