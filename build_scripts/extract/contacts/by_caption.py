"""Extract: a sentence without a verb in, the contact that it shows as a caption does out.

"A (left) with B in Westford, 4 May", "PHOTO: A and B at a reception, 4 May".
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status


def by_caption(clause: Clause, sentence: Sentence) -> Draft | None:
    """Two persons of both sides whom a verbless sentence with a date shows together; None where it does not.

    Near-misses: "Talks of A with B, 4 May", "A on B, 4 May", "A and B, 4 May" without a picture.
    """
    if clause is not next((each for each in reversed(sentence.clauses) if each.words), None):
        return None
    dates = tuple(
        When(word.date.edtf, word.date.text, at)
        for at, word in enumerate(sentence.words)
        if word.date is not None and word.date.edtf
    )
    if not dates:
        return None
    if any(each.chain for each in sentence.clauses) or any(word.tag is Tag.NOT for word in sentence.words):
        return None
    phrases = sentence.phrases(clause.before, before_verb=True)
    bare = _people([phrase for phrase in phrases if not phrase.preposition], sentence)
    beside = _people([phrase for phrase in phrases if phrase.preposition == "with"], sentence)
    people = (*bare, *beside)
    if not bare or {party.side for party in people} & sentence.world.joined != sentence.world.joined:
        return None
    if not beside and not _is_picture(sentence):
        return None
    return Draft(
        clause=clause,
        kind=ContactKind.MEETING,
        status=Status.HAPPENED,
        parties=tuple(dict.fromkeys(people)),
        place=_place(phrases, sentence),
        # "before their talks on Monday": the picture, too, is of that day.
        dates=dates_of(reading_of(clause, sentence)) or dates[:1],
        used=used_words(clause, people),
    )


def _people(phrases: list[Phrase], sentence: Sentence) -> tuple[Party, ...]:
    """Those named there, if nobody but persons stands there, and no event."""
    if any(sentence.event(phrase) is not None for phrase in phrases):
        return ()
    found = tuple(party for phrase in phrases for party in sentence.parties(phrase.words))
    return found if all(party.is_person for party in found) else ()


def _is_picture(sentence: Sentence) -> bool:
    """ "PHOTO: …", "A (left) and B": it says that it is of a picture."""
    return sentence.has_any("of_pictures", range(len(sentence.words)))


def _place(phrases: tuple[Phrase, ...], sentence: Sentence) -> Place | None:
    places = (sentence.place(phrase) for phrase in phrases if phrase.preposition in ("in", "at"))
    return next((place for place in places if place is not None), None)
