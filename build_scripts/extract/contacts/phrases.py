"""Extract: the words of a clause in, its phrases out: a preposition and its noun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.records import record
from build_scripts.models import DateExpression


@record
class Phrase:
    """A noun phrase and the preposition before it (empty for subject and object)."""

    preposition: str
    words: tuple[int, ...]


_NOUNS = (Tag.NOUN, Tag.NAME)
_WHEN = frozenset(("at", "on", "in", "after", "before", "during", "without", "under"))
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its", "any", "another")
_TITLE = 4
"""Words, at most, of a title in capitals and the name behind it: "Deputy Foreign Minister A"."""
_UNENDED = ("half", "such", "quite", "what", "many", "all")
_BESIDE = ("together with", "along with")
_BEGINNING = (Tag.PREPOSITION, Tag.TO)
_LENGTHS = frozenset(
    f"{unit}{many}" for unit in ("hour", "day", "week", "month", "year", "decade") for many in ("", "s")
)


def phrases(
    indices: Sequence[int], words: Sequence[Word], grammar: Grammar, before_verb: bool = False
) -> tuple[Phrase, ...]:
    """Split words at the prepositions that begin a new role.

    "of" never does; "from" does not after people ("delegates from A and B"). Before the verb, a comma
    that ends an opening phrase ("In May, …") begins a new one.
    """
    found: list[Phrase] = []
    preposition, held = "", list[int]()
    according = grammar.classes["according"]
    for number, each in enumerate(indices):
        word = words[each]
        tag = word.tag
        begins: str | None = None
        first = list[int]()
        if tag is Tag.JOINING and word.low in _BESIDE and not before_verb:
            # "opened the talks on Monday together with B".
            begins = "with"
        elif (tag in _NOUNS and word.low in according) or (
            tag in _BEGINNING and not _stays(each, preposition, held, words, grammar)
        ):
            begins = word.low
        elif tag is Tag.COMMA and not held:
            # "By | meeting B, | A …": what the preposition governs is a clause of its own.
            preposition = "" if before_verb else preposition
            continue
        elif (
            before_verb
            and tag is Tag.COMMA
            and _only_opening(found, words)
            and _is_opening(preposition, held, indices[number + 1 :][:2], words)
        ):
            begins = ""
        elif (
            tag is Tag.COMMA
            and preposition
            and _goes_back(preposition, held, indices[number + 1 :][:4], words)
        ):
            # "A, envoy to Northland, and B met": B is in the list of A.
            begins = ""
        elif tag is Tag.COMMA and preposition == "among" and grammar.has("others", words[held[-1]].low):
            # "met, among others, A and B".
            begins = ""
        elif (
            before_verb
            and not preposition
            and _is_day(held, words)
            and _begins_people(held, word, words, grammar)
        ):
            # "Last week | A met B", "Earlier this week | senior officials met B".
            begins, first = "", [each]
        elif (
            preposition
            and held
            and (
                _ends_opening(preposition, words[held[-1]], word, grammar)
                if before_verb
                else preposition in _WHEN and _is_object_behind(held, each, words)
            )
        ):
            begins, first = "", [each]
        if begins is None:
            held.append(each)
            continue
        if held or preposition:
            found.append(Phrase(preposition, tuple(held)))
        preposition, held = begins, first
    if held or preposition:
        found.append(Phrase(preposition, tuple(held)))
    return tuple(found)


def _stays(at: int, preposition: str, held: Sequence[int], words: Sequence[Word], grammar: Grammar) -> bool:
    word = words[at]
    if word.low == "of" or (not held and grammar.has("according", preposition)):
        return bool(held) or bool(preposition)
    if word.low in ("for", "to") and held:
        return _is_of_people(held, words[at + 1 : at + 3], word.low, words, grammar)
    if word.low == "from":
        last = words[held[-1]].low if held else ""
        return grammar.has("groups", last) or grammar.has("negative_objects", last)
    return False


def _is_of_people(
    held: Sequence[int], following: Sequence[Word], preposition: str, words: Sequence[Word], grammar: Grammar
) -> bool:
    """ "negotiators for A", "an aide to B", "C and D for the League": people, and whom they stand for."""
    last = words[held[-1]]
    whom = next((word for word in following if word.tag is not Tag.DETERMINER), None)
    if whom is not None and preposition == "for" and grammar.has("agents", last.low):
        # "negotiators for the northern government"; near-miss: "sent negotiators for talks".
        return whom.low not in grammar.events and whom.tag is not Tag.DATE
    if whom is None or whom.tag is not Tag.ACTOR or whom.home:
        return False
    if grammar.has("agents", last.low):
        return True
    listed = len(held) > 1 and words[held[-2]].tag in (Tag.JOINING, Tag.COMMA)
    return (
        preposition == "for" and last.tag is Tag.ACTOR and not last.home and listed and whom is following[-1]
    )


def _goes_back(
    preposition: str, held: Sequence[int], following: Sequence[int], words: Sequence[Word]
) -> bool:
    """ ", and B": an actor whom "and" joins to those before the aside; near-miss: "with A, B, and C"."""
    if not held or not following or words[following[0]].tag is not Tag.JOINING:
        return False
    named = (Tag.DATE,) if preposition == "for" else (Tag.ACTOR, Tag.DATE)
    if any(words[each].tag in named and not words[each].home for each in held):
        return False
    rest = [each for each in following[1:] if words[each].tag not in (Tag.DETERMINER, Tag.NAME, Tag.NOUN)]
    return bool(rest) and words[rest[0]].tag is Tag.ACTOR and not words[rest[0]].home


def _only_opening(found: Sequence[Phrase], words: Sequence[Word]) -> bool:
    return all(
        phrase.preposition
        or all(words[each].tag in (Tag.DATE, Tag.ADVERB, Tag.JOINING) for each in phrase.words)
        or is_length(phrase, words)
        for phrase in found
    )


def is_length(phrase: Phrase, words: Sequence[Word]) -> bool:
    """ "Three years (since the war), …": how long, not who."""
    counted = len(phrase.words) == 2 and words[phrase.words[0]].tag in (Tag.DETERMINER, Tag.NOUN)
    return counted and not phrase.preposition and words[phrase.words[-1]].low in _LENGTHS


def is_span(phrase: Phrase | None, words: Sequence[Word]) -> bool:
    """ "(fell through) hours (before it was to start)", "(had met) three days (before)": when, not what."""
    return phrase is not None and not phrase.preposition and words[phrase.words[-1]].low in _LENGTHS


def _is_opening(
    preposition: str, held: Sequence[int], following: Sequence[int], words: Sequence[Word]
) -> bool:
    """An opening phrase ends at its comma unless it is a list of names; so do a date and an adverb."""
    if not preposition:
        return all(words[each].tag in (Tag.DATE, Tag.ADVERB, Tag.JOINING) for each in held)
    last = words[held[-1]]
    if not following:
        return False
    if preposition in ("for", "under", "through"):
        # "For the League, A and B met C".
        return True
    listed = len(following) > 1 and words[following[1]].tag in (Tag.COMMA, Tag.JOINING)
    return (
        last.tag is not Tag.ACTOR or bool(last.home) or words[following[0]].tag is not Tag.ACTOR or not listed
    )


def _ends_opening(preposition: str, last: Word, word: Word, grammar: Grammar) -> bool:
    """Where an opening phrase ends without a comma: "In May 1994 A …", "Over the years A …"."""
    if last.tag is Tag.DATE:
        return _begins_noun(word)
    if word.tag is Tag.ACTOR and (last.home or last.tag is Tag.NAME) and preposition in ("in", "at", "near"):
        # "In May 1998 in Northtown A met B"; near-miss: "in Minister A's office".
        return not grammar.has("offices", last.low)
    return grammar.has("spans", last.low) and word.tag in (Tag.ACTOR, Tag.PRONOUN)


def _is_day(held: Sequence[int], words: Sequence[Word]) -> bool:
    return bool(held) and all(words[each].tag in (Tag.DATE, Tag.ADVERB) for each in held)


def _begins_people(held: Sequence[int], word: Word, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether a noun phrase begins that is no event; near-misses: "Friday talks", "Friday Westford talks"."""
    if word.tag is Tag.NOUN:
        return grammar.has("groups", word.low) or grammar.has("opening_modifiers", word.low)
    if word.tag is Tag.NAME:
        return " " in words[held[-1]].text
    return _begins_noun(word)


