"""Extract: tagged words in, those that may be a verb or a noun decided from the words beside them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.words import Tag, Word

_LIST = 30
_IN_LIST = (Tag.DATE, Tag.PREPOSITION, Tag.COMMA, Tag.JOINING, Tag.ADVERB, Tag.NAME, Tag.DETERMINER)

_ENTRY = 6
"""Words within which the date of an entry in a list of events is over."""


_SETTLED = frozenset((Tag.ACTOR, Tag.ADVERB, Tag.AUX, Tag.COMMA, Tag.DATE, Tag.DETERMINER, Tag.PRONOUN))
"""What no neighbour changes."""


def settled(words: list[Word], grammar: Grammar) -> tuple[Word, ...]:
    """Decide the words that may be a verb or a noun ("visits", "talks") from those beside them."""
    found: list[Word] = []
    for at, word in enumerate(words):
        if word.tag is Tag.DETERMINER and _stands_for_someone(words, at, grammar):
            word = replace(word, tag=Tag.PRONOUN)
        if word.tag in _SETTLED:
            found.append(word)
            continue
        opens = at == 0 or found[-1].tag in (Tag.COMMA, Tag.STOP, Tag.QUOTE)
        if opens and word.tag is Tag.NAME and (word.low in grammar.events or _is_common(word, grammar)):
            # "Meetings between A and B …", "12 May - Letter from A": a capital for the sentence's sake.
            word = replace(word, tag=Tag.NOUN)
        if word.tag is Tag.MODAL and at > 0 and word.text[0].isupper() and found[-1].tag is Tag.PREPOSITION:
            # "for May", whether or not the year is known.
            word = replace(word, tag=Tag.NAME)
        elif word.text == ":" and 0 < at <= _ENTRY and found[-1].tag is Tag.DATE:
            # "May 4: A arrives …", in a list of events.
            word = replace(word, tag=Tag.COMMA)
        elif word.text == ":" and _lists_dates(words, at + 1):
            # "three times: in May, June and July".
            word = replace(word, tag=Tag.COMMA)
        elif word.tag is Tag.PREPOSITION and _is_alone(words, at, grammar):
            word = replace(word, tag=Tag.ADVERB)
        elif grammar.has("since", word.low) and _is_between_helpers(words, at):
            # "has since been cancelled".
            word = replace(word, tag=Tag.ADVERB)
        elif word.low == "round" and at > 0 and _is_someone(found[-1]):
            # "showed B round the camp"; near-misses: "the second round", "the Northtown round".
            leads = at + 1 < len(words) and words[at + 1].tag is Tag.DETERMINER
            word = replace(word, tag=Tag.PREPOSITION if leads else Tag.ADVERB)
        elif grammar.has("yet_to", word.low) and found and found[-1].tag is Tag.AUX:
            # "has yet to meet B"; near-miss: "and yet".
            word = replace(word, tag=Tag.ADVERB)
        if word.tag is Tag.VERB and not _is_verb(found, word, words[at + 1 : at + 3], grammar):
            capital = word.text[0].isupper() and at > 0 and word.low not in grammar.events
            word = replace(word, tag=Tag.NAME if capital else Tag.NOUN)
        elif (
            word.tag is Tag.NOUN
            and found
            and _is_unknown_verb(word, found[-1], words[at + 1 : at + 2], grammar)
        ):
            word = replace(word, tag=Tag.VERB)
        found.append(word)
    return tuple(found)


def _is_unknown_verb(word: Word, last: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    """ "to resolve the matter", "who acts for the League": verbs, though the lexicon does not have them."""
    return (last.tag is Tag.TO and _takes_object(after)) or _is_of_him(word, last, after, grammar)


def _is_of_him(word: Word, last: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    """ "who acts for the League", "she owns a bank": a verb, though the lexicon does not have it."""
    named = last.low == "who" or grammar.has("pronouns-one", last.low)
    ending = word.low.endswith("s") and not word.low.endswith(("ss", "us", "'s", "ways"))
    helped = bool(after) and after[0].tag in (Tag.VERB, Tag.AUX, Tag.MODAL)
    return named and ending and len(word.low) > 3 and not helped


_AFTER_OBJECT = (Tag.DETERMINER, Tag.PREPOSITION, Tag.COMMA, Tag.CLOSE, Tag.STOP, Tag.DATE, Tag.TO)


def _stands_for_someone(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """ "received her in May", "showed her the camp"; near-miss: "received her letter"."""
    if not grammar.has("object_pronouns", words[at].low) or at == 0:
        return False
    return at + 1 == len(words) or words[at + 1].tag in _AFTER_OBJECT


def _is_someone(word: Word) -> bool:
    return word.tag is Tag.PRONOUN or (word.tag is Tag.ACTOR and not word.home)


def _is_common(word: Word, grammar: Grammar) -> bool:
    kinds = ("groups", "offices", "messages", "hearsay", "plan_nouns", "cancelling_nouns", "refusal_nouns")
    return any(grammar.has(kind, word.low) for kind in kinds)


def _lists_dates(words: Sequence[Word], at: int) -> bool:
    """Whether dates, and places with them, are all that stands from here to the end."""
    rest = words[at : at + _LIST]
    end = next((n for n, word in enumerate(rest) if word.tag in (Tag.CLOSE, Tag.STOP)), len(rest))
    listed = rest[:end]
    plain = all(word.tag in _IN_LIST for word in listed)
    return plain and any(word.tag is Tag.DATE for word in listed[:3])


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


def _is_expletive(word: Word, before: Sequence[Word], grammar: Grammar) -> bool:
    """ "There were talks": a noun."""
    lows = [each.low for each in before[-4:] if each.tag is not Tag.NOT]
    helped = bool(lows) and grammar.has("forms_of_be", lows[-1])
    return helped and word.low in grammar.events and any(grammar.has("expletive", low) for low in lows)


def _has_object(last: Word, follows: Word | None, grammar: Grammar) -> bool:
    """ "Both denied it", "Both said that …", "The two agreed to"; near-misses: "both denied visas"."""
    if follows is None:
        return False
    if follows.tag in (Tag.PRONOUN, Tag.TO) or follows.low in ("that", "the", "having"):
        return True
    return grammar.has("both_of", last.low) and follows.tag in (Tag.PREPOSITION, Tag.DATE, Tag.CLOSE)


def _takes_object(after: Sequence[Word]) -> bool:
    """ "to resolve the matter": a verb, though the lexicon does not have it."""
    return bool(after) and after[0].tag is Tag.DETERMINER


def _governs(after: Sequence[Word]) -> bool:
    """ "due to meet", "due in May"; near-miss: "due to the war", "due process"."""
    if not after:
        return False
    if after[0].tag is Tag.TO:
        return len(after) > 1 and after[1].tag in (Tag.VERB, Tag.AUX)
    return after[0].tag is Tag.DATE or after[0].low in ("for", "in", "at", "on")


_BEFORE_NOUN = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.SIDED)

_BEFORE_VERB = (Tag.PRONOUN, Tag.MODAL, Tag.TO, Tag.NOT, Tag.AUX)


def _is_verb(before: Sequence[Word], word: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    forms = grammar.forms.get(word.low, frozenset({Form.PAST, Form.PARTICIPLE}))
    last = next((each for each in reversed(before) if each.tag not in (Tag.QUOTE, Tag.ADVERB)), None)
    follows = after[0] if after else None
    if grammar.has("participles", word.low):
        return _governs(after)
    if forms == {Form.ING}:
        return _is_verb_in_ing(last, word, follows, _has_article(before), grammar)
    if last is None:
        return Form.BASE not in forms and bool(forms & {Form.PAST, Form.PARTICIPLE})
    if word.low == "open" and grammar.has("forms_of_be", last.low):
        return False
    if grammar.has("negative_determiners", last.low) or _is_expletive(word, before, grammar):
        return False
    if grammar.has("stand_alone", last.low) and Form.PAST in forms and _has_object(last, follows, grammar):
        return True
    if last.tag is Tag.TO and Form.BASE not in forms and word.low in grammar.events:
        # "an invitation to talks".
        return False
    if last.tag in _BEFORE_VERB:
        return True
    if last.tag is Tag.DETERMINER and _stands_alone(before, forms, follows, grammar):
        return True
    if last.tag in _BEFORE_NOUN:
        return grammar.has("comparing", last.low) and Form.PARTICIPLE in forms
    if Form.BASE in forms and Form.PAST not in forms and _is_of_one(before):
        # "in a radio post announced": no verb of one is without its -s.
        return False
    if Form.BASE in forms and last.tag is Tag.ACTOR and grammar.has("offices", word.low):
        # "League chair B"; near-miss: "A chairs B".
        return False
    noun = (
        grammar.has("also_nouns", word.low)
        or word.low in grammar.events
        or word.low in grammar.nouns("offices", "groups", "messages", "imagined")
    )
    if before and before[-1].tag is Tag.QUOTE and word.quoted and word.low not in grammar.forms:
        return False
    if forms & {Form.PAST, Form.PARTICIPLE}:
        return not (word.text[0].isupper() and last.tag is not Tag.COMMA)
    if word.text[0].isupper():
        return False
    if noun and follows is not None and follows.low == "that" and last.tag is Tag.NOUN:
        # "Both governments state that …".
        return last.low.endswith("s")
    if noun:
        # "A visits B" is a verb, "A talks collapsed" and "the A visit to B" are nouns.
        named = last.tag is Tag.ACTOR and before[-1].tag is not Tag.DETERMINER
        if before[-1].tag is Tag.ADVERB and last.tag is Tag.COMMA:
            # "A, the envoy, repeatedly visits B".
            return follows is not None and follows.is_name
        takes = follows is not None and (follows.is_name or follows.tag in (Tag.DETERMINER, Tag.TO))
        return named and takes and not _has_article(before)
    if last.tag in (Tag.COMMA, Tag.JOINING):
        closing = sum(each.tag is Tag.COMMA for each in before) > 1 or any(
            each.tag is Tag.VERB for each in before
        )
        return closing and not (follows is not None and follows.tag in (Tag.COMMA, Tag.JOINING))
    return last.tag in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.CLOSE)


def _stands_alone(
    before: Sequence[Word], forms: frozenset[Form], follows: Word | None, grammar: Grammar
) -> bool:
    """ "The two met again", "the delegation that visited B"; near-miss: "the two planned meetings"."""
    if follows is not None and follows.tag in (Tag.NOUN, Tag.SIDED, Tag.VERB):
        return False
    last = before[-1]
    if last.low == "that":
        return len(before) > 1 and before[-2].tag in (Tag.NOUN, Tag.NAME, Tag.ACTOR)
    counted = grammar.has("both_of", last.low) or grammar.has("counted_people", last.low)
    return Form.PAST in forms and counted


def _is_verb_in_ing(
    last: Word | None, word: Word, follows: Word | None, before: bool, grammar: Grammar
) -> bool:
    if grammar.has("also_nouns", word.low) and before:
        return False
    if word.low not in grammar.events:
        return last is None or last.tag not in (Tag.DETERMINER, Tag.SIDED)
    if last is not None and last.tag is Tag.AUX and grammar.has("forms_of_be", last.low):
        return True
    takes = follows is not None and (follows.low == "with" or follows.is_name)
    free = last is None or last.tag in (Tag.PREPOSITION, Tag.COMMA, Tag.VERB, Tag.JOINING)
    # "instead of meeting B", "without meeting B"; near-miss: "no meeting with B".
    free = free or (last is not None and last.tag is Tag.NOT and grammar.has("prepositions", last.low))
    return free and takes


_OF_ONE = ("a", "an", "each", "every", "another")


def _is_of_one(before: Sequence[Word]) -> bool:
    """Whether the words just before are a noun phrase of one thing ("a radio", "another League")."""
    for each in reversed(before[-4:]):
        if each.tag is Tag.DETERMINER:
            return each.low in _OF_ONE
        if each.tag not in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED):
            return False
    return False


def _has_article(before: Sequence[Word]) -> bool:
    """Whether the words just before are a noun phrase with an article ("the A visit")."""
    for each in reversed(before[-4:]):
        if each.tag is Tag.DETERMINER:
            return each.low != "that"
        if each.tag not in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED):
            return False
    return False
