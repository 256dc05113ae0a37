"""Extract: a name and the words behind it in its noun phrase in, whether another takes the role out.

Of "A's aides" and "League leader B" it is not the first who takes it, of "the League's delegation" it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World


def is_office(low: str, grammar: Grammar) -> bool:
    return grammar.has("offices", low) or low in ("ministers", "leaders", "presidents", "envoys", "deputies")


def owns_people(rest: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "A's aides" are of A's side; A is not there."""
    if not rest or words[rest[0]].tag is not Tag.POSSESSIVE:
        return False
    people = any(
        grammar.has("groups", words[each].low) or grammar.has("staff", words[each].low) for each in rest[1:4]
    )
    return people and not any(words[each].is_name for each in rest[1:])


def behind_office(rest: Sequence[int], words: Sequence[Word], grammar: Grammar) -> Sequence[int]:
    """ "the League leader | 's rivals": what is his who holds an office; near-miss: "League leader B"."""
    for at, each in enumerate(rest[:3]):
        if words[each].tag is Tag.POSSESSIVE:
            return rest[at:] if at and is_office(words[rest[at - 1]].low, grammar) else ()
        if words[each].tag is not Tag.NOUN:
            break
    return ()


def is_possessor(rest: Sequence[int], words: Sequence[Word], grammar: Grammar, world: World) -> bool:
    """ "A's deputy": A is not there; "the League's delegation" is the League."""
    if not rest or words[rest[0]].tag is not Tag.POSSESSIVE:
        return False
    for each in rest[1:]:
        word = words[each]
        if word.is_name and word.mention is not None:
            return True
        if grammar.has("groups", word.low):
            return False
        if word.tag in (Tag.PREPOSITION, Tag.JOINING):
            return True
    return True


def is_modifier(rest: Sequence[int], words: Sequence[Word], world: World, grammar: Grammar) -> bool:
    """ "League leader B" and "the League's leader B": an organisation before its person."""
    for each in rest:
        word = words[each]
        if word.tag in (Tag.JOINING, Tag.PREPOSITION, Tag.COMMA, Tag.NOT):
            return False
        if word.tag is Tag.ACTOR:
            return world.is_person(word) or not grammar.has("groups", words[rest[0]].low)
        if is_office(word.low, grammar) and word.low not in grammar.classes["groups"]:
            named = [w for w in (words[i] for i in rest) if w.is_name and w.low != word.low]
            return bool(named)
    return False


def names_official(
    before: Sequence[int], rest: Sequence[int], words: Sequence[Word], grammar: Grammar
) -> bool:
    """ "A's foreign minister", "League envoy Jon Brand": one who acts for them, though no actor of ours.

    Near-misses: "League envoy B" (that is B), "A's wife", "a former League envoy", "no League envoy but C".
    """
    others = ("formerly", "negative_determiners")
    if any(grammar.has(kind, words[each].low) for kind in others for each in before):
        return False
    acts = _is_theirs_by_name(rest, words)
    for each in rest:
        word = words[each]
        if word.tag is Tag.ACTOR:
            return False
        if word.tag in (Tag.JOINING, Tag.PREPOSITION, Tag.TO, Tag.COMMA, Tag.NOT):
            break
        acts = acts or grammar.has("acting_offices", word.low)
        if grammar.has("formerly", word.low) and word.tag is not Tag.ADVERB:
            # "the League's late chairman"; near-miss: "met the League's chairman late on Friday".
            return False
    return acts


def _is_theirs_by_name(rest: Sequence[int], words: Sequence[Word]) -> bool:
    """ "the League's Petra Oak": one of them; near-misses: "Northland's Lake region", "A's Westford"."""
    if not rest or words[rest[0]].tag is not Tag.POSSESSIVE:
        return False
    names = next((n for n, each in enumerate(rest[1:]) if words[each].tag is not Tag.NAME), len(rest) - 1)
    following = words[rest[names + 1]].tag if names + 1 < len(rest) else Tag.CLOSE
    return names > 1 and following not in (Tag.NOUN, Tag.POSSESSIVE)
