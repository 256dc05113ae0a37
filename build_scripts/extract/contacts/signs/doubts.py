"""Extract: a clause with a sign of contact in, whether something speaks against taking it for one out.

Another party, a plan, a condition, a habit, a word that is only spoken about: each is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.company import is_topic_of_meeting
from build_scripts.extract.contacts.conditions import is_hypothetical
from build_scripts.extract.contacts.event_words import is_since_of_another, is_still_ahead
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.from_side_to_side import (
    has_guest,
    is_at,
    is_between_sides,
    is_driven_out,
    is_somewhere,
)
from build_scripts.extract.contacts.signs.named import is_what_was_not
from build_scripts.extract.contacts.signs.others import is_by_others, is_with_others, others_named
from build_scripts.extract.contacts.signs.spoken_of import is_commented_on, is_only_spoken_of
from build_scripts.extract.contacts.signs.standing import is_fruitless
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_RULING = ("plans", "refuses", "cancels", "doubts")
_EVENTS = (Use.EVENT, Use.TRIP)
_NOUNS = (Use.EVENT, Use.TRIP, Use.MESSAGE)
_AT = ("at", "in", "during", "over")
"""Before a meeting at which something else was done."""


def is_doubtful(sign: Sign, status: Status, reading: Reading, around: Sequence[Clause]) -> bool:
    """Whether the clause cannot be taken for a contact by its sign alone."""
    sentence, clause = reading.sentence, reading.clause
    held = status is Status.HAPPENED
    if sign.is_past:
        imagined = is_hypothetical(clause, sentence.words, sentence.grammar) or _is_unreal(sentence)
        others = is_with_others(sign, reading) or _is_past_of_others(sign, reading)
        return imagined or others or _is_known_one(sign, reading)
    return (
        (reading.is_another_use and not _is_told_all_the_same(sign, reading))
        or is_hypothetical(clause, sentence.words, sentence.grammar)
        or (held and _is_unreal(sentence))
        or _is_only_since(clause, sentence)
        or is_since_of_another(sign.at, reading)
        or _is_among_their_own(sign, reading)
        or (sign.use is Use.TALK and is_topic_of_meeting(reading))
        or (held and _is_said_or_wished(reading) and not _is_done(sign, reading))
        or (_has_doubtful_words(clause, sentence, held) and not _is_told_despite_them(sign, reading))
        or is_by_others(sign, reading)
        or (sign.use in _NOUNS and is_only_spoken_of(sign, status, reading))
        or (sign.use in _NOUNS and is_commented_on(sign, reading))
        or (sign.use in _EVENTS and _is_ahead(sign, reading))
        or (held and sign.use in _EVENTS and _was_not(sign, reading))
        or (sign.use in _EVENTS and _speaks(sign, reading))
        or is_with_others(sign, reading)
        or (sign.use is Use.MESSAGE and sign.at in clause.chain and not _is_message(reading))
        or (sign.use is Use.DEED and not is_between_sides(reading))
        or (sign.use is Use.OUTCOME and not _is_agreed(reading))
        or (sign.use is Use.HOST and not has_guest(reading))
        or (sign.use is Use.PRESENCE and not is_at(reading))
        or (sign.use in (Use.MOVE, Use.DEED) and is_driven_out(reading))
        or (sign.use in (Use.MOVE, Use.PRESENCE) and not is_somewhere(around, sentence, reading))
    )


def _is_told_all_the_same(sign: Sign, reading: Reading) -> bool:
    """Whether it is no matter that the verb means something else: "signed", of a truce between A and B."""
    return sign.use is Use.OUTCOME or _is_noun(sign, reading.clause) or _brings(sign, reading)


def _is_noun(sign: Sign, clause: Clause) -> bool:
    """Whether it tells of a contact whatever its verb does; near-miss: "travelled there to resume talks"."""
    return sign.use in _EVENTS and clause.kind is not Kind.INFINITIVE


def _is_ahead(sign: Sign, reading: Reading) -> bool:
    phrase = next((each for each in (*reading.before, *reading.after) if sign.at in each.words), None)
    return phrase is not None and is_still_ahead(sign.at, phrase, reading)


def _speaks(sign: Sign, reading: Reading) -> bool:
    """ "The conference called on A and B to talk": it addresses them; near-miss: "The talks brought A …"."""
    subject = reading.own_subject[0].words if reading.own_subject else ()
    if sign.at not in subject or not reading.object_parties or reading.is_passive:
        return False
    said = reading.sentence.grammar.classes["addresses"] | reading.sentence.grammar.classes["attributing"]
    return reading.is_another_use or bool(reading.verbs & said)


def _was_not(sign: Sign, reading: Reading) -> bool:
    phrase = next((each for each in (*reading.before, *reading.after) if sign.at in each.words), None)
    return phrase is not None and is_what_was_not(sign.at, phrase, reading.sentence)


def _is_past_of_others(sign: Sign, reading: Reading) -> bool:
    """ "following A's summit with C": with another."""
    parts = (*reading.before, *reading.after)
    at = next((n for n, phrase in enumerate(parts) if sign.at in phrase.words), len(parts))
    told = [
        phrase for phrase in parts[at:] if phrase.preposition in ("with", "between") or phrase is parts[at]
    ]
    return others_named((each for phrase in told for each in phrase.words), reading.sentence)


def _is_known_one(sign: Sign, reading: Reading) -> bool:
    """ "developments since the talks of May": whose they were, the article says elsewhere.

    Near-misses: "since a secret meeting in May", "since the meeting with B".
    """
    sentence = reading.sentence
    parts = (*reading.before, *reading.after)
    at = next((n for n, phrase in enumerate(parts) if sign.at in phrase.words), len(parts))
    before = [each for phrase in parts[at : at + 1] for each in phrase.words if each < sign.at]
    owned = any(sentence.words[each].tag is Tag.POSSESSIVE for each in before)
    known = any(sentence.words[each].low == "the" for each in before)
    named = any(phrase.preposition in ("with", "between") for phrase in parts[at + 1 :])
    return known and not owned and not named and reading.clause.kind is Kind.INFINITIVE


def _brings(sign: Sign, reading: Reading) -> bool:
    """ "brought a list to the capital", "was handed over to B": things are brought, and someone with them."""
    lemmas = {sense.lemma for sense in reading.clause.senses}
    goes = sign.use is Use.MOVE and bool(lemmas & reading.sentence.grammar.classes["brings"])
    return goes or (sign.use is Use.DEED and reading.is_passive)


def _is_unreal(sentence: Sentence) -> bool:
    """ "The war might have ended had A met B", "“Had the king received us, …" in a quotation."""
    words = sentence.words
    if len(words) > 1 and words[0].tag is Tag.QUOTE and sentence.has("inverted", 1):
        return True
    return any(word.tag is Tag.MODAL and following.low == "have" for word, following in pairwise(words))


def _is_message(reading: Reading) -> bool:
    """ "A wrote"; near-misses: "…, writes our correspondent", "A sent his deputy"."""
    sends = reading.verbs & {"send"} and reading.object is not None
    if sends and any(party.is_person for party in reading.object_parties):
        return False
    if sends and not _is_written(reading):
        # "sent a convoy with food".
        return False
    joined, sentence = reading.sentence.world.joined, reading.sentence
    to = [phrase for phrase in reading.after if phrase.preposition == "to"]
    got = {party.side for phrase in to for party in sentence.parties(phrase.words)}
    if any(others_named(phrase.words, sentence) for phrase in to) and not got & joined:
        # "wrote to C about talks with B".
        return False
    return any(party.side in joined for party in reading.subject)


def _is_written(reading: Reading) -> bool:
    """Whether what is sent is words, or nothing is said of it but a pronoun: "sent it"."""
    sentence = reading.sentence
    known = sentence.grammar.nouns("messages", "nouns_of_message", "outcomes", "papers_sent")
    words = [sentence.words[each] for each in (reading.object.words if reading.object is not None else ())]
    return any(word.low in known or word.tag is Tag.PRONOUN for word in words)


def _is_only_since(clause: Clause, sentence: Sentence) -> bool:
    """ "since the talks began a decade ago", "before they met": only how long ago, or how long yet."""
    return clause.kind is Kind.SUBORDINATE and clause.marker in ("since", "before", "until", "till")


def _is_among_their_own(sign: Sign, reading: Reading) -> bool:
    """ "A met B of the League to prepare for talks with C": of C it tells nothing.

    "A held talks with B of the League"; near-miss: "At the talks A brought along B of the League".
    """
    joined = reading.sentence.world.joined
    held = reading.object is not None and sign.at in reading.object.words
    if sign.use is not Use.TALK and not (sign.use is Use.EVENT and held):
        return False
    doing = {party.side for party in reading.subject} & joined
    people = [*reading.object_parties]
    for phrase in reading.after:
        people += reading.sentence.parties(phrase.words) if phrase.preposition == "with" else ()
    return len(doing) == 1 and doing == {party.side for party in people} & joined


def _is_said_or_wished(reading: Reading) -> bool:
    """Whether its verb, or one that it is the infinitive of, plans, refuses, calls off or doubts."""
    grammar, words = reading.sentence.grammar, reading.sentence.words
    harmless = grammar.classes["harmless_signs"]
    clause: Clause | None = reading.clause
    while clause is not None:
        if any(words[each].tag is Tag.MODAL for each in clause.chain):
            return True
        names = {sense.name for sense in clause.senses[:1]}
        names |= {
            sense.name
            for each in clause.chain[:-1]
            for sense in grammar.senses.get(words[each].low, ())
            if not sense.particle
        }
        if any(names & grammar.classes[kind] - harmless - grammar.classes["interrupts"] for kind in _RULING):
            return True
        clause = clause.parent if clause.kind in (Kind.INFINITIVE, Kind.PARTICIPLE) else None
    return False


def _is_done(sign: Sign, reading: Reading) -> bool:
    """Whether it was held, whatever the verb wishes or refuses."""
    above = reading.clause.parent if reading.clause.kind is Kind.INFINITIVE else None
    failed = above is not None and "fail" in reading_of(above, reading.sentence).verbs
    if sign.use in _EVENTS and is_fruitless(sign, reading):
        return True
    return _is_done_at(sign, reading) or (sign.use is Use.OUTCOME and (above is None or failed))


def _is_agreed(reading: Reading) -> bool:
    """ "A and B agreed on Tuesday to free them", "A came to terms with B"; near-miss: "agreed to meet"."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    below = [o for o in sentence.clauses if o.parent is reading.clause and o.kind is Kind.INFINITIVE]
    meant = [each for clause in (reading.clause, *below) for each in clause.after]
    if any(reading_of(clause, sentence).frames for clause in below):
        return False
    if any(sentence.words[each].low in sentence.grammar.events for each in meant):
        # "agreed on a meeting", "agreed to resume talks".
        return False
    people = [*reading.subject]
    for phrase in (*reading.before, *reading.after):
        people += sentence.parties(phrase.words) if phrase.preposition in ("with", "between") else ()
    return {party.side for party in people} >= joined


