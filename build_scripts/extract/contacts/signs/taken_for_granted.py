"""Extract: a sentence in, the contacts out that its noun phrases take for granted.

A noun of contact that is named with a day of its own has been, whatever the sentence goes on to say of
it (`granted`); its phrase tells who and when by itself (`event_phrases`). Definite descriptions
presuppose that what they describe exists (P. F. Strawson, "On Referring", Mind 59, 1950).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft, as_one
from build_scripts.extract.contacts.event_words import event_kind, own_parties
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.signs.event_phrases import OF_PEOPLE, OF_PLACE, EventPhrase, event_phrase
from build_scripts.extract.contacts.signs.granted import is_definite, is_granted
from build_scripts.extract.contacts.signs.others import is_of_own_body, others_named
from build_scripts.extract.contacts.signs.people import bodies, people_around, supplied
from build_scripts.extract.contacts.signs.words import Sign, Use, has_nouns, noun_of_contact
from build_scripts.extract.contacts.told import TOGETHER, Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_KINDS = (*TOGETHER, ContactKind.CALL, ContactKind.VISIT)
_AT = ("at", "in", "during")
"""Before an event at which the people of its clause were."""


def taken_for_granted(
    sentence: Sentence, told: Sequence[Told], number: int, taken: AbstractSet[int]
) -> Iterator[Draft]:
    """The contacts of noun phrases whose dates no other contact has (`taken`: where those stand)."""
    if sentence.asks or not has_nouns(sentence) or not sentence.dates - taken:
        return
    verbs = {each for clause in sentence.clauses for each in clause.chain}
    read = 0
    for at, word in enumerate(sentence.words):
        if at < read or at in verbs or word.quoted or noun_of_contact(at, sentence) not in _KINDS:
            continue
        named = event_phrase(at, sentence)
        if not named.dates or taken & set(named.dates):
            continue
        clause = next((one for one in sentence.clauses if at in one.words), None)
        if clause is None or not is_granted(named, clause, sentence):
            continue
        draft = _draft(named, reading_of(clause, sentence), told, number)
        if draft is not None:
            read = named.last
            yield draft


def _draft(named: EventPhrase, reading: Reading, told: Sequence[Told], number: int) -> Draft | None:
    sentence = reading.sentence
    before = tuple(range(named.first, named.at))
    event = Event(named.at, Phrase("", (*before, named.at)), before)
    dates = _dates(named, event, sentence)
    named_people = _people_named(named, event, sentence)
    if not dates or named_people is None:
        return None
    kind = noun_of_contact(named.at, sentence) or ContactKind.MEETING
    if sentence.words[named.at].low in sentence.grammar.events:
        kind = event_kind(event, sentence)
    place = _place(named, sentence)
    home = place.home if place is not None else ""
    if kind is ContactKind.VISIT and not (home and {party.side for party in named_people} - {home}):
        return None
    people = named_people
    if kind is not ContactKind.VISIT:
        people = _completed(named, kind, people, dates, reading, told, number)
    joined = sentence.world.joined
    people = tuple(party for party in dict.fromkeys(people) if party.side in joined)
    if len({*(party.side for party in people), *({home} if kind is ContactKind.VISIT else ())}) < 2:
        return None
    return Draft(
        clause=reading.clause,
        kind=kind,
        status=Status.HAPPENED,
        parties=people,
        place=place,
        dates=dates,
        event=event,
        used=tuple(sorted({*reading.clause.words, *named.words})),
        is_other=True,
        is_by_the_way=True,
    )


def _people_named(named: EventPhrase, event: Event, sentence: Sentence) -> tuple[Party, ...] | None:
    """Those whose event it is by its own words; None where it is that of others."""
    parts = [part for part in named.parts if part.preposition in OF_PEOPLE]
    others = others_named((each for part in parts for each in part.words), sentence)
    others = others or any(_is_other_party(each, sentence) for each in event.modifiers)
    if others or is_of_own_body(named.at, named.words, sentence):
        return None
    people = list(own_parties(event, sentence))
    for part in parts:
        found = sentence.parties(part.words)
        if not found and not _is_of_event(part, sentence):
            # "the conference of coastal states", "talks with the mediators".
            return None
        people.extend(found)
    if [part.preposition for part in parts] == ["of"] and len({party.side for party in people}) == 1:
        # "the session of the League's council"; near-miss: "a visit of A to the capital".
        return tuple(people) if noun_of_contact(named.at, sentence) is ContactKind.VISIT else None
    return tuple(people)


def _completed(
    named: EventPhrase,
    kind: ContactKind,
    people: tuple[Party, ...],
    dates: Sequence[When],
    reading: Reading,
    told: Sequence[Told],
    number: int,
) -> tuple[Party, ...]:
    """With those of the side that its phrase does not name, from its clause or from what was told before."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    sign = Sign(kind, named.at, Use.EVENT, is_past=True)
    if len({party.side for party in people} & joined) < 2 and _is_done_at_it(named, reading):
        people = (*people, *people_around(sign, reading, (reading.clause,)))
    sides = {party.side for party in people} & joined
    if len(sides) == 2:
        return people
    if people:
        return (*people, *supplied(sign, reading, (reading.clause,), sides, people, told, number))
    if not is_definite(named, sentence) or _others_beside(named, reading):
        return ()
    return _those_meant(named, dates, told, sentence)


