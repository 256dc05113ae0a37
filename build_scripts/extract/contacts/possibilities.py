"""Extract: a clause that says "may" or "likely" in, whether it tells of a plan for a day still to come out.

"may meet B on Friday", "is likely to resume on Friday": shown as planned. Without a day, or with a day that
is over, it is mere conjecture, and no contact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.models import Status


def is_likely_then(clause: Clause, position: int, words: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the word at a position of the verb group says so of a day: "may meet B on Friday".

    Near-misses: "may meet B", "may have met B on Friday".
    """
    following = words[clause.chain[position + 1]].low if position + 1 < len(clause.chain) else ""
    dated = any(words[each].tag is Tag.DATE for each in (*clause.before, *clause.after))
    return grammar.has("may_be", words[clause.chain[position]].low) and following != "have" and dated


def if_ahead(draft: Draft, sentence: Sentence, published: str) -> Draft:
    """The draft; told of no contact where what it calls likely would lie before publication."""
    if draft.status is not Status.PLANNED:
        return draft
    if not sentence.has_any("may_be", (*draft.clause.chain, *draft.clause.after[:1])):
        return draft
    ends = [edtf.bounds(when.edtf) for when in draft.dates]
    ahead = any(end is not None and end[1].isoformat() >= published[:10] for end in ends)
    return draft if published and ahead else replace(draft, status=None)
