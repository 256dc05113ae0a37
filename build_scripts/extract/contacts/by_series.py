"""Extract: a clause in, what it tells of a series out without naming the event: "A second followed"."""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_SERIES = frozenset({"follow", "take place", "come", "occur"})


def bare_series(reading: Reading) -> Draft | None:
    """ "A second took place in May", "B followed in June"; kind and people are for the article to say.

    Near-miss: "A second followed" without a date, "Elections followed in May".
    """
    sentence, clause = reading.sentence, reading.clause
    cancelled = reading.is_passive and reading.is_in("cancels")
    if not (reading.verbs & _SERIES or cancelled) or not reading.own_subject or reading.object is not None:
        return None
    words = [each for each in reading.own_subject[0].words if sentence.words[each].tag is not Tag.COMMA]
    bare = len(words) <= 2 and sentence.has("follow_up", words[-1])
    # "One scheduled for Monday was called off".
    bare = bare or (cancelled and [sentence.words[each].low for each in words] == ["one"])
    people = reading.subject
    named = (
        not cancelled
        and reading.verbs & {"follow"}
        and len(words) == 1
        and len(people) == 1
        and people[0].at == words[0]
    )
    dates = dates_of(reading) or (_of_plan(reading) if cancelled else ())
    passive = reading.is_passive and not cancelled
    if not (bare or named) or len(dates) != 1 or not dates[0].edtf or passive:
        return None
    status = standing(clause, sentence.words, sentence.grammar)
    if status is not Status.HAPPENED:
        return None
    status = Status.CANCELLED if cancelled else status
    return Draft(
        clause=clause,
        kind=ContactKind.MEETING,
        status=status,
        parties=people if named else (),
        place=None,
        dates=dates,
        used=used_words(clause, people),
    )


def _of_plan(reading: Reading) -> tuple[When, ...]:
    """ "One scheduled for Monday was called off": of the plan."""
    sentence = reading.sentence
    for other in sentence.clauses:
        if other.kind is Kind.PARTICIPLE and other.parent is reading.clause:
            below = reading_of(other, sentence)
            return dates_of(below) if below.is_in("plans") else ()
    return ()
