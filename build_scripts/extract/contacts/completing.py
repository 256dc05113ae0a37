"""Extract: a draft and the contacts told before it in, the draft with what they leave unsaid out.

Pronouns are the sentence's business; here it is "the meeting", "returned", "talks will resume".
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.one_more import one_more
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.repeating import Repeating
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.others import is_of_strangers, is_with_others
from build_scripts.extract.contacts.signs.people import bodies
from build_scripts.extract.contacts.signs.words import Sign, Use
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told, dates_from, up_to_end
from build_scripts.extract.contacts.words import Tag
from build_scripts.models import ContactKind, Status


class Completing(Repeating):
    """Gives each draft what earlier sentences, or the date that it stands under, leave unsaid."""

    def completed(self, draft: Draft, sentence: Sentence) -> Draft:
        """The draft with what earlier sentences, or the date that it stands under, leave unsaid."""
        if self._is_within(draft, sentence):
            return replace(draft, status=None)
        undated = not draft.dates and not draft.is_repeated
        entry = self.entry_here()
        agreed = draft.status is Status.PLANNED and self._is_agreed(draft, sentence)
        agreed = agreed or (draft.status is Status.CANCELLED and self._is_of_dated_plan())
        agreed = agreed or self._is_of_before(draft, sentence)
        if undated and entry is not None and not agreed and not self._is_elsewhen(draft, sentence):
            draft = replace(draft, dates=(entry,))
        return one_more(self._completed(draft, sentence), sentence, self.told, self.number)

    def _is_within(self, draft: Draft, sentence: Sentence) -> bool:
        """ "A rang B on Monday, and they talked for an hour": in that call; near-miss: "and they met"."""
        told = self.told[-1] if self.told else None
        if told is None or told.number != self.number or draft.dates or draft.place or draft.event:
            return False
        both = (
            frozenset(told.sides)
            if told.draft.status is Status.HAPPENED and told.draft.dates
            else frozenset()
        )
        subject = [sentence.words[each].tag for each in draft.clause.before]
        goes_on = Tag.PRONOUN in subject and reading_of(draft.clause, sentence).is_in("goes_on_to")
        mutual = told.draft.kind in (*TOGETHER, ContactKind.CALL) and len(both) == 2
        return mutual and goes_on and {p.actor for p in draft.parties} <= {p.actor for p in told.parties}

    def _is_of_before(self, draft: Draft, sentence: Sentence) -> bool:
        """ "Four previous rounds have failed", under a date: they were before it."""
        return draft.event is not None and sentence.has_any("before_now", draft.event.modifiers)

    def _is_of_dated_plan(self) -> bool:
        """ "The talks were set for 11 May; however, B cancelled the talks": of 11 May."""
        told = self.told[-1] if self.told else None
        near = told is not None and self.number - told.number <= 1
        if told is None or not near or not told.draft.dates:
            return False
        return told.draft.status in (Status.PLANNED, Status.CANCELLED)

    def _is_agreed(self, draft: Draft, sentence: Sentence) -> bool:
        """ "4 May: A agrees to meet B": some other day; near-miss: "4 May: A is to meet B"."""
        senses = (
            sense
            for each in draft.clause.chain
            for sense in self.grammar.senses.get(sentence.words[each].low, ())
        )
        if any(sense.name in self.grammar.classes["agrees"] for sense in senses):
            return True
        above = draft.clause.parent if draft.clause.kind is Kind.CONTENT else None
        # "4 May: A announced that he would meet B".
        return above is not None and bool(above.chain)

    def entry_here(self) -> When | None:
        """The date of the entry of a list that the sentence stands in."""
        return self.entry

    def _completed(self, draft: Draft, sentence: Sentence) -> Draft:
        """The draft with what "the meeting", "the previous meetings" or "returned" leave unsaid."""
        joined = self.world.joined
        sides = draft.sides(joined)
        if draft.event is not None and len(sides) < 2 and self._is_with_others(draft, sentence):
            return draft
        if self.carried.is_among_others and not sides:
            # "… The mediator received the bishop. Their talks resumed on Tuesday": those of these two.
            return draft
        if (
            draft.event is not None
            and not sides
            and self.carried.is_of_others
            and self._is_of_sides(draft, sentence)
        ):
            return draft
        if draft.status is Status.DENIED and draft.parties and not sides:
            # "The neighbours did not attend the meeting": others stayed away.
            return draft
        if draft.kind is ContactKind.STATEMENT and self.told and self._is_to_those_present(draft, sentence):
            return self._at_event(draft, self.told[-1])
        if draft.status is Status.PLANNED and not draft.dates and draft.event is None:
            return self._of_plan(draft)
        if draft.is_return and len(sides) < 2:
            return self._returned(draft, sentence)
        if draft.kind is ContactKind.INVITATION and len(sides) < 2:
            return self._invited(draft, sides)
        if draft.event is not None and not sides and (both := self._of_both(draft, sentence)):
            return replace(draft, parties=both)
        if draft.event is not None and len(sides) == 1 and self._is_of_him(draft, sides, sentence):
            return replace(draft, parties=(*draft.parties, *(replace(p, at=-1) for p in self.carried.one)))
        if not draft.dates and len(sides) == 2 and (same_day := self._same_day(draft, sentence)):
            return replace(draft, dates=same_day)
        if draft.kind is ContactKind.STATEMENT and len(sides) == 1:
            return self._replied(draft)
        if draft.is_occasion and len(sides) == 1 and (whole := self._after_trip(draft)) is not None:
            return whole
        with_more = bool(self.told) and self._is_with_more(draft, self.told[-1])
        with_more = with_more and not draft.is_repeated and not self._is_elsewhen(draft, sentence)
        if not draft.dates and len(sides) == 2 and (with_more or self._is_same_day(sentence)):
            return replace(draft, dates=tuple(replace(w, at=-1) for w in self.told[-1].draft.dates))
        if draft.event is None and not draft.dates:
            if not draft.is_repeated and not self._is_elsewhen(draft, sentence):
                on_visit = self._on_visit(draft, sentence)
                if on_visit is not None:
                    return on_visit
            return self._told_again(draft, sentence)
        if draft.event is None or draft.kind not in (*TOGETHER, ContactKind.VISIT):
            return draft
        if not sides and self._is_of_bodies(draft, sentence):
            last = self.told[-1].parties if self.told else ()
            return replace(draft, parties=bodies(last, sentence))
        if draft.is_other or self._resumes(draft):
            return self._of_series(draft, sentence) if len(sides) < 2 else draft
        if sentence.has("loose", draft.event.at):
            return draft
        if not draft.dates and not draft.is_repeated and not self._is_elsewhen(draft, sentence):
            on_visit = self._on_visit(draft, sentence)
            if on_visit is not None:
                return on_visit
        definite = sentence.has_any("definite", draft.event.modifiers)
        # "Talks will resume in May": the talks spoken of.
        opens = not draft.event.modifiers and draft.clause.before[:1] == [draft.event.at]
        definite = definite or (opens and len(sides) < 2)
        ended = self._is_ended(draft, sentence)
        anchor = self._anchor(draft, sides, ended) if definite and self._is_plain(draft, sentence) else None
        if anchor is None:
            return draft
        if self._adds_nothing(draft, anchor, sentence) or self._is_only_late(draft):
            return replace(draft, status=None)
        near = self.number - anchor.number <= NEAR
        others: tuple[Party, ...] = anchor.parties if near or len(sides) < 2 else ()
        if not near and sentence.has("series_events", draft.event.at):
            # "The last session took place in May": of the two bodies, whoever met before.
            others = bodies(anchor.parties, sentence) or others
        # "had kept the meeting secret since May": how long that was, not when they met.
        since = all(when.edtf.endswith("/..") for when in draft.dates)
        own_dates = () if since and not self._is_held(draft) else draft.dates
        if ended:
            own_dates = up_to_end(own_dates, anchor.draft)
        return replace(
            draft,
            parties=(*draft.parties, *others),
            place=draft.place or anchor.draft.place,
            dates=own_dates or dates_from(anchor.draft, draft.kind),
            status=self._status_of(draft, anchor),
            kind=draft.kind if anchor.draft.kind is ContactKind.VISIT else anchor.draft.kind,
        )

    def _is_of_bodies(self, draft: Draft, sentence: Sentence) -> bool:
        """ "the first round of talks held on 4 May in Westford", and nobody is named in the sentence."""
        assert draft.event is not None
        held = draft.status is Status.HAPPENED and any(when.at >= 0 for when in draft.dates)
        described = draft.clause.kind is Kind.PARTICIPLE and sentence.has("series_events", draft.event.at)
        return held and described and not draft.parties

    def _is_with_others(self, draft: Draft, sentence: Sentence) -> bool:
        """ "A second round was held with C": not with those of the first."""
        assert draft.event is not None
        if not draft.clause.chain:
            return False
        reading = reading_of(draft.clause, sentence)
        sign = Sign(draft.kind, draft.event.at, Use.EVENT)
        return is_with_others(sign, reading) or is_of_strangers(sign, reading)

    def _is_of_sides(self, draft: Draft, sentence: Sentence) -> bool:
        """ "The sides resumed talks": those of the sentence before."""
        subject = draft.clause.before
        return sentence.has_any("both_of", subject) or sentence.has_any("bare_sides", subject)

    def _of_both(self, draft: Draft, sentence: Sentence) -> tuple[Party, ...]:
        """ "The joint visit", "A bilateral meeting": of the bodies on whose behalf others have met before."""
        assert draft.event is not None
        joint = sentence.has_any("joint", draft.event.modifiers)
        told = next((t for t in reversed(self.told) if len(t.sides) == 2), None) if joint else None
        return bodies(told.parties, sentence) or told.parties if told is not None else ()

    def _is_same_day(self, sentence: Sentence) -> bool:
        """ "An hour later A sat opposite B", "Minutes later": on the day last told of."""
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1 or len(told.draft.dates) != 1:
            return False
        opening = [word for word in sentence.words[:4] if word.tag is not Tag.QUOTE]
        if told.draft.status is Status.HAPPENED and self._is_incidental(sentence):
            return "/" not in told.draft.dates[0].edtf
        counted = any(self.grammar.has("day_parts", word.low) for word in opening)
        later = any(word.low in ("later", "afterwards", "after") for word in opening)
        return counted and later and "/" not in told.draft.dates[0].edtf

    def _is_incidental(self, sentence: Sentence) -> bool:
        """ "A and B shook hands at the start of the session": at the meeting just told of."""
        return any(reading_of(clause, sentence).is_in("incidental") for clause in sentence.clauses)

    def _is_of_him(self, draft: Draft, sides: frozenset[str], sentence: Sentence) -> bool:
        """ "He told reporters … A meeting with B that had been set for May was called off": his."""
        event, one = draft.event, self.carried.one
        if event is None or len(one) != 1 or draft.kind not in TOGETHER or not draft.dates:
            return False
        opens = event.at in draft.clause.before and any(p.at > event.at for p in draft.parties)
        if any(self.grammar.has("follow_up", w.low) for w in sentence.words[: event.at]):
            return False
        off = draft.status in (Status.CANCELLED, Status.PLANNED)
        return off and opens and one[0].side in self.world.joined - sides

    def _is_ended(self, draft: Draft, sentence: Sentence) -> bool:
        """ "The visit ended on Thursday", "The talks were concluded on 4 May"."""
        return draft.status is Status.HAPPENED and reading_of(draft.clause, sentence).is_in("ends_event")

    def _is_only_late(self, draft: Draft) -> bool:
        """ "The talks were delayed by a storm": they may have begun all the same; not: "were put off"."""
        verbs = {sense.name for sense in draft.clause.senses}
        return (
            draft.status is Status.CANCELLED
            and bool(verbs & self.grammar.classes["slows"])
            and not draft.dates
        )

    def _is_held(self, draft: Draft) -> bool:
        """Whether the clause tells that the event goes on, or who is at it; not "kept the talks secret"."""
        verbs = {sense.name for sense in draft.clause.senses} - {"keep"}
        told = ("takes_part", "organises", "happens")
        return any(verbs & self.grammar.classes[kind] for kind in told)

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
