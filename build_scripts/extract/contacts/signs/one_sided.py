"""Extract: a sign of contact with people of one side near it in, whether it may be with the other side out.

"The League met in May", "held a meeting", "wrote in her diary", "met the press": among themselves, or with
others. Near-misses: "met again", "held talks", "replied in May".
"""

from __future__ import annotations

from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.words import Tag


def is_of_one_body(reading: Reading) -> bool:
    """ "The League met in May", "The cabinet met to discuss the talks": among themselves."""
    sentence = reading.sentence
    day = reading.object is not None and all(sentence.words[e].tag is Tag.DATE for e in reading.object.words)
    if (reading.object is not None and not day) or any(
        p.preposition in ("with", "between", "by", "to") for p in reading.after
    ):
        return False
    subject = reading.own_subject[0].words if reading.own_subject else ()
    if any(sentence.has("own_bodies", each) or sentence.has("governments", each) for each in subject):
        return True
    doing = [party for party in reading.subject if party.side in sentence.world.joined]
    return len({party.side for party in doing}) == 1 and not any(party.is_person for party in doing)


def is_some_event(sign: Sign, reading: Reading) -> bool:
    """ "The League held a meeting", "A took a walk"; near-misses: "held talks", "held a second meeting"."""
    sentence = reading.sentence
    words = reading.object.words if reading.object is not None else ()
    if sign.at not in words or sentence.has("two_sided", sign.at):
        return False
    before = words[: words.index(sign.at)]
    return not any(sentence.has("definite", each) or sentence.has("one_more", each) for each in before)


def goes_to_them(sign: Sign, reading: Reading) -> bool:
    """ "His answer, sent in May", "A replied": to the other side; near-miss: "A wrote in her diary"."""
    if sign.at not in reading.clause.chain or reading.is_passive:
        return True
    if reading.is_in("replies") and reading.object is None:
        return True
    if any(reading_of(other, reading.sentence).is_in("replies") for other in reading.sentence.clauses):
        # "A wrote on 1 May, and B replied on the 20th".
        return True
    back = reading.sentence.has_any("there_again", reading.clause.words)
    sent = reading.sentence.grammar.nouns("messages", "nouns_of_message", "outcomes", "papers_sent")
    given = reading.object.words if reading.object is not None else ()
    words = [reading.sentence.words[each] for each in given]
    written = any(word.low in sent or word.tag is Tag.PRONOUN for word in words)
    back = back or reading.sentence.has_any("one_more", given)
    return back or written or any(phrase.preposition == "to" for phrase in reading.after if not words)


def is_among_themselves(reading: Reading) -> bool:
    """ "A and B of the League met", "A's envoys conferred with him"; near-miss: "A, of the League, …"."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    persons = {party.actor for party in reading.subject if party.is_person and party.side in joined}
    others = {
        party.side
        for phrase in reading.after
        if phrase is reading.object or phrase.preposition in ("with", "from", "by", "to", "between")
        for party in sentence.parties(phrase.words)
    }
    doing = {party.side for party in reading.subject} & joined
    return len(persons) > 1 or (bool(doing) and doing <= others)


def may_meet(sign: Sign, reading: Reading) -> bool:
    """Whether those whom a verb meets can be of the other side: "met the minister", "met again".

    Near-misses: "met the press", "talked with neighbours".
    """
    sentence, joined = reading.sentence, reading.sentence.world.joined
    if sign.use is not Use.TALK:
        return True
    known = sentence.grammar.nouns("acting_offices", "counterparts")
    for phrase in reading.after:
        met = phrase is reading.object
        if not (met or phrase.preposition == "with"):
            continue
        if any(party.side in joined for party in sentence.parties(phrase.words)):
            continue
        words = [sentence.words[each] for each in phrase.words]
        if any(word.low in known for word in words):
            continue
        if not met or any(word.tag in (Tag.NOUN, Tag.PRONOUN, Tag.SIDED) for word in words):
            return False
    return True
