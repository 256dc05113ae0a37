"""Extract: the tagged words of a passage in, the same without what only dresses them up out.

A full stop inside a passage ends a sentence; "an envoy of what it called the League" is one of the League.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word

_WORD = 5
"""Letters from which a word with a capital and a full stop is no abbreviation ("Capt.", "Prof.")."""
_SMALL_WORD = 3
"""Letters from which a word without a capital is none ("no.", "vs." are shorter, or stand before figures)."""
_GLOSS = 6
"""Words, at most, of "what the northern radio now calls"."""
_ASIDE = 7
"""Words, at most, of ", as was reported in May,"."""
_PRAISED = 4
"""Words, at most, of "a very useful meeting"."""
_NAMING = ("as", "to", "be", "the")


def in_plain_words(words: Sequence[Word], grammar: Grammar) -> tuple[Word, ...]:
    """The words with inner full stops as stops, and without "what … called" before a name."""
    found: list[Word] = []
    at = _behind_number(words)
    while at < len(words):
        word = words[at]
        ruled = word.low == "what" and bool(found) and found[-1].tag in (Tag.PREPOSITION, Tag.TO, Tag.VERB)
        if ruled and (end := _gloss(words, at, grammar)) > 0:
            at = end
            continue
        if word.tag is Tag.COMMA and found and found[-1].tag in (Tag.NOT, Tag.AUX, Tag.MODAL):
            at = _behind_aside(words, at)
            word = words[at]
        ends = word.text == "." and _ends_sentence(words, at)
        found.append(replace(word, tag=Tag.STOP) if ends else word)
        at += 1
    return tuple(found)


def _behind_number(words: Sequence[Word]) -> int:
    """ "3. On 4 May …", "b) On 4 May …": the number of a paragraph is no part of its sentence."""
    if len(words) < 3 or words[1].text not in (".", ")") or words[1].start != words[0].end:
        return 0
    first = words[0].text
    return 2 if (first.isdigit() and len(first) < 3) or (len(first) == 1 and first.islower()) else 0


def _behind_aside(words: Sequence[Word], comma: int) -> int:
    """Of "did not, as reported, meet B" the place of the verb; the comma's where no verb stands behind it."""
    for at in range(comma + 2, min(comma + _ASIDE, len(words) - 1)):
        if words[at].tag is Tag.COMMA:
            return at + 1 if words[at + 1].tag in (Tag.VERB, Tag.AUX, Tag.NOT) else comma
    return comma


def _ends_sentence(words: Sequence[Word], at: int) -> bool:
    """ "… found. Arden went …"; near-misses: "Gen. Arden", "A. Arden", "no. 5"."""
    if at == 0 or at + 1 >= len(words):
        return False
    last, following = words[at - 1], words[at + 1]
    if not following.text[:1].isupper() or last.end != words[at].start:
        return False
    if last.tag is Tag.DATE:
        return True
    if last.tag in (Tag.ADVERB, Tag.PRONOUN) and last.text.islower():
        return True
    return len(last.text) >= (_SMALL_WORD if last.text[:1].islower() else _WORD)


def _gloss(words: Sequence[Word], at: int, grammar: Grammar) -> int:
    """Where the name behind "what it called" begins, 0 if none does.

    Near-miss: "of what he called a mistake", "spoke of what A had said".
    """
    for each in range(at + 1, min(at + _GLOSS, len(words))):
        if words[each].tag in (Tag.COMMA, Tag.STOP, Tag.CLOSE):
            return 0
        names = {sense.name for sense in grammar.senses.get(words[each].low, ())}
        if words[each].tag is not Tag.VERB or not names & grammar.classes["calls_so"]:
            continue
        end = each + 1
        while end < len(words) and (words[end].low in _NAMING or words[end].tag is Tag.QUOTE):
            end += 1
        named = end < len(words) and words[end].tag in (Tag.ACTOR, Tag.SIDED)
        if any(word.low in grammar.events for word in words[end : end + _PRAISED]):
            # "held what he called useful talks with B".
            return end
        return end if named else 0
    return 0
