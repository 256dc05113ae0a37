"""Extract: a planned contact in its sentence in, whether the same sentence says that nothing came of it out.

"was to meet B but cancelled", "came to meet B, but B did not show up", "was agreed for May and called off".
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.models import Status


def comes_to_nothing(clause: Clause, sentence: Sentence) -> bool:
    """ "came to meet B, but B did not show up"."""
    return any(
        sentence.words[max(other.words[0] - 1, 0)].low == "but" or sentence.words[other.words[0]].low == "but"
        for other in _later(clause, sentence)
        if other.words and is_negated(other, sentence.words, sentence.grammar).is_negated
    )


def is_dropped_plan(draft: Draft, sentence: Sentence) -> bool:
    """ "was to meet B but cancelled", "had planned to go, but stayed"; near-miss: "plans to"."""
    clause, grammar = draft.clause, sentence.grammar
    helpers = {sentence.words[each].low for each in clause.chain}
    if draft.status is not Status.PLANNED or not helpers & grammar.classes["past_helpers"]:
        return False
    return any(_drops(other, clause, sentence) for other in _later(clause, sentence) if other.chain)


def _drops(other: Clause, clause: Clause, sentence: Sentence) -> bool:
    grammar = sentence.grammar
    names = {sense.name for sense in other.senses}
    negated = is_negated(other, sentence.words, grammar).is_negated
    if other.kind is Kind.JOINED and other.parent is clause and names & grammar.classes["cancels"]:
        return not negated
    if not any(
        each >= 0 and sentence.words[each].low == "but" for each in (other.words[0] - 1, other.words[0])
    ):
        return False
    drops = grammar.classes["cancels"] | grammar.classes["refuses"] | grammar.classes["keeps_away"]
    return negated or bool(names & drops)


def _later(clause: Clause, sentence: Sentence) -> tuple[Clause, ...]:
    clauses = tuple(sentence.clauses)
    return clauses[clauses.index(clause) + 1 :] if clause in clauses else ()
