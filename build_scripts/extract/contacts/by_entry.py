"""Extract: a line of a list of events that has no verb in, the contact that it names out.

"6 September - Third round of talks between A and B in Northtown".
"""

from __future__ import annotations

from build_scripts.extract.contacts.by_event import event_draft
from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag

_AROUND = (Tag.DATE, Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.CLOSE, Tag.COMMA)
_SOON = 4
"""Words in which the date of an entry is over."""


def by_entry(clause: Clause, sentence: Sentence) -> Draft | None:
    """The event of an entry; None where the sentence is none, or the clause has a verb."""
    if clause.has_verb or not clause.words or not _is_entry(sentence) or clause.words[0] > _SOON:
        return None
    phrases = sentence.phrases(clause.before, before_verb=True)
    for number, phrase in enumerate(phrases):
        event = sentence.event(phrase)
        if event is not None:
            return event_draft(event, phrases[number + 1 :], "subject", reading_of(clause, sentence))
    return None


def _is_entry(sentence: Sentence) -> bool:
    """Whether the sentence opens with a date and a dash or colon: "6 September -", "May 4:"."""
    tags = [word.tag for word in sentence.words[: _SOON + 1]]
    if Tag.DATE not in tags:
        return False
    after = tags.index(Tag.DATE) + 1
    plain = all(tag in _AROUND for tag in tags[:after])
    return plain and after < len(tags) and tags[after] in (Tag.COMMA, Tag.STOP)
