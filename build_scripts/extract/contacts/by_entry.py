"""Extract: a line of a list of events that has no verb in, the contact that it names out.

"6 September - Third round of talks between A and B in Northtown", "6 September: A in Northtown".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.grammar import Form
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_AROUND = (Tag.DATE, Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.CLOSE, Tag.COMMA)
_BEHIND = (Tag.PREPOSITION, Tag.TO, Tag.COMMA, Tag.CLOSE, Tag.DATE, Tag.ADVERB)
"""What may follow "Called off": by whom, until when, why."""
_SOON = 4
"""Words in which the date of an entry is over."""


def by_entry(clause: Clause, sentence: Sentence, under: When | None = None) -> Draft | None:
    """The event of an entry; None where the sentence is none, or the clause has a verb.

    `under` is the date of the entry that a verbless sentence goes on with: "Talks with B."
    """
    heads = opens_entry(sentence)
    if clause.has_verb or not clause.words or clause.words[0] > _SOON or not (heads or under):
        return None
    phrases = sentence.phrases(clause.before, before_verb=True)
    told = _of_event(clause, phrases, sentence) or _of_presence(clause, phrases, sentence)
    return told or _of_company(clause, phrases, sentence)


def opens_entry(sentence: Sentence) -> bool:
    """Whether the sentence opens with a date and a dash or colon: "6 September -", "May 4:"."""
    tags = [word.tag for word in sentence.words[: _SOON + 1]]
    if Tag.DATE not in tags:
        return False
    after = tags.index(Tag.DATE) + 1
    while tags[after : after + 2] == [Tag.JOINING, Tag.DATE]:
        # "10 and 11 December:".
        after += 2
    plain = all(tag in (*_AROUND, Tag.JOINING) for tag in tags[:after])
    return plain and after < len(tags) and tags[after] in (Tag.COMMA, Tag.STOP)


def _of_event(clause: Clause, phrases: Sequence[Phrase], sentence: Sentence) -> Draft | None:
    for number, phrase in enumerate(phrases):
        event = sentence.event(phrase)
        if event is not None and not _people(phrases[:number], sentence):
            return event_draft(event, phrases[number + 1 :], "subject", reading_of(clause, sentence))
    return None


def _of_presence(clause: Clause, phrases: Sequence[Phrase], sentence: Sentence) -> Draft | None:
    """ "6 September: A in Northtown (for talks with B)": A at the home of others."""
    people = _people(phrases, sentence)
    place = next(
        (
            found
            for phrase in phrases
            if phrase.preposition in ("in", "at", "to") and (found := sentence.place(phrase)) and found.home
        ),
        None,
    )
    if place is None or not people or any(party.side == place.home for party in people):
        return None
    if not all(
        _is_of_people(each, sentence) for phrase in phrases if not phrase.preposition for each in phrase.words
    ):
        return None
    for phrase in phrases:
        people += sentence.parties(phrase.words) if phrase.preposition == "with" else ()
    return Draft(
        clause=clause,
        kind=ContactKind.VISIT,
        status=Status.HAPPENED,
        parties=tuple(dict.fromkeys(people)),
        place=place,
        dates=dates_of(reading_of(clause, sentence)),
        used=used_words(clause, people),
    )


def _of_company(clause: Clause, phrases: Sequence[Phrase], sentence: Sentence) -> Draft | None:
    """ "12 September: A and B in Westford", "Westford, with A and B": people of both sides in one line.

    Near-misses: "A and B, Westford" (a caption), "A on B", "Neither A nor B", "A and B's deputy".
    """
    words = [sentence.words[each] for each in clause.before]
    said = any(phrase.preposition in ("in", "at", "with", "between") for phrase in phrases)
    said = said or any(word.tag is Tag.ADVERB for word in words)
    if not said or any(word.tag in (Tag.NOT, Tag.POSSESSIVE) for word in words):
        return None
    people: tuple[Party, ...] = ()
    for phrase in phrases:
        named = sentence.parties(phrase.words)
        if named and phrase.preposition not in ("", "with", "between"):
            return None
        plain = [each for each in phrase.words if sentence.words[each].tag is not Tag.NAME]
        if phrase.preposition in ("", "between") and not all(_is_of_people(e, sentence) for e in plain):
            return None
        people += tuple(party for party in named if not sentence.words[party.at].home)
    if not {party.side for party in people if party.is_person} >= sentence.world.joined:
        return None
    places = (sentence.place(phrase) for phrase in phrases if phrase.preposition in ("in", "at"))
    return Draft(
        clause=clause,
        kind=ContactKind.MEETING,
        status=Status.HAPPENED,
        parties=tuple(dict.fromkeys(people)),
        place=next((place for place in places if place is not None), None),
        dates=dates_of(reading_of(clause, sentence)),
        used=used_words(clause, people),
    )


def fate_of_entry(clause: Clause, sentence: Sentence) -> bool:
    """Whether the sentence says of the entry before it that it came to nothing: "Called off.", "Postponed."

    Near-misses: "Postponed elections were held.", "Called B off."
    """
    if clause.before or not clause.chain or clause.chain[0] != clause.first or len(clause.chain) != 1:
        return False
    forms = sentence.grammar.forms.get(sentence.words[clause.first].low, frozenset())
    off = any(sense.name in sentence.grammar.classes["cancels"] for sense in clause.senses)
    behind = max((*clause.chain, *clause.particle)) + 1
    direct = behind < len(sentence.words) and sentence.words[behind].tag not in _BEHIND
    return off and Form.PARTICIPLE in forms and clause is sentence.clauses[0] and not direct


def _is_of_people(at: int, sentence: Sentence) -> bool:
    """Whether a word can stand in a list of people; what else stands there may be a verb nobody knows."""
    word = sentence.words[at]
    plain = (*_AROUND, Tag.ACTOR, Tag.SIDED, Tag.JOINING, Tag.POSSESSIVE)
    return word.tag in plain or word.low in sentence.grammar.nouns("groups", "offices", "delegations")


def _people(phrases: Sequence[Phrase], sentence: Sentence) -> tuple[Party, ...]:
    """Those named before any preposition."""
    bare = [phrase for phrase in phrases if not phrase.preposition]
    found = tuple(party for phrase in bare for party in sentence.parties(phrase.words))
    return tuple(party for party in found if not sentence.words[party.at].home)