def _is_object_behind(held: Sequence[int], at: int, words: Sequence[Word]) -> bool:
    """ "cancelled at short notice | a meeting", "received on Monday | the envoy"; not "for half an hour"."""
    last = words[held[-1]]
    ended = last.tag in (Tag.NOUN, Tag.DATE, Tag.NAME) and last.low not in _UNENDED and held[-1] == at - 1
    if last.tag is Tag.DATE and ended:
        # "visited on Friday | Northern President A", "… | Foreign Minister A".
        name = next((word for word in words[at : at + _TITLE] if word.tag is not Tag.NAME), words[at])
        if name.tag in (Tag.ACTOR, Tag.SIDED):
            return True
    return ended and words[at].tag is Tag.DETERMINER and words[at].low in _ARTICLES


def _begins_noun(word: Word) -> bool:
    return word.tag in (Tag.ACTOR, Tag.SIDED, Tag.DETERMINER, Tag.PRONOUN) or (
        word.tag in (Tag.NAME, Tag.NOUN) and word.low != "and"
    )


def tells_where_a_teller_is(
    number: int, parts: Sequence[Phrase], words: Sequence[Word], grammar: Grammar
) -> bool:
    """ "…, according to media in Westford"; near-miss: "…, according to media, in Westford"."""
    before = parts[number - 1] if number else None
    return (
        before is not None
        and grammar.has("according", before.preposition)
        and bool(before.words)
        and words[before.words[-1]].tag is not Tag.COMMA
    )


def dates_in(indices: Iterable[int], words: Sequence[Word]) -> tuple[DateExpression, ...]:
    """The dates among the words, in order."""
    return tuple(date for each in indices if (date := words[each].date) is not None)
