"""Extract: a clause behind a contact just told in, who else it says was there out: who signed, who led."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.completing import Completing
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.there_too import there_too
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told
from build_scripts.models import ContactKind, Passage, Status

_GOING_ON = (Kind.MAIN, Kind.JOINED, Kind.SUBORDINATE)
"""Clauses of the very sentence that may say who else was there."""


class JoiningIn(Completing, ABC):
    """Adds people to the contact told before."""

    @abstractmethod
    def _tell(self, draft: Draft, passage: Passage, sentence: Sentence) -> None:
        """Make the reports of a draft."""

    @abstractmethod
    def _joined_later(self, told: Told) -> None:
        """Give the report made last the states that are at the contact that it goes on from."""

    def _add_participants(self, clause: Clause, passage: Passage, sentence: Sentence) -> None:
        """What tells who was at a meeting just spoken of: who signed or would not sign what it brought
        forth, and who led the other delegation."""
        reading = reading_of(clause, sentence)
        leads = bool({"lead", "head"} & reading.verbs) and sentence.has_any("delegations", clause.words)
        if (last := self.told[-1] if self.told else None) is not None and self._is_behind(clause, last):
            self._join(clause, last, passage, sentence)
        told = next((told for told in reversed(self.told) if leads or self._brings_forth(told)), None)
        if told is None or told.draft.status not in (Status.HAPPENED, Status.PLANNED):
            return
        if reading.object is None and not reading.is_passive:
            return
        sides = {party.side for party in reading.subject}
        if not sides or not sides <= told.sides or not any(party.actor for party in reading.subject):
            return
        people = reading.subject
        if self.number == told.number and leads and told.draft.clause is not clause:
            people += reading.object_parties
            for phrase in reading.after:
                people += sentence.parties(phrase.words) if phrase.preposition == "by" else ()
        elif (
            told.draft.clause is clause
            or not self._is_outcome(reading)
            or self.number - told.number > NEAR
            or told.draft.status is not (Status.HAPPENED)
        ):
            return
        self._tell(
            replace(
                told.draft,
                clause=clause,
                parties=(*people, *(Party("", side, -1) for side in sorted(told.sides))),
                dates=tuple(replace(when, at=-1) for when in told.draft.dates),
                used=tuple(sorted({*clause.words, *(party.at for party in people if party.at >= 0)})),
            ),
            passage,
            sentence,
        )

    def _is_behind(self, clause: Clause, told: Told) -> bool:
        """ "…; A was present", or the next sentence."""
        here = self.number == told.number and told.draft.clause is not clause and clause.kind in _GOING_ON
        return here or self.number - told.number == 1

    def _join(self, clause: Clause, told: Told, passage: Passage, sentence: Sentence) -> None:
        """ "The delegation was led by A", "It included A", "A also attended": of the one just told of."""
        if told.draft.status is not Status.HAPPENED or told.draft.kind not in (*TOGETHER, ContactKind.VISIT):
            return
        people = there_too(reading_of(clause, sentence), told, self.number)
        if not told.draft.dates:
            # "Talks began on Monday. The talks were held at … . A led the delegation": to those of Monday.
            near = (one for one in reversed(self.told) if self.number - one.number <= NEAR)
            told = next((one for one in near if one.draft.dates and one.sides == told.sides), told)
        if not people or {party.actor for party in people} <= {party.actor for party in told.parties}:
            return
        self._tell(
            replace(
                told.draft,
                clause=clause,
                parties=(*people, *_carried(told.parties, clause)),
                dates=tuple(replace(when, at=-1) for when in told.draft.dates),
                place=replace(told.draft.place, at=-1) if told.draft.place is not None else None,
                event=None,
                used=used_words(clause, people),
            ),
            passage,
            sentence,
        )
        self._joined_later(told)

    def _brings_forth(self, told: Told) -> bool:
        """Whether a document can be what came of it: talks, or people who met in this very sentence."""
        met = told.number == self.number and told.draft.kind in TOGETHER
        return told.draft.event is not None or met

    def _is_outcome(self, reading: Reading) -> bool:
        sentence = reading.sentence
        return (
            reading.is_in("outcome_verbs")
            and reading.object is not None
            and sentence.has_any("outcomes", reading.object.words)
        )


def _carried(parties: Sequence[Party], clause: Clause) -> tuple[Party, ...]:
    """Those of the contact told before; people without a name stay people of their side."""
    return tuple(replace(party, at=-1 if party.actor else clause.words[0]) for party in parties)
