"""Extract: the drafts of each sentence in order in, reports out: completed by what earlier sentences said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts import edtf
from build_scripts.extract.contacts.by_entry import by_entry, opens_entry
from build_scripts.extract.contacts.by_series import bare_series
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.completing import Completing
from build_scripts.extract.contacts.credits import credited_by
from build_scripts.extract.contacts.dating import UNDATED, When
from build_scripts.extract.contacts.draft import Draft, used_words
from build_scripts.extract.contacts.drafts import drafts
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.headlines import dated_by_text
from build_scripts.extract.contacts.hearsay import status_as_told
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Carried, Sentence
from build_scripts.extract.contacts.taking_back import (
    answers_no,
    says_nothing_came_of_it,
    says_untrue,
    told_of,
)
from build_scripts.extract.contacts.told import NEAR, TOGETHER, Told
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import ActorKind, Passage, PassageKind, Quotation, Report, Source, Status

_TRAILING = (Tag.COMMA, Tag.JOINING, Tag.PREPOSITION, Tag.DETERMINER)


def _is_tally(draft: Draft) -> bool:
    """ "Last year the two sides met four times": a count in which nobody is named tells of no contact."""
    vague = all(edtf.precision(when.edtf) == "year" for when in draft.dates)
    return draft.is_repeated and bool(draft.dates) and vague and not any(p.actor for p in draft.parties)


class Discourse(Completing):
    """Goes through a source's sentences; keeps who was spoken of and which contacts were told."""

    def __init__(
        self, source: Source, world: World, grammar: Grammar, quotations: Sequence[Quotation] = ()
    ) -> None:
        super().__init__(world, grammar)
        self.source = source
        self.quotations = quotations
        self.carried = Carried()
        self._paragraph = 0
        self._opened: tuple[int, When] | None = None
        """The paragraph that an entry of a list opens ("6 September: …"), and its date."""
        self._is_of_paragraph = False
        """Whether the entry's date holds for its paragraph only."""
        self._made: list[Report] = []
        self._headlines: list[int] = []
        """Those of them that a headline or heading tells."""
        self._asked: list[tuple[Draft, int, Passage, Sentence]] = []
        """What the sentence before asked about."""

    def reports(self) -> tuple[Report, ...]:
        """All reports so far, in the order of the text, without repeats."""
        told = [report for number, report in enumerate(self._made) if number not in self._headlines]
        states = frozenset(id for id, actor in self.world.actors.items() if actor.kind is ActorKind.STATE)
        for number in self._headlines:
            self._made[number] = dated_by_text(self._made[number], told, states)
        unique = dict.fromkeys(self._made)
        return tuple(sorted(unique, key=lambda report: (report.start, report.end, report.date, report.kind)))

    def read(self, passage: Passage, sentence: Sentence) -> None:
        """Take one sentence."""
        self.number = passage.number
        self.carried.speakers = self._speakers(passage)
        self._open_entry(passage, sentence)
        self._answer(passage, sentence)
        events: set[int] = set()
        for clause in sentence.clauses:
            if clause.chain:
                self._take_back(clause, passage, sentence)
                told = drafts(clause, sentence)
                again = bare_series(reading_of(clause, sentence)) if not told else None
                if not told and (same := self.done_likewise(reading_of(clause, sentence))) is not None:
                    self._tell(same, passage, sentence)
                if again is not None and (once_more := self.followed(again)) is not None:
                    self._tell(once_more, passage, sentence)
                for draft in told:
                    at = draft.event.at if draft.event else -1
                    if self.is_circumstance(draft) or at in events:
                        continue
                    draft = self.completed(draft, sentence)
                    status = status_as_told(draft, sentence)
                    if sentence.asks:
                        self._asked.append((draft, self.number, passage, sentence))
                        status = None
                    rumoured = status is None and draft.status is Status.HAPPENED and not sentence.asks
                    draft = replace(draft, status=status, is_rumour=draft.is_rumour or rumoured)
                    events.update({at} - {-1} if len(draft.sides(self.world.joined)) == 2 else ())
                    self._tell(draft, passage, sentence)
                self._add_participants(clause, passage, sentence)
            elif (entry := by_entry(clause, sentence, self._goes_on(passage))) is not None:
                self._tell(self.completed(self._of_entry(entry), sentence), passage, sentence)
            self._carry(clause, sentence)

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
        """Who is quoted in the passage, as far as it is an actor."""
        found = []
        for quotation in self.quotations:
            actor = self.world.actors.get(quotation.speaker)
            if actor is not None and quotation.start < passage.end and passage.start < quotation.end:
                party = Party(actor.id, actor.side, -1, actor.kind is ActorKind.PERSON)
                found.append((quotation.start, quotation.end, party))
        return tuple(found)

    def _open_entry(self, passage: Passage, sentence: Sentence) -> None:
        """A heading that is a date is that of what stands below it, a date alone that of its paragraph."""
        if passage.kind is PassageKind.SENTENCE and passage.paragraph != self._paragraph:
            self.entry = None if self._is_of_paragraph else self.entry
        words = [word for word in sentence.words if word.tag not in (Tag.CLOSE, Tag.COMMA, Tag.STOP)]
        given = words[0].date if len(words) == 1 else None
        if given is not None and edtf.precision(given.edtf) in ("day", "month"):
            self.entry = When(given.edtf, given.text, -1)
            self._is_of_paragraph = passage.kind is PassageKind.SENTENCE
        elif passage.kind is not PassageKind.SENTENCE:
            self.entry = None
        if opens_entry(sentence):
            date = next(word.date for word in sentence.words if word.date is not None)
            self._opened = (passage.paragraph, When(date.edtf, date.text, -1)) if date.edtf else None
        self._paragraph = passage.paragraph

    def _tell(self, draft: Draft, passage: Passage, sentence: Sentence) -> None:
        sides = draft.sides(self.world.joined)
        if len(sides) < 2 or _is_tally(draft):
            return
        if draft.status is None:
            # Hoped for, not told; "the visit was called off" may still speak of it.
            self.told.append(Told((), draft, draft.parties, sides, self.number))
            return
        first = len(self._made)
        for when in draft.dates or (UNDATED,):
            self._made.append(self._report(draft, when, passage, sentence))
        made = tuple(range(first, len(self._made)))
        if passage.kind is not PassageKind.SENTENCE:
            self._headlines.extend(made)
        self.told.append(Told(made, draft, draft.parties, sides, self.number))
        if draft.event is not None:
            self.carried.present = draft.parties
        if len({party.actor or party.side for party in draft.parties}) == 2:
            self.carried.pair = draft.parties
            if all(party.is_person for party in draft.parties):
                # "A met B. Their first meeting …", "They signed …".
                self.carried.many = draft.parties

    def _report(self, draft: Draft, when: When, passage: Passage, sentence: Sentence) -> Report:
        used = sorted({each for each in (*draft.used, when.at) if each >= 0})
        start = min(sentence.words[each].start for each in used)
        while len(used) > 1 and sentence.words[max(used)].tag in _TRAILING:
            used.remove(max(used))
        first = used[0] - 1
        if first >= 0 and sentence.words[first].tag is Tag.PREPOSITION:
            start = sentence.words[first].start
        end = max(sentence.words[each].end for each in used)
        sides = sorted({party.side for party in draft.parties if party.side} | draft.sides(self.world.joined))
        by_people = {party.side for party in draft.parties}
        home = draft.place.home if draft.place else ""
        return Report(
            source=passage.source,
            passage=passage.id,
            start=start,
            end=end,
            quote=self.source.text[start:end],
            date=when.edtf,
            date_words=when.words,
            kind=draft.kind,
            status=self._dated_status(draft, when),
            participants=self._participants(draft.parties, sentence),
            sides=tuple(sides),
            place=draft.place.name if draft.place else "",
            repeated=draft.is_repeated and (not when.edtf or "/" in when.edtf),
            presence=bool(home) and home not in by_people,
            credited=credited_by(draft.clause, sentence, start, end, self.quotations),
        )

    def _dated_status(self, draft: Draft, when: When) -> Status:
        """The present tense with a day after the article's own tells a plan ("visits A on Friday")."""
        assert draft.status is not None
        published = self.source.published[:10]
        ends = edtf.bounds(when.edtf) if when.edtf[:1].isdigit() else None
        later = ends is not None and len(published) == 10 and ends[0].isoformat() > published
        return Status.PLANNED if draft.status is Status.HAPPENED and later else draft.status

    def _participants(self, people: Sequence[Party], sentence: Sentence) -> tuple[str, ...]:
        """Actor ids; a state only where no one else of its side takes part."""
        actors = {party.actor for party in people if party.actor}
        kinds = {actor: self.world.actors[actor].kind for actor in actors if actor in self.world.actors}
        sides = {self.world.actors[a].side for a in kinds if kinds[a] is not ActorKind.STATE}
        return tuple(
            sorted(
                actor
                for actor in kinds
                if kinds[actor] is not ActorKind.STATE or self.world.actors[actor].side not in sides
            )
        )

    def _add_participants(self, clause: Clause, passage: Passage, sentence: Sentence) -> None:
        """What tells who was at a meeting just spoken of: who signed or would not sign what it brought
        forth, and who led the other delegation."""
        reading = reading_of(clause, sentence)
        leads = bool({"lead", "head"} & reading.verbs) and any(
            sentence.has("delegations", each) for each in clause.words
        )
        if (last := self.told[-1] if self.told else None) is not None and self.number - last.number == 1:
            self._lead(clause, last, passage, sentence)
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

    def _lead(self, clause: Clause, told: Told, passage: Passage, sentence: Sentence) -> None:
        """ "The delegation was led by A", "It included A and B", "A led it": of the one just told of."""
        reading = reading_of(clause, sentence)
        leads = bool({"lead", "head"} & reading.verbs)
        if not (leads or reading.is_in("comprises")) or told.draft.status is not Status.HAPPENED:
            return
        words = [*clause.before, *clause.after[:2]]
        group = any(sentence.has("delegations", each) or sentence.words[each].low == "it" for each in words)
        people = () if reading.is_passive or not leads else reading.subject
        if reading.is_passive:
            for phrase in reading.after:
                people += sentence.parties(phrase.words) if phrase.preposition == "by" else ()
        elif not leads:
            people += reading.object_parties
        people = tuple(party for party in people if party.is_person)
        delegated = any(party.actor and not party.is_person for party in told.parties)
        if not group or not people or not delegated or not {party.side for party in people} <= told.sides:
            return
        self._tell(
            replace(
                told.draft,
                clause=clause,
                parties=(*people, *(replace(party, at=-1) for party in told.parties)),
                dates=tuple(replace(when, at=-1) for when in told.draft.dates),
                place=replace(told.draft.place, at=-1) if told.draft.place is not None else None,
                event=None,
                used=used_words(clause, people),
            ),
            passage,
            sentence,
        )

    def _brings_forth(self, told: Told) -> bool:
        """Whether a document can be what came of it: talks, or people who met in this very sentence."""
        met = told.number == self.number and told.draft.kind in TOGETHER
        return told.draft.event is not None or met

    def _is_outcome(self, reading: Reading) -> bool:
        sentence = reading.sentence
        return (
            reading.is_in("outcome_verbs")
            and reading.object is not None
            and any(sentence.has("outcomes", each) for each in reading.object.words)
        )

    def _take_back(self, clause: Clause, passage: Passage, sentence: Sentence) -> None:
        """What the clause says of the contact told before: that it is untrue, or that nothing came of it."""
        reading = reading_of(clause, sentence)
        told = self.told[-1] if self.told else None
        if told is None or self.number - told.number > 1:
            return
        joined = told.number == self.number and clause.kind is Kind.JOINED
        if says_untrue(reading) and not joined:
            self._deny(told)
            if told.draft.is_rumour:
                self._tell(told_of(told.draft, clause, Status.DENIED), passage, sentence)
            return
        planned = told.draft.status is Status.PLANNED and told.draft.clause is not clause
        if planned and says_nothing_came_of_it(reading, told.parties):
            self._tell(told_of(told.draft, clause, Status.CANCELLED), passage, sentence)

    def _deny(self, told: Told) -> None:
        for at in told.reports:
            if self._made[at].status is Status.HAPPENED:
                self._made[at] = replace(self._made[at], status=Status.DENIED)

    def _answer(self, passage: Passage, sentence: Sentence) -> None:
        """ "Did A meet B?" "No": denied, in the words of the question."""
        asked, self._asked = self._asked, []
        if sentence.asks:
            return
        for draft, number, question, words in asked:
            if number == self.number - 1 and answers_no(sentence):
                self._tell(replace(draft, status=Status.DENIED), question, words)

    def _carry(self, clause: Clause, sentence: Sentence) -> None:
        """Remember whom `he` and `they` will mean."""
        reading = reading_of(clause, sentence)
        if not clause.chain:
            if opens_entry(sentence):
                named = [party for party in sentence.parties(clause.before) if party.is_person]
                self.carried.one = tuple(named[:1]) or self.carried.one
            return
        groups = [reading.subject, reading.object_parties]
        groups.extend(
            sentence.parties(phrase.words) for phrase in reading.after if phrase.preposition == "with"
        )
        if {"lead", "head"} & reading.verbs:
            # "A heads the one delegation, B that of the others. Both …"
            heads = tuple(p for p in (*reading.subject, *reading.object_parties) if p.is_person)
            groups.append(heads)
            self.carried.pair = heads if len(heads) == 2 else self.carried.pair
        for people in groups:
            if len({party.actor for party in people if party.actor}) > 1:
                self.carried.many = people
        met = [party for party in reading.object_parties if party.is_person and party.at >= 0]
        if len(met) == 1 and sentence.words[met[0].at].tag is Tag.ACTOR:
            self.carried.him = tuple(met)
        persons = [party for party in reading.subject if party.is_person]
        if reading.own_subject and len(persons) == 1:
            self.carried.one = tuple(persons)
        elif reading.own_subject and len(met) == 1 and not persons:
            # "The ministry invited A. He …"
            self.carried.one = tuple(met)
