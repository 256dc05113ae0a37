"""Extract: a clause among its sentence's clauses in, who does it, who is met and what event out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.dates_in_phrases import When
from build_scripts.extract.contacts.grammar import IN_ED, Form, Frame
from build_scripts.extract.contacts.infinitives import is_first_to
from build_scripts.extract.contacts.once import once
from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.phrases import Phrase, is_length
from build_scripts.extract.contacts.sentence import Event, Sentence
from build_scripts.extract.contacts.words import Tag

_MET_BY = ("with", "between", "among", "by")
_OF_SUBJECT = frozenset((Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.PRONOUN, Tag.SIDED, Tag.DETERMINER, Tag.VERB))
"""What a subject has one of: "on Monday" is none."""


class Reading:
    """One clause, read: lazily, as most clauses have no verb of contact."""

    def __init__(self, clause: Clause, sentence: Sentence) -> None:
        self.clause = clause
        self.sentence = sentence
        self.dates: dict[bool, tuple[When, ...]] = {}
        """The dates of its contact (`dating`), once they were asked for: each clause below asks again."""
        self.is_another_use = False
        """Whether its verb of contact was found to be used otherwise ("called B a liar")."""

    @once
    def verbs(self) -> frozenset[str]:
        return frozenset([sense.name for sense in self.clause.senses])

    @once
    def lemmas(self) -> frozenset[str]:
        """The verbs that it may be, without their particles."""
        return frozenset([sense.lemma for sense in self.clause.senses])

    @once
    def frames(self) -> tuple[Frame, ...]:
        frames = self.sentence.grammar.frames
        known = sorted([verb for verb in self.verbs if verb in frames])
        return tuple(dict.fromkeys([frame for verb in known for frame in frames[verb]]))

    def is_in(self, kind: str) -> bool:
        """Whether the verb is of a class of the lexicon."""
        return not self.verbs.isdisjoint(self.sentence.grammar.classes[kind])

    @once
    def is_passive(self) -> bool:
        clause, words, grammar = self.clause, self.sentence.words, self.sentence.grammar
        if not clause.chain:
            return False
        forms = grammar.forms.get(words[clause.chain[-1]].low, IN_ED)
        if Form.PARTICIPLE not in forms:
            return False
        helpers = [words[each].low for each in clause.chain[:-1] if words[each].tag is Tag.AUX]
        if helpers:
            return grammar.has("forms_of_be", helpers[-1])
        if any(words[each].tag is Tag.TO for each in clause.chain[:-1]):
            return False
        if clause.kind is Kind.JOINED and clause.parent is not None:
            return reading_of(clause.parent, self.sentence).is_passive
        return clause.kind is Kind.PARTICIPLE

    @once
    def before(self) -> tuple[Phrase, ...]:
        return self.sentence.phrases(self.clause.before, before_verb=True)

    @once
    def after(self) -> tuple[Phrase, ...]:
        return self.sentence.phrases(self.clause.after)

    @once
    def own_subject(self) -> tuple[Phrase, ...]:
        """The phrases from the subject to the verb; none if the clause takes its subject from another."""
        for number, phrase in enumerate(self.before):
            following = self.before[number + 1].preposition if number + 1 < len(self.before) else ""
            if is_length(phrase, self.sentence.words) and following in ("since", "after", "before"):
                continue
            if phrase.preposition:
                continue
            if any(self.sentence.words[each].tag in _OF_SUBJECT for each in phrase.words):
                return self.before[number:]
        return ()

    @once
    def opening(self) -> tuple[Phrase, ...]:
        return self.before[: len(self.before) - len(self.own_subject)]

    @once
    def subject(self) -> tuple[Party, ...]:
        """Who does it (or, in the passive, to whom it is done)."""
        clause, above = self.clause, self.clause.parent
        own: tuple[Party, ...] = ()
        if clause.kind is Kind.INFINITIVE and clause.head >= 0 and not self.own_subject:
            own = self._planners()
        elif self.own_subject and (bodies := self._it()):
            own = bodies
        elif self.own_subject:
            own = self._not_oneself(self.sentence.parties(self.own_subject[0].words))
            for phrase in self.own_subject[1:]:
                if self._is_joined(phrase):
                    own += self.sentence.parties(phrase.words)
            own = own or self._described_by_what_they_head()
        elif (
            clause.kind in (Kind.RELATIVE, Kind.PARTICIPLE)
            and clause.head >= 0
            and (clause.kind is Kind.RELATIVE or self.is_passive or self._is_close())
            and not self._is_adjunct()
        ):
            own = self._antecedent()
        elif above is not None:
            own = self._borrowed(above)
        elif self.resumes is not None:
            own = self.resumes.subject
        elif self._opens_sentence():
            # "4 May. Saw B at his club.", in A's diary.
            own = self.sentence.carried.author
        return tuple(dict.fromkeys(own + self._companions()))

    def _described_by_what_they_head(self) -> tuple[Party, ...]:
        """ "P. Oak, who heads the League's office, met B": one of the League."""
        sentence, subject = self.sentence, self.own_subject[0].words
        for clause in sentence.clauses:
            if clause.kind is not Kind.RELATIVE or clause.marker != "who" or clause.head not in subject:
                continue
            if not {sense.lemma for sense in clause.senses} & sentence.grammar.classes["heads_body"]:
                continue
            actors = (sentence.words[each] for each in clause.after)
            bodies = (word for word in actors if word.tag is Tag.ACTOR and not sentence.world.is_person(word))
            return tuple(Party("", word.sides[0], subject[0], is_many=True) for word in bodies if word.sides)[
                :1
            ]
        return ()

    @once
    def resumes(self) -> Reading | None:
        """ "A, the judge who fined B and who lives here, met C": the clause of A, behind those about him."""
        clause, clauses = self.clause, self.sentence.clauses
        if clause.kind is not Kind.MAIN or not clause.before or not clause.chain or self.own_subject:
            return None
        if clause not in clauses:
            # One half of a clause ("met B in May and C in June"), which the sentence does not list.
            return None
        if self.sentence.words[clause.before[0]].tag is not Tag.JOINING:
            return None
        mains = (other for other in reversed(clauses[: clauses.index(clause)]) if other.kind is Kind.MAIN)
        return next((r for other in mains if (r := reading_of(other, self.sentence)).own_subject), None)

    def _opens_sentence(self) -> bool:
        """Whether nothing but a date stands before the verb, and that is a finite one."""
        clause, words = self.clause, self.sentence.words
        if clause.kind is not Kind.MAIN or not clause.chain or not self.sentence.carried.author:
            return False
        forms = self.sentence.grammar.forms.get(words[clause.chain[0]].low, frozenset())
        before = words[: clause.chain[0]]
        return Form.PAST in forms and all(
            word.tag in (Tag.DATE, Tag.CLOSE, Tag.COMMA, Tag.STOP) for word in before
        )

    def _it(self) -> tuple[Party, ...]:
        """ "The League said it had held talks", "The League fell out. It held talks with B": the League.

        Near-miss: "It opened on 4 May", "It was in May that A met B".
        """
        words, above = self.own_subject[0].words, self.clause.parent
        if len(words) != 1 or self.sentence.words[words[0]].low != "it":
            return ()
        if self.clause.kind is Kind.MAIN and self.is_in("deeds_of_bodies"):
            return tuple(replace(body, at=words[0]) for body in self.sentence.carried.body)
        if self.clause.kind is not Kind.CONTENT or above is None:
            return ()
        spoken = reading_of(above, self.sentence).subject
        bodies = len(spoken) == 1 and bool(spoken[0].side) and not spoken[0].is_person
        return (replace(spoken[0], at=words[0]),) if bodies else ()

    def _is_joined(self, phrase: Phrase) -> bool:
        """ "A, envoy to Northland, | and B": one more of the subject."""
        words = self.sentence.words
        return not phrase.preposition and bool(phrase.words) and words[phrase.words[0]].tag is Tag.JOINING

    def _not_oneself(self, own: tuple[Party, ...]) -> tuple[Party, ...]:
        """ "A sat down with B. He telephoned A in May": he is B, as nobody telephones himself."""
        words = self.own_subject[0].words
        if len(own) != 1 or len(words) != 1 or self.sentence.words[words[0]].tag is not Tag.PRONOUN:
            return own
        if own[0].actor not in {party.actor for party in self.object_parties}:
            # "A sat down with B. He called on C and on B": somebody else did.
            return () if self._is_named_behind(own[0]) else own
        others = [party for party in self.sentence.carried.pair if party.actor != own[0].actor]
        return (replace(others[0], at=words[0]),) if len(others) == 1 and others[0].is_person else own

    def _is_named_behind(self, party: Party) -> bool:
        """Whether the clause has him by his name behind its verb, as one who is met."""
        words = self.sentence.words
        return any(
            mention.actor == party.actor
            and words[each - 1].tag in (Tag.PREPOSITION, Tag.NAME)
            and (each + 1 >= len(words) or words[each + 1].tag is not Tag.POSSESSIVE)
            for each in self.clause.after
            if (mention := words[each].mention) is not None
        )

    @property
    def antecedent(self) -> tuple[Party, ...]:
        """Whom a relative clause describes."""
        return self._antecedent() if self.clause.head >= 0 else ()

    @property
    def relative_preposition(self) -> str | None:
        """The preposition of "with whom", "" for a bare "whom"; None where the clause has neither."""
        first = self.clause.before[0] if self.clause.before else -1
        if self.clause.kind is not Kind.RELATIVE or first < 1 or self.clause.marker != "whom":
            return None
        last = self.sentence.words[first - 1]
        return last.low if last.tag is Tag.PREPOSITION else ""

    def _is_adjunct(self) -> bool:
        """ "left the capital without being received": said of who left."""
        first = self.clause.chain[0] if self.clause.chain else -1
        words = self.sentence.words
        return first >= 0 and words[first].tag is Tag.NOT and self.sentence.has("prepositions", first)

    def _is_close(self) -> bool:
        """Whether a participle stands right behind an actor: "involved A speaking with B"."""
        at = self.clause.head
        return (
            self.clause.chain[0] == at + 1
            and self.sentence.words[at].tag is Tag.ACTOR
            and (not self.sentence.words[at].home)
        )

    def _borrowed(self, above: Clause) -> tuple[Party, ...]:
        reading = reading_of(above, self.sentence)
        if (for_whom := self._for_whom(reading)) and not reading.subject:
            return for_whom
        guided = (
            self.clause.kind is Kind.INFINITIVE
            and not reading.verbs & self.sentence.grammar.classes["approaches"]
        )
        first = is_first_to(self.clause, above, self.sentence.words, self.sentence.grammar)
        if guided and reading.object_parties and not first:
            return reading.object_parties
        return reading.subject

    def _for_whom(self, above: Reading) -> tuple[Party, ...]:
        """ "There are no plans for A to meet B": A."""
        last = above.after[-1] if above.after else None
        if last is None or last.preposition != "for" or self.clause.kind is not Kind.INFINITIVE:
            return ()
        if not last.words or not self.clause.words or last.words[-1] + 1 != self.clause.words[0]:
            return ()
        return self.sentence.parties(last.words)

    def _planners(self) -> tuple[Party, ...]:
        """ "A's plans to visit B": A, who owns the noun that an infinitive explains."""
        above = self.clause.parent
        before = [each for each in above.before if each < self.clause.head] if above is not None else []
        if not before or self.sentence.words[before[-1]].tag is not Tag.POSSESSIVE:
            return ()
        return self.sentence.parties(before[:-1])

    def _antecedent(self) -> tuple[Party, ...]:
        above = self.clause.parent
        if above is None:
            return ()
        if self.clause.marker == "which" and (led := self._delegation(above)):
            return led
        # "…," said A, who met B: the comma has left the clause that A stands in.
        said = [other for other in self.sentence.clauses if self.clause.head in other.after]
        for part in (above.before, above.after, *(other.after for other in said)):
            if self.clause.head in part:
                upto = [each for each in part if each <= self.clause.head]
                phrase = self.sentence.phrases(upto)[-1]
                found = self.sentence.parties(phrase.words)
                persons = [party for party in found if party.at == self.clause.head and party.is_person]
                if self._are_both_meant(found):
                    return found
                return tuple(persons) or found or self._identified(above)
        return ()

    def _delegation(self, above: Clause) -> tuple[Party, ...]:
        """ "A delegation under A, envoy of the League, which was to go": those of the delegation."""
        reading = reading_of(above, self.sentence)
        if self.clause.head not in above.before or len(reading.own_subject) < 2:
            return ()
        named = self.sentence.has_any("delegations", reading.own_subject[0].words)
        return reading.subject if named and reading.own_subject[1].preposition == "under" else ()

    def _are_both_meant(self, people: tuple[Party, ...]) -> bool:
        """ "A and B, who met in May, agreed": both; near-misses: "A and B, who met C", "A and B who met"."""
        words, first = self.sentence.words, self.clause.words[0] if self.clause.words else 0
        behind = [words[each] for each in range(max(first - 2, 0), first) if words[each].tag is Tag.COMMA]
        met = self.object is not None or any(phrase.preposition == "with" for phrase in self.after)
        return len(people) == 2 and bool(behind) and not met and not self.is_passive

    def _identified(self, above: Clause) -> tuple[Party, ...]:
        """ "A was among those who …", "The envoy who … was A": whom a form of `be` says it is."""
        head = self.sentence.words[self.clause.head].low
        people = self.sentence.grammar.nouns("offices", "groups", "someone", "delegations")
        reading = reading_of(above, self.sentence)
        if "be" not in reading.verbs or head not in people or reading.is_passive:
            return ()
        return reading.object_parties if self.clause.head in above.before else reading.subject

    def _companions(self) -> tuple[Party, ...]:
        """ "…, led by B": those whom a participle adds to the subject."""
        found: tuple[Party, ...] = ()
        for phrase in self.own_subject[1:]:
            led = phrase.preposition == "under" and self.sentence.has_any(
                "delegations", self.own_subject[0].words
            )
            if phrase.preposition == "including" or led:
                found += self.sentence.parties(phrase.words)
        for other in self.sentence.clauses:
            if (
                other.parent is self.clause
                and other.kind is Kind.RELATIVE
                and other.head in self.clause.before
            ):
                # "the delegation, which included A".
                reading = reading_of(other, self.sentence)
                found += reading.object_parties if reading.is_in("comprises") else ()
            if (
                other.parent is self.clause
                and other.kind is Kind.PARTICIPLE
                and not self._describes_event(other)
                and not self._is_below_noun(other)
            ):
                found += agents(other, self.sentence, "accompanying")
        return found

    def _is_below_noun(self, participle: Clause) -> bool:
        """ "met C at the request of a delegation led by B": B is of that; not "met C, accompanied by B"."""
        at = participle.head
        return at in self.clause.after and self.sentence.has("delegations", at)

    def _is_of_one_met(self, participle: Clause) -> bool:
        """ "met a delegation led by B": B is of those met; near-miss: "A arrived in Westford, led by B"."""
        met = [phrase for phrase in self.after if phrase is self.object or phrase.preposition in _MET_BY]
        at = participle.head
        return any(at in phrase.words for phrase in met) and self.sentence.has("delegations", at)

    @once
    def leading_those_met(self) -> tuple[Party, ...]:
        """ "received a delegation led by B": B, who came with it."""
        found: tuple[Party, ...] = ()
        for other in self.sentence.clauses:
            if other.parent is self.clause and other.kind is Kind.PARTICIPLE and self._is_of_one_met(other):
                found += agents(other, self.sentence, "accompanying")
        return found

    def _describes_event(self, participle: Clause) -> bool:
        head = self.sentence.words[participle.head] if participle.head >= 0 else None
        # "members of Congress led by A".
        low = head.low if head is not None and head.text.islower() else ""
        return low in self.sentence.grammar.events and not self.sentence.grammar.has("delegations", low)

    @once
    def object(self) -> Phrase | None:
        first = next((phrase for phrase in self.after if not self._is_day(phrase)), None)
        if first is None or first.preposition:
            return None
        # "was again in the capital", "met again": no object.
        words = [self.sentence.words[each] for each in first.words]
        return None if all(word.tag is Tag.ADVERB for word in words) else first

    def _is_day(self, phrase: Phrase) -> bool:
        """ "visited on Friday | President A", "visited late | on Friday | A": nothing but a day."""
        tags = {self.sentence.words[each].tag for each in phrase.words}
        if not phrase.preposition:
            return bool(tags) and all(self.sentence.has("late_or_early", each) for each in phrase.words)
        return tags == {Tag.DATE}

    @once
    def object_parties(self) -> tuple[Party, ...]:
        return self.sentence.parties(self.object.words) if self.object else ()

    @once
    def subject_event(self) -> Event | None:
        return self.sentence.event(self.own_subject[0]) if self.own_subject else None


def reading_of(clause: Clause, sentence: Sentence) -> Reading:
    """The clause, read once."""
    found = sentence.readings.get(clause)
    if found is None:
        found = sentence.readings[clause] = Reading(clause, sentence)
    return found


def agents(participle: Clause, sentence: Sentence, kind: str) -> tuple[Party, ...]:
    """Those after `by`, where the participle's verb is of a class: "led by B", "organised by B"."""
    if not participle.chain or not sentence.has(kind, participle.chain[-1]):
        return ()
    found: tuple[Party, ...] = ()
    for phrase in sentence.phrases(participle.after):
        if phrase.preposition in ("by", "including"):
            found += sentence.parties(phrase.words)
    return found
