"""Extract: one passage and its mentions in; credits by verbs of speech, with the verb's subject, out.

"Arden said", "“…,” said Arden", "the Agency quoted Arden as saying", "Brook met them, saying".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.extract.credit import Credit
from build_scripts.extract.credit_words import CreditWords
from build_scripts.extract.named import Named
from build_scripts.extract.names import split_words
from build_scripts.extract.phrases import first_full_name, head_of, medium_of, phrase_end, who, who_from
from build_scripts.extract.pronouns import Last
from build_scripts.extract.subjects import subject_of


def said(
    text: str, named: tuple[Named, ...], words: CreditWords, media: frozenset[str], last: Last
) -> Iterator[Credit]:
    """The credits by verbs of speech, their subjects before them or behind."""
    for match in _verbs(text, words):
        start, end = match.span()
        is_behind = words.behind_quotation.search(text, max(0, start - 4), start) is not None
        if is_behind and words.noun_phrase.match(text, end):
            yield from _inverted(text, start, end, named, words, last)
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
        speaker, via = _through(text, match, speaker, via, named, words, media)
        covers = (end, len(text))
        if _is_behind_clause(text, begin, words):
            stop = text.find(";", end)  # "fourteen died, police said; hospitals put the toll at 17"
            covers = (0, stop if stop >= 0 else len(text))
        yield Credit(speaker, via, begin, end, covers, calling=match.group().lower() in words.calling)


def saying(text: str, named: tuple[Named, ...], words: CreditWords) -> Iterator[Credit]:
    for match in words.saying.finditer(text):
        before = [name for name in named if name.end <= match.start()]
        other = first_full_name(text, match.start(), named, words.phrases) if not before else None
        if other is not None:
            yield Credit(other["full"], "", match.start(), match.end(), (match.end(), len(text)), True)
        elif before:
            subject = head_of(text, before, 0, words.phrases)
            yield Credit(subject.actor, "", match.start(), match.end(), (match.end(), len(text)), True)


def quoted(text: str, named: tuple[Named, ...], words: CreditWords, last: Last) -> Iterator[Credit]:
    """ "Arden was quoted by the Agency as saying"; not "the Agency quoted Arden as saying"."""
    for match in words.quoted_by.finditer(text):
        subject = subject_of(text, match.start(), named, words.phrases, last)
        if subject is not None:
            via = who(text, *match.span("via"), named, words.phrases) if match["via"] else ""
            yield Credit(subject[0], via, subject[1], match.end(), (match.end(), len(text)))


def _inverted(
    text: str, start: int, end: int, named: tuple[Named, ...], words: CreditWords, last: Last
) -> Iterator[Credit]:
    """ "…," said Arden; "…," said the envoy, Arden."""
    close = phrase_end(text, end, words.phrases)
    apposed = next((name for name in named if name.start == close + 2 and text[close] == ","), None)
    if apposed and apposed.is_person and not any(end < name.start < close for name in named):
        yield Credit(apposed.actor, "", start, apposed.end, (0, start))
    elif (other := words.named_behind.match(text, close)) and not any(
        end < name.start < other.end() and text[name.end : name.end + 1] != "'" for name in named
    ):
        yield Credit(other["name"], "", start, other.end(), (0, start))
    elif speaker := who(text, end, close, named, words.phrases, last):
        yield Credit(speaker, "", start, close, (0, start))


def _through(
    text: str,
    verb: re.Match[str],
    speaker: str,
    via: str,
    named: tuple[Named, ...],
    words: CreditWords,
    media: frozenset[str],
) -> tuple[str, str]:
    """Who speaks, and through whom: "the Agency, citing a statement, quoted Arden as saying"."""
    quoted_as = words.quoted_as.match(text, verb.start())
    if quoted_as:
        source = who(text, *quoted_as.span("source"), named, words.phrases)
        via, speaker = (via or speaker, source) if source else (via, speaker)
    cited = words.cited_behind.search(text, verb.end(), verb.end() + 60) if not quoted_as else None
    if cited and cited.group().strip(" ,").lower() in words.referring:
        is_medium = speaker in media or verb.group().lower() in words.reporting
        cited = cited if is_medium else None
    if cited and not via:
        source = who_from(text, cited.end(), named, words.phrases)
        via, speaker = (speaker, source) if source else (via, speaker)
    if verb.group().lower() in words.told and not via:
        via = medium_of(text, verb.end(), named, media, speaker)
    return speaker, via


def _verbs(text: str, words: CreditWords) -> Iterator[re.Match[str]]:
    """The verbs of speech: the pattern is tried only where a word stands with which one of them begins."""
    split, free = split_words(text), 0
    for lower, start in zip(split.lower, split.starts, strict=True):
        if lower in words.phrases.triggers and start >= free:
            match = words.said.match(text, start)
            if match is not None and not _is_in_name(text, *match.span()):
                free = match.end()
                yield match


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Whether a verb with a capital is part of a name ("the United States agree"); of a headline it is not
    ("Envoy Says Trip Will Be Soon")."""
    before, behind = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    return text[start].isupper() and before.isalpha() and behind.islower()


def _is_behind_clause(text: str, subject: int, words: CreditWords) -> bool:
    """Whether what is said stands before the speaker: "…, Arden said", "…, Mr Arden said"."""
    before = text[:subject]
    titles = words.titles_end.search(before)
    return (before[: titles.start()] if titles else before).rstrip().endswith((",", '"', "-"))
