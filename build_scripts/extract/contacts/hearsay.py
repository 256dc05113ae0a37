"""Extract: a draft in its sentence in, its status out where the sentence only repeats it, or calls it untrue.

"Reports that A met B are false", "It is untrue that A met B", "the possibility of meeting B".
"""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_SPAN = 6
"""Words, at most, of "for more than a year"."""
_FAR = 12
"""Words, at most, of "on a website close to the council,"."""
_OWNERS = 6
"""Words, at most, of "of some northern newspapers"."""


def status_as_told(draft: Draft, sentence: Sentence) -> Status | None:
    """The draft's status; denied where it is called untrue, None where nobody stands for it."""
    clause = draft.clause
    if draft.status is Status.DENIED and _is_not_for_long(draft, sentence):
        return None
    if draft.status is None and clause.marker in ("whether", "if") and _is_answered_no(draft, sentence):
        return Status.DENIED
    if draft.status is Status.DENIED or not clause.chain or _is_fiction(draft, sentence):
        return None if draft.status is not Status.DENIED else draft.status
    if draft.status is Status.HAPPENED and _is_said_to_have(clause, sentence):
        return None
    at = clause.chain[0]
    that = _that_before(at, sentence)
    others = [each for each in range(len(sentence.words)) if each not in clause.chain]
    if draft.status is Status.PLANNED and that and sentence.has("hearsay", that - 1):
        # "Reports that A will meet B are untrue".
        return Status.DENIED if _calls_untrue(others, sentence) else draft.status
    if draft.status is Status.HAPPENED and _according_to_which(clause, sentence) >= 0:
        # "a story according to which A met B was an invention".
        return Status.DENIED if _calls_untrue(others, sentence) else None
    if that and sentence.has("imagined", that - 1):
        # "the possibility that A met B", "hopes that A would meet B".
        return None
    if any(sentence.words[each].low == "about" for each in clause.chain):
        # "thought about meeting B".
        return None
    if draft.status is not Status.HAPPENED:
        return draft.status
    if that and _opens_untrue(sentence):
        return Status.DENIED
    if that and _is_of(that, "statements", sentence) and _calls_untrue(others, sentence):
        # "The statement (of a newspaper) that A had met B is without foundation".
        return Status.DENIED
    if that and sentence.has("evidence", that - 1) and _is_lacking(that, sentence):
        return Status.DENIED
    if _is_possibility(at, sentence) or _is_condition(at, sentence):
        return None
    if at > 1 and sentence.words[at - 1].low in ("of", "for") and sentence.has("plan_nouns", at - 2):
        # "has no intention of meeting B", "his plans for meeting B".
        return Status.DENIED if at > 2 and sentence.words[at - 3].tag is Tag.NOT else Status.PLANNED
    if at > 1 and sentence.words[at - 1].low == "to" and sentence.has("forward", at - 2):
        return Status.PLANNED
    if not that or _is_his_own(that, draft, sentence):
        return draft.status
    noun = _is_told_by_others(that, sentence)
    untrue = sentence.has("untrue", that - 1) or (
        sentence.has("true", that - 1) and sentence.words[that - 2].low in ("not", "n't", "hardly")
    )
    if not noun and not untrue:
        return draft.status
    if untrue or _calls_untrue(others, sentence):
        return Status.DENIED
    return draft.status if sentence.has_any("confirming", others) else None


def _is_said_to_have(clause: Clause, sentence: Sentence) -> bool:
    """ "is said to have met B", "were rumoured to have met"; near-miss: "is known to have met B"."""
    said = next((n for n, each in enumerate(clause.chain) if sentence.has("said_to_have", each)), -1)
    following = [sentence.words[each].low for each in clause.chain[said + 1 : said + 3]]
    return said > 0 and following == ["to", "have"]


def _calls_untrue(indices: Iterable[int], sentence: Sentence) -> bool:
    """ "are false", "was denied by both", "have no foundation"; near-miss: "are true"."""
    for each in indices:
        lacks = each > 0 and sentence.has("truth", each)
        lacks = lacks and (sentence.words[each - 1].tag is Tag.NOT or sentence.has("lacking", each - 1))
        if lacks or sentence.has("untrue", each) or sentence.has("denying", each):
            return True
    return False


def _is_not_for_long(draft: Draft, sentence: Sentence) -> bool:
    """ "had not spoken for a year", "has not spoken to B since May", "never before had A met B": of none.

    Near-miss: "did not meet in May".
    """
    clause, words = draft.clause, sentence.words
    before = [words[each].low for each in clause.words[:2]]
    if before == ["never", "before"]:
        return True
    if any(not when.edtf.endswith("/..") for when in draft.dates):
        return False
    if draft.dates and any(words[each].low.startswith("since") for each in clause.after):
        # "have not met since May": then they did, or that was not told.
        return True
    for each in clause.after:
        span = range(each, min(each + _SPAN, len(words)))
        if words[each].low == "for" and sentence.has_any("lengths_of_time", span):
            return True
        if words[each].low == "since" and any(words[at].low in sentence.grammar.events for at in span):
            # "has not seen B since a secret meeting in May".
            return True
    return False