def _is_done_at_it(named: EventPhrase, reading: Reading) -> bool:
    """ "At a meeting in Westford on Monday, A asked B for time": the people of the clause were there."""
    around = (phrase for phrase in (*reading.before, *reading.after) if named.at in phrase.words)
    phrase = next(around, None)
    return phrase is not None and phrase.preposition in _AT


def _those_meant(
    named: EventPhrase, dates: Sequence[When], told: Sequence[Told], sentence: Sentence
) -> tuple[Party, ...]:
    """Whose the event is that names nobody: of those told to have met then, else of the bodies themselves."""
    for before in reversed(told):
        same = any(edtf.overlaps(one.edtf, other.edtf) for one in before.draft.dates for other in dates)
        if same and before.draft.kind in (*TOGETHER, ContactKind.VISIT):
            return tuple(replace(party, at=-1) for party in before.parties)
    if not sentence.has("two_sided_events", named.at):
        return ()
    return bodies(told[-1].parties if told else (), sentence)


def _is_of_event(part: Phrase, sentence: Sentence) -> bool:
    """ "a round of talks"."""
    events = sentence.grammar.events
    return part.preposition == "of" and any(sentence.words[each].low in events for each in part.words)


def _is_other_party(at: int, sentence: Sentence) -> bool:
    """ "the C delegation's visit"; near-misses: "the Westford talks", "the Special Envoys' meeting"."""
    word, following = sentence.words[at], sentence.words[at + 1]
    if word.tag is Tag.ACTOR and not word.home:
        return not set(word.sides) & sentence.world.joined
    office = word.low in sentence.grammar.nouns("offices", "groups")
    return word.tag is Tag.NAME and following.tag is Tag.POSSESSIVE and not word.home and not office


def _others_beside(named: EventPhrase, reading: Reading) -> bool:
    """Whether the rest of the clause names others; who only tells of it may be anyone."""
    sentence, joined = reading.sentence, reading.sentence.world.joined
    rest = [each for each in reading.clause.words if each not in named.words]
    if reading.lemmas & sentence.grammar.classes["attributing"]:
        words = (sentence.words[each] for each in rest)
        return any(word.tag is Tag.ACTOR and not word.home and not set(word.sides) & joined for word in words)
    return others_named(rest, sentence)


def _place(named: EventPhrase, sentence: Sentence) -> Place | None:
    parts = (part for part in named.parts if part.preposition in OF_PLACE)
    return next((place for part in parts if (place := sentence.place(part)) is not None), None)


def _dates(named: EventPhrase, event: Event, sentence: Sentence) -> tuple[When, ...]:
    """Its dates, all of them known to a month at least; else none."""
    found: list[When] = []
    for each in named.dates:
        date = sentence.words[each].date
        if date is None or not date.edtf or ".." in date.edtf or edtf.precision(date.edtf) == "year":
            return ()
        found.append(When(date.edtf, date.text, each))
    return as_one(tuple(found), event, sentence)
