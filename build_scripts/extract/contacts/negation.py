"""Extract: a clause in, whether its verb is negated out, and whether the negation asserts after all.

"did not meet", "no talks", "nobody from", "never once": denied. "did not travel there until June",
"no one but B", "no fewer than three times", "did not come alone": told of as having happened.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Negation
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word


def is_negated(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Negation:
    """Whether the verb group, the subject or the object negates ("no meeting took place", "met nobody")."""
    if clause.negation is None:
        clause.negation = _negation(clause, words, grammar)
    return clause.negation


def _negation(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Negation:
    negated = (
        _in_chain(clause, words, grammar)
        or _in_subject(clause, words, grammar)
        or _in_object(clause, words, grammar)
    )
    if not negated:
        return Negation(False)
    if any(grammar.has("negated_manner", words[each].low) for each in clause.after) or _is_of_manner(
        clause, words
    ):
        return Negation(False)
    return Negation(True, _asserts(clause, words, grammar))


def _is_of_manner(clause: Clause, words: Sequence[Word]) -> bool:
    """ "were not held face to face, but through mediators"; near-miss: "did not meet A, but through B"."""
    at = next((n for n, each in enumerate(clause.after) if words[each].low == "but"), -1)
    following = clause.after[at + 1 : at + 2]
    plain = all(words[each].tag in (Tag.ADVERB, Tag.COMMA) for each in clause.after[: max(at, 0)])
    return at > 0 and plain and bool(following) and words[following[0]].tag is Tag.PREPOSITION


def _in_chain(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "did not meet"; near-misses: "not only met", "was no more fruitful"."""
    after = words[clause.after[0]].low if clause.after else ""
    if clause.chain and words[clause.chain[-1]].low == "no" and grammar.has("comparatives", after):
        return False
    for position, each in enumerate(clause.chain):
        if words[each].tag is Tag.NOT:
            only = clause.chain[position + 1 : position + 2]
            if not (only and words[only[0]].low in ("only", "just")):
                return True
    return False


def _in_subject(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "No minister went"; near-misses: "not only A", "no minister but A", "Without advisers, A …"."""
    for each in clause.before:
        following = words[each + 1].low if each + 1 < len(words) else ""
        if words[each].low == "not" and grammar.has("not_then", following.partition(" ")[0]):
            # "Not for the first time, A met B"; near-miss: "Not until May did A meet B".
            continue
        contrasts = each > 0 and each != clause.before[0] and words[each - 1].tag is Tag.COMMA
        if (contrasts and words[each].low == "not") or grammar.has("prepositions", words[each].low):
            # "A, not C, met B", "A and B, without advisers, met".
            continue
        if words[each].tag is Tag.NOT and following not in ("only", "just"):
            return not any(words[later].low in ("but", "except") for later in clause.before if later > each)
    return False


def _in_object(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "held no talks", "received nobody from the north".

    Near-misses: "met nobody but A", "adjourned with no deal".
    """
    first = words[clause.after[0]] if clause.after else None
    ends = {sense.name for sense in clause.senses} & grammar.classes["ends_event"]
    if ends and first is not None and first.tag is Tag.PREPOSITION:
        return False
    if any(words[each].tag is Tag.NOT and words[each].low == "no" for each in clause.after[:2]):
        return True
    for each in clause.after[:2]:
        following = words[each + 1].low if each + 1 < len(words) else ""
        if grammar.has("negative_objects", words[each].low) and following not in ("but", "except"):
            return True
    return False


def _asserts(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "Not until May did A …" asserts; "Until May A never …" does not."""
    opening = clause.before if clause.before and words[clause.before[0]].tag is Tag.NOT else []
    around = (*opening, *clause.after)
    dates = [each for each in around if words[each].tag is Tag.DATE]
    if len(opening) > 1 and words[opening[1]].low.startswith("since"):
        # "Not since May had A been there": in May.
        return bool(dates)
    within = any(grammar.has("assert_after", words[each].low.partition(" ")[0]) for each in dates)
    return within or (bool(dates) and any(grammar.has("assert_after", words[each].low) for each in around))
