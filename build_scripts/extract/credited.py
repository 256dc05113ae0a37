"""Extract: an article's own words in; by passage, who is credited with it, and who was before it, out."""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.credit import Credit
from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.credits import credits_in
from build_scripts.extract.full_names import FullNames
from build_scripts.extract.own_words import OwnWords
from build_scripts.extract.pronouns import Last, Thread
from build_scripts.models import LONGEST_SENTENCE, Mention, Passage


class Credited:
    """The credits of an article, found passage by passage: "he" is whom it has spoken of before."""

    def __init__(
        self,
        passages: tuple[Passage, ...],
        own: OwnWords,
        mentions: tuple[Mention, ...],
        words: CreditWords,
    ) -> None:
        self.own = own
        self.words = words
        self.media = _media(own, words)
        self.outer: list[tuple[Credit, ...]] = []
        self.before: list[str] = []
        """By passage, who was credited with the sentence before in its paragraph, or was its subject."""
        self.persons = frozenset(mention.actor for mention in mentions if mention.is_person)
        thread, told, full_names = Thread(), "", FullNames(own, mentions, words)
        for at, passage in enumerate(passages):
            self.before.append(told if at and passages[at - 1].paragraph == passage.paragraph else "")
            found: tuple[Credit, ...] = ()
            last, outside = thread.at(passage.paragraph), own.outside(at)
            if len(passage.text) <= LONGEST_SENTENCE:
                thread.learn(own.texts[at], outside, words.phrases.persons)
                found = credits_in(own.blanked[at], outside, words, self.media, last)
                found = tuple(self._again(_in_full(credit, full_names), at, last) for credit in found)
                told = self._follow(thread, at, passage, found)
            self.outer.append(found)

    def _again(self, credit: Credit, at: int, last: Last) -> Credit:
        """ "“He accepted,” the politician noted": the person who spoke before, where nobody else is named."""
        is_same = last.person and self.words.same_speaker.fullmatch(credit.speaker)
        if not is_same or any(name.is_person for name in self.own.outside(at)):
            return credit
        return replace(credit, speaker=last.person)

    def _follow(self, thread: Thread, at: int, passage: Passage, found: tuple[Credit, ...]) -> str:
        """Keep to whom the text speaks of; who is credited with this passage, or else is its subject."""
        spoken = [c.speaker for c in found if not c.participle and _is_one(c.speaker)]
        heard = [speaker for speaker in spoken if speaker in self.persons or not speaker.islower()]
        blanked = self.own.blanked[at]
        if heard:
            thread.speaks(heard[-1], passage.paragraph, at)
        elif blanked.strip("_\"' \n"):
            thread.tells(blanked, self.own.outside(at), passage.paragraph, at, self.words.phrases.persons)
            if spoken:
                thread.last = replace(thread.last, speaker=spoken[-1])
        else:
            return self.before[at]  # nothing but a quotation: it changes nothing
        if spoken:
            return spoken[-1]
        return thread.last.person if thread.passage == at else ""


def _in_full(credit: Credit, names: FullNames) -> Credit:
    full = names.of(credit.speaker)
    return credit if full == credit.speaker else replace(credit, speaker=full)


def _is_one(speaker: str) -> bool:
    """An actor's id, or a name in the article's words; not "many analysts"."""
    return speaker.islower() or all(word[:1].isupper() for word in speaker.split())


def _media(own: OwnWords, words: CreditWords) -> frozenset[str]:
    """Actors that the article itself calls an agency, a newspaper and the like, beside their name.

    No person: "told reporters as Arden came in".
    """
    found = set()
    for text, names in zip(own.texts, own.named, strict=True):
        for name in (name for name in names if not name.is_person):
            before = text[max(0, name.start - 30) : name.start].split()[-2:]
            behind = text[name.end : name.end + 25].split()[:2]
            if words.media.search(" ".join(before)) or words.media.match(" ".join(behind)):
                found.add(name.actor)
    return frozenset(found)
