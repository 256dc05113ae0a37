"""Extract: a word that may be a verb and the words beside it in, whether it is one out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import IN_ED, Form, Grammar
from build_scripts.extract.contacts.words import Tag, Word


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


def _governs(after: Sequence[Word]) -> bool:
    """ "due to meet", "due in May"; near-miss: "due to the war", "due process"."""
    if not after:
        return False
    if after[0].tag is Tag.TO:
        return len(after) > 1 and after[1].tag in (Tag.VERB, Tag.AUX)
    return after[0].tag is Tag.DATE or after[0].low in ("for", "in", "at", "on")


_OF_ONE = ("a", "an", "each", "every", "another")

_BEFORE_NOUN = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.SIDED)


_PHRASE = 5
"""Words, at most, of "at their home addresses"."""
_PASSED_OVER = (Tag.QUOTE, Tag.ADVERB)
_ING = frozenset({Form.ING})
_HAVING = ("has", "have", "had", "having")
_BEFORE_VERB = (Tag.PRONOUN, Tag.MODAL, Tag.TO, Tag.NOT, Tag.AUX)


def is_verb(before: Sequence[Word], word: Word, after: Sequence[Word], grammar: Grammar) -> bool:
    forms = grammar.forms.get(word.low, IN_ED)
    last = None
    for each in reversed(before):
        if each.tag not in _PASSED_OVER:
            last = each
            break
    follows = after[0] if after else None
    if grammar.has("participles", word.low):
        return _governs(after)
    if forms == _ING:
        if last is not None and grammar.has("subordinators", last.low) and _is_finite(follows, grammar):
            # "since fighting broke out"; near-miss: "after meeting B".
            return False
        return _is_verb_in_ing(last, word, follows, _has_article(before), grammar)
    if (
        follows is not None
        and follows.low == "between"
        and word.low in grammar.events
        and IN_ED.isdisjoint(forms)
    ):
        # "said that talks between A and B had been put off".
        return False
    if last is None and word.low in grammar.nouns("planned_event", "cancelled_event"):
        # "Planned talks with B were called off"; near-miss: "Called off at the last minute, …".
        return follows is None or follows.low not in grammar.events
    if last is None:
        return Form.BASE not in forms and not forms.isdisjoint(IN_ED)
    if word.low == "open" and grammar.has("forms_of_be", last.low):
        return False
    if grammar.has("negative_determiners", last.low) or _is_expletive(word, before, grammar):
        return False
    finite = Form.PAST in forms or (Form.BASE in forms and grammar.has("both_of", last.low))
    if finite and grammar.has("stand_alone", last.low) and _has_object(last, follows, grammar):
        return True
    fate = word.low in grammar.nouns("cancelled_event", "planned_event")
    described = last.tag is Tag.VERB or (last.tag is Tag.NOUN and _has_article(before))
    if fate and described and follows is not None and follows.low in grammar.events:
        # "will hold delayed talks", "called off a new scheduled meeting"; near-miss: "was delayed".
        return False
    if last.tag is Tag.TO and Form.BASE not in forms and word.low in grammar.events:
        # "an invitation to talks".
        return False
    if last.low in _HAVING and word.low in grammar.events and Form.PARTICIPLE not in forms:
        # "had talks with B"; near-miss: "had met B".
        return False
    if last.tag is Tag.TO and len(before) > 1 and grammar.has("according", before[-2].low):
        # "according to press reports".
        return False
    if last.tag is Tag.NOT and grammar.has("prepositions", last.low):
        # "ended without result"; near-miss: "without having met B".
        return False
    if last.tag in _BEFORE_VERB:
        return True
    if last.tag is Tag.DETERMINER and _stands_alone(before, forms, follows, grammar):
        return True
    if last.tag is Tag.SIDED and len(before) > 1 and before[-2].tag is Tag.PREPOSITION and Form.PAST in forms:
        # "rebels from Northland met"; near-miss: "the Northish trained rebels".
        return follows is None or follows.tag in (Tag.PREPOSITION, Tag.ADVERB, Tag.DATE, Tag.CLOSE, Tag.TO)
    if Form.BASE in forms and Form.PAST not in forms and grammar.has("of_noun", last.low):
        # "at the same place", "his own visit".
        return False
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
    bare = Form.BASE in forms and Form.PAST not in forms
    if last.home and bare and follows is not None and follows.tag is Tag.NOUN and not _are_joined(before):
        # "the Northtown book fair": one place has no verb without -s.
        return False
    if before and before[-1].tag is Tag.QUOTE and word.quoted and word.low not in grammar.forms:
        return False
    if not forms.isdisjoint(IN_ED):
        return not (word.text[0].isupper() and last.tag is not Tag.COMMA)
    if word.text[0].isupper():
        return False
    if noun and follows is not None and follows.low == "that" and last.tag is Tag.NOUN:
        # "Both governments state that …".
        return last.low.endswith("s")
    if noun and grammar.has("calls_upon", word.low) and last.tag is Tag.ACTOR and follows is not None:
        # "A calls on B"; near-miss: "A's calls on B".
        return follows.low == "on"
    if noun and grammar.has("plan_nouns", word.low) and len(after) > 1 and after[0].tag is Tag.TO:
        # "Officials plan to meet B"; near-misses: "announced plans to meet B", "the peace plan to end".
        people = last.tag is Tag.NOUN and last.low.endswith("s") and grammar.has("groups", last.low)
        if people and Form.BASE in forms and after[1].tag is Tag.VERB:
            return True
    if noun:
        # "A visits B" is a verb, "A talks collapsed" and "the A visit to B" are nouns.
        named = last.tag is Tag.ACTOR and before[-1].tag is not Tag.DETERMINER
        if last.tag is Tag.COMMA and _closes_aside(before) and (Form.BASE in forms) is _are_joined(before):
            # "His successor, A, visits B"; near-miss: "talks with A, visits to B".
            planned = grammar.has("plan_nouns", word.low) and follows is not None and follows.tag is Tag.TO
            return planned or (follows is not None and (follows.is_name or follows.tag is Tag.DETERMINER))
        if before[-1].tag is Tag.ADVERB and last.tag is Tag.COMMA:
            # "A, the envoy, repeatedly visits B".
            return follows is not None and follows.is_name
        takes = follows is not None and (follows.is_name or follows.tag in (Tag.DETERMINER, Tag.TO))
        # "The League stays away from the talks"; near-miss: "A's stay away from home".
        apart = follows is not None and grammar.has("particles_apart", follows.low)
        joined = follows is not None and follows.low in _OF_ONE and _are_joined(before)
        # "A and the League sign a truce".
        if Form.BASE in forms and follows is not None and follows.tag is Tag.PREPOSITION and not joined:
            # "A and B talk at the hotel"; near-miss: "the A and B talk at the hotel".
            return named and _are_joined(before) and not _has_article(before)
        return named and (apart or joined or (takes and not _has_article(before)))
    if _is_behind_preposition(before) or _is_of_compound(word, before, forms, grammar):
        return False
    if last.tag in (Tag.COMMA, Tag.JOINING):
        closing = sum(each.tag is Tag.COMMA for each in before) > 1 or any(
            each.tag is Tag.VERB for each in before
        )
        return closing and not (follows is not None and follows.tag in (Tag.COMMA, Tag.JOINING))
    return last.tag in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.CLOSE)


def _is_of_compound(word: Word, before: Sequence[Word], forms: frozenset[Form], grammar: Grammar) -> bool:
    """ "under house | arrest", "the agrarian | issue": one of them has no verb without its -s.

    Near-misses: "officials | meet", "the police | arrest", "groups at the meeting | intend".
    """
    last = before[-1]
    bare = any(sense.lemma == word.low for sense in grammar.senses.get(word.low, ()))
    one = last.tag is Tag.NOUN and not _is_plural(last, grammar)
    if not (one and bare and Form.PAST not in forms):
        return False
    for each in reversed(before[:-1]):
        if each.tag is Tag.JOINING:
            # "talks between the League and the army | begin".
            return False
        if each.tag not in _OF_SUBJECT:
            break
        if each.tag in (Tag.NOUN, Tag.ACTOR) and _is_plural(each, grammar):
            return False
    return True


_OF_SUBJECT = (Tag.NOUN, Tag.ACTOR, Tag.NAME, Tag.SIDED, Tag.DETERMINER, Tag.PREPOSITION, Tag.POSSESSIVE)


def _is_plural(word: Word, grammar: Grammar) -> bool:
    last = word.low.rpartition(" ")[2]
    return last.endswith("s") or grammar.has("plural_nouns", last)


def _is_behind_preposition(before: Sequence[Word]) -> bool:
    """ "wrote to them at their home | addresses", "met at the same | place": what a preposition governs.

    Near-miss: "Leaders of the council | meet": the clause has no verb yet.
    """
    for at in range(len(before) - 1, max(len(before) - _PHRASE, -1), -1):
        if before[at].tag is Tag.PREPOSITION:
            told = any(each.tag in (Tag.VERB, Tag.AUX) for each in before[:at])
            return told and before[at].low != "of" and at < len(before) - 1
        if before[at].tag not in (Tag.DETERMINER, Tag.NOUN):
            return False
    return False


def _closes_aside(before: Sequence[Word]) -> bool:
    """Whether an aside ends just before: "his successor, A, | visits B", "A, the envoy, | visits B"."""
    aside = [each.tag for each in before[:-1]]
    start = next((n for n in range(len(aside) - 1, -1, -1) if aside[n] is Tag.COMMA), -1)
    if start <= 0:
        return False
    return aside[start - 1] is Tag.ACTOR or (aside[start - 1] is Tag.NOUN and Tag.ACTOR in aside[start:])


def _is_finite(word: Word | None, grammar: Grammar) -> bool:
    forms = grammar.forms.get(word.low, frozenset()) if word is not None else frozenset()
    return word is not None and (word.tag is Tag.AUX or (word.tag is Tag.VERB and Form.PAST in forms))


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
    if (
        grammar.has("ing_before_nouns", word.low)
        and follows is not None
        and grammar.has("held_in_ing", follows.low)
    ):
        # "a negotiating session", "the Joint Working Group".
        return False
    if word.low not in grammar.events:
        return last is None or last.tag not in (Tag.DETERMINER, Tag.SIDED, Tag.POSSESSIVE)
    if last is not None and last.tag is Tag.AUX and grammar.has("forms_of_be", last.low):
        return True
    takes = follows is not None and (follows.low == "with" or follows.is_name)
    if word.low == "meeting" and (last is None or last.tag is Tag.COMMA) and not before:
        # "A and B, meeting in May, …", "Meeting in Northtown on Monday, A and B …".
        takes = takes or (follows is not None and follows.low in ("in", "at", "on"))
    free = last is None or last.tag in (Tag.PREPOSITION, Tag.COMMA, Tag.VERB, Tag.JOINING)
    # "instead of meeting B", "without meeting B"; near-miss: "no meeting with B".
    free = free or (last is not None and grammar.has("subordinators", last.low))
    free = free or (last is not None and last.tag is Tag.NOT and grammar.has("prepositions", last.low))
    return free and takes


def _are_joined(before: Sequence[Word]) -> bool:
    """ "A and B …": two, of whom a verb has no -s."""
    verb = any(each.tag in (Tag.VERB, Tag.AUX, Tag.MODAL) for each in before)
    at = next((n for n, each in enumerate(before) if each.tag is Tag.JOINING), -1)
    named = at > 0 and any(each.tag in (Tag.ACTOR, Tag.PRONOUN) for each in before[:at])
    return not verb and named and any(each.tag is Tag.ACTOR for each in before[at:])


def _has_article(before: Sequence[Word]) -> bool:
    """Whether the words just before are a noun phrase with an article ("the A visit")."""
    for each in reversed(before[-4:]):
        if each.tag is Tag.DETERMINER:
            return each.low != "that"
        if each.tag not in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED):
            return False
    return False


def _is_of_one(before: Sequence[Word]) -> bool:
    """Whether the words just before are a noun phrase of one thing ("a radio", "another League")."""
    for each in reversed(before[-4:]):
        if each.tag is Tag.DETERMINER:
            return each.low in _OF_ONE
        if each.tag not in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED):
            return False
    return False
