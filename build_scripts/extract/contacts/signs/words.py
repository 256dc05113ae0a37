"""Extract: a clause in, the word in it that may be a sign of contact out, and what such a word needs.

The rules of verbs and nouns of contact want a known form. A sign is any word of contact, whatever its
form; what stands around it then decides ("by_sign").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Form, Grammar
from build_scripts.extract.contacts.places import is_of_something_else
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.symbols import Symbol
from build_scripts.models import ContactKind

_UNSAID = (Tag.COMMA, Tag.PREPOSITION, Tag.AUX, Tag.DATE, Tag.TO)
_FINITE = (Kind.MAIN, Kind.CONTENT, Kind.SUBORDINATE)
_OPENING = 5
"""Words of a clause among which "a second" stands for an event."""


class Use(Symbol):
    """What a sign needs: who stands where."""

    EVENT: ClassVar[Use]
    """A noun of contact, or what stands for one ("a second, in May")."""
    TRIP: ClassVar[Use]
    MESSAGE: ClassVar[Use]
    TALK: ClassVar[Use]
    HOST: ClassVar[Use]
    MOVE: ClassVar[Use]
    DEED: ClassVar[Use]
    """What one does to another who is there: "poured B tea", "drove B to the station"."""
    OUTCOME: ClassVar[Use]
    """What people of both sides come to: "agreed with B", "reached a deal"."""
    PRESENCE: ClassVar[Use]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that may tell of a contact."""

    kind: ContactKind
    at: int
    use: Use
    is_past: bool = False
    """Whether it is only named as what came before ("since their meeting in May")."""
    day: int = -1
    """Where the day stands that it is called by ("last week's talks")."""


_VERBS = (
    ("signs_of_call", ContactKind.CALL, Use.TALK),
    ("signs_of_invitation", ContactKind.INVITATION, Use.TALK),
    ("signs_of_hosting", ContactKind.MEETING, Use.HOST),
    ("signs_of_talk", ContactKind.MEETING, Use.TALK),
)
NOUNS = (
    (ContactKind.MEETING, Use.EVENT),
    (ContactKind.CONFERENCE, Use.EVENT),
    (ContactKind.CALL, Use.EVENT),
    (ContactKind.VISIT, Use.TRIP),
    (ContactKind.STATEMENT, Use.MESSAGE),
)
_LISTED = (
    ("nouns_of_message", ContactKind.STATEMENT),
    ("nouns_of_stay", ContactKind.VISIT),
    ("nouns_of_call", ContactKind.CALL),
    ("nouns_of_meeting", ContactKind.MEETING),
)
"""The lists of nouns; of a word of several the last one says what it is."""
_LESS_SURE = (
    ("signs_of_presence", ContactKind.MEETING, Use.DEED),
    ("signs_of_going", ContactKind.VISIT, Use.MOVE),
    ("signs_of_writing", ContactKind.STATEMENT, Use.MESSAGE),
)


def signs_of(reading: Reading) -> Iterator[Sign]:
    """The clause's signs of contact, the surest first: its verb, its nouns, that somebody is somewhere."""
    clause, sentence = reading.clause, reading.sentence
    last = clause.chain[-1] if clause.chain else -1
    around = (*clause.before, *clause.after)
    nouns = {kind: at for at in reversed(around) if (kind := noun_of_contact(at, sentence)) is not None}
    for name, kind, use in _VERBS:
        if _is_verb(reading, name):
            yield Sign(kind, last, use)
    for kind, use in NOUNS:
        if kind in nouns:
            yield Sign(kind, nouns[kind], use)
    for name, kind, use in _LESS_SURE:
        if _is_verb(reading, name):
            sent = use is Use.DEED and ContactKind.STATEMENT in nouns
            yield Sign(ContactKind.STATEMENT if sent else kind, last, use)
    if _is_verb(reading, "signs_of_company") and _is_in_company(reading):
        yield Sign(ContactKind.MEETING, last, Use.DEED)
    if clause.kind is not Kind.JOINED and _is_verb(reading, "reaches_outcome") and _has_outcome(reading):
        yield Sign(ContactKind.MEETING, last, Use.OUTCOME)
    if (one_more := _one_more(clause, sentence)) >= 0:
        yield Sign(ContactKind.MEETING, one_more, Use.EVENT)
    if (event := _pronoun(reading)) >= 0:
        yield Sign(ContactKind.MEETING, event, Use.EVENT)
    if "be" in reading.lemmas:
        yield Sign(ContactKind.VISIT, last, Use.PRESENCE)
    if _do_together(reading):
        yield Sign(ContactKind.MEETING, last, Use.TALK)


def _do_together(reading: Reading) -> bool:
    """ "A and B bent over a map on Monday": what people of the two sides do on one day, they do together.

    Near-misses: "A and B said on Monday", "A and B condemned C on Monday".
    """
    sentence, clause = reading.sentence, reading.clause
    plain = clause.kind in _FINITE and len(clause.chain) == 1 and not reading.is_passive
    if not plain or not reading.own_subject or reading.frames:
        return False
    joined = sentence.world.joined
    people = [p for p in sentence.parties(reading.own_subject[0].words) if p.side in joined]
    if not {party.side for party in people} >= joined or not any(party.is_person for party in people):
        return False
    low = sentence.words[clause.chain[0]].low
    if Form.PAST not in sentence.grammar.forms.get(low, ()) and not low.endswith("ed"):
        return False
    # A verb that the lexicon lacks is known by what stands before its "-ed".
    lemmas = {sense.lemma for sense in clause.senses} or {low[:-2], low[:-1], f"{low[:-3]}y"}
    return not lemmas & sentence.grammar.classes["done_apart"]


