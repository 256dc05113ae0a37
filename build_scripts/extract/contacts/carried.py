"""Extract: what the sentences before have told in; whom a pronoun, "the two" or "the guest" means out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_scripts.extract.contacts.parties import Party
from build_scripts.extract.contacts.places import Place


@dataclass(slots=True)
class Carried:
    """What earlier sentences leave for pronouns and for "the meeting"."""

    one: tuple[Party, ...] = ()
    him: tuple[Party, ...] = ()
    """The person last spoken of as an object."""
    author: tuple[Party, ...] = ()
    """Whose text it is, where that is an actor: "I"."""
    body: tuple[Party, ...] = ()
    """The organisation or state of which the sentence before told something: "it"."""
    many: tuple[Party, ...] = ()
    pair: tuple[Party, ...] = ()
    """Those of the contact last told of: "the two"."""
    whole: Mapping[str, str] = field(default_factory=dict)
    """The only organisation or state of a side that the article names."""
    present: tuple[Party, ...] = ()
    """Those at the meeting last told of: "the participants"."""
    guests: tuple[Party, ...] = ()
    """Who made the visit last told of: "the guest"."""
    sent: dict[str, Party] = field(default_factory=dict)
    """Whose delegation, whose envoys were last spoken of: "the delegation", "the envoys"."""
    recent: tuple[Party, ...] = ()
    """People lately named, the last one first."""
    called: dict[str, str] = field(default_factory=dict)
    """Whom the article calls "he", and whom "she"."""
    event: str = ""
    """The noun of contact that the sentence before has last: "it"."""
    there: Place | None = None
    """The home that the sentence before names last: "there"."""
    is_of_others: bool = False
    """Whether the sentence before is of talks between one side and others: "the sides"."""
    owner: str = ""
    """The actor whose it is there: "A's trip"."""
    is_among_others: bool = False
    """Whether the sentence before tells of people of neither side who met."""
    speakers: tuple[tuple[int, int, Party], ...] = ()
    """Who speaks between which offsets: "I", "we"."""

    def called_so(self, low: str) -> tuple[Party, ...]:
        """Whom "he" means: not her of whom "she" was said, but the one named before."""
        one = self.one
        if one and self.called.get(one[0].actor, low) != low:
            one = tuple(party for party in self.recent if self.called.get(party.actor, low) == low)[:1]
        for party in one:
            self.called.setdefault(party.actor, low)
        return one

    def speaker(self, at: int) -> tuple[Party, ...]:
        """Who says the word at an offset, if it is quoted."""
        return tuple(party for start, end, party in self.speakers if start <= at < end)[:1]