def _is_done_at(sign: Sign, reading: Reading) -> bool:
    """ "The release was agreed in a meeting with B", "At talks with B, A asked for time": they were held.

    Near-misses: "At a meeting with B, A would ask for time", "agreed to take part in talks".
    """
    sentence, clause = reading.sentence, reading.clause
    if clause.kind is Kind.INFINITIVE or any(sentence.words[each].tag is Tag.MODAL for each in clause.chain):
        return False
    at = next((p for p in (*reading.before, *reading.after) if sign.at in p.words), None)
    held = sign.use in _EVENTS and at is not None and at.preposition in _AT and len(clause.chain) < 3
    return held or _is_in_letter(sign, reading)


def _is_told_despite_them(sign: Sign, reading: Reading) -> bool:
    """Whether the doubtful words are of what a letter says, or of what a meeting did not bring."""
    return _is_in_letter(sign, reading) or (sign.use in _EVENTS and is_fruitless(sign, reading))


def _is_in_letter(sign: Sign, reading: Reading) -> bool:
    """ "proposed talks in a letter of 4 May": the letter was written, whatever came of what it says."""
    phrases = (*reading.before, *reading.after)
    return sign.use is Use.MESSAGE and any(
        sign.at in p.words and p.preposition in ("in", "by") for p in phrases
    )


