"""Extract: the words of a sentence in, whether a helper stands before the subject that it belongs to out."""

from __future__ import annotations

from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.described import Described
from build_scripts.extract.contacts.words import Tag

_SUBJECT = frozenset(
    (
        Tag.NOUN,
        Tag.SIDED,
        Tag.DETERMINER,
        Tag.PREPOSITION,
        Tag.COMMA,
        Tag.JOINING,
        Tag.POSSESSIVE,
        Tag.PRONOUN,
    )
)
"""What the subject of "had A and B met C" may have beside names."""


class Inversions(Described):
    """Looks for helpers in front: after a negation, in a condition without "if"."""

    def is_fronted(self, at: int) -> int:
        """The helper before its subject, after a negation: "nor did she meet B"; near-miss: "has not met"."""
        if self.words[at].tag is not Tag.NOT:
            return 0
        helper = self.skip(at + 1, (Tag.ADVERB,))
        if helper + 1 >= len(self.words) or self.words[helper].tag not in (Tag.AUX, Tag.MODAL):
            return 0
        subject = self.words[helper + 1]
        return helper if subject.is_name or subject.tag in (Tag.PRONOUN, Tag.DETERMINER, Tag.SIDED) else 0

    def is_inverted(self, at: int) -> bool:
        """Whether a helper stands before its subject, after "not until May", "only then", "at no time"."""
        subject = self.open_subject()
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        if not subject or self.words[at].tag is not Tag.AUX or following is None:
            return False
        first = [self.words[each] for each in subject[:2]]
        negative = first[-1].tag is Tag.NOT and first[0].tag is Tag.PREPOSITION
        opens = first[0].tag is Tag.NOT or self.grammar.has("fronted", first[0].low) or negative
        named = any(self.words[each].tag is Tag.ACTOR for each in subject)
        return opens and not named and following.tag in (Tag.ACTOR, Tag.PRONOUN, Tag.DETERMINER, Tag.NAME)

    def is_inverted_condition(self, clause: Clause) -> bool:
        """Whether a subject goes on whose helper stands before it: "Had A and B | met C"."""
        words = self.words
        if clause.before or len(clause.chain) != 1:
            return False
        helper = clause.chain[0]
        if not self.grammar.has("inverted", words[helper].low):
            return False
        opens = helper == 0 or words[helper - 1].low == "that"
        if clause.parent is not None and words[helper - 1].tag is not Tag.JOINING:
            # "The war would have ended | had A and B met C".
            opens = opens or any(words[each].tag is Tag.MODAL for each in clause.parent.chain)
        return opens and all(words[each].is_name or words[each].tag in _SUBJECT for each in clause.after)
