"""Extract: a clause in, whether what it tells is held, planned, denied, cancelled or merely imagined out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.conditions import is_condition
from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import Status

IMAGINED = None
"""Hypothetical: "if", "might", "hopes to": neither held nor planned."""


def standing(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    """Status of what the clause's verb tells, given the clauses above it; `IMAGINED` counts for nothing."""
    own = _own(clause, words, grammar)
    if is_condition(clause, words, grammar):
        return IMAGINED
    above = clause.parent
    if own is Status.PLANNED and clause.kind is Kind.CONTENT and _is_feared(above, grammar):
        return IMAGINED
    if above is None or own is not Status.HAPPENED:
        return own
    match clause.kind:
        case Kind.INFINITIVE:
            return _infinitive(clause, above, words, grammar)
        case Kind.CONTENT:
            return _content(clause, above, words, grammar)
        case Kind.JOINED if _is_bare(clause, words, grammar):
            return standing(above, words, grammar)
        case Kind.PARTICIPLE | Kind.SUBORDINATE | Kind.JOINED:
            # "When A visited in May, no one announced it": the visit is told all the same.
            whole = standing(above, words, grammar) if _is_under_condition(above, words, grammar) else own
            return own if whole in (Status.DENIED, Status.CANCELLED) else whole
    return own


def _is_feared(above: Clause | None, grammar: Grammar) -> bool:
    """ "feared that A would meet B", "hopes that B will meet her"; near-miss: "hinted that A would …"."""
    names = {sense.name for sense in above.senses} if above is not None else set()
    if names & grammar.classes["hopes"]:
        return True
    said = names & (grammar.classes["reports"] | grammar.classes["plans"])
    return bool(names & grammar.classes["doubts"]) and not said


