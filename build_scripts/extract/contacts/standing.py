"""Extract: a clause in, whether what it tells is held, planned, denied, cancelled or merely imagined out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.conditions import is_condition
from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.infinitives import IMAGINED, of_infinitive
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.possibilities import is_likely_then
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import Status


def standing(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    """Status of what the clause's verb tells, given the clauses above it; `IMAGINED` counts for nothing."""
    if not clause.standings:
        clause.standings.append(_standing(clause, words, grammar))
    return clause.standings[0]


def _standing(clause: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    own = _own(clause, words, grammar)
    if is_condition(clause, words, grammar):
        return IMAGINED
    above = clause.parent
    if own is IMAGINED and clause.kind is Kind.CONTENT and _is_agreed(clause, above, words, grammar):
        return Status.PLANNED
    if own is Status.PLANNED and clause.kind is Kind.CONTENT and _is_feared(above, grammar):
        return IMAGINED
    if own is Status.PLANNED and clause.kind is Kind.CONTENT and _is_denied(above, words, grammar):
        return Status.DENIED
    if own is Status.PLANNED and clause.kind is Kind.CONTENT and _is_unlikely(above, words, grammar):
        return IMAGINED
    if above is None or own is not Status.HAPPENED:
        return own
    match clause.kind:
        case Kind.INFINITIVE:
            return of_infinitive(clause, above, standing(above, words, grammar), words, grammar)
        case Kind.CONTENT:
            return _content(clause, above, words, grammar)
        case Kind.JOINED if _is_bare(clause, words, grammar):
            return standing(above, words, grammar)
        case Kind.PARTICIPLE if _is_what_is_denied(clause, above, words, grammar):
            return Status.DENIED
        case Kind.PARTICIPLE if _is_done_beside(clause, above, words):
            return own
        case Kind.SUBORDINATE if clause.marker == "when" and _is_past(clause, words, grammar):
            # "will meet for the first time since May, when they signed the truce".
            return own
        case Kind.SUBORDINATE if grammar.has("conceding", clause.marker) and _is_done(clause, words, grammar):
            # "Though A met B in May, C will not": met all the same.
            return own
        case Kind.PARTICIPLE | Kind.SUBORDINATE | Kind.JOINED:
            # "When A visited in May, no one announced it": the visit is told all the same.
            whole = standing(above, words, grammar) if _is_under_condition(above, words, grammar) else own
            return own if whole in (Status.DENIED, Status.CANCELLED) else whole
    return own


def _is_what_is_denied(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "denied on Saturday having met B"; near-misses: "denied it, having met B", "did not deny …"."""
    if not {sense.name for sense in above.senses} & grammar.classes["denies"] or not clause.chain:
        return False
    between = range(above.chain[-1] + 1, clause.chain[0])
    plain = all(words[each].tag in (Tag.DATE, Tag.PREPOSITION, Tag.ADVERB) for each in between)
    ing = words[clause.chain[0]].low.endswith("ing")
    return plain and ing and not is_negated(above, words, grammar).is_negated


def _is_done_beside(clause: Clause, above: Clause, words: Sequence[Word]) -> bool:
    """ "Having been invited by B, A will …", "A, writing to B, agrees to …"; not: "will come, meeting B".

    What stands before a verb that only governs another is done with it, not with what it governs.
    """
    first = words[clause.chain[0]] if clause.chain else None
    if first is None or not above.chain:
        return False
    ahead = words[above.chain[0]]
    beside = first.low.endswith("ing") and first.tag is Tag.VERB and clause.chain[0] < above.chain[0]
    return first.low == "having" or (beside and ahead.tag is Tag.VERB and len(above.chain) > 1)


def _is_feared(above: Clause | None, grammar: Grammar) -> bool:
    """ "feared that A would meet B", "hopes that B will meet her"; near-miss: "hinted that A would …"."""
    names = {sense.name for sense in above.senses} if above is not None else set()
    if names & grammar.classes["hopes"]:
        return True
    said = names & (grammar.classes["reports"] | grammar.classes["plans"])
    return bool(names & grammar.classes["doubts"]) and not said


def _is_unlikely(above: Clause | None, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "It is unlikely that A will meet B"; near-miss: "It is likely that A will meet B"."""
    if above is None or not any(sense.name == "be" for sense in above.senses):
        return False
    return any(grammar.has("improbable", words[each].low) for each in above.after[:3])


def _is_agreed(clause: Clause, above: Clause | None, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "They agreed that A should meet B", "It is planned that …"; near-miss: "They said that A should …"."""
    if above is None or not any(grammar.has("modals-should", words[each].low) for each in clause.chain[:1]):
        return False
    agreed = {sense.name for sense in above.senses} & grammar.classes["agrees_that"]
    negated = is_negated(clause, words, grammar).is_negated or is_negated(above, words, grammar).is_negated
    return bool(agreed) and not negated and standing(above, words, grammar) is Status.HAPPENED


def _is_denied(above: Clause | None, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "denied that A would meet B", "dismissed a report that …"; near-miss: "did not deny that …"."""
    names = {sense.name for sense in above.senses} if above is not None else set()
    denied = bool(names & (grammar.classes["refuses"] | grammar.classes["denies"]))
    return denied and above is not None and not is_negated(above, words, grammar).is_negated


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
    if clause.kind is Kind.PARTICIPLE and "ever" in lows:
        # "Nor did A, the envoy, ever come there".
        return IMAGINED
    bare = bool(clause.chain) and words[clause.chain[0]].tag is Tag.TO and clause.kind is not Kind.INFINITIVE
    if (bare or clause.kind is Kind.PARTICIPLE) and _is_willing(clause, words, grammar):
        return IMAGINED
    status: Status | None = Status.PLANNED if bare else Status.HAPPENED
    verbs = [each for each in clause.chain if words[each].tag in (Tag.VERB, Tag.NOUN)]
    if verbs and words[clause.chain[-1]].tag is Tag.AUX and clause.chain[-1] > verbs[-1]:
        # "denied having been there", "hopes to be back".
        verbs.append(clause.chain[-1])
    for position, each in enumerate(clause.chain):
        word = words[each]
        following = words[clause.chain[position + 1]] if position + 1 < len(clause.chain) else None
        if word.tag is Tag.MODAL:
            status = _modal(clause, word, following, grammar, negation.is_negated)
            if status is IMAGINED and is_likely_then(clause, position, words, grammar):
                status = Status.PLANNED
        elif word.tag in (Tag.VERB, Tag.NOUN) and each != verbs[-1]:
            low = following.low if following else ""
            wished = _is_wish(clause, position, words, grammar)
            wished = wished or is_likely_then(clause, position, words, grammar)
            status = Status.PLANNED if wished else _governed(word, low, grammar, negation.is_negated, status)
        elif word.tag is Tag.TO and position > 0 and _is_to(clause, position, words, grammar):
            status = _unfulfilled(clause, position, words, grammar)
        elif word.tag is Tag.TO and status is Status.PLANNED and lows[0] in grammar.classes["past_helpers"]:
            # "was supposed to have met B".
            status = _unfulfilled(clause, position, words, grammar)
        if status in (IMAGINED, Status.DENIED, Status.CANCELLED):
            return status
    return Status.DENIED if negation.is_negated else status


def _is_willing(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "Northland ready to host talks", "was open to resuming talks"; not: "Northland to host talks"."""
    at = clause.chain[0] - 1
    if clause.kind is Kind.PARTICIPLE:
        # "open to | resuming".
        at -= words[at].low == "to"
    return at >= 0 and words[at].tag is not Tag.VERB and grammar.has("willing", words[at].low)


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


def _is_rumoured(above: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """ "It was claimed in some papers that A met B": nobody stands for it; near-miss: "A claimed that"."""
    subject = [words[each].low for each in above.before]
    passive = any(grammar.has("forms_of_be", words[each].low) for each in above.chain[:-1])
    return (
        subject == ["it"] and passive and any(s.name in grammar.classes["claims_idly"] for s in above.senses)
    )


def _content(clause: Clause, above: Clause, words: Sequence[Word], grammar: Grammar) -> Status | None:
    names = {sense.name for sense in above.senses}
    negated = is_negated(above, words, grammar).is_negated
    if names == {"be"} and any(grammar.has("untrue", words[each].low) for each in above.after[:3]):
        # "It is false that A met B".
        return IMAGINED if negated else Status.DENIED
    if names == {"be"} and any(grammar.has("uncertain", words[each].low) for each in above.after[:3]):
        # "It is possible that A met B".
        return IMAGINED
    if _is_rumoured(above, words, grammar):
        return IMAGINED
    if names & grammar.classes["refuses"]:
        return IMAGINED if negated else Status.DENIED
    if negated and names & grammar.classes["factive"]:
        # "Nobody knew that A had met B".
        return Status.HAPPENED
    if names & grammar.classes["reports"] and any(grammar.has("wrongly", words[e].low) for e in above.chain):
        # "It was wrongly reported that A met B".
        return Status.DENIED
    if names & grammar.classes["reports"]:
        return IMAGINED if negated else standing(above, words, grammar) and Status.HAPPENED
    if names & grammar.classes["doubts"]:
        return IMAGINED
    if names & grammar.classes["plans"]:
        return Status.PLANNED
    return Status.HAPPENED


def _is_past(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the verb stands in the simple past: "signed"; near-misses: "sign", "would sign"."""
    forms = grammar.forms.get(words[clause.chain[-1]].low, frozenset()) if clause.chain else frozenset()
    return len(clause.chain) == 1 and Form.PAST in forms and Form.BASE not in forms


def _is_done(clause: Clause, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the verb is past or perfect: "signed", "have met"; near-misses: "meet", "would meet"."""
    first = words[clause.chain[0]].low if clause.chain else ""
    return grammar.has("past_or_perfect", first) or _is_past(clause, words, grammar)


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
    asked: list[Clause] = []
    while clause is not None and clause.is_uncertain is None:
        asked.append(clause)
        if is_condition(clause, words, grammar) or _own(clause, words, grammar) is not Status.HAPPENED:
            clause.is_uncertain = True
        else:
            clause = clause.parent
    is_uncertain = clause is not None and clause.is_uncertain is True
    for each in asked:
        each.is_uncertain = is_uncertain
    return is_uncertain
