"""Extract: tagged words in, those that may be a verb or a noun decided from the words beside them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.verb_forms import is_verb
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import DateExpression

_LIST = 30
_FIRST_DATE = 5
"""Words within which the first date of such a list stands: "in New Northtown in May"."""
_IN_LIST = (Tag.DATE, Tag.PREPOSITION, Tag.COMMA, Tag.JOINING, Tag.ADVERB, Tag.NAME, Tag.DETERMINER)

_ENTRY = 6
"""Words within which the date of an entry in a list of events is over."""


_SETTLED = frozenset((Tag.ACTOR, Tag.ADVERB, Tag.AUX, Tag.COMMA, Tag.DATE, Tag.DETERMINER, Tag.PRONOUN))
"""What no neighbour changes."""
_PLAIN = frozenset((Tag.NOUN, Tag.VERB, Tag.NAME, Tag.SIDED))
"""What few neighbours change."""
_BEFORE_EMPHATIC = (Tag.AUX, Tag.MODAL)
_BEFORE_OPENING = (Tag.COMMA, Tag.STOP, Tag.QUOTE)


def settled(words: list[Word], grammar: Grammar) -> tuple[Word, ...]:
    """Decide the words that may be a verb or a noun ("visits", "talks") from those beside them."""
    found: list[Word] = []
    special = grammar.nouns("since", "yet_to")
    for at, word in enumerate(words):
        if word.tag is Tag.DETERMINER and _stands_for_someone(words, at, grammar):
            word = replace(word, tag=Tag.PRONOUN)
        if word.tag is Tag.DETERMINER and found and _floats(word, found[-1], words[at + 1 : at + 2], grammar):
            word = replace(word, tag=Tag.ADVERB)
        if word.date is not None and found and _counts_times(word.date, found[-1]):
            word = replace(word, tag=Tag.ADVERB, date=None)
        if word.tag in _SETTLED:
            emphatic = word.tag is Tag.PRONOUN and found and grammar.has("emphatic", word.low)
            if emphatic and (found[-1].tag in _BEFORE_EMPHATIC or found[-1].is_name):
                # "had himself gone there", "A himself met B"; near-miss: "showed himself".
                word = replace(word, tag=Tag.ADVERB)
            found.append(word)
            continue
        opens = at == 0 or found[-1].tag in _BEFORE_OPENING
        if (
            opens
            and word.tag is Tag.NAME
            and (word.low in grammar.events or _is_common(word, grammar) or _qualifies(words, at, grammar))
        ):
            # "Meetings between A and B …", "12 May - Letter from A": a capital for the sentence's sake.
            word = replace(word, tag=Tag.NOUN)
        if grammar.has("late_or_early", word.low) and _is_before_day(words[at + 1 : at + 3]):
            word = replace(word, tag=Tag.ADVERB)
        if word.tag not in _PLAIN or word.low == "round" or word.low in special:
            word = _beside(word, words, at, found, grammar)
        if word.tag is Tag.VERB and word.low in grammar.events and _is_before_helper(words[at + 1 : at + 2]):
            # "said that talks were held"; near-miss: "talks with B".
            word = replace(word, tag=Tag.NOUN)
        if word.tag is Tag.VERB and not is_verb(found, word, words[at + 1 : at + 3], grammar):
            capital = word.text[0].isupper() and at > 0 and word.low not in grammar.events
            word = replace(word, tag=Tag.NAME if capital else Tag.NOUN)
        elif (
            word.tag is Tag.NOUN
            and found
            and _may_have_verb(found[-1], grammar)
            and _is_unknown_verb(word, found[-1], words[at + 1 : at + 2], grammar)
        ):
            word = replace(word, tag=Tag.VERB)
        found.append(word)
    return tuple(found)


def _beside(word: Word, words: Sequence[Word], at: int, found: Sequence[Word], grammar: Grammar) -> Word:
    """A word that is no plain noun or verb as what those beside it make of it; `found` stand before it."""
    last = found[-1] if found else None
    if word.text == ":":
        # "May 4: A arrives …", in a list of events; "three times: in May, June and July".
        opens_entry = last is not None and at <= _ENTRY and last.tag is Tag.DATE
        return replace(word, tag=Tag.COMMA) if opens_entry or _lists_dates(words, at + 1) else word
    if word.tag is Tag.PREPOSITION and _is_alone(words, at, grammar):
        return replace(word, tag=Tag.ADVERB)
    if grammar.has("since", word.low) and _is_between_helpers(words, at):
        # "has since been cancelled".
        return replace(word, tag=Tag.ADVERB)
    if last is None:
        return word
    if word.tag is Tag.MODAL and word.text[0].isupper() and last.tag is Tag.PREPOSITION:
        # "for May", whether or not the year is known.
        return replace(word, tag=Tag.NAME)
    if word.low == "round" and _is_someone(last):
        # "showed B round the camp"; near-misses: "the second round", "the Northtown round".
        leads = at + 1 < len(words) and words[at + 1].tag is Tag.DETERMINER
        return replace(word, tag=Tag.PREPOSITION if leads else Tag.ADVERB)
    if grammar.has("yet_to", word.low) and last.tag is Tag.AUX:
        # "has yet to meet B"; near-miss: "and yet".
        return replace(word, tag=Tag.ADVERB)
    return word


def _may_have_verb(last: Word, grammar: Grammar) -> bool:
    """Whether a verb may follow, whatever the lexicon has."""
    return last.tag is Tag.TO or last.low in ("who", "which") or grammar.has("pronouns-one", last.low)


def _is_unknown_verb(word: Word, last: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    """ "to resolve the matter", "who acts for the League": verbs, though the lexicon does not have them."""
    return (last.tag is Tag.TO and _takes_object(after)) or _is_of_him(word, last, after, grammar)


def _is_of_him(word: Word, last: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    """ "who acts for the League", "she owns a bank", "which lists B": verbs, though not in the lexicon.

    Near-miss: "which lists of names were drawn up".
    """
    leads = last.low == "which" and bool(after) and after[0].tag in _OBJECT
    named = leads or last.low == "who" or grammar.has("pronouns-one", last.low)
    ending = word.low.endswith("s") and not word.low.endswith(("ss", "us", "'s", "ways"))
    helped = bool(after) and after[0].tag in (Tag.VERB, Tag.AUX, Tag.MODAL)
    return named and ending and len(word.low) > 3 and not helped


_OBJECT = (Tag.DETERMINER, Tag.ACTOR, Tag.SIDED, Tag.PRONOUN)
_AFTER_OBJECT = (Tag.DETERMINER, Tag.PREPOSITION, Tag.COMMA, Tag.CLOSE, Tag.STOP, Tag.DATE, Tag.TO)


def _stands_for_someone(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """ "received her in May", "showed her the camp"; near-miss: "received her letter"."""
    if not grammar.has("object_pronouns", words[at].low) or at == 0:
        return False
    return at + 1 == len(words) or words[at + 1].tag in _AFTER_OBJECT


def _floats(word: Word, last: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    """ "A, B and C all met D", "They both went"; near-miss: "met all envoys"."""
    if not grammar.has("floating", word.low) or not (last.is_name or last.tag in (Tag.PRONOUN, Tag.DATE)):
        return False
    following = after[0] if after else None
    if following is None or following.tag in (Tag.AUX, Tag.MODAL):
        return following is not None
    return Form.PAST in grammar.forms.get(following.low, frozenset())


def _counts_times(date: DateExpression, last: Word) -> bool:
    """ "for the second time this year": how often, not when; near-miss: "for the first time this week"."""
    counted = last.tag is Tag.ADVERB and last.low.endswith(" time") and date.text.startswith("this ")
    return counted and edtf.precision(date.edtf) in ("year", "month")


def _is_before_helper(after: Sequence[Word]) -> bool:
    return bool(after) and after[0].tag in (Tag.AUX, Tag.MODAL)


def _is_before_day(after: Sequence[Word]) -> bool:
    """ "late on Friday", "Late Friday"; near-miss: "the late chairman"."""
    day = after[1:] if after and after[0].tag is Tag.PREPOSITION else after
    return bool(day) and day[0].tag is Tag.DATE


def _is_someone(word: Word) -> bool:
    return word.tag is Tag.PRONOUN or (word.tag is Tag.ACTOR and not word.home)


def _is_common(word: Word, grammar: Grammar) -> bool:
    kinds = ("groups", "offices", "messages", "hearsay", "plan_nouns", "cancelling_nouns", "refusal_nouns")
    return any(grammar.has(kind, word.low) for kind in kinds)


def _qualifies(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """ "Senior envoys met", "Lower-ranking officials met": no name; near-miss: "Westland officials met"."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.tag not in (Tag.NOUN, Tag.VERB) or not following.text.islower():
        return False
    compound = "-" in words[at].text and words[at].text.partition("-")[2].islower()
    return (
        compound
        or grammar.has("opening_modifiers", words[at].low)
        or grammar.has("portfolios", words[at].low)
    )


def _lists_dates(words: Sequence[Word], at: int) -> bool:
    """Whether dates, and places with them, are all that stands from here to the end."""
    rest = words[at : at + _LIST]
    end = next((n for n, word in enumerate(rest) if word.tag in (Tag.CLOSE, Tag.STOP)), len(rest))
    listed = rest[:end]
    plain = all(word.tag in _IN_LIST for word in listed)
    return plain and any(word.tag is Tag.DATE for word in listed[:_FIRST_DATE])


def _is_alone(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """ "had never before been invited", "as before"; near-miss: "before he left", "before May"."""
    if not grammar.has("assert_after", words[at].low):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.tag is Tag.CLOSE:
        return True
    forms = grammar.forms.get(following.low, frozenset())
    return following.low in ("been", "had") or (forms == {Form.PARTICIPLE} and following.tag is Tag.VERB)


def _is_between_helpers(words: Sequence[Word], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else None
    last = words[at - 1].tag if at else None
    return last is Tag.AUX and following is not None and following.tag in (Tag.AUX, Tag.VERB)


def _takes_object(after: Sequence[Word]) -> bool:
    """ "to resolve the matter": a verb, though the lexicon does not have it."""
    return bool(after) and after[0].tag is Tag.DETERMINER
