"""Extract: an infinitive and the clause above it in, whether what it tells is held, planned or denied out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import ContactKind, Status

_TOLD = frozenset((ContactKind.INVITATION, ContactKind.STATEMENT))
_SENT = frozenset((ContactKind.CALL, ContactKind.STATEMENT))

IMAGINED = None
"""Hypothetical: "if", "might", "hopes to": neither held nor planned."""


def of_infinitive(
    clause: Clause, above: Clause, whole: Status | None, words: Sequence[Word], grammar: Grammar
) -> Status | None:
    """What for: "travelled there to meet B" is told as done, "invited B to meet" as a plan.

    `whole` is the standing of the clause above.
    """
    names = {sense.name for sense in above.senses}
    if clause.words and words[clause.words[0] - 1].tag is Tag.NOT:
        # "vowed not to meet B"; near-miss: "asked A not to meet B".
        return Status.DENIED if names & grammar.classes["plans"] else IMAGINED
    if is_first_to(clause, above, words, grammar):
        return whole
    if _has_none(clause, above, words, grammar):
        # "denied having any intention to meet B".
        return Status.DENIED
    if clause.head >= 0:
        return _explaining(words[clause.head], names, whole, grammar)
    noun = _explained(clause, above, words, grammar)
    if noun is not None and grammar.has("opportunities", noun.low) and words[above.chain[-1]].low == "had":
        # "have had the opportunity to meet B"; near-miss: "have the opportunity to meet B".
        return whole
    if noun is not None:
        return _of_object(noun, names, whole, grammar)
    if is_message(clause, above, grammar):
        return whole
    if is_on_way_there(above, words, grammar):
        return Status.PLANNED if whole is Status.HAPPENED else whole
    if names & grammar.classes["approaches"] or _is_guided(above, names, words, grammar):
        return whole
    if names & (grammar.classes["doubts"] | grammar.classes["refuses"]):
        invites = any(frame.name == "invite" for name in names for frame in grammar.frames.get(name, ()))
        return Status.PLANNED if invites else IMAGINED
    return whole if whole is not Status.HAPPENED else Status.PLANNED


def is_message(clause: Clause, above: Clause, grammar: Grammar) -> bool:
    """ "wrote to congratulate B", "sends a letter to invite B": told so; not "sent a car to bring B"."""
    said = [frame for sense in clause.senses for frame in grammar.frames.get(sense.name, ())]
    sent = {frame.kind for sense in above.senses for frame in grammar.frames.get(sense.name, ())}
    return any(frame.kind in _TOLD and frame.object != "message" for frame in said) and bool(sent & _SENT)


def is_on_way_there(above: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "stopped in Westford on its way to the capital to meet B": still to come; not "came by way of Ash"."""
    return any(
        grammar.has("on_the_way", words[each].low) and words[each - 1].low != "by" for each in above.after
    )


def is_first_to(clause: Clause, above: Clause | None, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "became the first leader to visit B": done; near-miss: "became leader to end the war"."""
    if clause.kind is not Kind.INFINITIVE or above is None:
        return False
    named = {sense.name for sense in above.senses} & {"be", "become", "mark"}
    return bool(named) and any(grammar.has("firsts", words[each].low) for each in above.after)


def _is_guided(above: Clause, names: set[str], words: Sequence[Word], grammar: Grammar) -> bool:
    """ "was taken to see B", "took A to see B"; near-miss: "took steps to meet B"."""
    passive = any(grammar.has("forms_of_be", words[each].low) for each in above.chain[:-1])
    someone = bool(above.after) and words[above.after[0]].tag in (Tag.ACTOR, Tag.PRONOUN)
    return bool(names & grammar.classes["guides"]) and (passive or someone)


def _has_none(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the plan that the infinitive explains is denied: "denied having any intention | to meet B"."""
    noun = _explained(clause, above, words, grammar)
    if noun is None or not grammar.has("plan_nouns", noun.low) or not above.chain:
        return False
    ruled = {sense.name for each in above.chain[:-1] for sense in grammar.senses.get(words[each].low, ())}
    having = words[above.chain[-1]].low == "having"
    return having and bool(ruled & grammar.classes["denies"])


def _explained(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> Word | None:
    """The object's noun that an infinitive explains: "plans | to visit", "an invitation of B | to visit"."""
    before = [each for each in above.after if clause.words and each < clause.words[0]]
    for each in reversed(before):
        noun = words[each].tag is Tag.NOUN and grammar.has("explained", words[each].low)
        near = each == before[-1] or words[each + 1].low == "for"
        if noun and (near or grammar.has("invitation_nouns", words[each].low)):
            return words[each]
    return None


def _of_object(noun: Word, names: set[str], whole: Status | None, grammar: Grammar) -> Status | None:
    """ "cancelled plans to visit", "took steps to meet B", "declined an invitation to visit"."""
    if whole not in (Status.HAPPENED, Status.PLANNED):
        return whole if grammar.has("plan_nouns", noun.low) else IMAGINED
    if grammar.has("opportunities", noun.low):
        return whole if names & {"take", "use", "seize"} else IMAGINED
    if names & (grammar.classes["refuses"] | grammar.classes["denies"]):
        return Status.DENIED
    if grammar.has("invitation_nouns", noun.low):
        return Status.PLANNED if "accept" in names else IMAGINED
    return _explaining(noun, names, whole, grammar)


def _explaining(noun: Word, names: set[str], whole: Status | None, grammar: Grammar) -> Status | None:
    """ "Plans for A to visit … were shelved": what a noun tells that the infinitive explains."""
    if grammar.has("refusal_nouns", noun.low) or names & grammar.classes["refuses"]:
        # "her refusal to meet B", "A's request to meet B was turned down".
        return Status.DENIED
    if not grammar.has("plan_nouns", noun.low):
        return IMAGINED
    if whole is Status.DENIED:
        # "There are no plans for A to meet B".
        return Status.DENIED
    if names & grammar.classes["cancels"] and whole in (Status.HAPPENED, Status.PLANNED):
        return Status.CANCELLED
    return IMAGINED if names & (grammar.classes["refuses"] | grammar.classes["doubts"]) else Status.PLANNED
