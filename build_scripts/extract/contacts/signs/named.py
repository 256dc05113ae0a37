"""Extract: a clause in, the contacts out that it only names as something that has been.

"since their secret meeting in May", "at last week's talks between A and B", "A's visit to the capital in
May": the noun stands aside, behind a preposition or "of", whatever the clause tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.extract.contacts.event_words import own_parties
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.signs.others import others_named
from build_scripts.extract.contacts.signs.people import bodies
from build_scripts.extract.contacts.signs.words import NOUNS, Sign, Use, has_nouns, noun_of_contact
from build_scripts.extract.contacts.told import Told
from build_scripts.extract.contacts.words import Tag

_OF_THEM = ("with", "between", "of", "among")
_RULING = ("plans", "refuses", "cancels", "doubts", "moves_events")


def signs_named(reading: Reading) -> Iterator[Sign]:
    """The nouns of contact that the clause names as what has been."""
    sentence, uses = reading.sentence, dict(NOUNS)
    if not has_nouns(sentence):
        return
    negated = is_negated(reading.clause, sentence.words, sentence.grammar).is_negated
    for phrase in (*reading.before, *reading.after):
        past = sentence.has_preposition("presupposing_past", phrase) or _is_followed(phrase, reading)
        for each in phrase.words:
            kind = noun_of_contact(each, sentence)
            use = uses.get(kind) if kind is not None else None
            if kind is None or use is None:
                continue
            if past:
                yield Sign(kind, each, use, is_past=True)
            day = _own_day(each, phrase, sentence)
            if day >= 0 and not negated and not _is_ruled(each, phrase, reading):
                yield Sign(kind, each, use, is_past=True, day=day)


def _is_followed(phrase: Phrase, reading: Reading) -> bool:
    """ "The talks follow a two-day meeting in May": the meeting was before them."""
    of_event = reading.subject_event is not None and not reading.is_passive
    return phrase is reading.object and of_event and "follow" in reading.verbs


def _own_day(at: int, phrase: Phrase, sentence: Sentence) -> int:
    """Where the day stands that an event is called by: "last week's talks", "the April 27-28 talks"; else -1.

    Near-miss: "Monday's front page on the talks".
    """
    words = sentence.words
    for each in range(at - 1, phrase.words[0] - 1, -1):
        if words[each].tag is Tag.DATE:
            if at + 1 < len(words) and words[at + 1].tag in (Tag.VERB, Tag.AUX, Tag.MODAL):
                # "a sign that today's meeting could be the last": a verb of its own says what became of it.
                return -1
            owns = words[each + 1].tag is Tag.POSSESSIVE
            called = each > 0 and sentence.has("definite", each - 1)
            return each if owns or called else -1
        if words[each].tag not in (Tag.POSSESSIVE, Tag.NOUN, Tag.ADVERB):
            return -1
    return -1


def _is_ruled(at: int, phrase: Phrase, reading: Reading) -> bool:
    """Whether the clause plans, shuns or calls off the event, or looks ahead to it.

    "was invited to last week's talks", "the boycott of Monday's talks", "before Monday's talks".
    """
    sentence = reading.sentence
    if phrase is reading.object or phrase in reading.own_subject[:1]:
        before = [each for each in phrase.words if each < at]
        if not any(sentence.words[each].low == "of" for each in before):
            # What the verb is about, the rules of verbs know.
            return True
    if sentence.has_preposition("not_named_by", phrase) or any(reading.is_in(kind) for kind in _RULING):
        return True
    return is_what_was_not(at, phrase, sentence)


def is_what_was_not(at: int, phrase: Phrase, sentence: Sentence) -> bool:
    """ "the cancellation of Monday's talks", "the planned talks"."""
    doubtful = sentence.grammar.nouns(
        "imagined", "planned_event", "cancelled_event", "cancelling_nouns", "refusal_nouns", "stayed_out"
    )
    return any(sentence.words[each].low in doubtful for each in phrase.words if each < at)


def people_named(sign: Sign, reading: Reading, told: Sequence[Told]) -> tuple[Party, ...]:
    """Those whose event it is: who stands with its noun, else the bodies that the article is about."""
    sentence = reading.sentence
    parts = (*reading.before, *reading.after)
    number = next((n for n, phrase in enumerate(parts) if sign.at in phrase.words), -1)
    if number < 0:
        return ()
    phrase = parts[number]
    own = Event(sign.at, phrase, tuple(each for each in phrase.words if each < sign.at))
    found = own_parties(own, sentence)
    for behind in parts[number + 1 :]:
        if behind.preposition not in _OF_THEM:
            break
        found += sentence.parties(behind.words)
    joined = sentence.world.joined
    sides = {party.side for party in found} & joined
    if len(sides) == len(joined):
        return tuple(party for party in found if party.side in joined)
    if sides:
        # "After Monday's talks with B, A said …": A's; near-miss: "After Monday's talks with B, C said …".
        teller = tuple(party for party in reading.subject if party.side in joined - sides)
        return (*found, *teller) if teller else ()
    if found or _is_of_others(sign, phrase, reading):
        return ()
    return bodies(told[-1].parties if told else (), sentence)


def _is_of_others(sign: Sign, phrase: Phrase, reading: Reading) -> bool:
    """ "the Thursday meeting of the council", "after Monday's talks, the mediator A said"."""
    if sign.use is not Use.EVENT or any(
        reading.sentence.words[each].low == "of" for each in phrase.words if each == sign.at + 1
    ):
        return True
    subject = reading.own_subject[0].words if reading.own_subject else ()
    return others_named(subject, reading.sentence)
