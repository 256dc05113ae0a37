"""Extract: a sentence in which no rule found a contact in, the contact that its signs tell out.

Rules with known forms carry over to other articles in half of the cases. So where they find nothing, a
sign of contact (`words`), people of both sides around it or carried from before (`people`), a date
of its own (`dates`) and nothing that speaks against it (`doubts`) are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.dropped import is_dropped_plan
from build_scripts.extract.contacts.phrases import tells_where_a_teller_is
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.dates import dates_of_sign
from build_scripts.extract.contacts.signs.doubts import is_doubtful
from build_scripts.extract.contacts.signs.hearsay import told_by_hearsay
from build_scripts.extract.contacts.signs.named import people_named, signs_named
from build_scripts.extract.contacts.signs.others import is_on_way
from build_scripts.extract.contacts.signs.people import people_around, supplied
from build_scripts.extract.contacts.signs.standing import standing_of_sign
from build_scripts.extract.contacts.signs.words import Sign, Use, signs_of
from build_scripts.extract.contacts.told import Told, is_way_back
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

NOTHING_KNOWN: Mapping[int, Status] = MappingProxyType({})
_AT_HOME = (Use.MOVE, Use.PRESENCE, Use.TRIP, Use.HOST, Use.EVENT, Use.TALK)
_BEFORE_HOME = ("to", "in", "at", "into", "near", "the", "outside")


def is_dated(sentence: Sentence, entry: When | None) -> bool:
    """Whether a contact in the sentence can have a date: nothing else is told by a sign."""
    if sentence.asks:
        return False
    dates = [word.date for word in sentence.words if word.date is not None] if entry is None else []
    return entry is not None or any(date.edtf for date in dates)


def by_sign(
    sentence: Sentence,
    told: Sequence[Told],
    number: int,
    entry: When | None,
    taken: AbstractSet[int],
    known: Mapping[int, Status] = NOTHING_KNOWN,
) -> Iterator[Draft]:
    """The contacts that signs in the sentence tell.

    `entry` is the date that it stands under; `taken` are the words of dates that contacts told before have;
    `known` is what rules made of an event whose people they did not find, by the words of its phrase.
    """
    that, told_status = told_by_hearsay(sentence)
    for clause in sentence.clauses:
        reading = reading_of(clause, sentence)
        if that in clause.before or that in clause.after:
            before = [each for each in clause.before if each > that]
            reading = Reading(replace(clause, before=before), sentence)
        signs = (*signs_of(reading), *signs_named(reading))
        around = clauses_around(clause, sentence) if signs else ()
        for sign in signs:
            status = standing_of_sign(sign, reading, around)
            if status is Status.DENIED and sign.at in clause.words:
                # "The talks failed to bring peace": the rules, too, know that they were held.
                status = known.get(sign.at, status)
            if that >= 0 and status is Status.HAPPENED:
                status = told_status
            if status is None or (sign.at >= 0 and sentence.words[sign.at].quoted):
                continue
            dates = dates_of_sign(sign, reading, around, entry)
            if not dates or any(when.at in taken for when in dates) or (taken and dates[0].at < 0):
                continue
            if is_doubtful(sign, status, reading, around):
                continue
            if told and told[-1].draft.kind is ContactKind.STATEMENT and sentence.has("one_more", sign.at):
                # "wrote twice; the last is dated 4 May": a letter.
                continue
            draft = _draft(sign, reading, around, told, number, dates)
            if draft is not None:
                aside = sign.is_past or clause.kind is Kind.PARTICIPLE
                draft = replace(draft, status=status, is_other=sign.is_past, is_by_the_way=aside)
                off = is_dropped_plan(draft, sentence)
                yield replace(draft, status=Status.CANCELLED) if off else draft


def clauses_around(clause: Clause, sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of the same statement: not the one that says who said it, nor what else was said."""
    if clause.kind is Kind.RELATIVE:
        # "The team, which met in May, was received by B": without B.
        return (clause, *(other for other in sentence.clauses if other.parent is clause))
    top = _top(clause)
    return tuple(
        other
        for other in sentence.clauses
        if other is clause or (_top(other) is top and not is_attribution(other, sentence))
    )


