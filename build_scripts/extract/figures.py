"""Extract: passages and mentions in; quantities with bounds, unit, what is counted and who says so, out.

Dates, names with numbers and bare numbers of nothing are no figures.
"""

from __future__ import annotations

from dataclasses import replace

from build_scripts.extract.figure_forms import figure_at, is_range
from build_scripts.extract.figure_words import FigureWords, figure_words
from build_scripts.extract.marks import Part
from build_scripts.extract.names import split_words, straight
from build_scripts.extract.numbers import has_number, numbers_in
from build_scripts.extract.speakers import Speakers, speakers_of
from build_scripts.models import LONGEST_SENTENCE, Figure, Lexicon, Mention, Passage, Quotation, Source


def find_figures(
    source: Source,
    passages: tuple[Passage, ...],
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
    lexicon: Lexicon,
) -> tuple[Figure, ...]:
    """The figures of a source, in the order of its text.

    Operators: `=`, `>`, `>=`, `<`, `<=`, `~`, `range`. "nearly 1,000" is `<` with an upper bound only;
    "hundreds" is `>=` 100; "several" is `~` without bounds. Who is credited stands as an actor's id or in
    the article's words; nobody is credited where the article itself says it.
    """
    words = figure_words(lexicon)
    found = [
        (at, figure) for at, passage in enumerate(passages) for figure in _figures(source, passage, words)
    ]
    if not found:
        return ()
    speakers = speakers_of(source, passages, mentions, lexicon)
    voices: dict[int, list[tuple[Part, Quotation]]] = {}
    for part, quotation in zip(speakers.parts, quotations, strict=True):
        voices.setdefault(part.at, []).append((part, quotation))
    return tuple(_credited(at, figure, passages[at], voices.get(at, []), speakers) for at, figure in found)


def _figures(source: Source, passage: Passage, words: FigureWords) -> list[Figure]:
    if not has_number(split_words(passage.text), words.numbers):
        return []
    text = straight(passage.text)
    numbers = list(numbers_in(text, words.numbers))
    figures = []
    skip = -1
    for at, number in enumerate(numbers):
        if number.start < skip:
            continue
        upper = (
            numbers[at + 1]
            if at + 1 < len(numbers) and is_range(text, number, numbers[at + 1], words)
            else None
        )
        figure = figure_at(source, passage, text, number, upper, words)
        if figure is not None:
            figures.append(figure)
            skip = figure.end - passage.start
        elif upper is not None:
            skip = upper.end
    return figures


def _credited(
    at: int, figure: Figure, passage: Passage, voices: list[tuple[Part, Quotation]], speakers: Speakers
) -> Figure:
    """The figure with who says it: within a quotation its speaker, or whom that one credits."""
    if len(passage.text) > LONGEST_SENTENCE:
        return figure
    start, end = figure.start - passage.start, figure.end - passage.start
    speaker = via = ""
    for part, quotation in voices:
        if not part.depth and part.start <= start and end <= part.end:
            if not quotation.speaker:
                break
            inner = speakers.within(part, start, end)
            speaker, via = quotation.speaker, quotation.via
            if inner is not None and inner.speaker != speaker:
                chain = (via, speaker, inner.via if inner.via != speaker else "")
                speaker, via = inner.speaker, ", ".join(who for who in chain if who)
            break
    else:
        credit = speakers.at(at, start, end)
        if credit is not None:
            speaker, via = credit.speaker, credit.via
    if not speaker:
        return figure
    return replace(figure, speaker=speaker, via=via)
