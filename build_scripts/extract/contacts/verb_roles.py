"""Extract: a verb of contact and the phrases of its clause in, who and what fills its roles out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.company import is_of_noun_before
from build_scripts.extract.contacts.event_words import event_kind, modifying_place, own_parties
from build_scripts.extract.contacts.grammar import Frame
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase, tells_where_a_teller_is
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.signs.others import is_on_way
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind


@dataclass(slots=True)
class Filled:
    """Who and what fills the roles of a verb's frame."""

    takers: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    place: Place | None = None
    event: Event | None = None
    roles: frozenset[str] = frozenset()


def fill(frame: Frame, reading: Reading, parts: Sequence[Phrase]) -> Filled:
    filled = Filled(takers=reading.subject)
    sentence = reading.sentence
    if len({party.side for party in filled.takers} & sentence.world.joined) == 2:
        filled.roles |= {"together"}
    if reading.is_passive and frame.object == "message":
        said = reading.own_subject[0].words if reading.own_subject else ()
        filled.roles |= {"message"} if sentence.has_any("messages", said) else frozenset()
    elif reading.is_passive:
        filled.roles |= {frame.object}
        if reading.clause.particle and reading.object is not None:
            # "was shown in to B".
            _fill_object(frame, reading.object, filled, sentence)
    elif reading.object is not None:
        _fill_object(frame, reading.object, filled, sentence)
    elif (role := reading.relative_preposition) is not None:
        role = frame.roles.get(role, "") if role else frame.object
        met = reading.antecedent if role in ("partner", "guest") else ()
        filled.others += met
        filled.roles |= {role} if met else frozenset()
    if frame.object == "message":
        _fill_message(reading.own_subject[:1] if reading.is_passive else reading.after[:1], filled, sentence)
    if "delegation" in frame.needs and sentence.has_any("delegations", reading.clause.words):
        filled.roles |= {"delegation"}
    last = frame.object
    """The role before "including B", which B has, too."""
    for number, phrase in enumerate(parts):
        if not phrase.preposition:
            if frame.object == "partner" and phrase is not reading.object:
                # "met, among others, A and B": the object after an aside.
                people = (
                    sentence.parties(phrase.words) if not filled.others and phrase in reading.after else ()
                )
                filled.others += people
                filled.roles |= {"partner"} if people else frozenset()
            continue
        if phrase.preposition == "including" and frame.object in ("guest", "partner"):
            filled.others += sentence.parties(phrase.words)
            continue
        if phrase.preposition not in frame.roles and sentence.event(phrase) is not None:
            # "spoke of a meeting with B": B belongs to the meeting.
            break
        inside = _goes_on(phrase, sentence)
        role = (
            last
            if inside and last in ("partner", "guest", "agent")
            else frame.roles.get(
                phrase.preposition, "place" if phrase.preposition in ("in", "at", "near") else ""
            )
        )
        if role == "partner" and filled.others and is_of_noun_before(number, parts, sentence):
            continue
        last = role
        if frame.name != "be there" and phrase.words and is_on_way(phrase.words[0], sentence):
            continue
        if role == "agent" and not reading.is_passive:
            # "welcomed the statement by B": B stated.
            continue
        if role == "place" and frame.name == "discuss" and _is_of_topic(phrase, reading):
            continue
        if role == "place" and tells_where_a_teller_is(number, parts, sentence.words, sentence.grammar):
            continue
        _fill_role(role, phrase, filled, sentence)
        if frame.name == "host" and reading.is_passive and phrase.preposition == "at":
            # "was received at the ministry".
            hosts = tuple(p for p in sentence.parties(phrase.words) if not _is_place_word(p, sentence))
            filled.others += hosts
            filled.roles |= {"agent"} if hosts else frozenset()
    if filled.others:
        filled.others += reading.leading_those_met
    filled.others = _not_the_taker(filled.others, reading)
    return filled


def _is_of_topic(phrase: Phrase, reading: Reading) -> bool:
    """ "discussed the situation in Westford"; near-miss: "discussed a truce in Westford"."""
    topic, sentence = reading.object, reading.sentence
    located = topic is not None and bool(topic.words) and sentence.has("located", topic.words[-1])
    return located and phrase.preposition == "in" and not any(sentence.words[at].home for at in phrase.words)


def _fill_object(frame: Frame, phrase: Phrase, filled: Filled, sentence: Sentence) -> None:
    if frame.object == "message":
        if sentence.has_any("messages", phrase.words):
            filled.roles |= {"message"}
        return
    last = phrase.words[-1]
    if frame.object == "partner" and sentence.has("hands", last):
        # "shook B's hand".
        owner = [
            each for each in phrase.words if each < last and sentence.words[each].tag is not Tag.POSSESSIVE
        ]
        filled.others += sentence.parties(owner)
        filled.roles |= {"partner"} if filled.others else frozenset()
        return
    if frame.name == "name" and _is_vocative(phrase, sentence):
        filled.roles |= {"vocative"}
    if frame.object in ("guest", "") and sentence.event(phrase) is not None:
        _fill_role("event", phrase, filled, sentence)
    else:
        _fill_role(frame.object, phrase, filled, sentence)


