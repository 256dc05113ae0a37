"""Extract: the words of a sentence in, whether a list of people or a pair goes on at a comma or "and" out.

Where it does, no clause opens there: of "the ministers of A, B and C met" the ministers of all three did.
"""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.openings import Openings
from build_scripts.extract.contacts.words import Tag

_NAMES = (Tag.ACTOR, Tag.NAME, Tag.SIDED)
_PEOPLE = (*_NAMES, Tag.NOUN, Tag.PRONOUN)
OF_LIST = (*_NAMES, Tag.DETERMINER, Tag.NOUN, Tag.COMMA, Tag.POSSESSIVE, Tag.JOINING)
_LISTED = 12
"""Words, at most, of ", B, C and" in a list of names."""
_PAIR = 30
"""Words, at most, from "between" to the "and" of its pair: keeps the parse linear."""


class Lists(Openings):
    """Looks for lists of names, and for pairs."""

    def is_between(self, at: int) -> bool:
        """ "talks between A and B": the `and` of a pair; near-miss: "talks between A and B and C left"."""
        for each in range(at - 1, max(at - _PAIR, -1), -1):
            word = self.words[each]
            if word.tag is Tag.PREPOSITION and (word.low != "of" or self.is_event(each - 1)):
                # "a meeting of A and B".
                return word.low in ("between", "of")
            if word.tag not in (*_PEOPLE, Tag.DETERMINER, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.COMMA):
                return False
        return False

    def are_people_of(self, at: int) -> bool:
        """Whether `and` at `at` ends a list of whose people they are: "the ministers of A, B | and C met"."""
        words = self.words
        first = at - 1
        while first > 0 and words[first].tag in (*_NAMES, Tag.DETERMINER, Tag.COMMA):
            first -= 1
        several = (
            first > 0
            and words[first - 1].low.endswith("s")
            and words[first - 1].low in self.grammar.nouns("groups")
        )
        return first < at - 1 and words[first].low in ("of", "from") and several

    def is_list_said_of(self, clause: Clause) -> bool:
        """Whether "and" behind a teller joins those of whom he tells: "officials said A | and B met".

        Near-miss: "officials told A | and B left".
        """
        name = clause.verb
        said = self.grammar.has("reports", name) and not self.grammar.has("has_hearer", name)
        return (
            said
            and bool(clause.after)
            and clause.after[0] == clause.chain[-1] + 1
            and all(
                self.words[each].tag in OF_LIST or self.words[each].low in ("of", "from")
                for each in clause.after
            )
        )

    def is_in_pair(self, clause: Clause) -> bool:
        """Whether the second of two is still to come: "talks between A, | the chairman, and B"."""
        for each in reversed(clause.after[-_LISTED:]):
            word = self.words[each]
            if word.low == "between":
                return each > 0 and self.is_event(each - 1)
            if word.tag is Tag.JOINING or (word.tag not in OF_LIST and word.low not in ("of", "from")):
                return False
        return False

    def is_list_of_names(self, at: int) -> bool:
        """Whether names go on behind the comma before `at`: "of A, | B and C"; not "of A, | B met C"."""
        words = self.words
        first = at - 2
        while first > 0 and words[first].tag in (*_NAMES, Tag.DETERMINER):
            first -= 1
        if first == at - 2 or words[first].low not in ("of", "from", "between", "among"):
            return False
        for each in range(at, min(at + _LISTED, len(words))):
            if words[each].tag is Tag.JOINING:
                behind = self.skip(each + 1, (Tag.DETERMINER,))
                return each > at and behind < len(words) and words[behind].tag in _NAMES
            if words[each].tag not in (*_NAMES, Tag.DETERMINER, Tag.COMMA):
                return False
        return False
