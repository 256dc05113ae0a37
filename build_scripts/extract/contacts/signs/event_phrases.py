"""Extract: a noun of contact in, the phrase around it out: who, where and when, by its own words.

"the meeting between A and B in Westford on 4 May", "the third round of talks, which was held in May". It
does not matter whether the clause around it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag

OF_PEOPLE = ("between", "with", "by", "of", "among")
"""Before those whose event it is."""
OF_PLACE = ("in", "at", "to", "near", "outside")
_OF_TIME = ("on", "in", "at", "from", "during", "over")
_TELLING = frozenset((*OF_PEOPLE, *OF_PLACE, *_OF_TIME))
_OF_LISTS = ("between", "with", "by")
_BEFORE = (Tag.NOUN, Tag.NAME, Tag.ACTOR, Tag.SIDED, Tag.POSSESSIVE, Tag.ADVERB, Tag.DATE, Tag.DETERMINER)
_WITHIN = (*_BEFORE, Tag.JOINING)
_RELATIVE = ("which", "that")
_ARTICLES = ("a", "an", "no", "any")


@dataclass(slots=True)
class EventPhrase:
    """A noun of contact, with what its phrase says."""

    at: int
    """Where the noun stands."""
    first: int
    """Where the phrase begins."""
    last: int = -1
    """Behind its last word."""
    parts: list[Phrase] = field(default_factory=list)
    """What stands behind the noun, by preposition."""
    dates: list[int] = field(default_factory=list)
    is_bound: bool = False
    """Whether its dates can be of nothing else: "Monday's talks", "the talks with B on Monday"."""

    @property
    def words(self) -> range:
        return range(self.first, self.last)


def event_phrase(at: int, sentence: Sentence) -> EventPhrase:
    """The phrase of the noun at `at`, as far as it goes on saying who, where and when."""
    words = sentence.words
    named = EventPhrase(at, _first(at, sentence))
    named.dates += [each for each in range(named.first, at) if words[each].tag is Tag.DATE]
    named.is_bound = bool(named.dates)
    here = at + 1
    while here < len(words):
        word = words[here]
        if word.tag is Tag.DATE:
            named.dates.append(here)
            here += 1
        elif word.tag is Tag.ADVERB:
            here += 1
        elif word.tag in (Tag.PREPOSITION, Tag.TO) and word.low in _TELLING:
            last = _end(here + 1, word.low, sentence)
            if last == here + 1:
                break
            _take(Phrase(word.low, tuple(range(here + 1, last))), named, sentence)
            here = last
        elif (behind := _behind_verb(here, sentence)) > here:
            named.is_bound |= not named.dates
            here = behind
        else:
            break
    named.last = here
    return named


def _take(part: Phrase, named: EventPhrase, sentence: Sentence) -> None:
    dates = [each for each in part.words if sentence.words[each].tag is Tag.DATE]
    named.is_bound |= not named.dates and dates[:1] != [part.words[0]]
    named.dates += dates
    named.parts.append(part)


def _first(at: int, sentence: Sentence) -> int:
    """Where the phrase begins: at "the" of "the third round of indirect talks"."""
    words, first = sentence.words, at
    while first > 0:
        before = words[first - 1]
        joins = before.tag is Tag.JOINING and first > 1 and words[first - 2].tag in (Tag.ACTOR, Tag.SIDED)
        measure = before.low == "of" and first > 1 and _is_measure(first - 2, sentence)
        if before.tag not in _BEFORE and not joins and not measure:
            break
        first -= 1
        if before.tag is Tag.DETERMINER and not _counts(first, sentence):
            break
    return first


def _is_measure(at: int, sentence: Sentence) -> bool:
    known = sentence.grammar.nouns("measures", "parts_of_events", "series_events")
    return sentence.words[at].low in known


def _counts(at: int, sentence: Sentence) -> bool:
    """ "two" of "the two days of talks": no article, another word stands before it."""
    return not sentence.has("definite", at) and sentence.words[at].low not in _ARTICLES


def _end(at: int, preposition: str, sentence: Sentence) -> int:
    """Where the phrase behind a preposition ends: lists of dates and of people go on behind their commas."""
    words = sentence.words
    people = preposition in _OF_LISTS
    while at < len(words):
        word = words[at]
        listing = word.tag in (Tag.COMMA, Tag.JOINING)
        if word.low in _RELATIVE:
            return at
        if listing and words[at - 1].tag is Tag.DATE:
            if not _goes_on_with_date(at + 1, sentence):
                return at
        elif word.tag is Tag.COMMA and people:
            if not _goes_on_with_people(at + 1, sentence):
                return at
        elif not (word.tag in _WITHIN or word.low == "of" or (people and _describes(at, sentence))):
            return at
        at += 1
    return at


def _describes(at: int, sentence: Sentence) -> bool:
    """ "between a delegation from A, led by B, and C"."""
    return sentence.words[at].low in ("from", "by") or sentence.has("accompanying", at)


def _goes_on_with_date(at: int, sentence: Sentence) -> bool:
    """ "on June 6, 22 and 30": whether what stands behind a comma or "and" is one more date."""
    words = sentence.words
    if at < len(words) and words[at].tag is Tag.JOINING:
        at += 1
    return at < len(words) and words[at].tag is Tag.DATE


def _goes_on_with_people(at: int, sentence: Sentence) -> bool:
    """Whether what a comma opens is still of the people: ", the envoy of B,", ", A and B"."""
    words = sentence.words
    while at < len(words) and words[at].tag in (*_WITHIN, Tag.PREPOSITION) and words[at].tag is not Tag.DATE:
        if words[at].tag is Tag.ACTOR and not words[at].home:
            return True
        if words[at].tag is Tag.PREPOSITION and words[at].low not in ("of", "for"):
            return False
        at += 1
    return False


def _behind_verb(at: int, sentence: Sentence) -> int:
    """Behind ", which were held", "that took place", "held", ", which began": where else, `at` itself."""
    words, grammar, here = sentence.words, sentence.grammar, at
    if words[here].tag is Tag.COMMA:
        here += 1
        if here < len(words) and (words[here].tag is Tag.DATE or words[here].low in _OF_TIME):
            return here
    if here < len(words) and words[here].low in _RELATIVE:
        here += 1
    befalls = grammar.classes["befalls"] | {"hold"}
    seen = False
    while here < len(words):
        word = words[here]
        if befalls & {sense.lemma for sense in grammar.senses.get(word.low, ())}:
            seen = True
        elif word.tag not in (Tag.AUX, Tag.ADVERB) and word.low not in ("place", "most"):
            break
        here += 1
    return here if seen else at
