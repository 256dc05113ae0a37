"""Compare: who is credited in aligned passages in, differences of attribution out.

What one article gives on someone's word, another in its own voice; what someone claims for himself here,
unnamed others credit him with there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.compare.corpus import Corpus, Draft, Key
from build_scripts.compare.cues import Cue, cues
from build_scripts.compare.sayings import quoted
from build_scripts.compare.tokens import tokens
from build_scripts.compare.words import kinds, phrases
from build_scripts.corroboration import joined
from build_scripts.models import DifferenceType, Passage, PassageKind, Reading, Ref, Verdict

_OWN_VOICE = "own voice"
# match: the comma in "said on Monday, and"   near-miss: the one in "12,000"
_BREAK = re.compile(r"[,;:()–—\"“”](?!\d)")
# Match: "(56)", and the word with its marks in `the "council" said`; near-miss: `"We come," he said`.
_ASIDE = re.compile(r"\([^()]*\)|[\"“][\w'’-]+[\"”]")
# What is no more of whoever is credited. Match: "and 40", "but who" and "as they"; not: "and the board".
_NEXT = re.compile(r"\s(?:(?:but|while|whereas|as|when|who|which|that)\s|and\s(?!the\b|an?\b|its\b)[a-z\d])")
# Match: "but Northland said that"; near-miss: "Arden and Brand said that".
_CLAUSE = re.compile(r"\s(?:but|while|whereas|although|because|where|when)\s")
# match: "and" in "two ships and a ferry"   near-miss: "and" in "landed"
_PART = re.compile(r"[,;:–—]\s|\b(?:and|or|but|while)\b")
_MOST_WORDS = 9


def compare(corpus: Corpus) -> Iterator[Draft]:
    """Aligned passages of which one credits someone and another no one, or in another way."""
    credits = {ref: _credit(corpus.passages[ref], corpus) for ref in corpus.compared}
    crediting = {_node(ref, corpus): ref for ref, credit in credits.items() if credit.kind != _OWN_VOICE}
    ties: list[tuple[Key, Key]] = []
    silent: dict[Ref, list[Ref]] = defaultdict(list)
    for pair in corpus.pairs:
        kinds_of = [credits[ref].kind for ref in pair.refs]
        if _OWN_VOICE not in kinds_of:
            ties.append((_node(pair.left.ref, corpus), _node(pair.right.ref, corpus)))
        elif kinds_of[0] != kinds_of[1]:
            here, there = pair.refs if kinds_of[1] == _OWN_VOICE else reversed(pair.refs)
            if not _is_quoted(there, corpus) and _says_it(credits[here], corpus.passages[there]):
                silent[here].append(there)
    for group in joined(tuple(crediting), ties):
        refs = [crediting[each] for each in group]
        # A source that credits someone one sentence on has not kept silent.
        telling = {ref.source for ref in refs}
        refs += sorted({other for ref in refs for other in silent[ref] if other.source not in telling})
        same = [credits[ref] for ref in refs]
        if len({credit.kind for credit in same}) > 1:
            readings = corpus.in_order(credit.reading for credit in same)
            yield Draft(DifferenceType.ATTRIBUTION, Verdict.UNSURE, _says(same, readings), readings)


@dataclass(frozen=True, slots=True)
class _Credit:
    """A credit; `of` are the words that it covers, where it covers a part of the sentence only."""

    kind: str
    reading: Reading
    of: str = ""


def _is_quoted(ref: Ref, corpus: Corpus) -> bool:
    """Whether a passage stands in a quotation of someone: it is not in the article's own voice."""
    passage = corpus.passages[ref]
    return any(
        (said.speaker or said.via) and 2 * (said.end - said.start) > passage.end - passage.start
        for said in corpus.quotations.get(ref, ())
    )


