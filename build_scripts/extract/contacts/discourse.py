"""Extract: the drafts of each sentence in order in, reports out: completed by what earlier sentences said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.attention import Attention
from build_scripts.extract.contacts.by_caption import by_caption
from build_scripts.extract.contacts.by_entry import by_entry, opens_entry
from build_scripts.extract.contacts.by_series import bare_series
from build_scripts.extract.contacts.clause import Kind
from build_scripts.extract.contacts.dates_in_phrases import UNDATED, When
from build_scripts.extract.contacts.disputed import disputed
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.drafts import drafts
from build_scripts.extract.contacts.dropped import is_dropped_plan
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.headlines import dated_by_text
from build_scripts.extract.contacts.hearsay import status_as_told
from build_scripts.extract.contacts.made_report import Reports
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.places_of_dates import at_its_place
from build_scripts.extract.contacts.possibilities import if_ahead
from build_scripts.extract.contacts.purposes import is_mere_purpose
from build_scripts.extract.contacts.revising import Revising
from build_scripts.extract.contacts.roles import reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.setting_out import still_to_come
from build_scripts.extract.contacts.signs.reading import by_sign, is_attribution, is_dated
from build_scripts.extract.contacts.signs.taken_for_granted import taken_for_granted
from build_scripts.extract.contacts.taking_back import is_asked, told_of
from build_scripts.extract.contacts.third_parties import is_by_a_third
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import (
    ActorKind,
    ContactKind,
    DateExpression,
    Passage,
    PassageKind,
    Quotation,
    Report,
    Source,
    Status,
)

_HANGING = (Kind.RELATIVE, Kind.PARTICIPLE, Kind.INFINITIVE)
"""Clauses beside a contact just told in which nobody is supplied."""


def _is_tally(draft: Draft) -> bool:
    """ "Last year the two sides met four times": a count in which nobody is named tells of no contact."""
    vague = all(edtf.precision(when.edtf) == "year" for when in draft.dates)
    return draft.is_repeated and bool(draft.dates) and vague and not any(p.actor for p in draft.parties)


def _is_one_before(draft: Draft, told: Draft) -> bool:
    """ "will continue the talks, which were held last in March": beside those to come."""
    held = draft.status is Status.HAPPENED and draft.clause.kind is Kind.RELATIVE
    return held and told.status is Status.PLANNED and bool(draft.dates)


def _date_alone(sentence: Sentence) -> DateExpression | None:
    """The date, where the sentence is nothing else."""
    found: DateExpression | None = None
    for word in sentence.words:
        if word.tag in (Tag.CLOSE, Tag.COMMA, Tag.STOP):
            continue
        if word.date is None or found is not None:
            return None
        found = word.date
    return found


def _is_same_event(told: Draft, draft: Draft) -> bool:
    """Whether both are of one noun, and the first knows no day."""
    known = told.event is not None and draft.event is not None and told.event.at == draft.event.at
    return known and not told.dates and told.status is draft.status


def _noun(draft: Draft, sentence: Sentence) -> str:
    """The noun of its event; none where that stands in an earlier sentence, and only its people here."""
    at = draft.event.at if draft.event is not None else len(sentence.words)
    low = sentence.words[at].low if at < len(sentence.words) else ""
    return low if low in sentence.grammar.events else ""


def _is_attributed(draft: Draft, sentence: Sentence) -> bool:
    """Whether it is told on the word of somebody who was not there, not in the article's own voice."""
    others = (clause for clause in sentence.clauses if clause is not draft.clause and clause.chain)
    people = {party.actor for party in draft.parties}
    said = any(
        is_attribution(clause, sentence)
        and not any(party.actor in people for party in reading_of(clause, sentence).subject)
        for clause in others
    )
    return said or any(word.low in sentence.grammar.classes["according"] for word in sentence.words)


