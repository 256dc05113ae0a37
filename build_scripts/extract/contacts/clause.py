"""Extract: a clause: one verb of a sentence, and the words that go with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from build_scripts.extract.contacts.grammar import Sense
from build_scripts.extract.records import record
from build_scripts.extract.symbols import Symbol
from build_scripts.models import Status


class Kind(Symbol):
    """How a clause hangs in its sentence."""

    MAIN: ClassVar[Kind]
    SUBORDINATE: ClassVar[Kind]
    RELATIVE: ClassVar[Kind]
    PARTICIPLE: ClassVar[Kind]
    INFINITIVE: ClassVar[Kind]
    CONTENT: ClassVar[Kind]
    """What someone says, thinks or wants: "said that …"."""
    JOINED: ClassVar[Kind]
    """A further verb of the same subject."""
    ASIDE: ClassVar[Kind]
    """In brackets."""


@record
class Negation:
    """ "not": plain, or with the `until` that makes it an assertion ("did not visit until May")."""

    is_negated: bool
    asserts: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """One verb and the words that go with it (indices into the sentence's words)."""

    kind: Kind
    marker: str = ""
    parent: Clause | None = None
    head: int = -1
    """For relative clauses and participles: the word that they describe."""
    before: list[int] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    """Auxiliaries, negations and governing verbs, up to the verb itself (the last)."""
    after: list[int] = field(default_factory=list)
    senses: tuple[Sense, ...] = ()
    """What the verb may be, the reading with the longest particle first."""
    particle: list[int] = field(default_factory=list)
    """The words of the verb's particle ("out", "place")."""
    is_condition: bool | None = field(default=None, init=False)
    """Whether it states a condition, once that was asked: each clause below asks it again."""
    is_uncertain: bool | None = field(default=None, init=False)
    """Whether it, or one that it hangs on, tells of anything but what happened, once that was asked."""
    standings: list[Status | None] = field(default_factory=list, init=False)
    """What it tells, given the clauses above it, once that was asked: one answer."""
    negation: Negation | None = field(default=None, init=False)
    """Whether it is negated, once that was asked."""
    in_order: list[int] | None = field(default=None, init=False)
    """Its words, once they were asked for."""

    @property
    def has_verb(self) -> bool:
        return bool(self.chain)

    @property
    def verb(self) -> str:
        """What its verb means, of several readings the first; empty where that is not known."""
        return self.senses[0].name if self.senses else ""

    @property
    def is_empty(self) -> bool:
        return not (self.before or self.chain or self.particle or self.after)

    @property
    def words(self) -> list[int]:
        """All of its words in order, once the sentence is parsed: they do not change any more."""
        if self.in_order is None:
            self.in_order = sorted([*self.before, *self.chain, *self.particle, *self.after])
        return self.in_order

    @property
    def ancestry(self) -> tuple[Clause, ...]:
        """Itself, the clause that it hangs on, and so on up."""
        found = [self]
        while (above := found[-1].parent) is not None:
            found.append(above)
        return tuple(found)

    @property
    def first(self) -> int:
        """Its first word; -1 in one that has none, as broken sentences do."""
        return self.words[0] if self.words else -1

    def add(self, at: int) -> None:
        (self.after if self.chain else self.before).append(at)
