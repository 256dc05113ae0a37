"""Extract: a plan in, and the clause that tells it; the meeting at which it was agreed, and the plan, out.

"At a meeting on 4 May, A and B agreed to meet again in June": held on 4 May, planned for June.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.event_drafts import event_draft
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import Status

_AT = ("at", "in", "during")


def with_meeting(plan: Draft, reading: Reading) -> tuple[Draft, ...]:
    """The plan alone, or behind the meeting that its sentence begins with, each with its own days and place.

    Near-misses: "At a meeting on 4 May, A and B will discuss it", "… hope to meet C".
    """
    sentence = reading.sentence
    if plan.status is not Status.PLANNED or not _is_agreed(reading):
        return (plan,)
    for number, phrase in enumerate(reading.opening):
        event = sentence.occasion(phrase) if phrase.preposition in _AT else None
        held = event_draft(event, reading.opening[number + 1 :], "occasion", reading) if event else None
        if held is None:
            continue
        opening = frozenset(each for part in reading.opening for each in part.words)
        there = plan.place is not None and plan.place.at in opening
        # "A agreed to meet B": whom A met when agreeing is not said.
        agreeing = (party for party in plan.parties if party.at < reading.clause.chain[0])
        parties = tuple(dict.fromkeys((*held.parties, *agreeing)))
        used = {*phrase.words, *(party.at for party in parties if party.at >= 0)}
        return (
            replace(
                held,
                status=Status.HAPPENED,
                parties=parties,
                place=plan.place if there else held.place,
                dates=tuple(when for when in plan.dates if when.at in opening),
                used=tuple(sorted(used)),
            ),
            replace(
                plan,
                place=None if there else plan.place,
                dates=tuple(when for when in plan.dates if when.at not in opening),
                event=plan.event if plan.event is None or plan.event.at not in opening else None,
                used=tuple(each for each in plan.used if each not in opening),
            ),
        )
    return (plan,)


def _is_agreed(reading: Reading) -> bool:
    """ "agreed to meet"; near-misses: "will agree to meet", "has yet to agree to meet"."""
    chain, sentence = reading.clause.chain, reading.sentence
    if len(chain) < 3 or sentence.words[chain[0]].tag is not Tag.VERB:
        return False
    senses = sentence.grammar.senses.get(sentence.words[chain[0]].low, ())
    is_to = sentence.words[chain[1]].tag is Tag.TO
    return is_to and any(sense.name in sentence.grammar.classes["agrees"] for sense in senses)
