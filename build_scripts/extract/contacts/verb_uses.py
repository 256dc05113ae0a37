"""Extract: a verb of contact with its roles filled in, whether it tells of a contact out: not every use does.

"called B a liar", "spent a fortune there", "the mediator met separately with A and B".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.company import is_apart, is_topic_of_meeting
from build_scripts.extract.contacts.grammar import Frame
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.signs.others import is_by_others
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.verb_meanings import (
    is_accosted,
    is_appeal,
    is_away,
    is_in_something,
    is_inverted,
    is_of_someone,
    is_seen_in_person,
    is_shown,
    is_speech,
    is_telephoned,
    spends_time,
)
from build_scripts.extract.contacts.verb_roles import Filled
from build_scripts.models import ContactKind

_ADDRESSED = (ContactKind.STATEMENT, ContactKind.CALL, ContactKind.INVITATION)
"""Kinds that go from the one to the other."""


def tells_contact(frame: Frame, filled: Filled, reading: Reading, parts: Sequence[Phrase]) -> bool:
    """Whether the verb, so used, is one of contact."""
    sentence, clause = reading.sentence, reading.clause
    delegated = filled.roles & set(frame.needs) == {"delegation"}
    if delegated and any(sentence.event(phrase) is not None for phrase in parts):
        return False
    if sentence.has_any("apart_from_each_other", clause.after[:3]):
        # "signed separate declarations", "attended separate meetings".
        return False
    if reading.is_in("incidental") and is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    if "exchange" in reading.verbs and reading.object is not None and not _exchanges_words(reading):
        return False
    if (
        frame.kind in _ADDRESSED
        and frame.object != "message"
        and not reading.is_passive
        and _is_by_a_third(filled, reading)
    ):
        return False
    if frame.kind in (ContactKind.MEETING, ContactKind.VISIT) and is_apart(
        filled.takers, filled.others, reading
    ):
        return False
    if reading.sentence.grammar.has("meets_itself", frame.name) and _is_of_others(filled, reading):
        # "The mediator met A on Monday and B on Tuesday".
        return False
    if frame.kind is ContactKind.INVITATION and _is_by_us(reading):
        return False
    if reading.is_in("leaves_event") and reading.object is not None and sentence.event(reading.object):
        # "left the talks" goes nowhere; near-miss: "left for talks in the capital".
        return False
    return _is_so_used(frame, filled, reading)


def _is_of_others(filled: Filled, reading: Reading) -> bool:
    """Whether the subject is of neither side, and meets the one apart from the other."""
    if {party.side for party in reading.object_parties} >= reading.sentence.world.joined:
        # "C met A and B in Westford".
        return False
    sign = Sign(ContactKind.MEETING, reading.clause.chain[-1], Use.TALK) if reading.clause.chain else None
    return sign is not None and not reading.is_passive and is_by_others(sign, reading)


def _calls_on_each(filled: Filled, reading: Reading) -> bool:
    """ "He called on A in the forenoon and on B in the afternoon": A and B did not meet."""
    joined = reading.sentence.world.joined
    met = {party.actor for party in filled.others}
    if any(party.side in joined and party.actor not in met for party in filled.takers):
        return False
    again = (phrase for phrase in reading.after if phrase.preposition in ("on", "upon"))
    return any(party.side in joined for phrase in again for party in reading.sentence.parties(phrase.words))


def _is_by_a_third(filled: Filled, reading: Reading) -> bool:
    """ "The mediator told both leaders", "invited A and B": nothing passed between these."""
    joined = reading.sentence.world.joined
    return bool(filled.others) and not any(party.side in joined for party in filled.takers)


def _is_so_used(frame: Frame, filled: Filled, reading: Reading) -> bool:
    """What holds of single verbs."""
    match frame.name:
        case "talk":
            return not (is_speech(filled, reading) or is_in_something(reading))
        case "see":
            return is_seen_in_person(filled, reading)
        case "bring":
            led = filled.roles & set(frame.needs) == {"delegation"} and _only_leads(filled, reading)
            return bool(filled.roles & {"companion", "delegation"}) and not led
        case "be there":
            return is_away(filled, reading)
        case "be awaited":
            return reading.is_passive and is_away(filled, reading)
        case "call":
            return reading.is_passive or is_telephoned(reading)
        case "spend" | "spend there":
            return spends_time(reading)
        case "reach":
            return not is_of_someone(reading)
        case "act" | "flank" | "join" | "hand over":
            return _is_together(frame, filled, reading)
        case "discuss" if reading.is_passive:
            agents = {party.side for party in filled.others if party.is_person}
            return agents >= reading.sentence.world.joined
        case "discuss":
            return reading.object is not None and _is_no_event(reading) and not is_topic_of_meeting(reading)
        case "return":
            # "returned the visit" is another's.
            return reading.object is None or reading.sentence.event(reading.object) is None
        case "stop":
            return not reading.is_passive
        case "show round":
            return is_shown(filled, reading)
        case "accost":
            return is_accosted(filled, reading)
        case "wait":
            # "flew to the capital, where B was waiting for her".
            return is_inverted(reading.sentence) or reading.clause.marker == "where"
        case "call on":
            return not (is_appeal(reading.clause, reading.sentence) or _calls_on_each(filled, reading))
    return True


def _is_no_event(reading: Reading) -> bool:
    """ "discussed the truce with B"; near-miss: "discussed a meeting with B", which may be yet to come."""
    if reading.object is None or reading.sentence.event(reading.object) is not None:
        return False
    return not reading.sentence.has_any("undiscussed", reading.object.words)


def _only_leads(filled: Filled, reading: Reading) -> bool:
    """ "A heads the delegation": of a contact told elsewhere.

    Near-miss: "the delegation in the capital is led by A".
    """
    away = filled.place is not None and bool(filled.place.home)
    return bool(reading.verbs & {"lead", "head"}) and not away


def _is_by_us(reading: Reading) -> bool:
    """ "We invited everyone", in a quotation: an office speaks, and says what others report in full."""
    return any(reading.sentence.words[party.at].low == "we" for party in reading.subject if party.at >= 0)


def _is_together(frame: Frame, filled: Filled, reading: Reading) -> bool:
    """ "A and B opened the bridge", "joined B for dinner"; near-misses: "joined a party", "opened fire"."""
    by_others = frame.name == "act" and reading.is_passive and not reading.clause.particle
    people = filled.others if by_others else (*filled.takers, *filled.others)
    if frame.name == "act" and reading.sentence.has_any("hostile", reading.clause.after[:3]):
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
