"""Extract: a sentence behind a contact just told in; that this was denied, put off or called off out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from build_scripts.extract.contacts.another_day import days_moved_to
from build_scripts.extract.contacts.by_entry import fate_of_entry
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.joining_in import JoiningIn
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.taking_back import (
    answers_no,
    says_nothing_came_of_it,
    says_untrue,
    told_of,
)
from build_scripts.extract.contacts.told import Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import Passage, Report, Status

_MET = (Tag.PREPOSITION, Tag.PRONOUN, Tag.DETERMINER, Tag.CLOSE, Tag.COMMA)
"""What may stand behind "had never met" beside names."""


class Revising(JoiningIn, ABC):
    """Corrects what has been told by what is said of it next."""

    def __init__(self, world: World, grammar: Grammar) -> None:
        super().__init__(world, grammar)
        self._made: list[Report] = []
        self._asks = self._has_asked = False
        """Whether this sentence asks something, and whether the one before did."""
        self._asked: list[tuple[Draft, int, Passage, Sentence]] = []
        """What the sentence before asked about."""

    @abstractmethod
    def entry_here(self) -> When | None:
        """That of its own paragraph, or else that of the heading above."""

    @abstractmethod
    def _goes_on(self, passage: Passage) -> When | None:
        """The date of the entry that the sentence stands in, behind the one that opens it."""

    def _take_back(self, clause: Clause, passage: Passage, sentence: Sentence) -> None:
        """What the clause says of the contact told before: that it is untrue, or that nothing came of it."""
        reading = reading_of(clause, sentence)
        told = self.told[-1] if self.told else None
        # "A is said to have met B in May. Both were there in May. Both deny it."
        waits = told is not None and told.draft.is_rumour
        if told is None or self.number - told.number > 1 + (self._has_asked or waits):
            return
        joined = told.number == self.number and clause.kind is Kind.JOINED
        if says_untrue(reading) and not joined:
            self._deny(told)
            content = told.draft.status is None and told.draft.clause.kind is Kind.CONTENT
            if told.draft.is_rumour or content:
                self._tell(told_of(told.draft, clause, Status.DENIED), passage, sentence)
            return
        planned = told.draft.status is Status.PLANNED and told.draft.clause is not clause
        if planned and (days := days_moved_to(reading)):
            self._tell(told_of(told.draft, clause, Status.CANCELLED), passage, sentence)
            self._tell(replace(told_of(told.draft, clause, Status.PLANNED), dates=days), passage, sentence)
            return
        if planned and says_nothing_came_of_it(reading, told.parties):
            self._tell(told_of(told.draft, clause, Status.CANCELLED), passage, sentence)

    def denies_what_was_told(self, draft: Draft, sentence: Sentence) -> bool:
        """ "A met B on Friday, a paper said. B said he had never met her": takes back what was just told.

        Near-misses: "B said they had not met before", "… since May", "B said he had not met C".
        """
        told, clause = self.told[-1] if self.told else None, draft.clause
        if told is None or clause.kind is not Kind.CONTENT or draft.dates or draft.place is not None:
            return False
        persons = {party.actor for party in draft.parties}
        same = bool(persons) and persons <= {party.actor for party in told.parties}
        alone = all(sentence.words[each].is_name or sentence.words[each].tag in _MET for each in clause.after)
        same = same and told.is_attributed
        if self.number - told.number != 1 or told.draft.status is not Status.HAPPENED or not (same and alone):
            return False
        self._deny(told)
        return True

    def _strike(self, clause: Clause, passage: Passage, sentence: Sentence) -> None:
        """ "17 September: Talks with B. Called off.": the entry was not held."""
        told = self.told[-1] if self.told else None
        listed = self.entry_here() is not None or self._goes_on(passage) is not None
        if (
            told is None
            or not listed
            or self.number - told.number != 1
            or not fate_of_entry(clause, sentence)
        ):
            return
        if told.draft.clause.has_verb and told.draft.status is not Status.PLANNED:
            return
        for at in told.reports:
            self._made[at] = replace(self._made[at], status=Status.CANCELLED)
        self._tell(told_of(told.draft, clause, Status.CANCELLED), passage, sentence)

    def _deny(self, told: Told) -> None:
        for at in told.reports:
            if self._made[at].status is Status.HAPPENED:
                self._made[at] = replace(self._made[at], status=Status.DENIED)

    def _answer(self, passage: Passage, sentence: Sentence) -> None:
        """ "Did A meet B?" "No": denied, in the words of the question."""
        asked, self._asked = self._asked, []
        self._has_asked, self._asks = self._asks, sentence.asks
        if sentence.asks:
            return
        for draft, number, question, words in asked:
            if number == self.number - 1 and answers_no(sentence):
                self._tell(replace(draft, status=Status.DENIED), question, words)
