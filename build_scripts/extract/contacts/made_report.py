"""Extract: a completed draft with one of its dates in, the report that it makes out, with its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from build_scripts import edtf
from build_scripts.extract.contacts.credits import credited_by
from build_scripts.extract.contacts.dates_in_phrases import UNDATED, When
from build_scripts.extract.contacts.draft import Draft
from build_scripts.extract.contacts.grammar import Form
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.people import whole_of
from build_scripts.extract.contacts.words import Tag
from build_scripts.extract.contacts.world import World
from build_scripts.models import ActorKind, Passage, Quotation, Report, Source, Status

_TRAILING = (Tag.COMMA, Tag.JOINING, Tag.PREPOSITION, Tag.DETERMINER)


def _is_past(draft: Draft, sentence: Sentence) -> bool:
    """Whether its verb is of a contact, and can only be the past: "met"; near-misses: "meets", "said"."""
    chain, frames = draft.clause.chain, sentence.grammar.frames
    if not any(sense.name in frames for sense in draft.clause.senses):
        return False
    forms = sentence.grammar.forms.get(sentence.words[chain[-1]].low, frozenset()) if chain else frozenset()
    return len(chain) == 1 and Form.PAST in forms and Form.BASE not in forms


class Reports:
    """Makes the reports of one source."""

    def __init__(self, source: Source, world: World, quotations: Mapping[str, Sequence[Quotation]]) -> None:
        self.source = source
        self.world = world
        self.quotations = quotations

    def made(self, draft: Draft, when: When, passage: Passage, sentence: Sentence) -> Report:
        when, status = self._dated(draft, when, sentence)
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
            status=status,
            participants=self._participants(draft.parties, sentence),
            sides=tuple(sides),
            place=draft.place.name if draft.place else "",
            repeated=draft.is_repeated and (not when.edtf or "/" in when.edtf),
            presence=bool(home) and home not in by_people,
            credited=credited_by(draft.clause, sentence, start, end, self.quotations.get(passage.id, ())),
        )

    def _dated(self, draft: Draft, when: When, sentence: Sentence) -> tuple[When, Status]:
        """The present tense with a day after the article's own tells a plan ("visits A on Friday").

        "Met B in May 1999" tells of no plan, whatever the article's own day is said to be; "met B in May" has
        no such day.
        """
        assert draft.status is not None
        published = self.source.published[:10]
        ends = edtf.bounds(when.edtf) if when.edtf[:1].isdigit() else None
        later = ends is not None and len(published) == 10 and ends[0].isoformat() > published
        if draft.status is not Status.HAPPENED or not later:
            return when, draft.status
        if not _is_past(draft, sentence):
            return when, Status.PLANNED
        stated = when.at >= 0 and when.edtf[:4] in when.words
        return (when if stated else UNDATED), draft.status

    def _participants(self, people: Sequence[Party], sentence: Sentence) -> tuple[str, ...]:
        """Actor ids; a state only where no one else of its side takes part."""
        actors = {party.actor for party in people if party.actor}
        unnamed = {party.side for party in people if party.at >= 0 and not party.actor}
        # "His deputy", "Northern officials": of the one organisation or state of that side.
        actors |= {whole_of(side, sentence) for side in unnamed & self.world.joined} - {""}
        kinds = {actor: self.world.actors[actor].kind for actor in actors if actor in self.world.actors}
        sides = {self.world.actors[a].side for a in kinds if kinds[a] is not ActorKind.STATE}
        return tuple(
            sorted(
                actor
                for actor in kinds
                if kinds[actor] is not ActorKind.STATE or self.world.actors[actor].side not in sides
            )
        )
