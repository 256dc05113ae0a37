"""Quotations and figures against the gold file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from build_scripts.models import Quotation, QuotationKind, SourceFacts

from .gold import Gold, key
from .score import Score, Share

COVERED = 0.9
"""How much of a quotation has to be found: marks and spaces between its sentences are not counted."""


@dataclass(frozen=True)
class Speech:
    """A quotation of the gold file, between its marks, and who speaks: an id, or names for want of a page.

    Nobody named if it is empty.
    """

    start: int
    end: int
    speaker: str
    names: frozenset[str] = frozenset()

    def covers(self, quotation: Quotation) -> bool:
        return quotation.start < self.end and self.start < quotation.end

    def is_credited_by(self, quotation: Quotation) -> bool:
        is_said = self.speaker in ("", quotation.speaker) or key(quotation.speaker) in self.names
        return self.covers(quotation) and is_said


def score_quotations(gold: Gold, facts: Iterable[SourceFacts]) -> Score:
    """Speech is found, whole or sentence by sentence, with its speaker; titles and terms are no speech.

    A quotation in a headline is neither wanted nor wrong.
    """
    found, missed, right, wrong = 0, [], 0, []
    for article in facts:
        text, name = article.source.text, article.source.id
        wanted = [_speech(one, text, gold) for one in gold.data["quotations"] if one["article"] == name]
        said = [
            one
            for one in article.quotations
            if one.kind is QuotationKind.SPEECH and one.start > text.index("\n")
        ]
        for speech in wanted:
            covered = sum(one.end - one.start for one in said if speech.is_credited_by(one))
            if covered >= COVERED * (speech.end - speech.start):
                found += 1
            else:
                missed.append(f"{name} {text[speech.start : speech.end]!r} by {speech.speaker}")
        for one in said:
            if any(speech.is_credited_by(one) for speech in wanted):
                right += 1
            else:
                wrong.append(f"{name} {one.text!r} by {one.speaker or 'nobody'}")
    return Score("quotations with their speaker", found, tuple(missed), tuple(wrong), right)


def score_figures(gold: Gold, facts: Iterable[SourceFacts]) -> Share:
    """Each listed figure is found, with its numbers as bounds."""
    by_source = {article.source.id: article for article in facts}
    found, missed = 0, []
    for one in gold.data.get("figures", ()):
        words = key(one["words"])
        bounds = [
            {figure.low, figure.high}
            for figure in by_source[one["article"]].figures
            if key(figure.text) in words or words in key(figure.text)
        ]
        if any(set(map(float, one["numbers"])) <= pair for pair in bounds):
            found += 1
        else:
            missed.append(f"{one['article']} {one['words']!r}")
    return Share("figures", found, tuple(missed))


def _speech(one: Mapping[str, Any], text: str, gold: Gold) -> Speech:
    start = text.index(one["words"])
    end = text.index('"', start)
    if not one["speaker"]:
        return Speech(start, end, "")
    if one["speaker"] in gold.actor_of:
        return Speech(start, end, gold.actor_of[one["speaker"]])
    actor = next(actor for actor in gold.data["actors"] if actor["id"] == one["speaker"])
    names = frozenset(map(key, (actor["name"], *actor["spellings"])))
    return Speech(start, end, one["speaker"], names)
