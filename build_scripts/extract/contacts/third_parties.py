"""Extract: a contact that a rule found in, whether somebody of neither side made it out.

"The cardinal received them", "J. Brand, of the federation, has talked with both": theirs, not these sides'.
"""

from __future__ import annotations

from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.others import others_named, subject_of
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_MADE = (ContactKind.VISIT, ContactKind.MEETING, ContactKind.CALL)


def _tells_of_both(draft: Draft, sentence: Sentence) -> bool:
    """ "C brought A and B together", "C confirmed talks of A and B"; not "C talked with A and with B"."""
    reading = reading_of(draft.clause, sentence)
    named = {party.side for party in draft.parties if party.at >= 0}
    words = sentence.words
    met = {party.side for party in reading.object_parties if words[party.at].tag is not Tag.PRONOUN}
    joined = sentence.world.joined
    return met >= joined or (draft.event is not None and named >= joined)


def is_by_a_third(draft: Draft, sentence: Sentence) -> bool:
    """Whether the subject names or describes somebody, and nobody of the sides.

    Near-misses: "The meeting took place", "A's son met B", "The minister met B" (who may be of a side).
    """
    clause, words, joined = draft.clause, sentence.words, sentence.world.joined
    if draft.status is not Status.HAPPENED or draft.kind not in _MADE or not clause.chain:
        return False
    reading = reading_of(clause, sentence)
    subject = subject_of(reading)
    event = draft.event.at if draft.event is not None else -1
    if not subject or reading.is_passive or event in subject:
        return False
    if any(words[each].low in sentence.grammar.events for each in subject) or _tells_of_both(draft, sentence):
        return False
    if any(party.side in joined for party in (*reading.subject, *sentence.parties(subject))):
        return False
    if any(words[each].tag is Tag.ACTOR and set(words[each].sides) & joined for each in subject):
        return False
    office = any(sentence.has("offices", each) or sentence.has("go_betweens", each) for each in subject)
    return office or others_named(subject, sentence)
