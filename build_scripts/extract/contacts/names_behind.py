"""Extract: a name and the words before it in its noun phrase in, whether another takes the role out.

Of "an aide to B" and "a brother of B" it is not B who takes it, of "members of the League" it is the League.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.names_in_front import is_office
from build_scripts.extract.contacts.words import Tag, Word

_NOUNS = (Tag.NOUN, Tag.NAME, Tag.DETERMINER)
_TITLES = (Tag.ACTOR, Tag.SIDED)


def hangs_on(before: Sequence[int], rest: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "B of the League": what follows `of` belongs to the person before it.

    Near-misses: "A and the chairman of the League B", "A and officials of the League": two.
    """
    for number in range(len(before) - 1, -1, -1):
        word = words[before[number]]
        if word.tag in (Tag.JOINING, Tag.COMMA):
            return False
        if word.tag is Tag.PREPOSITION:
            of_named = bool(rest) and words[rest[0]].is_name
            if not of_named and _begins_with_people(before[:number], words, grammar):
                return False
            named = words[before[-1]].tag is Tag.ACTOR
            return not (named and number > 0 and is_office(words[before[number - 1]].low, grammar))
    return False


def _begins_with_people(before: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "and (senior) officials", "and the chairman", "and P. Oak" (of the League): not whose the first is."""
    last = words[before[-1]] if before else None
    if last is None:
        return False
    if not (grammar.has("groups", last.low) or is_office(last.low, grammar) or last.tag is Tag.NAME):
        return False
    lead = next((words[each] for each in reversed(before[:-1]) if words[each].tag not in _NOUNS), None)
    return lead is not None and lead.tag is Tag.JOINING


def is_stood_for(before: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "an aide to B", "a lawyer for B": someone of B's side; B is not there."""
    back = [words[each] for each in reversed(before) if words[each].tag is not Tag.DETERMINER][:2]
    if len(back) < 2 or back[0].tag not in (Tag.PREPOSITION, Tag.TO):
        return False
    return grammar.has("agents", back[1].low)


def is_of_another(before: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "a brother of B", "the successor of B": B is not there; near-miss: "a meeting of B"."""
    if len(before) < 2 or words[before[-1]].low != "of":
        return False
    low = words[before[-2]].low
    return is_office(low, grammar) and not grammar.has("groups", low)


def is_where_posted(before: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "the Northern envoy to the League": the League is not there; near-miss: "an aide to the League"."""
    back = [words[each] for each in reversed(before) if words[each].tag is not Tag.DETERMINER][:2]
    return len(back) > 1 and back[0].low == "to" and grammar.has("accredited", back[1].low)


def is_only_near(before: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "met victims of the League", "former members of the League"; near-miss: "members of the League".

    What describes a name stands between: "opponents of League leader B".
    """
    plain = [each for each in before if words[each].tag is not Tag.DETERMINER]
    titles = len(plain)
    while titles and (
        words[plain[titles - 1]].tag in _TITLES or is_office(words[plain[titles - 1]].low, grammar)
    ):
        titles -= 1
    if titles and words[plain[titles - 1]].low == "of":
        plain = plain[:titles]
    if len(plain) < 2 or words[plain[-1]].low != "of":
        return False
    once = len(plain) > 2 and grammar.has("formerly", words[plain[-3]].low)
    return once or grammar.has("bystanders", words[plain[-2]].low)


def acts_for(before: Sequence[int], rest: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "members of the Northern parliament", "the speaker of the Northern assembly": of that side.

    Near-miss: "residents of the Northern hills".
    """
    plain = [each for each in before if words[each].tag is not Tag.DETERMINER]
    if len(plain) < 2 or words[plain[-1]].low != "of" or not rest or words[rest[0]].tag is not Tag.NOUN:
        return False
    low = words[plain[-2]].low
    return is_office(low, grammar) or grammar.has("groups", low) or grammar.has("acting_offices", low)


def describes_sender(chunk: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "two envoys of the exiled leader", before his name: someone of his side; he is not there.

    Near-misses: "a representative of the leadership", "the envoy of the leader", of whom the name may be.
    """
    last = words[chunk[-1]].low
    return is_office(last, grammar) and any(
        words[each].tag in (Tag.PREPOSITION, Tag.TO)
        and grammar.has("agents", words[before].low)
        and words[before].low.removesuffix("s") in grammar.classes["agents"]
        and words[before].low.endswith("s")
        for before, each in pairwise(chunk)
    )


def is_of_bystanders(chunk: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "critics of the head of the League", before his name; near-miss: "the head of the critics"."""
    offices = [at for at, each in enumerate(chunk) if is_office(words[each].low, grammar)]
    before = chunk[: offices[0] + 1] if offices else ()
    return any(
        words[of].low == "of" and grammar.has("bystanders", words[each].low) for each, of in pairwise(before)
    )
