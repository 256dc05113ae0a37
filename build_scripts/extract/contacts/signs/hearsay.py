"""Extract: a sentence in, whether it only says what reports say, and what becomes of that, out."""

from __future__ import annotations

from build_scripts.extract.contacts.sentence import Sentence
from build_scripts.models import Status

_OPENING = 10
"""Words, at most, from the beginning to the "that" of what is reported."""


def told_by_hearsay(sentence: Sentence) -> tuple[int, Status | None]:
    """Where the "that" of "Press reports to the effect that A met B" stands, and the status that it leaves.

    Denied where the sentence calls them untrue, none where it does not. -1 where nothing is so told.
    """
    words = sentence.words[:_OPENING]
    that = next((at for at, word in enumerate(words) if word.low == "that"), -1)
    if that < 1 or not sentence.has_any("hearsay", range(that)):
        return -1, None
    untrue = any(
        sentence.has("untrue", at) or sentence.has("denying", at) for at in range(that, len(sentence.words))
    )
    return that, Status.DENIED if untrue else None