def goes_back(reading: Reading) -> bool:
    """Whether the clause says that somebody is there again: "back", "there"; not "back in Westford"."""
    clause, sentence = reading.clause, reading.sentence
    words = (*clause.after, *clause.particle, *clause.chain)
    elsewhere = any(
        phrase.preposition in ("in", "at", "to")
        and any(
            sentence.words[each].tag is Tag.NAME and not sentence.words[each].home for each in phrase.words
        )
        for phrase in reading.after
    )
    # "returned by the afternoon train", "returned from talks": home.
    home = any(phrase.preposition in ("by", "from") for phrase in reading.after)
    return not (elsewhere or home) and sentence.has_any("there_again", words)


def _is_in_company(reading: Reading) -> bool:
    """ "walked with B", "had an hour with B"; near-misses: "had trouble with B", "dealt with B"."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    if not any(
        phrase.preposition == "with" and any(party.side in joined for party in sentence.parties(phrase.words))
        for phrase in reading.after
    ):
        return False
    if not {"have", "make"} & reading.lemmas:
        return True
    return sentence.has_any("had_together", (reading.object.words if reading.object else ()))


def _has_outcome(reading: Reading) -> bool:
    """ "reached a deal", "came to an agreement", "agreed"; near-miss: "reached the village"."""
    sentence = reading.sentence
    if "agree" in reading.lemmas:
        given = reading.object.words if reading.object is not None else ()
        words = [each for each in given if sentence.words[each].tag is not Tag.DATE]
        reached = sentence.has_any("deals", words)
        return reached or all(sentence.has("late_or_early", each) for each in words)
    parts = (
        reading.own_subject[:1]
        if reading.is_passive
        else tuple(
            phrase for phrase in reading.after if phrase is reading.object or phrase.preposition == "to"
        )
    )
    known = sentence.grammar.nouns("outcomes", "deals")
    return any(sentence.words[each].low in known for phrase in parts for each in phrase.words)


def _is_verb(reading: Reading, name: str) -> bool:
    clause, sentence = reading.clause, reading.sentence
    if reading.lemmas.isdisjoint(sentence.grammar.classes[name]):
        return False
    # "spoke of B", "there is talk of a meeting", "sat up until dawn".
    return not (clause.after and sentence.words[clause.after[0]].low in ("of", "up"))


def _pronoun(reading: Reading) -> int:
    """ "They took place on 4 May", "It lasted from 4 to 6 May": of the events just told of.

    Near-miss: "It was opened on 6 May", a letter.
    """
    words = reading.own_subject[0].words if reading.own_subject else ()
    if len(words) != 1 or not reading.sentence.has("event_pronouns", words[0]):
        return -1
    held = reading.is_passive and "hold" in reading.verbs
    opened = reading.is_passive and "open" in reading.lemmas
    return words[0] if held or (_is_verb(reading, "befalls") and not opened) else -1


def noun_of_contact(at: int, sentence: Sentence) -> ContactKind | None:
    """The kind of contact of a noun; a name that looks like one ("Parley") is none."""
    word = sentence.words[at]
    kind = _kinds(sentence.grammar).get(word.low)
    if kind is None or word.tag not in (Tag.NOUN, Tag.VERB) or (at > 0 and word.text[:1].isupper()):
        return None
    following = at + 1 < len(sentence.words) and sentence.has("compound_heads", at + 1)
    other = is_of_something_else(at, sentence.words, sentence.grammar)
    return None if following or other else kind


def has_nouns(sentence: Sentence) -> bool:
    """Whether any word is a noun of contact: else no clause need be read for one."""
    return not sentence.lows.isdisjoint(_kinds(sentence.grammar))


@lru_cache(maxsize=8)
def _kinds(grammar: Grammar) -> Mapping[str, ContactKind]:
    """The kind of contact that each noun tells of."""
    kinds = dict(grammar.events)
    for name, kind in _LISTED:
        kinds.update(dict.fromkeys(grammar.classes[name], kind))
    return {noun: kind for noun, kind in kinds.items() if noun not in grammar.classes["poor_signs"]}


def _one_more(clause: Clause, sentence: Sentence) -> int:
    """ "A second, in May, …", "The next followed", "at the last of them"; near-miss: "a second man"."""
    for each in (*clause.before[:_OPENING], *clause.after[: _OPENING - 1]):
        if not sentence.has("one_more", each):
            continue
        following = sentence.words[each + 1] if each + 1 < len(sentence.words) else None
        if following is not None and following.low == "since":
            # "their fourth since the war began in May".
            continue
        if following is not None and following.low == "time" and each in clause.after:
            # "was invited a second time": once more what the verb says.
            continue
        if following is None or following.tag in _UNSAID or sentence.has("stands_for_event", each + 1):
            return each
        past = Form.PAST in sentence.grammar.forms.get(following.low, ())
        if following.low == following.text and past and not following.low.endswith("ing"):
            return each
    return -1