def _has_doubtful_words(clause: Clause, sentence: Sentence, held: bool) -> bool:
    """A negation, a modal, "possible", "planned", "usually", or "us" in a quotation."""
    grammar, words = sentence.grammar, sentence.words
    doubtful = grammar.nouns("imagined", "hearsay", "undefined", "habits")
    if held:
        doubtful |= grammar.nouns("planned_event", "cancelled_event")
    negation = is_negated(clause, words, grammar)
    for each in clause.words:
        word = words[each]
        if each > 1 and words[each - 2].low == "at":
            # "was put off at the request of B".
            continue
        denies = word.tag is Tag.NOT and not negation.asserts and not _is_aside(each, clause, sentence)
        if held and (word.tag is Tag.MODAL or denies):
            return True
        if word.low in doubtful and word.low not in grammar.classes["harmless_signs"]:
            return True
        if word.quoted and sentence.has("pronouns-first", each):
            return True
    return False


def _is_aside(at: int, clause: Clause, sentence: Sentence) -> bool:
    """ "met without advisers", "met B, but not C", "met to no avail": not that they did not meet."""
    if at in clause.chain or sentence.has("prepositions", at):
        return at not in clause.chain
    return at in clause.after and sentence.words[at - 1].tag in (
        Tag.JOINING,
        Tag.COMMA,
        Tag.PREPOSITION,
        Tag.TO,
    )