def _is_answered_no(draft: Draft, sentence: Sentence) -> bool:
    """ "Asked whether she had met B, A said no"; near-miss: "…, A said nothing"."""
    above = draft.clause.parent
    if above is None or not any(sense.lemma in ("ask", "question") for sense in above.senses):
        return False
    for other in sentence.clauses:
        said = {sense.name for sense in other.senses} & sentence.grammar.classes["reports"]
        words = [sentence.words[each] for each in other.after]
        if said and [word.low for word in words if word.tag not in (Tag.COMMA, Tag.CLOSE, Tag.QUOTE)] == [
            "no"
        ]:
            return True
    return False


def _is_condition(at: int, sentence: Sentence) -> bool:
    """ "conditions for (A) meeting B"; near-misses: "thanked A for meeting B", "reasons for meeting B"."""
    if not sentence.words[at].low.endswith("ing"):
        return False
    for each in range(at - 1, max(at - _SPAN, 0), -1):
        if sentence.words[each].low == "for":
            return sentence.has("needed_for", each - 1)
        if sentence.words[each].tag not in (Tag.ACTOR, Tag.DETERMINER, Tag.NAME, Tag.NOUN, Tag.SIDED):
            return False
    return False


def _is_his_own(that: int, draft: Draft, sentence: Sentence) -> bool:
    """ "A reports that she met B": she should know; near-miss: "Newspapers report that A met B"."""
    tells, teller = sentence.words[that - 1], sentence.words[that - 2] if that > 1 else None
    actor = teller.mention.actor if teller is not None and teller.mention is not None else ""
    return tells.tag is Tag.VERB and bool(actor) and actor in {party.actor for party in draft.parties}


def _is_told_by_others(that: int, sentence: Sentence) -> bool:
    """ "the story that A met B", "the story of some newspapers that …"; near-miss: "the story of the war"."""
    return _is_of(that, "hearsay", sentence)


def _is_of(that: int, kind: str, sentence: Sentence) -> bool:
    """Whether what "that" explains is of a kind, be it with an owner between: "the claim of a daily that"."""
    if sentence.has(kind, that - 1):
        return True
    owned = range(max(that - _OWNERS, 0), that - 1)
    owning = ("of", "in", "by", "on", "to")
    return any(sentence.has(kind, each) and sentence.words[each + 1].low in owning for each in owned)


def _that_before(at: int, sentence: Sentence) -> int:
    """Where the "that" before a verb stands, 0 if none does."""
    return next((each for each in range(at - 1, 0, -1) if sentence.words[each].low == "that"), 0)


def _according_to_which(clause: Clause, sentence: Sentence) -> int:
    """ "a story on a website, according to which A met B": where the story stands, -1 if none does.

    Near-miss: "the treaty, according to which A met B".
    """
    first = clause.first
    if [word.low for word in sentence.words[max(first - 2, 0) : first + 1]] != ["according", "to", "which"]:
        return -1
    before = range(first - 3, max(first - 3 - _FAR, -1), -1)
    return next((each for each in before if sentence.has("hearsay", each)), -1)


def _is_lacking(that: int, sentence: Sentence) -> bool:
    """ "There is no evidence that A met B"; near-miss: "There is evidence that A met B"."""
    return any(word.tag is Tag.NOT for word in sentence.words[max(that - _OWNERS, 0) : that])


def _opens_untrue(sentence: Sentence) -> bool:
    """ "It is not true, an official said, that A met B"; near-miss: "It is true, …"."""
    words = sentence.words[:_OWNERS]
    lows = [word.low for word in words]
    if lows[:1] != ["it"]:
        return False
    negated = any(word.tag is Tag.NOT for word in words)
    return any(sentence.grammar.has("true" if negated else "untrue", low) for low in lows)


def _is_fiction(draft: Draft, sentence: Sentence) -> bool:
    """ "In the film, A meets B"; near-miss: "In the afternoon, A meets B"."""
    opening = draft.clause.before[:_OWNERS]
    inside = [each for each in opening if sentence.words[each].low == "in"]
    return any(sentence.has("fiction", each) for each in opening if inside and 0 < each - inside[0] < 4)


def _is_possibility(at: int, sentence: Sentence) -> bool:
    """ "held out the possibility of meeting B", "thought about meeting B"; near-miss: "after meeting B"."""
    if at > 1 and sentence.words[at - 1].low == "about":
        return True
    if at > 1 and [word.low for word in sentence.words[at - 2 : at]] == ["short", "of"]:
        return True
    return at > 1 and sentence.words[at - 1].low in ("of", "for") and sentence.has("imagined", at - 2)
