"""Extract: the words of a sentence in, whether a clause opens at one of them out."""

from __future__ import annotations

from build_scripts.extract.contacts.grammar import IN_ED, Form
from build_scripts.extract.contacts.inversions import Inversions
from build_scripts.extract.contacts.words import Tag

_NOUNS = (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.PRONOUN, Tag.SIDED)
_CALLED = 4
"""Words, at most, of "as “a fairy tale”"."""
_CALLING = (Tag.QUOTE, Tag.DETERMINER, Tag.NOUN, Tag.VERB, Tag.ADVERB)
_ASIDE = 8
"""Words, at most, of "the northern minister added" between commas."""
_OPENING = 12
"""Words, at most, of "on Wednesday, 2 May, at about noon,"."""
_BEHIND_CREDIT = (Tag.PREPOSITION, Tag.DATE, Tag.NOUN, Tag.CLOSE, Tag.STOP)
"""What may follow "officials said": on which day, and to whom."""
_THEN = ("before", "after")
_LOOK = 30
"""How far a clause's verb is looked for, in words: keeps the parse linear."""


class Openings(Inversions):
    """Looks for relative clauses, participles and clauses with a subject of their own."""

    def opens_relative(self, at: int) -> bool:
        word = self.words[at]
        if not self.grammar.has("relatives", word.low) or at == 0:
            return False
        last = self.words[at - 1]
        if word.low in ("that", "which") and last.tag is Tag.PREPOSITION:
            return word.low == "which"
        if word.low == "that":
            of_object = self.is_event(at - 1) or any(
                self.grammar.has(kind, last.low) for kind in ("messages", "turns", "offices")
            )
            if last.tag in (Tag.ACTOR, Tag.NAME) and any(self.is_event(each) for each in self.open_subject()):
                # "A call between A and B | that both offices had announced | did not take place".
                of_object = True
            return last.tag in (Tag.NOUN, Tag.ACTOR, Tag.NAME, Tag.DATE) and (
                self.is_verb_group(at + 1) or (of_object and self.finds_verb(at + 1) > 0)
            )
        if word.low == "where":
            return last.tag in (Tag.COMMA, Tag.NOUN, Tag.NAME, Tag.ACTOR)
        return last.tag not in (Tag.VERB, Tag.JOINING) or word.low == "who"

    def calls_untrue(self, at: int) -> bool:
        """ "dismissed as groundless a report that …": no clause of its own."""
        if self.words[at].low != "as":
            return False
        following = (word for word in self.words[at + 1 : at + 1 + _CALLED] if word.tag in _CALLING)
        return any(self.grammar.has("untrue", word.low) for word in following)

    def opens_participle(self, at: int) -> bool:
        """Whether a verb form that is no finite verb describes what stands before or goes with it."""
        start, at = at, self.skip(at, (Tag.ADVERB,))
        if at >= len(self.words):
            return False
        word = self.words[at]
        if word.tag is Tag.NOT or word.tag is Tag.AUX:
            return self.opens_with_helper(start)
        if word.tag is not Tag.VERB:
            return False
        if self.is_ing(at):
            return True
        forms = self.grammar.forms.get(word.low, IN_ED)
        if Form.PARTICIPLE not in forms or self.auxiliary_before(at):
            return False
        if start > 0 and self.words[start - 1].low == "as" and self.grammar.has("as_planned", word.low):
            # "did not meet B on Monday as initially planned".
            return True
        _, end = self.senses(at, at + 1)
        following = self.words[end].low if end < len(self.words) else ""
        if following == "by":
            return True
        if Form.PAST not in forms or self.opens_sentence(at) or self.is_participle_aside(start, end):
            return True
        if following == "as" and self.in_opening_event(at):
            return True
        reduced = following in ("in", "at", "on", "for", "to", "between", "from") or (
            end < len(self.words) and self.words[end].tag is Tag.DATE
        )
        head = self.noun_before(at)
        waits = any(self.is_event(each) for each in self.open_words())
        event = head >= 0 and (self.is_event(head) or waits or self.words[head].low == "one")
        if not (reduced and event):
            return False
        comma = start > 0 and self.words[start - 1].tag is Tag.COMMA
        named = any(self.takes_object(sense) for sense in self.grammar.senses.get(word.low, ()))
        if not named or comma:
            return named
        verb = self.finds_verb(at + 1, over_commas=True)
        return verb > 0 and not self.is_credit(verb)

    def in_opening_event(self, at: int) -> bool:
        """ "In a meeting described as cordial, A and B …": said of the event that opens the sentence."""
        subject = self.open_subject()
        opens = bool(subject) and self.words[subject[0]].tag is Tag.PREPOSITION
        return opens and subject[-1] == at - 1 and self.is_event(at - 1)

    def is_participle_aside(self, at: int, end: int) -> bool:
        """ "The meeting, widely reported, never took place": a participle alone between commas."""
        words = self.words
        commas = (
            at > 0 and words[at - 1].tag is Tag.COMMA and end < len(words) and words[end].tag is Tag.COMMA
        )
        return commas and bool(self.open_subject()) and self.is_verb_group(end + 1)

    def opens_sentence(self, at: int) -> bool:
        """ "Seated beside B, A …": a participle in front of its sentence; near-miss: "Met B in May"."""
        if at != 0:
            return False
        comma = next((e for e in range(1, min(_LOOK, len(self.words))) if self.words[e].tag is Tag.COMMA), 0)
        return comma > 0 and self.finds_verb(comma + 1) > 0

    def opens_with_helper(self, at: int) -> bool:
        """ "having met B", "without meeting B"; near-miss: "has met B", "never meeting"'s "never"."""
        word = self.words[at]
        if word.tag is Tag.AUX:
            return word.low.endswith("ing") and (at == 0 or self.words[at - 1].tag is not Tag.AUX)
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        return (
            word.low in self.grammar.classes["prepositions"]
            and following is not None
            and (self.is_ing(at + 1) or (following.low.endswith("ing") and following.tag is Tag.AUX))
        )

    def finds_verb(self, at: int, over_commas: bool = False) -> int:
        """Index of a finite verb (or the aside before it) to which a noun after `at` leads; -1 if none.

        With `over_commas` the noun stands before: "talks planned for May, officials said, were put off".
        """
        noun = over_commas
        for each in range(at, min(at + _LOOK, len(self.words))):
            word = self.words[each]
            if word.tag in _NOUNS:
                noun = True
            if word.tag is Tag.JOINING and not over_commas and self.is_verb_group(each + 1):
                # "was adjourned after four days | and has never been resumed".
                return -1
            if word.tag is Tag.STOP or (each > at and self.opens_relative(each)):
                return -1
            if each > at and word.low in _THEN and self.opens_subordinate(each):
                # "met A and B on Friday | before a meeting with C planned for May": no verb of B's.
                return -1
            if word.tag is Tag.COMMA:
                if over_commas:
                    continue
                return each if noun and self.is_apposition(each) else -1
            being = word.tag is Tag.AUX and word.low.endswith("ing")
            last = self.words[each - 1]
            being = being or (each > at and last.tag is Tag.AUX and last.low.endswith("ing"))
            if word.tag in (Tag.VERB, Tag.AUX, Tag.MODAL) and not being and not self.is_ing(each):
                named = self.words[at : each - 1]
                if self.words[each - 1].tag is Tag.TO and named and all(one.is_name for one in named):
                    # "met with A and B | to bridge what they say divides them": no verb of B's.
                    return -1
                if self.words[each - 1].tag is Tag.TO or self.opens_participle(each):
                    continue
                return each if noun else -1
        return -1

    def is_credit(self, verb: int) -> bool:
        """Whether it is that of who says so, at the end: "resumed on Friday, | officials said on Sunday".

        Near-misses: "set for May, officials said, were put off", "and on Friday, she said it was over".
        """
        if not any(
            self.grammar.has("reports", s.name) for s in self.grammar.senses.get(self.words[verb].low, ())
        ):
            return False
        first = verb - 1
        while first > 0 and self.words[first].tag in (*_NOUNS, Tag.DETERMINER):
            first -= 1
        own = first < verb - 1 and self.words[first].tag is Tag.COMMA
        return own and all(word.tag in _BEHIND_CREDIT for word in self.words[verb + 1 :])

    def parenthesis(self, at: int) -> int:
        """Where ", he adds," ends: before the clause has its verb, or before the rest of it (", on Monday").

        0 if none begins at the comma.
        """
        waits = bool(self.open_subject())
        for each in range(at + 1, min(at + _ASIDE, len(self.words) - 1)):
            word = self.words[each]
            if word.tag is Tag.VERB and each > at + 1 and self.words[each + 1].tag is Tag.COMMA:
                said = any(self.grammar.has("reports", s.name) for s in self.grammar.senses.get(word.low, ()))
                goes_on = waits or self.goes_on(each + 2)
                return each + 1 + (not waits) if said and goes_on and not self.is_ing(each) else 0
            if word.tag not in (*_NOUNS, Tag.DETERMINER):
                return 0
        return 0

    def goes_on(self, at: int) -> bool:
        """Whether a date or where it was stands there: the rest of a clause that was broken off."""
        if at + 1 >= len(self.words):
            return False
        word = self.words[at]
        opens_clause = self.opens_subordinate(at) or self.opens_relative(at)
        placed = word.tag is Tag.PREPOSITION and not opens_clause and not self.is_ing(at + 1)
        return word.tag is Tag.DATE or placed

    def opens_subordinate(self, at: int) -> bool:
        """Whether a subordinate clause opens there."""
        return False

    def is_apposition(self, at: int) -> bool:
        """Whether the comma at `at` opens an aside that a comma closes right before a verb."""
        relative = at + 1 < len(self.words) and self.opens_relative(at + 1)
        for each in range(at + 1, min(at + _LOOK, len(self.words))):
            if self.words[each].tag is Tag.COMMA:
                # "A, the chairman, | on Friday | met B".
                verb = self.behind_day(each + 1)
                finite = self.is_verb_group(verb) and not self.opens_participle(verb)
                # "telephoned the chairman, A, yesterday, to tell him": an infinitive is no verb of A's.
                return finite and self.words[verb].tag is not Tag.TO
            if not relative and self.words[each].tag in (Tag.VERB, Tag.AUX, Tag.MODAL, Tag.JOINING, Tag.STOP):
                return False
        return False

    def behind_day(self, at: int) -> int:
        """Where "on Friday for the first time | met B" goes on; `at` where no day stands there."""
        end = self.skip(at, (Tag.PREPOSITION, Tag.ADVERB))
        if end >= len(self.words) or self.words[end].tag is not Tag.DATE:
            return at
        return self.skip(end, (Tag.DATE, Tag.ADVERB))

    def behind_dates(self, at: int) -> int:
        """Where "on Wednesday, 2 May, at about noon, | they …" goes on; `at` where no such opening stands.

        Near-miss: "in January, March and | April, and B left".
        """
        end = at
        if at < len(self.words) and self.words[at].tag is not Tag.PREPOSITION:
            return at
        for each in range(at, min(at + _OPENING, len(self.words))):
            word = self.words[each]
            if word.tag is Tag.COMMA:
                end = each + 1
            elif word.tag not in (Tag.DATE, Tag.PREPOSITION) and not self.grammar.has("hours", word.low):
                break
        return end
