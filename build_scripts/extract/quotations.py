"""Extract: passages and mentions in; what stands between quotation marks, and who says it, out.

A quotation over several passages has a part in each, all with its speaker. The marks are outside; a
comma or full stop that stands inside them stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.extract.credit import Credit
from build_scripts.extract.longer_names import titles_in
from build_scripts.extract.marks import Part, quoted_in
from build_scripts.extract.name_words import name_words
from build_scripts.extract.speakers import Speakers, speakers_of
from build_scripts.extract.terms import is_remark, is_term
from build_scripts.models import Lexicon, Mention, Passage, Quotation, QuotationKind, Source

LONGEST_TERM = 5
"""Words; more than this, with a capital and a full stop, is a sentence that somebody said."""

_ENDS = re.compile(r"[.!?…,][\"'”’]*$")
_OPENING_BETWEEN = re.compile(r"[\s\"'“‘]*$")


def find_quotations(
    source: Source, passages: tuple[Passage, ...], mentions: tuple[Mention, ...], lexicon: Lexicon
) -> tuple[Quotation, ...]:
    """The quotations of a source, nested ones too, in the order of its text.

    `speaker` and `via` are actor ids where the words name an actor, else the words; a term has neither.
    """
    parts = quoted_in(source, passages)
    if not parts:
        return ()
    speakers = speakers_of(source, passages, mentions, lexicon)
    titles = titles_in(source, passages, frozenset(), name_words(lexicon))
    voices = _voices(passages, parts, titles, speakers)
    return tuple(
        Quotation(
            source=source.id,
            passage=passages[part.at].id,
            start=passages[part.at].start + part.start,
            end=passages[part.at].start + part.end,
            text=passages[part.at].text[part.start : part.end],
            speaker=voices[part.opened].speaker,
            via=voices[part.opened].via,
            kind=voices[part.opened].kind,
        )
        for part in parts
    )


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a quotation holds, and whether it is speech."""

    kind: QuotationKind
    speaker: str = ""
    via: str = ""


_TERM = Voice(QuotationKind.TERM)


def _voices(
    passages: tuple[Passage, ...],
    parts: tuple[Part, ...],
    titles: tuple[tuple[tuple[int, int], ...], ...],
    speakers: Speakers,
) -> dict[int, Voice]:
    """The voice of each quotation, by the offset at which its words begin."""
    quotations: dict[int, list[Part]] = {}
    for part in parts:
        quotations.setdefault(part.opened, []).append(part)
    voices: dict[int, Voice] = {}
    before: tuple[Part, Voice] | None = None
    outer: dict[int, Part] = {}
    for opened, pieces in quotations.items():
        first, last = pieces[0], pieces[-1]
        outer[first.depth] = first
        if (first.start, first.end) in titles[first.at]:
            voices[opened] = _TERM
        elif first.depth:
            voices[opened] = _nested(passages, first, _outer(first, outer, voices))
        else:
            voices[opened] = _voice(passages, first, last, speakers, before)
            before = (last, voices[opened])
    return voices


def _voice(
    passages: tuple[Passage, ...],
    first: Part,
    last: Part,
    speakers: Speakers,
    before: tuple[Part, Voice] | None,
) -> Voice:
    text = passages[first.at].text[first.start : first.end]
    behind = speakers.behind(last)
    if behind is not None and _ENDS.search(passages[last.at].text[: last.end]):
        return _spoken(behind)
    closing = speakers.closing(first) if first.at == last.at else None
    if closing is not None and is_remark(speakers.own.blanked[first.at], first, text, speakers.words.terms):
        return _spoken(closing)
    if before is not None and before[1].speaker and speakers.is_split(before[0], first):
        return before[1]
    label = speakers.label(first)
    if label:
        return Voice(QuotationKind.SPEECH, label)
    credit = speakers.in_front(first)
    if credit is not None and not is_term(
        speakers.own.blanked[first.at], first, credit, speakers.words.terms
    ):
        return _spoken(credit)
    if credit is None and (opening := speakers.before_colon(first)):
        return Voice(QuotationKind.SPEECH, opening)
    if _is_sentence(text) or first.at != last.at:
        if before is not None and _goes_on(passages, before[0], first) and before[1].speaker:
            # "She was told by Arden that she was “unwanted”. “I laughed,” she recalls."
            last_words = passages[before[0].at].text[before[0].start : before[0].end]
            if _is_sentence(last_words) or not _is_said(passages, last, speakers):
                return before[1]
        carried = speakers.carried_to(first)
        if carried is not None:
            return _spoken(carried)
        around = "".join(speakers.own.blanked[first.at : last.at + 1])
        if not around.strip("_\"' \n") and speakers.before[first.at]:
            return Voice(QuotationKind.SPEECH, speakers.before[first.at])
        is_long = len(text.split()) > LONGEST_TERM
        return Voice(QuotationKind.SPEECH) if is_long or _is_said(passages, last, speakers) else _TERM
    return Voice(QuotationKind.SPEECH) if _is_said(passages, last, speakers) else _TERM


def _is_said(passages: tuple[Passage, ...], last: Part, speakers: Speakers) -> bool:
    """Whether words of speech stand right behind: `“We agreed,” they said`."""
    closing = passages[last.at].text[last.start : last.end]
    said = speakers.words.terms.said_behind.match(speakers.own.blanked[last.at], last.end)
    return closing.endswith((",", "?", "!")) and said is not None


def _spoken(credit: Credit) -> Voice:
    return Voice(QuotationKind.SPEECH, credit.speaker, credit.via)


def _nested(passages: tuple[Passage, ...], part: Part, voice: Voice) -> Voice:
    """Words quoted within speech: whose they are is not said; they reach us through the outer speaker."""
    text = passages[part.at].text[part.start : part.end]
    if voice.kind is QuotationKind.SPEECH and _is_sentence(text) and len(text.split()) > LONGEST_TERM:
        via = ", ".join(who for who in (voice.via, voice.speaker) if who)
        return Voice(QuotationKind.SPEECH, "", via)
    return _TERM


def _outer(part: Part, last: dict[int, Part], voices: dict[int, Voice]) -> Voice:
    """The voice round a nested quotation: `last` is the latest quotation of each depth."""
    for depth in range(part.depth - 1, -1, -1):
        around = last.get(depth)
        if around is not None and around.at == part.at and around.end >= part.end:
            return voices[around.opened]
    return _TERM


def _is_sentence(text: str) -> bool:
    """Whether the words can stand alone: a capital first or a stop last, and some length."""
    return (text[:1].isupper() or bool(_ENDS.search(text))) and len(text.split()) > 2


def _goes_on(passages: tuple[Passage, ...], last: Part, part: Part) -> bool:
    """Whether a quotation follows the last one with at most a crediting clause between, in one paragraph."""
    apart = passages[part.at].paragraph - passages[last.at].paragraph
    if apart > (0 if last.closed else 1) or part.at - last.at > 1:
        return False
    return bool(_OPENING_BETWEEN.match(passages[part.at].text[: part.start])) or last.at == part.at