def _fill_message(phrases: Sequence[Phrase], filled: Filled, sentence: Sentence) -> None:
    """ "A's letter", "sent B a letter": who stands before the message sent or got it."""
    for phrase in phrases:
        at = next((n for n, each in enumerate(phrase.words) if sentence.has("messages", each)), 0)
        before = phrase.words[:at]
        if before and sentence.words[before[-1]].tag is Tag.POSSESSIVE:
            before = before[:-1]
        filled.others += sentence.parties(before) if not phrase.preposition else ()


def _is_vocative(phrase: Phrase, sentence: Sentence) -> bool:
    """ "called them 'dear guests'" speaks to them; "called them 'rebels'" speaks about them."""
    return any(sentence.words[each].quoted and sentence.has("vocatives", each) for each in phrase.words)


def _fill_role(role: str, phrase: Phrase, filled: Filled, sentence: Sentence) -> None:
    event = sentence.event(phrase) if role in ("event", "goal-or-event", "place", "goal", "partner") else None
    if event is not None:
        filled.roles |= {"event"}
        filled.event = event
        owners = own_parties(event, sentence)
        filled.others += owners
        if role == "partner" and owners and event_kind(event, sentence) is ContactKind.STATEMENT:
            # "replied to B's letter".
            filled.roles |= {"partner"}
            filled.event = None
        filled.place = filled.place or modifying_place(event, sentence)
        return
    if role == "place" and sentence.has_any("witnessed", phrase.words):
        # "in the presence of B".
        filled.others += sentence.parties(phrase.words)
        return
    if role in ("place", "goal", "goal-or-event"):
        place = sentence.place(phrase)
        if place is not None:
            filled.roles |= {role, "goal"} if role != "place" else {"place"}
            filled.place = filled.place or place
        if role == "goal":
            people = tuple(p for p in sentence.parties(phrase.words) if not _is_place_word(p, sentence))
            people = people or _at_whose(phrase, sentence)
            filled.others += people
            filled.roles |= {"goal"} if people else frozenset()
        return
    if role == "event":
        # "received B on his departure for the capital".
        filled.place = filled.place or (sentence.place(phrase) if phrase.preposition != "for" else None)
    elif role:
        people = sentence.parties(phrase.words)
        if phrase.preposition == "to":
            people = tuple(party for party in people if party.actor not in sentence.media)
        filled.others += people
        filled.roles |= {role} if people else frozenset()


def _at_whose(phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    """ "went into B's office", "drove to the League's camp"; not "slept at B's house"."""
    if (
        phrase.preposition not in ("to", "into")
        or not phrase.words
        or not sentence.has("rooms", phrase.words[-1])
    ):
        return ()
    for position, each in enumerate(phrase.words[:-1]):
        owns = sentence.words[phrase.words[position + 1]].tag is Tag.POSSESSIVE
        if owns and sentence.words[each].tag is Tag.ACTOR:
            return sentence.parties((each,))
    return ()


def _not_the_taker(people: tuple[Party, ...], reading: Reading) -> tuple[Party, ...]:
    """ "B received him": not B, though B was spoken of last, but who was before."""
    sentence = reading.sentence
    takers = {party.actor for party in reading.subject}
    sides = {party.side for party in reading.subject}
    meant = next((one for one in _spoken_of(reading) if one.actor not in takers), None)
    partner = meant or next((one for one in sentence.carried.pair if one.actor not in takers), None)
    close = reading.clause.kind is Kind.SUBORDINATE
    found: list[Party] = []
    for party in people:
        pronoun = party.at >= 0 and party.is_person and sentence.words[party.at].tag is Tag.PRONOUN
        own = party.side in sides and meant is not None and meant.side not in sides
        if pronoun and meant is not None and (close or own or party.actor in takers):
            party = replace(meant, at=party.at)
        elif pronoun and partner is not None and partner.is_person and party.actor in takers:
            # "A met B on Monday. On Friday A telephoned him": B.
            party = replace(partner, at=party.at)
        found.append(party)
    return tuple(found)


def _spoken_of(reading: Reading) -> tuple[Party, ...]:
    """Of whom the clause above speaks ("A never went there until May, when B showed her the camp")."""
    clause, carried = reading.clause, reading.sentence.carried
    above = clause.parent
    if clause.kind is Kind.SUBORDINATE and above is not None and above.chain:
        persons = tuple(one for one in reading_of(above, reading.sentence).subject if one.is_person)
        if len(persons) == 1:
            return (*persons, *carried.one)
    return carried.one


def _is_place_word(party: Party, sentence: Sentence) -> bool:
    word = sentence.words[party.at]
    return bool(word.home)


def _goes_on(phrase: Phrase, sentence: Sentence) -> bool:
    """ "met ministers, including B", "among them B": B has the role of those before."""
    first = sentence.words[phrase.words[0]].low if phrase.words else ""
    return phrase.preposition == "including" or (
        phrase.preposition == "among" and first in ("them", "others")
    )
