"""Extract: a clause that answers an invitation in, the visit under it out; the invitation was given.

"accepted B's invitation to the capital": the visit is planned; "turned it down": denied.
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_behind, dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.said_of_events import is_answer
from build_scripts.extract.contacts.sentence import Event
from build_scripts.extract.contacts.standing import standing
from build_scripts.models import ContactKind, Status


def visit_under(reading: Reading) -> tuple[Draft, ...]:
    """The visit that an invitation was for, where the clause names the other's home."""
    found = _invitation(reading)
    if found is None:
        return ()
    _, later = found
    sentence, clause = reading.sentence, reading.clause
    place = next(
        (place for part in later if part.preposition == "to" and (place := sentence.place(part))), None
    )
    if place is None or not place.home or any(party.side == place.home for party in reading.subject):
        return ()
    if is_negated(clause, sentence.words, sentence.grammar).is_negated:
        return ()
    status = Status.PLANNED if "accept" in reading.verbs else Status.DENIED
    return (
        Draft(
            clause=clause,
            kind=ContactKind.VISIT,
            status=status,
            parties=reading.subject,
            place=place,
            dates=(),
            used=used_words(clause, reading.subject),
        ),
    )


def visit_for_event(reading: Reading) -> tuple[Draft, ...]:
    """ "has been invited to the feast in the capital, which begins on May 4": a visit planned for then."""
    sentence, clause = reading.sentence, reading.clause
    if "invite" not in reading.verbs or not reading.is_passive:
        return ()
    place = next((place for part in reading.after if (place := sentence.place(part))), None)
    status = standing(clause, sentence.words, sentence.grammar)
    if place is None or not place.home or status is not Status.HAPPENED:
        return ()
    dates = dates_behind(clause.chain[-1], reading)
    if len(dates) != 1 or any(party.side == place.home for party in reading.subject):
        return ()
    return (_visit_to_come(clause, reading.subject, place, dates),)


def invited_to_come(reading: Reading) -> tuple[Draft, ...]:
    """ "The ministry has invited A to come in April": a visit of A to those who invite, planned for then.

    Near-misses: "invited A to speak in April", "invited A to visit the neighbours in April".
    """
    sentence, clause = reading.sentence, reading.clause
    above = clause.parent if clause.kind is Kind.INFINITIVE else None
    if above is None or not reading.is_in("comes_along") or reading.object is not None:
        return ()
    if any(sentence.place(phrase) is not None for phrase in reading.after):
        return ()
    inviting = reading_of(above, sentence)
    given = standing(above, sentence.words, sentence.grammar)
    hosts, guests = inviting.subject, inviting.object_parties
    apart = {party.side for party in hosts} & sentence.world.joined != {party.side for party in guests}
    dates = dates_of(reading)
    if "invite" not in inviting.verbs or inviting.is_passive or given is not Status.HAPPENED:
        return ()
    if not dates or not apart or not {party.side for party in (*hosts, *guests)} >= sentence.world.joined:
        return ()
    return (_visit_to_come(clause, (*guests, *hosts), None, dates),)


def _visit_to_come(
    clause: Clause, parties: tuple[Party, ...], place: Place | None, dates: tuple[When, ...]
) -> Draft:
    used = used_words(clause, parties)
    return Draft(clause, ContactKind.VISIT, Status.PLANNED, parties, place, dates, used=used)


def invited(reading: Reading) -> tuple[Draft, ...]:
    """The invitation to talks that the clause says were accepted or refused, where it says whose it was."""
    found = _invitation(reading)
    if found is None:
        return ()
    draft = event_draft(found[0], found[1], "object", reading)
    whole = draft is not None and len(draft.sides(reading.sentence.world.joined)) == 2
    return (draft,) if whole and draft is not None else ()


def _invitation(reading: Reading) -> tuple[Event, tuple[Phrase, ...]] | None:
    """The invitation that the verb answers, and what stands behind it."""
    if reading.object is None or not is_answer(reading):
        return None
    event = reading.sentence.event(reading.object)
    if event is None or not reading.sentence.has("invitation_nouns", event.at):
        return None
    return event, reading.after[1:]
