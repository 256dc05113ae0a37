"""Extract: a draft and the contacts told before it in, which of them it tells again out ("the meeting")."""

from __future__ import annotations

from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.carried import Carried
from build_scripts.extract.contacts.dates_in_phrases import When, days_of
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told, disagree, up_to_end
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import ContactKind, Status

_PRESENCE = frozenset({*TOGETHER, ContactKind.VISIT})
_PLAIN = (Tag.DETERMINER, Tag.SIDED, Tag.ACTOR, Tag.QUOTE, Tag.CLOSE, Tag.JOINING, Tag.COMMA)


class Recalling:
    """Knows the contacts that the article has told so far."""

    def __init__(self, world: World, grammar: Grammar) -> None:
        self.world = world
        self.grammar = grammar
        self.carried = Carried()
        self.told: list[Told] = []
        self.entry: When | None = None
        """The date under which a list of events tells what follows."""
        self.number = 0
        """Of the sentence at hand."""

    def _is_elsewhen(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether the sentence speaks of a time of its own, be it one that nobody can resolve."""
        if sentence.has_date(draft.clause.words):
            return True
        return any(self.grammar.has("elsewhen", sentence.words[each].low) for each in draft.used)

    def _same_day(self, draft: Draft, sentence: Sentence) -> tuple[When, ...]:
        """ "He also met B", right after a contact of his with its day: of that day."""
        told = self.told[-1] if self.told else None
        also = any(self.grammar.has("likewise", sentence.words[each].low) for each in draft.clause.words)
        if told is None or not also or self.number - told.number > 1 or len(told.draft.dates) != 1:
            return ()
        who = {party.actor for party in told.parties if party.is_person}
        same = who & {party.actor for party in draft.parties if party.is_person}
        day = edtf.precision(told.draft.dates[0].edtf) == "day"
        held = told.draft.status is draft.status is Status.HAPPENED and not draft.is_repeated
        return tuple(replace(when, at=-1) for when in told.draft.dates) if same and day and held else ()

    def _told_again(self, draft: Draft, sentence: Sentence) -> Draft:
        """A meeting told a second time: the same people soon after, and no word of another time."""
        if draft.is_repeated or self._is_elsewhen(draft, sentence):
            return draft
        people = {party.actor for party in draft.parties if party.is_person}
        for told in reversed(self.told):
            same = {party.actor for party in told.parties if party.is_person} == people and len(people) > 1
            # A call is not the meeting just told of.
            same = same or self._is_named_now(draft, told)
            same = same and (told.draft.kind is draft.kind or {told.draft.kind, draft.kind} <= _PRESENCE)
            if same and self.number - told.number <= NEAR and len(told.draft.dates) == 1:
                dates = tuple(replace(when, at=-1) for when in told.draft.dates)
                return replace(draft, dates=dates) if told.draft.status is draft.status else draft
        return draft

    def _is_with_more(self, draft: Draft, told: Told) -> bool:
        """ "A met B on Monday. A held talks with B along with C": that day; near-miss: "… with C"."""
        if len(told.draft.dates) != 1 or told.draft.status is not draft.status:
            return False
        met = {party.actor for party in told.parties if party.is_person}
        people = {party.actor for party in draft.parties if party.is_person}
        both = {party.side for party in told.parties if party.is_person} >= self.world.joined
        return both and self.number - told.number == 1 and met < people and draft.event is not None

    def _is_named_now(self, draft: Draft, told: Told) -> bool:
        """ "Diplomats of both states met on Monday. A and B talked for four hours": those diplomats."""
        persons = {party.side for party in draft.parties if party.is_person}
        unnamed = not any(party.is_person for party in told.parties)
        near = self.number - told.number == 1 and {draft.kind, told.draft.kind} <= {*TOGETHER}
        days = all(edtf.precision(when.edtf) == "day" for when in told.draft.dates)
        return unnamed and near and days and persons >= self.world.joined

    def _on_visit(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """ "A visited the capital in May. B received him": on that visit."""
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or told.draft.kind is not ContactKind.VISIT:
            return None
        place, status = told.draft.place, told.draft.status
        if place is None or not place.home or len(told.draft.dates) != 1 or status is not draft.status:
            return None
        if draft.place is not None and draft.place.name != place.name:
            return None
        guests = {party.actor for party in told.parties if party.actor and party.side != place.home}
        there = {party.actor for party in draft.parties if party.actor} & guests
        hosts = any(party.actor and party.side == place.home for party in draft.parties)
        past = any(sentence.words[each].low == "had" for each in draft.clause.chain)
        if not there or not hosts or past or draft.kind not in (*TOGETHER, ContactKind.VISIT):
            return None
        dates = tuple(replace(when, at=-1) for when in told.draft.dates)
        return replace(draft, dates=dates, place=replace(place, at=-1))

    def _anchor(self, draft: Draft, sides: frozenset[str], is_end: bool = False) -> Told | None:
        """The contact that "the meeting" is; with `is_end`, it may have begun days before."""
        family = (*TOGETHER, ContactKind.CALL) if draft.kind in TOGETHER else (draft.kind,)
        if draft.status in (Status.CANCELLED, Status.DENIED):
            family = (*TOGETHER, ContactKind.VISIT)
        for told in reversed(self.told):
            place = told.draft.place
            if draft.status is Status.CANCELLED and not self._may_be_called_off(draft, told):
                continue
            if told.draft.status is None and draft.status is Status.HAPPENED and not draft.dates:
                continue
            if draft.status is Status.DENIED and self._was_there(draft, told):
                continue
            if told.draft.kind not in family and not (draft.kind in TOGETHER and self._may_be_for(told)):
                continue
            other = told.draft.is_other and draft.status is not Status.CANCELLED
            over = told.draft.status is Status.CANCELLED and draft.status in (Status.PLANNED, Status.HAPPENED)
            goes_on = is_end and up_to_end(draft.dates, told.draft) != draft.dates
            apart = disagree(draft, told.draft) and not goes_on
            if other or over or told.draft.status is Status.DENIED or apart:
                continue
            if draft.place is not None and place is not None and place.name != draft.place.name:
                continue
            if told.draft.is_repeated or len(told.draft.dates) > 1 or not sides <= told.sides:
                continue
            return told
        return None

    def _was_there(self, draft: Draft, told: Told) -> bool:
        """ "… since A shook hands with B in May. A did not make the trip": to another meeting than that."""
        people = {party.actor for party in draft.parties if party.is_person}
        held = told.draft.status is Status.HAPPENED
        return held and any(party.actor in people for party in told.parties)

    def _may_be_called_off(self, draft: Draft, told: Told) -> bool:
        """What was held was not called off; "the trip" is no conference, unless people were to come to it."""
        if told.draft.status is Status.HAPPENED:
            return False
        trip = draft.kind is ContactKind.VISIT
        return not trip or told.draft.kind is ContactKind.VISIT or told.draft.event is None

    def _may_be_for(self, told: Told) -> bool:
        """Whether people came for the meeting: it says what for, or goes on to the meeting at once."""
        return told.draft.event is not None or (
            told.draft.kind is ContactKind.VISIT and self.number - told.number < NEAR
        )

    def _is_plain(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether "the talks" are just that; "the six-party talks" are other ones."""
        assert draft.event is not None
        return all(
            sentence.words[each].tag in _PLAIN
            or sentence.words[each].home
            or sentence.has("plain_modifiers", each)
            or sentence.has("planned_event", each)
            or days_of((each,), sentence)
            for each in draft.event.modifiers
        )

    def _adds_nothing(self, draft: Draft, anchor: Told, sentence: Sentence) -> bool:
        """ "The meeting aims to …": speaks of a contact without telling more of it."""
        if any(when.at >= 0 for when in draft.dates) or draft.status is not Status.HAPPENED:
            return False
        known = {party.actor for party in anchor.parties}
        news = {party.actor for party in draft.parties if party.actor} - known
        return not news and (draft.place is None or anchor.draft.place is not None)

    def _status_of(self, draft: Draft, anchor: Told) -> Status | None:
        """What is said of a planned meeting in the present or past tense does not make it held,
        unless a day or the verb says that it took place."""
        if draft.is_occasion:
            return anchor.draft.status
        if draft.status is Status.DENIED and anchor.draft.status in (Status.PLANNED, Status.CANCELLED):
            # "The meeting never took place": it was to.
            return Status.CANCELLED
        if draft.status is Status.HAPPENED and anchor.draft.status is None and not draft.dates:
            return None
        if draft.status is Status.HAPPENED and anchor.draft.status is Status.PLANNED and not draft.dates:
            return Status.PLANNED
        return draft.status
