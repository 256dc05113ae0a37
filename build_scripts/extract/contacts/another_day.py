"""Extract: a draft of an event and the clause that moves it in, what is off and what is planned instead out.

"has been moved from Monday to Thursday": off on Monday, planned for Thursday. Near-misses: "moved to
Northtown on Monday", "was not moved to Thursday".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.dates_in_phrases import When, of_phrases
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.phrases import Phrase
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_BESIDE = (Tag.DATE, Tag.COMMA, Tag.JOINING, Tag.DETERMINER, Tag.ADVERB, Tag.CLOSE)

_SHORT = 2
"""Words of "the meeting"."""


def on_another_day(draft: Draft, reading: Reading) -> tuple[Draft, ...]:
    """The event on its old day and on its new one; nothing where no day is moved."""
    adjourned = reading.is_in("adjourns")
    if draft.event is None or draft.status in (None, Status.DENIED):
        return ()
    if not (adjourned or reading.is_in("moves_events")):
        return ()
    behind, sentence = reading.after, reading.sentence
    old = _days(behind, ("from",), sentence)
    given = _days(behind, ("to", "until", "till", "for"), sentence)
    if not given:
        return ()
    # "was moved twice, first to the 11th and then to the 25th": the last one stands.
    old, new = (*old, *given[:-1]), given[-1:]
    if adjourned:
        # "adjourned on Monday until Friday": held on the one day, and to go on on the other.
        dates = tuple(when for when in draft.dates if not when.edtf.startswith("../"))
        more = replace(draft, status=Status.PLANNED, dates=new, event=None if dates else draft.event)
        return (replace(draft, dates=dates), more) if dates else (more,)
    off = old or tuple(when for when in draft.dates if when.at not in {each.at for each in new})
    if reading.is_in("cancels") and edtf.precision(new[0].edtf) != "day":
        # "put off until the autumn": until some day that nobody has set.
        return (replace(draft, dates=off),)
    # Without its noun, it is not taken for the same event told twice.
    moved = replace(draft, status=Status.PLANNED, dates=new, event=None if off else draft.event)
    return (replace(draft, status=Status.CANCELLED, dates=off), moved) if off else (moved,)


def days_moved_to(reading: Reading) -> tuple[When, ...]:
    """ "The meeting has been moved to Friday", "It was put off until 4 May": of what was told before it."""
    sentence, clause = reading.sentence, reading.clause
    subject = reading.own_subject[0].words if reading.own_subject else ()
    named = sentence.has_any("plan_names", subject)
    named = named or (sentence.has("definite", subject[0]) if subject else False)
    negated = is_negated(clause, sentence.words, sentence.grammar).is_negated
    if len(subject) > _SHORT or not named or negated or not reading.is_passive:
        return ()
    new = _days(reading.after, ("to", "until", "till", "for"), sentence)
    return new if reading.is_in("moves_events") else ()


def _days(parts: Sequence[Phrase], before: Sequence[str], sentence: Sentence) -> tuple[When, ...]:
    """The dates that are all there is behind one of these prepositions."""
    found: list[When] = []
    for phrase in parts:
        words = [sentence.words[each] for each in phrase.words]
        plain = bool(words) and all(word.tag in _BESIDE for word in words)
        opens = any(word.low.partition(" ")[0] in before for word in words if word.tag is Tag.DATE)
        if plain and (phrase.preposition in before or opens):
            dates = of_phrases((phrase,), sentence, True)
            found.extend(replace(when, edtf=when.edtf.removeprefix("../")) for when in dates)
    return tuple(found)
