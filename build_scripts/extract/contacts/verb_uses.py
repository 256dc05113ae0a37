"""Extract: a verb of contact with its roles filled in, whether it tells of a contact out: not every use does.

"called B a liar", "spent a fortune there", "the mediator met separately with A and B".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Frame
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.verb_roles import Filled
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind


def tells_contact(frame: Frame, filled: Filled, reading: Reading, parts: Sequence[Phrase]) -> bool:
    """Whether the verb, so used, is one of contact."""
    sentence, clause = reading.sentence, reading.clause
    delegated = filled.roles & set(frame.needs) == {"delegation"}
    if delegated and any(sentence.event(phrase) is not None for phrase in parts):
        return False
    if reading.is_in("incidental") and is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    if "exchange" in reading.verbs and reading.object is not None and not _exchanges_words(reading):
        return False
    if frame.kind is ContactKind.MEETING and _is_apart(filled, reading):
        return False
    if frame.kind is ContactKind.INVITATION and _is_by_us(reading):
        return False
    return _is_so_used(frame, filled, reading)


def _is_so_used(frame: Frame, filled: Filled, reading: Reading) -> bool:
    """What holds of single verbs."""
    match frame.name:
        case "see":
            return _is_seen_in_person(filled, reading)
        case "bring":
            led = filled.roles & set(frame.needs) == {"delegation"} and _only_leads(filled, reading)
            return bool(filled.roles & {"companion", "delegation"}) and not led
        case "be there":
            return _is_away(filled, reading)
        case "be awaited":
            return reading.is_passive and _is_away(filled, reading)
        case "call":
            return reading.is_passive or _is_telephoned(reading)
        case "spend" | "spend there":
            return _spends_time(reading)
        case "reach":
            return not _is_of_someone(reading)
        case "act" | "flank" | "join" | "hand over":
            return _is_together(frame, filled, reading)
        case "discuss" if reading.is_passive:
            agents = {party.side for party in filled.others if party.is_person}
            return agents >= reading.sentence.world.joined
        case "discuss":
            return reading.object is not None and _is_no_event(reading)
        case "return":
            # "returned the visit" is another's.
            return reading.object is None or reading.sentence.event(reading.object) is None
        case "stop":
            return not reading.is_passive
        case "show round":
            return _is_shown(filled, reading)
        case "accost":
            return _is_accosted(filled, reading)
        case "wait":
            # "flew to the capital, where B was waiting for her".
            return _is_inverted(reading.sentence) or reading.clause.marker == "where"
        case "call on":
            return not _is_appeal(reading.clause, reading.sentence)
    return True


def _is_no_event(reading: Reading) -> bool:
    """ "discussed the truce with B"; near-miss: "discussed a meeting with B", which may be yet to come."""
    if reading.object is None or reading.sentence.event(reading.object) is not None:
        return False
    return not any(reading.sentence.has("undiscussed", each) for each in reading.object.words)


def _only_leads(filled: Filled, reading: Reading) -> bool:
    """ "A heads the delegation": of a contact told elsewhere.

    Near-miss: "the delegation in the capital is led by A".
    """
    away = filled.place is not None and bool(filled.place.home)
    return bool(reading.verbs & {"lead", "head"}) and not away


def _is_telephoned(reading: Reading) -> bool:
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
    return ends and not quoted and not _is_appeal(clause, sentence)


def _is_inverted(sentence: Sentence) -> bool:
    """ "Waiting for A was B": told of as met; "B waited for A" may have waited in vain."""
    return any(word.start < sentence.words[0].start for word in sentence.words)


def _is_by_us(reading: Reading) -> bool:
    """ "We invited everyone", in a quotation: an office speaks, and says what others report in full."""
    return any(reading.sentence.words[party.at].low == "we" for party in reading.subject if party.at >= 0)


def _is_apart(filled: Filled, reading: Reading) -> bool:
    """ "The mediator met separately with A and B": A and B did not meet."""
    third = not any(party.side in reading.sentence.world.joined for party in filled.takers)
    return third and any(reading.sentence.has("apart", each) for each in reading.clause.words)


def _is_together(frame: Frame, filled: Filled, reading: Reading) -> bool:
    """ "A and B opened the bridge", "joined B for dinner"; near-misses: "joined a party", "opened fire"."""
    by_others = frame.name == "act" and reading.is_passive and not reading.clause.particle
    people = filled.others if by_others else (*filled.takers, *filled.others)
    if frame.name == "act" and any(
        reading.sentence.has("hostile", each) for each in reading.clause.after[:3]
    ):
        return False
    if frame.name == "flank" and not reading.is_passive:
        return False
    if frame.name == "act" and _is_resolve(reading):
        return False
    joined = reading.sentence.world.joined
    if by_others and reading.verbs & {"sign", "initial"} and any(party.is_person for party in people):
        # "was signed by the League and B".
        return {party.side for party in people} >= joined
    return {party.side for party in people if party.is_person} >= joined


def _is_resolve(reading: Reading) -> bool:
    """ "agreed to open the road": others may do it; near-miss: "agreed to sit side by side"."""
    clause, sentence = reading.clause, reading.sentence
    above = clause.parent if clause.kind is Kind.INFINITIVE else None
    ruling = {sense.lemma for sense in above.senses} if above is not None else set()
    for each in clause.chain[:-1]:
        ruling |= {sense.lemma for sense in sentence.grammar.senses.get(sentence.words[each].low, ())}
    return "agree" in ruling and not clause.particle


def _exchanges_words(reading: Reading) -> bool:
    """ "exchanged views with B"; near-miss: "exchanged fire with B"."""
    assert reading.object is not None
    said = ("exchanged", "messages")
    return any(reading.sentence.has(kind, each) for each in reading.object.words for kind in said)


def _spends_time(reading: Reading) -> bool:
    """ "spent two days there"; near-misses: "spent a fortune there", "spent three years there"."""
    words = reading.object.words if reading.object is not None else ()
    sentence = reading.sentence
    return any(sentence.has("stretches", each) for each in words)


def _is_of_someone(reading: Reading) -> bool:
    """ "News of A reached the capital": A did not; near-miss: "a delegation of A reached …"."""
    people = reading.sentence.grammar.nouns("groups", "offices")
    words = [reading.sentence.words[each] for each in reading.clause.before]
    if any(word.low in people for word in words):
        return False
    lead = next((word for word in words if word.low == "of" or word.tag is Tag.ACTOR), None)
    return lead is not None and lead.low == "of"


def _is_away(filled: Filled, reading: Reading) -> bool:
    """ "A was in the capital": people, at the home of others. Near-miss: "is in the capital's debt"."""
    sentence = reading.sentence
    words = sentence.words
    place = filled.place
    if place is None or not place.home or reading.object is not None:
        return False
    if any(sentence.has("captivity", each) for each in reading.clause.after):
        # "is in prison in the capital".
        return False
    if _is_only_thought(reading):
        return False
    owns = place.at + 1 < len(words) and words[place.at + 1].tag is Tag.POSSESSIVE
    group = any(sentence.has("delegations", each) for each in reading.clause.before)
    nobody = any(sentence.has("negative_objects", each) for each in reading.clause.before[:1])
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


def _is_appeal(clause: Clause, sentence: Sentence) -> bool:
    """ "called on B to withdraw" is no visit."""
    return any(other.parent is clause and other.kind is Kind.INFINITIVE for other in sentence.clauses)


def _is_shown(filled: Filled, reading: Reading) -> bool:
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
    return person and not any(sentence.has("idly_shown", each) for each in words)


def _is_accosted(filled: Filled, reading: Reading) -> bool:
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


def _is_seen_in_person(filled: Filled, reading: Reading) -> bool:
    """ "saw B in May" is a meeting; "saw B as a rival" is none."""
    compared = any(phrase.preposition == "as" for phrase in reading.after)
    nobody = any(reading.sentence.has("negative_objects", each) for each in reading.clause.after[:2])
    met = reading.object.words if reading.object is not None else ()
    named = any(not p.actor and reading.sentence.words[p.at].tag is Tag.NOUN for p in filled.others)
    official = named or (
        bool(filled.others) and any(reading.sentence.has("acting_offices", each) for each in met)
    )
    return not compared and (nobody or official or any(party.is_person for party in filled.others))
