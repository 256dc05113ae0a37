"""Extract: the words of one sentence in, its clauses out: one verb each, with what stands before and after.

A shallow parse from left to right: no tagger, no grammar of English, only the cues by which clauses
open (subordinators, relatives, participles, `and` before a verb) and close (commas, a second verb).
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.clause import Clause, Kind
from build_scripts.extract.contacts.grammar import Grammar
from build_scripts.extract.contacts.subjects import Subjects
from build_scripts.extract.contacts.words import Tag, Word


def clauses(words: Sequence[Word], grammar: Grammar) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order in which they open."""
    return _Parse(words, grammar).run()


_NOUN = 4
"""Words of a subject among which its noun stands: "Persistent press reports in the capital"."""
_NEAR = 5
"""Words before a bracket among which the event stands that it dates: "visit to the Southern capital"."""
_DATED = frozenset((Tag.DATE, Tag.PREPOSITION))
_SIGNS = frozenset((Tag.STOP, Tag.OPEN, Tag.QUOTE, Tag.CLOSE, Tag.COMMA))
_PLAIN = Tag.all() - _SIGNS - {Tag.JOINING, Tag.VERB, Tag.AUX, Tag.MODAL, Tag.TO, Tag.NOT, Tag.ADVERB}
"""Words with which no clause opens, but for those of `Grammar.openers`."""


