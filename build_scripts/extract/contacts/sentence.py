"""Extract: a passage as the rules read it: words, clauses, who is who, and what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from build_scripts.extract.contacts.carried import Carried
from build_scripts.extract.contacts.clause import Clause
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.once import once
from build_scripts.extract.contacts.parties import Party, parties
from build_scripts.extract.contacts.phrases import Phrase, phrases
from build_scripts.extract.contacts.places import Place, event_in, place_in
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World
from build_scripts.extract.records import record

if TYPE_CHECKING:
    from build_scripts.extract.contacts.roles import Reading


_STAND_INS = ("both_of", "both", "bare_sides", "possessives_of_one", "guests", "present_people")


@record
class Event:
    """A noun that is a contact, with what its own phrase says: "the previous talks between A and B"."""

    at: int
    phrase: Phrase
    modifiers: tuple[int, ...]
    """The words before the noun in its phrase."""


@dataclass(eq=False)
class Sentence:
    """A passage's words and clauses, with the tables that the rules read them by."""

    words: Sequence[Word]
    clauses: Sequence[Clause]
    grammar: Grammar
    world: World
    carried: Carried = field(default_factory=Carried)
    media: frozenset[str] = frozenset()
    """Organisations that the article quotes as reporting: speaking to one is no contact."""
    readings: dict[Clause, Reading] = field(default_factory=dict)
    """Clauses that have been read: several rules ask for the same."""
    named: dict[tuple[int, ...], tuple[Party, ...]] = field(default_factory=dict)
    """Who stands in which words: several rules ask for the same."""
    listed: dict[str, frozenset[int]] = field(default_factory=dict)
    """Where words of which list stand, once that was asked."""

    @once
    def lows(self) -> frozenset[str]:
        """Its words, once each: what is not among them need not be looked for word by word."""
        return frozenset([word.low for word in self.words])

    @once
    def asks(self) -> bool:
        """Whether the sentence is a question: it tells of nothing."""
        closing = [word.text for word in self.words[-2:] if word.tag is Tag.CLOSE]
        return "?" in closing

    @once
    def has_occasions(self) -> bool:
        """Whether any word is a noun of contact, or of being a guest."""
        return not self.lows.isdisjoint(self.grammar.occasions)

    @once
    def has_home(self) -> bool:
        """Whether any word is the home of a side."""
        return any(word.home for word in self.words)

    @once
    def has_events(self) -> bool:
        """Whether any word is a noun of contact."""
        return not self.grammar.events.keys().isdisjoint(self.lows)

    @once
    def dates(self) -> frozenset[int]:
        """Where its dates stand."""
        return frozenset([at for at, word in enumerate(self.words) if word.tag is Tag.DATE])

    @once
    def tags(self) -> frozenset[Tag]:
        """What its words are: rules for dates need not be tried where there is none."""
        return frozenset([word.tag for word in self.words])

    @once
    def stand_ins(self) -> frozenset[int]:
        """Where words stand that may mean people without naming them."""
        known = self.grammar.nouns(*_STAND_INS)
        return frozenset(
            [at for at, word in enumerate(self.words) if word.low in known or word.low == "their"]
        )

    @once
    def has_together(self) -> bool:
        """Whether any word says that several do one thing together."""
        return not self.lows.isdisjoint(self.grammar.classes["jointly"])

    def phrases(self, indices: Sequence[int], before_verb: bool = False) -> tuple[Phrase, ...]:
        return phrases(indices, self.words, self.grammar, before_verb)

    def parties(self, indices: Iterable[int]) -> tuple[Party, ...]:
        """Those who stand in these words; pronouns for those who were spoken of."""
        indices = tuple(indices)
        known = self.named.get(indices)
        if known is None:
            known = self.named[indices] = parties(indices, self.words, self.world, self.grammar)
        found = known
        for each in indices if Tag.PRONOUN in self.tags else ():
            word = self.words[each]
            if word.tag is not Tag.PRONOUN:
                continue
            if self._is_him(word.low):
                found += tuple(_at(party, each) for party in self.carried.him or self.carried.one)
            elif self.grammar.has("pronouns-one", word.low):
                found += tuple(_at(party, each) for party in self.carried.called_so(word.low))
            elif self.grammar.has("pronouns-first", word.low):
                found += tuple(_at(party, each) for party in self.carried.speaker(word.start))
            elif self._is_they(each):
                found += tuple(_at(party, each) for party in self.carried.many)
        if found is known and known:
            return known
        return tuple(dict.fromkeys(found or self._stood_for(indices)))

    def _stood_for(self, indices: Sequence[int]) -> tuple[Party, ...]:
        """Those who are meant by words that name nobody: "the two sides", "his envoys", "the guest"."""
        has_stand_in = not self.stand_ins.isdisjoint(indices)
        if has_stand_in and self._is_pair(indices):
            if self.carried.is_of_others:
                return ()
            if pair := self._pair(indices):
                return pair
        if found := self._of_home(indices) or (self._of_possessor(indices) if has_stand_in else ()):
            return found
        if has_stand_in and self._is_both(indices) and self.carried.many:
            return tuple(_at(party, indices[0]) for party in self.carried.many)
        if has_stand_in and self._is_the_guest(indices) and self.carried.guests:
            return tuple(_at(party, indices[0]) for party in self.carried.guests)
        if self.carried.sent and (senders := self._senders(indices)) is not None:
            return (_at(senders, indices[0]),)
        if has_stand_in and self.is_present(indices):
            return tuple(_at(party, indices[0]) for party in self.carried.present)
        return ()

    def _of_home(self, indices: Sequence[int]) -> tuple[Party, ...]:
        """ "spoke with anyone in Northtown", "officials in Northtown": of the side that is at home there."""
        if len(indices) < 1 or indices[-1] + 2 >= len(self.words):
            return ()
        if not self.has_home:
            return ()
        last = next(
            (each for each in reversed(indices) if self.words[each].tag is not Tag.COMMA), indices[-1]
        )
        someone = self.has("anybody", last) or self.has("groups", last)
        home = self.words[last + 2].home if last + 2 < len(self.words) else ""
        if not someone or not home or self.words[last + 1].low not in ("in", "from"):
            return ()
        return (Party("", home, last, is_person=self.has("anybody", last), is_many=True),)

    def _is_him(self, low: str) -> bool:
        """ "him", and "her" where no noun follows."""
        return self.grammar.has("pronouns-him", low) or self.grammar.has("object_pronouns", low)

    def _is_they(self, each: int) -> bool:
        """ "They met", "received them"; near-miss: "eleven rounds, most of them in tents"."""
        counted = each > 0 and self.words[each - 1].low == "of"
        return self.grammar.has("pronouns-many", self.words[each].low) and not counted

    def is_present(self, indices: Sequence[int]) -> bool:
        """ "the participants": those at the meeting just told of."""
        found = [each for each in indices if self.has("present_people", each) and not self.words[each].quoted]
        if any(self.words[each].tag is Tag.ACTOR for each in indices):
            return False
        return bool(found) and any(self.has("definite", each) for each in indices if each < found[0])

    def _is_the_guest(self, indices: Sequence[int]) -> bool:
        """ "the guest", "in honour of the visitor"; near-miss: "the guest of B"."""
        words = [each for each in indices if self.words[each].tag is not Tag.COMMA]
        if len(words) < 2 or not self.has("guests", words[-1]):
            return False
        return self.has("definite", words[-2])

    def _senders(self, indices: Sequence[int]) -> Party | None:
        """Whose "the delegation", "the two envoys" is; not: "the Northern team", "the team from C"."""
        words = [self.words[each] for each in indices if self.words[each].tag is not Tag.COMMA]
        while words and words[-1].tag in (Tag.ADVERB, Tag.JOINING):
            # "The delegation then", "The delegation later".
            words.pop()
        if len(words) < 2 or not self.grammar.has("definite", words[0].low):
            return None
        plain = all(word.tag in (Tag.NOUN, Tag.VERB, Tag.ADVERB, Tag.DETERMINER) for word in words[1:])
        return self.carried.sent.get(words[-1].low.removesuffix("s")) if plain else None

    def _is_pair(self, indices: Sequence[int]) -> bool:
        """ "the two", "the two men", "both sides": those of the contact last told of."""
        lows = [self.words[each].low for each in indices if self.words[each].tag is not Tag.CLOSE]
        both = [at for at, low in enumerate(lows) if self.grammar.has("both_of", low)]
        following = lows[both[-1] + 1 :] if both else []
        if len(lows) == 2 and lows[0] == "the" and self.grammar.has("bare_sides", lows[1]):
            # "The parties will meet again".
            return True
        known = ("pairs", "pairs_of_sides", "both_of")
        return bool(both) and all(any(self.grammar.has(kind, low) for kind in known) for low in following)

    def _pair(self, indices: Sequence[int]) -> tuple[Party, ...]:
        """The two who met, or, for "the two sides", their sides as a whole."""
        last = self.words[indices[-1]].low
        if self.grammar.has("pairs", last) or self.grammar.has("both_of", last):
            return tuple(_at(party, indices[0]) for party in self.carried.pair)
        pair = self.carried.pair
        known = not pair or any(party.side in self.world.joined for party in pair)
        sides = sorted(self.world.joined) if known else []
        whole = self.carried.whole
        return tuple(Party(whole.get(side, ""), side, indices[0], is_many=True) for side in sides)

    def _of_possessor(self, indices: Sequence[int]) -> tuple[Party, ...]:
        """ "his envoys", "her deputy, A. Ash": people of the side of him who was spoken of."""
        for at, each in enumerate(indices[:-1]):
            owned = self.has("possessives_of_one", each)
            behind = indices[at + 1 : at + 4]
            if owned and any(self.has("groups", later) or self.has("staff", later) for later in behind):
                return tuple(
                    Party("", party.side, each, is_many=True) for party in self.carried.one if party.side
                )
        return ()

    def _is_both(self, indices: Sequence[int]) -> bool:
        """ "their leadership", "both groups": those spoken of before; not "two of the League's rivals"."""
        if any(self.words[each].tag in (Tag.ACTOR, Tag.SIDED) for each in indices):
            return False
        lows = [self.words[each].low for each in indices]
        people = any(self.grammar.has("groups", low) for low in lows)
        # "both groups", "the leaders of both"; near-miss: "the heads of two of A's rivals".
        counted = any(
            self.grammar.has("both", low) and lows[at + 1 : at + 2] != ["of"] for at, low in enumerate(lows)
        )
        return people and ("their" in lows or counted)

    def place(self, phrase: Phrase) -> Place | None:
        return place_in(phrase, self.words, self.world, self.grammar)

    def event(self, phrase: Phrase) -> Event | None:
        at = event_in(phrase, self.words, self.grammar) if self.has_events else -1
        if at < 0:
            return None
        return Event(at, phrase, tuple(each for each in phrase.words if each < at))

    def occasion(self, phrase: Phrase) -> Event | None:
        """The event of a phrase where its noun is a contact by itself ("talks", not "events")."""
        event = self.event(phrase)
        return None if event is None or self.has("loose", event.at) else event

    def is_owned(self, event: Event) -> bool:
        """ "B's second summit"; near-miss: "yesterday's talks"."""
        return any(
            self.words[each].tag is Tag.POSSESSIVE and self.words[each - 1].tag is not Tag.DATE
            for each in event.modifiers
        )

    def has_preposition(self, kind: str, phrase: Phrase) -> bool:
        return self.grammar.has(kind, phrase.preposition)

    def has(self, kind: str, at: int) -> bool:
        return self.words[at].low in self.grammar.classes[kind]

    def has_any(self, kind: str, places: Iterable[int]) -> bool:
        """Whether one of the words stands in the lexicon's list of that name."""
        found = self.listed.get(kind)
        if found is None:
            known = self.grammar.classes[kind]
            words = () if self.lows.isdisjoint(known) else self.words
            found = self.listed[kind] = frozenset([at for at, word in enumerate(words) if word.low in known])
        return not found.isdisjoint(places)

    def has_date(self, places: Iterable[int]) -> bool:
        """Whether one of the words is a date."""
        return not self.dates.isdisjoint(places)


def _at(party: Party, at: int) -> Party:
    return Party(party.actor, party.side, at, party.is_person, party.is_many)