def _own(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    """What the verb group says by itself: modals and governing verbs, from the outermost in."""
    negation = is_negated(clause, words, grammar)
    if negation.asserts:
        return Status.HAPPENED
    # "A to visit the capital": headlines tell the future with a bare infinitive.
    lows = [words[each].low for each in clause.chain]
    if any(grammar.has("yet", low) and "to" in lows[at + 1 : at + 2] for at, low in enumerate(lows)):
        # "has yet to meet B".
        return Status.DENIED
    if any(grammar.has("almost", low) for low in lows) or _is_still_to_come(clause, words, grammar):
        return IMAGINED
    bare = bool(clause.chain) and words[clause.chain[0]].tag is Tag.TO and clause.kind is not Kind.INFINITIVE
    status: Status | None = Status.PLANNED if bare else Status.HAPPENED
    verbs = [each for each in clause.chain if words[each].tag in (Tag.VERB, Tag.NOUN)]
    for position, each in enumerate(clause.chain):
        word = words[each]
        following = words[clause.chain[position + 1]] if position + 1 < len(clause.chain) else None
        if word.tag is Tag.MODAL:
            status = _modal(clause, word, following, grammar, negation.is_negated)
        elif word.tag in (Tag.VERB, Tag.NOUN) and each != verbs[-1]:
            low = following.low if following else ""
            wished = _is_wish(clause, position, words, grammar)
            status = Status.PLANNED if wished else _governed(word, low, grammar, negation.is_negated, status)
        elif word.tag is Tag.TO and position > 0 and _is_to(clause, position, words, grammar):
            status = _unfulfilled(clause, position, words, grammar)
        elif word.tag is Tag.TO and status is Status.PLANNED and lows[0] in grammar.classes["past_helpers"]:
            # "was supposed to have met B".
            status = _unfulfilled(clause, position, words, grammar)
        if status in (IMAGINED, Status.DENIED, Status.CANCELLED):
            return status
    return Status.DENIED if negation.is_negated else status


def _is_wish(clause: Clause, position: int, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "wants to see B next month"; near-misses: "wants to see B", "wanted to see B in May"."""
    word = words[clause.chain[position]]
    names = {sense.name for sense in grammar.senses.get(word.low, ())}
    present = Form.PAST not in grammar.forms.get(word.low, frozenset({Form.PAST}))
    dated = any(words[each].tag is Tag.DATE for each in clause.after)
    return position == 0 and bool(names & grammar.classes["wishes"]) and present and dated


def _is_still_to_come(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "Before he meets B, A wants …"; near-misses: "Before he met B", "when he meets B"."""
    if clause.kind is not Kind.SUBORDINATE or not grammar.has("assert_after", clause.marker):
        return False
    forms = grammar.forms.get(words[clause.chain[-1]].low, frozenset()) if clause.chain else frozenset()
    return len(clause.chain) == 1 and Form.THIRD in forms


def _modal(
    clause: Clause, word: Word, following: Word | None, grammar: Grammar, negated: bool
) -> Status | None:
    helper = following.low if following is not None and following.tag is Tag.AUX else ""
    perfect = bool(helper) and not grammar.has("forms_of_be", helper)
    if grammar.has("modals-reported", word.low) and perfect:
        # "would have met B", "would not have met B": it did not come to that.
        return IMAGINED
    if negated:
        return Status.DENIED
    if grammar.has("modals-planned", word.low):
        return Status.PLANNED
    if grammar.has("modals-reported", word.low):
        return Status.PLANNED if clause.kind is Kind.CONTENT or clause.kind is Kind.MAIN else IMAGINED
    return IMAGINED


def _unfulfilled(clause: Clause, position: int, words: Sequence[Word], grammar: Grammar) -> Status:
    """ "is to meet" is planned; "was to have met" came to nothing."""
    following = clause.chain[position + 1 : position + 2]
    perfect = bool(following) and words[following[0]].tag is Tag.AUX
    perfect = perfect and not grammar.has("forms_of_be", words[following[0]].low)
    return Status.CANCELLED if perfect else Status.PLANNED


def _is_to(clause: Clause, position: int, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "is to meet": `to` right after a form of `be`."""
    before = words[clause.chain[position - 1]]
    return before.tag is Tag.AUX and grammar.has("forms_of_be", before.low)


def _governed(
    word: Word, following: str, grammar: Grammar, negated: bool, status: Status | None
) -> Status | None:
    """How a governing verb ("plans to", "refused to") changes the standing of the one it governs."""
    senses = grammar.senses.get(word.low, ())
    names = {sense.name for sense in senses if sense.particle in ("", following)} | {word.low}

    def is_in(kind: str) -> bool:
        return bool(names & grammar.classes[kind])

    if is_in("refuses"):
        return IMAGINED if negated else Status.DENIED
    if is_in("cancels"):
        return Status.CANCELLED
    if is_in("doubts") and not is_in("plans"):
        return Status.DENIED if negated else IMAGINED
    if is_in("plans"):
        return Status.DENIED if negated else Status.PLANNED
    return status


def _infinitive(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    """What for: "travelled there to meet B" is told as done, "invited B to meet" as a plan."""
    names = {sense.name for sense in above.senses}
    if clause.words and words[clause.words[0] - 1].tag is Tag.NOT:
        # "vowed not to meet B"; near-miss: "asked A not to meet B".
        return Status.DENIED if names & grammar.classes["plans"] else IMAGINED
    whole = standing(above, words, grammar)
    if is_first_to(clause, above, words, grammar):
        return whole
    if _has_none(clause, above, words, grammar):
        # "denied having any intention to meet B".
        return Status.DENIED
    if clause.head >= 0:
        return _explaining(words[clause.head], names, whole, grammar)
    noun = _explained(clause, above, words, grammar)
    if noun is not None:
        return _of_object(noun, names, whole, grammar)
    if names & grammar.classes["approaches"] or _is_guided(above, names, words, grammar):
        return whole
    if names & (grammar.classes["doubts"] | grammar.classes["refuses"]):
        invites = any(frame.name == "invite" for name in names for frame in grammar.frames.get(name, ()))
        return Status.PLANNED if invites else IMAGINED
    return whole if whole is not Status.HAPPENED else Status.PLANNED


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


def _content(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    names = {sense.name for sense in above.senses}
    negated = is_negated(above, words, grammar).is_negated
    if names == {"be"} and any(grammar.has("untrue", words[each].low) for each in above.after[:3]):
        # "It is false that A met B".
        return IMAGINED if negated else Status.DENIED
    if names == {"be"} and any(grammar.has("uncertain", words[each].low) for each in above.after[:3]):
        # "It is possible that A met B".
        return IMAGINED
    if names & grammar.classes["refuses"]:
        return IMAGINED if negated else Status.DENIED
    if negated and names & grammar.classes["factive"]:
        # "Nobody knew that A had met B".
        return Status.HAPPENED
    if names & grammar.classes["reports"]:
        return IMAGINED if negated else standing(above, words, grammar) and Status.HAPPENED
    if names & grammar.classes["doubts"]:
        return IMAGINED
    if names & grammar.classes["plans"]:
        return Status.PLANNED
    return Status.HAPPENED


def _is_bare(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a joined verb shares the helpers of the one before ("will travel and meet")."""
    if any(words[each].tag in (Tag.AUX, Tag.MODAL, Tag.TO) for each in clause.chain):
        return False
    verb = words[clause.chain[-1]] if clause.chain else None
    forms = grammar.forms.get(verb.low, frozenset({Form.PAST})) if verb else frozenset()
    if Form.BASE in forms and Form.PAST not in forms:
        return True
    above = clause.parent
    helped = above is not None and any(words[each].tag in (Tag.AUX, Tag.MODAL) for each in above.chain)
    return helped and bool(forms & {Form.PARTICIPLE, Form.BASE, Form.ING})


def _is_under_condition(clause: Clause | None, words: Sequence[Word], grammar: Grammar) -> bool:
    while clause is not None:
        if is_condition(clause, words, grammar) or _own(clause, words, grammar) is not Status.HAPPENED:
            return True
        clause = clause.parent
    return False