class _Parse(Subjects):
    def __init__(self, words: Sequence[Word], grammar: Grammar) -> None:
        super().__init__(words, grammar)
        # The next one last: words are taken from left to right, and brackets may never close.
        self.closes = [at for at in reversed(range(len(words))) if words[at].tag is Tag.CLOSE]
        self.joined: list[tuple[Clause, Clause]] = []
        """Clauses that "and" opened, each with the one before it."""

    def run(self) -> tuple[Clause, ...]:
        at = 0
        while at < len(self.words):
            at = self.step(at)
        for clause, left in self.joined:
            if not clause.chain and left.chain and self.is_one_phrase(clause):
                self.rejoin(clause, left)
        return tuple(clause for clause in self.found if not clause.is_empty)

    def is_one_phrase(self, clause: Clause) -> bool:
        """ "foreign and security policy chief"; near-miss: "a truce and the end of the war"."""
        nouns = [
            self.words[each].tag for each in clause.before[:2] if self.words[each].tag is not Tag.JOINING
        ]
        first = clause.before[0] if clause.before else 0
        at = first - (self.words[first].tag is not Tag.JOINING)
        return at > 0 and nouns[:1] == [Tag.NOUN] and self.words[at - 1].tag is Tag.NOUN

    def rejoin(self, clause: Clause, left: Clause) -> None:
        """ "met the foreign | and security policy chief on Monday as planned": "and" opened no clause."""
        left.after.extend(clause.before)
        clause.before = []
        for other in self.found:
            if other.parent is clause:
                other.parent = left

    def step(self, at: int) -> int:
        """Take the word (or verb group) at `at`; give the index of the next."""
        word = self.words[at]
        if word.tag in _PLAIN and word.low not in self.grammar.openers:
            now = self.now
            (now.after if now.chain else now.before).append(at)
            return at + 1
        if word.tag in _SIGNS:
            return self.sign(at, word.tag)
        if self.opens_relative(at) and not self.is_told_someone(at):
            head = self.described_event(at) if word.low in ("that", "which") else self.noun_before(at)
            if at and self.grammar.has("someone", self.words[at - 1].low):
                head = at - 1
            self.open(Kind.RELATIVE, marker=word.low, head=head)
            if word.low == "whose" or not self.is_verb_group(at + 1):
                self.now.add(at)
            return at + 1
        if self.opens_content(at):
            self.open(Kind.CONTENT, marker=self.now.verb)
            return at + 1
        if self.opens_subordinate(at):
            self.open(Kind.SUBORDINATE, marker=word.low)
            return at + 1
        if word.tag is Tag.JOINING:
            self.join(at)
        if (helper := self.fronted(at)) > 0:
            self.now.before.extend(range(at, helper))
            return helper + 1
        if self.is_verb_group(at):
            # "Not until May did A meet B": the verb is still to come.
            return at + 1 if self.is_inverted(at) else self.verb(at)
        self.now.add(at)
        return at + 1

    def sign(self, at: int, tag: Tag) -> int:
        """Take the punctuation mark at `at`; give the index of the next word."""
        match tag:
            case Tag.STOP:
                self.open(Kind.MAIN, parent=None)
            case Tag.OPEN:
                return self.aside(at)
            case Tag.COMMA if (end := self.parenthesis(at)) > 0:
                return end
            case Tag.COMMA:
                left = self.now
                left.add(at)
                self.comma(at + 1)
                self.close_opening(at, left)
        return at + 1

    def fronted(self, at: int) -> int:
        """Where the helper of "never once did A meet B" stands, 0 if the clause opens in another way."""
        return self.is_fronted(at) if self.now.is_empty or self.words[at - 1].tag is Tag.JOINING else 0

    def is_told_someone(self, at: int) -> bool:
        """ "told reporters | that talks were held": what is told, not who is told."""
        return self.words[at].low == "that" and self.grammar.has("has_hearer", self.now.verb)

    def opens_content(self, at: int) -> bool:
        if self.words[at].low != "that":
            return False
        if not self.now.has_verb:
            # "Claims by a newspaper that A met B | were denied".
            return self.is_of_hearsay(at) and self.finds_verb(at + 1) > 0
        if at == 0 or self.words[at - 1].tag is Tag.PREPOSITION:
            return False
        name = self.now.verb
        told = self.grammar.has("reports", name) or self.grammar.has("comes_out", name)
        return told or self.finds_verb(at + 1) > 0

    def is_of_hearsay(self, at: int) -> bool:
        """Whether the subject that waits for its verb is what others report: "The story … that"."""
        subject = self.now.before
        noun = next(
            (each for each in subject[:_NOUN] if self.grammar.has("hearsay", self.words[each].low)), -1
        )
        return self.now.kind is not Kind.CONTENT and noun >= 0 and subject[-1] == at - 1

    def join(self, at: int) -> None:
        """`and`: open a clause where a verb of its own follows."""
        start = self.skip(at + 1, (Tag.ADVERB,))
        if start >= len(self.words) or not self.now.has_verb:
            return
        if self.is_verb_group(start) or self.words[start].tag is Tag.TO or self.is_between(at):
            return
        if self.are_people_of(at) or self.is_list_said_of(self.now) or self.is_inverted_condition(self.now):
            return
        if (verb := self.finds_verb(self.behind_dates(at + 1))) > 0:
            if (
                self.words[at - 1].tag is Tag.DATE
                and self.behind_dates(at + 1) > at + 1
                and self.is_credit(verb)
            ):
                # "met on 1 May and on Friday, | officials said": two days of one verb.
                return
            dated = self.words[at - 1].tag is Tag.DATE and self.words[start].tag is Tag.DATE
            if dated and self.now.kind is Kind.PARTICIPLE and self.waiting() is not None:
                # "talks set for Monday and Tuesday in Northtown | were called off".
                return
            if dated and at < (last := self.back(verb)) and self.words[last].tag is Tag.JOINING:
                # "on 1 and 2 May in Northtown but | were called off": of the subject before.
                return
            waiting = self.waiting()
            if waiting is not None:
                self.now = waiting
                return
            kind = self.now.kind if self.now.kind in (Kind.SUBORDINATE, Kind.CONTENT) else Kind.MAIN
            left = self.now
            self.open(kind, marker=left.marker, parent=left.parent)
            self.joined.append((self.now, left))

    def verb(self, at: int) -> int:
        """A verb group: the verb of the clause at hand, or of a new one."""
        end, chain, senses = self.group(at)
        participle = self.opens_participle(at) and not self.is_of_relative(at)
        joined = at > 0 and self.words[self.back(at)].tag is Tag.JOINING
        joined = joined or self.grammar.has("joins_negated", self.words[at].low)
        infinitive = self.words[at].tag is Tag.TO
        dated = self.joined_by_date(at) if self.now.has_verb and not infinitive and not joined else -1
        joined = joined or dated > 0
        if participle and (self.now.before or self.now.has_verb) and not joined:
            self.open(Kind.PARTICIPLE, head=self.described(at))
        elif participle and self.now.is_empty and self.now.kind is Kind.SUBORDINATE:
            # "after meeting B, A left": what follows the comma has its verb still to come.
            self.now.kind = Kind.PARTICIPLE
        elif participle and self.now.is_empty:
            self.open(Kind.PARTICIPLE, marker="")
        elif participle and joined and self.now.kind is Kind.PARTICIPLE:
            self.open(Kind.JOINED)
        elif infinitive and self.now.has_verb:
            self.open(Kind.INFINITIVE, marker=self.now.verb)
        elif infinitive and (noun := self.explained(at)) >= 0:
            subject = [each for each in self.now.before if each > noun]
            self.now.before = self.now.before[: len(self.now.before) - len(subject)]
            self.open(Kind.INFINITIVE, head=noun)
            self.now.before = subject[1:]
        elif self.now.has_verb:
            self.second_verb(at, joined, participle)
        elif not participle and (cut := self.relative_subject(at)) > 0:
            subject = self.now.before[cut:]
            self.now.before = self.now.before[:cut]
            self.open(Kind.RELATIVE, marker="that", head=self.now.before[-1])
            self.now.before = subject
        if dated > 0 and self.now.kind is Kind.JOINED and (above := self.now.parent) is not None:
            # "met B on 6 February | and on 19 April telephoned C".
            self.now.before = [each for each in above.after if each >= dated]
            above.after = [each for each in above.after if each < dated]
        self.now.chain = chain
        self.now.senses = senses
        self.now.particle = list(range(chain[-1] + 1, end))
        return end

    def is_of_relative(self, at: int) -> bool:
        """ "talks that ended on 4 May, …": its verb; near-miss: "talks which, held in May, …"."""
        opens = self.now.kind is Kind.RELATIVE and self.now.is_empty and at > 0
        return opens and self.words[at - 1].low == self.now.marker

    def second_verb(self, at: int, joined: bool, participle: bool) -> None:
        if joined:
            while self.now.kind is Kind.PARTICIPLE and not participle and self.now.parent is not None:
                self.now = self.now.parent
            self.open(Kind.JOINED)
            return
        waiting = self.waiting()
        if waiting is not None and waiting is not self.now:
            self.now = waiting
            return
        left, reporting = self.now, self.is_reporting(self.now)
        above = self.described_under(left)
        if not reporting and above is not None and self.is_reporting(above) and above.after:
            # "said a team led by A | visited B": of the team.
            self.now, reporting = above, True
        if self.may_be_participle(at) and (not reporting or self.is_of_named_event(at)):
            # "arrived for talks aimed at …": a participle by its place, whatever its form.
            self.open(Kind.PARTICIPLE, head=self.described(at))
            return
        subject = self.now.after
        self.open(Kind.CONTENT if reporting else Kind.MAIN, marker=self.now.verb)
        if left is not above and left.head in subject:
            left.parent = self.now
        if self.now.parent is not None and subject:
            cut = self.subject_start(subject)
            self.now.before = subject[cut:]
            self.now.parent.after = subject[:cut]

    def is_reporting(self, clause: Clause) -> bool:
        """Whether what follows may be what somebody says, wants or denies."""
        name = clause.verb
        return any(self.grammar.has(kind, name) for kind in ("reports", "wishes", "denies", "hopes"))

    def described_under(self, clause: Clause) -> Clause | None:
        """The clause in which a participle describes somebody, or "which had been set for May" an event."""
        event = clause.kind is Kind.RELATIVE and clause.head >= 0 and self.is_event(clause.head)
        return clause.parent if event or (clause.kind is Kind.PARTICIPLE and clause.head >= 0) else None

    def aside(self, at: int) -> int:
        """Skip what stands in brackets, of no consequence but for the date of an event."""
        while self.closes and self.closes[-1] <= at:
            self.closes.pop()
        if not self.closes:
            return at + 1
        if self.dates_event(at, self.closes[-1]):
            for each in range(at + 1, self.closes[-1]):
                self.now.add(each)
        return self.closes[-1] + 1

    def dates_event(self, at: int, end: int) -> bool:
        """ "a visit to the capital (4-6 May)"; near-misses: "A (4 May 1950)", "the crash (4 May)"."""
        inside = {self.words[each].tag for each in range(at + 1, end)}
        events = (self.words[each].low in self.grammar.events for each in range(max(at - _NEAR, 0), at))
        is_of_person = self.words[at - 1].tag is Tag.NAME
        return Tag.DATE in inside and inside <= _DATED and any(events) and not is_of_person
