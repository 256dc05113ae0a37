"""Extract: the clauses of an article in order in, whom "he", "they" and "the two" mean next out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_scripts.extract.contacts.among_others import tells_of_others
from build_scripts.extract.contacts.by_entry import opens_entry
from build_scripts.extract.contacts.carried import Carried
from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.places import Place
from build_scripts.extract.contacts.roles import Reading, reading_of
from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.extract.contacts.signs.others import others_named
from build_scripts.extract.contacts.told import NEAR
from build_scripts.extract.contacts.words import Tag, Word
from build_scripts.extract.contacts.world import World

_REMEMBERED = 6
"""People named before of whom a pronoun may still speak."""


_NEAR_NOUN = 4
"""Words, at most, between "delegation" and whose it is."""


class Attention:
    """Of whom the article speaks, sentence after sentence."""

    def __init__(self, world: World, grammar: Grammar) -> None:
        self.world = world
        self.grammar = grammar
        self.carried = Carried()
        self._is_spoken_of = False
        """Whether the sentence at hand has said of whom it speaks."""
        self._is_about_it = False
        """Whether it was about an organisation or a state, or about "it"."""
        self._has_met = False
        """Whether it has named several people."""
        self._paired = 0
        """The sentence that last told of a pair."""

    def carry(self, clause: Clause, sentence: Sentence) -> None:
        """Remember whom `he` and `they` will mean."""
        reading = reading_of(clause, sentence)
        if not clause.chain:
            if opens_entry(sentence):
                named = [party for party in sentence.parties(clause.before) if party.is_person]
                self.carried.one = tuple(named[:1]) or self.carried.one
            return
        self._carry_body(reading)
        groups = [reading.subject, reading.object_parties]
        groups.extend(
            sentence.parties(phrase.words) for phrase in reading.after if phrase.preposition in ("with", "by")
        )
        if {"lead", "head"} & reading.verbs:
            # "A heads the one delegation, B that of the others. Both …"
            heads = tuple(p for p in (*reading.subject, *reading.object_parties) if p.is_person)
            groups.append(heads)
            self.carried.pair = heads if len(heads) == 2 else self.carried.pair
        apart = tuple(party for party in (*reading.subject, *reading.object_parties) if party.is_person)
        if len(apart) == 2 and self._are_apart(apart):
            # "She asked to see B, and on 4 May they met".
            groups.append(apart)
        for people in groups:
            if self._are_several(people):
                self.carried.many = people
                self._has_met = self._has_met or any(party.is_person for party in people)
        met = [party for party in reading.object_parties if party.is_person and party.at >= 0]
        if len(met) == 1 and sentence.words[met[0].at].tag is Tag.ACTOR:
            self.carried.him = tuple(met)
        persons = [party for party in reading.subject if party.is_person] or self._spoken_for(reading)
        if clause.kind is Kind.MAIN and not persons and self._is_stranger(reading):
            # "The mayor offered his help. He called on A": neither of those spoken of before.
            self.carried.one = self.carried.him = ()
            self._is_spoken_of = True
            return
        if self._is_by_the_way(clause, sentence) or _meets_him(reading):
            # "He did not speak to a minister until May, when B stopped him. C received him. He …"
            self._is_spoken_of = True
            return
        if reading.own_subject and len(met) == 1 and reading.is_in("makes_holder"):
            # "The premier appointed a special envoy, A. She …": A.
            self.carried.one = tuple(met)
            self._is_spoken_of = True
        elif reading.own_subject and len(persons) == 1:
            self._forget_him(clause, persons[0], bool(met))
            self.carried.one = tuple(persons)
            self._is_spoken_of = True
        elif reading.own_subject and len(met) == 1 and not persons:
            # "The ministry invited A. He …"
            self.carried.one = tuple(met)
            self._is_spoken_of = True

    def _are_several(self, people: Sequence[Party]) -> bool:
        """Whether they are "they"; near-misses: "the League's leader, A", "two companies" beside A and B."""
        persons = {party.actor for party in people if party.is_person and party.actor}
        bodies = {party.actor for party in people if not party.is_person and party.actor}
        if not persons:
            return len(bodies) > 1 and not self._has_met
        described = len(persons) == 1 and len({party.side for party in people}) == 1
        return len(persons | bodies) > 1 and not described

    def _forget_him(self, clause: Clause, one: Party, has_met: bool) -> None:
        """ "A met B. C went there in May. D saw him in June": C, of whom the sentence before is."""
        known = {party.actor for party in (*self.carried.him, *self.carried.one)}
        if clause.kind is Kind.MAIN and not has_met and one.actor and one.actor not in known:
            self.carried.him = ()

    def _carry_body(self, reading: Reading) -> None:
        """ "The League rejected the plan. It …": the one organisation or state that a sentence is about."""
        words = reading.own_subject[0].words if reading.own_subject else ()
        if reading.clause.kind is not Kind.MAIN or not words or reading.sentence.words[words[0]].low == "it":
            self._is_about_it = self._is_about_it or bool(words and reading.clause.kind is Kind.MAIN)
            return
        people = [party for party in reading.subject if party.actor and party.at in words]
        bodies = [party for party in people if not party.is_person]
        if bodies[:1] == people[:1]:
            one = len({party.actor for party in bodies}) == 1
            self.carried.body = (replace(bodies[0], at=-1),) if one else ()
            self._is_about_it = one

    def _is_stranger(self, reading: Reading) -> bool:
        """ "The mayor, Jon Brand, …", "Mr. Brand …": someone whom the article names, and no actor."""
        words = reading.own_subject[0].words if reading.own_subject else ()
        sentence = reading.sentence
        if reading.subject or any(sentence.words[each].tag is Tag.ACTOR for each in words):
            return False
        named = any(sentence.words[each].tag is Tag.NAME for each in words)
        if sentence.has_any("heads", words) and self._is_named_aside(words, sentence):
            # "The head of the agency, Jon Brand, …".
            return True
        return named and any(
            sentence.has("held_by_one", each) or sentence.has("honorifics", each) for each in words
        )

    def _is_named_aside(self, words: Sequence[int], sentence: Sentence) -> bool:
        """Whether the phrase ends with a name between commas."""
        tags = [sentence.words[each].tag for each in words]
        commas = [number for number, tag in enumerate(tags) if tag is Tag.COMMA]
        if len(commas) < 2 or commas[-1] != len(tags) - 1:
            return False
        aside = tags[commas[-2] + 1 : -1]
        return bool(aside) and all(tag is Tag.NAME for tag in aside)

    def _spoken_for(self, reading: Reading) -> list[Party]:
        """ "A spokesman for A said that she …": A."""
        words = reading.own_subject[0].words if reading.own_subject else ()
        sentence = reading.sentence
        agent = sentence.has_any("agents", words)
        people = [each for each in words if self.world.is_person(sentence.words[each])]
        if not agent or len(people) != 1:
            return []
        word = sentence.words[people[0]]
        actor = word.mention.actor if word.mention is not None else ""
        return [Party(actor, word.sides[0] if word.sides else "", people[0], is_person=True)]

    def _is_by_the_way(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether a clause hangs behind one whose subject is a person: that one is spoken of."""
        above = clause.parent
        if above is None or clause.kind not in (Kind.SUBORDINATE, Kind.RELATIVE) or not above.chain:
            return False
        behind = bool(clause.words) and above.chain[0] < clause.words[0]
        return behind and any(party.is_person for party in reading_of(above, sentence).subject)

    def remember(self, sentence: Sentence, number: int, tells: bool) -> None:
        """Who was named last; "the two" are those of a sentence that names two, and of no old one."""
        named = tuple(
            Party(word.mention.actor, word.sides[0] if word.sides else "", -1, is_person=True)
            for word in reversed(sentence.words)
            if word.mention is not None and word.mention.actor in self.world.persons
        )
        if len({party.actor for party in named}) == 1 and not self._is_spoken_of:
            # "It took a journey by A to save the talks. He …"
            self.carried.one = named[:1]
        self._is_spoken_of = self._has_met = False
        self.carried.body = self.carried.body if self._is_about_it else ()
        self._is_about_it = False
        if named:
            self.carried.recent = tuple(dict.fromkeys((*named, *self.carried.recent)))[:_REMEMBERED]
        self.carried.is_of_others = not tells and self._is_of_others(sentence)
        self._remember_senders(sentence)
        self._remember_event(sentence)
        self.carried.there = self._last_home(sentence)
        pair = {party.actor for party in self.carried.pair}
        with_him = self._with_him(named, sentence)
        if tells:
            self._paired = number
        elif pair and {party.actor for party in named} - pair and number - self._paired > NEAR:
            self.carried.pair = with_him
        if with_him:
            self.carried.pair = with_him
        elif (
            not tells
            and len(one_of_each := tuple(dict.fromkeys(named))) == 2
            and self._are_apart(one_of_each)
        ):
            # "A and B have known each other for years. The two men …".
            self.carried.pair = one_of_each
        self.carried.is_among_others = not tells and tells_of_others(sentence)
        if self.carried.is_among_others:
            self.carried.pair = self.carried.many = ()

    def _is_of_others(self, sentence: Sentence) -> bool:
        """ "The League and Westland took a break in their talks": not of both sides."""
        if not sentence.has_events:
            return False
        for clause in sentence.clauses:
            subject = reading_of(clause, sentence).own_subject[:1] if clause.chain else ()
            words = subject[0].words if subject else ()
            sides = {party.side for party in sentence.parties(words)} & self.world.joined if words else set()
            listed = any(sentence.words[each].tag is Tag.JOINING for each in words)
            if len(sides) == 1 and listed and others_named(words, sentence):
                return True
        return False

    def _last_home(self, sentence: Sentence) -> Place | None:
        """ "Who will go to the capital? B was to be there": the home named last, if no place is after it."""
        if not sentence.has_home:
            return None
        for word in reversed(sentence.words):
            if word.home:
                return Place(self.world.home_name(word), word.home, -1)
            if word.tag is Tag.NAME:
                break
        return None

    def _remember_event(self, sentence: Sentence) -> None:
        """The event that the sentence names last, and whose it is: "A's trip", "the talks"."""
        self.carried.event = self.carried.owner = ""
        if not sentence.has_events:
            return
        words = sentence.words
        at = next(at for at in reversed(range(len(words))) if words[at].low in self.grammar.events)
        self.carried.event = words[at].low
        for each in range(at - 1, max(at - _NEAR_NOUN, 0), -1):
            mention = words[each - 1].mention
            if words[each].tag is Tag.POSSESSIVE and mention is not None:
                self.carried.owner = mention.actor

    def _are_apart(self, people: Sequence[Party]) -> bool:
        return {party.side for party in people} >= self.world.joined

    def _remember_senders(self, sentence: Sentence) -> None:
        """Whose "the League delegation", "a team of the League", "A's envoys" are."""
        words = sentence.words
        if sentence.lows.isdisjoint(self.grammar.with_plurals("delegations", "sent_people")):
            return
        sent = self.grammar.nouns("delegations", "sent_people")
        for at, word in enumerate(words):
            one = word.low.removesuffix("s")
            if one not in sent:
                continue
            before = next(
                (n for n in range(at - 1, max(at - _NEAR_NOUN, -1), -1) if self._sends(words, n)), -1
            )
            linked = at + 1 < len(words) and words[at + 1].low in ("of", "from")
            behind = range(at + 2, min(at + 2 + _NEAR_NOUN, len(words))) if linked else range(0)
            whose = before if before >= 0 else next((n for n in behind if self._sends(words, n, True)), -1)
            if whose >= 0 and (mention := words[whose].mention) is not None:
                person = self.world.is_person(words[whose])
                actor = "" if person else mention.actor
                self.carried.sent[one] = Party(actor, words[whose].sides[0], -1, is_many=True)

    def _sends(self, words: Sequence[Word], at: int, behind: bool = False) -> bool:
        """Whether an organisation or a state of a side stands there, or a person to whom they belong."""
        word = words[at]
        if word.tag is not Tag.ACTOR or not word.sides or word.sides[0] not in self.world.joined:
            return False
        owns = at + 1 < len(words) and words[at + 1].tag is Tag.POSSESSIVE
        return not self.world.is_person(word) or behind or owns

    def _with_him(self, named: tuple[Party, ...], sentence: Sentence) -> tuple[Party, ...]:
        """ "He called B, the director, a fool. The two men …": he and B, where nobody else is named."""
        others = {party.actor: party for party in named}
        opens = sentence.words and self.grammar.has("pronouns-one", sentence.words[0].low)
        one = self.carried.one[:1]
        if not opens or len(others) != 1 or not one or one[0].actor in others:
            return ()
        other = next(iter(others.values()))
        apart = one[0].side and other.side and one[0].side != other.side
        return (replace(one[0], at=-1), other) if apart else ()


def _meets_him(reading: Reading) -> bool:
    """ "B received him in May. He …": still of him."""
    first = reading.object.words[0] if reading.object is not None and reading.object.words else -1
    if first < 0 or reading.sentence.words[first].tag is not Tag.PRONOUN:
        return False
    return len(reading.object_parties) == 1 and reading.object_parties[0].is_person