def _top(clause: Clause) -> Clause:
    while clause.parent is not None and clause.kind is not Kind.CONTENT:
        clause = clause.parent
    return clause


def is_attribution(clause: Clause, sentence: Sentence) -> bool:
    """ "A said that …", "…, officials of both sides said"; near-miss: "A told B a story"."""
    if not {sense.lemma for sense in clause.senses} & sentence.grammar.classes["attributing"]:
        return False
    if any(other.parent is clause and other.kind is Kind.CONTENT for other in sentence.clauses):
        return True
    words = sentence.words
    if any(word.tag is Tag.QUOTE for word in words):
        return True
    return all(words[each].tag is Tag.DATE for each in clause.after)


def _draft(
    sign: Sign,
    reading: Reading,
    around: Sequence[Clause],
    told: Sequence[Told],
    number: int,
    dates: tuple[When, ...],
) -> Draft | None:
    sentence, clause = reading.sentence, reading.clause
    joined = sentence.world.joined
    if sign.day >= 0:
        people = people_named(sign, reading, told)
        around = (clause,)
    else:
        people = people_around(sign, reading, around)
    sides = {party.side for party in people} & joined
    place = _home(reading, around) if sign.use in _AT_HOME else None
    if place is not None and sides - {place.home}:
        sides |= {place.home}
    movers = {party.side for party in reading.subject} & joined
    if sign.use is Use.MOVE and not reading.is_passive and place is not None and movers == {place.home}:
        # "arrived home on Monday, to prepare talks with B".
        return None
    if sign.use is Use.PRESENCE and place is not None:
        # "The ministry was in the capital"; near-miss: "A was in the capital".
        away = [party for party in people if party.side != place.home]
        if not any(party.is_person or not party.actor for party in away):
            return None
    if len(sides) < 2 and sign.day >= 0:
        return None
    if len(sides) < 2:
        if sign.use is Use.MOVE and reading.is_in("goes_home") and told and is_way_back(dates, told[-1]):
            return None
        more = supplied(sign, reading, around, sides, people, told, number)
        people = (*people, *more)
        if not more or not {party.side for party in people} >= joined:
            return None
    people = tuple(party for party in people if party.side in joined)
    used = tuple(sorted({*clause.words, *(party.at for party in people if party.at >= 0)}))
    return Draft(
        clause=clause,
        kind=sign.kind,
        status=Status.HAPPENED,
        parties=people,
        place=place or _named_place(reading, sign.at if sign.is_past else -1),
        dates=dates,
        used=used,
    )


def _named_place(reading: Reading, behind: int) -> Place | None:
    """Where, in a clause that says so behind a word: "in Westford"."""
    parts, sentence = (*reading.before, *reading.after), reading.sentence
    for number, phrase in enumerate(parts):
        if phrase.preposition in ("in", "at", "near") and phrase.words and phrase.words[-1] > behind:
            place = sentence.place(phrase)
            told = tells_where_a_teller_is(number, parts, sentence.words, sentence.grammar)
            if place is not None and not place.home and not told:
                return place
    return None


def _home(reading: Reading, around: Sequence[Clause]) -> Place | None:
    """The home of a side at which somebody is, or to which he goes."""
    sentence = reading.sentence
    reaches = any(
        {sense.lemma for sense in clause.senses} & sentence.grammar.classes["reaches_home"]
        for clause in around
    )
    for each in sorted(each for clause in around for each in clause.words):
        word = sentence.words[each]
        owns = each + 1 < len(sentence.words) and sentence.words[each + 1].tag is Tag.POSSESSIVE
        if not word.home or word.home not in sentence.world.joined or owns or is_on_way(each, sentence):
            continue
        before = sentence.words[each - 1].low if each else ""
        if before in _BEFORE_HOME or reaches:
            return Place(sentence.world.home_name(word), word.home, each)
    return None