class Discourse(Revising):
    """Goes through a source's sentences; keeps who was spoken of and which contacts were told."""

    def __init__(
        self, source: Source, world: World, grammar: Grammar, quotations: Mapping[str, Sequence[Quotation]]
    ) -> None:
        super().__init__(world, grammar)
        self.source = source
        self.quotations = quotations
        """By the passage in which they stand."""
        self.attention = Attention(world, grammar)
        self.carried = self.attention.carried
        self._reports = Reports(source, world, quotations)
        self._states = world.states
        self._paragraph = 0
        self._opened: tuple[int, When] | None = None
        """The paragraph that an entry of a list opens ("6 September: …"), and its date."""
        self._is_of_paragraph = False
        """Whether the entry's date holds for its paragraph only."""
        self._headlines: list[int] = []
        """Those of them that a headline or heading tells."""
        self._standings: dict[int, Status] = {}
        """What the rules make of the events of this sentence, by the words of their phrases."""
        self._by_the_way: list[int] = []
        """Those of contacts that were before the one told of: no headline is about them."""

    def reports(self) -> tuple[Report, ...]:
        """All reports so far, in the order of the text, without repeats."""
        apart = {*self._headlines, *self._by_the_way}
        told = [report for number, report in enumerate(self._made) if number not in apart]
        for number in self._headlines:
            self._made[number] = dated_by_text(self._made[number], told, self._states)
        unique = dict.fromkeys(self._made)
        return tuple(sorted(unique, key=lambda report: (report.start, report.end, report.date, report.kind)))

    def read(self, passage: Passage, sentence: Sentence) -> None:
        """Take one sentence."""
        self.number = passage.number
        self.carried.speakers = self._speakers(passage)
        self._open_entry(passage, sentence)
        self._answer(passage, sentence)
        first = len(self.told)
        events: dict[int, Draft] = {}
        self._standings = {}
        for clause in sentence.clauses:
            if clause.chain:
                self._take_back(clause, passage, sentence)
                self._strike(clause, passage, sentence)
                reading = reading_of(clause, sentence)
                denied = disputed(reading, self.told, self.number)
                if denied is not None and self.number - denied.number <= 1:
                    self._deny(denied)
                elif denied is not None:
                    self._tell(told_of(denied.draft, clause, Status.DENIED), passage, sentence)
                told = drafts(clause, sentence) if denied is None else ()
                again = bare_series(reading) if all(draft.is_occasion for draft in told) else None
                if not told and (same := self.done_likewise(reading)) is not None:
                    self._tell(same, passage, sentence)
                if again is not None and (once_more := self.followed(again, sentence)) is not None:
                    off = is_dropped_plan(once_more, sentence)
                    once_more = replace(once_more, status=Status.CANCELLED) if off else once_more
                    self._tell(once_more, passage, sentence)
                for draft in told:
                    at = draft.event.at if draft.event else -1
                    is_half = draft.clause is not clause and len(told) > 1
                    before = at in events and _is_one_before(draft, events[at])
                    if self.is_circumstance(draft) or (at in events and not (is_half or before)):
                        continue
                    if before:
                        people = tuple(replace(party, at=-1) for party in events[at].parties)
                        draft = replace(draft, parties=(*draft.parties, *people))
                    draft = self.completed(draft, sentence)
                    status = status_as_told(draft, sentence)
                    if sentence.asks or (status is None and is_asked(clause, sentence)):
                        self._asked.append((draft, self.number, passage, sentence))
                        status = None
                    rumoured = status is None and draft.status is Status.HAPPENED and not sentence.asks
                    if clause in sentence.clauses and is_by_a_third(draft, sentence):
                        continue
                    if status is Status.DENIED and self.denies_what_was_told(draft, sentence):
                        continue
                    if rumoured or status is not draft.status:
                        draft = replace(draft, status=status, is_rumour=draft.is_rumour or rumoured)
                    if draft.event is not None and status is not None:
                        self._standings.update(dict.fromkeys(draft.event.phrase.words, status))
                    if at >= 0 and len(draft.sides(self.world.joined)) == 2:
                        events[at] = draft
                    self._tell(draft, passage, sentence)
                self._add_participants(clause, passage, sentence)
            elif (entry := by_entry(clause, sentence, self._goes_on(passage))) is not None:
                self._tell(self.completed(self._of_entry(entry), sentence), passage, sentence)
            elif (shown := by_caption(clause, sentence)) is not None:
                self._tell(shown, passage, sentence)
            self.attention.carry(clause, sentence)
        self._tell_by_signs(passage, sentence, first)
        tells = bool(self.told) and self.told[-1].number == self.number
        self.attention.remember(sentence, self.number, tells)

    def _tell_by_signs(self, passage: Passage, sentence: Sentence, before: int) -> None:
        """The contacts that no rule knows the form of: each has a date that none told before it has."""
        entry = self.entry_here() or self._goes_on(passage)
        if not is_dated(sentence, entry):
            return
        told = self.told[before:]
        clauses = {id(each.draft.clause) for each in told}
        taken = {when.at for each in told for when in each.draft.dates}
        if told and sentence.dates <= taken:
            return
        for draft in by_sign(sentence, self.told, self.number, entry, taken, self._standings):
            meets = draft.kind is not ContactKind.STATEMENT
            if told and meets and draft.clause.kind in _HANGING and any(p.at < 0 for p in draft.parties):
                # "The team, which met in May, was received by B": met whom?
                continue
            if id(draft.clause) in clauses and not draft.is_other:
                continue
            if draft.is_other and not self._is_over(draft):
                continue
            status = status_as_told(draft, sentence) if draft.clause.chain else draft.status
            if status is None and draft.status is Status.HAPPENED:
                self._tell(replace(draft, status=None, is_rumour=True), passage, sentence)
            elif status is draft.status:
                self._tell(draft, passage, sentence)
                clauses.add(id(draft.clause))
                taken |= {when.at for when in draft.dates}
        for draft in taken_for_granted(sentence, self.told, self.number, taken):
            if self._is_over(draft) and not self._dated_now(draft, self.told[before:]):
                self._tell(draft, passage, sentence)

    def _dated_now(self, draft: Draft, told: Sequence[Told]) -> bool:
        """Whether a rule told of the same event without a day: it has this one, then."""
        same = next((each for each in told if _is_same_event(each.draft, draft)), None)
        if same is None or len(draft.dates) != 1 or not same.reports:
            return False
        (when,) = draft.dates
        for number in same.reports:
            self._made[number] = replace(self._made[number], date=when.edtf, date_words=when.words)
        return True

    def _is_over(self, draft: Draft) -> bool:
        """Whether its days lie before the article's, as far as that is known."""
        published = edtf.bounds(self.source.published)
        days = [edtf.bounds(when.edtf) for when in draft.dates]
        return published is None or all(one is not None and one[0] <= published[1] for one in days)

    def entry_here(self) -> When | None:
        """That of its own paragraph, or else that of the heading above."""
        opened = self._opened
        return opened[1] if opened is not None and opened[0] == self._paragraph else self.entry

    def _goes_on(self, passage: Passage) -> When | None:
        """The date of the entry that the sentence stands in, behind the one that opens it."""
        return self._opened[1] if self._opened is not None and self._opened[0] == passage.paragraph else None

    def _of_entry(self, draft: Draft) -> Draft:
        """ "A in Northtown. Talks with B.": the second sentence is of A, too, and of that day."""
        missing = len(draft.sides(self.world.joined)) < 2
        one = tuple(replace(party, at=-1) for party in self.carried.one) if missing else ()
        dates = draft.dates or ((self._opened[1],) if self._opened is not None else ())
        return replace(draft, parties=(*draft.parties, *one), dates=dates)

    def _speakers(self, passage: Passage) -> tuple[tuple[int, int, Party], ...]:
        """Who is quoted in the passage, as far as it is an actor; around quotations, whose text it is."""
        found = []
        at = passage.start
        for quotation in self.quotations.get(passage.id, ()):
            actor = self.world.actors.get(quotation.speaker)
            if actor is not None:
                party = Party(actor.id, actor.side, -1, actor.kind is ActorKind.PERSON)
                found.append((quotation.start, quotation.end, party))
            found.extend((at, quotation.start, author) for author in self.carried.author)
            at = max(at, quotation.end)
        return (*found, *((at, passage.end, author) for author in self.carried.author))

    def _open_entry(self, passage: Passage, sentence: Sentence) -> None:
        """A heading that is a date is that of what stands below it, a date alone that of its paragraph."""
        if passage.kind is PassageKind.SENTENCE and passage.paragraph != self._paragraph:
            self.entry = None if self._is_of_paragraph else self.entry
        given = _date_alone(sentence)
        if given is not None and given.edtf == self.source.published and not self.told:
            # "September 2005", below the headline: when the article appeared.
            given = None
        if given is not None and edtf.precision(given.edtf) in ("day", "month", "interval"):
            self.entry = When(given.edtf, given.text, -1)
            self._is_of_paragraph = passage.kind is PassageKind.SENTENCE
        elif passage.kind is not PassageKind.SENTENCE:
            self.entry = None
        if opens_entry(sentence):
            date = next(word.date for word in sentence.words if word.date is not None)
            self._opened = (passage.paragraph, When(date.edtf, date.text, -1)) if date.edtf else None
        self._paragraph = passage.paragraph

    def _tell(self, draft: Draft, passage: Passage, sentence: Sentence) -> None:
        published = self.source.published
        draft = if_ahead(still_to_come(draft, sentence, published), sentence, published)
        sides = draft.sides(self.world.joined)
        if len(sides) < 2 or _is_tally(draft):
            return
        if draft.status is None or is_mere_purpose(draft, sentence):
            # Hoped for, not told; "the visit was called off" may still speak of it.
            self.told.append(Told((), draft, draft.parties, sides, self.number))
            return
        first = len(self._made)
        for when in self._to_come(draft) or (UNDATED,):
            there = at_its_place(draft, when, sentence)
            if len(there.sides(self.world.joined)) > 1:
                self._made.append(self._reports.made(there, when, passage, sentence))
        made = tuple(range(first, len(self._made)))
        self._name_those_meant(made, draft)
        if passage.kind is not PassageKind.SENTENCE:
            self._headlines.extend(made)
        elif draft.is_by_the_way:
            self._by_the_way.extend(made)
        noun = _noun(draft, sentence)
        self.told.append(
            Told(made, draft, draft.parties, sides, self.number, noun, _is_attributed(draft, sentence))
        )
        if draft.event is not None:
            self.carried.present = draft.parties
        home = draft.place.home if draft.place is not None else ""
        if draft.kind is ContactKind.VISIT and home and draft.status is Status.HAPPENED:
            self.carried.guests = tuple(party for party in draft.parties if party.side != home)
        apart = len({party.side for party in draft.parties}) == 2
        persons = tuple(party for party in draft.parties if party.is_person)
        if len(persons) == 2 and {party.side for party in persons} >= self.world.joined:
            # "The envoy of Northland, A, and his Southern counterpart, B, met. The two …".
            self.carried.pair = self.carried.many = persons
        elif apart and len({party.actor or party.side for party in draft.parties}) == 2:
            self.carried.pair = draft.parties
            if all(party.is_person for party in draft.parties):
                # "A met B. Their first meeting …", "They signed …".
                self.carried.many = draft.parties

    def _joined_later(self, told: Told) -> None:
        """ "Northland met B on Monday. A headed the northern team": at the meeting that Northland was at."""
        if self._made and told.reports and self._made[-1].date == self._made[told.reports[0]].date:
            states = self._states.intersection(self._made[told.reports[0]].participants)
            there = states.union(self._made[-1].participants)
            self._made[-1] = replace(self._made[-1], participants=tuple(sorted(there)))

    def _name_those_meant(self, made: Sequence[int], draft: Draft) -> None:
        """ "Northland and Southland met on Monday. The talks between A and B …": it was A and B who met."""
        persons = {party.side for party in draft.parties if party.is_person}
        if draft.kind not in TOGETHER or not made or not persons >= self.world.joined:
            return
        for told in reversed(self.told[-NEAR:]):
            if self.number - told.number > NEAR or told.draft.kind not in TOGETHER:
                continue
            for at in told.reports:
                same = next(
                    (self._made[new] for new in made if self._made[new].date == self._made[at].date), None
                )
                states = all(actor in self._states for actor in self._made[at].participants)
                if same is not None and same.status is self._made[at].status and states:
                    self._made[at] = replace(self._made[at], participants=same.participants)

    def _to_come(self, draft: Draft) -> tuple[When, ...]:
        """ "agreed on Tuesday to meet next week": of a plan's dates, those after the article's day."""
        published = self.source.published[:10]
        if draft.status is not Status.PLANNED or len(draft.dates) < 2 or len(published) < 10:
            return draft.dates
        bounds = [(when, edtf.bounds(when.edtf)) for when in draft.dates]
        later = tuple(when for when, ends in bounds if ends is not None and ends[1].isoformat() > published)
        return later or draft.dates
