"""Extract: a planned contact in its sentence in, whether the same sentence says that nothing came of it out.

"was to meet B but cancelled", "came to meet B, but B did not show up", "was agreed for May and called off".
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Form
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.models import Status

_COMES_TRUE = frozenset({"take place", "happen", "go ahead", "come off"})


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
    if clause.kind is Kind.INFINITIVE and clause.parent is not None:
        # "was due there on Monday to open talks with B, but called the trip off".
        clause = clause.parent
    helpers = {sentence.words[each].low for each in clause.chain}
    past = bool(helpers & grammar.classes["past_helpers"]) or _is_past_plan(clause, sentence)
    if draft.status is not Status.PLANNED or not past:
        return False
    return any(_drops(other, clause, sentence) for other in _later(clause, sentence) if other.chain)


def _is_past_plan(clause: Clause, sentence: Sentence) -> bool:
    """ "hoped to meet B", "intended to"; near-misses: "hopes to meet B", "met B"."""
    first = sentence.words[clause.chain[0]].low if len(clause.chain) > 1 else ""
    forms = sentence.grammar.forms.get(first, frozenset())
    names = {sense.name for sense in sentence.grammar.senses.get(first, ())}
    return Form.PAST in forms and bool(names & sentence.grammar.classes["plans"])


def not_as_planned(draft: Draft, sentence: Sentence) -> Draft:
    """ "did not meet B as planned on Monday": it was to be then, and was called off."""
    for other in sentence.clauses:
        planned = other.kind is Kind.PARTICIPLE and other.parent is draft.clause and other.first > 0
        if draft.status is not Status.DENIED or not planned or sentence.words[other.first - 1].low != "as":
            continue
        if {sense.name for sense in other.senses} & sentence.grammar.classes["plans"]:
            dates = draft.dates or dates_of(reading_of(other, sentence))
            return replace(draft, status=Status.CANCELLED, dates=dates)
    return draft


def dropped_above(draft: Draft, sentence: Sentence) -> Draft:
    """ "A ceremony at which A and B were to speak, planned for May, was put off": cancelled, in May.

    So is "the dinner that A had fixed with B for May" where it was called off, or "A called off the dinner".
    Near-misses: "…, planned for May, was announced", "was not put off": in May, and planned.
    """
    clause, above = draft.clause, draft.clause.parent
    if draft.status is not Status.PLANNED or clause.kind is not Kind.RELATIVE or above is None:
        return draft
    named = any(sentence.words[each].low in sentence.grammar.events for each in above.before)
    # "the dinner (that) he was to give for B", "at which", "where"; near-miss: "a quarrel, who met B".
    described = clause.head >= 0 and sentence.words[clause.head].low in sentence.grammar.events
    if not (described or (named and clause.marker in ("which", "where"))):
        return draft
    planned = (
        when
        for other in sentence.clauses
        if other.parent is above and other.kind is Kind.PARTICIPLE
        if {sense.name for sense in other.senses} & sentence.grammar.classes["plans"]
        for when in dates_of(reading_of(other, sentence))
    )
    dates = draft.dates or tuple(planned) or _dates_before(above, sentence)
    return replace(draft, status=_fate(above, draft.status, sentence), dates=dates)


def _fate(above: Clause, planned: Status, sentence: Sentence) -> Status:
    """What the clause says of the plan that hangs on its event: "was called off", "did (not) take place"."""
    names = {sense.name for sense in above.senses}
    if names & sentence.grammar.classes["cancels"]:
        negated = is_negated(above, sentence.words, sentence.grammar).is_negated
        return planned if negated else Status.CANCELLED
    came = standing(above, sentence.words, sentence.grammar) if names & _COMES_TRUE else None
    if came is Status.HAPPENED:
        return came
    return Status.CANCELLED if came is Status.DENIED else planned


def _dates_before(above: Clause, sentence: Sentence) -> tuple[When, ...]:
    """ "A ceremony next month, at which …, has been put off": next month."""
    found = ((each, sentence.words[each].date) for each in above.before)
    return tuple(When(date.edtf, date.text, each) for each, date in found if date is not None and date.edtf)


def _drops(other: Clause, clause: Clause, sentence: Sentence) -> bool:
    grammar = sentence.grammar
    names = {sense.name for sense in other.senses}
    negated = is_negated(other, sentence.words, grammar).is_negated
    if other.kind is Kind.JOINED and names & grammar.classes["cancels"] and _goes_on(other, clause):
        return not negated
    does_so = any(sentence.words[each].low == "so" for each in other.after)
    stays = does_so or names & grammar.classes["appears"]
    ruling = {s.name for each in other.chain[:-1] for s in grammar.senses.get(sentence.words[each].low, ())}
    negated = negated or bool(stays and "fail" in ruling)
    if other.kind is Kind.JOINED and negated and stays and _goes_on(other, clause):
        # "was expected there and did not come", "was to have gone and will not now do so".
        return True
    if not any(each >= 0 and sentence.words[each].low == "but" for each in (other.first - 1, other.first)):
        return False
    if any(grammar.has("instead", sentence.words[each].low) for each in other.after):
        # "was expected there, but sent B instead".
        return True
    if names & grammar.classes["sends_another"] and reading_of(other, sentence).object_parties:
        # "was expected there, but sent B".
        return True
    if any(grammar.has("mishaps", sentence.words[each].low) for each in other.after):
        # "was to be received by B, but B was ill".
        return True
    drops = grammar.classes["cancels"] | grammar.classes["refuses"] | grammar.classes["keeps_away"]
    return negated or bool(names & drops)


def _goes_on(other: Clause, clause: Clause) -> bool:
    """Whether it is of the same subject: "had meant to go, but was advised against it and gave it up"."""
    above = other.parent
    while above is not None and above is not clause and above.kind in (Kind.JOINED, Kind.INFINITIVE):
        above = above.parent
    return above is clause


def _later(clause: Clause, sentence: Sentence) -> tuple[Clause, ...]:
    clauses = tuple(sentence.clauses)
    return clauses[clauses.index(clause) + 1 :] if clause in clauses else ()
