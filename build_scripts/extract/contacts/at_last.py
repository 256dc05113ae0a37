"""Extract: a contact that was not until a day in, with those of whom the clause behind the day tells out.

"No Northern delegation was received there until June, when A brought a letter": A was in it.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.negation import is_negated
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.words import Tag


def with_those_at_last(draft: Draft, reading: Reading) -> Draft:
    """The draft with the people of the sides of which it names nobody.

    Near-miss: "No delegation was received there in June, when A brought a letter".
    """
    sentence = reading.sentence
    if not is_negated(reading.clause, sentence.words, sentence.grammar).asserts:
        return draft
    unnamed = {party.side for party in draft.parties if not party.actor}
    for other in sentence.clauses:
        if other.parent is reading.clause and other.kind is Kind.SUBORDINATE and other.marker == "when":
            # Not yet whom "he" means: the clause before it decides.
            named = [one for one in sentence.parties(other.before) if sentence.words[one.at].tag is Tag.ACTOR]
            came = [one for one in named if one.is_person and one.side in unnamed]
            return replace(draft, parties=tuple(dict.fromkeys((*draft.parties, *came))))
    return draft
