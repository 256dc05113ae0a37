"""Compare: who is said to be among those killed, hurt or taken in, differences in what befell them out.

`There were fishermen among the dead and missing` and `kidnapping twelve, including fishermen` count the
fishermen among different people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compare.corpus import Corpus, Draft, Key, key
from build_scripts.compare.cues import cues
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import Token, tokens
from build_scripts.compare.words import kinds, stems, words
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Figure, Passage, Reading, Ref, Verdict

# match: the comma in "hundreds, including"   near-miss: the one in "12,000"
_BREAK = re.compile(r"[,;:()–—.](?!\d)|\band\b")
_END = re.compile(r"[;:()–—]|\.(?!\d)")
_NEAR = 4
"""Words on either side of a figure among which stands what befell those whom it counts."""
_MOST_WORDS = 10


@dataclass(frozen=True, slots=True)
class _Part:
    """Some who are said to be among others."""

    who: frozenset[str]
    befell: frozenset[str]
    reading: Reading


def compare(corpus: Corpus) -> Iterator[Draft]:
    """The same people counted among those to whom other things happened."""
    found = {ref: tuple(_parts(corpus.passages[ref], corpus)) for ref in corpus.compared}
    parts = {key(part.reading): part for of in found.values() for part in of}
    ties: list[tuple[Key, Key]] = [
        (key(left.reading), key(right.reading))
        for pair in corpus.pairs
        for left in found[pair.left.ref]
        for right in found[pair.right.ref]
        if left.who <= right.who or right.who <= left.who
    ]
    for group in joined(tuple(parts), ties):
        same = [parts[each] for each in group]
        if len({part.befell for part in same}) > 1:
            readings = corpus.in_order(part.reading for part in same)
            says = (
                f"Who is counted among whom, and what befell these, is told differently: {quoted(readings)}."
            )
            yield Draft(DifferenceType.WORDING, Verdict.UNSURE, says, readings)


def befell(figure: Figure, corpus: Corpus) -> str:
    """What happened to those whom a figure counts, by the nearest word that says so; empty if none does."""
    passage = corpus.passages[Ref(figure.source, figure.passage)]
    said = tokens(passage.text, passage.start)
    before = [token for token in said if token.end <= figure.start][-_NEAR:]
    after = [token for token in said if token.start >= figure.end][:_NEAR]
    found = cues(passage, kinds(corpus.lexicon, "happenings"))
    inside = [cue for cue in found if figure.start <= cue.start < figure.end]
    left = [cue for cue in found if before and before[0].start <= cue.start < figure.start]
    right = [cue for cue in found if after and figure.end <= cue.start <= after[-1].start]
    nearest = (*inside, *left[-1:], *right[:1])
    return nearest[0].kind if nearest else ""


def _parts(passage: Passage, corpus: Corpus) -> Iterator[_Part]:
    for cue in cues(passage, kinds(corpus.lexicon, "part_of")):
        start, end = cue.start - passage.start, cue.end - passage.start
        if cue.kind == "part after":
            whole, who = _before(passage.text, start), _after(passage.text, end, _BREAK)
        else:
            whole, who = _after(passage.text, end, _END), _just_before(passage.text, start, corpus)
        told = _befell(passage, whole, corpus)
        named = _matter(passage, who, corpus)
        if told and named:
            first, last = min(whole[0], who[0]), max(whole[1], who[1])
            last += passage.text[last : last + 1] == ")" and "(" in passage.text[first:last]
            reading = Reading(
                passage.source,
                passage.id,
                passage.start + first,
                passage.start + last,
                passage.text[first:last],
                ", ".join(sorted(told)),
            )
            yield _Part(named, told, reading)


def _before(text: str, at: int) -> tuple[int, int]:
    """The words before a place, back to the last break."""
    end = len(text[:at].rstrip(" ,("))
    breaks = [match.end() for match in _BREAK.finditer(text, 0, end)]
    start = breaks[-1] if breaks else 0
    return start + len(text[start:end]) - len(text[start:end].lstrip()), end


def _just_before(text: str, at: int, corpus: Corpus) -> tuple[int, int]:
    """The words that name some, right before a place, back to one that carries no matter."""
    empty = words(corpus.lexicon, "function_words")
    said = tokens(text[:at])[-_NEAR:]
    start = at
    for token in reversed(said):
        if token.text.casefold() in empty:
            break
        start = token.start
    return start, len(text[:at].rstrip())


def _after(text: str, at: int, until: re.Pattern[str]) -> tuple[int, int]:
    """The words after a place, up to the next break."""
    found = until.search(text, at)
    end = found.start() if found else len(text)
    said: tuple[Token, ...] = tokens(text[at:end])[:_MOST_WORDS]
    return at + said[0].start if said else at, at + said[-1].end if said else at


def _befell(passage: Passage, span: tuple[int, int], corpus: Corpus) -> frozenset[str]:
    found = cues(passage, kinds(corpus.lexicon, "happenings"))
    return frozenset(cue.kind for cue in found if span[0] <= cue.start - passage.start < span[1])


def _matter(passage: Passage, span: tuple[int, int], corpus: Corpus) -> frozenset[str]:
    said = tokens(passage.text[slice(*span)])
    return frozenset(token.stem for token in said) - stems(corpus.lexicon, "function_words")
