"""Extract: words around a sign of contact in, whether others than the two sides are named among them out."""

from __future__ import annotations

from collections.abc import Iterable

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import ContactKind

_IN_PLACE = (
    "in",
    "at",
    "to",
    "near",
    "from",
    "into",
    "outside",
    "via",
    "through",
    "over",
    "across",
    "on",
    "of",
    "around",
)
_WAY = 3
"""Words, at most, from "way" to where it leads: "on their way to the capital"."""
_AGAIN = 3
"""Words more, where the place stands behind its description: "the northern capital, Northtown"."""
_FEW = 2
"""Words, at most, of "dairy farmers"."""
_ACTING = (Use.TALK, Use.DEED, Use.MOVE, Use.HOST)


def others_named(indices: Iterable[int], sentence: Sentence, trip: bool = False) -> bool:
    """Whether an actor of no side, or a name that nobody knows, stands there; a place is no other party.

    Of a trip, the place is where it went: it counts.
    """
    joined = sentence.world.joined
    # "6 September - Second round".
    known = sentence.grammar.classes["one_more"]
    for each in indices:
        word = sentence.words[each]
        if word.home:
            continue
        if word.tag is Tag.ACTOR and not set(word.sides) & joined:
            return True
        if word.tag is Tag.NAME and word.low not in known and not _is_place(each, sentence, trip):
            return True
    return False


def _is_place(at: int, sentence: Sentence, trip: bool) -> bool:
    """ "in Westford", "Westford, Eastshire"; near-misses: "Westford's mayor", "Westford diplomats"."""
    words, grammar = sentence.words, sentence.grammar
    first = last = at
    while first > 0 and (words[first - 1].tag is Tag.NAME or words[first - 1].low == "the"):
        first -= 1
    while last + 1 < len(words) and words[last + 1].tag is Tag.NAME:
        last += 1
    people = grammar.nouns("offices", "groups")
    following = words[last + 1] if last + 1 < len(words) else None
    if following is not None and following.tag is Tag.ACTOR and words[last].low in people:
        # "Foreign Minister A".
        return True
    if words[last].low in people or (
        following is not None and (following.low in people or following.tag is Tag.POSSESSIVE)
    ):
        return False
    if following is not None and following.tag is Tag.ACTOR:
        # "Mr. A", "General A".
        return True
    while first > 0 and words[first - 1].tag in (Tag.NOUN, Tag.DETERMINER) and words[last].tag is Tag.NAME:
        # "in a hotel", "in neighbouring Westford".
        first -= 1
    before = words[first - 1] if first else None
    if before is not None and not trip and before.low in _IN_PLACE:
        return True
    if before is not None and before.tag is Tag.COMMA and first > 1:
        return words[first - 2].tag is Tag.NAME or bool(words[first - 2].home)
    return words[at].low in grammar.nouns("offices", "honorifics")


def is_of_own_body(at: int, indices: Iterable[int], sentence: Sentence) -> bool:
    """ "The session of parliament", "a meeting of the cabinet": of one side; not: "of the joint council"."""
    if at and sentence.has("own_meetings", at - 1):
        # "a cabinet meeting", "the standing committee meeting"; near-miss: "the joint committee meeting".
        return not any(sentence.words[each].low == "joint" for each in indices)
    behind = [each for each in indices if each > at]
    of = bool(behind) and sentence.words[behind[0]].low == "of"
    joint = sentence.has_any("standing_bodies", behind)
    return of and not joint and sentence.has_any("own_bodies", behind)


def is_on_way(at: int, sentence: Sentence) -> bool:
    """ "arrived in Westford on their way to the capital(, Northtown)": not there yet."""
    named_again = at > 1 and sentence.words[at - 1].tag is Tag.COMMA
    first = max(at - (_WAY + _AGAIN if named_again else _WAY), 0)
    return sentence.has_any("on_the_way", range(first, at))


