"""Extract: sentence after sentence, and the persons named in them, in; whom "he" may mean after each, out.

A pronoun is given to somebody only where nobody else can be meant: one person is the subject of the
sentence before, and no unnamed or unknown person has come between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.extract.named import Named
from build_scripts.extract.person_words import PersonWords
from build_scripts.extract.records import record
from build_scripts.extract.spoken_of import Turn, sole_person, subject


@record
class Last:
    """Who was spoken of last: a person, for "he" and "she", and anybody who spoke, for "they"."""

    person: str = ""
    is_woman: bool | None = None
    speaker: str = ""
    named: tuple[tuple[str, bool], ...] = ()
    """The persons of a sentence that has none for its subject, and which of them are women."""

    def meant_by(self, pronoun: str, words: PersonWords) -> str:
        """Whom the pronoun means, empty if nobody for certain."""
        low = pronoun.lower()
        if low not in words.singular:
            return self.speaker
        is_woman = low in words.feminine
        if not self.person:
            alike = [person for person, each in self.named if each is is_woman]
            return alike[0] if len(alike) == 1 else ""
        return "" if self.is_woman is not None and self.is_woman is not is_woman else self.person


NOBODY = Last()
_ENDING = 80
"""Code points at the end of a sentence in which ", he said on Monday" stands."""


@dataclass(slots=True)
class Thread:
    """The person whom an article speaks of, sentence by sentence; belongs to one run over one article."""

    last: Last = NOBODY
    paragraph: int = 0
    passage: int = -1
    """Where the person was the subject, or spoke, last."""
    is_passing: bool = False
    """Whether the person was only named, the sole one of the sentence: good for the next sentence."""
    women: dict[str, bool] = field(default_factory=dict)
    """By person, whether the article says she or he."""

    def at(self, paragraph: int) -> Last:
        """Whom a pronoun may mean in this paragraph: nobody from before the last one."""
        if paragraph > self.paragraph + (not self.is_passing):
            self.last = NOBODY
        return self.last

    def speaks(self, person: str, paragraph: int, passage: int) -> None:
        """The person is who the text speaks of now."""
        self.last, self.is_passing = Last(person, self.women.get(person), person), False
        self.paragraph, self.passage = paragraph, passage

    def tells(
        self, text: str, named: Sequence[Named], paragraph: int, passage: int, words: PersonWords
    ) -> None:
        """Go on with a sentence in which no person is credited with anything."""
        was_passing = self.is_passing
        turn, who = subject(text, named, words)
        if words.trailing_pronoun.search(text[-_ENDING:]):
            turn = Turn.ENDS  # "Arden left in May, he said", said by nobody known
        if turn is Turn.BEGINS:
            self.speaks(who, paragraph, passage)
        elif turn is Turn.ENDS:
            self.last = Last(speaker=self.last.speaker)
        elif turn is Turn.GOES_ON and self.last.person:
            if self.last.meant_by(who, words):
                self.women[self.last.person] = who.lower() in words.feminine
                self.speaks(self.last.person, paragraph, passage)
            else:
                self.last = Last(speaker=self.last.speaker)
        if was_passing and self.is_passing:
            self.last, self.is_passing = Last(speaker=self.last.speaker), False
        if turn is Turn.STAYS and not self.last.person and (who := sole_person(text, named, words)):
            self.last = Last(who, self.women.get(who), self.last.speaker)
            self.paragraph, self.is_passing = paragraph, True
        elif turn is Turn.STAYS and not self.last.person:
            self.last = Last(speaker=self.last.speaker, named=self._told_apart(text, named, words))
            self.paragraph, self.is_passing = paragraph, True

    def _told_apart(
        self, text: str, named: Sequence[Named], words: PersonWords
    ) -> tuple[tuple[str, bool], ...]:
        """The persons of a sentence, if there are several and of each it is known whether it is a woman."""
        persons = {name.actor: self.women.get(name.actor) for name in named if name.is_person}
        if not persons or None in persons.values():
            return ()
        bounds = [(name.start, name.end) for name in named]
        for match in words.full_name.finditer(text):
            first = match["full"].split()[0].lower()
            if all(match.end() <= start or end <= match.start() for start, end in bounds):
                bounds.append(match.span())
                persons[match["full"]] = first in words.women if first in words.women | words.men else None
        if len(persons) < 2 or None in persons.values():
            return ()
        at = 0
        for start, end in (*sorted(bounds), (len(text), len(text))):
            for other in words.any_person.finditer(text, at, start):
                if text[other.end() : start].strip(" ,") or start == len(text):
                    return ()  # "the bishop", and not "the treasurer, Anna Arden"
            at = end
        return tuple((person, bool(is_woman)) for person, is_woman in persons.items())

    def learn(self, text: str, named: Sequence[Named], words: PersonWords) -> None:
        """Who is called "Mr" and who "Mrs"."""
        for name in named:
            if not name.is_person:
                continue
            title = text[max(0, name.start - 12) : name.start].split()[-1:]
            low = title[0].strip(".").lower() if title else ""
            first, _, behind = text[name.start : name.end].lower().partition(" ")
            if low in words.her_titles or low in words.his_titles:
                self.women[name.actor] = low in words.her_titles
            elif behind and (first in words.women or first in words.men):
                self.women.setdefault(name.actor, first in words.women)
