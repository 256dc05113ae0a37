"""Extract: a clause that tells of a guest and of who receives, in; the visit, or the hosts, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind


def as_guest(reading: Reading) -> Draft | None:
    """ "was the guest of B", "had been B's guest"."""
    sentence = reading.sentence
    if "be" not in reading.verbs or reading.object is None:
        return None
    hosts = _hosts(reading.object, sentence) or _owner(reading)
    if not hosts:
        return None
    place = next((found for phrase in reading.after if phrase.preposition in ("in", "at") and (
        found := sentence.place(phrase)) is not None), None)  # fmt: skip
    clause = reading.clause
    return Draft(
        clause=clause,
        kind=ContactKind.VISIT,
        status=standing(clause, sentence.words, sentence.grammar),
        parties=(*reading.subject, *hosts),
        place=place,
        dates=dates_of(reading),
        used=used_words(clause, reading.subject),
    )


def at_table(reading: Reading) -> Draft | None:
    """ "had B to dinner", "took B to lunch", "was taken to lunch by B": near-miss: "had B to thank"."""
    sentence = reading.sentence
    if not reading.is_in("treats") or not any(
        phrase.preposition in ("to", "for") and sentence.has_any("hospitality", phrase.words)
        for phrase in reading.after
    ):
        return None
    people = (*reading.subject, *reading.object_parties)
    for phrase in reading.after:
        people += sentence.parties(phrase.words) if reading.is_passive and phrase.preposition == "by" else ()
    if {party.side for party in people if party.is_person} < sentence.world.joined:
        return None
    return _met(reading, people, None)


def doing_together(reading: Reading) -> Draft | None:
    """ "A and B presented the book together", "A and B jointly opened it": whatever they did, they met.

    Near-misses: "A and B issued a joint statement", "A and B together hold half of the coast".
    """
    sentence, clause = reading.sentence, reading.clause
    persons = tuple(party for party in reading.subject if party.is_person)
    if not {party.side for party in persons} >= sentence.world.joined or reading.is_in("reports"):
        return None
    if not sentence.has_any("jointly", (*clause.chain, *clause.after)):
        return None
    place = next((found for phrase in reading.after if phrase.preposition in ("in", "at") and (
        found := sentence.place(phrase)) is not None), None)  # fmt: skip
    dates = dates_of(reading)
    return None if not dates else _met(reading, persons, place)


def _met(reading: Reading, people: tuple[Party, ...], place: Place | None) -> Draft:
    clause, sentence = reading.clause, reading.sentence
    return Draft(
        clause=clause,
        kind=ContactKind.MEETING,
        status=standing(clause, sentence.words, sentence.grammar),
        parties=people,
        place=place,
        dates=dates_of(reading),
        used=used_words(clause, people),
    )


def in_presence(reading: Reading) -> Draft | None:
    """ "were handed over in the presence of A and B", "with A and B looking on": the two were there."""
    sentence = reading.sentence
    place, people = None, tuple[Party, ...]()
    for phrase in reading.after:
        if phrase.preposition in ("in", "at", "near") and place is None:
            place = sentence.place(phrase)
        if phrase.preposition == "in" and sentence.has_any("witnessed", phrase.words):
            people += tuple(party for party in sentence.parties(phrase.words) if party.is_person)
    if not {party.side for party in people} >= sentence.world.joined:
        return None
    return _met(reading, people, place)


def hosts_named(reading: Reading) -> tuple[Party, ...]:
    """ "came to the capital as the guest of B"."""
    found: tuple[Party, ...] = ()
    for phrase in reading.after:
        if phrase.preposition == "as":
            found += _hosts(phrase, reading.sentence)
    return found


def _owner(reading: Reading) -> tuple[Party, ...]:
    """ "A dined with B, and she was his guest in May": whose guest it was, of the two."""
    sentence, words = reading.sentence, reading.object.words if reading.object is not None else ()
    subject = reading.own_subject[0].words if reading.own_subject else ()
    subject = tuple(each for each in subject if sentence.words[each].tag is not Tag.JOINING)
    if len(words) < 2 or not sentence.has("guesthood", words[1]) or not subject:
        return ()
    owned = sentence.has("possessives_of_one", words[0])
    one = sentence.carried.one
    sides = {party.side for party in reading.subject}
    if owned and reading.subject and len(one) == 1 and sides <= sentence.world.joined - {one[0].side}:
        # "A was at home. By then B had been his guest."
        return tuple(replace(party, at=-1) for party in one)
    called = len(subject) == 1 and sentence.grammar.has("pronouns-one", sentence.words[subject[0]].low)
    pair = sentence.carried.pair if owned and called else ()
    people = [party for party in pair if party.is_person]
    return tuple(replace(party, at=-1) for party in people) if len(people) == 2 else ()


def _hosts(phrase: Phrase, sentence: Sentence) -> tuple[Party, ...]:
    words = phrase.words
    at = next((n for n, each in enumerate(words) if sentence.has("guesthood", each)), -1)
    if at < 0:
        return ()
    if at + 1 < len(words) and sentence.words[words[at + 1]].low == "of":
        return sentence.parties(words[at + 1 :])
    owner = next((n for n in range(at) if sentence.words[words[n]].tag is Tag.POSSESSIVE), -1)
    return sentence.parties(words[:owner]) if owner > 0 else ()
