"""Extract: one passage and its mentions in; credits by words that are no verb with a subject, out.

"According to the Agency, citing Brook", "as stated by Arden", "in Arden's words".
Speakers are actor ids where the words name an actor, otherwise the words themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.named import Named
from build_scripts.extract.phrases import medium_of, phrase_end, who, who_from
from build_scripts.extract.pronouns import Last
from build_scripts.extract.records import record


@record
class Credit:
    """Who speaks, through whom, and the bounds (in the passage) of what that covers."""

    speaker: str
    via: str
    start: int
    """Where the crediting words begin."""
    end: int
    covers: tuple[int, int]
    participle: bool = False
    calling: bool = False
    """By a verb that puts words on somebody ("called"): no credit for what else the sentence says."""


def according(
    text: str, named: tuple[Named, ...], words: CreditWords, media: frozenset[str], last: Last
) -> Iterator[Credit]:
    for match in words.according.finditer(text):
        end = phrase_end(text, match.end(), words.phrases)
        speaker = who(text, match.end(), end, named, words.phrases, last)
        if not speaker:
            continue
        via = ""
        cited = words.phrases.citing.match(text, end)
        if cited:
            via, speaker = speaker, who_from(text, cited.end(), named, words.phrases, last)
        told = words.told_to.search(text, end, end + 80)
        if told and not via:
            via = medium_of(text, told.end(), named, media, speaker)
        covers = (0, len(text))
        if text[: match.start()].rstrip().endswith("("):
            covers = _conjunct_before(text, match.start())
        yield Credit(speaker, via, match.start(), end, covers)


def by(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    for match in words.by.finditer(text):
        end = phrase_end(text, match.end(), words.phrases)
        speaker = who(text, match.end(), end, named, words.phrases)
        if speaker:
            closes = not text[end:].strip(' ,.;)"')  # "…, as reported by Arden."
            # "She was told by Arden": the sentence is hers.
            of_another = words.hearing.match(match.group()) is not None
            yield Credit(speaker, "", match.start(), end, (0 if closes else end, len(text)), of_another)


def called_by(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    """ "The talks were called “frank” by Arden"."""
    for match in words.called_by.finditer(text):
        end = phrase_end(text, match.end(), words.phrases)
        if speaker := who(text, match.end(), end, named, words.phrases):
            yield Credit(speaker, "", match.start(), end, (match.start(), end), calling=True)


def own_words(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    """ "In Arden's words, …"."""
    for name in named:
        match = words.own_words.match(text, name.end)
        if match and text[: name.start].rstrip().lower().endswith("in"):
            yield Credit(name.actor, "", name.start, match.end(), (0, len(text)))


def gapped(text: str, named: tuple[Named, ...], found: Sequence[Credit]) -> list[Credit]:
    """ "Arden said that …, and Brook that he …": Brook says the rest."""
    return [
        Credit(name.actor, "", name.start, name.end, (name.end, len(text)))
        for name in named
        if text.startswith(" that ", name.end)
        and text[: name.start].endswith(" and ")
        and any(credit.end < name.start for credit in found)
    ]


def _conjunct_before(text: str, bracket: int) -> tuple[int, int]:
    """What a remark in brackets is about: back to "and" or a comma."""
    return max(text.rfind(mark, 0, bracket) + 1 for mark in (" and ", ",", ";", ".")), bracket
