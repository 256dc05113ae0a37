"""Extract: a verb of contact with its roles filled in, whether it means one out: "saw B", "was there"."""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.verb_roles import Filled
from build_scripts.extract.contacts.words import Tag


def is_telephoned(reading: Reading) -> bool:
    """ "called B in May"; near-misses: "called B a liar", "called B to account", "called B 'friend'"."""
    sentence, clause = reading.sentence, reading.clause
    if "call" not in reading.verbs:
        return True
    if reading.object is None or len(reading.object_parties) != 1 or not reading.object_parties[0].is_person:
        return False
    last = [each for each in reading.object.words if sentence.words[each].tag is not Tag.CLOSE]
    if any(sentence.words[each].low == "of" for each in last):
        # "what he called useful ideas of B".
        return False
    ends = bool(last) and sentence.words[last[-1]].tag in (Tag.ACTOR, Tag.DATE, Tag.ADVERB)
    if any(phrase.preposition == "to" for phrase in reading.after):
        return False
    quoted = any(
        sentence.words[each].tag is Tag.QUOTE for each in range(clause.words[0], clause.words[-1] + 1)
    )
    return ends and not quoted and not is_appeal(clause, sentence)


def is_inverted(sentence: Sentence) -> bool:
    """ "Waiting for A was B": told of as met; "B waited for A" may have waited in vain."""
    return any(word.start < sentence.words[0].start for word in sentence.words)


def spends_time(reading: Reading) -> bool:
    """ "spent two days there"; near-misses: "spent a fortune there", "spent three years there"."""
    words = reading.object.words if reading.object is not None else ()
    sentence = reading.sentence
    return sentence.has_any("stretches", words)


def is_of_someone(reading: Reading) -> bool:
    """ "News of A reached the capital": A did not; near-miss: "a delegation of A reached …"."""
    people = reading.sentence.grammar.nouns("groups", "offices")
    words = [reading.sentence.words[each] for each in reading.clause.before]
    if any(word.low in people for word in words):
        return False
    lead = next((word for word in words if word.low == "of" or word.tag is Tag.ACTOR), None)
    return lead is not None and lead.low == "of"


def is_away(filled: Filled, reading: Reading) -> bool:
    """ "A was in the capital": people, at the home of others. Near-miss: "is in the capital's debt"."""
    sentence = reading.sentence
    words = sentence.words
    place = filled.place
    if place is None or not place.home or reading.object is not None:
        return False
    if sentence.has_any("captivity", reading.clause.after):
        # "is in prison in the capital".
        return False
    if _is_only_thought(reading):
        return False
    owns = place.at + 1 < len(words) and words[place.at + 1].tag is Tag.POSSESSIVE
    group = sentence.has_any("delegations", reading.clause.before)
    nobody = sentence.has_any("negative_objects", reading.clause.before[:1])
    # "Nobody from the League has been to the capital".
    group = group or nobody
    people = [party for party in filled.takers if party.is_person or party.actor == "" or group]
    return not owns and bool(people) and all(party.side != place.home for party in filled.takers)


def _is_only_thought(reading: Reading) -> bool:
    """ "is thought to be in the capital": nobody has seen him there."""
    words, grammar = reading.sentence.words, reading.sentence.grammar
    ruling = {s.name for each in reading.clause.chain[:-1] for s in grammar.senses.get(words[each].low, ())}
    lows = [words[each].low for each in reading.clause.chain]
    return "to" in lows and lows[-1:] == ["be"] and bool(ruling & grammar.classes["reports"])


def is_speech(filled: Filled, reading: Reading) -> bool:
    """ "A and B spoke of a new beginning", "spoke at rallies"; near-miss: "A and B spoke for an hour"."""
    if filled.others or not reading.verbs & {"speak", "talk"}:
        return False
    words, after = reading.sentence.words, reading.clause.after
    topic = any(
        words[each].low == "of" and (at == 0 or words[after[at - 1]].tag is Tag.DATE)
        for at, each in enumerate(after)
    )
    # "A and B spoke at rallies"; near-miss: "A and B talked at the hotel".
    to = ("of", "at", "to", "against") if "speak" in reading.verbs else ("of", "to", "against")
    return topic or any(phrase.preposition in to for phrase in reading.after)


def is_appeal(clause: Clause, sentence: Sentence) -> bool:
    """ "called on B to withdraw" is no visit."""
    below = [other for other in sentence.clauses if other.parent is clause and other.kind is Kind.PARTICIPLE]
    return any(
        other.kind is Kind.INFINITIVE and (other.parent is clause or other.parent in below)
        for other in sentence.clauses
    )


def is_shown(filled: Filled, reading: Reading) -> bool:
    """ "showed B round", "went there in May, when B showed her the camp": who shows is there, too.

    Near-misses: "showed B the harbour", which tells of no visit, "…, when B showed her the door".
    """
    sentence = reading.sentence
    if not _is_between_people(filled):
        return False
    if reading.clause.senses[0].particle:
        return True
    if reading.clause.marker not in ("when", "where"):
        return False
    if reading.is_passive:
        shown = reading.object.words if reading.object is not None else ()
        return bool(shown) and sentence.words[shown[0]].tag is Tag.DETERMINER
    words = reading.object.words if reading.object is not None else ()
    given = next((n for n, each in enumerate(words) if sentence.words[each].tag is Tag.DETERMINER), 0)
    person = given > 0 and sentence.words[words[given - 1]].tag in (Tag.ACTOR, Tag.PRONOUN)
    return person and not sentence.has_any("idly_shown", words)


def is_accosted(filled: Filled, reading: Reading) -> bool:
    """ "stopped B on a staircase and asked …"; near-misses: "stopped B from leaving", "police stopped B"."""
    sentence, clause = reading.sentence, reading.clause
    if not _is_between_people(filled):
        return False
    if "stop" not in reading.verbs:
        return True
    below = [other for other in sentence.clauses if other.parent is clause]
    said = any(
        {sense.lemma for sense in other.senses} & sentence.grammar.classes["addresses"]
        for other in below
        if other.kind in (Kind.JOINED, Kind.INFINITIVE)
    )
    return said and not any(phrase.preposition == "from" for phrase in reading.after)


def _is_between_people(filled: Filled) -> bool:
    return any(party.is_person for party in filled.takers) and any(party.is_person for party in filled.others)


def is_seen_in_person(filled: Filled, reading: Reading) -> bool:
    """ "saw B in May" is a meeting; "saw B as a rival" is none."""
    compared = any(phrase.preposition == "as" for phrase in reading.after)
    nobody = reading.sentence.has_any("negative_objects", reading.clause.after[:2])
    if reading.sentence.has_any("screens", reading.clause.after):
        # "saw B on television".
        return False
    met = reading.object.words if reading.object is not None else ()
    named = any(not p.actor and reading.sentence.words[p.at].tag is Tag.NOUN for p in filled.others)
    official = named or (bool(filled.others) and reading.sentence.has_any("acting_offices", met))
    return not compared and (nobody or official or any(party.is_person for party in filled.others))


def is_in_something(reading: Reading) -> bool:
    """ "A and B are engaged in a standoff": no contact; near-miss: "are engaged in talks"."""
    sentence = reading.sentence
    inside = [phrase for phrase in reading.after if phrase.preposition == "in"]
    return (
        "engage" in reading.verbs
        and bool(inside)
        and sentence.event(inside[0]) is None
        and sentence.place(inside[0]) is None
    )
