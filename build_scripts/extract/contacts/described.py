"""Extract: the words of a sentence in, which noun a participle, relative or infinitive is said of out.

In "talks between A and B planned for May" the talks are planned, though B stands right before "planned".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import Sense
from build_scripts.extract.contacts.verb_groups import VerbGroups
from build_scripts.extract.contacts.words import Tag

_BEFORE_EVENT = 5
"""Words, at most, from a preposition to the event that it governs: "about the first round of talks"."""


class Described(VerbGroups):
    """Looks for the noun of which a clause that opens tells."""

    def open_subject(self) -> Sequence[int]:
        """The words of a clause that still wants its verb."""
        return ()

    def open_words(self) -> Sequence[int]:
        """The words before the verb of the clause at hand, or else those behind it."""
        return ()

    def described(self, at: int) -> int:
        """The noun that a participle at `at` describes: "talks between A and B planned for May" are planned.

        A name right before it gives way to the event of its phrase where only events are so done.
        """
        head = self.noun_before(at)
        people = head >= 0 and any(
            self.grammar.has(kind, self.words[head].low) for kind in ("groups", "offices", "delegations")
        )
        named = head >= 0 and (
            self.words[head].tag in (Tag.ACTOR, Tag.NAME, Tag.SIDED) or bool(self.words[head].sides) or people
        )
        dated = self.grammar.has("participles", self.words[at].low)
        if named and (
            dated or any(self.takes_object(s) for s in self.grammar.senses.get(self.words[at].low, ()))
        ):
            events = [each for each in self.open_words() if self.is_event(each)]
            return events[-1] if events else head
        if head >= 0 and not self.is_event(head) and self.is_of_named_event(at):
            # "the round of talks on prices | held in May"; near-miss: "talks on prisoners | held in May".
            people = self.grammar.has("bystanders", self.words[head].low)
            events = [each for each in self.open_words() if self.is_event(each)]
            return events[-1] if events and not people else head
        return head

    def described_event(self, at: int) -> int:
        """What "that" stands for: of "a meeting of the two men that was to take place" the meeting."""
        head = self.noun_before(at)
        if head < 0 or self.is_event(head):
            return head
        if not self.is_verb_group(at + 1):
            known = [each for each in self.open_subject() if self.is_event(each)]
            named = self.words[at - 1].tag in (Tag.ACTOR, Tag.NAME)
            return known[-1] if known and named and self.words[at].low == "that" else head
        _, _, senses = self.group(at + 1)
        told = any(self.takes_object(sense) or self.grammar.has("happens", sense.name) for sense in senses)
        events = [each for each in self.open_words() if self.is_event(each)] if told else []
        held = any(self.grammar.has("takes_place", sense.name) for sense in senses)
        # "the meeting of the group, | which took place in May": a group does not.
        return events[-1] if events and (held or self.words[at - 1].tag is not Tag.COMMA) else head

    def is_of_named_event(self, at: int) -> bool:
        """ "said this about the first round of talks | held in May": no verb of what is said.

        Near-miss: "said the first round of talks | ended in May".
        """
        if not any(
            self.grammar.has("takes_place", s.name) for s in self.grammar.senses.get(self.words[at].low, ())
        ):
            return False
        words = self.open_words()
        event = next((each for each in words if self.is_event(each)), -1)
        before = range(max(event - _BEFORE_EVENT, words[0]), event) if event > 0 else ()
        return any(
            self.words[each].tag is Tag.PREPOSITION and self.words[each].low not in ("of", "that")
            for each in before
        )

    def relative_subject(self, at: int) -> int:
        """Where "A sent" begins in "the letter A sent to B", -1 if the verb at `at` is the sentence's own."""
        before = self.open_subject()
        start = next(
            (n for n, each in enumerate(before) if self.words[each].tag in (Tag.ACTOR, Tag.PRONOUN)), 0
        )
        if start < 2 or self.words[before[start]].home or before[-1] != at - 1 or self.is_ing(at):
            return -1
        noun = before[start - 1]
        head = self.is_event(noun) or any(
            self.grammar.has(kind, self.words[noun].low) for kind in ("messages", "turns")
        )
        article = any(self.grammar.has("definite", self.words[each].low) for each in before[:start])
        return start if head and article and noun == before[start] - 1 else -1

    def explained(self, at: int) -> int:
        """The noun of the open subject that an infinitive explains, -1 if none: "plans (for A) to visit"."""
        subject = self.open_subject()
        for each in reversed(subject):
            if self.words[each].tag is Tag.NOUN and self.grammar.has("explained", self.words[each].low):
                near = each == at - 1 or self.words[each + 1].low == "for"
                return each if near else -1
        return -1

    def noun_before(self, at: int) -> int:
        for each in range(at - 1, -1, -1):
            if self.words[each].tag in (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED):
                return each
            if self.words[each].tag is Tag.VERB:
                return -1
        return -1

    def is_event(self, at: int) -> bool:
        return self.words[at].low in self.grammar.events

    def takes_object(self, sense: Sense) -> bool:
        return sense.name in self.grammar.nouns(
            "takes_part", "organises", "plans", "cancels", "aims", "promises"
        )
