"""Extract: the clauses of a sentence so far in, which of them goes on behind a comma out."""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.lists import Lists
from build_scripts.extract.contacts.words import Tag, Word

_OPENING = (Tag.DATE, Tag.COMMA, Tag.PREPOSITION, Tag.NOUN, Tag.DETERMINER, Tag.ADVERB)
"""What may stand in "and on Monday, 4 May, at about noon,"."""
EMBEDDED = (Kind.SUBORDINATE, Kind.RELATIVE, Kind.PARTICIPLE, Kind.INFINITIVE, Kind.CONTENT)


class Closings(Lists):
    """Keeps the clause at hand, opens others, and falls back to those above."""

    def __init__(self, words: Sequence[Word], grammar: Grammar) -> None:
        super().__init__(words, grammar)
        self.now = Clause(Kind.MAIN)
        self.found = [self.now]

    def open_subject(self) -> Sequence[int]:
        return () if self.now.chain else self.now.before

    def open_words(self) -> Sequence[int]:
        return self.now.after if self.now.chain else self.now.before

    def open(self, kind: Kind, marker: str = "", head: int = -1, parent: Clause | str | None = "now") -> None:
        above = self.now if isinstance(parent, str) else parent
        self.now = Clause(kind, marker, above, head)
        self.found.append(self.now)

    def joined_by_date(self, at: int) -> int:
        """Where "and on 19 April" begins right before the verb at `at`: it is of that verb; else -1.

        Near-miss: "met B on 6 and 19 April and left", "in March and April | ended".
        """
        date = self.back(at)
        date -= self.words[date].tag is Tag.COMMA
        opens = date > 1 and self.words[date].tag is Tag.DATE and self.words[date - 1].tag is Tag.PREPOSITION
        start = self.back(date - 1) if opens else 0
        return start if start > 0 and self.words[start].tag is Tag.JOINING else -1

    def comma(self, at: int) -> None:
        """After a comma: stay in the list, fall back to a clause above, or open another."""
        if at >= len(self.words):
            return
        start = self.skip(at, (Tag.ADVERB, Tag.JOINING))
        if start >= len(self.words) or self.opens_relative(start) or self.opens_subordinate(start):
            self.close_to_finite()
            return
        joining = any(self.words[each].tag is Tag.JOINING for each in range(at, start))
        if self.is_fronted(start):
            self.open(Kind.MAIN, parent=None)
            return
        if self.is_verb_group(start):
            if not self.opens_participle(start):
                waiting = self.waiting()
                if waiting is not None:
                    self.now = waiting
                elif joining or self.now.kind in EMBEDDED:
                    self.close_to_finite()
            return
        if self.names_described(at):
            waiting = self.waiting()
            self.now = waiting or self.now
            return
        if self.now.has_verb and self.is_in_pair(self.now):
            # "said talks between A, | the chairman, | and B would go on".
            return
        if self.is_list_of_names(at) and self.now.has_verb:
            # "said the ministers of A, | B and C met": one subject.
            return
        if self.finds_verb(at) > 0 or self.ends_opening_clause(at):
            waiting = self.waiting()
            if waiting is not None:
                self.now = waiting
            elif self.now.has_verb:
                left = self.now
                self.open(Kind.MAIN, parent=None)
                self.take_opening(left)
            return
        listed = self.words[start].tag is Tag.DATE and self.words[at - 2].tag is Tag.DATE
        aside = self.now.kind in (Kind.PARTICIPLE, Kind.RELATIVE) and not self.awaits_date() and not listed
        if aside and self.words[start].tag in (Tag.PREPOSITION, Tag.DATE):
            self.close_to_finite()

    def ends_opening_clause(self, at: int) -> bool:
        """ "As fighting went on, | talks between A, the chairman, and B were …": with commas of its own.

        Near-miss: "When A met B, | the chairman, and C, they …".
        """
        now, waiting = self.now, self.waiting()
        if now.kind is not Kind.SUBORDINATE or not now.has_verb or waiting is None or not waiting.is_empty:
            return False
        alone = all(self.words[each].tag in (Tag.COMMA, Tag.ADVERB) for each in now.after)
        return alone and self.finds_verb(at, over_commas=True) > 0

    def names_described(self, at: int) -> bool:
        """Whether he is named whom a relative clause described: "the man who fought her, | A, agreed"."""
        words = self.words
        named = at + 2 < len(words) and words[at].tag is Tag.ACTOR and words[at + 1].tag is Tag.COMMA
        waits = self.now.kind is Kind.RELATIVE and self.now.has_verb and self.waiting() is not None
        return named and waits and self.is_verb_group(at + 2) and not self.opens_participle(at + 2)

    def take_opening(self, left: Clause) -> None:
        """ "A left, and on Monday, 4 May, | they met": the day is that of what follows.

        Near-miss: "sat on 9 April, and on 2 May, | he said".
        """
        words, after = self.words, left.after
        start = len(after) - 1
        while start > 0 and words[after[start]].tag in _OPENING:
            start -= 1
        dated = (words[each].tag is Tag.DATE for each in after[start + 1 :])
        set_off = (
            start > 0 and words[after[start]].tag is Tag.JOINING and words[after[start - 1]].tag is Tag.COMMA
        )
        leads = set_off and words[after[start] + 1].tag is Tag.PREPOSITION
        if leads and any(dated) and not any(words[each].tag is Tag.DATE for each in after[:start]):
            self.now.before = after[start + 1 :]
            left.after = after[:start]

    def awaits_date(self) -> bool:
        """ "a journey followed by talks with B, the envoy, | in May": the day is that of what followed."""
        dated = any(self.words[each].tag is Tag.DATE for each in self.now.after)
        return self.now.kind is Kind.PARTICIPLE and self.now.verb == "follow" and not dated

    def close_opening(self, at: int, left: Clause) -> None:
        """ "In a letter dated 12 May, A …": the comma behind an aside ends the opening phrase, too."""
        now = self.now
        if now is left or now.has_verb or left.kind not in (Kind.PARTICIPLE, Kind.RELATIVE) or not now.before:
            return
        if self.words[now.before[0]].tag is Tag.PREPOSITION:
            now.before.append(at)

    def waiting(self) -> Clause | None:
        """The nearest clause above that still wants its verb."""
        clause = self.now if not self.now.has_verb else self.now.parent
        while clause is not None and clause.has_verb:
            clause = clause.parent
        return clause

    def close_to_finite(self) -> None:
        """Leave a relative clause or participle for the clause that it stands in."""
        while self.now.kind in (Kind.RELATIVE, Kind.PARTICIPLE) and self.now.parent is not None:
            if not self.now.has_verb:
                return
            self.now = self.now.parent

    def opens_subordinate(self, at: int) -> bool:
        word = self.words[at]
        if not self.grammar.has("subordinators", word.low) or word.low == "that" or self.calls_untrue(at):
            return False
        following = self.words[at + 1].low if at + 1 < len(self.words) else ""
        if self.grammar.has("once", word.low) and following in ("again", "more"):
            return False
        if word.tag is Tag.ADVERB:
            # "met once more" opens none.
            return self.finds_verb(at + 1) > 0
        if word.tag is not Tag.PREPOSITION:
            return True
        # "after the talks" is no clause, "after the talks ended" and "after meeting B" are.
        if at + 1 < len(self.words) and self.is_ing(at + 1):
            return True
        return self.finds_verb(at + 1) > 0
