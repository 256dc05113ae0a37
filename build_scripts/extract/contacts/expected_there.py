"""Extract: a clause in, the visit that it plans out, where someone is to do something at the other's home.

"A is to open a school in the capital on 4 May": whatever it is, A will be there then.
"""

from __future__ import annotations

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_OWN = (Kind.MAIN, Kind.CONTENT, Kind.JOINED)


def expected_there(reading: Reading) -> tuple[Draft, ...]:
    """A visit planned for a day, by persons of one side.

    Near-misses: "A will discuss the crisis in the capital on 4 May", "A was in the capital on 4 May", "The
    League will open a school in the capital".
    """
    sentence, clause = reading.sentence, reading.clause
    if clause.kind not in _OWN or not _is_ahead(reading) or reading.is_passive or reading.is_in("reports"):
        return ()
    joined = sentence.world.joined
    persons = tuple(party for party in reading.subject if party.is_person and party.side in joined)
    sides = {party.side for party in persons}
    found = (_home(phrase, reading) for phrase in reading.after if phrase.preposition in ("in", "at"))
    place = next((place for place in found if place is not None), None)
    if len(sides) != 1 or place is None or place.home in sides or place.home not in joined:
        return ()
    dates = dates_of(reading)
    if not dates or any(not when.edtf or edtf.precision(when.edtf) == "year" for when in dates):
        return ()
    return (
        Draft(
            clause=clause,
            kind=ContactKind.VISIT,
            status=standing(clause, sentence.words, sentence.grammar),
            parties=persons,
            place=place,
            dates=dates,
            used=used_words(clause, persons),
        ),
    )


def _is_ahead(reading: Reading) -> bool:
    """ "will open", "is to open"; near-misses: "would open", "plans to open", "will not open"."""
    sentence, clause = reading.sentence, reading.clause
    if not clause.chain or standing(clause, sentence.words, sentence.grammar) is not Status.PLANNED:
        return False
    if is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return False
    first = sentence.words[clause.chain[0]]
    following = sentence.words[clause.chain[1]].tag if len(clause.chain) > 1 else first.tag
    is_to = sentence.grammar.has("forms_of_be", first.low) and following is Tag.TO
    return is_to or sentence.grammar.has("modals-planned", first.low)


def _home(phrase: Phrase, reading: Reading) -> Place | None:
    """Where, if it is a home; not where something else is: "the situation in the capital"."""
    sentence = reading.sentence
    before = range(max(phrase.words[0] - 3, 0), phrase.words[0]) if phrase.words else range(0)
    place = sentence.place(phrase)
    return None if place is None or not place.home or sentence.has_any("located", before) else place
