"""Extract: an article's passages, quotations and mentions in; for any place, who is credited with it, out."""

from __future__ import annotations

import re

from build_scripts.extract.credit import Credit
from build_scripts.extract.credit_words import CreditWords, credit_words
from build_scripts.extract.credited import Credited
from build_scripts.extract.credits import credits_in
from build_scripts.extract.kept import kept
from build_scripts.extract.marks import Part, quoted_in
from build_scripts.extract.named import Named
from build_scripts.extract.own_words import OwnWords
from build_scripts.extract.pronouns import NOBODY
from build_scripts.extract.spoken_of import Turn, subject
from build_scripts.models import LONGEST_SENTENCE, Lexicon, Mention, Passage, Source

_ADJOINS = re.compile(r"[\"']?\s*[,.]?\s*")  # `," `
_PARTS = re.compile(r"[,;:._]")  # what may not stand between a quotation and its speaker

_RIGHT_BEHIND = 12
"""Code points between a verb that calls something so, and a figure that is still its object."""


@kept()
def speakers_of(
    source: Source, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> Speakers:
    """The credits of an article; kept for the next extractor that asks."""
    return Speakers(passages, quoted_in(source, passages), mentions, credit_words(lexicon))


class Speakers:
    """Credits by passage: of the article's own words, and of the words within its quotations."""

    def __init__(
        self,
        passages: tuple[Passage, ...],
        parts: tuple[Part, ...],
        mentions: tuple[Mention, ...],
        words: CreditWords,
    ) -> None:
        self.parts = parts
        self.own = own = OwnWords(passages, parts, mentions)
        self.words = words
        credited = Credited(passages, own, mentions, words)
        self.media, self.persons = credited.media, credited.persons
        self.outer, self.before = credited.outer, credited.before

    def label(self, part: Part) -> str:
        """Who speaks by a label at the head of the passage: `BORIS BIRCH: “…”`; empty if there is none."""
        match = self.words.label.match(self.own.blanked[part.at][: part.start])
        if match is None:
            return ""
        named = next((name for name in self.own.named[part.at] if name.end <= match.end("who")), None)
        if named is not None and match["who"].endswith(self.own.texts[part.at][named.start : named.end]):
            return named.actor
        words = match["who"].split()
        return match["who"] if len(words) > 1 and all(word[0].isupper() for word in words) else ""

    def behind(self, part: Part) -> Credit | None:
        """The credit right behind a quotation: `“…,” Arden said`."""
        text = self.own.blanked[part.at]
        for credit in self.outer[part.at]:
            if part.end < credit.start:
                between = self.words.short_title.sub("", text[_past(text, part.end) : credit.start])
                if not _PARTS.search(between):
                    return credit
        return None

    def closing(self, part: Part) -> Credit | None:
        """The credit that ends the sentence round a fragment: `It sent “the wrong signal”, Arden said`."""
        reaching = [
            c
            for c in self.outer[part.at]
            if c.start > part.end and c.covers[0] <= part.start and not c.calling
        ]
        return reaching[0] if reaching and reaching[0].covers[1] >= part.end else None

    def is_split(self, last: Part, part: Part) -> bool:
        """Whether a quotation goes on behind its credit: `“We,” said Arden, “will come.”`."""
        if last.at != part.at or (credit := self.behind(last)) is None or credit.end > part.start:
            return False
        between = self.own.blanked[part.at][credit.end : part.start]
        return not between.strip(" ,.:;-\"'")

    def in_front(self, part: Part) -> Credit | None:
        """The last credit before a quotation in its sentence that reaches it."""
        found = [c for c in self.outer[part.at] if c.start < part.start and c.covers[1] >= part.start]
        return max(found, key=lambda credit: credit.end) if found else None

    def before_colon(self, part: Part) -> str:
        """Whose sentence opens a quotation with a colon: `Arden was blunt: “…”`, `Nor did Arden: “…”`."""
        text = self.own.blanked[part.at]
        before = text[: part.start - 1].rstrip()
        if not before.endswith(":"):
            return ""
        begin = max(before.rfind(mark, 0, -1) + 1 for mark in ':;"')
        colon = len(before) - 1
        names = tuple(name for name in self.own.outside(part.at) if begin <= name.start and name.end <= colon)
        last = names[-1] if names else None
        if self.words.hearing.search(text, begin, colon):
            return ""
        if last is not None and last.end == colon and last.is_person:
            return "" if self.words.phrases.belonging.search(text[begin : last.start]) else last.actor
        turn, who = (
            subject(text[:colon], names, self.words.phrases.persons) if not begin else (Turn.STAYS, "")
        )
        if turn is Turn.GOES_ON and self.before[part.at] in self.persons:
            return self.before[part.at]  # "Arden was not there. But he did confirm that they had dined: …"
        return who if turn is Turn.BEGINS else ""

    def carried_to(self, part: Part) -> Credit | None:
        """The credit of the sentence before, if that ends with a colon."""
        if part.at and self.own.texts[part.at - 1].rstrip().endswith(":") and self.outer[part.at - 1]:
            return self.outer[part.at - 1][-1]
        return None

    def at(self, at: int, start: int, end: int) -> Credit | None:
        """Who is credited with words of the article itself (not of a quotation) between two places."""
        reaching = [
            c
            for c in self.outer[at]
            # "The League spoke of 40"; not "The League condemned the attack, which killed 40".
            if (not c.calling or start - c.end <= _RIGHT_BEHIND)
            and c.covers[0] <= start
            and end <= c.covers[1] + 1
        ]
        return max(reaching, key=lambda credit: credit.start) if reaching else None

    def within(self, part: Part, start: int, end: int) -> Credit | None:
        """Who is credited with words of a quotation by the quotation itself."""
        text = self.own.texts[part.at][part.start : part.end]
        if len(text) > LONGEST_SENTENCE:
            return None
        named = tuple(
            Named(name.start - part.start, name.end - part.start, name.actor, name.is_person)
            for name in self.own.named[part.at]
            if part.start <= name.start and name.end <= part.end
        )
        reaching = [
            credit
            for credit in credits_in(text, named, self.words, self.media, NOBODY)
            if credit.covers[0] <= start - part.start and end - part.start <= credit.covers[1]
        ]
        return max(reaching, key=lambda credit: credit.start) if reaching else None


def _past(text: str, end: int) -> int:
    match = _ADJOINS.match(text, end)
    return match.end() if match else end