def is_by_others(sign: Sign, reading: Reading) -> bool:
    """Whether somebody else does it: "The mediator met A", "the envoy, who met B in May"."""
    sentence, clause = reading.sentence, reading.clause
    joined = sentence.world.joined
    if any(party.side in joined for party in reading.subject):
        return False
    if is_of_strangers(sign, reading):
        return True
    if reading.subject and not reading.is_passive and sign.kind is ContactKind.CALL:
        # "Their minister, C, … He discussed it with B by telephone": C.
        return True
    whose = clause.kind is Kind.RELATIVE and clause.head >= 0 and clause.marker != "where"
    if whose and (not reading.own_subject or (reading.object is not None and clause.marker != "whom")):
        described = any(party.side in joined for party in reading.antecedent)
        return not described and sentence.words[clause.head].low not in sentence.grammar.events
    subject = subject_of(reading)
    if not subject or sign.at in subject:
        return False
    if any(party.side in joined for party in sentence.parties(subject)):
        return False
    if sign.use in _ACTING and len(subject) == 1 and sentence.has("pronouns-one", subject[0]):
        # "The mayor offered his help. He saw A on Monday": the mayor.
        return True
    if others_named(subject, sentence, trip=sign.use is Use.TRIP):
        return True
    if sign.use in (Use.DEED, Use.TALK) and reading.is_passive:
        # "The prisoners were handed over to B", "A truce was discussed by both".
        return False
    if sign.use not in _ACTING or not any(sentence.words[each].tag is Tag.NOUN for each in subject):
        return False
    owned = any(sentence.words[each].tag is Tag.POSSESSIVE for each in subject)
    known = sentence.grammar.nouns("acting_offices", "counterparts")
    lows = [sentence.words[each].low for each in subject]
    principals = len(lows) == 2 and lows[0] == "the" and sentence.has("principals", subject[1])
    return owned or not (principals or any(low in known for low in lows))


def is_of_strangers(sign: Sign, reading: Reading) -> bool:
    """ "Farmers had a meeting with B": theirs; near-misses: "Negotiators had …", "They had …"."""
    sentence = reading.sentence
    words = reading.own_subject[0].words if reading.own_subject else ()
    event = reading.object is not None and sign.at in reading.object.words
    if reading.is_passive or not event or not words or len(words) > _FEW or reading.subject:
        return False
    if not all(sentence.words[each].tag is Tag.NOUN for each in words):
        return False
    last = sentence.words[words[-1]].low
    known = sentence.grammar.nouns("groups", "offices", "agents", "pairs", "pairs_of_sides", "counterparts")
    return last.endswith("s") and last not in known and last not in sentence.grammar.events


def subject_of(reading: Reading) -> tuple[int, ...]:
    """The words of the subject, be it of the clause that this one hangs on."""
    clause: Clause | None = reading.clause
    while clause is not None:
        own = reading_of(clause, reading.sentence).own_subject
        if own:
            return own[0].words
        clause = clause.parent if clause.kind is not Kind.CONTENT else None
    return ()


def _is_named(word: Word) -> bool:
    """A name, also one that is one word with the title before it: "Prime Minister J. Ash"."""
    return word.is_name or (word.tag is Tag.NOUN and " " in word.text and word.text[:1].isupper())


def is_with_others(sign: Sign, reading: Reading) -> bool:
    """Whether the one met is of neither side: "met C", "talks with the envoy of C"."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    if reading.clause.kind is Kind.RELATIVE and reading.clause.marker == "whom":
        # "the employers, whom A met on Thursday".
        return not any(party.side in joined for party in reading.antecedent)
    if reading.clause.marker == "whose" and sign.use is Use.TALK and reading.own_subject:
        # "the farmers, whose leaders A met on Thursday".
        return not any(party.side in joined for party in reading.antecedent)
    above = reading.clause.parent if reading.clause.kind is Kind.INFINITIVE else None
    if above is not None and is_with_others(sign, reading_of(above, sentence)):
        return True
    known = sentence.grammar.nouns("acting_offices", "counterparts", "groups")
    for phrase in (*reading.before, *reading.after):
        if sign.at in phrase.words and is_of_own_body(sign.at, phrase.words, sentence):
            return True
        met = phrase is reading.object and (sign.use in (Use.TALK, Use.HOST) or "meet" in reading.verbs)
        if not met and phrase.preposition not in ("with", "between"):
            continue
        if phrase.words and sentence.has("mere_with", max(phrase.words[0] - 2, 0)):
            # "in accordance with Resolution 1754".
            continue
        words = [sentence.words[each] for each in phrase.words]
        named = any(_is_named(word) and not word.home and not set(word.sides) & joined for word in words)
        # "talks between two banks"; near-miss: "talks with the minister".
        strange = phrase.preposition == "between" and (not words or words[-1].low not in known)
        if (named or strange) and not any(party.side in joined for party in sentence.parties(phrase.words)):
            return True
    return False
