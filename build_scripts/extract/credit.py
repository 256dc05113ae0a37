"""Extract: one passage and its mentions in; the words that say who speaks, and how far they reach, out.

"Arden said", "according to the Agency, citing Brook", "as stated by Arden", "Brook met them, saying".
Speakers are actor ids where the words name an actor, otherwise the words themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.named import Named
from build_scripts.extract.names import split_words
from build_scripts.extract.phrases import first_full_name, head_of, medium_of, phrase_end, who
from build_scripts.extract.pronouns import Last
from build_scripts.extract.records import record
from build_scripts.extract.subjects import subject_of


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


def credits_in(
    text: str, named: tuple[Named, ...], words: CreditWords, media: frozenset[str], last_speaker: Last
) -> tuple[Credit, ...]:
    """The credits of a folded text in which quoted words have been blanked out, in its order.

    `media` are the actors known as media (what is told to them is told through them); `last_speaker` is
    whom "he said" means when the text itself names nobody before.
    """
    lower = split_words(text).lower
    if words.phrases.triggers.isdisjoint(lower):
        return ()
    # A pattern is tried where the words stand without which it cannot match.
    there = frozenset(lower)
    found: list[Credit] = []
    if "in" in there:
        found += _own_words(text, named, words)
    if any(phrase <= there for phrase in words.crediting):
        found += _according(text, named, words, media, last_speaker)
    found += _said(text, named, words, media, last_speaker)
    if "by" in there:
        found += _by(text, named, words)
        found += _called_by(text, named, words)
    found += _gapped(text, named, found)
    if not words.speaking.isdisjoint(there):
        found += _saying(text, named, words)
        found += _quoted(text, named, words, last_speaker)
    return tuple(sorted(found, key=lambda credit: (credit.start, credit.end))) if found else ()


def _according(
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
            via, speaker = (
                speaker,
                who(
                    text,
                    cited.end(),
                    phrase_end(text, cited.end(), words.phrases),
                    named,
                    words.phrases,
                    last,
                ),
            )
        told = words.told_to.search(text, end, end + 80)
        if told and not via:
            via = medium_of(text, told.end(), named, media, speaker)
        covers = (0, len(text))
        if text[: match.start()].rstrip().endswith("("):
            covers = _conjunct_before(text, match.start())
        yield Credit(speaker, via, match.start(), end, covers)


def _said(
    text: str, named: tuple[Named, ...], words: CreditWords, media: frozenset[str], last: Last
) -> Iterator[Credit]:
    for match in _verbs(text, words):
        start, end = match.span()
        behind_quotation = words.behind_quotation.search(text, max(0, start - 4), start)
        follows = words.noun_phrase.match(text, end)
        if behind_quotation and follows:  # "…," said Arden
            close = phrase_end(text, end, words.phrases)
            apposed = next((name for name in named if name.start == close + 2 and text[close] == ","), None)
            if apposed and apposed.is_person and not any(end < name.start < close for name in named):
                yield Credit(apposed.actor, "", start, apposed.end, (0, start))  # said the envoy, Arden
            elif (other := words.named_behind.match(text, close)) and not any(
                end < name.start < other.end() and text[name.end : name.end + 1] != "'" for name in named
            ):
                yield Credit(other["name"], "", start, other.end(), (0, start))
            elif speaker := who(text, end, close, named, words.phrases, last):
                yield Credit(speaker, "", start, close, (0, start))
            continue
        if words.not_said.match(text, end):
            continue  # "said to be ill"
        inserted = words.inserted.match(text, end) if text[:start].rstrip().endswith(",") else None
        if inserted and (speaker := who(text, *inserted.span("who"), named, words.phrases)):
            yield Credit(speaker, "", start, inserted.end(), (0, len(text)))  # "He was, said Arden, tired"
            continue
        subject = subject_of(text, start, named, words.phrases, last)
        if subject is None:
            continue
        speaker, begin, via = subject
        quoted_as = words.quoted_as.match(text, start)
        if quoted_as:
            # "the Agency, citing a statement, quoted Arden as saying"
            source = who(text, *quoted_as.span("source"), named, words.phrases)
            via, speaker = (via or speaker, source) if source else (via, speaker)
        cited = words.cited_behind.search(text, end, end + 60) if not quoted_as else None
        if cited and cited.group().strip(" ,").lower() in words.referring:
            is_medium = speaker in media or match.group().lower() in words.reporting
            cited = cited if is_medium else None
        if cited and not via:
            source = who(
                text, cited.end(), phrase_end(text, cited.end(), words.phrases), named, words.phrases
            )
            via, speaker = (speaker, source) if source else (via, speaker)
        if match.group().lower() in words.told and not via:
            via = medium_of(text, end, named, media, speaker)
        covers = (end, len(text))
        if _is_behind_clause(text, begin, words):
            stop = text.find(";", end)  # "fourteen died, police said; hospitals put the toll at 17"
            covers = (0, stop if stop >= 0 else len(text))
        yield Credit(speaker, via, begin, end, covers, calling=match.group().lower() in words.calling)


def _verbs(text: str, words: CreditWords) -> Iterator[re.Match[str]]:
    """The verbs of speech: the pattern is tried only where a word stands with which one of them begins."""
    split, free = split_words(text), 0
    for lower, start in zip(split.lower, split.starts, strict=True):
        if lower in words.phrases.triggers and start >= free:
            match = words.said.match(text, start)
            if match is not None:
                free = match.end()
                yield match


def _by(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    for match in words.by.finditer(text):
        end = phrase_end(text, match.end(), words.phrases)
        speaker = who(text, match.end(), end, named, words.phrases)
        if speaker:
            closes = not text[end:].strip(' ,.;)"')  # "…, as reported by Arden."
            # "She was told by Arden": the sentence is hers.
            of_another = words.hearing.match(match.group()) is not None
            yield Credit(speaker, "", match.start(), end, (0 if closes else end, len(text)), of_another)


def _called_by(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    """ "The talks were called “frank” by Arden"."""
    for match in words.called_by.finditer(text):
        end = phrase_end(text, match.end(), words.phrases)
        if speaker := who(text, match.end(), end, named, words.phrases):
            yield Credit(speaker, "", match.start(), end, (match.start(), end), calling=True)


def _gapped(text: str, named: tuple[Named, ...], found: Sequence[Credit]) -> list[Credit]:
    """ "Arden said that …, and Brook that he …": Brook says the rest."""
    return [
        Credit(name.actor, "", name.start, name.end, (name.end, len(text)))
        for name in named
        if text.startswith(" that ", name.end)
        and text[: name.start].endswith(" and ")
        and any(credit.end < name.start for credit in found)
    ]


def _own_words(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    """ "In Arden's words, …"."""
    for name in named:
        match = words.own_words.match(text, name.end)
        if match and text[: name.start].rstrip().lower().endswith("in"):
            yield Credit(name.actor, "", name.start, match.end(), (0, len(text)))


def _saying(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    for match in words.saying.finditer(text):
        before = [name for name in named if name.end <= match.start()]
        other = first_full_name(text, match.start(), named, words.phrases) if not before else None
        if other is not None:
            yield Credit(other["full"], "", match.start(), match.end(), (match.end(), len(text)), True)
        elif before:
            subject = head_of(text, before, 0, words.phrases)
            yield Credit(subject.actor, "", match.start(), match.end(), (match.end(), len(text)), True)


def _quoted(text: str, named: tuple[Named, ...], words: CreditWords, last: Last) -> Iterator[Credit]:
    """ "Arden was quoted by the Agency as saying"; not "the Agency quoted Arden as saying"."""
    for match in words.quoted_by.finditer(text):
        subject = subject_of(text, match.start(), named, words.phrases, last)
        if subject is not None:
            via = who(text, *match.span("via"), named, words.phrases) if match["via"] else ""
            yield Credit(subject[0], via, subject[1], match.end(), (match.end(), len(text)))


def _is_behind_clause(text: str, subject: int, words: CreditWords) -> bool:
    """Whether what is said stands before the speaker: "…, Arden said", "…, Mr Arden said"."""
    before = text[:subject]
    titles = words.titles_end.search(before)
    return (before[: titles.start()] if titles else before).rstrip().endswith((",", '"', "-"))


def _conjunct_before(text: str, bracket: int) -> tuple[int, int]:
    """What a remark in brackets is about: back to "and" or a comma."""
    return max(text.rfind(mark, 0, bracket) + 1 for mark in (" and ", ",", ";", ".")), bracket
