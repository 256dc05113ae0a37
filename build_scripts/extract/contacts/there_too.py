"""Extract: a clause behind a contact just told in, those of whom it says that they were there, too, out.

"The Northern delegation was led by A", "A represented the League", "Also attending was B", "She was
accompanied by B".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.told import Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_ANOTHER = ("a", "an", "another")
_STANDING_IN = ("one", "side", "team")
_NEAR_GROUP = 4
"""Words, at most, from the article to "delegation"."""


def there_too(reading: Reading, told: Told, number: int) -> tuple[Party, ...]:
    """The persons, each of a side that took part; none where the sentence (`number`) has a day of its own."""
    clause, sentence = reading.clause, reading.sentence
    if sentence.dates and told.number != number:
        return ()
    people: tuple[Party, ...] = ()
    if reading.verbs & {"lead", "head"} and _is_of_delegation(reading):
        people = _behind_by(reading) if reading.is_passive else (*reading.subject, *_other_head(reading))
        others = {party.actor for party in reading.subject if party.actor and not party.is_person}
        if reading.is_passive and not others <= {party.actor for party in told.parties}:
            # "…, while the Union's delegation was led by B": another body than those told of.
            return ()
    elif (reading.is_in("comprises") or "consist" in reading.verbs) and _is_of_delegation(reading):
        people = reading.object_parties or _behind(reading, "of")
    elif "represent" in reading.verbs:
        people, bodies = reading.subject, reading.object_parties
        if reading.is_passive:
            people, bodies = _behind_by(reading), people
        known = {party.actor for party in told.parties if not party.is_person}
        people = people if known & {party.actor for party in bodies if party.actor} else ()
    elif "accompany" in reading.verbs:
        people, met = reading.subject, reading.object_parties
        if reading.is_passive:
            people, met = _behind_by(reading), people
        people = people if {party.actor for party in met} & {party.actor for party in told.parties} else ()
    elif _attends(reading):
        people = reading.subject
    held = bool(people) and standing(clause, sentence.words, sentence.grammar) is Status.HAPPENED
    people = tuple(party for party in people if party.is_person and party.at >= 0)
    return people if held and {party.side for party in people} <= told.sides else ()


def _behind(reading: Reading, preposition: str) -> tuple[Party, ...]:
    phrases = [phrase for phrase in reading.after if phrase.preposition == preposition]
    return tuple(party for phrase in phrases for party in reading.sentence.parties(phrase.words))


def _behind_by(reading: Reading) -> tuple[Party, ...]:
    return _behind(reading, "by")


def _other_head(reading: Reading) -> tuple[Party, ...]:
    """ "A led the Northern delegation and | B the Southern one": B; near-miss: "A led B and the team"."""
    words, after = reading.sentence.words, reading.clause.after
    for number, each in enumerate(after[:-1]):
        if words[each].tag is not Tag.JOINING or number == 0:
            continue
        named = next((at for at in after[number + 1 :] if reading.sentence.world.is_person(words[at])), -1)
        behind = [words[at] for at in after if at > named][:3] if named >= 0 else []
        lows = " ".join(word.low for word in behind).split()
        body = any(low in _STANDING_IN or reading.sentence.grammar.has("delegations", low) for low in lows)
        if body and lows[0] == "the" and behind[1].sides:
            return reading.sentence.parties([at for at in after[number + 1 :] if at <= named])
    return ()


def _is_of_delegation(reading: Reading) -> bool:
    """ "The League side", "It", "the Northern delegation"; near-miss: "another delegation"."""
    sentence, clause = reading.sentence, reading.clause
    own = reading.own_subject[:1]
    if not own and clause.kind is Kind.JOINED and clause.parent is not None:
        # "The delegation was led by A and included B".
        own = reading_of(clause.parent, sentence).own_subject[:1]
    phrases: Sequence[Phrase] = (*own, *([reading.object] if reading.object else []))
    words = [each for phrase in phrases for each in phrase.words]
    words += [clause.head] if clause.head >= 0 and not reading.own_subject else []
    subject = [sentence.words[each] for phrase in own for each in phrase.words]
    if reading.is_passive and not any(word.low in _ANOTHER for word in subject) and _is_body(reading):
        # "The rebels were led by A".
        return True
    for each in words:
        low = sentence.words[each].low.rpartition(" ")[2]
        if low == "it" or low == "side" or sentence.grammar.has("delegations", low):
            before = sentence.words[max(each - _NEAR_GROUP, 0) : each]
            return not any(word.low in _ANOTHER for word in before)
    return False


def _is_body(reading: Reading) -> bool:
    return any(party.is_many or not party.is_person for party in reading.subject)


def _attends(reading: Reading) -> bool:
    """ "A also attended", "Also present was A"; near-miss: "A attended the funeral"."""
    sentence, clause = reading.sentence, reading.clause
    words = (*clause.before, *clause.chain, *clause.after)
    also = sentence.has_any("likewise", words)
    present = any(sentence.words[each].low == "present" for each in (*clause.chain[-1:], *clause.after[:1]))
    attends = bool(reading.verbs & {"attend", "take part", "participate"})
    placed = any(phrase.words and phrase.preposition for phrase in reading.after)
    return (present or (also and attends)) and reading.object is None and not placed
