"""Extract: a draft in, completed from what it goes on from out ("returned", "a second followed")."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.dating import dates_of
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.recalling import Recalling
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.people import bodies
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told, is_way_back
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_PRESENCE = frozenset({*TOGETHER, ContactKind.VISIT})
_PLAIN = (Tag.DETERMINER, Tag.SIDED, Tag.ACTOR, Tag.QUOTE, Tag.CLOSE, Tag.JOINING, Tag.COMMA)


class Repeating(Recalling):
    """One more of what was told: of the same people, to the same place."""

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

    def _is_one_more(self, draft: Draft, sentence: Sentence) -> bool:
        """ "A meeting planned for May was suspended": of those last told of, where it names nobody."""
        event = draft.event
        if event is None or draft.parties or not draft.dates or draft.place is not None:
            return False
        plain = [each for each in event.phrase.words if sentence.words[each].tag is not Tag.COMMA]
        bare = plain[-1] == event.at
        definite = sentence.has_any("definite", event.modifiers)
        called_off = draft.status is Status.CANCELLED and draft.kind in (*TOGETHER, ContactKind.VISIT)
        return bare and not definite and called_off and event.at in draft.clause.before

    def _one_more(self, draft: Draft, sentence: Sentence) -> Draft:
        # "A fourth round was cancelled", of rounds told of together.
        sentence_counts = draft.event is not None and sentence.has("series_events", draft.event.at)
        for told in reversed(self.told):
            if (self.number - told.number > NEAR and not sentence_counts) or not told.reports:
                return draft
            counted = sentence_counts or not told.draft.is_repeated
            if told.draft.kind in TOGETHER and told.draft.status is Status.DENIED:
                continue
            if told.draft.kind in TOGETHER and counted:
                far = self.number - told.number > NEAR
                people = (bodies(told.parties, sentence) if far else ()) or told.parties
                return replace(draft, parties=tuple(replace(party, at=-1) for party in people))
            if draft.kind is ContactKind.VISIT and told.draft.kind is draft.kind and told.draft.place:
                # "A has never been to the capital. A trip planned for May was cancelled."
                people = tuple(replace(party, at=-1) for party in told.parties)
                return replace(draft, parties=people, place=replace(told.draft.place, at=-1))
        return draft

    def _returned(self, draft: Draft, sentence: Sentence) -> Draft:
        """ "He returned in May": to the home where the last contact was; "two officials went there"."""
        if draft.place is not None or (not draft.dates and self.entry is None and draft.event is None):
            # "He returned with an offer": home.
            return draft
        there = any(sentence.words[each].low == "there" for each in draft.clause.words)
        for told in reversed(self.told):
            home = told.draft.place.home if told.draft.place is not None else ""
            near = there and self.number - told.number <= 1
            if told.draft.place is not None and near and home and home not in draft.sides(self.world.joined):
                return replace(draft, place=replace(told.draft.place, at=-1))
            same = {party.actor for party in told.parties} & {party.actor for party in draft.parties}
            if same and is_way_back(draft.dates, told):
                return draft
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
        if sentence.is_owned(draft.event) and any(
            party.actor and party.side not in self.world.joined for party in draft.parties
        ):
            # "B's second summit with a neighbour": another series.
            return draft
        bare = draft.event.phrase.words[-1:] == (draft.event.at,) and not draft.parties and bool(draft.dates)
        earlier = bare and sentence.has_any("sibling_event", draft.event.modifiers)
        if earlier or self._resumes(draft) or sentence.has_any("follow_up", draft.event.modifiers):
            distant = sentence.has("series_events", draft.event.at)
            series = [t for t in reversed(self.told) if self._is_of_series(t, distant)]
            # "A and B are to meet on Friday. The previous rounds were held in May": of those who have met.
            held = [t for t in series if earlier and t.draft.status is Status.HAPPENED]
            told = next(iter(held or series), None)
            if told is None or told.draft.kind not in (*TOGETHER, draft.kind):
                return draft
            others = tuple(replace(party, at=-1) for party in told.parties)
            visit = told.draft.kind is ContactKind.VISIT
            place = draft.place or (replace(told.draft.place, at=-1) if visit and told.draft.place else None)
            return replace(draft, parties=(*draft.parties, *others), place=place)
        named = any(sentence.words[each].sides for each in draft.event.modifiers)
        earlier = sentence.has_any("earlier_event", draft.event.modifiers)
        if not named or not earlier or not any(len(told.sides) == 2 for told in self.told):
            return draft
        missing = self.world.joined - draft.sides(self.world.joined)
        several = sentence.words[draft.event.at].low.endswith("s")
        others = tuple(Party("", side, -1) for side in sorted(missing))
        return replace(draft, parties=(*draft.parties, *others), is_repeated=several or draft.is_repeated)

    def _after_trip(self, draft: Draft) -> Draft | None:
        """ "The trip was followed by a meeting with B in May": of those who had made the trip."""
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or told.draft.status is not Status.HAPPENED:
            return None
        missing = self.world.joined - draft.sides(self.world.joined)
        people = tuple(replace(p, at=-1) for p in told.parties if p.side in missing and p.actor)
        follows = any(sense.name == "follow" for sense in draft.clause.senses)
        return replace(draft, parties=(*draft.parties, *people)) if follows and people else None

    def _invited(self, draft: Draft, sides: frozenset[str]) -> Draft:
        """ "B and C have been invited", right after a meeting that others host: by those, to there."""
        for told in reversed(self.told):
            place = told.draft.place
            if self.number - told.number > NEAR or draft.place is not None:
                return draft
            if place is not None and place.home and place.home not in sides and told.sides >= sides:
                return replace(draft, place=replace(place, at=-1))
        return draft

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
