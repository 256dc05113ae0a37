"""Extract: the words of a passage in, the nouns by which it introduces persons and bodies out.

"Commissioner A", "the peace commissioner, A", "A, the commissioner", "A was named commissioner"; "Ministry
of Roads", "the rebel League". Someone unknown who is introduced so takes the noun from others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.extract.records import record

_FURTHEST = 10
"""Words of an aside that says who someone is."""
_NOMINAL = (Tag.NOUN, Tag.NAME, Tag.SIDED)
_PLAIN = (*_NOMINAL, Tag.VERB, Tag.ADVERB)
_ENDS = (Tag.COMMA, Tag.STOP, Tag.CLOSE, Tag.QUOTE, Tag.OPEN)
_LINKING = (Tag.AUX, Tag.ADVERB, Tag.DETERMINER)


@record
class Introduced:
    """A noun (with what makes it another office: "prime minister") and whom it introduces."""

    noun: str
    actor: str
    """Empty for someone unknown."""
    words: frozenset[str]
    start: int = 0
    """Where the article introduces whom it calls so."""


def introductions(words: Sequence[Word], world: World, grammar: Grammar) -> Iterator[Introduced]:
    """Everyone whom a passage introduces by an office, and every body by the noun that it is."""
    yield from _by_pronoun(words, world, grammar)
    offices = grammar.classes["held_by_one"]
    for at, word in enumerate(words):
        actor = word.mention.actor if word.mention is not None else ""
        if actor in world.persons:
            for described in _of_person(words, at, grammar):
                yield replace(_introduced(described, actor, grammar), start=word.start)
        elif actor in world.actors and actor not in world.states:
            yield from _of_body(words, at, grammar)
        elif word.low in offices and _is_anothers(words, at, grammar):
            before = [each.low for each in words[max(0, at - 2) : at]]
            yield replace(_introduced([word.low], "", grammar, before), start=word.start)


def _by_pronoun(words: Sequence[Word], world: World, grammar: Grammar) -> Iterator[Introduced]:
    """ "He met A in May, when she had been minister for a week": A, the only one who can be she."""
    people = [at for at, word in enumerate(words) if word.mention is not None and world.is_person(word)]
    if len(people) != 1:
        return
    mention = words[people[0]].mention
    earlier = {word.low for word in words[: people[0]] if grammar.has("pronouns-one", word.low)}
    later = [at for at in range(people[0] + 1, len(words)) if grammar.has("pronouns-one", words[at].low)]
    if not later or words[later[0]].low in earlier or mention is None:
        return
    if described := _named(words, later[0] + 1, grammar):
        yield replace(_introduced(described, mention.actor, grammar), start=mention.start)


def _introduced(
    described: Sequence[str], actor: str, grammar: Grammar, before: Sequence[str] = ()
) -> Introduced:
    apart = [each for each in (*before, *described[:-1]) if grammar.has("office_apart", each)]
    return Introduced(" ".join((*apart, described[-1])), actor, frozenset((*before, *described)))


def _of_person(words: Sequence[Word], at: int, grammar: Grammar) -> Iterator[list[str]]:
    """The descriptions of a person, each up to its office."""
    titled = words[at].low.split()
    office = next((n for n, low in enumerate(titled[:2]) if grammar.has("held_by_one", low)), -1)
    if office >= 0 and len(titled) > office + 1:
        yield titled[: office + 1]
    owned = at + 1 < len(words) and words[at + 1].tag is Tag.POSSESSIVE
    back = at - 1
    while back >= 0 and (grammar.has("honorifics", words[back].low) or words[back].text == "."):
        back -= 1
    found = _in_front(words, back, grammar) if back >= 0 else []
    if found:
        yield found
    if owned:
        return
    aside = at + 1 < len(words) and words[at + 1].tag is Tag.COMMA
    found = _head_of(words, at + 2, grammar) if aside else _named(words, at + 1, grammar)
    if found:
        yield found


def _in_front(words: Sequence[Word], last: int, grammar: Grammar) -> list[str]:
    """What stands before a name, its honorifics aside."""
    if words[last].tag is Tag.COMMA:
        return _aside_before(words, last, grammar)
    return _upto(words, last, grammar) if words[last].tag in _PLAIN else []


def _upto(words: Sequence[Word], last: int, grammar: Grammar) -> list[str]:
    """ "peace commissioner" before a name."""
    if not grammar.has("held_by_one", words[last].low):
        return []
    first = last
    while first > 0 and words[first - 1].tag in _NOMINAL and last - first < 3:
        first -= 1
    return [word.low for word in words[first : last + 1]]


def _aside_before(words: Sequence[Word], comma: int, grammar: Grammar) -> list[str]:
    """ "the peace commissioner (of the north)," before a name."""
    for first in range(comma - 1, max(-1, comma - _FURTHEST), -1):
        word = words[first]
        if word.tag is Tag.DETERMINER or word.tag is Tag.POSSESSIVE:
            described = _head_of(words, first + 1, grammar)
            if described or word.tag is Tag.POSSESSIVE:
                return described
        elif word.tag in (*_ENDS, Tag.JOINING, Tag.AUX):
            return []
    return []


def _head_of(words: Sequence[Word], first: int, grammar: Grammar) -> list[str]:
    """The description that begins there, up to its office; none where a name or a verb stands in it."""
    described: list[str] = []
    for at in range(first, min(first + _FURTHEST, len(words))):
        word = words[at]
        if word.low in ("of", "for") and described and at + 1 < len(words):
            return _with_charge(described, words[at + 1], grammar)
        if word.tag in _ENDS or word.low in ("in", "to", "who", "at") or word.tag is Tag.JOINING:
            break
        if word.tag is Tag.DETERMINER or word.tag is Tag.POSSESSIVE:
            described = []
        elif word.tag is Tag.ACTOR:
            if described and grammar.has("held_by_one", described[-1]):
                # "A, minister B": B is the minister.
                return []
            described = []
        elif word.tag in _PLAIN and (word.tag is not Tag.VERB or grammar.has("held_by_one", word.low)):
            described.append(word.low)
        else:
            return []
    return described[-4:] if described and grammar.has("held_by_one", described[-1]) else []


def _with_charge(described: Sequence[str], charge: Word, grammar: Grammar) -> list[str]:
    """ "minister of roads": what an office is for stands among its words, before it."""
    if not grammar.has("held_by_one", described[-1]):
        return []
    extra = [charge.low] if charge.tag in (Tag.NAME, Tag.NOUN) else []
    return [*extra, *described[-4:]]


def _named(words: Sequence[Word], at: int, grammar: Grammar) -> list[str]:
    """ "A was named (as the) peace commissioner", "A became president"; near-miss: "A was the guest of …"."""
    linked = False
    for each in range(at, min(at + 6, len(words))):
        word = words[each]
        stems = {word.low.removesuffix("ed"), word.low.removesuffix("d")}
        senses = stems | {sense.lemma for sense in grammar.senses.get(word.low, ())}
        makes = word.tag is Tag.VERB and bool(senses & grammar.classes["makes_holder"])
        if makes or (word.tag is Tag.AUX and grammar.has("forms_of_be", word.low)):
            linked = True
        elif linked and word.tag in _PLAIN:
            # "was the first minister to visit" is no office.
            described = _head_of(words, each, grammar)
            return [] if any(grammar.has("firsts", low) for low in described) else described
        elif word.tag not in _LINKING and word.low != "as":
            return []
    return []


def _of_body(words: Sequence[Word], at: int, grammar: Grammar) -> Iterator[Introduced]:
    """ "Ministry of Roads" is the ministry, "Highland Union" the union, "the rebel League" the rebels."""
    mention = words[at].mention
    assert mention is not None
    parts = words[at].low.removeprefix("the ").split()
    upto = next((n for n, part in enumerate(parts) if part in ("of", "for")), len(parts))
    noun = parts[upto - 1] if upto else ""
    if grammar.has("bodies", noun):
        yield Introduced(noun, mention.actor, frozenset(parts), mention.start)
    before = words[at - 1] if at else None
    if before is not None and grammar.has("rebellious", before.low):
        yield Introduced(f"{before.low}s", mention.actor, frozenset((before.low,)), mention.start)
    if at + 2 < len(words) and words[at + 1].tag is Tag.COMMA and words[at + 2].tag is Tag.DETERMINER:
        for word in words[at + 3 : at + 3 + _FURTHEST]:
            if grammar.has("bodies", word.low):
                yield Introduced(word.low, mention.actor, frozenset((word.low,)), mention.start)
            if word.tag not in _PLAIN:
                return


def _is_anothers(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Whether someone unknown is so called: "President Cedar", "the minister, Mr. B", "a minister"."""
    following = at + 1
    if following < len(words) and words[following].tag is Tag.COMMA:
        following += 1
        honoured = following < len(words) and grammar.has("honorifics", words[following].low)
        if not honoured:
            return _is_indefinite(words, at, grammar) and not _is_known_beside(words, at)
    while following < len(words) and (
        grammar.has("honorifics", words[following].low) or words[following].text == "."
    ):
        following += 1
    if following < len(words) and words[following].tag is Tag.NAME and not words[following].home:
        return not grammar.has("held_by_one", words[following].low)
    return _is_indefinite(words, at, grammar) and not _is_known_beside(words, at)


def _is_indefinite(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    return any(word.low in ("a", "an", "another", "one", "several") for word in words[max(0, at - 3) : at])


def _is_known_beside(words: Sequence[Word], at: int) -> bool:
    """ "a minister, A", "A, a minister", "A became a minister"."""
    around = words[max(0, at - 5) : at + _FURTHEST]
    return any(word.tag is Tag.ACTOR for word in around)
