"""Extract: a draft in, completed from what it goes on from out ("returned", "a second followed")."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.dating import dates_of, since_first
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.infinitives import is_first_to
from build_scripts.extract.contacts.one_more import those_of_series
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.recalling import Recalling
from build_scripts.extract.contacts.roles import Reading
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.signs.people import bodies
from build_scripts.extract.contacts.standing import standing
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told, is_way_back
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status

_FAR = 6
"""Sentences, at most, back to the journey that is spoken of again as "A's trip"."""


def _is_bare(draft: Draft, event: Event, sentence: Sentence) -> bool:
    """ "a previous meeting", "the first round of talks"; near-miss: "the previous meeting of the union"."""
    behind = [sentence.words[each] for each in event.phrase.words if each > event.at]
    behind = [word for word in behind if word.tag is not Tag.COMMA]
    of_talks = len(behind) == 2 and behind[0].low == "of" and behind[1].low in sentence.grammar.events
    return (of_talks and event.at in draft.clause.before) or not behind


class Repeating(Recalling):
    """One more of what was told: of the same people, to the same place."""

    def followed(self, draft: Draft, sentence: Sentence) -> Draft | None:
        """ "A second followed in May", "C followed in June": what was told last, once more."""
        told = self.told[-1] if self.told else None
        if told is not None and draft.is_other and draft.status is not Status.HAPPENED:
            return self._another(draft, told, sentence)
        if draft.status is not Status.HAPPENED:
            return self._the_same(draft)
        if told is None or self.number - told.number > 1:
            return None
        if told.draft.status is not Status.HAPPENED:
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

    def _another(self, draft: Draft, told: Told, sentence: Sentence) -> Draft | None:
        """ "The 10th is set for Friday", "One fixed for Monday was called off": one more meeting, of those.

        Near-miss: "A published two books. A second is planned for May".
        """
        if self.number - told.number > (NEAR if self.carried.event else 1):
            return None
        if told.draft.kind is ContactKind.VISIT and self.number - told.number <= 1:
            return self._the_same(draft)
        met = [t for t in reversed(self.told) if t.reports and t.draft.kind in TOGETHER and len(t.sides) == 2]
        held = [t for t in met if t.draft.status is not Status.DENIED]
        people = those_of_series(held, self.told, sentence, self.number, of_bodies=True) if held else ()
        return replace(draft, parties=tuple(replace(party, at=-1) for party in people)) if people else None

    def _the_same(self, draft: Draft) -> Draft | None:
        """ "It was to have begun in May", "They are to be resumed on 4 May": those told of last.

        Near-miss: "B went there to prepare a visit. It was to have begun in May": another's visit.
        """
        told = next((each for each in reversed(self.told) if self._is_it(each)), None)
        if told is None or told.draft.kind not in (*TOGETHER, ContactKind.VISIT, ContactKind.CALL):
            return None
        joined = self.world.joined
        people = tuple(replace(party, at=-1) for party in told.parties if party.side in joined)
        place = told.draft.place
        where = replace(place, at=-1) if place is not None and told.draft.kind is ContactKind.VISIT else None
        return replace(draft, kind=told.draft.kind, parties=people, place=where)

    def _is_it(self, told: Told) -> bool:
        """Whether the sentence before was of that contact, by its noun where it has one.

        "A is to go there in May. A's trip has been on and off. It was planned for April."
        """
        if told.draft.status in (None, Status.DENIED) or told.draft.is_repeated:
            return False
        event, owner = self.carried.event, self.carried.owner
        if not owner:
            return self.number - told.number <= 1 and event in ("", told.noun)
        alike = event == told.noun or self.grammar.events[event] is told.draft.kind
        return (
            alike and self.number - told.number <= _FAR and owner in {party.actor for party in told.parties}
        )

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
        status = standing(reading.clause, sentence.words, sentence.grammar)
        if status is not Status.HAPPENED:
            # "A, who led the delegation last year, is not expected to do so again".
            return None
        others = tuple(replace(party, at=-1) for party in told.parties if party.side not in sides)
        clause = reading.clause
        dates = dates_of(reading)
        if is_first_to(clause, clause.parent, sentence.words, sentence.grammar):
            # "is the first minister to do so since 1987": no other one is told.
            dates = since_first(dates, (), sentence)
            if not dates:
                return None
        return replace(
            told.draft,
            clause=clause,
            status=status,
            parties=(*people, *others),
            dates=dates,
            place=replace(told.draft.place, at=-1) if told.draft.place is not None else None,
            event=None,
            used=used_words(clause, people),
        )

    def _returned(self, draft: Draft, sentence: Sentence) -> Draft:
        """ "He returned in May": to the home where the last contact was; "two officials went there"."""
        if draft.place is not None or (not draft.dates and self.entry is None and draft.event is None):
            # "He returned with an offer": home.
            return draft
        there = any(sentence.words[each].low == "there" for each in draft.clause.words)
        named = self.carried.there if there else None
        if named is not None and named.home in self.world.joined - draft.sides(self.world.joined):
            return replace(draft, place=named)
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
        bare = _is_bare(draft, draft.event, sentence) and not draft.parties and bool(draft.dates)
        earlier = bare and sentence.has_any("sibling_event", draft.event.modifiers)
        if earlier or self._resumes(draft) or sentence.has_any("follow_up", draft.event.modifiers):
            distant = sentence.has("series_events", draft.event.at)
            known = [t for t in reversed(self.told) if self._is_of_series(t, distant)]
            # "A and B are to meet on Friday. The previous rounds were held in May": of those who have met.
            held = [t for t in known if earlier and t.draft.status is Status.HAPPENED]
            told = next(iter(held or known), None)
            if told is None or told.draft.kind not in (*TOGETHER, draft.kind):
                return draft
            # "The previous round was held in May": whoever came to it, it was of the same bodies.
            series = bodies(told.parties, sentence) if earlier and distant else ()
            others = series or tuple(replace(party, at=-1) for party in told.parties)
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
