"""Extract: a clause that speaks of the contact told before it in, whether it takes that back out.

"No such meeting took place", "The ministry denied it", "Nothing came of it", "She never came", "No".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_HAPPENS = frozenset({"take place", "happen", "occur"})
_BESIDE = (Tag.ADVERB, Tag.COMMA, Tag.DATE)
_NAMED = 6
"""Words, at most, of "The Minister for Trade (Mr A):"."""
_FEW = 3
"""Words of an answer that only denies: "I have not", "He did not"."""


def says_untrue(reading: Reading) -> bool:
    """Whether the clause calls what was just told untrue, in any of the ways of the news."""
    sentence = reading.sentence
    of_another = any(o.parent is reading.clause and o.kind is Kind.CONTENT for o in sentence.clauses)
    if of_another or _points_ahead(reading):
        # "Reports that A met C are wrong": those; "…, a report that B denied": what was told before it.
        return _is_denied_report(reading) and reading.clause.first > 0
    ways = (
        _denies_it,
        _never_happened,
        _nothing_happened,
        _wont_have_it,
        _is_false,
        _is_branded,
        _lacks_truth,
    )
    return any(way(reading) for way in ways)


def _points_ahead(reading: Reading) -> bool:
    """ "It is not true, A said, that …": of what follows; near-miss: "It is not true, A said"."""
    words, last = reading.sentence.words, reading.clause.words[-1]
    subject = [words[each].low for each in _subject(reading)]
    return subject == ["it"] and any(word.low == "that" for word in words[last + 1 :])


def says_nothing_came_of_it(reading: Reading, people: Iterable[Party]) -> bool:
    """ "It was called off", "Nothing came of it", "She cancelled", "She did not turn up": of a plan."""
    sentence, clause = reading.sentence, reading.clause
    subject = _subject(reading)
    negated = is_negated(clause, sentence.words, sentence.grammar).is_negated
    named = sentence.has_any("plan_names", subject) and len(subject) <= 2
    if named and reading.is_in("cancels") and reading.object is None:
        return not negated
    if sentence.has_any("nothing", subject):
        return "come" in reading.verbs
    if reading.is_in("cancels") and not reading.is_passive and _is_plan(reading):
        return not negated
    if clause.chain and sentence.has("neither", clause.chain[0]) and not reading.own_subject:
        # "They were to meet in May; neither came".
        return reading.is_in("appears") and _is_short(reading)
    known = {party.actor for party in people}
    ours = bool(reading.own_subject) and bool({party.actor for party in reading.subject} & known)
    if not ours or _names_event(clause.after, sentence):
        return False
    if reading.is_in("cancels") and reading.object is None:
        return not negated
    stays = bool(reading.verbs & sentence.grammar.classes["stays_away"])
    negated = negated or _fails(reading)
    return stays or (negated and not reading.is_passive and reading.is_in("appears") and _is_short(reading))


def answers_no(sentence: Sentence) -> bool:
    """ "No", "I have not", "That is a fairy tale", "He shakes his head": of what was asked."""
    words = [word for word in sentence.words if word.tag is not Tag.QUOTE]
    named = next((at for at, word in enumerate(words[:_NAMED]) if word.text == ":"), -1)
    words = words[named + 1 :]  # "B: No, Sir."
    if not words:
        return False
    first, second = words[0], words[1] if len(words) > 1 else words[0]
    ends = second.tag in (Tag.COMMA, Tag.CLOSE, Tag.STOP)
    if first.tag is Tag.NOT and ((first.low in ("no", "never") and ends) or first.low in ("not", "never")):
        return ends or second.low in ("once", "at", "ever")
    for clause in sentence.clauses[:1]:
        reading = Reading(clause, sentence)
        if _is_false(reading):
            return True
        if "shake" in reading.verbs and sentence.has_any("heads_shaken", clause.after):
            return True
        helper = bool(clause.chain) and sentence.words[clause.chain[-1]].tag is Tag.NOT
        pronoun = len(clause.before) == 1 and sentence.words[clause.before[0]].tag is Tag.PRONOUN
        if helper and pronoun and len(clause.chain) <= _FEW and not _goes_on(clause, sentence):
            return True
    return False


def is_asked(clause: Clause, sentence: Sentence) -> bool:
    """ "A reader asks whether A telephoned B": the next sentence may answer; near-miss: "doubts whether"."""
    above = clause.parent
    asks = above is not None and any(sense.lemma in ("ask", "question") for sense in above.senses)
    return asks and clause.marker in ("whether", "if")


def told_of(draft: Draft, clause: Clause, status: Status) -> Draft:
    """The contact told before, with the status that a later clause gives it."""
    return replace(
        draft,
        clause=clause,
        status=status,
        parties=tuple(replace(party, at=-1) for party in draft.parties),
        place=replace(draft.place, at=-1) if draft.place is not None else None,
        dates=tuple(replace(when, at=-1) for when in draft.dates),
        used=tuple(clause.words),
        event=None,
        is_rumour=False,
    )


def _is_plan(reading: Reading) -> bool:
    """Whether the object is what was just told of: "called it off", "cancelled the meeting"."""
    words = reading.object.words if reading.object is not None else ()
    sentence = reading.sentence
    words = tuple(each for each in words if sentence.words[each].tag not in _BESIDE)
    if len(words) == 1:
        return sentence.has("plan_names", words[0])
    return len(words) == 2 and sentence.has("definite", words[0]) and _names_event(words[1:], sentence)


def _fails(reading: Reading) -> bool:
    """ "failed to appear": did not come."""
    names = {
        sense.name
        for each in reading.clause.chain[:-1]
        for sense in reading.sentence.grammar.senses.get(reading.sentence.words[each].low, ())
    }
    return bool(names & reading.sentence.grammar.classes["refuses"])


def _subject(reading: Reading) -> tuple[int, ...]:
    return reading.own_subject[0].words if reading.own_subject else ()


def _names_event(indices: Iterable[int], sentence: Sentence) -> bool:
    return any(sentence.words[each].low in sentence.grammar.events for each in indices)


def _is_short(reading: Reading) -> bool:
    """ "did not come", "did not turn up on Friday"; near-miss: "did not go to the theatre"."""
    return all(phrase.preposition not in ("to", "with", "into") for phrase in reading.after) and (
        reading.object is None or reading.sentence.has_date(reading.object.words)
    )


def _denies_it(reading: Reading) -> bool:
    """ "The ministry denied this", "Both denied it", "…, which B denies"; near-miss: "did not deny it"."""
    sentence, clause = reading.sentence, reading.clause
    if not reading.is_in("denies") or is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    if clause.kind is Kind.RELATIVE and clause.marker == "which" and reading.object is None:
        return not reading.is_passive
    if _is_denied_report(reading):
        return True
    said = _subject(reading) if reading.is_passive else reading.object.words if reading.object else ()
    return sentence.has_any("taken_back", said) and not _is_of_another(said, sentence)


def _is_denied_report(reading: Reading) -> bool:
    """ "A is said to have met B, a report that both have denied"; near-miss: "reports denied it"."""
    told = reading.sentence.has_any("hearsay", _subject(reading))
    return reading.is_in("denies") and told and not reading.is_passive and reading.object is None


def _is_of_another(words: tuple[int, ...], sentence: Sentence) -> bool:
    """ "denied reports of a plot": of something else."""
    return any(sentence.words[each].low in ("of", "about", "that") and each != words[0] for each in words)


def _never_happened(reading: Reading) -> bool:
    """ "No such meeting took place", "It never happened", "The meeting did not take place"."""
    clause, sentence = reading.clause, reading.sentence
    subject = _subject(reading)
    such = sentence.has_any("such", clause.words[:6])
    if not (such or reading.verbs & _HAPPENS):
        return False
    if not is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    if such and (_names_event(subject, sentence) or _names_event(clause.after[:3], sentence)):
        return True
    if not reading.verbs & _HAPPENS:
        return False
    if len(subject) == 1 and sentence.has("unreal", subject[0]):
        return True
    plain = len(subject) == 2 and sentence.has("definite", subject[0]) and _names_event(subject, sentence)
    if any(sentence.words[each].tag is Tag.MODAL for each in clause.chain):
        # "The visit set for May will not take place": another one than what was held.
        return False
    return plain and not sentence.has_date(clause.after)


def _nothing_happened(reading: Reading) -> bool:
    """ "Nothing of the kind happened"; near-misses: "Nothing happened on Monday", "Nothing new happened"."""
    words = [reading.sentence.words[each].low for each in _subject(reading)]
    nothing = bool(words) and reading.sentence.grammar.has("nothing", words[0])
    alike = words[1:] in (["of", "the", "kind"], ["of", "the", "sort"], ["like", "it"], ["like", "that"])
    return nothing and alike and bool(reading.verbs & _HAPPENS)


def _wont_have_it(reading: Reading) -> bool:
    """ "Neither of them will have it", "The ministry would have none of it"; near-miss: "did not have it"."""
    sentence, clause = reading.sentence, reading.clause
    if "have" not in reading.verbs or not any(sentence.words[each].tag is Tag.MODAL for each in clause.chain):
        return False
    lows = [sentence.words[each].low for each in clause.after if sentence.words[each].tag is not Tag.CLOSE]
    negated = is_negated(clause, sentence.words, sentence.grammar).is_negated
    return (negated and lows == ["it"]) or lows == ["none", "of", "it"]


def _is_false(reading: Reading) -> bool:
    """ "The report was false", "That is not true", "This is a lie"."""
    clause, sentence = reading.clause, reading.sentence
    if not sentence.has_any("taken_back", _subject(reading)):
        return False
    negated = is_negated(clause, sentence.words, sentence.grammar).is_negated
    if "be" not in reading.verbs:
        # "These reports do not correspond to reality".
        return negated and sentence.has_any("truth", clause.after)
    kind = "true" if negated else "untrue"
    told = sentence.has_any(kind, clause.after[:4])
    return told and clause.kind in (Kind.MAIN, Kind.CONTENT)


def _lacks_truth(reading: Reading) -> bool:
    """ "There is no truth in it", "There was not a word of truth in the report"; not: "There is no way"."""
    clause, sentence = reading.clause, reading.sentence
    if "be" not in reading.verbs or not sentence.has("expletive", clause.first):
        return False
    near = [*clause.chain, *clause.after]
    at = next((each for each in near if sentence.has("truth", each)), -1)
    denied = any(sentence.words[each].tag is Tag.NOT for each in near if each < at)
    return denied and any(sentence.has("taken_back", each) for each in near if each > at)


def _is_branded(reading: Reading) -> bool:
    """ "called the report a fabrication"; near-miss: "called the report thorough"."""
    clause, sentence = reading.clause, reading.sentence
    if not reading.is_in("brands") or is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    said = _subject(reading) if reading.is_passive else tuple(clause.after[:3])
    return sentence.has_any("taken_back", said) and sentence.has_any("untrue", clause.after)


def _goes_on(clause: Clause, sentence: Sentence) -> bool:
    """Whether the verb is still to come: "He has not met him" says more than "He has not", she said."""
    last = clause.chain[-1]
    for each in clause.after:
        if any(sentence.words[at].tag is Tag.QUOTE for at in range(last + 1, each + 1)):
            return False
        if sentence.words[each].tag not in (Tag.COMMA, Tag.CLOSE):
            return True
    return False
