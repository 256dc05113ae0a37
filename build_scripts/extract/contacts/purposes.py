"""Extract: a contact planned for no day in, whether it is no more than what something else was done for, out.

"sent a delegation to attend the talks", "must act to keep up the dialogue": nobody says that they will.
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.infinitives import is_on_way_there
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.models import ContactKind, Status

_NOW = ("is", "are", "am")
_RULING = ("plans", "agrees", "promises", "cancels", "arrives_somewhere", "sets_out")


def is_mere_purpose(draft: Draft, sentence: Sentence) -> bool:
    """Near-misses: "agreed to meet B", "arrived, or is on her way, to meet B", "will write to her to meet B",
    and any purpose with a day: "sent a delegation to attend the talks on 4 May".
    """
    if draft.status is not Status.PLANNED or draft.dates:
        return False
    if draft.kind is ContactKind.STATEMENT:
        # "experts who will make proposals": words that nobody has said yet.
        return True
    clause, above = draft.clause, draft.clause.parent
    if clause.kind is not Kind.INFINITIVE or above is None or clause.head >= 0:
        return False
    if is_on_way_there(above, sentence.words, sentence.grammar) or _is_ahead(above, sentence):
        return False
    reading = reading_of(above, sentence)
    # "is about to visit B", "is in Westford to meet B"; near-misses: "was there to …", "it is time to …".
    now = "be" in reading.verbs and sentence.words[above.chain[0]].low in _NOW
    about = [sentence.words[each].low for each in above.after[:1]] == ["about"]
    there = any(sentence.place(phrase) is not None for phrase in reading.after)
    ruled = (
        (now and (about or there))
        or any(reading.is_in(kind) for kind in _RULING)
        or "invite" in reading.verbs
    )
    return not (ruled or sentence.has_any("explained", above.after))


def _is_ahead(clause: Clause, sentence: Sentence) -> bool:
    """Whether what it is done for lies ahead, as the deed itself does: "will fly there to meet B"."""
    return standing(clause, sentence.words, sentence.grammar) is Status.PLANNED