def _says_it(credit: _Credit, passage: Passage) -> bool:
    """Whether a passage says what a credit covers: of a part of a sentence, at least half of its words."""
    ours, theirs = ({token.stem for token in tokens(text)} for text in (credit.of, passage.text))
    return 2 * len(ours & theirs) >= len(ours)


def _node(ref: Ref, corpus: Corpus) -> Key:
    return ref.source, corpus.passages[ref].start, corpus.passages[ref].end


def _credit(passage: Passage, corpus: Corpus) -> _Credit:
    """The kind of credit that a passage gives, and the words that give it."""
    lexicon = corpus.lexicon
    masked = phrases(tuple(lexicon["comparison"]["no_credit"])).sub(
        lambda match: "_" * len(match.group()), passage.text
    )
    if passage.kind is PassageKind.SENTENCE:
        unmarked = Passage(
            passage.source, passage.id, passage.paragraph, passage.number, passage.start, passage.end, masked
        )
        for cue in cues(unmarked, kinds(lexicon, "credit")):
            return _credit_of(cue, passage)
    return _Credit(_OWN_VOICE, Reading(passage.source, passage.id, passage.start, passage.start, ""))


def _credit_of(cue: Cue, passage: Passage) -> _Credit:
    """`said` covers its sentence; in brackets (`forty ships (according to the board)`) what stands before."""
    kind = cue.kind.partition(" ")[0]
    before = passage.text[: cue.start - passage.start].rstrip()
    if not before.endswith("("):
        return _Credit(kind, _reading(cue, passage))
    before = before[:-1].rstrip()
    breaks = [match.end() for match in _PART.finditer(before)]
    part = before[breaks[-1] if breaks else 0 :].strip()
    return _Credit(f"{kind} of a part", _reading(cue, passage), part)


def _reading(cue: Cue, passage: Passage) -> Reading:
    """The cue with the words to the next break: after it for `according to`, before it for a verb."""
    start, end = cue.start - passage.start, cue.end - passage.start
    if cue.kind.endswith("after"):
        found = [
            match.start()
            for match in (_BREAK.search(passage.text, end), _NEXT.search(passage.text, end))
            if match
        ]
        end = min(*found, _word_limit(passage.text, end), len(passage.text))
    else:
        start = _subject(passage.text, start)
    quote = passage.text[start:end].rstrip(" .")
    return Reading(
        passage.source, passage.id, passage.start + start, passage.start + start + len(quote), quote
    )


def _subject(text: str, end: int) -> int:
    """Where the words before a verb begin that say whose it is: its clause, as far as a sign goes.

    Signs on both sides of an apposition are none, nor are those of brackets and of a word in quotation
    marks: `Arden (56), the minister, said that`, `the "council" said that`.
    """
    plain = _ASIDE.sub(lambda found: "_" * len(found[0]), text[:end])
    breaks = [0, *(match.end() for match in _BREAK.finditer(plain))]
    parts = [(at, stop) for at, stop in pairwise((*breaks, end)) if any(map(str.isalpha, plain[at:stop]))]
    if not parts:
        return end
    is_apposition = parts[-1][1] < end and len(parts) > 1
    start = parts[-2 if is_apposition else -1][0]
    start = max((match.end() for match in _CLAUSE.finditer(plain, start)), default=start)
    return start + len(plain[start:]) - len(plain[start:].lstrip(" "))


def _word_limit(text: str, at: int) -> int:
    for _ in range(_MOST_WORDS):
        space = text.find(" ", at + 1)
        if space < 0:
            return len(text)
        at = space
    return at


def _says(same: Sequence[_Credit], readings: tuple[Reading, ...]) -> str:
    told = quoted(readings)
    if any(credit.kind == _OWN_VOICE for credit in same):
        return f"In corresponding sentences, some articles credit someone and others no one: {told}."
    if len({credit.kind.partition(" ")[0] for credit in same}) == 1:
        return f"Credit covers a whole sentence in some articles, and a part of one in others: {told}."
    return f"Credit is given in different ways: {told}."
