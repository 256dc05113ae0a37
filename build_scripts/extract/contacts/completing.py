"""Extract: a draft and the contacts told before it in, the draft with what they leave unsaid out.

Pronouns are the sentence's business; here it is "the meeting", "returned", "talks will resume".
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dating import When, dates_of, days_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told, dates_from, disagree
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import ContactKind, Status

_PRESENCE = frozenset({*TOGETHER, ContactKind.VISIT})
_PLAIN = (Tag.DETERMINER, Tag.SIDED, Tag.ACTOR, Tag.QUOTE, Tag.CLOSE, Tag.JOINING, Tag.COMMA)


class Completing:
    """Knows the contacts that the article has told so far."""

    def __init__(self, world: World, grammar: Grammar) -> None:
        self.world = world
        self.grammar = grammar
        self.told: list[Told] = []
        self.entry: When | None = None
        """The date under which a list of events tells what follows."""
        self.number = 0
        """Of the sentence at hand."""

    def completed(self, draft: Draft, sentence: Sentence) -> Draft:
        """The draft with what earlier sentences, or the date that it stands under, leave unsaid."""
        undated = not draft.dates and not draft.is_repeated
        if undated and self.entry is not None and not self._is_elsewhen(draft, sentence):
            draft = replace(draft, dates=(self.entry,))
        return self._completed(draft, sentence)

    def _is_elsewhen(self, draft: Draft, sentence: Sentence) -> bool:
        """Whether the sentence speaks of a time of its own, be it one that nobody can resolve."""
        if any(sentence.words[each].tag is Tag.DATE for each in draft.clause.words):
            return True
        return any(self.grammar.has("elsewhen", sentence.words[each].low) for each in draft.used)

    def _completed(self, draft: Draft, sentence: Sentence) -> Draft:
        """The draft with what "the meeting", "the previous meetings" or "returned" leave unsaid."""
        joined = self.world.joined
        sides = draft.sides(joined)
        if draft.kind is ContactKind.STATEMENT and self.told and self._is_to_those_present(draft, sentence):
            return self._at_event(draft, self.told[-1])
        if draft.status is Status.PLANNED and not draft.dates and draft.event is None:
            return self._of_plan(draft)
        if draft.is_return and len(sides) < 2:
            return self._returned(draft)
        if draft.kind is ContactKind.INVITATION and len(sides) < 2:
            return self._invited(draft, sides)
        if draft.event is not None and len(sides) < 2 and self._is_one_more(draft, sentence):
            return self._one_more(draft)
        if not draft.dates and len(sides) == 2 and (same_day := self._same_day(draft, sentence)):
            return replace(draft, dates=same_day)
        if draft.kind is ContactKind.STATEMENT and len(sides) == 1:
            return self._replied(draft)
        if draft.is_occasion and len(sides) == 1 and (whole := self._after_trip(draft)) is not None:
            return whole
        if draft.event is None and not draft.dates:
            if not draft.is_repeated and not self._is_elsewhen(draft, sentence):
                on_visit = self._on_visit(draft, sentence)
                if on_visit is not None:
                    return on_visit
            return self._told_again(draft, sentence)
        if draft.event is None or draft.kind not in (*TOGETHER, ContactKind.VISIT):
            return draft
        if draft.is_other or self._resumes(draft):
            return self._of_series(draft, sentence) if len(sides) < 2 else draft
        if sentence.has("loose", draft.event.at):
            return draft
        if not draft.dates and not draft.is_repeated and not self._is_elsewhen(draft, sentence):
            on_visit = self._on_visit(draft, sentence)
            if on_visit is not None:
                return on_visit
        definite = any(sentence.has("definite", each) for each in draft.event.modifiers)
        # "Talks will resume in May": the talks spoken of.
        opens = not draft.event.modifiers and draft.clause.before[:1] == [draft.event.at]
        definite = definite or (opens and len(sides) < 2)
        anchor = self._anchor(draft, sides) if definite and self._is_plain(draft, sentence) else None
        if anchor is None:
            return draft
        if self._adds_nothing(draft, anchor, sentence):
            return replace(draft, status=None)
        near = self.number - anchor.number <= NEAR
        return replace(
            draft,
            parties=(*draft.parties, *(anchor.parties if near or len(sides) < 2 else ())),
            place=draft.place or anchor.draft.place,
            dates=draft.dates or dates_from(anchor.draft, draft.kind),
            status=self._status_of(draft, anchor),
            kind=draft.kind if anchor.draft.kind is ContactKind.VISIT else anchor.draft.kind,
        )

    def is_circumstance(self, draft: Draft) -> bool:
        """ "visited the capital, taking part in events there": part of the visit, not a contact beside it."""
        if draft.clause.kind not in (Kind.PARTICIPLE, Kind.JOINED, Kind.INFINITIVE):
            return False
        above = next((told for told in reversed(self.told) if told.draft.clause is draft.clause.parent), None)
        if above is None or {when.edtf for when in draft.dates} - {when.edtf for when in above.draft.dates}:
            return False
        same_place = draft.place is None or (
            above.draft.place is not None and draft.place.name == above.draft.place.name
        )
        followed = "follow" in {sense.lemma for sense in draft.clause.senses}
        return (
            same_place
            and not followed
            and {p.actor for p in draft.parties} <= {p.actor for p in above.parties}
        )

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
            same = same and (told.draft.kind is draft.kind or {told.draft.kind, draft.kind} <= _PRESENCE)
            if same and self.number - told.number <= NEAR and len(told.draft.dates) == 1:
                dates = tuple(replace(when, at=-1) for when in told.draft.dates)
                return replace(draft, dates=dates) if told.draft.status is draft.status else draft
        return draft

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

    def _is_to_those_present(self, draft: Draft, sentence: Sentence) -> bool:
        reading = reading_of(draft.clause, sentence)
        return reading.object is not None and sentence.is_present(reading.object.words)

    def _at_event(self, draft: Draft, told: Told) -> Draft:
        """ "addressed the participants": takes part in the meeting."""
        return replace(
            draft,
            kind=told.draft.kind,
            place=told.draft.place,
            dates=tuple(replace(when, at=-1) for when in told.draft.dates),
            status=told.draft.status,
            home_counts=True,
        )

    def _of_plan(self, draft: Draft) -> Draft:
        """ "The delegation will be led by A": to the meeting there that the article says is planned."""
        for told in reversed(self.told):
            place = told.draft.place
            if (
                told.draft.status is Status.PLANNED
                and place
                and draft.place
                and place.name == draft.place.name
            ):
                dates = tuple(replace(when, at=-1) for when in told.draft.dates)
                return replace(draft, dates=dates, kind=told.draft.kind)
        return draft

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
        if draft.status is Status.DENIED and anchor.draft.status is Status.PLANNED:
            # "The meeting never took place": it was to.
            return Status.CANCELLED
        if draft.status is Status.HAPPENED and anchor.draft.status is None and not draft.dates:
            return None
        if draft.status is Status.HAPPENED and anchor.draft.status is Status.PLANNED and not draft.dates:
            return Status.PLANNED
        return draft.status

    def _anchor(self, draft: Draft, sides: frozenset[str]) -> Told | None:
        family = (*TOGETHER, ContactKind.CALL) if draft.kind in TOGETHER else (draft.kind,)
        if draft.status in (Status.CANCELLED, Status.DENIED):
            family = (*TOGETHER, ContactKind.VISIT)
        for told in reversed(self.told):
            place = told.draft.place
            if draft.status is Status.CANCELLED and not self._may_be_called_off(draft, told):
                continue
            if told.draft.status is None and draft.status is Status.HAPPENED and not draft.dates:
                continue
            if told.draft.kind not in family and not (draft.kind in TOGETHER and self._may_be_for(told)):
                continue
            if told.draft.is_other or told.draft.status is Status.DENIED or disagree(draft, told.draft):
                continue
            if draft.place is not None and place is not None and place.name != draft.place.name:
                continue
            if told.draft.is_repeated or len(told.draft.dates) > 1 or not sides <= told.sides:
                continue
            return told
        return None

    def _may_be_called_off(self, draft: Draft, told: Told) -> bool:
        """What was held was not called off; "the trip" is no conference, unless people were to come to it."""
        if told.draft.status is Status.HAPPENED:
            return False
        trip = draft.kind is ContactKind.VISIT
        return not trip or told.draft.kind is ContactKind.VISIT or told.draft.event is None

    def followed(self, draft: Draft) -> Draft | None:
        """ "A second followed in May", "C followed in June": what was told last, once more."""
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or told.draft.status is not Status.HAPPENED:
            return None
        kind, place = told.draft.kind, told.draft.place
        if draft.parties and (
            kind is not ContactKind.VISIT or place is None or not draft.parties[0].is_person
        ):
            return None
        if draft.parties and draft.parties[0].side == (place.home if place else ""):
            return None
        if kind not in (*TOGETHER, ContactKind.VISIT, ContactKind.CALL):
            return None
        people = draft.parties or tuple(replace(party, at=-1) for party in told.parties)
        where = replace(place, at=-1) if place is not None and kind is ContactKind.VISIT else draft.place
        return replace(draft, kind=kind, parties=people, place=where)

    def done_likewise(self, reading: Reading) -> Draft | None:
        """ "B had done so on May 5", "So did B": what was told last, of another of the same side."""
        told, sentence = self.told[-1] if self.told else None, reading.sentence
        behind = [sentence.words[each].low for each in reading.clause.after[:2]]
        so = behind[:1] == ["so"] or behind in (["the", "same"], ["likewise"])
        if told is None or "do" not in reading.verbs or not so or self.number - told.number > 1:
            return None
        people = tuple(party for party in reading.subject if party.is_person)
        sides = {party.side for party in people}
        if len(sides) != 1 or not sides <= told.sides or told.draft.status is not Status.HAPPENED:
            return None
        others = tuple(replace(party, at=-1) for party in told.parties if party.side not in sides)
        clause = reading.clause
        return replace(
            told.draft,
            clause=clause,
            status=standing(clause, sentence.words, sentence.grammar),
            parties=(*people, *others),
            dates=dates_of(reading),
            place=replace(told.draft.place, at=-1) if told.draft.place is not None else None,
            event=None,
            used=used_words(clause, people),
        )

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

    def _replied(self, draft: Draft) -> Draft:
        """ "A wrote to B. B replied in May": to A; near-miss: "B has not replied"."""
        if draft.status is Status.DENIED:
            return draft
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or told.draft.kind is not ContactKind.STATEMENT:
            return draft
        mine = {party.actor for party in draft.parties}
        sides = {party.side for party in draft.parties}
        if not mine & {party.actor for party in told.parties}:
            return draft
        others = tuple(replace(p, at=-1) for p in told.parties if p.side not in sides)
        return replace(draft, parties=(*draft.parties, *others))

    def _after_trip(self, draft: Draft) -> Draft | None:
        """ "The trip was followed by a meeting with B in May": of those who had made the trip."""
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or told.draft.status is not Status.HAPPENED:
            return None
        missing = self.world.joined - draft.sides(self.world.joined)
        people = tuple(replace(p, at=-1) for p in told.parties if p.side in missing and p.actor)
        follows = any(sense.name == "follow" for sense in draft.clause.senses)
        return replace(draft, parties=(*draft.parties, *people)) if follows and people else None

    def _may_be_for(self, told: Told) -> bool:
        """Whether people came for the meeting: it says what for, or goes on to the meeting at once."""
        return told.draft.event is not None or (
            told.draft.kind is ContactKind.VISIT and self.number - told.number < NEAR
        )

    def _invited(self, draft: Draft, sides: frozenset[str]) -> Draft:
        """ "B and C have been invited", right after a meeting that others host: by those, to there."""
        for told in reversed(self.told):
            place = told.draft.place
            if self.number - told.number > NEAR or draft.place is not None:
                return draft
            if place is not None and place.home and place.home not in sides and told.sides >= sides:
                return replace(draft, place=replace(place, at=-1))
        return draft

    def _is_one_more(self, draft: Draft, sentence: Sentence) -> bool:
        """ "A meeting planned for May was suspended": of those last told of, where it names nobody."""
        event = draft.event
        if event is None or draft.parties or not draft.dates or draft.place is not None:
            return False
        bare = event.phrase.words[-1] == event.at
        definite = any(sentence.has("definite", each) for each in event.modifiers)
        called_off = draft.status is Status.CANCELLED and draft.kind in TOGETHER
        return bare and not definite and called_off and event.at in draft.clause.before

    def _one_more(self, draft: Draft) -> Draft:
        for told in reversed(self.told):
            if self.number - told.number > NEAR or not told.reports:
                return draft
            if told.draft.kind in TOGETHER and not told.draft.is_repeated:
                return replace(draft, parties=tuple(replace(party, at=-1) for party in told.parties))
        return draft

    def _returned(self, draft: Draft) -> Draft:
        """ "He returned in May": to the home where the last contact was."""
        if draft.place is not None:
            return draft
        for told in reversed(self.told):
            same = {party.actor for party in told.parties} & {party.actor for party in draft.parties}
            if told.draft.place is not None and told.draft.place.home and same:
                return replace(draft, place=told.draft.place)
        return draft

    def _resumes(self, draft: Draft) -> bool:
        """ "Talks will resume in May": of the same people, on another day."""
        verbs = {sense.name for sense in draft.clause.senses}
        return bool(verbs & self.grammar.classes["resumes"]) and bool(draft.dates) and draft.event is not None

    def _is_of_series(self, told: Told, distant: bool) -> bool:
        real = told.draft.status in (Status.HAPPENED, Status.PLANNED)
        return real and (distant or self.number - told.number <= NEAR)

    def _of_series(self, draft: Draft, sentence: Sentence) -> Draft:
        """ "the previous two inter-Northern meetings": of the kind that the article is about."""
        assert draft.event is not None
        bare = draft.event.phrase.words[-1:] == (draft.event.at,) and not draft.parties and bool(draft.dates)
        earlier = bare and any(sentence.has("sibling_event", each) for each in draft.event.modifiers)
        if (
            earlier
            or self._resumes(draft)
            or any(sentence.has("follow_up", each) for each in draft.event.modifiers)
        ):
            distant = sentence.has("series_events", draft.event.at)
            told = next((t for t in reversed(self.told) if self._is_of_series(t, distant)), None)
            if told is None or told.draft.kind not in (*TOGETHER, draft.kind):
                return draft
            others = tuple(replace(party, at=-1) for party in told.parties)
            visit = told.draft.kind is ContactKind.VISIT
            place = draft.place or (replace(told.draft.place, at=-1) if visit and told.draft.place else None)
            return replace(draft, parties=(*draft.parties, *others), place=place)
        named = any(sentence.words[each].sides for each in draft.event.modifiers)
        earlier = any(sentence.has("earlier_event", each) for each in draft.event.modifiers)
        if not named or not earlier or not any(len(told.sides) == 2 for told in self.told):
            return draft
        missing = self.world.joined - draft.sides(self.world.joined)
        several = sentence.words[draft.event.at].low.endswith("s")
        others = tuple(Party("", side, -1) for side in sorted(missing))
        return replace(draft, parties=(*draft.parties, *others), is_repeated=several or draft.is_repeated)
