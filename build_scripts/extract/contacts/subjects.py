"""Extract: what stands behind a teller's verb in, where the subject of what he tells begins out.

Without a "that" only the words show it: of "told B | he left" and "said | A and B met" the second verb comes
when its subject has been taken for an object of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.closings import Closings
from build_scripts.extract.contacts.lists import OF_LIST
from build_scripts.extract.contacts.words import Tag

_BEFORE_PAIR = (Tag.DETERMINER, Tag.NOUN, Tag.ADVERB, Tag.SIDED, Tag.VERB)
"""Before the event of "a third round of talks between", but for its "of"."""


class Subjects(Closings):
    """Looks for the subject of a clause among the words behind the verb above it."""

    def subject_start(self, after: list[int]) -> int:
        """Where the subject of a clause without `that` begins: "told B | he …", "said | A and B …"."""
        above = self.now.parent
        hearer = above is not None and self.grammar.has("has_hearer", above.verb)
        if (start := self.event_between(after, hearer)) >= 0:
            return start
        # "What A told B on May 4 | is not known".
        end = len(after) if hearer else self.before_day(after, len(after))
        while end and self.words[after[end - 1]].tag is Tag.COMMA:
            # "said talks with B, | set for May, | would go ahead".
            end -= 1
        for at in range(end - 1, -1, -1):
            tag = self.words[after[at]].tag
            if tag is Tag.COMMA and (
                self.is_list_of_names(after[at] + 1) or self.is_apposition_behind(at, after)
            ):
                continue
            if tag is Tag.COMMA and at and self.is_name_of(after[:at], after[at + 1 : end]):
                continue
            if tag in (Tag.COMMA, Tag.DATE):
                return at + 1
            if tag is Tag.PRONOUN or (tag is Tag.DETERMINER and at > 0 and self.words[after[at - 1]].is_name):
                return at
            if hearer and tag is Tag.ACTOR and at > 0 and self.words[after[at - 1]].tag is Tag.ACTOR:
                return at
        return 0

    def is_apposition_behind(self, at: int, after: Sequence[int]) -> bool:
        """ "said A, | the chairman of C, | left": one subject; near-miss: "citing A, | the envoys left"."""
        words = self.words
        comma = next((n for n in range(at - 1, -1, -1) if words[after[n]].tag is Tag.COMMA), -1)
        named = [words[each] for each in after[comma + 1 : at]]
        said = [words[each] for each in after[at + 1 :]]
        plain = all(word.tag in OF_LIST or word.low == "of" for word in (*named, *said))
        office = any(self.grammar.has("offices", word.low) for word in said)
        return bool(named) and named[-1].tag is Tag.ACTOR and plain and office

    def event_between(self, after: Sequence[int], hearer: bool) -> int:
        """Where "said | a meeting between A, the chairman, and B | was off" has its subject; -1: nowhere."""
        words = self.words
        pairs = (n for n, each in enumerate(after[1:], 1) if words[each].low == "between")
        at = next((number - 1 for number in pairs if self.is_event(after[number - 1])), -1)
        if at < 0 or any(
            words[each].tag not in _BEFORE_PAIR and words[each].low != "of" for each in after[:at]
        ):
            return -1
        # "said | talks between …", not "told reporters | talks between …".
        first = at if hearer else 0
        return next((n for n in range(at) if words[after[n]].tag is Tag.DETERMINER), first)

    def is_name_of(self, described: Sequence[int], name: Sequence[int]) -> bool:
        """ "said the treasurer of the League, | P. Oak, | arrived": all of it is the subject."""
        words = self.words
        named = bool(name) and all(words[each].is_name for each in name)
        return named and any(words[each].low in self.grammar.classes["offices"] for each in described)

    def before_day(self, after: Sequence[int], end: int) -> int:
        """Where the subject ends that has its day behind it: "said A | on May 4 | met B"."""
        day = end
        while day and self.words[after[day - 1]].tag in (Tag.DATE, Tag.ADVERB):
            day -= 1
        while day and day < end and self.words[after[day - 1]].tag in (Tag.PREPOSITION, Tag.ADVERB):
            day -= 1
        return day or end
