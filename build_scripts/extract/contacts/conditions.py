"""Extract: a clause among the clauses of its sentence in, whether it states a condition or hangs on one out.

"If A came", "Had A met B", "were A to visit": what is merely imagined counts for nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import Status


def is_conditional(
    clause: Clause, status: Status | None, others: Sequence[Clause], words: Sequence[Word], grammar: Grammar
) -> bool:
    """ "If A came, B would …", "Had A met B, …": whether it holds only under another clause's condition."""
    conditions = [other for other in others if other is not clause and is_condition(other, words, grammar)]
    inverted = any(other.words[:1] == [0] and other.chain[:1] == [0] for other in conditions)
    return inverted or (bool(conditions) and status in (Status.PLANNED, Status.DENIED))


def is_hypothetical(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the clause, or one above it, states a condition."""
    above: Clause | None = clause
    while above is not None:
        if is_condition(above, words, grammar):
            return True
        above = above.parent
    return False


def is_condition(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the clause itself states one: by its conjunction, or by the helper before its subject."""
    if clause.is_condition is None:
        clause.is_condition = _is_condition(clause, words, grammar)
    return clause.is_condition


def _is_condition(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    if clause.kind is Kind.SUBORDINATE and grammar.has("conditions", clause.marker):
        return True
    first = clause.words[0] if clause.words else -1
    said = clause.kind is Kind.CONTENT and first > 0 and words[first - 1].low == "that"
    if (first != 0 and not said) or not clause.chain or clause.chain[0] != first:
        joined = clause.parent is not None and clause.kind in (Kind.JOINED, Kind.INFINITIVE)
        if clause.parent is not None and joined and is_condition(clause.parent, words, grammar):
            return True
        return _is_inverted_later(clause, words, grammar)
    # "Had A met B, …", "Were A to visit …": the helper before its subject.
    return grammar.has("inverted", words[first].low)


def _is_inverted_later(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "It would surprise him were A to visit"; near-miss: "met B and had talks with C"."""
    above = clause.parent
    if above is None or len(clause.chain) != 1 or not grammar.has("inverted", words[clause.chain[0]].low):
        return False
    at = clause.chain[0]
    following = words[at + 1] if at + 1 < len(words) else None
    named = following is not None and (following.is_name or following.tag is Tag.PRONOUN)
    imagined = any(words[each].tag is Tag.MODAL for each in above.chain)
    return imagined and named and words[at - 1].tag not in (Tag.JOINING, Tag.COMMA)
