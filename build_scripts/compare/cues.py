"""Compare: lists of phrases in, where aligned passages use them in each other's place out.

A cue is a phrase of a kind (`will be`: planned). Cues of one kind that face each other agree; cues of
different kinds are a difference; a cue that faces other words is one where its list says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_scripts.compare.corpus import Corpus, Key, facing, key
from build_scripts.compare.pairs import Pair
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import Kinds, stems, words
from build_scripts.corroboration import joined
from build_scripts.models import Match, Passage, Reading, Ref

_MORE_WORDS = 3
_SPACING = (" ", "-", ' "', " “", "\u00a0")
_WINDOW = 5
"""Words on each side of two cues of which one must be the same for them to be in each other's place."""
_LONGEST_PLACE = 5
"""Words that may stand for a cue: where a whole clause was replaced, nothing in it faces one word."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of a kind; `kind` is empty for words that face a cue and are of no kind."""

    source: str
    passage: str
    start: int
    end: int
    kind: str


def contrasts(
    corpus: Corpus,
    kinds: Kinds,
    alone: frozenset[str] = frozenset(),
    *,
    full: bool = False,
) -> Iterator[tuple[Cue, ...]]:
    """Groups of cues of different kinds in each other's place; kinds of `alone` may face other words.

    `full` asks for full counterparts where a cue faces other words.
    """
    found = {ref: cues(corpus.passages[ref], kinds) for ref in corpus.compared}
    found = {ref: of for ref, of in found.items() if of}
    if not found:
        return
    around = _Around(corpus)
    nodes: dict[Key, Cue] = {}
    ties: list[tuple[Key, Key]] = []
    for pair, ours, theirs in facing(corpus.pairs, found):
        answered = [] if full and pair.match is not Match.FULL else _alone(around, pair, ours, theirs, alone)
        for left, right in (*_both(around, pair, ours, theirs), *answered):
            nodes[key(left)], nodes[key(right)] = left, right
            ties.append((key(left), key(right)))
    for group in joined(tuple(nodes), ties):
        same = tuple(nodes[each] for each in group)
        if len(set(_kinds_by_source(same).values())) > 1:
            yield same


def _kinds_by_source(same: Sequence[Cue]) -> dict[str, frozenset[str]]:
    """What each source uses: two that both use both terms do not differ."""
    found: dict[str, frozenset[str]] = {}
    for cue in same:
        found[cue.source] = found.get(cue.source, frozenset()) | {cue.kind}
    return found


def cues(passage: Passage, kinds: Kinds) -> tuple[Cue, ...]:
    """The cues of a passage in the order of its text; of overlapping ones, the longest."""
    if not kinds.may_stand_in(passage.text):
        return ()
    found = [
        Cue(passage.source, passage.id, match.start() + passage.start, match.end() + passage.start, kind)
        for kind, pattern in kinds.patterns.items()
        for match in pattern.finditer(passage.text)
    ]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda one: (one.start - one.end, one.start, one.kind)):
        if all(cue.end <= other.start or other.end <= cue.start for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=key))


def in_context(cue: Cue, corpus: Corpus, more: int = _MORE_WORDS, before: int = 0) -> Reading:
    """A cue with at most `before` words before it and `more` after it, within its punctuation, as a reading.

    Words that carry no matter are not left at either end.
    """
    passage = corpus.passages[Ref(cue.source, cue.passage)]
    said = tokens(passage.text, passage.start)
    first = next((at for at, token in enumerate(said) if token.end > cue.start), 0)
    last = max((at for at, token in enumerate(said) if token.start < cue.end), default=0)
    start, end = cue.start, cue.end
    empty = words(corpus.lexicon, "function_words")
    for near in reversed(range(max(first - before, 0), first)):
        if (
            passage.text[said[near].end - passage.start : said[near + 1].start - passage.start]
            not in _SPACING
        ):
            break
        start = start if said[near].text.casefold() in empty else said[near].start
    for near in range(last + 1, min(last + 1 + more, len(said))):
        if (
            passage.text[said[near - 1].end - passage.start : said[near].start - passage.start]
            not in _SPACING
        ):
            break
        end = end if said[near].text.casefold() in empty else said[near].end
    quote = passage.text[start - passage.start : end - passage.start]
    return Reading(cue.source, cue.passage, start, end, quote, cue.kind)


def _both(
    around: _Around, pair: Pair, ours: Sequence[Cue], theirs: Sequence[Cue]
) -> Iterator[tuple[Cue, Cue]]:
    for left in ours:
        for right in theirs:
            place = pair.facing(left.start, left.end)
            if place is None or not (place[0] < right.end and right.start < place[1]):
                continue
            if _is_narrow(pair.right, place) and around(left) & around(right):
                yield left, right


def _words_of(cue: Cue, corpus: Corpus) -> str:
    passage = corpus.passages[Ref(cue.source, cue.passage)]
    return passage.text[cue.start - passage.start : cue.end - passage.start]


def _is_narrow(passage: Passage, place: tuple[int, int], longest: int = _LONGEST_PLACE) -> bool:
    return len(tokens(passage.text[place[0] - passage.start : place[1] - passage.start])) <= longest


class _Around:
    """Stems of the words that carry matter on both sides of a cue, which is asked for in many pairs."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._known: dict[Key, frozenset[str]] = {}

    def __call__(self, cue: Cue) -> frozenset[str]:
        if key(cue) not in self._known:
            self._known[key(cue)] = self._found(cue)
        return self._known[key(cue)]

    def _found(self, cue: Cue) -> frozenset[str]:
        passage = self.corpus.passages[Ref(cue.source, cue.passage)]
        said = tokens(passage.text, passage.start)
        before = [token.stem for token in said if token.end <= cue.start][-_WINDOW:]
        after = [token.stem for token in said if token.start >= cue.end][:_WINDOW]
        return frozenset((*before, *after)) - stems(self.corpus.lexicon, "function_words")


def _alone(
    around: _Around, pair: Pair, ours: Sequence[Cue], theirs: Sequence[Cue], alone: frozenset[str]
) -> Iterator[tuple[Cue, Cue]]:
    for cues_here, there, from_left in ((ours, theirs, True), (theirs, ours, False)):
        passage = pair.right if from_left else pair.left
        for cue in cues_here:
            span = pair.facing(cue.start, cue.end, from_left=from_left) if cue.kind in alone else None
            # One word more than the cue has: a longer answer is another clause.
            longest = len(tokens(_words_of(cue, around.corpus))) + 1
            if span is None or not _is_narrow(passage, span, longest):
                continue
            answer = Cue(passage.source, passage.id, *span, "")
            is_answered = any(other.start < span[1] and span[0] < other.end for other in there)
            if not is_answered and around(cue) & around(answer):
                yield cue, answer
