"""Extract: the phrase of an event in, whether the sentence takes for granted that it was held out.

"after the talks of 4 May", "details of the meeting held in May" do, whatever the verb; "refused the talks
of 4 May", "the cancellation of Monday's talks", "a meeting on 4 May is possible" do not.
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.conditions import is_hypothetical
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.event_phrases import EventPhrase
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import DateRole, Status

_ASSERTING = ("after", "following", "since", "during", "as a result of")
"""Before what was, whatever else was not or is yet to be."""
_ABOUT = ("of", "on", "about", "over", "regarding", "concerning")
"""Before what was, where it is called as something known: "details of the talks held on 4 May"."""
_AT = ("at", "in")
_TAKING_BACK = (
    "imagined",
    "planned_event",
    "cancelled_event",
    "cancelling_nouns",
    "refusal_nouns",
    "stayed_out",
)
_RULING = ("plans", "refuses", "cancels", "doubts", "moves_events")
_ONE_OF_SOME = ("any", "another", "next")
_OWNERS = 3
"""Words, at most, before the phrase among which "the cancellation of" may stand."""


def is_granted(named: EventPhrase, clause: Clause, sentence: Sentence) -> bool:
    """Whether nothing takes back that it was: a plan, a refusal, a condition, "no", "the cancellation of"."""
    words, grammar = sentence.words, sentence.grammar
    if _is_taken_back(named, sentence) or is_hypothetical(clause, words, grammar):
        return False
    before = words[named.first - 1] if named.first else None
    preposition = before.low if before is not None and before.tag in (Tag.PREPOSITION, Tag.TO) else ""
    if preposition in _ASSERTING:
        return True
    reading = reading_of(clause, sentence)
    if preposition == "to" or grammar.has("not_named_by", preposition):
        return False
    if any(reading.is_in(kind) for kind in _RULING):
        return False
    subject = named.at in clause.before and not preposition
    held = not clause.chain or standing(clause, words, grammar) is Status.HAPPENED
    if subject and held and reading.is_in("happens"):
        # "A meeting took place between A and B on Monday".
        return True
    if not named.is_bound and named.at not in clause.before and preposition not in _AT:
        # "praised the talks on Monday", "gave details of the talks on Monday": of the praise, the details.
        return False
    definite = is_definite(named, sentence)
    return (definite and preposition in _ABOUT) or (held and (definite or preposition in _AT))


def is_definite(named: EventPhrase, sentence: Sentence) -> bool:
    """ "the talks", "A's visit", "a second round", "Monday's talks": a known one, or one of a series."""
    return any(
        sentence.has("definite", each)
        or sentence.words[each].tag is Tag.POSSESSIVE
        or sentence.has("other_event", each)
        for each in range(named.first, named.at)
    )


def _is_taken_back(named: EventPhrase, sentence: Sentence) -> bool:
    words, doubtful = sentence.words, sentence.grammar.nouns(*_TAKING_BACK)
    around = range(max(named.first - _OWNERS, 0), named.at)
    if any(words[each].low in doubtful or words[each].tag is Tag.NOT for each in around):
        return True
    if any(words[each].low in _ONE_OF_SOME for each in range(named.first, named.at)):
        return True
    dates = [date for each in named.dates if (date := words[each].date) is not None]
    return any(date.role is not DateRole.EVENT for date in dates)
